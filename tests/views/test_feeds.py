"""The feed of newly admitted members."""

import datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.cache import cache

from members.models import Organisation
from members.reports import census
from members.views import feeds
from tests import factories
from tests.factories.register import make_register

pytestmark = pytest.mark.django_db
SITE, ATOM = settings.SITE_URL, "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(client, language: str = "en") -> ElementTree.Element:
    response = client.get(f"/{language}/members/new.atom")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert response["ETag"]
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{ATOM}feed"
    return root


def texts(root: ElementTree.Element, *tags: str) -> list[str]:
    return [node.text for node in root.iterfind("/".join(f"{ATOM}{tag}" for tag in tags))]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_valid_in_every_language(client, language):
    make_register()
    root = feed(client, language)
    assert root.get(LANGUAGE) == language
    address = f"{SITE}/{language}/members/new.atom"
    for whole in (root, *root.iter(f"{ATOM}entry")):  # what RFC 4287 asks of a feed and of an entry
        for tag in ("id", "title", "updated"):
            [value] = texts(whole, tag)
            assert value.strip()
        datetime.datetime.fromisoformat(texts(whole, "updated")[0])
    assert texts(root, "id") == [address]
    assert texts(root, "author", "name")
    links = {link.get("rel"): link.get("href") for link in root.iterfind(f"{ATOM}link")}
    assert links == {"self": address, "alternate": f"{SITE}/{language}/members/?sort=new"}
    identities = texts(root, "entry", "id")
    assert len(identities) == len(set(identities)) == feeds.NEWEST


def test_newest_first_with_the_day_of_admission(client):
    for year in (2012, 2019, 2015):
        factories.make_member(
            f"Vakıf {year}", since=datetime.date(year, 3, 12), texts={"tr": f"Metin {year} & <b>."}
        )
    factories.make_member("Tarihsiz", since=None)
    root = feed(client)
    assert texts(root, "entry", "title") == ["Vakıf 2019", "Vakıf 2015", "Vakıf 2012"]
    assert texts(root, "entry", "updated")[0] == texts(root, "updated")[0] == "2019-03-12T00:00:00Z"
    entry = root.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").get(LANGUAGE) == "tr"
    assert entry.find(f"{ATOM}category").get("label") == "Türkiye"
    assert entry.findtext(f"{ATOM}summary") == "Metin 2019 & <b>."
    assert entry.find(f"{ATOM}summary").get(LANGUAGE) == "tr"
    assert entry.findtext(f"{ATOM}id") == f"{SITE}/id/TR-0002"


def test_only_listed_members(client):
    hidden, gone = factories.make_member("Gizli Vakıf"), factories.make_member("Eski Vakıf")
    Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
    factories.end(gone)
    factories.make_organisation("Aday Vakıf")
    root = feed(client)
    assert texts(root, "entry", "id") == []
    assert texts(root, "updated")


def test_home_and_directory_lead_to_it(client):
    for path in ("/ar/", "/ar/members/"):
        body = client.get(path).content.decode()
        assert 'type="application/atom+xml"' in body
        assert 'href="/ar/members/new.atom"' in body
    assert "atom+xml" not in client.get("/ar/countries/").content.decode()


def test_queries_do_not_grow(client, django_assert_max_num_queries):
    costs = []
    for _round in range(2):
        cache.clear()
        census.forget()
        for rank in range(4):
            factories.make_member(f"Vakıf {rank}", focus=["education"])
        with django_assert_max_num_queries(8) as queries:
            feed(client)
        costs.append(len(queries))
    assert costs[0] == costs[1]
