"""The public revision rises with what the public can see, and with nothing else."""

import pytest

from members import revision
from members.actions import organisations, people, representatives
from members.actions.refusals import Refused
from members.models import Organisation, Person, PublicChange
from tests.factories import make_member, make_objective, make_organisation, make_person, make_text

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


def about() -> list:
    return list(PublicChange.objects.order_by("number").values_list("number", "about"))


def test_each_number_says_what_it_was_about():
    member = make_member("Open Trust")
    PublicChange.objects.all().delete()
    number = revision.current()[0]
    organisations.add_name(member, value="OT", kind="acronym", by=None)
    organisations.mark([member.pk], is_listed=False, by=None, reason="Asked.")
    revision.raised()
    assert about() == [(number + 1, member.pk), (number + 2, member.pk), (number + 3, None)]


def test_many_at_once_are_one_number_about_anything():
    members = [make_member("Open Trust"), make_member("Other Trust"), make_organisation("Applicant")]
    PublicChange.objects.all().delete()
    number, keys = revision.current()[0], [member.pk for member in members]
    organisations.mark(keys, note="Private.", by=None, reason="Asked.")
    organisations.mark(keys, checked_on="2026-01-01", by=None, reason="Asked.")
    organisations.mark(keys[:1], checked_on="2026-02-01", by=None, reason="Asked.")
    assert about() == [(number + 1, None), (number + 2, keys[0])]


def test_what_changed_long_ago_is_forgotten(monkeypatch):
    monkeypatch.setattr(revision, "REMEMBERED", 2)
    for _turn in range(4):
        revision.raised()
    number = revision.current()[0]
    assert about() == [(number - 1, None), (number, None)]


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


def test_texts_of_the_union_count_once_they_are_published():
    draft = make_text(published_on=None)
    assert not revision.raised_for(draft, ["body", "title"])
    assert not revision.raised_for(draft.page, ["position"])
    published = make_text(number=2)
    assert revision.raised_for(published, ["adopted_on"])
    assert revision.raised_for(published.page, ["position"])
    assert revision.raised_for(make_objective(), ["titles"])


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
