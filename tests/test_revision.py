"""The public revision rises with what the public can see, and with nothing else."""

import pytest

from members import revision
from members.actions import organisations, people, representatives
from members.actions.refusals import Refused
from members.models import Organisation, Person
from tests.factories import make_member, make_organisation, make_person

pytestmark = pytest.mark.django_db


def rises(deed) -> bool:
    before = revision.current()[0]
    deed()
    return revision.current()[0] > before


def test_names_of_whom_the_public_does_not_see_leave_it_alone():
    hidden, member = make_organisation("Hidden Trust"), make_member("Open Trust")
    add = organisations.add_name
    assert not rises(lambda: add(hidden, value="HT", kind="acronym", by=None))
    assert rises(lambda: add(member, value="OT", kind="acronym", by=None))
    Organisation.objects.filter(pk=member.pk).update(is_listed=False)
    assert not rises(lambda: add(member, value="OTX", kind="acronym", by=None))


def test_mandates_of_whom_the_public_does_not_see_leave_it_alone():
    hidden, member, person = make_organisation("Hidden Trust"), make_member("Open Trust"), make_person("Ada")
    facts = {"person": person, "function": "head", "starts_on": "2020-01-01", "by": None}
    assert not rises(lambda: representatives.appoint(hidden, **facts))
    assert rises(lambda: representatives.appoint(member, **facts))


def test_a_contact_counts_once_it_is_public():
    member = make_member("Open Trust")
    assert not revision.raised_for(member, ["email"])
    assert revision.raised_for(member, ["email", "email_audience"])
    member.email_audience = "public"
    assert revision.raised_for(member, ["email"])
    assert not revision.raised_for(member, ["note"])
    person = Person(full_name="Ada")
    assert not revision.raised_for(person, ["phone"])
    assert revision.raised_for(person, ["name_audience"])


def test_the_switch_of_listing_always_counts():
    member = make_member("Open Trust")
    member.is_listed = False
    member.save()
    assert revision.raised_for(member, ["is_listed"])
    assert not revision.raised_for(member, ["city"])


def test_sealing_counts_only_for_a_public_name():
    private, public = (
        Person.objects.create(full_name="Ada"),
        Person.objects.create(full_name="Bo", name_audience="public", consented_on="2024-01-01"),
    )
    assert not rises(lambda: people.seal(private, by=None, reason="At risk."))
    assert rises(lambda: people.seal(public, by=None, reason="At risk."))


def test_a_broken_seal_is_refused_in_words(settings, admin_user):
    person = Person.objects.create(full_name="Ada")
    people.seal(person, by=admin_user, reason="At risk.")
    settings.SEALED_KEYS = ["HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo="]
    with pytest.raises(Refused, match="SEALED_KEYS"):
        people.reveal(Person.objects.get(pk=person.pk), by=admin_user, reason="R.")
