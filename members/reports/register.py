"""The state of the register that every public page needs, in one query."""

import datetime
from dataclasses import dataclass, field

from django.db.models import DateField, F, QuerySet, Subquery, Value
from django.db.models.functions import Cast

from members.models import Country, FocusArea, MembershipClass, Revision, Union
from members.models.fields import in_language


@dataclass(frozen=True)
class Term:
    """A word of one of the union's own lists: a focus area or a class of membership."""

    slug: str
    names: dict[str, str]
    is_first: bool = False

    @property
    def name(self) -> str:
        return in_language(self.names)[0] or self.slug


@dataclass(frozen=True)
class Register:
    """Revision, the union's names, and what its lists are called."""

    revision: int
    changed_on: datetime.date | None
    union: Union
    focus_areas: dict[str, Term] = field(default_factory=dict)
    classes: dict[str, Term] = field(default_factory=dict)
    country_wordings: dict[str, dict[str, str]] = field(default_factory=dict)

    def country(self, code: str) -> Country:
        """A country that knows its name, without asking the database."""
        return Country(code=code, name_overrides=self.country_wordings.get(code, {}))

    def focus_of(self, slugs: str | None) -> list[Term]:
        """The focus areas of slugs joined by spaces, in the union's order."""
        wanted = set((slugs or "").split())
        return [term for slug, term in self.focus_areas.items() if slug in wanted]


def current() -> Register:
    """The register as it is now. One query; classes that are not public stay out."""
    rows = {"union": [], "focus": [], "class": [], "country": []}
    for part, *row in _parts():
        rows[part].append(row)
    [(email, number, names, taglines, changed_on)] = rows["union"]
    return Register(
        revision=number,
        changed_on=changed_on,
        union=Union(names=names, taglines=taglines, contact_email=email),
        focus_areas=_terms(rows["focus"]),
        classes=_terms(rows["class"]),
        country_wordings={code: names for code, _number, names, *_rest in rows["country"]},
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
    lists = [
        queryset.order_by().values_list(Value(part), F("slug"), F("position"), F("names"), F("names"), no_day)
        for part, queryset in (
            ("focus", FocusArea.objects.all()),
            ("class", MembershipClass.objects.filter(is_public=True)),
        )
    ]
    wordings = Country.objects.exclude(name_overrides={}).order_by()
    countries = wordings.values_list(
        Value("country"), F("code"), Value(0), F("name_overrides"), F("name_overrides"), no_day
    )
    return union.order_by().union(*lists, countries, all=True)


def _terms(rows: list) -> dict[str, Term]:
    in_order = sorted(rows, key=lambda row: (row[1], row[0]))
    return {
        slug: Term(slug, names, is_first=not index)
        for index, (slug, _position, names, *_rest) in enumerate(in_order)
    }
