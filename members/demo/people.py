"""Invented people and the mandates they hold."""

import datetime
from dataclasses import dataclass, replace

from members.choices import Appointment, RepresentativeFunction, RepresentativeRank
from members.demo.dice import Dice, falls_on
from members.demo.vocabulary import EPOCH, table

ONE_DAY = datetime.timedelta(days=1)
TERM = 4  # years
FUTURE = datetime.date(2027, 1, 1)
VACANT_SINCE = datetime.date(2026, 3, 31)
# Organisations by their position in the register: every how many, beginning with which.
VACANT, REPLACED, WITH_ALTERNATE, SEALED = (20, 7), (30, 3), (4, 1), (50, 11)


@dataclass(frozen=True)
class Mandate:
    function: str
    rank: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    full_name: str
    latin_name: str
    language: str
    appointment: str
    is_public: bool = False
    is_sealed: bool = False


def invent(language: str, dice: Dice) -> tuple[str, str]:
    """A full name in the writing of its language, and in Latin letters where it has others."""
    pool = table("people")[language]
    given, family = dice.choice(pool["given"]), dice.choice(pool["family"])
    native = [part.split("|")[0] for part in (given, family)]
    latin = [part.split("|")[-1] for part in (given, family)]
    if pool.get("family_first"):
        native.reverse()
    full_name = ("" if pool.get("joined") else " ").join(native)
    return full_name, " ".join(latin) if "|" in given else ""


def mandates(language: str, position: int, *, ended: datetime.date | None, dice: Dice):
    """Terms of one organisation: `position` decides who is vacant, replaced or sealed; after the end of
    the membership (`ended`) nobody holds one."""
    people = []
    for function, share in _SHARES.items():
        if dice.happens(share):
            people += _succession(function, language, position, dice)
    if RepresentativeFunction.DELEGATE in {mandate.function for mandate in people} and falls_on(
        position, WITH_ALTERNATE
    ):
        people.append(_mandate("delegate", "alternate", (_start(dice), None), language, dice))
    if ended:
        people = [_closed(mandate, ended) for mandate in people if mandate.starts_on < ended]
    if people and falls_on(position, SEALED):
        people[0] = _sealed(people[0])
    return people


_SHARES = {
    RepresentativeFunction.HEAD: 0.8,
    RepresentativeFunction.DELEGATE: 0.7,
    RepresentativeFunction.CONTACT: 0.5,
    RepresentativeFunction.TREASURER: 0.1,
}


def _succession(function: str, language: str, position: int, dice: Dice) -> list[Mandate]:
    """A past term now and then, the present one or a vacancy, now and then a successor."""
    start = _start(dice)
    terms = [(start, start.replace(year=start.year + TERM) - ONE_DAY if dice.happens(0.5) else None)]
    if falls_on(position, VACANT):
        terms = [(start, VACANT_SINCE)]
    elif falls_on(position, REPLACED):
        terms = [(start, FUTURE - ONE_DAY), (FUTURE, FUTURE.replace(year=FUTURE.year + TERM) - ONE_DAY)]
    if dice.happens(0.25):
        terms.insert(0, (start.replace(year=start.year - TERM), start - ONE_DAY))
    return [_mandate(function, "principal", term, language, dice) for term in terms]


def _mandate(function: str, rank: str, term: tuple, language: str, dice: Dice) -> Mandate:
    full_name, latin_name = invent(language, dice)
    return Mandate(
        RepresentativeFunction(function),
        RepresentativeRank(rank),
        *term,
        full_name=full_name,
        latin_name=latin_name,
        language=language,
        appointment=dice.choice(list(Appointment)),
        is_public=function == RepresentativeFunction.HEAD and dice.happens(0.5),
    )


def _start(dice: Dice) -> datetime.date:
    return datetime.date(dice.randint(EPOCH.year - 3, EPOCH.year - 1), dice.choice([1, 4, 7, 10]), 1)


def _closed(mandate: Mandate, day: datetime.date) -> Mandate:
    return replace(mandate, ends_on=min(mandate.ends_on or day, day))


def _sealed(mandate: Mandate) -> Mandate:
    return replace(mandate, is_public=False, is_sealed=True)
