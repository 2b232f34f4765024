"""The census: who stands in the register on a day, each organisation one bit, each fact a set of bits.

With it, counting and turning pages take milliseconds however many organisations there are. Each worker keeps
the census of a few days. When the public revision has risen, it looks again at the organisations that
`PublicChange` names, and only where it cannot tell at all of them. What is not public is never counted.
"""

import datetime
from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import compress
from threading import Lock

from members.choices import MembershipStatus
from members.models import PublicChange
from members.models.base import today
from members.reports import facts, filed
from members.reports.facts import Fact

MOST_DAYS = 3
MOST_REMEMBERED, MOST_LISTS = 64, 8
# With more organisations changed, all are looked at again.
MOST_CHANGED = 200
STATUSES = (MembershipStatus.MEMBER, MembershipStatus.SUSPENDED, MembershipStatus.FORMER)
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_kept: "OrderedDict[datetime.date, Census]" = OrderedDict()
_one_at_a_time = Lock()


def of(on: datetime.date, revision: int) -> "Census":
    """The census of a day as of a revision: no query where this process knows it."""
    with _one_at_a_time:
        known = _kept.get(on)
        if known is None or known.revision != revision:
            changed = _changed(known.revision, revision) if known else None
            known = Census(on, revision) if changed is None else known.after(changed, revision)
            _kept[on] = known
        _kept.move_to_end(on)
        # Whoever asks about the past does not make everybody wait for today's.
        others = [day for day in _kept if day != today()]
        for day in others[: max(0, len(_kept) - MOST_DAYS)]:
            del _kept[day]
        return known


def forget() -> None:
    """As after a start."""
    _kept.clear()


def _changed(known: int, revision: int) -> set[int] | None:
    """The organisations that changed from one revision to another; None: perhaps others too."""
    changes = PublicChange.objects.filter(number__gt=known, number__lte=revision)
    rows = list(changes.values_list("number", "about")[: MOST_CHANGED + 1])
    about = {about for _number, about in rows}
    if None in about or len({number for number, _about in rows}) != revision - known:
        return None
    return about


@dataclass(frozen=True)
class Standing:
    """What a row says of an organisation's membership, and its focus areas."""

    status: str
    membership_class: str
    since: datetime.date | None
    focus_areas: list[str]


class Census:
    """`sets[kind of fact][value]` are the organisations for which it is true; bit n stands for `keys[n]`.

    Once made it only learns, so that threads may share it.
    """

    def __init__(self, on: datetime.date, revision: int):
        self.on, self.revision = on, revision
        self.keys, self.places = array("q"), {}
        self.since = array("i")  # the ordinal of the day of admission, 0 where it is not recorded
        self.sets: dict[str, dict[str, int]] = defaultdict(dict)
        self._begin()
        self._take(facts.read(on))

    def after(self, changed: set[int], revision: int) -> "Census":
        """The census of a later revision, before which these organisations changed. One query."""
        later = object.__new__(Census)
        later.on, later.revision = self.on, revision
        later.keys, later.places, later.since = self.keys, self.places, self.since[:]
        if not changed <= self.places.keys():
            later.keys, later.places = self.keys[:], self.places.copy()
        later.sets = defaultdict(dict)
        gone = self.bits(changed)
        for kind, sets in self.sets.items():
            without = {value: bits & ~gone if bits & gone else bits for value, bits in sets.items()}
            later.sets[kind] = {value: bits for value, bits in without.items() if bits}
        later._begin()
        for language, (order, before) in {**self._older, **self._latest()}.items():
            later._older[language] = order, before | changed
        later._take(facts.read(self.on, among=changed))
        return later

    def _begin(self) -> None:
        self._orders: dict[str, array] = {}
        # Orders of an earlier revision, with the organisations that changed since.
        self._older: dict[str, tuple[array, set[int]]] = {}
        self._remembered: dict[int, OrderedDict] = {MOST_REMEMBERED: OrderedDict(), MOST_LISTS: OrderedDict()}

    def _latest(self) -> dict[str, tuple[array, set[int]]]:
        return {language: (order, set()) for language, order in self._orders.items()}

    def bits(self, organisations: Iterable[int]) -> int:
        """The set of these organisations, as far as the census knows them."""
        return _bits([self.places[key] for key in organisations if key in self.places], len(self.keys))

    def any_of(self, kind: str, values: Iterable[str]) -> int:
        """The organisations for which any of these facts of a kind is true."""
        found = 0
        for value in values:
            found |= self.sets[kind].get(value, 0) if kind in self.sets else 0
        return found

    def standing(self, organisation: int) -> Standing:
        place = self.places[organisation]

        def values(kind: str) -> list[str]:
            return [value for value, bits in self.sets[kind].items() if bits >> place & 1]

        since = self.since[place]
        return Standing(
            next(iter(values("status")), MembershipStatus.NONE.value),
            next(iter(values("class")), ""),
            datetime.date.fromordinal(since) if since else None,
            values("focus"),
        )

    def in_order(self, chosen: int, sort: str, language: str) -> array:
        """Keys of the chosen organisations, by name or newest members first ("new")."""

        def picked() -> array:
            flags = self._flags(chosen)
            order = self._order(sort, language)
            places = compress(order, map(flags.__getitem__, order))
            return array("q", map(self.keys.__getitem__, places))

        return self.remember((chosen, sort, language), picked, most=MOST_LISTS)

    def remember(self, what, make: Callable, most: int = MOST_REMEMBERED):
        """What `make` answers, or answered lately: it depends on nothing but the census."""
        remembered = self._remembered[most]
        answer = remembered.get(what)
        if answer is None:
            answer = remembered[what] = make()
            if len(remembered) > most:
                remembered.popitem(last=False)
        return answer

    def _order(self, sort: str, language: str) -> array:
        if sort == "new":
            order, since = self._order("name", language), self.since.__getitem__
            return array("i", sorted(order, key=since, reverse=True))
        if language not in self._orders:
            older, changed = self._older.pop(language, (None, ()))
            order = (
                filed.order(language, self.on, self.places)
                if older is None or self.on != today()
                else filed.corrected(older, language, changed, self.keys, self.places)
            )
            # Who is not listed may be renamed without a public change, so nobody's place depends on theirs.
            flags = self._flags(self.any_of("status", STATUSES))
            self._orders[language] = array("i", compress(order, map(flags.__getitem__, order)))
        return self._orders[language]

    def _flags(self, chosen: int) -> bytes:
        """One byte for each position: 1 for those in the set."""
        return f"{chosen:0{len(self.keys)}b}".encode()[::-1].translate(_FLAGS)

    # -- from facts to bits -----------------------------------------------------------------------------

    def _take(self, found: Iterable[Fact]) -> None:
        true_of: dict[tuple[str, str], list[int]] = defaultdict(list)
        memberships = []
        for fact in found:
            places = self._placed(fact.organisations)
            if fact.kind == "membership":
                memberships.append((fact, places))
            elif fact.kind == "seat":
                true_of["country", fact.value] += places
                true_of["kind", fact.more] += places
            else:
                true_of[fact.kind, fact.value] += places
        self._take_memberships(memberships, true_of)
        for (kind, value), places in true_of.items():
            if value and places:
                bits = _bits(places, len(self.keys))
                self.sets[kind][value] = self.sets[kind].get(value, 0) | bits

    def _take_memberships(self, memberships: list[tuple[Fact, list[int]]], true_of: dict) -> None:
        suspended = set(true_of.pop(("suspended", ""), ()))
        for standing, places in facts.standings(memberships, self.on):
            true_of["class", standing.membership_class] += places
            status = MembershipStatus.MEMBER if standing.is_running else MembershipStatus.FORMER
            restricted = suspended.intersection(places) if standing.is_running else set()
            true_of["status", MembershipStatus.SUSPENDED.value] += restricted
            true_of["status", status.value] += [place for place in places if place not in restricted]
            if standing.since:
                true_of["year", str(standing.since.year)] += places
            for place in places:
                self.since[place] = standing.since.toordinal() if standing.since else 0

    def _placed(self, organisations: list[int]) -> list[int]:
        for key in organisations:
            if key not in self.places:
                self.places[key] = len(self.keys)
                self.keys.append(key)
                self.since.append(0)
        return [self.places[key] for key in organisations]


def _bits(places: Iterable[int], size: int) -> int:
    found = bytearray(size // 8 + 1)
    for place in places:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")
