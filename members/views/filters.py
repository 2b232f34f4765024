"""The filters beside the directory: options with their numbers, and the chips of what is ticked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from members import choices, regions
from members.forms.directory import STATUSES, DirectoryQuery
from members.reports.facets import Facets
from members.reports.places import by_region
from members.reports.register import Register

# So many countries stand in the open; the others behind "Show all", by region.
FIRST_COUNTRIES = 6


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    number: int
    is_ticked: bool


@dataclass(frozen=True)
class More:
    """Further options under a heading."""

    title: str
    options: list[Option]


@dataclass(frozen=True)
class Filter:
    name: str
    title: str
    options: list[Option]
    more: list[More] = field(default_factory=list)
    is_open: bool = True

    @property
    def has_options(self) -> bool:
        return bool(self.options or self.more)

    @property
    def number_of_all(self) -> int:
        return len({option.value for option in self.options}.union(*(_values(more) for more in self.more)))


@dataclass(frozen=True)
class Chip:
    label: str
    url: str


def _values(more: More) -> set[str]:
    return {option.value for option in more.options}


def labels(facet: str, register: Register) -> Callable[[str], str]:
    """How the values of a facet are called in the page's language."""
    return {
        "focus": lambda slug: register.focus_areas[slug].name,
        "class": lambda slug: register.classes[slug].name,
        "country": lambda code: register.country(code).name,
        "region": lambda code: regions.region_name(code, get_language()),
        "kind": lambda kind: str(choices.OrganisationKind(kind).label),
        "status": lambda status: str(choices.MembershipStatus(status).label),
    }[facet]


def titles() -> dict[str, str]:
    return {
        "focus": _("Focus area"),
        "country": _("Country"),
        "region": _("Region"),
        "kind": _("Type of organisation"),
        "class": _("Class of membership"),
        "status": _("Status"),
    }


def filters(query: DirectoryQuery, facets: Facets, register: Register) -> list[Filter]:
    """All filters that have an option; options without a member are left out unless they are ticked."""
    found = []
    for facet, title in titles().items():
        ticked = query.ticks.get(facet, ())
        numbers = facets.counts[facet]
        if facet == "country":
            found.append(_countries(title, ticked, numbers, register))
            continue
        shown = _shown(facet, numbers, ticked)
        options = _options(facet, shown, ticked, numbers, register)
        is_open = bool(ticked) or facet in {"focus", "region"}
        found.append(Filter(facet, title, options, is_open=is_open))
    return [one for one in found if one.has_options]


def _shown(facet: str, numbers: dict[str, int], ticked: Iterable[str]) -> list[str]:
    if facet == "status":
        return [status for status in STATUSES if numbers.get(status) or status in ticked]
    in_order = sorted(numbers, key=lambda value: -numbers[value])
    if facet == "region":  # a region is ticked by hand only: the list shows its subregions
        in_order = [code for code in in_order if code in regions.REGION_OF]
    return [*in_order, *(value for value in ticked if value not in in_order)]


def _options(facet: str, values: Iterable[str], ticked: Iterable[str], numbers, register) -> list[Option]:
    label = labels(facet, register)
    return [Option(value, label(value), numbers.get(value, 0), value in ticked) for value in values]


def _countries(title: str, ticked: tuple[str, ...], numbers: dict[str, int], register: Register) -> Filter:
    by_size = sorted(numbers, key=lambda code: (-numbers[code], register.country(code).name))
    first = [*ticked, *(code for code in by_size if code not in ticked)][: max(FIRST_COUNTRIES, len(ticked))]
    first.sort(key=lambda code: (-numbers.get(code, 0), register.country(code).name))
    rest = {code: number for code, number in numbers.items() if code not in first}
    more = [
        More(
            group.name,
            [Option(row.country.code, row.country.name, row.members, False) for row in group.countries],
        )
        for region in by_region(rest, register, get_language(), _("Other territories"))
        for group in region.groups
    ]
    return Filter("country", title, _options("country", first, ticked, numbers, register), more)


def chips(query: DirectoryQuery, register: Register) -> list[Chip]:
    return [
        Chip(labels(facet, register)(value), query.without(facet, value).query_string or "?")
        for facet in titles()
        for value in query.ticks.get(facet, ())
    ]
