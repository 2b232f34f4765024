"""People and their mandates."""

import datetime

from members.actions import representatives
from members.choices import Audience, RepresentativeFunction
from members.models import Organisation, Person, Representative


def make_person(name: str = "Elif Karaca", *, is_public: bool = False, **facts) -> Person:
    """A person, named publicly (with a dated consent) only if `is_public`."""
    if is_public:
        facts = {"name_audience": Audience.PUBLIC, "consented_on": datetime.date(2024, 2, 1), **facts}
    person = Person(full_name=name, **facts)
    person.full_clean()
    person.save()
    return person


def make_representative(
    organisation: Organisation,
    name: str = "Elif Karaca",
    *,
    is_public: bool = False,
    person: Person | None = None,
    function: str = RepresentativeFunction.DELEGATE,
    starts_on: datetime.date = datetime.date(2024, 3, 1),
    by=None,
    **facts,
) -> Representative:
    """A mandate of `person`, or of a new person of that name; `facts` are term, rank, vote and so on."""
    person = person or make_person(name, is_public=is_public)
    return representatives.appoint(
        organisation, person=person, function=function, starts_on=starts_on, by=by, **facts
    )
