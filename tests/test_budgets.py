"""What a page may cost: queries (the same however many members there are), bytes, origins."""

import gzip
import re

import pytest
from django.conf import settings

from tests import factories

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
# Measured; a change of these numbers is a decision.
QUERIES = {
    "/en/": 5,
    "/en/members/": 4,
    "/ar/members/?sort=country": 4,
    "/en/members/?sort=new": 5,
    "/en/members/?country=TR&region=145&focus=education&class=full&kind=foundation&status=member": 4,
    "/en/members/?country=TR&focus=youth": 5,
    "/en/members/?q=foundation": 5,
    "/en/members/?q=foundation&sort=name": 5,
    "/en/members/?q=foundation&country=SN": 5,
    "/en/countries/": 2,
    "/en/countries/TR/": 6,
    "/en/members/TR-0001/vakif-1/": 8,
    "/fa/members/TR-0001/vakif-1/": 8,
}
LIST, OTHER = 15_000, 8_000  # bytes, gzipped
WORDS = ["Akasya", "Badem", "Ceviz", "Defne", "Erguvan", "Fulya", "Gelincik", "Hanımeli", "Ihlamur", "Kavak"]


def make_members(number: int):
    first = factories.make_member(
        "Vakıf 1",
        names=[("Foundation 1", "translation", "en"), ("V1", "acronym", "")],
        texts={"tr": "Köy okulları yürütür.", "en": "Runs village schools."},
        focus=["education"],
        works_in=["SN", "TR"],
    )
    factories.make_representative(first, is_public=True)
    for rank in range(2, number + 1):
        words = f"{WORDS[rank % 10]} {WORDS[rank // 10 % 10]} Vakfı {rank}"
        factories.make_member(
            words,
            names=[(f"{words} Foundation", "translation", "en")],
            texts={"tr": "Köy okulları yürütür."},
            focus=["education", "health"],
        )
        factories.make_representative(first, f"Person {rank}", function="secretary", rank="alternate")


@pytest.mark.parametrize("number", [1, 10, 60])
def test_queries_do_not_grow_with_members(client, number, django_assert_num_queries):
    factories.make_focus_area("youth")
    make_members(number)
    for address, queries in QUERIES.items():
        assert queries <= MOST_QUERIES
        with django_assert_num_queries(queries, info=address):
            assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    "search",
    ["fuondation", "zzzz", "vakfi fuondatoin", "جمعية", "V1", "a", "foundation&country=BT", "zz&country=BT"],
)
def test_no_search_costs_more(client, search, django_assert_max_num_queries):
    make_members(3)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/en/members/?q={search}")


def test_a_page_that_has_not_changed_costs_one_query(client, django_assert_num_queries):
    make_members(1)
    for address in QUERIES:
        etag = client.get(address)["ETag"]
        with django_assert_num_queries(1):
            response = client.get(address, headers={"If-None-Match": etag})
        assert (response.status_code, response.content) == (304, b"")


def test_no_queries_for_the_process_alone(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")
        client.get("/")


def test_bytes(client):
    make_members(60)
    for address in QUERIES:
        body = client.get(address).content
        most = LIST if "/members/" in address and "TR-" not in address else OTHER
        assert len(gzip.compress(body)) <= most, address
        assert len(re.findall(rb"<[a-z]", body)) <= 900, address


def test_the_style_sheet_is_small():
    source = (settings.BASE_DIR / "static/css/site.css").read_bytes()
    assert len(gzip.compress(source)) <= 6_000


def test_fonts_are_small():
    sizes = [file.stat().st_size for file in (settings.BASE_DIR / "static/fonts").glob("*.woff2")]
    assert (len(sizes), sum(sizes) <= 170_000) == (6, True)


def test_nothing_comes_from_another_origin(client):
    make_members(1)
    for address in QUERIES:
        body = client.get(address).content.decode()
        loaded = re.findall(r'<(?:link|img|script|source|iframe)[^>]*?(?:src|href)="([^"]+)"', body)
        own = (f"{settings.STATIC_URL}", f"{settings.SITE_URL}/")
        assert loaded
        assert all(link.startswith(own) for link in loaded), loaded
        assert " style=" not in body
        assert "<script" not in body
