"""The picture that others show when they link to a page: 1200 by 630 pixels, a dot map and a few words.

Made from public facts that are handed in; nothing here asks the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, ImageDraw

from members import dotmap, lettering
from members.dotmap import Frame

WIDTH, HEIGHT = 1200, 630
MARGIN = 56
# The light colours of static/css/site.css.
GROUND, TITLE, TEXT = "#0b3a44", "#f0f6f5", "#b9d0d2"
DOTS = {"": "#22545e", "q1": "#9a8a58", "q2": "#c9a558", "q3": "#f4b73a", "q4": "#ffe6a6", "f": "#ffe6a6"}
DOT, HOT_DOT = 20, 24  # diameters in the map's units
FINER = 3  # dots are drawn so many times larger, so that they are round
COLOURS = 64
LOGO = ((0, -2), (1.73, -1), (1.73, 1), (0, 2), (-1.73, 1), (-1.73, -1), (0, 0))
COUNTRY_RATIO = 0.98
LARGE = 34  # letters of more pixels stand closer


@dataclass(frozen=True)
class Words:
    """What stands on the picture, in the language of the page. `note` is said of every map."""

    union: str
    title: str
    sentence: str
    note: str
    language: str
    is_rtl: bool

    def saying(self, title: str, sentence: str) -> "Words":
        return replace(self, title=title, sentence=sentence)


def site_picture(words: Words, counts: Mapping[str, int]) -> bytes:
    """The register: its name, how many members, the world. A PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    width = round(dotmap.WORLD.width / dotmap.WORLD.height * 390)
    image.paste(_map(dotmap.WORLD, (width, 390), counts), ((WIDTH - width) // 2, 196))
    text = _Column(image, words, WIDTH - 2 * MARGIN)
    text.logo(MARGIN + 30)
    text.write(words.title, lettering.HEADING, (62, 52, 42), 104, most=1, colour=TITLE, beside_logo=True)
    text.write(words.sentence, lettering.BODY, (28, 24), 154, most=1, colour=TEXT, beside_logo=True)
    text.write(words.note, lettering.BODY, (19, 16), HEIGHT - 22, most=1, colour=TEXT)
    return _png(image)


def country_picture(words: Words, code: str, counts: Mapping[str, int]) -> bytes:
    """A country: its name, how many members, its part of the world. A PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    frame, width = dotmap.around(code, ratio=COUNTRY_RATIO), round(HEIGHT * COUNTRY_RATIO)
    if frame is None:  # no dots to show: the world
        picture, top = _map(dotmap.WORLD, (width, round(width * 0.434)), counts), 180
        image.paste(picture, (0 if words.is_rtl else WIDTH - width, top))
    else:
        picture, fade = _map(frame, (width, HEIGHT), counts, hot=code), _fade(width, words.is_rtl)
        image.paste(picture, (0 if words.is_rtl else WIDTH - width, 0), fade)
    text = _Column(image, words, WIDTH - width - MARGIN - 24)
    text.logo(MARGIN + 30)
    text.write(words.union, lettering.HEADING, (30, 26, 22), 78, most=2, colour=TITLE, beside_logo=True)
    bottom = text.write(words.title, lettering.HEADING, (96, 80, 64, 52, 42, 36), 310, most=3, colour=TITLE)
    text.write(words.sentence, lettering.BODY, (32, 28), bottom + 62, most=2, colour=DOTS["q3"])
    text.write(words.note, lettering.BODY, (19,), HEIGHT - 84, most=3, colour=TEXT)
    return _png(image)


class _Column:
    """Where lines of text begin: on the right on a page that runs from right to left."""

    def __init__(self, image: Image.Image, words: Words, width: int):
        self._image, self._words, self._width = image, words, width

    def _x(self, width: float, indent: float) -> float:
        return WIDTH - MARGIN - indent - width if self._words.is_rtl else MARGIN + indent

    def logo(self, middle: int, size: int = 62) -> None:
        unit = size / 5.6
        image = Image.new("L", (size * FINER, size * FINER))
        pen = ImageDraw.Draw(image)
        for x, y in LOGO:
            place, radius = [(side + 2.8) * unit * FINER for side in (x, y)], 0.78 * unit * FINER
            pen.ellipse(
                (place[0] - radius, place[1] - radius, place[0] + radius, place[1] + radius), fill=255
            )
        mask = image.reduce(FINER)
        self._image.paste(DOTS["q3"], (round(self._x(size, 0)), middle - size // 2), mask)

    def write(
        self, text: str, family: str, sizes: tuple[int, ...], baseline: int, *, most: int, colour: str,
        beside_logo: bool = False,
    ) -> int:  # fmt: skip
        """Writes a text from that baseline on, or around it if it is large, and gives the last one. A text
        for which there are no letters is left out: a picture without it says more than empty boxes."""
        if not text or not lettering.can_write(text, family):
            return baseline
        indent = 82 if beside_logo else 0
        size, lines = lettering.fitted(
            text, family, sizes, width=self._width - indent, most=most,
            language=self._words.language, is_rtl=self._words.is_rtl,
        )  # fmt: skip
        is_large = size > LARGE
        step = round(size * (1.06 if is_large else 1.3))
        baseline -= round(step * (len(lines) - 1) / 2) if is_large else 0
        for line in lines:
            at = self._x(line.width * size, indent), baseline
            lettering.drawn_on(self._image, line, at, size=size, colour=colour)
            baseline += step
        return baseline - step


def _map(frame: Frame, size: tuple[int, int], counts: Mapping[str, int], *, hot: str = "") -> Image.Image:
    scale = dotmap.scale_for(counts.values())
    picture = Image.new("RGB", (size[0] * FINER, size[1] * FINER), GROUND)
    pen, unit = ImageDraw.Draw(picture), picture.width / frame.width
    for code in sorted(dotmap.CELLS, key=lambda one: (one == hot, one)):
        look = dotmap.look(code, counts, scale, hot)
        radius = (HOT_DOT if look == "f" else DOT) / 2 * unit
        for x, y in dotmap.points_in(code, frame):
            left, top = (x - frame.x) * unit, (y - frame.y) * unit
            pen.ellipse((left - radius, top - radius, left + radius, top + radius), fill=DOTS[look])
    return picture.reduce(FINER)


def _fade(width: int, is_rtl: bool) -> Image.Image:
    """A mask that lets a map begin softly where the text ends."""
    mask, edge = Image.new("L", (width, HEIGHT), 255), width // 4
    mask.paste(Image.linear_gradient("L").rotate(90).resize((edge, HEIGHT)))
    return mask.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if is_rtl else mask


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()
