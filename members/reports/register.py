"""The state of the register that every public page needs, in one query."""

import datetime
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.cache import cache
from django.db.models import Case, DateField, F, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from django.utils.translation import get_language

from members.choices import ObjectiveKind, PageKind
from members.models import Country, FocusArea, MembershipClass, Revision, Union
from members.models.fields import in_language
from members.reports import contents
from members.reports.contents import Aim, Packed, PageTerm

# Kept under one key with its revision inside: only the newest is ever wanted.
KEPT_AS, KEPT_FOR = "register", 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Term:
    """A word of one of the union's own lists: a focus area or a class of membership."""

    slug: str
    names: dict[str, str]
    is_first: bool = False

    @property
    def name(self) -> str:
        return in_language(self.names)[0] or self.slug


@lru_cache(maxsize=4096)
def _cldr_name(code: str, language: str) -> str:
    return Country(code=code).name_in(language)


@dataclass(frozen=True)
class Register:
    """Revision, the union's names, and what its lists are called."""

    revision: int
    changed_on: datetime.date | None
    union: Union
    focus_areas: dict[str, Term] = field(default_factory=dict)
    classes: dict[str, Term] = field(default_factory=dict)
    country_wordings: dict[str, dict[str, str]] = field(default_factory=dict)
    without_flag: frozenset[str] = frozenset()
    pages: dict[str, PageTerm] = field(default_factory=dict)
    objectives: list[Aim] = field(default_factory=list)
    strategies: list[Aim] = field(default_factory=list)

    def country(self, code: str) -> Country:
        """A country that knows its name and whether its flag is shown, without asking the database."""
        has_flag = code not in self.without_flag
        return Country(code=code, name_overrides=self.country_wordings.get(code, {}), has_flag=has_flag)

    def country_name(self, code: str, language: str | None = None) -> str:
        """What the country is called in a language (default: the page's)."""
        language = language or get_language()
        return self.country_wordings.get(code, {}).get(language) or _cldr_name(code, language)

    def focus_of(self, slugs: str | None) -> list[Term]:
        """The focus areas of slugs joined by spaces, in the union's order."""
        wanted = set((slugs or "").split())
        return [term for slug, term in self.focus_areas.items() if slug in wanted]

    def page_of(self, kind: str) -> PageTerm | None:
        """The first published page of a kind."""
        return next((page for page in self.pages.values() if page.kind == kind), None)

    @property
    def checks(self) -> PageTerm | None:
        """The page that says how entries are checked."""
        return self.page_of(PageKind.CHECKS)


def current() -> Register:
    """The register as it is now: one query, and a second one after a public change. Classes that are not
    public stay out."""
    known = cache.get(KEPT_AS)
    if known is not None and known.revision == Revision.now():
        return known
    register = _asked()
    cache.set(KEPT_AS, register, KEPT_FOR)
    return register


def _asked() -> Register:
    rows = {part: [] for part in ("union", "facts", "focus", "class", "country", "page", "objective")}
    for part, *row in _parts():
        rows[part].append(row)
    [(email, number, names, taglines, changed_on)] = rows["union"]
    [(logo, founded_year, contacts, *_rest)] = rows["facts"]
    return Register(
        revision=number,
        changed_on=changed_on,
        union=Union(
            names=names,
            taglines=taglines,
            contact_email=email,
            logo=logo,
            founded_year=founded_year,
            **contacts,
        ),
        focus_areas=_terms(rows["focus"]),
        classes=_terms(rows["class"]),
        country_wordings={code: names for code, _number, names, *_rest in rows["country"]},
        without_flag=frozenset(code for code, has_flag, *_rest in rows["country"] if not has_flag),
        pages=contents.pages(rows["page"]),
        objectives=contents.aims(rows["objective"], ObjectiveKind.OBJECTIVE),
        strategies=contents.aims(rows["objective"], ObjectiveKind.STRATEGY),
    )


def _parts() -> QuerySet:
    revision = Revision.objects.all()
    no_day = Cast(Value(None), DateField())
    union = Union.objects.values_list(
        Value("union"),
        F("contact_email"),
        Subquery(revision.values("number")[:1]),
        F("names"),
        F("taglines"),
        Subquery(revision.values("changed_on")[:1]),
    )
    contacts = Packed(phone="phone", address="address", website="website")
    facts = Union.objects.order_by().values_list(
        Value("facts"), F("logo"), F("founded_year"), contacts, contacts, no_day
    )
    lists = [
        queryset.order_by().values_list(Value(part), F("slug"), F("position"), F("names"), F("names"), no_day)
        for part, queryset in (
            ("focus", FocusArea.objects.all()),
            ("class", MembershipClass.objects.filter(is_public=True)),
        )
    ]
    decided = Country.objects.exclude(name_overrides={}, has_flag=True).order_by()
    has_flag = Case(When(has_flag=True, then=1), default=0)
    countries = decided.values_list(
        Value("country"), F("code"), has_flag, F("name_overrides"), F("name_overrides"), no_day
    )
    said = [contents.page_rows(no_day), contents.objective_rows(no_day)]
    return union.order_by().union(facts, *lists, countries, *said, all=True)


def _terms(rows: list) -> dict[str, Term]:
    in_order = sorted(rows, key=lambda row: (row[1], row[0]))
    return {
        slug: Term(slug, names, is_first=not index)
        for index, (slug, _position, names, *_rest) in enumerate(in_order)
    }
