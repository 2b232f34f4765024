"""What each organisation of the demo register is to be, as plain values."""

from dataclasses import dataclass, field, replace

from members.demo import courses, names, people, stress
from members.demo.courses import Step
from members.demo.dice import SEED, Dice, falls_on
from members.demo.names import Name
from members.demo.people import Mandate
from members.demo.vocabulary import SITE_LANGUAGES, table

UNLISTED = (120, 60)  # every how many, beginning with which
# Ranges that numbering authorities keep free for fiction; elsewhere the demo has no telephones.
RESERVED_PHONES = {"GB": "+4420794600{:02d}", "FR": "+331990000{:02d}", "DE": "+493023125{:03d}"}


@dataclass(frozen=True)
class Planned:
    country: str
    city: str
    names: list[Name]
    kind: str
    founded_year: int
    themes: list[str]
    steps: list[Step]
    host: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    described_in: frozenset = frozenset()
    phone: str = ""
    mandates: list[Mandate] = field(default_factory=list)
    works_in: list[str] = field(default_factory=list)
    days_since_check: int | None = None
    has_public_contacts: bool = False
    is_listed: bool = True


def planned() -> list[Planned]:
    """All organisations in the order in which they enter the register. Always the same."""
    dice = Dice(SEED)
    seats = [
        (code, place, turn)
        for code, place in table("places").items()
        for turn in range(place["organisations"])
    ]
    concepts = dice.sample(names.concepts(), len(seats))
    taken = courses.shuffled(len(seats), dice)
    plans = [
        _organisation(position, seat, concept, course, dice)
        for position, (seat, concept, course) in enumerate(zip(seats, concepts, taken, strict=True))
    ]
    return plans + [_stress_case(case, dice) for case in stress.CASES]


def _organisation(position: int, seat: tuple, concept: names.Concept, course: tuple, dice: Dice) -> Planned:
    code, place, turn = seat
    language = place["languages"][turn % len(place["languages"])]
    concept = _sayable(concept, language)
    steps = courses.dated(course, dice)
    founded = _founded(steps, dice)
    texts = _texts(concept.theme, language, dice)
    others = [theme for theme in table("focus") if theme != concept.theme]
    return Planned(
        country=code,
        city=place["cities"][turn % len(place["cities"])],
        names=names.names_of(concept, language, founded=founded, dice=dice),
        kind=concept.kind,
        founded_year=founded,
        themes=[concept.theme, *dice.sample(others, dice.randint(0, 2))],
        steps=steps,
        host=f"{concept.image}-{position + 1}.example.org",
        texts=texts,
        described_in=frozenset(code for code in texts if dice.happens(0.6)),
        phone=RESERVED_PHONES[code].format(position % 100) if code in RESERVED_PHONES else "",
        mandates=people.mandates(language, position, ended=_ended(steps), dice=dice),
        works_in=dice.sample(list(table("places")), 3) if concept.kind == "network" else [code],
        days_since_check=dice.randint(10, 900) if dice.happens(0.7) else None,
        has_public_contacts=dice.happens(0.5),
        is_listed=not falls_on(position, UNLISTED),
    )


def _sayable(concept: names.Concept, language: str) -> names.Concept:
    """The concept, with the next image for which the language has a word."""
    images = table("names")["order"]["images"]
    start = images.index(concept.image)
    candidates = (replace(concept, image=image) for image in images[start:] + images[:start])
    return next(candidate for candidate in candidates if names.image_in(candidate, language))


def _founded(steps: list[Step], dice: Dice) -> int:
    admitted = steps[0].decided_on.year if steps else 2020
    return dice.randint(max(1958, admitted - 25), admitted - 1)


def _ended(steps: list[Step]):
    return steps[-1].effective_on if steps and steps[-1].kind == "ending" else None


def _texts(theme: str, language: str, dice: Dice) -> dict[str, str]:
    """Summaries: in the organisation's own language where the site speaks it, often in English and Arabic."""
    wanted = [language] if language in SITE_LANGUAGES else []
    wanted += [code for code, share in (("en", 0.85), ("ar", 0.45)) if dice.happens(share)]
    if dice.happens(0.15):
        wanted.append(dice.choice(SITE_LANGUAGES))
    summaries = table("focus")[theme]["summaries"]
    return {code: summaries[code] for code in dict.fromkeys(wanted)}


def _stress_case(case: dict, dice: Dice) -> Planned:
    steps = courses.dated(case["course"], dice)
    facts = {name: case[name] for name in ("country", "city", "names", "kind", "themes", "texts")}
    return Planned(**facts, steps=steps, founded_year=_founded(steps, dice), host=case["host"])
