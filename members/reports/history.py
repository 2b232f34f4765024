"""What happened to one organisation in the register, from public facts only."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from django.db.models import F, Q
from django.utils.translation import gettext as _

from members.choices import HowEnded, NameKind
from members.models import Organisation, OrganisationName
from members.models.listing import public_memberships
from members.reports.mandates import Post
from members.reports.register import Register

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """Something that happened on a day: a sentence, with the person it is about where that name is public,
    or an official name that was given up then."""

    on: datetime.date
    sentence: str = ""
    person: str = ""
    language: str = ""
    former_name: OrganisationName | None = None


@dataclass(frozen=True)
class Stretch:
    """A membership of the organisation with that number, with its suspensions as pairs of days."""

    number: str
    class_name: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    how_ended: str
    suspensions: tuple[tuple[datetime.date, datetime.date | None], ...]

    @property
    def goes_on(self) -> bool:
        return self.how_ended == HowEnded.CLASS_CHANGED


def stretches(organisation: Organisation, register: Register, on: datetime.date) -> Iterator[Stretch]:
    """The memberships of an organisation and of those merged into it, oldest first. One query."""
    merged = Q(merged_into=organisation, is_listed=True)
    # Asked for in two steps: a condition across the join would read every membership there is.
    together = Organisation.objects.filter(Q(pk=organisation.pk) | merged).values("pk")
    rows = (
        public_memberships(on)
        .filter(organisation__in=together)
        .order_by(F("starts_on").asc(nulls_first=True), "pk", "suspensions__starts_on")
        .values_list(
            "pk", "organisation__number", "membership_class__slug", "starts_on", "ends_on", "how_ended",
            "suspensions__starts_on", "suspensions__ends_on",
        )
    )  # fmt: skip
    for _pk, rows_of_one in groupby(rows, key=itemgetter(0)):
        group = list(rows_of_one)
        _key, number, slug, starts_on, ends_on, how_ended, *_rest = group[0]
        suspensions = tuple(row[6:] for row in group if row[6])
        yield Stretch(number, register.classes[slug].name, starts_on, ends_on, how_ended, suspensions)


def merged_numbers(organisation: Organisation, memberships: Sequence[Stretch]) -> list[str]:
    return sorted({stretch.number for stretch in memberships} - {organisation.number})


def history(
    organisation: Organisation, memberships: Sequence[Stretch], terms: Sequence[Post], on: datetime.date
) -> list[Event]:
    """Events until that day, newest first; those whose day is not recorded are left out.

    Asks only for the names, and not for those where `with_names()` brought them.
    """
    own = [stretch for stretch in memberships if stretch.number == organisation.number]
    events = [*_name_events(organisation), *_mergers(organisation, memberships), *_terms(terms)]
    for before, stretch in pairwise([None, *own]):
        events += _beginning(stretch, before)
        events += _suspensions(stretch)
    for stretch, after in pairwise([*own, None]):
        events += _ending(stretch, after)
    # Unnamed terms that begin or end together are one event.
    told = dict.fromkeys(event for event in reversed(events) if event.on <= on)
    # Of one day, what was recorded later stands first.
    return sorted(told, key=_day, reverse=True)


_day = attrgetter("on")


def _beginning(stretch: Stretch, before: Stretch | None) -> Iterator[Event]:
    if stretch.starts_on is None:
        return
    if before is None:
        sentence = _("Admitted as a member. Class: %(class)s")
    elif before.goes_on:
        sentence = _("Class of membership changed to: %(class)s")
    else:
        sentence = _("Readmitted as a member. Class: %(class)s")
    yield Event(stretch.starts_on, sentence % {"class": stretch.class_name})


def _suspensions(stretch: Stretch) -> Iterator[Event]:
    for starts_on, ends_on in stretch.suspensions:
        yield Event(starts_on, _("Membership suspended"))
        if ends_on and ends_on != stretch.ends_on:
            yield Event(ends_on + ONE_DAY, _("Reinstated: the suspension ended"))


def _ending(stretch: Stretch, after: Stretch | None) -> Iterator[Event]:
    if stretch.ends_on is None or (stretch.goes_on and after is not None):
        return
    if stretch.goes_on:  # into a class that is not public
        sentence = _("Membership ended")
    else:
        sentence = _("Membership ended: %(how)s") % {"how": HowEnded(stretch.how_ended).label}
    # The last day belongs to the membership.
    yield Event(stretch.ends_on + ONE_DAY, sentence)


def _mergers(organisation: Organisation, memberships: Sequence[Stretch]) -> Iterator[Event]:
    for stretch in memberships:
        if stretch.number != organisation.number and stretch.how_ended == HowEnded.MERGED:
            sentence = _("%(number)s was merged into this entry") % {"number": stretch.number}
            yield Event(stretch.ends_on + ONE_DAY, sentence)


def _name_events(organisation: Organisation) -> Iterator[Event]:
    for name in organisation.sorted_names():
        if name.kind in {NameKind.OFFICIAL, NameKind.FORMER} and name.valid_until:
            yield Event(name.valid_until + ONE_DAY, former_name=name)


def _terms(terms: Sequence[Post]) -> Iterator[Event]:
    for term in terms:
        person = {"person": term.name, "language": term.language}
        yield Event(term.starts_on, _("Term began: %(post)s") % {"post": term.title}, **person)
        if term.ends_on:
            yield Event(term.ends_on + ONE_DAY, _("Term ended: %(post)s") % {"post": term.title}, **person)
