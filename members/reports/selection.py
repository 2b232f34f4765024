"""What a reader of the directory ticks."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from members import regions
from members.choices import MembershipStatus
from members.models.base import today

# In the order of the page and of an address.
FACETS = ("focus", "country", "region", "kind", "class", "status", "works_in", "since", "name_lang")
# What the directory shows of its own accord: present members, suspended ones included.
PRESENT = (MembershipStatus.MEMBER, MembershipStatus.SUSPENDED)


@dataclass(frozen=True)
class Selection:
    """Ticks by facet: any of them within a facet, all facets together. `on` is the day asked about."""

    ticks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    on: datetime.date = field(default_factory=today)

    def ticked(self, facet: str) -> tuple[str, ...]:
        return self.ticks.get(facet, ())

    @property
    def statuses(self) -> tuple[str, ...]:
        return self.ticked("status") or PRESENT

    @property
    def key(self) -> tuple:
        """The ticks, hashable, and the same for the same list."""
        return tuple((facet, tuple(sorted(self.ticked(facet)))) for facet in FACETS if self.ticked(facet))

    def without_ticks(self) -> "Selection":
        return Selection({}, self.on)


def countries_in(codes: Iterable[str]) -> list[str]:
    """Codes of the countries in any of these M49 regions or subregions."""
    wanted = set(codes)
    return [code for code, place in regions.PLACE_OF.items() if wanted & set(place)]


def years_in(span: str) -> range:
    """The years of "2009" or "2005-2009"."""
    first, _hyphen, last = span.partition("-")
    return range(int(first), int(last or first) + 1)
