"""People at risk: sealed, read under record, unsealed."""

import pytest
from django.contrib.auth.models import Permission

from members import sealing
from members.actions import people
from members.actions.refusals import Refused
from members.models import AuditEvent, Person, User


@pytest.fixture
def guardian(db):
    user = User.objects.create_user("guardian", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_sealed_person"))
    return User.objects.get(pk=user.pk)


def everything_stored(person) -> str:
    rows = [
        *Person.objects.filter(pk=person.pk).values(),
        *person.history.values(),
        *AuditEvent.objects.values(),
    ]
    return repr(rows)


def test_sealing_leaves_nothing_readable(ada, staff):
    ada.note = "Asked by telephone"
    ada.save()
    people.seal(ada, by=staff, reason="At risk.")
    stored = everything_stored(ada)
    for secret in ("Ada", "ada@example.org", "902860000000", "Asked by telephone"):
        assert secret not in stored
    sealed = Person.objects.get(pk=ada.pk)
    assert str(sealed) == f"Sealed person {ada.pk}"
    with pytest.raises(Refused, match="sealed already"):
        people.seal(ada, by=staff, reason="Again.")


def test_only_the_right_shows_them_and_each_reading_is_recorded(ada, staff, guardian):
    people.seal(ada, by=staff, reason="At risk.")
    assert ada not in Person.objects.visible_to(staff)
    assert ada in Person.objects.visible_to(guardian)
    with pytest.raises(Refused, match="no right"):
        people.reveal(Person.objects.get(pk=ada.pk), by=staff, reason="Curious.")
    facts = people.reveal(Person.objects.get(pk=ada.pk), by=guardian, reason="Call about a visit.")
    assert facts["full_name"] == "Ada Example"
    assert facts["phone"] == "+902860000000"
    deed = AuditEvent.objects.first()
    assert (deed.verb, deed.actor_id, deed.reason) == ("reveal", guardian.pk, "Call about a visit.")


def test_unsealing_brings_the_facts_back_for_the_secretariat(ada, staff, guardian):
    people.seal(ada, by=staff, reason="At risk.")
    people.unseal(ada, by=guardian, reason="No longer at risk.")
    person = Person.objects.get(pk=ada.pk)
    assert (person.full_name, person.email, person.is_sealed) == ("Ada Example", "ada@example.org", False)
    assert person.name_audience == "secretariat"
    with pytest.raises(Refused, match="not sealed"):
        people.reveal(person, by=guardian, reason="R.")


def test_a_public_person_who_is_sealed_is_public_no_more(ada, staff):
    Person.objects.filter(pk=ada.pk).update(name_audience="public", consented_on="2024-01-01")
    assert ada in Person.objects.named_publicly()
    people.seal(ada, by=staff, reason="At risk.")
    assert ada not in Person.objects.named_publicly()


def test_altered_or_foreign_seal_is_noticed(settings):
    text = sealing.seal({"full_name": "Ada"})
    assert sealing.unseal(text) == {"full_name": "Ada"}
    settings.SEALED_KEYS = ["HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo="]
    with pytest.raises(sealing.SealBroken):
        sealing.unseal(text)


def test_keys_rotate(settings):
    old = settings.SEALED_KEYS
    text = sealing.seal({"full_name": "Ada"})
    settings.SEALED_KEYS = ["HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo=", *old]
    assert sealing.unseal(text) == {"full_name": "Ada"}
