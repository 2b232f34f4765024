"""What pages say to search engines: whole, true to the page, and nothing that a browser would run."""

import json
import re

import pytest
from django.conf import settings
from django.utils.translation import override

from tests import factories
from tests.factories.register import make_register

pytestmark = pytest.mark.django_db
SITE = settings.SITE_URL
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# What each kind of thing has to say.
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"@id", "url", "name", "description", "inLanguage", "isPartOf", "mainEntity"},
    "Country": {"name", "identifier"},
    "Dataset": {"name", "description", "url", "creator", "inLanguage", "isAccessibleForFree"},
    "EntryPoint": {"urlTemplate"},
    "ItemList": {"numberOfItems"},
    "ListItem": {"position"},
    "NGO": {"@id", "name", "legalName", "identifier", "address"},
    "Organization": {"@id", "name"},
    "PostalAddress": {"addressCountry"},
    "ProfilePage": {"@id", "url", "name", "inLanguage", "isPartOf", "mainEntity"},
    "ProgramMembership": {"membershipNumber", "hostingOrganization"},
    "PropertyValue": {"propertyID", "value"},
    "SearchAction": {"target", "query-input"},
    "WebSite": {"@id", "name", "url", "inLanguage", "publisher"},
}


def graph(client, path: str) -> list[dict]:
    """The things of a page, whose every part has what its kind requires."""
    response = client.get(path)
    assert response.status_code == 200, path
    blocks = BLOCK.findall(response.content.decode())
    assert len(blocks) == 1, path
    data = json.loads(blocks[0])
    assert data["@context"] == "https://schema.org"
    for thing in parts(data["@graph"]):
        assert REQUIRED[thing["@type"]] <= thing.keys(), (path, thing)
    return data["@graph"]


def parts(value):
    """All things inside a thing. An empty value is not said at all."""
    assert value not in ("", [], {}, None)
    if isinstance(value, list):
        for one in value:
            yield from parts(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from parts(one)


def of_kind(things: list[dict], kind: str) -> dict:
    [found] = [thing for thing in things if thing["@type"] == kind]
    return found


@pytest.fixture
def register():
    return make_register()


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_page_is_whole_in_every_language(client, register, language):
    kinds = {
        "": {"Organization", "WebSite"},
        "members/": {"CollectionPage", "BreadcrumbList"},
        "members/?q=selvi": {"CollectionPage", "BreadcrumbList"},
        "members/?q=zzzz": {"CollectionPage", "BreadcrumbList"},
        "countries/": {"CollectionPage", "BreadcrumbList", "Dataset"},
        "countries/TR/": {"CollectionPage", "BreadcrumbList"},
        "countries/BT/": {"CollectionPage", "BreadcrumbList"},
    }
    with override(language):
        for state in ("full", "suspended", "former", "back", "bare", "long", "mixed", "quotes"):
            path = register[state].get_absolute_url().removeprefix(f"/{language}/")
            kinds[path] = {"ProfilePage", "BreadcrumbList"}
    for path, expected in kinds.items():
        things = graph(client, f"/{language}/{path}")
        assert {thing["@type"] for thing in things} == expected, path
        languages = {thing["inLanguage"] for thing in things if thing["@type"].endswith("Page")}
        assert languages <= {language}


def test_an_organisation(client, register):
    things = graph(client, register["full"].get_absolute_url())
    page, trail = of_kind(things, "ProfilePage"), of_kind(things, "BreadcrumbList")
    assert page["dateModified"] == "2026-04-03"
    ngo = page["mainEntity"]
    assert ngo["@id"] == f"{SITE}/id/TR-0001"
    assert ngo["name"] == {
        "@value": "Selvi River Education and Solidarity Foundation", "@language": "en",
    }  # fmt: skip
    assert ngo["legalName"] == {"@value": "Selvi Irmağı Eğitim ve Dayanışma Vakfı", "@language": "tr"}
    assert {"@value": "وقف نهر سلفي للتعليم والتضامن", "@language": "ar"} in ngo["alternateName"]
    assert "SIEDV" in ngo["alternateName"]
    assert [number["value"] for number in ngo["identifier"]] == ["TR-0001", "17-482/1998"]
    assert ngo["foundingDate"] == "1998"
    assert {place["identifier"] for place in ngo["areaServed"]} == {"TR", "SN", "BA"}
    assert ngo["knowsLanguage"] == ["en", "tr"]
    assert ngo["address"]["addressLocality"] == "Çanakkale"
    assert ngo["sameAs"] == ["https://selvi.example.org/"]
    assert ngo["memberOf"]["membershipNumber"] == "TR-0001"
    assert ngo["memberOf"]["hostingOrganization"]["name"] == "Union of NGOs"
    assert "nonprofitStatus" not in ngo
    assert [step["name"] for step in trail["itemListElement"]] == [
        "Home", "Members", "Türkiye", "Selvi River Education and Solidarity Foundation",
    ]  # fmt: skip


def test_who_is_no_member_any_more_is_none_here(client, register):
    for state in ("suspended", "former"):
        ngo = of_kind(graph(client, register[state].get_absolute_url()), "ProfilePage")["mainEntity"]
        assert "sameAs" not in ngo
        assert ("memberOf" in ngo) is (state == "suspended")


def test_a_private_address_is_not_told(client):
    hidden = factories.make_member(address="Gizli Sokak 1", email="a@example.org", phone="+902860000000")
    written = json.dumps(graph(client, hidden.get_absolute_url()))
    assert "Gizli" not in written
    assert "example.org" not in written
    assert "286" not in written


def test_nothing_of_a_past_day(client, register):
    for path in (register["full"].get_absolute_url(), "/en/members/"):
        body = client.get(f"{path}?on=2014-01-01").content.decode()
        assert ("ProfilePage" in body) is False


def test_a_list_goes_on_where_the_page_before_ended(client, register, settings):
    settings.DIRECTORY_PAGE_SIZE = 5
    listed = of_kind(graph(client, "/en/members/?page=2&sort=country"), "CollectionPage")
    assert listed["url"] == f"{SITE}/en/members/?page=2"
    items = listed["mainEntity"]["itemListElement"]
    assert [item["position"] for item in items] == [6, 7, 8, 9, 10]
    assert all(item["url"].startswith(f"{SITE}/en/members/") for item in items)
    assert listed["mainEntity"]["numberOfItems"] > 20


def test_a_country(client, register):
    page = of_kind(graph(client, "/fr/countries/SN/"), "CollectionPage")
    assert page["about"] == {"@type": "Country", "name": "Sénégal", "identifier": "SN"}
    assert page["mainEntity"]["numberOfItems"] == 1


def test_the_register_as_data(client, register):
    data = of_kind(graph(client, "/en/countries/"), "Dataset")
    assert 50 <= len(data["description"]) <= 5000
    assert data["creator"]["@id"] == f"{SITE}/#union"


def test_a_name_ends_no_element(client, register):
    path = register["quotes"].get_absolute_url()
    body = client.get(path).content.decode()
    assert "<script>alert" not in body
    assert body.count("</script>") == 1
    ngo = of_kind(graph(client, path), "ProfilePage")["mainEntity"]
    assert ngo["name"]["@value"] == "O'Dara's \"Mill\" & </script><script>alert(1)</script>"


def test_errors_say_nothing_to_search_engines(client, register):
    assert not BLOCK.findall(client.get("/en/nothing/").content.decode())
