"""The directory's parameters: read against allowlists, written in one fixed order.

What is not understood is ignored and named, never refused: links get mangled, and a list is harmless.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from babel import Locale
from django.http import QueryDict
from django_countries import countries

from members import choices, regions, text
from members.models.base import today
from members.reports.register import Register
from members.reports.selection import FACETS, PRESENT, Selection

SORTS = ("relevance", "name", "country", "new")
LONGEST_SEARCH = 200
# So many ignored parameters, of so many characters each, are named.
MOST_IGNORED, LONGEST_IGNORED = 8, 60
# "type" is what other registers call it.
ALSO_CALLED = {"type": "kind"}
STATUSES = (*PRESENT, choices.MembershipStatus.FORMER)
_PAGE = re.compile(r"[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?", re.IGNORECASE)


@dataclass(frozen=True)
class DirectoryQuery:
    """What was asked for; `parameters` hold all of it but what was ignored. `on`: the register as it was on
    that day; None: as it is."""

    search: str = ""
    ticks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    on: datetime.date | None = None
    sort: str = "name"
    page: int = 1
    ignored: tuple[str, ...] = ()

    @property
    def default_sort(self) -> str:
        return "relevance" if self.search else "name"

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """In fixed order, defaults left out."""
        pairs = [("q", self.search)] if self.search else []
        pairs += [(facet, value) for facet in FACETS for value in sorted(self.ticks.get(facet, ()))]
        if self.on:
            pairs.append(("on", self.on.isoformat()))
        if self.sort != self.default_sort:
            pairs.append(("sort", self.sort))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return pairs

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a new search in the same list keeps."""
        return [pair for pair in self.parameters if pair[0] in {*FACETS, "on", "sort"}]

    @property
    def kept_by_filters(self) -> list[tuple[str, str]]:
        """What the same list keeps when other filters are ticked."""
        return [pair for pair in self.parameters if pair[0] in {"q", "on", "sort"}]

    @property
    def kept_by_day(self) -> list[tuple[str, str]]:
        """What the same list keeps on another day."""
        return [pair for pair in self.parameters if pair[0] not in {"on", "page"}]

    @property
    def query_string(self) -> str:
        """With its question mark; empty for the plain list."""
        return self._written(self.parameters)

    @property
    def canonical(self) -> str:
        """The query string of the same list however it is sorted."""
        return self._written([pair for pair in self.parameters if pair[0] != "sort"])

    @staticmethod
    def _written(pairs: list[tuple[str, str]]) -> str:
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.search or self.ticks or self.on)

    @property
    def selection(self) -> Selection:
        return Selection(self.ticks, self.on or today())

    @property
    def day(self) -> str:
        """The query string of a page about the same day."""
        return self._written([("on", self.on.isoformat())] if self.on else [])

    def on_page(self, page: int) -> "DirectoryQuery":
        return replace(self, page=page)

    def sorted_by(self, sort: str) -> "DirectoryQuery":
        return replace(self, sort=sort, page=1)

    def without(self, facet: str, value: str) -> "DirectoryQuery":
        kept = tuple(other for other in self.ticks.get(facet, ()) if other != value)
        ticks = {**self.ticks, facet: kept}
        return replace(self, ticks={name: values for name, values in ticks.items() if values}, page=1)

    def without_ticks(self) -> "DirectoryQuery":
        return replace(self, ticks={}, page=1)

    def without_day(self) -> "DirectoryQuery":
        return replace(self, on=None, page=1)


def parse(data: QueryDict, register: Register) -> DirectoryQuery:
    """Reads the parameters of an address. Any text at all is allowed."""
    reading = _Reading(register)
    for name, values in data.lists():
        for value in values:
            reading.take(ALSO_CALLED.get(name, name), value, name)
    return reading.query()


class _Reading:
    def __init__(self, register: Register):
        self.checks: dict[str, Callable[[str], str]] = {
            "country": _country,
            "region": _one_of(regions.REGION_OF.keys() | regions.SUBREGIONS_OF.keys()),
            "focus": _one_of(register.focus_areas),
            "class": _one_of(register.classes),
            "kind": _one_of(choices.OrganisationKind.values),
            "status": _one_of(STATUSES),
            "works_in": _country,
            "since": _years,
            "name_lang": _language,
            "on": _day,
            "sort": _one_of(SORTS),
            "page": _page,
            "q": _search,
        }
        self.taken: dict[str, list[str]] = {}
        self.ignored: list[str] = []

    def take(self, name: str, value: str, written: str) -> None:
        if not value.strip():
            return  # an empty field of the form
        check = self.checks.get(name)
        understood = check(value.strip()) if check else ""
        if understood:
            self.taken.setdefault(name, []).append(understood)
        elif len(self.ignored) < MOST_IGNORED:
            self.ignored.append(_printable(f"{written}={value}") or "?")

    def query(self) -> DirectoryQuery:
        ticks = {facet: tuple(dict.fromkeys(self.taken[facet])) for facet in FACETS if facet in self.taken}
        search = self._last("q", "")
        sort = self._last("sort", "")
        if not sort or (sort == "relevance" and not search):
            sort = "relevance" if search else "name"
        on = self._last("on", "")
        return DirectoryQuery(
            search=search,
            ticks=ticks,
            on=datetime.date.fromisoformat(on) if on else None,
            sort=sort,
            page=int(self._last("page", "1")),
            ignored=tuple(self.ignored),
        )

    def _last(self, name: str, default: str) -> str:
        return self.taken.get(name, [default])[-1]


def _one_of(allowed) -> Callable[[str], str]:
    return lambda value: value if value in allowed else ""


def _country(value: str) -> str:
    code = value.upper()
    return code if len(code) == 2 and code in countries.countries else ""  # noqa: PLR2004


def _years(value: str) -> str:
    """ "2005-2009" or "2005"; empty for anything else."""
    years = _YEARS.fullmatch(value)
    if years is None:
        return ""
    first, last = years[1], years[2] or years[1]
    if not datetime.MINYEAR <= int(first) <= int(last):
        return ""
    return first if first == last else value


def _language(value: str) -> str:
    """A language tag as it is stored, "ar" or "ar-Latn", if CLDR knows the language and the script."""
    tag = _LANGUAGE.fullmatch(value)
    if tag is None:
        return ""
    language, script = tag[1].lower(), (tag[2] or "").title()
    english = Locale("en")
    is_known = language in english.languages and (not script or script in english.scripts)
    return "-".join(part for part in (language, script) if part) if is_known else ""


def _day(value: str) -> str:
    """A day that has come, "2019-06-30"; empty for anything else."""
    try:
        day = datetime.date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:  # 31 February
        return ""
    return value if day is not None and day <= today() else ""


def _page(value: str) -> str:
    return value if _PAGE.fullmatch(value) and int(value) else ""


def _search(value: str) -> str:
    return _printable(value, LONGEST_SEARCH)


def _printable(value: str, longest: int = LONGEST_IGNORED) -> str:
    """The text without what cannot be shown; empty if it is broken altogether."""
    try:
        return text.normalise(value)[:longest].strip()
    except text.TextError:
        return ""
