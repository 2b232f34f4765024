"""The filters beside the directory: options with their numbers, and the chips of what is ticked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from members import choices, regions
from members.forms.directory import STATUSES, DirectoryQuery
from members.reports.facets import Facets
from members.reports.filed import name_key
from members.reports.register import Register
from members.templatetags.register import language_name

# So many countries stand in the open; the others behind "Show all", by region. Of other long lists the rest
# is in a box to choose from, which is a third of the elements.
FIRST = 6
OPEN = {"focus", "country", "region", "kind"}


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    number: int
    is_ticked: bool
    is_part: bool = False


@dataclass(frozen=True)
class More:
    """Further options under a heading."""

    title: str
    options: list[Option]


@dataclass(frozen=True)
class Filter:
    """`options` stand in the open, `more` behind "Show all", `others` in a box from which one is chosen."""

    name: str
    title: str
    options: list[Option]
    more: list[More] = field(default_factory=list)
    others: list[Option] = field(default_factory=list)
    is_open: bool = True

    @property
    def number_of_all(self) -> int:
        return len(self.options) + sum(len(more.options) for more in self.more)

    @property
    def ask(self) -> str:
        """The words beside the box."""
        return _("Another country") if self.name == "works_in" else _("Another language")


@dataclass(frozen=True)
class Chip:
    label: str
    url: str


def titles() -> dict[str, str]:
    """The facets in the order of the page."""
    return {
        "focus": _("Focus area"),
        "country": _("Country"),
        "region": _("Region"),
        "kind": _("Type of organisation"),
        "class": _("Class of membership"),
        "status": _("Status"),
        "works_in": _("Works in"),
        "since": _("Joined"),
        "name_lang": _("Has a name in"),
    }


def labels(facet: str, query: DirectoryQuery, register: Register) -> Callable[[str], str]:
    """How the values of a facet are called under its title."""
    language = get_language()
    return {
        "focus": lambda slug: register.focus_areas[slug].name if slug in register.focus_areas else slug,
        "class": lambda slug: register.classes[slug].name if slug in register.classes else slug,
        "country": lambda code: register.country_name(code, language),
        "region": lambda code: regions.region_name(code, language),
        "kind": lambda kind: str(choices.OrganisationKind(kind).label),
        "status": lambda status: str(choices.MembershipStatus(status).label),
        "works_in": lambda code: register.country_name(code, language),
        "since": lambda years: _years(years, query.selection.on.year),
        "name_lang": lambda tag: _language(tag, language),
    }[facet]


@lru_cache(maxsize=2048)
def _language(tag: str, shown_in: str) -> str:
    """A language in the words of the page's, with its script where the tag has one."""
    language, _hyphen, script = tag.partition("-")
    scripts = Locale.parse(shown_in).scripts
    return f"{language_name(language)} ({scripts.get(script, script)})" if script else language_name(language)


def _years(span: str, now: int) -> str:
    first, _hyphen, last = span.partition("-")
    if last and int(last) >= now:
        return _("%(year)s or later") % {"year": first}
    return f"{first}–{last}" if last else first


def filters(query: DirectoryQuery, facets: Facets, register: Register) -> list[Filter]:
    """All filters that have an option; options without a member are left out unless they are ticked."""
    found = []
    for facet, title in titles().items():
        ticked, numbers = query.ticks.get(facet, ()), facets.counts[facet]
        label = labels(facet, query, register)
        known = {
            value: Option(value, label(value), numbers.get(value, 0), value in ticked)
            for value in dict.fromkeys([*numbers, *ticked])
        }
        rows = {"options": _in_order(facet, known)}
        if facet in {"country", "works_in", "name_lang"}:
            rows = _first(known)
        if facet == "country":
            rows["more"] = _by_region(rows.pop("others"))
        found.append(Filter(facet, title, **rows, is_open=bool(ticked) or facet in OPEN))
    return [one for one in found if one.options]


def _in_order(facet: str, known: dict[str, Option]) -> list[Option]:
    if facet == "region":
        return _tree(known)
    if facet == "status":
        return [known[status] for status in STATUSES if status in known]
    if facet == "since":
        return [known[years] for years in sorted(known, reverse=True)]
    return _by_size(known.values())


def _by_size(options: Iterable[Option]) -> list[Option]:
    language = get_language()
    return sorted(options, key=lambda option: (-option.number, name_key(option.label, language)))


def _tree(known: dict[str, Option]) -> list[Option]:
    """Each region before its parts."""
    language, found = get_language(), []

    def by_name(codes: Iterable[str]) -> list[Option]:
        options = [known[code] for code in codes if code in known]
        return sorted(options, key=lambda option: name_key(option.label, language))

    whole = {code: option for code, option in known.items() if code in regions.SUBREGIONS_OF}
    for code in {regions.REGION_OF[code] for code in known if code in regions.REGION_OF} - whole.keys():
        label = regions.region_name(code, language)
        whole[code] = known[code] = Option(code, label, 0, False)
    for region in by_name(whole):
        found.append(region)
        parts = by_name(regions.SUBREGIONS_OF[region.value])
        found += [replace(part, is_part=True) for part in parts]
    return found


def _first(known: dict[str, Option]) -> dict[str, list[Option]]:
    """What is ticked and what has most members, and the others in the order of their names."""
    ticked = [option for option in known.values() if option.is_ticked]
    rest = _by_size(option for option in known.values() if not option.is_ticked)
    shown = max(FIRST - len(ticked), 0)
    language = get_language()
    others = sorted(rest[shown:], key=lambda option: name_key(option.label, language))
    return {"options": _by_size([*ticked, *rest[:shown]]), "others": others}


def _by_region(options: list[Option]) -> list[More]:
    """The countries of each subregion; those that M49 leaves out come last."""
    groups: dict[str, list[Option]] = {}
    for option in options:
        groups.setdefault(regions.PLACE_OF.get(option.value, ("", ""))[1], []).append(option)
    parts = (regions.SUBREGIONS_OF[region] for region in _in_alphabet(regions.SUBREGIONS_OF))
    codes = [code for part in parts for code in _in_alphabet(part)]
    return [
        More(regions.region_name(code, get_language()) if code else _("Other territories"), groups[code])
        for code in (*codes, "")
        if code in groups
    ]


def _in_alphabet(codes: Iterable[str]) -> list[str]:
    """Regions in the order of their names."""
    language = get_language()
    return sorted(codes, key=lambda code: name_key(regions.region_name(code, language), language))


def chips(query: DirectoryQuery, register: Register) -> list[Chip]:
    """What is ticked, each with the way to the list without it."""
    says = {
        "works_in": _("Works in %(what)s"),
        "since": _("Joined: %(what)s"),
        "name_lang": _("Has a name in %(what)s"),
    }
    return [
        Chip(
            says.get(facet, "%(what)s") % {"what": labels(facet, query, register)(value)},
            query.without(facet, value).query_string or "?",
        )
        for facet in titles()
        for value in query.ticks.get(facet, ())
    ]
