"""The public revision: a number that rises with each change the public can see, and with nothing else."""

import datetime

from django.db.models import F, Model

from members import disclosure
from members.choices import Audience
from members.models import Organisation, Revision
from members.models.base import today


def raised() -> None:
    """Raises the revision; to be called in the transaction of the change."""
    Revision.objects.update(number=F("number") + 1, changed_on=today())


def raised_about(organisation: Organisation) -> bool:
    """Raises the revision if the public can see this organisation; says whether it did."""
    is_seen = Organisation.objects.listed().filter(pk=organisation.pk).exists()
    if is_seen:
        raised()
    return is_seen


def raised_for(instance: Model, changed: list[str]) -> bool:
    """Raises the revision if the public can see any changed field of this row; says whether it did."""
    if not disclosure.may_be_public(type(instance), _shown(instance, changed)):
        return False
    organisation = instance if isinstance(instance, Organisation) else getattr(instance, "organisation", None)
    if organisation is not None and "is_listed" not in changed:
        return raised_about(organisation)
    raised()
    return True


def _shown(instance: Model, changed: list[str]) -> list[str]:
    """The changed fields without those that the row itself keeps from the public, before and after."""
    audiences = disclosure.chosen(type(instance))
    return [
        field
        for field in changed
        if field not in audiences
        or audiences[field] in changed
        or getattr(instance, audiences[field]) == Audience.PUBLIC
    ]


def current() -> tuple[int, datetime.date | None]:
    """The number of the revision and the day of the last public change. One query."""
    return Revision.objects.values_list("number", "changed_on").get()
