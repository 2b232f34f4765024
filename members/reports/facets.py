"""How many members each option of a filter has, in one query however many members there are.

The database counts once over country, kind, class and status; what each facet shows, its own ticks set
aside, is added up from those few thousand cells. Only focus areas, of which a member has several, are
counted by themselves.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value

from members.choices import MembershipStatus
from members.models import Membership, Suspension
from members.models.base import running_on
from members.models.listing import present_memberships, standing_memberships
from members.reports import keeping
from members.reports.keeping import kept
from members.reports.selection import FACETS, Cell, Selection, works_on

COLUMNS = ("part", "population", "country", "kind", "class_slug", "area")
# Which populations make up a status, and with which sign: the suspended are among the present.
PARTS = {
    MembershipStatus.MEMBER: {"present": 1, "suspended": -1},
    MembershipStatus.SUSPENDED: {"suspended": 1},
    MembershipStatus.FORMER: {"former": 1},
}


@dataclass(frozen=True)
class Facets:
    """`total` answers to all ticks, `counts[facet][value]` to all but those of that facet,
    `countries[code]` to all of them; `counted` organisations were looked at for it."""

    total: int
    counts: dict[str, dict[str, int]]
    countries: dict[str, int]
    counted: int = 0


def count(selection: Selection, *, revision: int) -> Facets:
    """The facets of a selection. At most one query; of a large register none until the next public change."""
    return kept(
        "facets",
        selection,
        revision,
        lambda: _count(selection),
        is_large=lambda found: found.counted >= keeping.KEPT_FROM,
    )


def added_up(cells: Counter, focus: Counter, selection: Selection) -> Facets:
    """Facets from the numbers of each `Cell` that works on what is ticked, and of each focus area."""
    counts, countries = {facet: Counter() for facet in FACETS} | {"focus": focus}, Counter()
    for cell, number in cells.items():
        missed = selection.missed(cell)
        if not missed:
            countries[cell.country] += number
        # A cell counts in all facets if it misses none, in one alone if it misses only that one.
        if len(missed) <= 1:
            for facet, values in cell.values().items():
                if not missed or facet in missed:
                    counts[facet].update(dict.fromkeys(values, number))
    shown = {facet: _without_empty(counter) for facet, counter in counts.items()}
    return Facets(countries.total(), shown, _without_empty(countries), cells.total())


def _count(selection: Selection) -> Facets:
    cells, focus = Counter(), Counter()
    for part, population, country, kind, membership_class, area, number in _query(selection):
        if part == "focus":
            focus[area] += _sign(selection, population) * number
            continue
        for status, signs in PARTS.items():
            cell = Cell(status.value, country, kind, membership_class)
            cells[cell] += signs.get(population, 0) * number
    return added_up(cells, focus, selection)


def _without_empty(counter: Counter) -> dict[str, int]:
    return {value: number for value, number in counter.items() if value and number}


def _sign(selection: Selection, population: str) -> int:
    return sum(PARTS[MembershipStatus(status)].get(population, 0) for status in selection.statuses)


def _query(selection: Selection) -> QuerySet:
    branches = []
    for name, rows in _populations(selection).items():
        cells = rows
        if areas := selection.ticked("focus"):
            cells = rows.filter(Exists(works_on(areas, "organisation")))
        branches.append(_grouped("cell", name, cells))
        if _sign(selection, name):
            branches.append(_focus(name, _ticked(rows, selection)))
    first, *others = branches
    return first.union(*others, all=True)


def _populations(selection: Selection) -> dict[str, QuerySet]:
    """Memberships of listed organisations: one of each that is present, suspended (among these), former."""
    on = selection.on
    present = present_memberships(on)
    suspensions = Suspension.objects.filter(running_on(on), membership=OuterRef("pk"))
    former = standing_memberships(on).filter(ends_on__lt=on)
    return {
        "present": present,
        "suspended": present.filter(Exists(suspensions)),
        "former": former.filter(organisation__is_listed=True, organisation__merged_into=None),
    }


def _ticked(memberships: QuerySet, selection: Selection) -> QuerySet:
    """Those that answer to all ticks but those of focus area and status."""
    condition = selection.condition("organisation__")
    if classes := selection.ticked("class"):
        condition &= Q(membership_class__slug__in=classes)
    return memberships.filter(condition)


def _grouped(part: str, population: str, memberships: QuerySet[Membership], **columns) -> QuerySet:
    """Numbers of memberships by the columns given, or by country, kind and class."""
    by = columns or {
        "country": F("organisation__country"),
        "kind": F("organisation__kind"),
        "class_slug": F("membership_class__slug"),
    }
    blank = {name: Value("") for name in COLUMNS}
    grouped = memberships.order_by().values(
        **{**blank, **by, "part": Value(part), "population": Value(population)}
    )
    return grouped.annotate(number=Count("*")).values_list(*COLUMNS, "number")


def _focus(population: str, memberships: QuerySet[Membership]) -> QuerySet:
    area = F("organisation__focus_areas__slug")
    return _grouped(
        "focus", population, memberships.filter(organisation__focus_areas__isnull=False), area=area
    )
