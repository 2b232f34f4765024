"""The order of names in a language's own alphabet, as keys that every database compares alike.

`sort_key(value, language)` makes bytes: comparing them is comparing the texts by the Unicode Collation
Algorithm in CLDR's way (punctuation counts, three levels). The table of weights (DUCET) is the one that
pyuca ships; it is read when something is sorted for the first time and then looked into line by line,
which takes some hundredths of a second. What a language does otherwise stands in `members.alphabets`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from members.alphabets import ARABIC_FIRST, RULES

LONGEST_VALUE = 300  # characters; no name has more
LONGEST_KEY = 1000  # bytes; what differs only beyond is told apart by its number
# A collation element: primary weight (none, or several units), secondary, tertiary; 0 counts on no level.
Element = tuple[tuple[int, ...], int, int]
# The weights of a word on a level: so many common ones, whether a higher one follows, what follows, and so
# many common ones at the end.
Stretch = tuple[int, bool, bytes, int]

# Between two weights of the table there is room for those that a rule adds.
SECONDARY_ROOM, TERTIARY_ROOM = 16, 8
COMMON = (0x20 * SECONDARY_ROOM, 0x02 * TERTIARY_ROOM)
IGNORED = 0x200  # tertiary weight of marks that tell apart last of all
ADDED = 0xFF00  # second unit of a letter that a rule adds: after every letter that may follow its anchor
# Codes of a level: weights below the common one, runs of it before something lower or the end, runs of it
# before something higher (the longer the lower), weights above it.
RUN_DOWN, RUN_UP, ABOVE = 0x1000, 0xE000, 0xE100
_ELEMENT = re.compile(r"\[[.*]([0-9A-F]{4})\.([0-9A-F]{4})\.([0-9A-F]{4})\]")
_PRIMARY = re.compile(r"\[[.*]([0-9A-F]{4})\.")
_STEP = re.compile(r"(&\[before 1\]|&\[before 2\]|&|<<<|<<|<)([^&<]+)")
_IDEOGRAPHS = ((0x4E00, 0x9FFF, 0xFB40), (0x3400, 0x4DBF, 0xFB80), (0x20000, 0x3FFFD, 0xFB80))


def sort_key(value: str, language: str) -> bytes:
    """What `value` is filed under among texts read in `language`, at most `LONGEST_KEY` bytes."""
    return _order(language if language in RULES else "").key(value[:LONGEST_VALUE])


def title_key(title: str, language: str) -> bytes:
    """What a title is filed under: as `sort_key`, without the quotation marks and the like that it may begin
    with, after which nobody looks for it."""
    begins = next((at for at, character in enumerate(title) if character.isalnum()), 0)
    return sort_key(title[begins:], language)


class _Table:
    """DUCET: the line of each character or sequence of characters, taken apart when it is wanted."""

    def __init__(self):
        self.text = (files("pyuca") / "allkeys-10.0.0.txt").read_text(encoding="utf-8")
        self._lines = {}
        for line in self.text.splitlines():
            codes, divider, weights = line.partition(";")
            if divider and codes[0] != "@":
                self._lines["".join(chr(int(code, 16)) for code in codes.split())] = weights
        self.beginnings = {
            sequence[:end] for sequence in self._lines if len(sequence) > 1 for end in range(1, len(sequence))
        }

    def elements(self, sequence: str) -> list[Element] | None:
        weights = self._lines.get(sequence)
        if weights is None and len(sequence) > 1:
            return None
        if weights is None:  # a character newer than the table: as its small letter, else by its number
            small = sequence.lower()
            return self.elements(small) if small != sequence else [_implicit(ord(sequence))]
        found = [tuple(int(weight, 16) for weight in one) for one in _ELEMENT.findall(weights)]
        return [
            ((primary,) if primary else (), secondary * SECONDARY_ROOM, tertiary * TERTIARY_ROOM)
            for primary, secondary, tertiary in found
        ]

    @property
    def primaries(self) -> list[int]:
        return sorted({int(weight, 16) for weight in _PRIMARY.findall(self.text)})


def _implicit(code: int) -> Element:
    base = next((base for first, last, base in _IDEOGRAPHS if first <= code <= last), 0xFBC0)
    return (base + (code >> 15), (code & 0x7FFF) | 0x8000), *COMMON


@cache
def _table() -> _Table:
    return _Table()


@cache
def _order(language: str) -> "_Order":
    return _Order(language)


class _Order:
    """The order of one language: the table and what the rules put in its place."""

    def __init__(self, language: str):
        self._table = _table()
        self._own: dict[str, list[Element]] = {}
        self._beginnings = set(self._table.beginnings)
        self._last: dict[tuple, int] = {}
        for rule in re.findall(r"&[^&]+", RULES.get(language, "")):
            self._add(rule)
        self._moved = self._arabic_first() if language in ARABIC_FIRST else None
        self._word = lru_cache(maxsize=500)(self._levels)  # the words that most names are made of
        self._space = self._levels(" ")

    def key(self, value: str) -> bytes:
        words = [self._word(word) for word in unicodedata.normalize("NFD", value).split(" ")]
        parts = [part for word in words for part in (self._space, word)][1:]
        primary = b"".join(part[0] for part in parts)
        levels = primary, _level(part[1] for part in parts), _level(part[2] for part in parts)
        return b"\0\0".join(levels)[:LONGEST_KEY]

    # -- from text to elements --------------------------------------------------------------------------

    def _levels(self, word: str) -> tuple[bytes, Stretch, Stretch]:
        elements = self._weighed(word)
        primary = _bytes(unit for first, *_rest in elements for unit in self._placed(first))
        return primary, *(
            _stretch([one[level] for one in elements if one[level]], COMMON[level - 1]) for level in (1, 2)
        )

    def _weighed(self, word: str) -> list[Element]:
        rest, found = list(word), []
        while rest:
            found += self._take(rest)
        return found

    def _take(self, rest: list[str]) -> list[Element]:
        """Elements of the longest sequence at the beginning of `rest`, which loses it (UCA S2.1)."""
        taken, length = rest[0], 1
        while length < len(rest) and "".join(rest[:length]) in self._beginnings:
            length += 1
            if self._elements("".join(rest[:length])) is not None:
                taken = "".join(rest[:length])
        del rest[: len(taken)]
        at, last = 0, 0
        while at < len(rest) and (mark := unicodedata.combining(rest[at])):
            if mark != last and taken in self._beginnings and self._elements(taken + rest[at]) is not None:
                taken += rest.pop(at)  # a mark further on that belongs to it
            else:
                last, at = mark, at + 1
        return self._elements(taken)

    def _elements(self, sequence: str) -> list[Element] | None:
        own = self._own.get(sequence)
        return self._table.elements(sequence) if own is None else own

    # -- what rules add ---------------------------------------------------------------------------------

    def _add(self, rule: str) -> None:
        before: list[Element] = []
        for step, text in _STEP.findall(rule):
            sequence = unicodedata.normalize("NFD", text.strip())
            if step.startswith("&"):
                before = self._anchor(step, sequence)
                continue
            before = [*before[:-1], self._next(step, before[-1])]
            self._own[sequence] = before
            self._beginnings |= {sequence[:end] for end in range(1, len(sequence))}

    def _anchor(self, step: str, sequence: str) -> list[Element]:
        if sequence == "[ignored]":
            return [((), 0, IGNORED)]
        elements = self._weighed(sequence)
        (first, *more), secondary, tertiary = elements[-1][0] or (0,), *elements[-1][1:]
        if "before 1" in step:
            first = max(weight for weight in self._table.primaries if weight < first)
        elif "before 2" in step:
            secondary -= SECONDARY_ROOM
        return [*elements[:-1], ((first, *more) if first else (), secondary, tertiary)]

    def _next(self, step: str, before: Element) -> Element:
        """The next free element after `before` on the level of the step."""
        primary, secondary, tertiary = before
        if step == "<":
            return (primary[0], self._count(primary[:1], ADDED)), *COMMON
        if step == "<<":
            room = secondary - secondary % SECONDARY_ROOM
            return primary, self._count((primary, room), secondary), COMMON[1]
        return primary, secondary, self._count((primary, secondary), tertiary)

    def _count(self, place: tuple, start: int) -> int:
        self._last[place] = max(self._last.get(place, 0), start) + 1
        return self._last[place]

    # -- Arabic before Latin ----------------------------------------------------------------------------

    def _arabic_first(self) -> tuple[int, int, int]:
        """The first weight of all letters, and the first and last of Arabic ones."""
        weights = {
            self._table.elements(chr(code))[0][0][0]
            for code in [*range(0x0620, 0x064B), *range(0x066E, 0x06D4), *range(0x0750, 0x0780)]
            if unicodedata.category(chr(code)) == "Lo" and self._table.elements(chr(code))[0][0]
        }
        return self._table.elements("a")[0][0][0], min(weights), max(weights)

    def _placed(self, primary: tuple[int, ...]) -> tuple[int, ...]:
        if not primary or self._moved is None:
            return primary
        letters, first, last = self._moved
        unit, *more = primary
        if first <= unit <= last:
            return unit - first + letters, *more
        return (unit + last - first + 1 if letters <= unit < first else unit), *more


def _bytes(units: Iterable[int]) -> bytes:
    return b"".join(unit.to_bytes(2) for unit in units)


def _run(length: int, is_up: bool) -> bytes:
    """So many common weights together, before something higher or lower than these."""
    return (RUN_UP - length if is_up else RUN_DOWN + length).to_bytes(2) if length else b""


def _stretch(weights: list[int], common: int) -> Stretch:
    """The weights of a word on one level, ready to be put after those of another."""
    lead = next((at for at, weight in enumerate(weights) if weight != common), len(weights))
    written, run = b"", 0
    for weight in weights[lead:]:
        if weight == common:
            run += 1
            continue
        written += _run(run, weight > common)
        written += (weight if weight < common else ABOVE + weight - common).to_bytes(2)
        run = 0
    return lead, lead < len(weights) and weights[lead] > common, written, run


def _level(stretches: Iterable[Stretch]) -> bytes:
    """A level without its many common weights: only how many stood together is written."""
    written, run = [], 0
    for lead, is_up, body, trail in stretches:
        run += lead
        if body:
            written += (_run(run, is_up), body)
            run = trail
    return b"".join(written) + _run(run, False)
