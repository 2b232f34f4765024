"""What one profile shows beside the organisation's own columns, from public facts only."""

import datetime
from dataclasses import dataclass, field

from django.db.models import QuerySet, prefetch_related_objects

from members.models import Country, Organisation
from members.models.base import today
from members.models.listing import names_in_order
from members.reports.history import Event, history, merged_numbers, stretches
from members.reports.mandates import Post, posts, terms
from members.reports.register import Register, Term
from members.reports.selection import PRESENT

NEIGHBOURS = 5


@dataclass(frozen=True)
class Profile:
    """`merged_numbers` belong to entries that were merged into this one and still lead here."""

    organisation: Organisation
    focus_areas: list[Term] = field(default_factory=list)
    works_in: list[Country] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    history: list[Event] = field(default_factory=list)
    merged_numbers: list[str] = field(default_factory=list)
    neighbours: list[Organisation] = field(default_factory=list)


def assemble(organisation: Organisation, register: Register, *, on: datetime.date | None = None) -> Profile:
    """The profile of an organisation that came from `for_profile()`. Four queries."""
    on = on or today()
    neighbours = list(_neighbours(organisation, on))
    prefetch_related_objects([organisation, *neighbours], names_in_order())
    countries = [register.country(code) for code in (organisation.work_codes or "").split()]
    memberships, mandates = list(stretches(organisation, register, on)), terms(organisation, on)
    return Profile(
        organisation=organisation,
        focus_areas=register.focus_of(organisation.focus_slugs),
        works_in=sorted(countries, key=lambda country: country.name),
        posts=list(posts(mandates, on)),
        history=history(organisation, memberships, mandates, on),
        merged_numbers=merged_numbers(organisation, memberships),
        neighbours=neighbours,
    )


def _neighbours(organisation: Organisation, on: datetime.date) -> QuerySet:
    others = Organisation.objects.standing(*PRESENT, on=on).filter(country=organisation.country_id)
    return others.exclude(pk=organisation.pk).in_order().only("number", "city")[:NEIGHBOURS]
