"""Lines of text as pictures, in every script of the site, for images that a browser does not make.

HarfBuzz joins, places and draws the letters, and the order of right-to-left and left-to-right parts is worked
out here: the result is the same on every machine, whatever libraries it has. Fonts: members/data/README.md.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import uharfbuzz
from PIL import Image

_FONTS = Path(__file__).parent / "data" / "fonts"
_PARTS = ("latin", "latin-ext", "arabic")
HEADING, BODY = "markazi-text", "vazirmatn"
# Levels of embedding: even ones run from left to right, odd ones from right to left.
_LEVELS = {0: {"L": 0, "R": 1, "N": 2}, 1: {"L": 2, "R": 1, "N": 2}}


class Font(NamedTuple):
    """A file of a family, with the characters it has; an em is `scale` units."""

    font: uharfbuzz.Font
    characters: frozenset[int]
    scale: int


class Glyph(NamedTuple):
    """A shape of a font at its place in a line, in ems."""

    font: Font
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """Shaped text; `width` in ems."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=64)
def fonts(family: str) -> tuple[Font, ...]:
    """The files of a family, in the order in which they are asked for a letter."""
    found = []
    for part in _PARTS:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_FONTS / f"{family}-{part}.ttf")))
        found.append(Font(uharfbuzz.Font(face), frozenset(face.unicodes), face.upem))
    return tuple(found)


def can_write(text: str, family: str) -> bool:
    """Whether the family has every letter."""
    return all(_is_loose(letter) or _font_of(letter, family) is not None for letter in text)


@lru_cache(maxsize=2000)
def shaped(text: str, family: str, *, language: str, is_rtl: bool) -> Line:
    """One line of text on a page of that direction."""
    glyphs, x = [], 0.0
    for run, is_backwards in _runs(text, is_rtl):
        pieces = list(_pieces(run, family))
        for font, piece in reversed(pieces) if is_backwards else pieces:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(piece)
            buffer.guess_segment_properties()
            buffer.direction, buffer.language = "rtl" if is_backwards else "ltr", language
            uharfbuzz.shape(font.font, buffer)
            for shape, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                y = place.y_offset / font.scale
                glyphs.append(Glyph(font, shape.codepoint, x + place.x_offset / font.scale, y))
                x += place.x_advance / font.scale
    return Line(tuple(glyphs), x)


def wrapped(text: str, family: str, width: float, *, language: str, is_rtl: bool) -> list[Line]:
    """Text in lines of at most `width` ems, broken between words; a word that is longer has its own line."""
    lines, words = [], []
    for word in text.split():
        longer = shaped(" ".join([*words, word]), family, language=language, is_rtl=is_rtl)
        if words and longer.width > width:
            lines.append(shaped(" ".join(words), family, language=language, is_rtl=is_rtl))
            words = []
        words.append(word)
    return [*lines, shaped(" ".join(words), family, language=language, is_rtl=is_rtl)] if words else lines


def fitted(
    text: str, family: str, sizes: tuple[int, ...], *, width: float, most: int, language: str, is_rtl: bool
) -> tuple[int, list[Line]]:
    """Text in at most so many lines of `width` pixels, in the first size in which it fits; in the last size
    what does not fit is cut."""
    size, lines = 0, []
    for size in sizes:
        lines = wrapped(text, family, width / size, language=language, is_rtl=is_rtl)
        if len(lines) <= most and all(line.width * size <= width for line in lines):
            break
    return size, lines[:most]


def drawn_on(image: Image.Image, line: Line, at: tuple[float, float], *, size: int, colour: str) -> None:
    """Draws a line; `at` is where its baseline begins, on the left."""
    pen = uharfbuzz.RasterDraw()
    for glyph in line.glyphs:
        scale = size / glyph.font.scale
        pen.transform = (scale, 0, 0, scale, glyph.x * size + at[0] % 1, glyph.y * size)
        pen.draw_glyph(glyph.font.font, glyph.number)
    picture = pen.render()
    box = picture.extents
    if not box.width or not box.height:
        return
    mask = Image.frombytes("L", (box.width, box.height), picture.buffer, "raw", "L", box.stride, -1)
    corner = (int(at[0]) + box.x_origin, round(at[1]) - box.y_origin - box.height)
    image.paste(colour, (*corner, corner[0] + box.width, corner[1] + box.height), mask)


# -- which font --------------------------------------------------------------------------------------------


def _is_loose(letter: str) -> bool:
    """Spaces, marks and joiners go with the letter before them."""
    return letter.isspace() or unicodedata.category(letter) in {"Mn", "Cf"}


@cache
def _font_of(letter: str, family: str) -> Font | None:
    return next((font for font in fonts(family) if ord(letter) in font.characters), None)


def _pieces(run: str, family: str) -> Iterator[tuple[Font, str]]:
    """Parts of a text that one font has."""
    font = next(filter(None, (_font_of(letter, family) for letter in run if not _is_loose(letter))), None)
    owners = []
    for letter in run:
        font = font if _is_loose(letter) else _font_of(letter, family) or font
        owners.append(font or fonts(family)[0])
    for owner, letters in groupby(zip(owners, run, strict=True), key=lambda pair: pair[0]):
        yield owner, "".join(letter for _owner, letter in letters)


# -- which direction: the Unicode Bidirectional Algorithm without explicit embeddings ----------------------


def _kinds(text: str) -> list[str]:
    """L, R or N (a number) for each letter, empty for what takes the direction of its surroundings."""
    kinds, strong = [], ""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "NSM":
            kinds.append(kinds[-1] if kinds else "")
        elif kind in {"EN", "AN"}:
            kinds.append("L" if strong == "L" else "N")
        else:
            found = {"L": "L", "R": "R", "AL": "R"}.get(kind, "")
            strong = found or strong
            kinds.append(found)
    return kinds


def _levels(text: str, is_rtl: bool) -> list[int]:
    base, kinds = int(is_rtl), _kinds(text)
    around = "R" if is_rtl else "L"
    if not is_rtl and "R" not in kinds:
        return [0] * len(text)
    levels, before = [], around
    for kind, group in groupby(range(len(text)), key=kinds.__getitem__):
        places = list(group)
        after = next((other for other in kinds[places[-1] + 1 :] if other), around)
        if kind:
            levels += [_LEVELS[base][kind]] * len(places)
            before = "R" if kind == "N" else kind
        else:
            agrees = before == ("R" if after == "N" else after)
            levels += [_LEVELS[base][before] if agrees else base] * len(places)
    return levels


def _runs(text: str, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Parts of one direction in the order in which they stand from left to right."""
    levels = _levels(text, is_rtl)
    runs = [
        (level, "".join(text[place] for place in places))
        for level, places in groupby(range(len(text)), key=levels.__getitem__)
    ]
    for lowest in (2, 1):
        turned = []
        for is_turned, group in groupby(runs, key=lambda run, least=lowest: run[0] >= least):
            parts = list(group)
            turned += parts[::-1] if is_turned else parts
        runs = turned
    return ((part, bool(level % 2)) for level, part in runs)
