"""What robots are told."""

import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.cache import cache

from members.models import Organisation
from members.reports import census
from members.views import sitemaps
from tests import factories
from tests.factories.register import make_register

pytestmark = pytest.mark.django_db
SITE = settings.SITE_URL
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def addresses(client, path: str) -> list[str]:
    """The addresses of a sitemap, without the site."""
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    kind = "sitemap" if root.tag.endswith("index") else "url"
    found = [node.findtext(f"{NAMESPACE}loc") for node in root.iter(f"{NAMESPACE}{kind}")]
    assert all(address.startswith(f"{SITE}/") for address in found)
    return [address.removeprefix(SITE) for address in found]


@pytest.fixture
def register():
    return make_register()


def test_the_index_leads_to_every_language(client, register):
    files = addresses(client, "/sitemap.xml")
    assert {path.split("/")[1] for path in files} == set(LANGUAGES)
    assert len(files) == len(set(files))
    for path in files:
        assert addresses(client, path)


def test_an_empty_register_has_pages_all_the_same(client):
    assert addresses(client, "/sitemap.xml") == [f"/{code}/sitemap.xml" for code in LANGUAGES]
    assert addresses(client, "/en/sitemap.xml") == ["/en/", "/en/members/", "/en/countries/"]
    assert client.get("/en/sitemap-1.xml").status_code == 404


def test_pages(client, register):
    found = addresses(client, "/en/sitemap.xml")
    assert found[:3] == ["/en/", "/en/members/", "/en/countries/"]
    assert "/en/countries/TR/" in found
    assert "/en/about/statute/" in found
    assert "/en/about/draft/" not in found
    assert "/en/countries/BT/" not in found
    assert "/fr/about/statute/" not in addresses(client, "/fr/sitemap.xml")


def test_profiles_stand_where_they_say_something(client, register):
    full, urdu = "/members/TR-0001/", "/members/PK-0001/"
    assert [path for path in addresses(client, "/ar/sitemap-1.xml") if full in path]
    assert [path for path in addresses(client, "/ur/sitemap-1.xml") if urdu in path]
    assert not [path for path in addresses(client, "/en/sitemap-1.xml") if urdu in path]
    assert client.get("/id/sitemap-1.xml").status_code == 404


def test_what_stands_in_it_may_be_indexed_and_nothing_else_of_the_register(client, register):
    for language in LANGUAGES:
        response = client.get(f"/{language}/sitemap-1.xml")
        listed = (
            set(addresses(client, f"/{language}/sitemap-1.xml")) if response.status_code == 200 else set()
        )
        for row in Organisation.objects.listed().with_names():
            path = re.sub("^/[a-z]+/", f"/{language}/", row.get_absolute_url())
            is_indexed = b'content="noindex' not in client.get(path).content
            assert is_indexed == (path in listed), path


def test_hidden_members_are_never_in_it(client, register):
    for language in LANGUAGES:
        for name in ("sitemap.xml", "sitemap-1.xml"):
            body = client.get(f"/{language}/{name}").content.decode()
            for state in ("hidden", "applicant", "secret", "merged"):
                assert register[state].number not in body


def test_pages_of_a_large_register(client, monkeypatch):
    for rank in range(5):
        factories.make_member(f"Vakıf {rank}")
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    files = [path for path in addresses(client, "/sitemap.xml") if path.startswith("/tr/sitemap-")]
    assert files == ["/tr/sitemap-1.xml", "/tr/sitemap-2.xml", "/tr/sitemap-3.xml"]
    found = [path for file in files for path in addresses(client, file)]
    assert [path.split("/")[3] for path in found] == [f"TR-000{rank}" for rank in range(1, 6)]
    assert client.get("/tr/sitemap-4.xml").status_code == 404


@pytest.mark.parametrize("path", ["/en/sitemap-0.xml", "/en/sitemap-01.xml", f"/en/sitemap-{9**30}.xml"])
def test_no_page_of_it(client, path):
    assert client.get(path).status_code == 404


def test_queries_do_not_grow(client, django_assert_max_num_queries):
    costs = []
    for _round in range(2):
        cache.clear()
        census.forget()
        for rank in range(4):
            factories.make_member(f"Vakıf {rank}", names=[(f"Foundation {rank}", "translation", "en")])
        for path in ("/sitemap.xml", "/en/sitemap.xml", "/en/sitemap-1.xml"):
            with django_assert_max_num_queries(8) as queries:
                client.get(path)
            costs.append(len(queries))
    assert costs[:3] == costs[3:]


@pytest.mark.parametrize("path", ["/sitemap.xml", "/robots.txt"])
def test_the_same_for_readers_of_every_language(client, register, path):
    english = client.get(path)
    arabic = client.get(path, headers={"Accept-Language": "ar"})
    assert (arabic.content, arabic["ETag"]) == (english.content, english["ETag"])


class TestRobots:
    def test_says_where_the_sitemap_is(self, client):
        response = client.get("/robots.txt")
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert response.content.decode().splitlines() == [
            "User-agent: *", "Disallow: /admin/", "", f"Sitemap: {SITE}/sitemap.xml",
        ]  # fmt: skip

    def test_keeps_a_secret_path_secret(self, client, settings):
        settings.ADMIN_PATH = "quiet-door-81"
        body = client.get("/robots.txt").content.decode()
        assert "quiet-door" not in body
        assert "Disallow:\n" in body
