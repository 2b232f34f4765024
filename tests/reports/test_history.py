"""The public history of an entry."""

import datetime

import pytest

from members.actions import people
from members.choices import Audience, HowEnded
from members.models import MembershipClass, Organisation, Person, User
from members.reports import register
from members.reports.history import history, merged_numbers, stretches
from members.reports.mandates import terms
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


def day(year: int, month: int = 1, number: int = 1) -> datetime.date:
    return datetime.date(year, month, number)


def told(organisation: Organisation, on: datetime.date = TODAY) -> list[str]:
    """The events as lines, newest first."""
    memberships = list(stretches(organisation, register.current(), on))
    events = history(organisation, memberships, terms(organisation, on), on)
    return [
        " | ".join(
            filter(None, [event.on.isoformat(), event.sentence, event.person, str(event.former_name or "")])
        )
        for event in events
    ]


@pytest.fixture
def selvi() -> Organisation:
    return factories.make_member("Selvi Vakfı", since=day(2009))


class TestTerms:
    def test_with_the_name_only_by_consent(self, selvi):
        factories.make_representative(
            selvi, "Elif Karaca", is_public=True, starts_on=day(2020), ends_on=day(2023, 12, 31)
        )
        factories.make_representative(selvi, "Mert Yalın", function="head", starts_on=day(2021))
        assert told(selvi)[:3] == [
            "2024-01-01 | Term ended: Delegate to the union | Elif Karaca",
            "2021-01-01 | Term began: Head of the organisation",
            "2020-01-01 | Term began: Delegate to the union | Elif Karaca",
        ]

    def test_a_name_goes_with_the_consent(self, selvi):
        mandate = factories.make_representative(selvi, "Elif Karaca", is_public=True, starts_on=day(2020))
        Person.objects.filter(pk=mandate.person_id).update(name_audience=Audience.SECRETARIAT)
        assert told(selvi)[0] == "2020-01-01 | Term began: Delegate to the union"

    def test_sealed_people_are_never_named(self, selvi):
        mandate = factories.make_representative(selvi, "Elif Karaca", is_public=True, starts_on=day(2020))
        staff = User.objects.create_superuser("staff", password="a long password indeed")
        people.seal(mandate.person, by=staff, reason="At risk.")
        assert "Karaca" not in " ".join(told(selvi))

    def test_unnamed_terms_of_one_day_are_told_once(self, selvi):
        for name in ("Mert Yalın", "Ada Kaya", "Can Demir"):
            factories.make_representative(
                selvi, name, function="secretary", rank="alternate", starts_on=day(2020)
            )
        assert told(selvi)[:-1] == ["2020-01-01 | Term began: Secretary, alternate"]

    def test_what_is_to_come_is_not_told(self, selvi):
        factories.make_representative(selvi, "Elif Karaca", starts_on=day(2027))
        factories.make_representative(
            selvi, "Mert Yalın", function="head", starts_on=day(2025), ends_on=day(2028)
        )
        assert told(selvi)[:-1] == ["2025-01-01 | Term began: Head of the organisation"]


class TestMergers:
    def merge(self, loser: Organisation, survivor: Organisation) -> None:
        factories.end(loser, day(2015, 6, 30), how=HowEnded.MERGED)
        Organisation.objects.filter(pk=loser.pk).update(merged_into=survivor)

    def numbers(self, organisation: Organisation) -> list[str]:
        return merged_numbers(organisation, list(stretches(organisation, register.current(), TODAY)))

    def test_the_survivor_tells_of_it(self, selvi):
        self.merge(factories.make_member("Badem Vakfı", since=day(2011)), selvi)
        assert told(selvi) == [
            "2015-07-01 | TR-0002 was merged into this entry",
            "2009-01-01 | Admitted as a member. Class: Full member",
        ]
        assert self.numbers(selvi) == ["TR-0002"]

    def test_the_day_may_not_be_recorded(self, selvi):
        loser = factories.make_member("Badem Vakfı", since=day(2011))
        Organisation.objects.filter(pk=loser.pk).update(merged_into=selvi)
        assert len(told(selvi)) == 1
        assert self.numbers(selvi) == ["TR-0002"]

    def test_hidden_entries_and_hidden_classes_leave_no_trace(self, selvi):
        MembershipClass.objects.create(slug="secret", names={"en": "Secret"}, is_public=False)
        hidden = factories.make_member("Badem Vakfı", since=day(2011))
        self.merge(hidden, selvi)
        self.merge(factories.make_member("Ceviz Vakfı", to="secret", since=day(2011)), selvi)
        Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
        assert told(selvi) == ["2009-01-01 | Admitted as a member. Class: Full member"]
        assert self.numbers(selvi) == []

    def test_memberships_that_begin_on_one_day_are_kept_apart(self, selvi):
        loser = factories.make_member("Badem Vakfı", since=day(2009))
        factories.suspend(loser, day(2010), until=day(2011))
        factories.suspend(selvi, day(2012), until=day(2013))
        self.merge(loser, selvi)
        assert [line for line in told(selvi) if "uspen" in line] == [
            "2013-01-02 | Reinstated: the suspension ended",
            "2012-01-01 | Membership suspended",
        ]


def test_one_query_for_all_memberships(selvi, django_assert_num_queries):
    now = register.current()
    with django_assert_num_queries(1):
        list(stretches(selvi, now, TODAY))
