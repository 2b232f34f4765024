"""Names out of cells: several in one, labelled with languages, acronyms with the full name attached."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from members import text
from members.choices import NameKind
from members.imports.columns import language_named
from members.imports.problems import ValueProblem
from members.imports.values import line

LONGEST_NAME = 300
LONGEST_ACRONYM = 40
DESCRIPTION_WORDS = 22  # the longest real names of large lists have 18 to 20
SENTENCE_WORDS = 9
# One script, one language. Arabic, Cyrillic, Latin, Han, Devanagari and others serve many.
CERTAIN_LANGUAGES = {
    "Kore": "ko", "Jpan": "ja", "Thai": "th", "Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka",
    "Khmr": "km", "Laoo": "lo", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Gujr": "gu",
    "Guru": "pa", "Sinh": "si",
}  # fmt: skip
_SEPARATORS = re.compile(r"\s*[;\n؛]\s*|\s+\|\s+")
_DOUBTFUL = re.compile(r"\s+/\s+|\|")
_LABEL = re.compile(r"^([^\s:=]{2,20})\s*[:=]\s*(.+)$", re.DOTALL)
_ATTACHED = re.compile(r"^(?P<before>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]$", re.DOTALL)
_STOP_INSIDE = re.compile(r"[a-zà-ÿ]{3}\. [A-Z]")
# Words of sentences that stand in no name.
_SENTENCE_WORDS = (
    "is are was were has have had will been works provides aims seeks always which who whose they our we its "
    "est sont était qui es son fue ist sind wurde adalah merupakan"
)
_VERBS = frozenset(_SENTENCE_WORDS.split())
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_SMALL = "of the and for in de la le les des du et y e en el und für der die das ve w i a an to"
_SMALL_WORDS = frozenset(_SMALL.split())


@dataclass(frozen=True, slots=True)
class Name:
    """One name as it would be stored."""

    value: str
    kind: str
    language: str = ""
    folded: str = field(init=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "folded", text.fold(self.value))


def in_cell(cell: str, kind: str, language: str = "") -> tuple[list[Name], list[str]]:
    """The names in a cell of the column `kind` (`language` where the column tells it), and notes.

    ValueProblem for a name that cannot be stored.
    """
    found: list[Name] = []
    notes: list[str] = []
    for part in _parts(cell):
        value, spoken = _labelled(part, language)
        if description := _description(value):
            notes.append(description)
            continue
        found.extend(_named(value, kind, spoken, notes))
    return found, notes


def official(cell: str, language: str = "") -> tuple[list[Name], list[str]]:
    """The official name in a cell; further names are other names, an acronym behind it is added."""
    parts = _parts(cell)
    if not parts:
        raise ValueProblem(_("The name is missing."))
    first = Name(_stored(parts[0]), NameKind.OFFICIAL, language)
    if not first.value:
        raise ValueProblem(_("The name is missing."))
    found, notes = [first], []
    if acronym := _acronym_behind(first.value):
        found.append(Name(acronym, NameKind.ACRONYM))
    for part in parts[1:]:
        found.extend(in_cell(part, NameKind.ALIAS)[0])
    if len(parts) > 1:
        notes.append(_("The cell holds several names; the first is taken for the official one."))
    return found, notes


def _parts(cell: str) -> list[str]:
    parts = []
    for part in _SEPARATORS.split(cell):
        sides = [side.strip() for side in _DOUBTFUL.split(part)]
        parts.extend(sides if len(sides) > 1 and _are_names(sides) else [part])
    return [part.strip() for part in parts if part.strip(" .-–")]


def _are_names(sides: Iterable[str]) -> bool:
    """A slash or bar divides names of two words or more each, or of different scripts."""
    sides = list(sides)
    scripts = {text.script_of(side) for side in sides}
    return all(len(side.split()) > 1 for side in sides) or (len(scripts) == len(sides) and "" not in scripts)


def _labelled(part: str, language: str) -> tuple[str, str]:
    """ "fr: Croix-Rouge" is a name in French; another word before a colon belongs to the name."""
    if match := _LABEL.match(part):
        spoken = language_named(match[1])
        if spoken:
            return match[2].strip(), spoken
    return part, language


def _description(value: str) -> str:
    words = value.split()
    is_sentence = len(words) >= SENTENCE_WORDS and (
        value.endswith(".") or _STOP_INSIDE.search(value) or not _VERBS.isdisjoint(value.lower().split())
    )
    if is_sentence or len(words) > DESCRIPTION_WORDS:
        return _("“%(start)s …” is a description, not a name; it is left aside.") % {"start": value[:60]}
    return ""


def _named(value: str, kind: str, language: str, notes: list[str]) -> list[Name]:
    stored = _stored(value)
    if not stored:  # of characters that show nothing
        return []
    if kind == NameKind.ACRONYM:
        return _acronym(stored, notes)
    match = _ATTACHED.match(stored)
    if match and _abbreviates(match["inside"], match["before"]):
        return [_name(match["before"], kind, language), Name(match["inside"], NameKind.ACRONYM)]
    if match and _abbreviates(match["before"], match["inside"]):
        return [_name(match["inside"], kind, language), Name(match["before"], NameKind.ACRONYM)]
    return [_name(stored, kind, language)]


def _acronym(stored: str, notes: list[str]) -> list[Name]:
    """What a column of acronyms holds: "NFKK", "NFKK (Nordic Federation …)", or a full name gone astray."""
    if match := _ATTACHED.match(stored):
        sides = sorted((match["before"], match["inside"]), key=len)
        if _is_short(sides[0]) and not _is_short(sides[1]):
            return [Name(sides[0], NameKind.ACRONYM), _name(sides[1], NameKind.ALIAS, "")]
    if _is_short(stored):
        return [Name(stored, NameKind.ACRONYM)]
    notes.append(
        _("“%(value)s” is too long for an acronym and is taken as another name.") % {"value": stored[:80]}
    )
    return [_name(stored, NameKind.ALIAS, "")]


def _is_short(value: str) -> bool:
    return len(value) <= LONGEST_ACRONYM and len(value.split()) <= 4  # noqa: PLR2004


def _acronym_behind(value: str) -> str:
    match = _ATTACHED.match(value)
    return match["inside"] if match and _abbreviates(match["inside"], match["before"]) else ""


def _abbreviates(short: str, long: str) -> bool:
    """Whether `short` is made of first letters of the words of `long`, in order: WAAPO, ASK Nepal."""
    words = [word for word in text.fold(long).split() if word]
    first_word = short.split(maxsplit=1)[0] if short.strip() else ""
    letters = _NOT_LETTERS.sub("", text.fold(first_word))
    is_capital = sum(1 for letter in short if letter.isupper()) * 2 > sum(
        1 for letter in short if letter.isalpha()
    )
    if len(letters) < 2 or len(words) < 2 or not is_capital or len(short) >= len(long):  # noqa: PLR2004
        return False
    weighty = "".join(word[0] for word in words if word not in _SMALL_WORDS)
    return letters in {weighty, "".join(word[0] for word in words)} or (
        weighty.startswith(letters) and len(letters) > 2  # noqa: PLR2004
    )


def _stored(value: str) -> str:
    return line(value, LONGEST_NAME)


def _name(value: str, kind: str, language: str) -> Name:
    return Name(value.strip(), kind, language or CERTAIN_LANGUAGES.get(text.script_of(value), ""))


def settled(names: Iterable[Name]) -> list[Name]:
    """The names of one row, each once: what repeats the official name only tells its language.

    A translation is a name of its own in each language, also where two languages write the same.
    """
    names = list(names)
    head = next(name for name in names if name.kind == NameKind.OFFICIAL)
    head_folded = head.folded
    spoken = {name.language for name in names if name.language and name.folded == head_folded}
    if not head.language:
        head = replace(head, language=_head_language(head, spoken))
    known = {head_folded} | {name.folded for name in names if name.kind == NameKind.ACRONYM}
    names = [_without_known_acronym(name, known) for name in names]
    kept = {(head_folded, head.language): head}
    seen = {head_folded}
    order = {NameKind.TRANSLATION: 0, NameKind.ACRONYM: 1, NameKind.FORMER: 2}
    for name in sorted((n for n in names if n.kind != NameKind.OFFICIAL), key=lambda n: order.get(n.kind, 3)):
        folded = name.folded
        is_translation = name.kind == NameKind.TRANSLATION and name.language
        if not folded or (folded in seen and not (is_translation and (folded, name.language) not in kept)):
            continue
        seen.add(folded)
        kept[folded, name.language] = name
    return list(kept.values())


def _head_language(head: Name, spoken: set[str]) -> str:
    if len(spoken) == 1:
        return next(iter(spoken))
    return CERTAIN_LANGUAGES.get(text.script_of(head.value), "")


def _without_known_acronym(name: Name, known: set[str]) -> Name:
    """An acronym of the same row, attached to another of its names, says nothing new: "Name (ACR)"."""
    if name.kind in {NameKind.OFFICIAL, NameKind.ACRONYM}:
        return name
    match = _ATTACHED.match(name.value)
    if match and text.fold(match["inside"]) in known:
        return replace(name, value=match["before"])
    return name
