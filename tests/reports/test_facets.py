"""Counts beside the filters."""

import datetime

import pytest

from members.models import Organisation
from members.reports import facets, keeping, register
from members.reports.rows import Found
from members.reports.selection import Selection
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    rows = {
        "tr": factories.make_member("Selvi Vakfı", country="TR", focus=["education", "youth"]),
        "tr_observer": factories.make_member(
            "Çınar Derneği", country="TR", to="observer", kind="association"
        ),
        "sn": factories.make_member("Réseau du Littoral", country="SN", language="fr", focus=["education"]),
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
    assert Selection({"status": statuses}).organisations().count() == total


def test_class_and_kind(members):
    assert count(class_=("observer",)).countries == {"TR": 1}
    assert count(class_=("full",), kind=("association",)).total == 0
    assert count(class_=("full",), kind=("association",)).counts["class"] == {"observer": 1}


@pytest.mark.parametrize(
    "ticks",
    [
        {"country": ("TR",)},
        {"focus": ("education",), "status": ("former", "member")},
        {"class": ("full",), "region": ("142",)},
        {"kind": ("foundation",), "status": ("suspended",)},
    ],
)
def test_the_total_is_what_the_list_shows(members, ticks):
    selection = Selection(ticks)
    assert facets.count(selection, revision=1).total == selection.organisations().count() > 0


def test_hidden_ones_do_not_count(members):
    Organisation.objects.filter(pk=members["sn"].pk).update(is_listed=False)
    Organisation.objects.filter(pk=members["jo"].pk).update(merged_into=members["tr"])
    counted = count()
    assert (counted.total, counted.countries) == (2, {"TR": 2})
    assert counted.counts["focus"] == {"education": 1, "youth": 1}


def test_a_future_admission_does_not_count(members):
    factories.make_member("Yarın Vakfı", since=datetime.date(2999, 1, 1))
    assert count().total == 4


@pytest.mark.parametrize("ticks", [{}, {"country": ("TR",)}, {"focus": ("youth",)}, {"status": ("former",)}])
def test_found_rows_are_counted_alike(members, ticks):
    everybody = [row.pk for row in members.values()]
    found = Found(everybody, Selection(ticks), register.current())
    assert found.facets == facets.count(Selection(ticks), revision=1)


def test_one_query_and_none_of_a_large_register(members, django_assert_num_queries, monkeypatch):
    with django_assert_num_queries(2):
        count()
        count()
    monkeypatch.setattr(keeping, "KEPT_FROM", 1)
    with django_assert_num_queries(1):
        assert count() == count()
    with django_assert_num_queries(1):
        facets.count(Selection(), revision=2)


def test_the_register_in_one_query(members, django_assert_num_queries):
    with django_assert_num_queries(1):
        now = register.current()
    assert now.revision > 0
    assert list(now.focus_areas) == ["education", "youth"]
    assert now.classes["full"].is_first
    assert [term.name for term in now.focus_of("youth education")] == ["Education", "Youth"]
