"""Organisations enter the register and change their names."""

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from members import audit, choices, revision, text
from members.actions import bulk, numbers
from members.actions.refusals import Refused
from members.actions.versions import lock
from members.models import Country, Organisation, OrganisationName
from members.search import index


@transaction.atomic
def register(
    *, country: Country, name: str, language: str = "", by, reason: str = "", **facts
) -> Organisation:
    """A new organisation with its number and its official name. `facts` are further fields."""
    [number] = numbers.allocate(country.pk)
    organisation = Organisation(number=number, country=country, **facts)
    organisation.full_clean(exclude=["number"])
    audit.because(organisation, by=by, reason=reason)
    organisation.save()
    official = OrganisationName(
        organisation=organisation, value=name, language=language, kind=choices.NameKind.OFFICIAL
    )
    _save_name(official, by=by, reason=reason)
    audit.record("register", organisation, by=by, reason=reason, number=number)
    names_changed(organisation, by=by)
    return organisation


def _save_name(name: OrganisationName, *, by, reason: str) -> None:
    name.full_clean()
    name.set_derived()
    audit.because(name, by=by, reason=reason)
    name.save()


@transaction.atomic
def add_name(
    organisation: Organisation, *, value: str, kind: str, language: str = "", by, reason: str = "", **dates
):
    """A further name. An official one is refused while another is current: see `change_official_name`."""
    name = OrganisationName(organisation=organisation, value=value, kind=kind, language=language, **dates)
    _save_name(name, by=by, reason=reason)
    names_changed(organisation, by=by)
    return name


@transaction.atomic
def change_official_name(
    organisation: Organisation, *, value: str, language: str, on: datetime.date, by, reason: str
) -> OrganisationName:
    """The organisation is called `value` from `on`; the name until then stays as a former one."""
    organisation = lock(organisation)
    old = organisation.names.official_now().first()
    if old is not None:
        if old.valid_from and old.valid_from >= on:
            raise Refused(_("The present name was taken up later than that day."))
        old.valid_until = on - datetime.timedelta(days=1)
        old.version += 1
        _save_name(old, by=by, reason=reason)
    new = OrganisationName(
        organisation=organisation,
        value=value,
        language=language,
        kind=choices.NameKind.OFFICIAL,
        valid_from=on,
    )
    _save_name(new, by=by, reason=reason)
    audit.record("change_official_name", organisation, by=by, reason=reason, on=on.isoformat())
    names_changed(organisation, by=by)
    return new


@transaction.atomic
def names_changed(organisation: Organisation, *, by) -> None:
    """Brings everything derived from names up to date: order in lists, the search index, the revision.

    Raises Refused when no current official name is left.
    """
    official = organisation.names.official_now().first()
    if official is None:
        raise Refused(_("An organisation needs a current official name."))
    names = list(organisation.names.all())
    for name in names:
        name.set_derived()
    OrganisationName.objects.bulk_update(names, ["script", "folded", "skeleton"])
    Organisation.objects.filter(pk=organisation.pk).update(sort_name=text.sort_key(official.value)[:300])
    index.update(names)
    revision.raised_about(organisation)


@transaction.atomic
def mark(keys: Sequence[int], *, by, reason: str, **facts) -> int:
    """Sets single facts, such as `is_listed` or `checked_on`, of one organisation or of thousands; says
    how many of them were different before."""
    batches = [keys[at : at + bulk.BATCH] for at in range(0, len(keys), bulk.BATCH)]
    return sum(_mark_some(batch, by=by, reason=reason, **facts) for batch in batches)


def _mark_some(keys: Sequence[int], *, by, reason: str, **facts) -> int:
    changed = {}
    for organisation in Organisation.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        fields = [name for name in facts if getattr(organisation, name) != facts[name]]
        for name in fields:
            setattr(organisation, name, facts[name])
        if fields:
            changed[organisation] = fields
    bulk.change([*changed], facts, by=by, reason=reason)
    bulk.note_relations(changed, reason=reason)
    for organisation, fields in changed.items():
        audit.record("mark", organisation, by=by, reason=reason, fields=fields)
    listed = {*Organisation.objects.listed().filter(pk__in=keys).values_list("pk", flat=True)}
    revision.raised_for_all(
        {row: fields for row, fields in changed.items() if row.pk in listed or "is_listed" in fields}
    )
    return len(changed)
