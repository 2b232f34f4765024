"""The census: the same after each public change as if it were made anew."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members import revision
from members.actions import organisations
from members.models import MembershipClass, Organisation, OrganisationName, PublicChange, Revision
from members.models.base import today
from members.reports import census
from tests import factories

pytestmark = pytest.mark.django_db
EN = "en"


def now() -> census.Census:
    return census.of(today(), Revision.now())


def facts(known: census.Census) -> dict:
    """Everything that a census says, by the keys of organisations."""
    sets = {
        (kind, value): {key for key, place in known.places.items() if bits >> place & 1}
        for kind, values in known.sets.items()
        for value, bits in values.items()
    }
    listed = known.any_of("status", ["member", "suspended", "former"])
    since = {key: known.since[place] for key, place in known.places.items() if listed >> place & 1}
    order = list(known.in_order(listed, "name", EN))
    return {"sets": {fact: whom for fact, whom in sets.items() if whom}, "since": since, "order": order}


@pytest.fixture
def members():
    rows = [
        factories.make_member("Selvi", focus=["education", "youth"], works_in=["SN", "ML"]),
        factories.make_member("Badem", country="SN", to="observer", since=datetime.date(2020, 2, 29)),
        factories.make_member("Ceviz", country="MA", language="ar", since=None),
        factories.make_member("Defne"),
    ]
    factories.suspend(rows[3])
    return rows


def test_what_it_says(members):
    selvi, badem, ceviz, defne = (row.pk for row in members)
    said = facts(now())
    assert said["sets"] == {
        ("status", "member"): {selvi, badem, ceviz},
        ("status", "suspended"): {defne},
        ("class", "full"): {selvi, ceviz, defne},
        ("class", "observer"): {badem},
        ("country", "TR"): {selvi, defne},
        ("country", "SN"): {badem},
        ("country", "MA"): {ceviz},
        ("kind", "foundation"): {selvi, badem, ceviz, defne},
        ("focus", "education"): {selvi},
        ("focus", "youth"): {selvi},
        ("works_in", "SN"): {selvi},
        ("works_in", "ML"): {selvi},
        ("name_lang", "tr"): {selvi, badem, defne},
        ("name_lang", "ar"): {ceviz},
        ("year", "2009"): {selvi, defne},
        ("year", "2020"): {badem},
    }
    assert said["order"] == [badem, ceviz, defne, selvi]
    standing = now().standing(badem)
    assert (standing.status, standing.membership_class) == ("member", "observer")
    assert standing.since == datetime.date(2020, 2, 29)
    assert sorted(now().standing(selvi).focus_areas) == ["education", "youth"]


def test_it_says_of_memberships_what_the_database_says(members):
    back = factories.make_member("Erguvan", since=datetime.date(2001, 1, 1))
    factories.end(back, datetime.date(2010, 12, 31))
    factories.make_membership(back, since=datetime.date(2015, 1, 1))
    factories.change_class(back, to="observer", on=datetime.date(2018, 1, 1))
    factories.end(back, datetime.date(2022, 6, 30))
    for year in range(2000, 2026):
        day = datetime.date(year, 7, 1)
        known, rows = census.Census(day, 0), Organisation.objects.listed(day).with_standing(day)
        expected = {row.pk: (row.status_on, row.class_slug, row.member_since) for row in rows}
        listed = known.any_of("status", ["member", "suspended", "former"])
        said = {key: known.standing(key) for key in known.in_order(listed, "name", EN)}
        assert {key: (one.status, one.membership_class, one.since) for key, one in said.items()} == expected


CHANGES = {
    "renamed": lambda rows: organisations.change_official_name(
        rows[0], value="Aylin", language="tr", on=datetime.date(2021, 1, 1), by=None, reason="Letter."
    ),
    "a name more": lambda rows: organisations.add_name(
        rows[1], value="Almond", kind="translation", language="en", by=None
    ),
    "left": lambda rows: factories.end(rows[1]),
    "suspended": lambda rows: factories.suspend(rows[0]),
    "another class": lambda rows: factories.change_class(rows[0], to="observer"),
    "hidden": lambda rows: organisations.mark([rows[0].pk], is_listed=False, by=None, reason="Asked."),
    "hidden, renamed and shown again": lambda rows: [
        organisations.mark([rows[0].pk], is_listed=False, by=None, reason="Asked."),
        now().in_order(1, "name", EN),
        organisations.add_name(rows[0], value="Aaa", kind="translation", language="en", by=None),
        factories.end(rows[1]),
        now().in_order(1, "name", EN),
        organisations.mark([rows[0].pk], is_listed=True, by=None, reason="Asked."),
    ],
    "many at once": lambda rows: organisations.mark(
        [row.pk for row in rows[:3]], is_listed=False, by=None, reason="Asked."
    ),
    "new": lambda rows: factories.make_member("Bambu", country="AL", focus=["water"]),
    "two": lambda rows: [factories.end(rows[0]), factories.suspend(rows[1])],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("is_ordered", [True, False])
def test_after_a_change_it_is_as_if_made_anew(members, change, is_ordered):
    before = now()
    if is_ordered:
        before.in_order(-1 & (1 << len(before.keys)) - 1, "name", EN)
    was = facts(before) if is_ordered else None
    change(members)
    after = now()
    assert after is not before
    census.forget()
    assert facts(after) == facts(now())
    assert was is None or facts(before) == was  # whoever holds the old one reads on undisturbed


def test_only_what_changed_is_looked_at_again(members):
    now().in_order(1, "name", EN)
    factories.suspend(members[0])
    with CaptureQueriesContext(connection) as queries:
        now().in_order(1, "name", EN)
    asked = [query["sql"] for query in queries]
    assert len(asked) == 5  # the revision, what changed, the facts, and two for the order
    assert asked[2].count(f" IN ({members[0].pk})") == 6


@pytest.mark.parametrize(
    "deed",
    [
        revision.raised,  # perhaps anything
        lambda: Revision.objects.update(number=10_000),  # a database of another time
        lambda: [revision.raised(Organisation.objects.first()), PublicChange.objects.all().delete()],
    ],
    ids=["anything", "another number", "forgotten changes"],
)
def test_where_it_cannot_tell_it_looks_at_everything(members, deed):
    now()
    MembershipClass.objects.filter(slug="observer").update(is_public=False)
    deed()
    assert "SN" not in {
        value for value, bits in now().sets["country"].items() if bits & now().any_of("status", ["member"])
    }


def test_too_many_changes_are_a_new_census(members, monkeypatch):
    monkeypatch.setattr(census, "MOST_CHANGED", 1)
    now()
    for row in members[:2]:
        factories.end(row)
    assert facts(now())["sets"]["status", "former"] == {row.pk for row in members[:2]}


def test_a_few_days_are_kept_and_today_always(members):
    days = [datetime.date(2020, 1, day) for day in range(1, 6)]
    assert [census.of(day, 1) for day in days[:3]] == [census.of(day, 1) for day in days[:3]]
    of_today, known = census.of(today(), 1), [census.of(day, 1) for day in days]
    assert census.of(days[-1], 1) is known[-1]
    assert census.of(days[0], 1) is not known[0]
    assert census.of(today(), 1) is of_today
    assert len(census._kept) == census.MOST_DAYS


def test_it_remembers_a_little(members):
    known, made = now(), []

    def answer(value):
        return lambda: made.append(value) or value

    for value in range(1, census.MOST_REMEMBERED + 2):
        assert known.remember(value, answer(value)) == value
    known.remember(2, answer(2))
    known.remember(1, answer(1))
    assert made.count(2) == 1
    assert made.count(1) == 2


def test_an_empty_register():
    known = now()
    assert list(known.in_order(0, "name", EN)) == list(known.in_order(0, "new", EN)) == []
    assert known.bits([1, 2]) == known.any_of("focus", ["x"]) == 0


def test_names_that_are_no_more_have_no_language(members):
    OrganisationName.objects.create(
        organisation=members[0], value="Cypress", kind="translation", language="en", valid_until="2020-01-01"
    )
    OrganisationName.objects.create(organisation=members[0], value="Cyprès", kind="former", language="fr")
    assert {value for kind, value in facts(now())["sets"] if kind == "name_lang"} == {"tr", "ar"}
    assert "en" in census.of(datetime.date(2019, 1, 1), 1).sets["name_lang"]
