"""What a reader of the directory ticks, and the organisations that answer to it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from members import regions
from members.choices import MembershipStatus
from members.models import Organisation
from members.models.base import today
from members.models.listing import present_memberships, standing_memberships, with_admission

FACETS = ("focus", "country", "region", "kind", "class", "status")
# What the directory shows of its own accord: present members, suspended ones included.
PRESENT = (MembershipStatus.MEMBER, MembershipStatus.SUSPENDED)


@dataclass(frozen=True)
class Cell:
    """What an organisation has one of each. Counts are kept by it."""

    status: str
    country: str
    kind: str
    membership_class: str

    def values(self) -> dict[str, tuple[str, ...]]:
        """The values by facet; a country lies in a region and a subregion."""
        return {
            "status": (self.status,),
            "country": (self.country,),
            "kind": (self.kind,),
            "class": (self.membership_class,),
            "region": regions.PLACE_OF.get(self.country, ()),
        }


@dataclass(frozen=True)
class Selection:
    """Ticks by facet: any of them within a facet, all facets together."""

    ticks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    on: datetime.date = field(default_factory=today)

    def ticked(self, facet: str) -> tuple[str, ...]:
        return self.ticks.get(facet, ())

    @property
    def statuses(self) -> tuple[str, ...]:
        return self.ticked("status") or PRESENT

    def without_ticks(self) -> "Selection":
        return Selection({}, self.on)

    @cached_property
    def _wanted(self) -> dict[str, set[str]]:
        wanted = {facet: set(self.ticked(facet)) for facet in FACETS if facet != "focus"}
        return wanted | {"status": set(self.statuses)}

    def missed(self, cell: Cell) -> list[str]:
        """The facets, focus areas aside, whose ticks the cell does not answer to."""
        values = cell.values()
        return [
            facet for facet, wanted in self._wanted.items() if wanted and wanted.isdisjoint(values[facet])
        ]

    def condition(self, organisation: str = "") -> Q:
        """What is ticked of country, region and kind, on the organisation at the end of that path."""
        condition = Q()
        if countries := self.ticked("country"):
            condition &= Q(**{f"{organisation}country__in": countries})
        if codes := self.ticked("region"):
            condition &= Q(**{f"{organisation}country__in": countries_in(codes)})
        if kinds := self.ticked("kind"):
            condition &= Q(**{f"{organisation}kind__in": kinds})
        return condition

    def organisations(self) -> QuerySet:
        """The organisations that answer to all of it, in no order."""
        rows = Organisation.objects.standing(*self.statuses, on=self.on).filter(self.condition())
        if classes := self.ticked("class"):
            rows = rows.in_public_class(*classes, on=self.on)
        if areas := self.ticked("focus"):
            rows = rows.filter(Exists(works_on(areas, "pk")))
        return rows

    def memberships(self) -> QuerySet:
        """The present or last membership of each of these organisations."""
        if set(self.statuses) != set(PRESENT):
            return standing_memberships(self.on).filter(organisation__in=self.organisations().values("pk"))
        rows = present_memberships(self.on).filter(self.condition("organisation__"))
        if classes := self.ticked("class"):
            rows = rows.filter(membership_class__slug__in=classes)
        if areas := self.ticked("focus"):
            rows = rows.filter(Exists(works_on(areas, "organisation")))
        return rows

    def newest_first(self) -> QuerySet:
        """Keys of the organisations by the day of their admission, newest first."""
        rows = with_admission(self.memberships(), self.on)
        newest = rows.order_by(F("admitted_on").desc(nulls_last=True), "organisation__number")
        return newest.values("organisation")


def countries_in(codes: Iterable[str]) -> list[str]:
    """Codes of the countries in any of these M49 regions or subregions."""
    wanted = set(codes)
    return [code for code, place in regions.PLACE_OF.items() if wanted & set(place)]


def works_on(slugs: Iterable[str], organisation: str) -> QuerySet:
    """Ties between an outer row's organisation and these focus areas."""
    ties = Organisation.focus_areas.through.objects
    return ties.filter(organisation=OuterRef(organisation), focusarea__slug__in=list(slugs))
