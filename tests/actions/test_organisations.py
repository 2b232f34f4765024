"""Organisations and their names."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from members import revision
from members.actions import organisations
from members.actions.refusals import Refused
from members.models import AuditEvent, Organisation

D = datetime.date


def test_register_gives_number_name_order_and_history(organisation, staff):
    organisation = Organisation.objects.get(pk=organisation.pk)
    assert organisation.number == "TR-0001"
    name = organisation.official_name
    assert (name.value, name.language, name.script) == ("Selvi Irmağı Vakfı", "tr", "Latn")
    assert name.folded == "selvi irmagi vakfi"
    assert organisation.sort_name
    assert organisation.history.get().history_user == staff
    assert AuditEvent.objects.get().verb == "register"
    assert str(organisation) == "TR-0001 Selvi Irmağı Vakfı"


def test_register_refuses_a_wrong_fact_whole(turkiye, staff):
    with pytest.raises(ValidationError, match="not come yet"):
        organisations.register(country=turkiye, name="A", founded_year=2199, by=staff)
    with pytest.raises(ValidationError):
        organisations.register(country=turkiye, name="", by=staff)
    assert not Organisation.objects.exists()


def test_further_names(member, organisation, staff):
    before = revision.current()[0]
    name = organisations.add_name(
        organisation, value="SIV", kind="acronym", by=staff, reason="From the statute."
    )
    assert name.history.get().history_change_reason == "From the statute."
    assert revision.current()[0] > before
    with pytest.raises(ValidationError, match="one official name"):
        organisations.add_name(organisation, value="Other", kind="official", by=staff)


def test_change_of_the_official_name_keeps_the_old_one(organisation, staff):
    on = D(2020, 5, 1)
    organisations.change_official_name(
        organisation, value="Selvi Vakfı", language="tr", on=on, by=staff, reason="Assembly of 2020."
    )
    old, new = organisation.names.order_by("pk")
    assert (old.valid_until, old.is_former) == (D(2020, 4, 30), True)
    assert (new.valid_from, new.is_official_now) == (on, True)
    assert Organisation.objects.get().title == "Selvi Vakfı"
    with pytest.raises(Refused, match="taken up later"):
        organisations.change_official_name(
            organisation, value="X", language="tr", on=D(2019, 1, 1), by=staff, reason="R."
        )


def test_first_official_name_of_an_organisation_without_one(organisation, staff):
    organisation.names.all().delete()
    organisations.change_official_name(
        organisation, value="Selvi", language="tr", on=D(2020, 5, 1), by=staff, reason="R."
    )
    assert organisation.names.get().value == "Selvi"


def test_an_organisation_needs_an_official_name(organisation, staff):
    organisation.names.update(kind="alias")
    with pytest.raises(Refused, match="needs a current official name"):
        organisations.names_changed(organisation, by=staff)
