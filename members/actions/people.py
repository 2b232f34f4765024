"""People at risk are sealed, read under record, and unsealed."""

from django.db import transaction
from django.utils.translation import gettext as _

from members import audit, revision, sealing
from members.actions.refusals import Refused
from members.actions.versions import lock
from members.choices import Audience
from members.models import Person
from members.models.person import SEALED_FACTS, SEE_SEALED

AUDIENCES = ("name_audience", "email_audience", "phone_audience")


@transaction.atomic
def seal(person: Person, *, by, reason: str) -> Person:
    """From now on name and contacts exist only encrypted; they are wiped from the history as well."""
    person = lock(person)
    if person.is_sealed:
        raise Refused(_("This person is sealed already."))
    was_public = person.name_audience == Audience.PUBLIC
    person.sealed_facts = sealing.seal({name: getattr(person, name) for name in SEALED_FACTS})
    person.is_sealed = True
    for name in SEALED_FACTS:
        setattr(person, name, "")
    for name in AUDIENCES:
        setattr(person, name, Audience.SECRETARIAT)
    _done("seal", person, by=by, reason=reason)
    person.history.update(**dict.fromkeys(SEALED_FACTS, ""))
    if was_public:
        revision.raised()
    return person


@transaction.atomic
def unseal(person: Person, *, by, reason: str) -> Person:
    """The person is an ordinary one again, for the secretariat only. Needs the right to see sealed people."""
    person = lock(person)
    facts = _facts(person, by)
    for name, value in facts.items():
        setattr(person, name, value)
    person.is_sealed, person.sealed_facts = False, ""
    return _done("unseal", person, by=by, reason=reason)


@transaction.atomic
def reveal(person: Person, *, by, reason: str) -> dict[str, str]:
    """The sealed facts, for reading once; the reading is recorded before it is answered."""
    facts = _facts(person, by)
    audit.record("reveal", person, by=by, reason=reason)
    return facts


def _facts(person: Person, by) -> dict[str, str]:
    if not person.is_sealed:
        raise Refused(_("This person is not sealed."))
    if not by.has_perm(SEE_SEALED):
        raise Refused(_("You have no right to see sealed people."))
    try:
        return sealing.unseal(person.sealed_facts)
    except sealing.SealBroken as error:
        raise Refused(_("The seal cannot be opened: the key is missing from SEALED_KEYS.")) from error


def _done(verb: str, person: Person, *, by, reason: str) -> Person:
    person.version += 1
    person.full_clean()
    audit.because(person, by=by, reason=reason)
    person.save()
    audit.record(verb, person, by=by, reason=reason)
    return person
