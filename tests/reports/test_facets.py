"""Counts beside the filters."""

import datetime

import pytest

from members.models import Organisation
from members.reports import census, facets, register
from members.reports.rows import Found, Listed
from members.reports.selection import Selection
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    rows = {
        "tr": factories.make_member(
            "Selvi Vakfı",
            country="TR",
            focus=["education", "youth"],
            works_in=["SN", "ML"],
            names=[("Selvi Foundation", "translation", "en"), ("Selvi Trust", "alias", "en")],
        ),
        "tr_observer": factories.make_member(
            "Çınar Derneği", country="TR", to="observer", kind="association", since=datetime.date(2021, 1, 1)
        ),
        "sn": factories.make_member(
            "Réseau du Littoral", country="SN", language="fr", focus=["education"], works_in=["SN"]
        ),
        "jo": factories.make_member("مركز نبراس", country="JO", language="ar", focus=["youth"]),
        "ma": factories.make_member("جمعية الوادي", country="MA", language="ar", focus=["education"]),
    }
    factories.suspend(rows["jo"])
    factories.end(rows["ma"])
    return rows


def count(**ticks):
    ticks = {name.rstrip("_"): values for name, values in ticks.items()}
    return facets.count(Selection(ticks), revision=1)


def test_all_present_members_are_counted_by_default(members):
    counted = count()
    assert counted.total == 4
    assert counted.countries == {"TR": 2, "SN": 1, "JO": 1}
    assert counted.counts == {
        "focus": {"education": 2, "youth": 2},
        "country": {"TR": 2, "SN": 1, "JO": 1},
        "region": {"142": 3, "145": 3, "002": 1, "011": 1},
        "kind": {"foundation": 3, "association": 1},
        "class": {"full": 3, "observer": 1},
        "status": {"member": 3, "suspended": 1, "former": 1},
        "works_in": {"SN": 2, "ML": 1},
        "since": {"2005-2009": 3, "2020-2024": 1},
        "name_lang": {"tr": 2, "en": 1, "fr": 1, "ar": 1},
    }


def test_a_facet_sets_its_own_ticks_aside(members):
    counted = count(country=("TR",))
    assert counted.total == 2
    assert counted.counts["country"] == {"TR": 2, "SN": 1, "JO": 1}
    assert counted.counts["kind"] == {"foundation": 1, "association": 1}
    assert counted.counts["focus"] == {"education": 1, "youth": 1}
    assert counted.counts["status"] == {"member": 2}


def test_values_of_a_facet_are_or_and_facets_are_and(members):
    assert count(country=("TR", "SN")).total == 3
    assert count(country=("TR", "SN"), focus=("education",)).total == 2
    assert count(country=("TR", "SN"), focus=("education", "youth")).total == 2


def test_focus_areas_set_their_own_ticks_aside(members):
    counted = count(focus=("youth",))
    assert counted.total == 2
    assert counted.counts["focus"] == {"education": 2, "youth": 2}
    assert counted.counts["country"] == {"TR": 1, "JO": 1}


def test_region_and_subregion(members):
    assert count(region=("145",)).countries == {"TR": 2, "JO": 1}
    assert count(region=("002",)).countries == {"SN": 1}
    assert count(region=("145",)).counts["focus"] == {"education": 1, "youth": 2}


@pytest.mark.parametrize(
    ("statuses", "total", "focus"),
    [
        (("member",), 3, {"education": 2, "youth": 1}),
        (("suspended",), 1, {"youth": 1}),
        (("former",), 1, {"education": 1}),
        (("member", "former"), 4, {"education": 3, "youth": 1}),
        (("member", "suspended", "former"), 5, {"education": 3, "youth": 2}),
    ],
)
def test_status(members, statuses, total, focus):
    counted = count(status=statuses)
    assert (counted.total, counted.counts["focus"]) == (total, focus)


def test_class_and_kind(members):
    assert count(class_=("observer",)).countries == {"TR": 1}
    assert count(class_=("full",), kind=("association",)).total == 0
    assert count(class_=("full",), kind=("association",)).counts["class"] == {"observer": 1}


@pytest.mark.parametrize(
    ("ticks", "total", "facet", "numbers"),
    [
        ({"works_in": ("SN",)}, 2, "works_in", {"SN": 2, "ML": 1}),
        ({"works_in": ("SN", "ML")}, 2, "country", {"TR": 1, "SN": 1}),
        ({"works_in": ("ML",), "focus": ("youth",)}, 1, "works_in", {"SN": 1, "ML": 1}),
        ({"name_lang": ("en", "tr")}, 2, "name_lang", {"tr": 2, "en": 1, "fr": 1, "ar": 1}),
        ({"name_lang": ("en",), "country": ("TR",)}, 1, "country", {"TR": 1}),
        ({"since": ("2005-2009",)}, 3, "since", {"2005-2009": 3, "2020-2024": 1}),
        ({"since": ("2021", "2009")}, 4, "class", {"full": 3, "observer": 1}),
        ({"since": ("1990-2008",)}, 0, "class", {}),
    ],
)
def test_facets_of_several_values(members, ticks, total, facet, numbers):
    counted = facets.count(Selection(ticks), revision=1)
    assert (counted.total, counted.counts[facet]) == (total, numbers)


@pytest.mark.parametrize(
    "ticks",
    [
        {"country": ("TR",)},
        {"focus": ("education",), "status": ("former", "member")},
        {"class": ("full",), "region": ("142",)},
        {"kind": ("foundation",), "status": ("suspended",)},
        {"works_in": ("SN",), "name_lang": ("en",), "since": ("2005-2009",)},
    ],
)
def test_the_total_is_what_the_list_shows(members, ticks):
    listed = Listed(Selection(ticks), register.current())
    assert listed.facets.total == len(listed.page("name", start=0, number=20)) > 0


def test_the_day_asked_about(members):
    before = Selection(on=datetime.date(2009, 3, 11))
    assert facets.count(before, revision=1).total == 0
    then = facets.count(Selection(on=datetime.date(2009, 3, 12)), revision=1)
    assert (then.total, then.counts["status"]) == (4, {"member": 4})
    last_day, day_after = datetime.date(2023, 12, 31), datetime.date(2024, 1, 1)
    assert facets.count(Selection(on=last_day), revision=1).countries["MA"] == 1
    assert "MA" not in facets.count(Selection(on=day_after), revision=1).countries


def test_hidden_ones_do_not_count(members):
    Organisation.objects.filter(pk=members["sn"].pk).update(is_listed=False)
    Organisation.objects.filter(pk=members["jo"].pk).update(merged_into=members["tr"])
    counted = count()
    assert (counted.total, counted.countries) == (2, {"TR": 2})
    assert counted.counts["focus"] == {"education": 1, "youth": 1}


def test_a_future_admission_does_not_count(members):
    factories.make_member("Yarın Vakfı", since=datetime.date(2999, 1, 1))
    assert count().total == 4


@pytest.mark.parametrize(
    "ticks",
    [
        {},
        {"country": ("TR",)},
        {"focus": ("youth",)},
        {"status": ("former",)},
        {"works_in": ("SN",)},
        {"name_lang": ("en",)},
    ],
)
def test_found_rows_are_counted_alike(members, ticks):
    everybody = [row.pk for row in members.values()]
    found = Found(everybody, Selection(ticks), register.current())
    assert found.facets == facets.count(Selection(ticks), revision=1)


def test_what_was_found_is_counted_by_itself(members):
    found = Found(
        [members["sn"].pk, members["jo"].pk], Selection({"country": ("TR", "SN")}), register.current()
    )
    assert found.facets.total == 1
    assert found.facets.counts["country"] == {"SN": 1, "JO": 1}
    assert found.facets.counts["name_lang"] == {"fr": 1}


def test_one_query_and_none_while_nothing_changes(members, django_assert_num_queries):
    now = register.current().revision
    with django_assert_num_queries(1):
        facets.count(Selection(), revision=now)
        facets.count(Selection({"country": ("TR",)}), revision=now)
    census.forget()
    with django_assert_num_queries(1):
        facets.count(Selection(), revision=now)


def test_the_register_in_one_query(members, django_assert_num_queries):
    with django_assert_num_queries(1):
        now = register.current()
    assert now.revision > 0
    assert list(now.focus_areas) == ["education", "youth"]
    assert now.classes["full"].is_first
    assert [term.name for term in now.focus_of("youth education")] == ["Education", "Youth"]
