"""Rows of the directory in every order."""

import datetime

import pytest
from django.utils.translation import override

from members.reports import register
from members.reports.rows import Found, Listed
from members.reports.selection import Selection
from tests import factories

pytestmark = pytest.mark.django_db
SORTS = ("name", "country", "new")


def day(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


@pytest.fixture
def members():
    old = factories.make_member("Akasya", since=day(1999), focus=["education"])
    factories.change_class(old, to="observer", on=day(2024))  # changed its class, not joined anew
    back = factories.make_member("Badem", since=day(2001), country="SN", focus=["education"])
    factories.end(back, day(2010))
    factories.make_membership(back, since=day(2022))
    factories.make_member("Ceviz", since=day(2015), country="AL", kind="network")
    factories.make_member("Defne", since=None, country="SN", focus=["education", "youth"])
    gone = factories.make_member("Erguvan", since=day(2018), country="AL")
    factories.end(gone, day(2020))


def shown(selection: Selection, sort: str, start: int = 0, number: int = 20) -> list[str]:
    page = Listed(selection, register.current()).page(sort, start=start, number=number)
    return [row.title for row in page]


def test_orders(members):
    assert shown(Selection(), "name") == ["Akasya", "Badem", "Ceviz", "Defne"]
    assert shown(Selection(), "country") == ["Ceviz", "Badem", "Defne", "Akasya"]
    assert shown(Selection(), "new") == ["Badem", "Ceviz", "Akasya", "Defne"]


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [
        ({"class": ("observer",)}, ["Akasya"]),
        ({"focus": ("education",)}, ["Badem", "Akasya", "Defne"]),
        ({"country": ("AL", "SN")}, ["Badem", "Ceviz", "Defne"]),
        ({"status": ("former",)}, ["Erguvan"]),
        ({"status": ("member", "former")}, ["Badem", "Erguvan", "Ceviz", "Akasya", "Defne"]),
        ({"region": ("039",), "kind": ("network",)}, ["Ceviz"]),
        ({"country": ("BT",)}, []),
    ],
)
def test_newest_first_with_ticks(members, ticks, expected):
    assert shown(Selection(ticks), "new") == expected
    assert sorted(shown(Selection(ticks), "name")) == sorted(expected)
    assert sorted(shown(Selection(ticks), "country")) == sorted(expected)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("ticks", [{}, {"focus": ("education",)}, {"status": ("former", "member")}])
def test_what_was_found_is_sorted_alike(members, sort, ticks):
    selection, now = Selection(ticks), register.current()
    everybody = [
        row.pk
        for row in Listed(Selection({"status": ("member", "former")}), now).page("name", start=0, number=9)
    ]
    found = Found(everybody, selection, now).page(sort, start=0, number=20)
    assert [row.title for row in found] == shown(selection, sort)


@pytest.mark.parametrize("sort", SORTS)
def test_one_at_a_time(members, sort):
    one_by_one = [title for start in range(4) for title in shown(Selection(), sort, start, 1)]
    assert one_by_one == shown(Selection(), sort)


def test_only_public_columns_are_loaded(members):
    [row, *_others] = Listed(Selection(), register.current()).page("name", start=0, number=1)
    private = {"note", "email", "phone", "address", "email_audience", "is_listed", "version", "legal_number"}
    assert private <= row.get_deferred_fields()


@pytest.mark.parametrize("sort", SORTS)
def test_two_queries_a_page(members, sort, django_assert_num_queries):
    before, now = shown(Selection(), sort), register.current()
    with django_assert_num_queries(2):  # rows and names
        page = Listed(Selection(), now).page(sort, start=0, number=20)
    assert [row.title for row in page] == before
    with django_assert_num_queries(0):
        assert Listed(Selection(), now).page(sort, start=4, number=20) == []


def test_what_a_row_says_is_of_the_day_asked_about(members):
    on = day(2019)
    rows = Listed(Selection(on=on), register.current()).page("name", start=0, number=20)
    said = {row.title: (row.status_on, row.class_slug, row.member_since) for row in rows}
    assert said == {
        "Akasya": ("member", "full", day(1999)),
        "Ceviz": ("member", "full", day(2015)),
        "Defne": ("member", "full", None),
        "Erguvan": ("member", "full", day(2018)),
    }


def test_relevance_keeps_the_order_of_the_hits(members):
    everybody = Listed(Selection(), register.current()).page("name", start=0, number=20)
    hits = [row.pk for row in reversed(everybody)]
    page = Found(hits, Selection(), register.current()).page("relevance", start=1, number=2)
    assert [row.pk for row in page] == hits[1:3]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("tr", ["Cuma", "Çınar", "Işık", "İlim", "Zeytin"]),
        ("en", ["Çınar", "Cuma", "İlim", "Işık", "Zeytin"]),
    ],
)
def test_in_the_alphabet_of_the_page(language, expected):
    for name in ("Zeytin", "İlim", "Işık", "Çınar", "Cuma"):
        factories.make_member(name)
    with override(language):
        assert shown(Selection(), "name") == expected


def test_by_the_name_that_is_shown():
    factories.make_member("Zambak", names=[("Aloe", "translation", "en")])
    factories.make_member("Badem")
    assert shown(Selection(), "name") == ["Aloe", "Badem"]
    with override("tr"):
        assert shown(Selection(), "name") == ["Badem", "Zambak"]
