"""What one profile shows beside the organisation's own columns, from public facts only."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Case, F, Q, QuerySet, Value, When, prefetch_related_objects
from django.utils.translation import gettext as _

from members import choices
from members.choices import RepresentativeFunction, RepresentativeRank
from members.models import Country, Organisation, Representative
from members.models.base import today
from members.models.listing import names_in_order
from members.reports.history import Event, history
from members.reports.register import Register, Term
from members.reports.selection import PRESENT

NEIGHBOURS = 5
# Posts that every member fills: once one has been held, an empty one is worth saying.
POSTS = (RepresentativeFunction.HEAD, RepresentativeFunction.DELEGATE)


@dataclass(frozen=True)
class Post:
    """A mandate as the public sees it. No name: not published. Vacant: nobody holds it."""

    function: str
    rank: str = RepresentativeRank.PRINCIPAL
    name: str = ""
    language: str = ""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    is_vacant: bool = False

    @property
    def title(self) -> str:
        title = RepresentativeFunction(self.function).label
        if self.rank == RepresentativeRank.ALTERNATE:
            return _("%(function)s, alternate") % {"function": title}
        return str(title)


@dataclass(frozen=True)
class Profile:
    organisation: Organisation
    focus_areas: list[Term] = field(default_factory=list)
    works_in: list[Country] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    history: list[Event] = field(default_factory=list)
    neighbours: list[Organisation] = field(default_factory=list)


def assemble(organisation: Organisation, register: Register, *, on: datetime.date | None = None) -> Profile:
    """The profile of an organisation that came from `for_profile()`. Six queries."""
    on = on or today()
    neighbours = list(_neighbours(organisation, on))
    prefetch_related_objects([organisation, *neighbours], names_in_order())
    ties = list(_ties(organisation))
    focus = " ".join(key for part, key in ties if part == "focus")
    countries = [register.country(key) for part, key in ties if part == "country"]
    return Profile(
        organisation=organisation,
        focus_areas=register.focus_of(focus),
        works_in=sorted(countries, key=lambda country: country.name),
        posts=list(posts(organisation, on)),
        history=history(organisation, register, on),
        neighbours=neighbours,
    )


def _neighbours(organisation: Organisation, on: datetime.date) -> QuerySet:
    others = Organisation.objects.standing(*PRESENT, on=on).filter(country=organisation.country_id)
    return others.exclude(pk=organisation.pk).in_order().only("number", "city")[:NEIGHBOURS]


def _ties(organisation: Organisation) -> QuerySet:
    focus = Organisation.focus_areas.through.objects.filter(organisation=organisation).order_by()
    works_in = Organisation.works_in.through.objects.filter(organisation=organisation).order_by()
    return focus.values_list(Value("focus"), F("focusarea__slug")).union(
        works_in.values_list(Value("country"), F("country_id")), all=True
    )


def posts(organisation: Organisation, on: datetime.date) -> Iterator[Post]:
    """Posts held on that day, by function and rank, and the vacant ones. A name only with consent."""
    is_named = Q(person__name_audience=choices.Audience.PUBLIC, person__is_sealed=False)
    mandates = list(
        Representative.objects.filter(organisation=organisation, starts_on__lte=on)
        .annotate(
            public_name=Case(When(is_named, then="person__full_name"), default=Value("")),
            public_language=Case(When(is_named, then="person__language"), default=Value("")),
        )
        .order_by("starts_on", "pk")
        .values("function", "rank", "starts_on", "ends_on", "public_name", "public_language")
    )
    for function in RepresentativeFunction:
        for rank in RepresentativeRank:
            of_this = [row for row in mandates if (row["function"], row["rank"]) == (function, rank)]
            held = [row for row in of_this if row["ends_on"] is None or row["ends_on"] >= on]
            if of_this and not held and function in POSTS and rank == RepresentativeRank.PRINCIPAL:
                yield Post(function, is_vacant=True)
            for row in held:
                name, language = row.pop("public_name"), row.pop("public_language")
                yield Post(name=name, language=language, **row)
