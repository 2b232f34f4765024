"""Posts at one organisation as the public sees them: who holds them, which are vacant, terms gone by."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext as _

from members import choices
from members.choices import RepresentativeFunction, RepresentativeRank
from members.models import Organisation, Representative

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

    def is_held_on(self, on: datetime.date) -> bool:
        return self.ends_on is None or self.ends_on >= on


def terms(organisation: Organisation, on: datetime.date) -> list[Post]:
    """All terms begun by that day, oldest first; a name only with consent. One query."""
    is_named = Q(person__name_audience=choices.Audience.PUBLIC, person__is_sealed=False)
    rows = (
        Representative.objects.filter(organisation=organisation, starts_on__lte=on)
        .annotate(
            public_name=Case(When(is_named, then="person__full_name"), default=Value("")),
            public_language=Case(When(is_named, then="person__language"), default=Value("")),
        )
        .order_by("starts_on", "pk")
    )
    return [
        Post(*row)
        for row in rows.values_list(
            "function", "rank", "public_name", "public_language", "starts_on", "ends_on"
        )
    ]


def posts(terms: Sequence[Post], on: datetime.date) -> Iterator[Post]:
    """Posts held on that day, by function and rank, and the vacant ones."""
    for function in RepresentativeFunction:
        for rank in RepresentativeRank:
            of_this = [term for term in terms if (term.function, term.rank) == (function, rank)]
            held = [term for term in of_this if term.is_held_on(on)]
            if of_this and not held and function in POSTS and rank == RepresentativeRank.PRINCIPAL:
                yield Post(function, is_vacant=True)
            yield from held
