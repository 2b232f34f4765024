"""Mandates, with the faults that users of other systems reported (docs/domain.md)."""

import datetime

import pytest

from members.actions import representatives
from members.actions.refusals import Refused, TransitionRefused
from members.models import Organisation, Person, Representative

D = datetime.date


@pytest.fixture
def mandate(organisation, ada, staff):
    return representatives.appoint(
        organisation, person=ada, function="contact", starts_on=D(2020, 1, 1), by=staff
    )


def current(organisation):
    return list(Representative.objects.current().filter(organisation=organisation))


def test_a_future_end_does_not_end_the_mandate_today(mandate, organisation, staff):
    """hitobito #2401."""
    representatives.end_term(mandate, on=D(2999, 1, 1), by=staff, reason="Term over.")
    assert current(organisation) == [mandate]


def test_a_past_end_ends_it_without_a_job(mandate, organisation, staff):
    """hitobito #2245."""
    ended = representatives.end_term(mandate, on=D(2021, 1, 1), by=staff, reason="Left.")
    assert ended.ends_on == D(2021, 1, 1)
    assert current(organisation) == []


def test_ending_the_last_mandate_leaves_the_organisation_editable(mandate, organisation, staff):
    """hitobito #2770."""
    representatives.end_term(mandate, on=D(2021, 1, 1), by=staff, reason="Left.")
    organisation = Organisation.objects.get(pk=organisation.pk)
    organisation.full_clean(exclude=["number"])
    organisation.save()


def test_a_contact_person_never_alters_the_seat(organisation, ada, staff):
    """hitobito #3968."""
    Organisation.objects.filter(pk=organisation.pk).update(address="1 Seat Street", city="Çanakkale")
    before = Organisation.objects.values().get(pk=organisation.pk)
    representatives.appoint(organisation, person=ada, function="contact", starts_on=D(2020, 1, 1), by=staff)
    assert Organisation.objects.values().get(pk=organisation.pk) == before


def test_replace_ends_the_old_term_the_day_before(mandate, organisation, staff):
    bo = Person.objects.create(full_name="Bo Example")
    new = representatives.replace(mandate, person=bo, on=D(2022, 1, 1), by=staff, reason="Elected.")
    mandate.refresh_from_db()
    assert mandate.ends_on == D(2021, 12, 31)
    assert (new.person, new.function, new.rank, new.starts_on) == (bo, "contact", "principal", D(2022, 1, 1))
    assert current(organisation) == [new]


def test_replace_keeps_an_end_that_was_earlier(mandate, staff):
    """hitobito #2333: the end date was overwritten by today."""
    representatives.end_term(mandate, on=D(2021, 3, 1), by=staff, reason="Left.")
    bo = Person.objects.create(full_name="Bo Example")
    representatives.replace(mandate, person=bo, on=D(2022, 1, 1), by=staff, reason="Elected.")
    mandate.refresh_from_db()
    assert mandate.ends_on == D(2021, 3, 1)


def test_refusals(mandate, organisation, ada, staff):
    with pytest.raises(TransitionRefused, match="begins on that day or later"):
        representatives.replace(mandate, person=ada, on=D(2020, 1, 1), by=staff, reason="R.")
    with pytest.raises(Refused, match="last day is before the first"):
        representatives.end_term(mandate, on=D(2019, 1, 1), by=staff, reason="R.")
    bo = Person.objects.create(full_name="Bo Example")
    with pytest.raises(Refused, match="Another principal"):
        representatives.appoint(
            organisation, person=bo, function="contact", starts_on=D(2021, 1, 1), by=staff
        )
