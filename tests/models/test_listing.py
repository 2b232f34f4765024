"""What the public may ask about organisations, and about which days."""

import datetime

import pytest

from members.models import MembershipClass, Organisation
from members.models.base import today
from tests import factories

pytestmark = pytest.mark.django_db
ALL = Organisation.objects
MEMBER, SUSPENDED, FORMER = "member", "suspended", "former"


def day(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


@pytest.fixture
def selvi():
    """Member from 2009, suspended in 2014, left at the end of 2016, back in 2020 as an observer."""
    selvi = factories.make_member(since=day(2009))
    factories.suspend(selvi, day(2014), until=datetime.date(2014, 12, 31))
    factories.end(selvi, datetime.date(2016, 12, 31))
    factories.make_membership(selvi, to="observer", since=day(2020))
    return selvi


@pytest.mark.parametrize(
    ("on", "status", "since", "class_slug"),
    [
        (datetime.date(2008, 12, 31), "none", None, None),
        (day(2009), MEMBER, 2009, "full"),
        (day(2014), SUSPENDED, 2009, "full"),
        (datetime.date(2014, 12, 31), SUSPENDED, 2009, "full"),
        (day(2015), MEMBER, 2009, "full"),
        (datetime.date(2016, 12, 31), MEMBER, 2009, "full"),
        (day(2017), FORMER, 2009, "full"),
        (day(2020), MEMBER, 2020, "observer"),
        (None, MEMBER, 2020, "observer"),
    ],
)
def test_standing_on_a_day(selvi, on, status, since, class_slug):
    row = ALL.with_standing(on).get()
    assert (row.status_on, row.class_slug) == (status, class_slug)
    assert (row.member_since and row.member_since.year) == since
    for one in (MEMBER, SUSPENDED, FORMER):
        assert ALL.standing(one, on=on).exists() is (status == one)
    assert ALL.standing(MEMBER, SUSPENDED, on=on).exists() is (status in {MEMBER, SUSPENDED})
    assert ALL.standing(MEMBER, FORMER, on=on).exists() is (status in {MEMBER, FORMER})
    assert ALL.standing(MEMBER, SUSPENDED, FORMER, on=on).exists() is (status != "none")
    assert ALL.listed(on).exists() is (status != "none")


def test_several_former_memberships_count_once(selvi):
    factories.end(selvi, day(2022))
    assert ALL.standing(FORMER).count() == 1
    assert ALL.with_standing().get().member_until == day(2022)


def test_classes_that_are_not_public_do_not_count(selvi):
    MembershipClass.objects.filter(slug="observer").update(is_public=False)
    row = ALL.with_standing().get()
    assert (row.status_on, row.class_slug, row.member_since) == (FORMER, "full", day(2009))
    MembershipClass.objects.update(is_public=False)
    assert not ALL.listed().exists()


def test_a_chain_of_class_changes_is_one_membership():
    member = factories.make_member(since=day(2001))
    factories.change_class(member, to="observer", on=day(2005))
    factories.change_class(member, to="full", on=day(2010))
    assert ALL.with_standing().get().member_since == day(2001)
    assert ALL.with_standing(day(2006)).get().member_since == day(2001)


def test_a_chain_from_an_unknown_start():
    member = factories.make_member(since=None)
    factories.change_class(member, to="observer", on=day(2005))
    assert ALL.with_standing().get().member_since is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", ("Hello.", "en")), ("ar", ("Merhaba.", "tr")), ("tr", ("Merhaba.", "tr"))],
)
def test_summary(language, expected):
    factories.make_member(texts={"en": "Hello.", "tr": "Merhaba."})
    row = ALL.with_summary(language).get()
    assert (row.summary, row.summary_language) == expected


def test_summary_in_any_language():
    factories.make_member(texts={"ur": "تعلیم"})
    assert ALL.with_summary("en").get().summary_language == "ur"


def test_contacts_come_only_where_they_are_for_everybody():
    contacts = {"email": "a@example.org", "phone": "+902860000000", "address": "Sokak 1"}
    member = factories.make_member(**contacts, email_audience="public")
    row = ALL.for_profile().get()
    assert (row.public_email, row.public_phone, row.public_address) == ("a@example.org", "", "")
    assert {*contacts, "note", "is_listed", "version"} <= row.get_deferred_fields()
    factories.suspend(member, today())
    assert ALL.for_profile().get().public_email == ""


def test_numbers_of_merged_ones_answer(selvi):
    merged = factories.make_member("Badem Vakfı")
    ALL.filter(pk=merged.pk).update(merged_into=selvi)
    assert ALL.answering(merged.number) == ALL.answering(selvi.number) == selvi
    assert ALL.answering("TR-9999") is None
    ALL.filter(pk=merged.pk).update(is_listed=False)
    assert ALL.answering(merged.number) is None
