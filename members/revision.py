"""The public revision: a number that rises with each change the public can see, and with nothing else."""

import datetime
from collections.abc import Mapping

from django.db.models import F, Model

from members import disclosure
from members.choices import Audience
from members.models import Organisation, Page, PageText, PublicChange, Revision
from members.models.base import today

# So many changes are remembered one by one.
REMEMBERED = 1_000


def raised(about: Organisation | None = None) -> None:
    """Raises the revision; to be called in the transaction of the change. `about` is the only organisation
    that is seen otherwise from now on; None: perhaps many are."""
    Revision.objects.update(number=F("number") + 1, changed_on=today())
    number = Revision.now()
    PublicChange.objects.create(number=number, about=about and about.pk)
    PublicChange.objects.filter(number__lte=number - REMEMBERED).delete()


def raised_about(organisation: Organisation) -> bool:
    """Raises the revision if the public can see this organisation; says whether it did."""
    is_seen = Organisation.objects.listed().filter(pk=organisation.pk).exists()
    if is_seen:
        raised(organisation)
    return is_seen


def raised_for(instance: Model, changed: list[str]) -> bool:
    """Raises the revision if the public can see any changed field of this row; says whether it did."""
    if is_draft(instance) or not disclosure.may_be_public(type(instance), _shown(instance, changed)):
        return False
    organisation = instance if isinstance(instance, Organisation) else getattr(instance, "organisation", None)
    if organisation is not None and "is_listed" not in changed:
        return raised_about(organisation)
    raised(organisation)
    return True


def raised_for_all(changed: Mapping[Organisation, list[str]]) -> bool:
    """Raises the revision once if the public can see any changed field of these organisations, of which it
    knows all; says whether it did."""
    seen = [
        row for row, fields in changed.items() if disclosure.may_be_public(type(row), _shown(row, fields))
    ]
    if seen:
        raised(seen[0] if len(seen) == 1 else None)
    return bool(seen)


def is_draft(instance: Model) -> bool:
    """Whether this is a text of the union, or a page of such texts, of which nothing is published yet."""
    if isinstance(instance, PageText):
        return instance.published_on is None
    return isinstance(instance, Page) and not instance.texts.published().exists()


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
