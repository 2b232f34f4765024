"""The world in dots (docs/ux.md 4.6): what an SVG of it is made of, as plain data for a template.

No borders are drawn. A country is a set of cells on a hexagonal grid (members/data/README.md); its colour
says how many members it has. Nothing here knows languages, addresses or the database.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

_DATA = json.loads((Path(__file__).parent / "data" / "dots.json").read_text(encoding="utf-8"))
Cell = Point = tuple[int, int]  # column and row; across and down in units of the drawing
CELLS: dict[str, tuple[Cell, ...]] = {
    code: tuple((column, row) for column, row in cells) for code, cells in _DATA["dots"].items()
}
LEFT_OUT: dict[str, str] = _DATA["left_out"]
COLUMNS, ROWS, _WIDTHS = _DATA["columns"], _DATA["rows"], _DATA["widths"]
NOBODY = "_"

# Of the drawing, for one column and one row: in a grid of hexagons 1 to √3/2, as near as whole numbers come.
UNIT, ROW_HEIGHT = 30, 26
WIDEST_PART = 0.75  # of the world, that is drawn as a part of it
FEW = 4  # with fewer dots than this a country is hard to point at
# Bounds between the four colours; the first that does not put most countries into the last one is used.
SCALES = ((3, 6, 12), (10, 30, 100), (50, 200, 1000), (500, 2000, 10_000))


class Frame(NamedTuple):
    """The part of the drawing that is shown, in its units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def view_box(self) -> str:
        return " ".join(f"{round(side, 1):g}" for side in self)

    def holds(self, x: float, y: float) -> bool:
        """Whether a dot there is seen, be it in part."""
        is_across = self.x - UNIT <= x <= self.x + self.width + UNIT
        return is_across and self.y - UNIT <= y <= self.y + self.height + UNIT


WORLD = Frame(0, 0, COLUMNS * UNIT + UNIT // 2, ROWS * ROW_HEIGHT + UNIT // 4)


def _framed(west: int, north: int, east: int, south: int) -> Frame:
    return Frame(west * UNIT, north * ROW_HEIGHT, (east - west) * UNIT, (south - north) * ROW_HEIGHT)


# Columns and rows by M49 region. Russia reaches out of Europe's; a few far southern islands lie in none.
REGIONS = {
    "002": _framed(60, 18, 119, 74),
    "019": _framed(14, 0, 84, 84),
    "142": _framed(86, 8, 148, 57),
    "150": _framed(67, 0, 121, 26),
    "009": _framed(120, 24, 188, 76),
}


class Scale(NamedTuple):
    """Which colour a number of members has: `q1` to `q4`, in words 1 to 2, 3 to 5, 6 to 11, 12 or more."""

    bounds: tuple[int, int, int]

    def look(self, number: int) -> str:
        return f"q{1 + sum(number >= bound for bound in self.bounds)}"

    @property
    def ranges(self) -> list[tuple[str, int, int | None]]:
        """Colour, first and last number of each; no last one where there is no end."""
        firsts, lasts = (1, *self.bounds), (*(bound - 1 for bound in self.bounds), None)
        return [(f"q{place}", *ends) for place, ends in enumerate(zip(firsts, lasts, strict=True), 1)]


class Stroke(NamedTuple):
    """Dots of one look, as the path of an SVG."""

    look: str
    path: str


@dataclass(frozen=True)
class Mark:
    """A country that has members (or a region of them): its dots, what it says and where it leads."""

    strokes: tuple[Stroke, ...]
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class DotMap:
    """A drawing: `ground` are the dots upon which the marks lie, or between them. `label` says what it shows
    to who cannot see it; without one it repeats what stands beside it, and assistive technology passes it by.
    """

    frame: Frame
    ground: str
    marks: list[Mark]
    scale: Scale
    label: str = ""


class Said(NamedTuple):
    """What a country's dots say when pointed at, and where they lead."""

    title: str
    url: str = ""


def scale_for(numbers: Collection[int]) -> Scale:
    """The scale that tells these numbers apart."""
    for bounds in SCALES:
        if 2 * sum(number >= bounds[-1] for number in numbers) <= len(numbers):
            return Scale(bounds)
    return Scale(SCALES[-1])


def drawn(
    counts: Mapping[str, int],
    said: Mapping[str, Said],
    *,
    frame: Frame = WORLD,
    hot: str = "",
    label: str = "",
) -> DotMap:
    """Members by country code in a frame. `hot` is what it is about: that country alone is bright."""
    scale, paths = scale_for(counts.values()), _paths(frame)
    shown = [code for code, number in counts.items() if number and code in paths]
    if hot in paths and hot not in shown:
        shown.append(hot)
    # The small lie on top, so that their neighbours do not cover what is pointed at.
    shown.sort(key=lambda code: (code == hot, -len(CELLS[code]), code))
    marks = [
        Mark(_strokes(code, look(code, counts, scale, hot), paths), *said.get(code, ("", "")))
        for code in shown
    ]
    return DotMap(frame, _ground(frame), marks, scale, label)


def drawn_by_region(
    counts: Mapping[str, int], places: Mapping[str, Collection[str]], said: Mapping[str, Said]
):
    """The world with one mark for all countries of a region: for more countries than a page can name.
    `places` are the countries' codes by region, `said` is by region."""
    scale, marks, shown = scale_for(counts.values()), [], set()
    for region, codes in places.items():
        by_look: dict[str, list[Point]] = {}
        for code in codes:
            if counts.get(code) and code in CELLS:
                by_look.setdefault(scale.look(counts[code]), []).extend(_points(code)[0])
                shown.add(code)
        strokes = tuple(Stroke(look, _path(_in_rows(found))) for look, found in sorted(by_look.items()))
        if strokes:
            marks.append(Mark(strokes, *said.get(region, ("", ""))))
    others = (place for code in CELLS if code not in shown for place in _points(code)[0])
    return DotMap(WORLD, _path(_in_rows(others)), marks, scale)


def drawn_places(codes: Iterable[str], *, frame: Frame, label: str = "") -> DotMap:
    """These countries in a frame, all bright."""
    paths = _paths(frame)
    marks = [Mark(_strokes(code, "f", paths)) for code in codes if code in paths]
    return DotMap(frame, _ground(frame), marks, Scale(SCALES[0]), label)


def look(code: str, counts: Mapping[str, int], scale: Scale, hot: str = "") -> str:
    """The class of a country's dots; empty where there are no members."""
    if code == hot:
        return "f"
    number = counts.get(code, 0)
    return "" if not number else "q1" if hot else scale.look(number)


@lru_cache(maxsize=512)
def around(code: str, *, ratio: float = 1.6, margin: int = 9, least: int = 26) -> Frame | None:
    """The frame around a country: so many columns of surroundings, at least so many in all. None for a
    country that has no dots."""
    if code not in CELLS:
        return None
    # On both sides of the cut a country is framed as if the world went on there.
    west, north, east, south = min(map(_box, _points(code)), key=lambda box: box[2] - box[0])
    width = max(east - west + 2 * margin * UNIT, least * UNIT)
    height = max(width / ratio, south - north + margin * UNIT)
    width = max(width, height * ratio)
    return Frame((west + east - width) / 2, (north + south - height) / 2, width, height)


def around_all(codes: Iterable[str], *, ratio: float = 1.6) -> Frame | None:
    """The frame around several countries, or the world where they lie far apart."""
    frames = [frame for code in codes if (frame := around(code, ratio=ratio))]
    if len(frames) < 2:  # noqa: PLR2004
        return frames[0] if frames else None
    west, north = min(frame.x for frame in frames), min(frame.y for frame in frames)
    east, south = (
        max(frame.x + frame.width for frame in frames),
        max(frame.y + frame.height for frame in frames),
    )
    width = max(east - west, (south - north) * ratio)
    if width > WORLD.width * WIDEST_PART:
        return WORLD
    height = max(south - north, width / ratio)
    return Frame((west + east - width) / 2, (north + south - height) / 2, width, height)


def point(cell: Cell) -> Point:
    """The middle of a cell in the drawing's units."""
    column, row = cell
    return column * UNIT + UNIT // 2 * (1 + row % 2), row * ROW_HEIGHT + UNIT // 2


def points_in(code: str, frame: Frame) -> list[Point]:
    """The middles of a country's dots that a frame shows, row by row. What lies beyond the cut is drawn where
    it would be if the world went on, so that the Pacific is whole."""
    here, beyond = _points(code)
    places = here if frame == WORLD else here | beyond
    return _in_rows(place for place in places if frame.holds(*place))


def _in_rows(points: Iterable[Point]) -> list[Point]:
    return sorted(points, key=itemgetter(1, 0))


@lru_cache(maxsize=512)
def _points(code: str) -> tuple[frozenset, frozenset]:
    """The middles of a country's dots, and where they would be beyond the cut."""
    return frozenset(map(point, CELLS[code])), frozenset(point(_beyond_cut(cell)) for cell in CELLS[code])


def _beyond_cut(cell: Cell) -> Cell:
    """A cell of the western half where it would be to the east of the eastern half."""
    column, row = cell
    return (column + _WIDTHS[row] if column < COLUMNS // 2 else column), row


def _box(points: Iterable[Point]) -> tuple[int, int, int, int]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@lru_cache(maxsize=512)
def _ground(frame: Frame) -> str:
    return _path(_in_rows(place for code in CELLS for place in points_in(code, frame)))


@lru_cache(maxsize=512)
def _paths(frame: Frame) -> dict[str, str]:
    """The path of every country that a frame shows."""
    found = {code: _path(points_in(code, frame)) for code in CELLS}
    return {code: path for code, path in found.items() if path}


def _path(points: list[Point]) -> str:
    """Dots row by row. A run of neighbours is one line, which the style sheet draws as dots: dashes without
    length, a column apart, with round caps. A line ends a little behind its last dot, so that this one is
    seen. Relative moves keep it small."""
    steps, before = [], None
    for x, y, length in _lines(points):
        move = f"M{x} {y}" if before is None else f"m{x - before[0]} {y - before[1]}"
        steps.append(f"{move}h{length}")
        before = x + length, y
    return "".join(steps)


def _lines(points: list[Point]) -> Iterator[tuple[int, int, int]]:
    """Runs of dots that lie a column apart: where each begins, and how long it is."""
    for _place, group in groupby(enumerate(points), key=lambda one: (one[1][1], one[1][0] - one[0] * UNIT)):
        run = [point for _rank, point in group]
        yield *run[0], (len(run) - 1) * UNIT + 1


def _strokes(code: str, kind: str, paths: Mapping[str, str]) -> tuple[Stroke, ...]:
    seen = Stroke(kind, paths[code])
    # Unseen and wider: what a pointer may meet.
    return (seen, Stroke("t", paths[code])) if len(CELLS[code]) < FEW else (seen,)
