"""What happened to one organisation in the register, from public facts only."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from django.db.models import F
from django.utils.translation import gettext as _

from members.choices import HowEnded, NameKind
from members.models import Organisation, OrganisationName
from members.models.listing import public_memberships
from members.reports.register import Register

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """Something that happened on a day: a sentence, or an official name that was given up then."""

    on: datetime.date
    sentence: str = ""
    former_name: OrganisationName | None = None


@dataclass(frozen=True)
class _Stretch:
    """A membership, with its suspensions as pairs of days."""

    class_name: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    how_ended: str
    suspensions: tuple[tuple[datetime.date, datetime.date | None], ...]

    @property
    def goes_on(self) -> bool:
        return self.how_ended == HowEnded.CLASS_CHANGED


def history(organisation: Organisation, register: Register, on: datetime.date) -> list[Event]:
    """Events until that day, newest first; those whose day is not recorded are left out.

    One query, and none for the names where `with_names()` brought them.
    """
    stretches = list(_stretches(organisation, register, on))
    events = [*_name_events(organisation)]
    for before, stretch in pairwise([None, *stretches]):
        events += _beginning(stretch, before)
        events += _suspensions(stretch)
    for stretch, after in pairwise([*stretches, None]):
        events += _ending(stretch, after)
    # Of one day, what was recorded later stands first.
    return sorted([event for event in reversed(events) if event.on <= on], key=_day, reverse=True)


_day = attrgetter("on")


def _stretches(organisation: Organisation, register: Register, on: datetime.date) -> Iterator[_Stretch]:
    rows = (
        public_memberships(on)
        .filter(organisation=organisation)
        .order_by(F("starts_on").asc(nulls_first=True), "suspensions__starts_on")
        .values_list(
            "pk", "membership_class__slug", "starts_on", "ends_on", "how_ended",
            "suspensions__starts_on", "suspensions__ends_on",
        )
    )  # fmt: skip
    for _pk, rows_of_one in groupby(rows, key=itemgetter(0)):
        group = list(rows_of_one)
        _key, slug, starts_on, ends_on, how_ended, *_rest = group[0]
        suspensions = tuple((row[5], row[6]) for row in group if row[5])
        yield _Stretch(register.classes[slug].name, starts_on, ends_on, how_ended, suspensions)


def _beginning(stretch: _Stretch, before: _Stretch | None) -> Iterator[Event]:
    if stretch.starts_on is None:
        return
    if before is None:
        sentence = _("Admitted as a member. Class: %(class)s")
    elif before.goes_on:
        sentence = _("Class of membership changed to: %(class)s")
    else:
        sentence = _("Readmitted as a member. Class: %(class)s")
    yield Event(stretch.starts_on, sentence % {"class": stretch.class_name})


def _suspensions(stretch: _Stretch) -> Iterator[Event]:
    for starts_on, ends_on in stretch.suspensions:
        yield Event(starts_on, _("Membership suspended"))
        if ends_on and ends_on != stretch.ends_on:
            yield Event(ends_on + ONE_DAY, _("Reinstated: the suspension ended"))


def _ending(stretch: _Stretch, after: _Stretch | None) -> Iterator[Event]:
    if stretch.ends_on is None or (stretch.goes_on and after is not None):
        return
    if stretch.goes_on:  # into a class that is not public
        sentence = _("Membership ended")
    else:
        sentence = _("Membership ended: %(how)s") % {"how": HowEnded(stretch.how_ended).label}
    # The last day belongs to the membership.
    yield Event(stretch.ends_on + ONE_DAY, sentence)


def _name_events(organisation: Organisation) -> Iterator[Event]:
    for name in organisation.sorted_names():
        if name.kind in {NameKind.OFFICIAL, NameKind.FORMER} and name.valid_until:
            yield Event(name.valid_until + ONE_DAY, former_name=name)
