"""Reading the directory's parameters."""

import datetime
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from members.forms import directory
from members.forms.directory import MOST_IGNORED, DirectoryQuery, parse
from members.models import Union
from members.reports.register import Register, Term

REGISTER = Register(
    1, None, Union(), focus_areas={"education": Term("education", {})}, classes={"full": Term("full", {})}
)


def read(query: str) -> DirectoryQuery:
    return parse(QueryDict(query), REGISTER)


def test_everything():
    query = read(
        "q=+selvi++&country=tr&country=SN&region=145&focus=education&class=full&kind=foundation"
        "&status=former&works_in=ml&works_in=SN&since=2005-2009&since=1999&name_lang=AR-latn&name_lang=tr"
        "&on=2019-06-30&sort=new&page=3"
    )
    assert query.search == "selvi"
    assert query.ticks == {
        "focus": ("education",), "country": ("TR", "SN"), "region": ("145",), "kind": ("foundation",),
        "class": ("full",), "status": ("former",), "works_in": ("ML", "SN"), "since": ("2005-2009", "1999"),
        "name_lang": ("ar-Latn", "tr"),
    }  # fmt: skip
    assert query.on == query.selection.on == datetime.date(2019, 6, 30)
    assert (query.sort, query.page, query.ignored) == ("new", 3, ())
    assert query.query_string == (
        "?q=selvi&focus=education&country=SN&country=TR&region=145&kind=foundation&class=full&status=former"
        "&works_in=ML&works_in=SN&since=1999&since=2005-2009&name_lang=ar-Latn&name_lang=tr&on=2019-06-30"
        "&sort=new&page=3"
    )
    assert "sort" not in query.canonical
    assert read(query.query_string[1:]).parameters == query.parameters


def test_nothing():
    query = read("")
    assert (query.sort, query.page, query.query_string, query.is_filtered) == ("name", 1, "", False)
    assert read("q=&country=&page=").ignored == ()


@pytest.mark.parametrize(
    ("query", "sort"),
    [
        ("q=a", "relevance"),
        ("q=a&sort=name", "name"),
        ("sort=relevance", "name"),
        ("sort=new&sort=country", "country"),
    ],
)
def test_sort(query, sort):
    assert read(query).sort == sort


@pytest.mark.parametrize(
    "query",
    ["country=zz", "country=XXX", "country=x", "region=000", "focus=none", "class=secret", "kind=x",
     "status=none", "sort=x", "page=0", "page=-1", "page=%D9%A3", "page=1.0", "utm_source=x",
     "works_in=zz", "works_in=TUR", "since=99", "since=2009-2005", "since=0000", "since=2009-", "since=x",
     "since=%D9%A2%D9%A0%D9%A0%D9%A9", "name_lang=zz", "name_lang=english", "name_lang=ar-Zzzq",
     "on=2019-02-29", "on=2019-13-01", "on=2019-6-3", "on=20190630", "on=2019-W26-7", "on=30.06.2019",
     "on=0000-01-01", "on=9999-12-31", "on=2019-06-30T00:00", "on=yesterday", "on=-2019-06-30",
     "on=%D9%A2%D9%A0%D9%A1%D9%A9-06-30", "on=%DB%B2%DB%B0%DB%B1%DB%B9-06-30", "on=%EF%BC%92019-06-30"],
)  # fmt: skip
def test_what_is_not_understood_is_named(query):
    read_query = read(query)
    name = QueryDict(query)
    [[key, [value]]] = name.lists()
    assert read_query.ignored == (f"{key}={value}",)
    assert read_query.query_string == ""


def test_ignored_parts_are_few_short_and_printable():
    query = read("&".join(f"x{number}={'y' * 200}" for number in range(40)))
    assert len(query.ignored) == MOST_IGNORED
    assert max(map(len, query.ignored)) == 60
    assert read("x=%00").ignored == ("?",)
    assert read("q=%01").ignored == ("?",)


def test_kinds_other_name():
    assert read("type=network").ticks == {"kind": ("network",)}
    assert read("type=x").ignored == ("type=x",)


def test_steps_from_one_list_to_the_next():
    query = read("q=a&country=TR&country=SN&focus=education&page=4&sort=new")
    assert query.without("country", "TR").query_string == "?q=a&focus=education&country=SN&sort=new"
    assert query.without("focus", "education").without("class", "full").ticks == {"country": ("TR", "SN")}
    assert query.without_ticks().query_string == "?q=a&sort=new"
    assert query.on_page(2).page == 2
    assert query.sorted_by("relevance").query_string == "?q=a&focus=education&country=SN&country=TR"
    assert query.kept == [("focus", "education"), ("country", "SN"), ("country", "TR"), ("sort", "new")]


def test_a_long_search_is_cut():
    assert len(read("q=" + "a" * 900).search) == 200


@pytest.mark.parametrize(
    ("query", "on"),
    [
        ("on=0001-01-01", datetime.date(1, 1, 1)),
        ("on=2020-02-29", datetime.date(2020, 2, 29)),
        ("on=+2019-06-30+", datetime.date(2019, 6, 30)),
        ("on=2019-06-30&on=2018-01-01", datetime.date(2018, 1, 1)),
        ("on=2019-06-30&on=nothing", datetime.date(2019, 6, 30)),
        ("on=", None),
    ],
)
def test_days(query, on):
    assert read(query).on == on


def test_today_has_come_and_tomorrow_has_not(monkeypatch):
    monkeypatch.setattr(directory, "today", lambda: datetime.date(2026, 3, 1))
    assert read("on=2026-03-01").on == datetime.date(2026, 3, 1)
    assert read("on=2026-03-02").ignored == ("on=2026-03-02",)


def test_the_day_is_kept_from_list_to_list():
    query = read("q=a&country=TR&on=2019-06-30&page=2")
    assert query.without_ticks().query_string == "?q=a&on=2019-06-30"
    assert query.without_day().query_string == "?q=a&country=TR"
    assert query.day == "?on=2019-06-30"
    assert query.without_day().day == ""
    assert query.kept == [("country", "TR"), ("on", "2019-06-30")]
    assert query.kept_by_filters == [("q", "a"), ("on", "2019-06-30")]
    assert query.kept_by_day == [("q", "a"), ("country", "TR")]
    assert read("on=2019-06-30").is_filtered


def test_a_span_of_one_year_is_the_year():
    assert read("since=2009-2009").query_string == "?since=2009"


NAMES = [
    "q", "country", "works_in", "region", "focus", "type", "kind", "class", "status", "since", "name_lang",
    "on", "sort", "page", "x",
]  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["TR", "sn", "145", "education", "full", "former", "2009", "2005-2009", "ar", "name", "2"]
    ),
    st.dates().map(str),
)


@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=12))
def test_whatever_is_asked_is_read_and_written_in_one_way(pairs):
    """What is understood survives a round trip, whatever it was mixed with and in whatever order it came."""
    query = read(urlencode(pairs, errors="replace"))
    again = read(query.query_string.removeprefix("?"))
    assert again.parameters == query.parameters
    assert again.ignored == ()
    assert again.selection.key == query.selection.key
    assert read(urlencode(query.parameters[::-1])).query_string == query.query_string
    assert len(query.ignored) <= MOST_IGNORED
