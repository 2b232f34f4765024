"""The directory's rows, a page at a time: of the whole register, or of what a search found."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from django.utils.translation import get_language

from members.models import Organisation
from members.reports import census, facets
from members.reports.census import Census
from members.reports.facets import Facets
from members.reports.filed import name_key
from members.reports.register import Register
from members.reports.selection import Selection


class Listed:
    """All organisations that answer to a selection. Sorts: name, country, new."""

    def __init__(self, selection: Selection, register: Register):
        self.selection, self.register = selection, register

    @cached_property
    def census(self) -> Census:
        return census.of(self.selection.on, self.register.revision)

    @cached_property
    def facets(self) -> Facets:
        return facets.count(self.selection, revision=self.register.revision)

    @property
    def chosen(self) -> int:
        return facets.chosen(self.census, self.selection)

    def unticked(self) -> "Listed":
        return Listed(self.selection.without_ticks(), self.register)

    def page(self, sort: str, *, start: int, number: int) -> list[Organisation]:
        """At most `number` organisations from `start` (from 0). Two queries, or none where there are none."""
        keys = list(islice(self._keys(sort, start), number)) if self.facets.total > start else []
        if not keys:
            return []
        on = self.selection.on
        rows = Organisation.objects.listed(on).for_directory().with_names().filter(pk__in=keys)
        return [self._described(row) for row in sorted(rows, key=lambda row: keys.index(row.pk))]

    def _described(self, row: Organisation) -> Organisation:
        """The row with what the census knows of it, so that the database is not asked."""
        standing = self.census.standing(row.pk)
        row.status_on, row.class_slug, row.member_since = (
            standing.status,
            standing.membership_class,
            standing.since,
        )
        row.focus_slugs = " ".join(standing.focus_areas)
        row.country = self.register.country(row.country_id)
        return row

    def _keys(self, sort: str, start: int) -> Iterator[int]:
        if sort == "country":
            return self._by_country(start)
        return islice(self.census.in_order(self.chosen, sort, get_language()), start, None)

    def _by_country(self, start: int) -> Iterator[int]:
        """Looks only at the countries from that of the page on."""
        before = 0
        for code in in_order_of_names(self.facets.countries, self.register):
            number = self.facets.countries[code]
            if before + number > start:
                here = self.chosen & self.census.sets["country"][code]
                keys = self.census.in_order(here, "name", get_language())
                yield from islice(keys, max(0, start - before), None)
            before += number


class Found(Listed):
    """What a search found, as far as it answers to a selection. Sorts: those of `Listed`, and relevance.

    `hits` are keys of organisations, best first.
    """

    def __init__(self, hits: Iterable[int], selection: Selection, register: Register):
        super().__init__(selection, register)
        self.hits = list(hits)

    def unticked(self) -> "Found":
        return Found(self.hits, self.selection.without_ticks(), self.register)

    @cached_property
    def found(self) -> int:
        return self.census.bits(self.hits)

    @cached_property
    def facets(self) -> Facets:
        return facets.counted(self.census, self.selection, self.found)

    @property
    def chosen(self) -> int:
        return super().chosen & self.found

    def _keys(self, sort: str, start: int) -> Iterator[int]:
        if sort == "relevance":
            chosen = self.chosen
            return islice((key for key in self.hits if chosen & self.census.bits([key])), start, None)
        return super()._keys(sort, start)


def in_order_of_names(codes: Iterable[str], register: Register) -> list[str]:
    """Country codes in the order of the countries' names in the page's language."""
    language = get_language()
    return sorted(codes, key=lambda code: name_key(register.country_name(code, language), language))
