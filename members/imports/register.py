"""The register as an import needs it: who is there, how they stand, and the union's own lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from members import text
from members.choices import NameKind
from members.imports.changes import FACTS, MembershipState, State
from members.imports.countries import Countries
from members.imports.matching import Entry, Registry, legal_key, legal_scheme
from members.imports.names import Name
from members.imports.rows import Lists
from members.models import (
    Country,
    FocusArea,
    Membership,
    MembershipClass,
    Organisation,
    OrganisationName,
    Suspension,
)

BATCH = 500


def lists() -> Lists:
    """The union's countries, classes and focus areas, by everything they are called."""
    return Lists(
        countries=Countries(Country.objects.all()),
        classes=_by_names(MembershipClass.objects.all()),
        focus_areas=_by_names(FocusArea.objects.all()),
    )


def _by_names(rows: Iterable) -> dict[str, str]:
    found = {}
    for row in rows:
        for written in (row.slug, *row.names.values()):
            found[text.fold(written)] = row.slug
    found.pop("", None)
    return found


def registry() -> Registry:
    """Everybody in the register, merged ones leading to those they were merged into."""
    entries = {}
    survivors = {}
    columns = ("pk", "number", "country_id", "legal_number", "legal_register", "city", "merged_into_id")
    for pk, number, country, legal, legal_register, city, merged_into in (
        Organisation.objects.order_by("pk").values_list(*columns).iterator(chunk_size=5000)
    ):
        entries[pk] = Entry(
            pk=pk,
            number=number,
            country=country,
            city=city,
            legal=legal_key(legal),
            legal_scheme=legal_scheme(legal),
            legal_register=text.fold(legal_register),
        )
        if merged_into:
            survivors[pk] = merged_into
    _add_names(entries)
    for pk, survivor in survivors.items():
        entries[pk].survivor = entries[_last(survivor, survivors)]
    return Registry(entries.values())


def _add_names(entries: dict[int, Entry]) -> None:
    columns = ("organisation_id", "kind", "valid_until", "folded", "value")
    names = OrganisationName.objects.order_by("pk").exclude(kind=NameKind.ACRONYM)
    for pk, kind, valid_until, folded, value in names.values_list(*columns).iterator(chunk_size=5000):
        entries[pk].names.add(folded)
        if kind == NameKind.OFFICIAL and valid_until is None:
            entries[pk].officials.add(folded)
            entries[pk].title = value


def _last(pk: int, survivors: dict[int, int]) -> int:
    while pk in survivors:
        pk = survivors[pk]
    return pk


def states(pks: Iterable[int]) -> Iterator[tuple[int, State]]:
    """How each of these organisations stands; loaded in batches, given one by one."""
    pks = iter(pks)
    while batch := list(islice(pks, BATCH)):
        yield from _states(batch).items()


def _states(pks: list[int]) -> dict[int, State]:
    found = {}
    for row in Organisation.objects.filter(pk__in=pks).values("pk", "country_id", *FACTS):
        found[row["pk"]] = State(country=row["country_id"], facts={name: row[name] for name in FACTS})
    of_these = {"organisation_id__in": pks}
    names = OrganisationName.objects.filter(**of_these).order_by("pk")
    for pk, *name in names.values_list("organisation_id", "value", "kind", "language"):
        found[pk].names.append(Name(*name))
    for pk, code in Organisation.works_in.through.objects.filter(**of_these).values_list(
        "organisation_id", "country_id"
    ):
        found[pk].works_in.add(code)
    areas = Organisation.focus_areas.through.objects.filter(**of_these)
    for pk, slug in areas.values_list("organisation_id", "focusarea__slug"):
        found[pk].focus_areas.add(slug)
    _add_memberships(found, of_these)
    return found


def _add_memberships(found: dict[int, State], of_these: dict) -> None:
    memberships = (
        Membership.objects.filter(**of_these)
        .select_related("membership_class")
        .order_by("organisation", "pk")
    )
    suspended = defaultdict(int)
    for pk in Suspension.objects.filter(membership__in=memberships).values_list("membership_id", flat=True):
        suspended[pk] += 1
    by_start = sorted(memberships, key=lambda row: (row.starts_on is not None, row.starts_on or date.max))
    for row in by_start:
        found[row.organisation_id].memberships.append(
            MembershipState(
                class_slug=row.membership_class.slug,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                pk=row.pk,
                is_suspended=bool(suspended[row.pk]),
            )
        )
