"""What is public of all organisations on a day, in one query: each fact with those for which it is true."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import CharField, DateField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from members.choices import HowEnded, NameKind
from members.models import Organisation, OrganisationName, Suspension
from members.models.base import running_on
from members.models.listing import Words, public_memberships

# A name that is no more, and one only written in other letters.
NOT_IN_A_LANGUAGE = (NameKind.FORMER, NameKind.ROMANISED)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a kind: "focus", "works_in" and "name_lang" with their value; "suspended"; "seat" with the
    country and, in `more`, the kind of organisation; "membership" with its class, its days and how it ended.
    `organisations` are keys."""

    kind: str
    value: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    more: str
    organisations: list[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """What memberships come to on a day; `since`: through changes of class, None where it is not recorded."""

    is_running: bool
    membership_class: str
    since: datetime.date | None


def read(on: datetime.date, among: Collection[int] | None = None) -> Iterator[Fact]:
    """All facts, or those of some organisations. Who is not listed has no membership here."""
    first, *others = _queries(on, among)
    for kind, value, starts_on, ends_on, more, organisations in first.union(*others, all=True):
        yield Fact(kind, value, starts_on, ends_on, more, [int(key) for key in organisations.split()])


def standings(
    memberships: Iterable[tuple[Fact, list[int]]], on: datetime.date
) -> Iterator[tuple[Standing, list[int]]]:
    """What each membership or chain of memberships comes to, with whom it is true of."""
    memberships = list(memberships)
    seen, several = set(), set()
    for _fact, whom in memberships:
        several |= seen.intersection(whom)
        seen.update(whom)
    chains = defaultdict(list)
    for fact, whom in memberships:
        yield _standing([fact], on), [one for one in whom if one not in several]
        for one in several.intersection(whom):
            chains[one].append(fact)
    for one, chain in chains.items():
        yield _standing(chain, on), [one]


def _standing(chain: list[Fact], on: datetime.date) -> Standing:
    running = next((one for one in chain if one.ends_on is None or one.ends_on >= on), None)
    last = running or max(chain, key=lambda one: one.ends_on)
    starts = [one.starts_on for one in chain if one.starts_on and not _continues(one, chain)]
    return Standing(running is not None, last.value, max(starts, default=None))


def _continues(membership: Fact, chain: list[Fact]) -> bool:
    """Whether it goes on from a membership in another class."""
    before = [one for one in chain if one.ends_on and one.ends_on < membership.starts_on]
    return bool(before) and max(before, key=lambda one: one.ends_on).more == HowEnded.CLASS_CHANGED


def _queries(on: datetime.date, among: Collection[int] | None) -> list[QuerySet]:
    listed = Q(organisation__is_listed=True, organisation__merged_into=None)
    memberships = public_memberships(on).filter(listed)
    suspended = Suspension.objects.filter(
        running_on(on), running_on(on, "membership__"), membership__membership_class__is_public=True
    )
    used = Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_until=None) | Q(valid_until__gte=on)
    names = OrganisationName.objects.filter(*used).exclude(kind__in=NOT_IN_A_LANGUAGE).exclude(language="")
    focus, works_in = (getattr(Organisation, name).through.objects for name in ("focus_areas", "works_in"))
    return [
        _grouped(
            "membership", memberships, "organisation", among,
            said=F("membership_class__slug"), starts=F("starts_on"), ends=F("ends_on"), more=F("how_ended"),
        ),
        _grouped("suspended", suspended, "membership__organisation", among),
        _grouped("seat", Organisation.objects.all(), "pk", among, said=F("country_id"), more=F("kind")),
        _grouped("focus", focus.all(), "organisation", among, said=F("focusarea__slug")),
        _grouped("works_in", works_in.all(), "organisation", among, said=F("country_id")),
        _grouped("name_lang", names, "organisation", among, said=F("language")),
    ]  # fmt: skip


def _grouped(kind: str, rows: QuerySet, whom: str, among: Collection[int] | None, **columns) -> QuerySet:
    """One row for each value, with the keys of those for which it is true joined by spaces."""
    if among is not None:
        rows = rows.filter(**{f"{whom}__in": list(among)})
    no_day, nothing = Cast(Value(None), DateField()), Value("", CharField())
    blank = {"said": nothing, "starts": no_day, "ends": no_day, "more": nothing}
    grouped = rows.order_by().values(**{"fact": Value(kind), **blank, **columns})
    # A name of its own for the key: in a group it would count as one more thing to group by.
    return grouped.annotate(whom=Words(Cast(F(whom), TextField()))).values_list(
        "fact", "said", "starts", "ends", "more", "whom"
    )
