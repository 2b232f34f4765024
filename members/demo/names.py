"""Names of invented organisations, saying the same in every language."""

import datetime
import re
from dataclasses import dataclass, replace

from anyascii import anyascii

from members.choices import NameKind
from members.demo.dice import Dice
from members.demo.vocabulary import table

# Languages whose names anyascii romanises well enough; for others the vocabulary has a "-Latn" of its own.
ROMANISED_BY_LETTER = ("bg", "el", "hy", "ka", "kk", "ru", "uk")
LATIN_CAPITALS = re.compile(r"[^\W\d_a-z]")
SHORTEST_ACRONYM = 3


@dataclass(frozen=True)
class Concept:
    """What a name says: an image ("seven-palms"), a theme ("education") and a kind ("foundation")."""

    image: str
    theme: str
    kind: str


@dataclass(frozen=True)
class Name:
    value: str
    kind: str
    language: str = ""
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None


def concepts() -> list[Concept]:
    """All combinations, in the order of the vocabulary."""
    order = table("names")["order"]
    return [
        Concept(image, theme, kind)
        for image in order["images"]
        for theme in order["themes"]
        for kind in order["kinds"]
    ]


def phrase(concept: Concept, language: str) -> str:
    """The name in a language; empty when that language has no word for the image."""
    image = image_in(concept, language)
    if not image:
        return ""
    order, words = table("names")["order"], table("names")["languages"][language]
    theme = words["themes"][order["themes"].index(concept.theme)]
    kind = words["kinds"][order["kinds"].index(concept.kind)]
    return words["pattern"].format(image=image, theme=theme, kind=kind)


def image_in(concept: Concept, language: str) -> str:
    position = table("names")["order"]["images"].index(concept.image)
    return table("names")["languages"][language]["images"][position]


def romanised(concept: Concept, language: str) -> Name | None:
    tag = f"{language}-Latn"
    if tag in table("names")["languages"]:
        return Name(phrase(concept, tag), NameKind.ROMANISED, tag)
    if language in ROMANISED_BY_LETTER:
        letters = re.sub(r"[^A-Za-z ]", "", anyascii(phrase(concept, language))).title()
        return Name(letters, NameKind.ROMANISED, tag)
    return None


def acronym(value: str) -> str:
    """First letters of the words written with a Latin capital; empty when they are too few."""
    initials = "".join(word[0] for word in re.findall(r"\w+", value) if LATIN_CAPITALS.match(word))
    return initials if initials.isascii() and len(initials) >= SHORTEST_ACRONYM else ""


def names_of(concept: Concept, language: str, *, founded: int, dice: Dice) -> list[Name]:
    """All names of one organisation; the first is its official one."""
    renamed = _day(dice, founded + 1, 2025) if dice.happens(0.12) else None
    names = [Name(phrase(concept, language), NameKind.OFFICIAL, language, valid_from=renamed)]
    if renamed:
        names.append(_name_before(concept, language, renamed, dice))
    names += [
        Name(phrase(concept, other), NameKind.TRANSLATION, other)
        for other in _translations(language, dice)
        if other != language and phrase(concept, other)
    ]
    short = acronym(names[0].value) or acronym(phrase(concept, "en"))
    if short and dice.happens(0.6):
        names.append(Name(short, NameKind.ACRONYM))
    if dice.happens(0.2):
        names.append(Name(image_in(concept, language), NameKind.ALIAS, language))
    in_latin = romanised(concept, language)
    if in_latin and dice.happens(0.8):
        names.append(in_latin)
    return names


def _name_before(concept: Concept, language: str, until: datetime.date, dice: Dice) -> Name:
    """Half of the changed names are dated official ones, half are former names as old lists have them."""
    themes = table("names")["order"]["themes"]
    other = replace(concept, theme=themes[themes.index(concept.theme) - 1])
    kind = dice.choice([NameKind.OFFICIAL, NameKind.FORMER])
    return Name(phrase(other, language), kind, language, valid_until=until - datetime.timedelta(days=1))


def _translations(language: str, dice: Dice) -> list[str]:
    wanted = [code for code, share in (("en", 0.85), ("ar", 0.5)) if dice.happens(share)]
    if dice.happens(0.25):
        wanted.append(dice.choice(["fa", "fr", "es", "tr", "id", "ur"]))
    return wanted


def _day(dice: Dice, first_year: int, last_year: int) -> datetime.date:
    return datetime.date(dice.randint(min(first_year, last_year), last_year), dice.randint(1, 12), 1)
