"""Reading the directory's parameters."""

import pytest
from django.http import QueryDict

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
        "&status=former&sort=new&page=3"
    )
    assert query.search == "selvi"
    assert query.ticks == {
        "focus": ("education",), "country": ("TR", "SN"), "region": ("145",), "kind": ("foundation",),
        "class": ("full",), "status": ("former",),
    }  # fmt: skip
    assert (query.sort, query.page, query.ignored) == ("new", 3, ())
    assert query.query_string == (
        "?q=selvi&focus=education&country=SN&country=TR&region=145&kind=foundation&class=full&status=former"
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
     "status=none", "sort=x", "page=0", "page=-1", "page=%D9%A3", "page=1.0", "utm_source=x"],
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
