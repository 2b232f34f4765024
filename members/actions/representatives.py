"""Mandates begin, end and pass to a successor."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from members import audit, revision
from members.actions.refusals import Refused, TransitionRefused
from members.actions.versions import lock
from members.models import Organisation, Person, Representative

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def appoint(organisation: Organisation, *, person: Person, by, reason: str = "", **facts) -> Representative:
    """A mandate of a person for an organisation; `facts` are the term, function, rank and so on."""
    organisation = lock(organisation)
    mandate = Representative(organisation=organisation, person=person, **facts)
    return _done("appoint", mandate, by=by, reason=reason)


@transaction.atomic
def end_term(mandate: Representative, *, on: datetime.date, by, reason: str) -> Representative:
    """The mandate's last day is `on`, past or future. Nothing else about the organisation changes."""
    mandate = lock(mandate)
    mandate.ends_on = on
    mandate.version += 1
    return _done("end_term", mandate, by=by, reason=reason)


@transaction.atomic
def replace(
    mandate: Representative, *, person: Person, on: datetime.date, by, reason: str, **facts
) -> Representative:
    """From `on` another person has this function and rank; the old term ends the day before."""
    mandate = lock(mandate)
    if mandate.starts_on >= on:
        raise TransitionRefused(_("The present term begins on that day or later."))
    if mandate.ends_on is None or mandate.ends_on >= on:
        mandate.ends_on = on - ONE_DAY
        mandate.version += 1
        _done("end_term", mandate, by=by, reason=reason)
    kept = {name: getattr(mandate, name) for name in ("organisation", "function", "rank", "has_vote")}
    successor = Representative(**{**kept, "person": person, "starts_on": on, **facts})
    return _done("appoint", successor, by=by, reason=reason)


def _done(verb: str, mandate: Representative, *, by, reason: str) -> Representative:
    try:
        mandate.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    audit.because(mandate, by=by, reason=reason)
    mandate.save()
    audit.record(
        verb, mandate.organisation, by=by, reason=reason, mandate=mandate.pk, function=mandate.function
    )
    revision.raised_about(mandate.organisation)
    return mandate
