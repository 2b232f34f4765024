"""How many members each option of a filter has."""

from collections.abc import Iterator
from dataclasses import dataclass

from members import regions
from members.reports import census
from members.reports.census import Census
from members.reports.selection import FACETS, Selection, countries_in, years_in

# Joined since: stretches of so many years, the first ending in 0 or 5.
YEARS = 5


@dataclass(frozen=True)
class Facets:
    """`total` answers to all ticks, `counts[facet][value]` to all but those of that facet,
    `countries[code]` to all of them."""

    total: int
    counts: dict[str, dict[str, int]]
    countries: dict[str, int]


def count(selection: Selection, *, revision: int) -> Facets:
    """The facets of a selection. No query where the census of that day is known."""
    known = census.of(selection.on, revision)
    return known.remember(("facets", selection.key), lambda: counted(known, selection))


def chosen(known: Census, selection: Selection) -> int:
    """The organisations that answer to all ticks."""
    found = -1
    for bits in _ticked(known, selection).values():
        found &= bits
    return found


def counted(known: Census, selection: Selection, among: int = -1) -> Facets:
    """The facets of a selection from the organisations of `among`."""
    ticked, counts = _ticked(known, selection), {}
    for facet in FACETS:
        others = among
        for other, bits in ticked.items():
            others &= bits if other != facet else -1
        counts[facet] = _numbers(_options(known, facet), others)
    found = chosen(known, selection) & among
    return Facets(found.bit_count(), counts, _numbers(known.sets["country"].items(), found))


def _ticked(known: Census, selection: Selection) -> dict[str, int]:
    """By facet, the organisations that answer to its ticks. There is always a status."""
    ticks = {facet: selection.ticked(facet) for facet in FACETS} | {"status": selection.statuses}
    return {facet: _any_of(known, facet, values) for facet, values in ticks.items() if values}


def _any_of(known: Census, facet: str, values: tuple[str, ...]) -> int:
    if facet == "region":
        return known.any_of("country", countries_in(values))
    if facet == "since":
        return known.any_of("year", {str(year) for span in values for year in years_in(span)})
    return known.any_of(facet, values)


def _options(known: Census, facet: str) -> Iterator[tuple[str, int]]:
    if facet == "region":
        codes = [*regions.SUBREGIONS_OF, *regions.REGION_OF]
    elif facet == "since":
        firsts = {int(year) // YEARS * YEARS for year in known.sets["year"]}
        codes = [f"{first}-{first + YEARS - 1}" for first in sorted(firsts, reverse=True)]
    else:
        return iter(known.sets[facet].items())
    return (
        (code, known.remember((facet, code), lambda code=code: _any_of(known, facet, (code,))))
        for code in codes
    )


def _numbers(options, among: int) -> dict[str, int]:
    return {value: number for value, bits in options if (number := (bits & among).bit_count())}
