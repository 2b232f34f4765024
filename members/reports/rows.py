"""The directory's rows, a page at a time: of the whole register, or of what a search found."""

import datetime
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from django.db.models import Case, F, QuerySet, Value, When, prefetch_related_objects
from django.utils.translation import get_language

from members import text
from members.models import Organisation
from members.models.listing import names_in_order
from members.reports import facets, keeping
from members.reports.facets import Facets
from members.reports.keeping import kept
from members.reports.register import Register
from members.reports.selection import Cell, Selection


class Listed:
    """All organisations that answer to a selection. Sorts: name, country, new."""

    def __init__(self, selection: Selection, register: Register):
        self.selection, self.register = selection, register

    @cached_property
    def facets(self) -> Facets:
        return facets.count(self.selection, revision=self.register.revision)

    def unticked(self) -> "Listed":
        return Listed(self.selection.without_ticks(), self.register)

    def page(self, sort: str, *, start: int, number: int) -> list[Organisation]:
        """At most `number` organisations from `start` (from 0). Two queries, or none where there are none."""
        if not self.facets.total:
            return []
        keys = self._keys(sort, start, number)
        rows = Organisation.objects.for_directory(self.selection.on).with_names().filter(pk__in=keys)
        if sort == "new":
            return list(rows.order_by(F("member_since").desc(nulls_last=True), "number"))
        found = list(rows.in_order())
        if sort == "country":
            places = in_order_of_names(self.facets.countries, self.register)
            found.sort(key=lambda row: places.index(row.country_id))
        return found

    def _keys(self, sort: str, start: int, number: int) -> QuerySet | list[int]:
        if sort == "new":
            return kept(
                f"newest:{start}:{number}",
                self.selection,
                self.register.revision,
                lambda: [
                    row["organisation"] for row in self.selection.newest_first()[start : start + number]
                ],
                is_large=lambda _keys: self.facets.total >= keeping.KEPT_FROM,
            )
        if sort == "country":
            return self._by_country(start, number)
        return self.selection.organisations().in_order().values("pk")[start : start + number]

    def _by_country(self, start: int, number: int) -> QuerySet:
        """Looks only at the countries that fall on the page, so that the last is as quick as the first."""
        before, skipped, wanted = 0, 0, []
        for code in in_order_of_names(self.facets.countries, self.register):
            after = before + self.facets.countries[code]
            if after > start and before < start + number:
                skipped = skipped if wanted else before
                wanted.append(code)
            before = after
        places = [When(country=code, then=Value(place)) for place, code in enumerate(wanted)]
        rows = self.selection.organisations().filter(country__in=wanted)
        in_order = rows.order_by(Case(*places, default=Value(len(places))), "sort_name", "number")
        return in_order.values("pk")[start - skipped : start - skipped + number]


class Found:
    """What a search found, as far as it answers to a selection. Sorts: those of `Listed`, and relevance.

    Hits are few: they are loaded once, counted and sorted here. `keys` are of organisations, best first.
    """

    def __init__(self, keys: Iterable[int], selection: Selection, register: Register):
        self.ranks = {key: rank for rank, key in enumerate(keys)}
        self.selection, self.register = selection, register

    def unticked(self) -> "Found":
        other = Found(self.ranks, self.selection.without_ticks(), self.register)
        other.rows = self.rows
        return other

    @cached_property
    def rows(self) -> list[Organisation]:
        if not self.ranks:
            return []
        on = self.selection.on
        return list(Organisation.objects.listed(on).for_directory(on).filter(pk__in=self.ranks))

    @cached_property
    def facets(self) -> Facets:
        cells, focus = Counter(), Counter()
        for row in self.rows:
            if self._works_on_ticked(row):
                cells[_cell(row)] += 1
            if not self.selection.missed(_cell(row)):
                focus.update((row.focus_slugs or "").split())
        return facets.added_up(cells, focus, self.selection)

    def page(self, sort: str, *, start: int, number: int) -> list[Organisation]:
        """At most `number` organisations from `start` (from 0). One query beside that of the hits."""
        rows = [
            row for row in self.rows if self._works_on_ticked(row) and not self.selection.missed(_cell(row))
        ]
        rows.sort(key=lambda row: (row.sort_name, row.number))
        if sort == "new":
            rows.sort(key=lambda row: row.member_since or datetime.date.min, reverse=True)
        elif sort == "country":
            places = in_order_of_names({row.country_id for row in rows}, self.register)
            rows.sort(key=lambda row: places.index(row.country_id))
        elif sort == "relevance":
            rows.sort(key=lambda row: self.ranks[row.pk])
        page = rows[start : start + number]
        prefetch_related_objects(page, names_in_order())
        return page

    def _works_on_ticked(self, row: Organisation) -> bool:
        wanted = self.selection.ticked("focus")
        return not wanted or not set(wanted).isdisjoint((row.focus_slugs or "").split())


def _cell(row: Organisation) -> Cell:
    return Cell(row.status_on, row.country_id, row.kind, row.class_slug)


def in_order_of_names(codes: Iterable[str], register: Register) -> list[str]:
    """Country codes in the order of the countries' names in the page's language."""
    return sorted(codes, key=lambda code: text.sort_key(register.country(code).name_in(get_language())))
