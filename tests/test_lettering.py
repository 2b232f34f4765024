"""Text as pictures: joined letters, the order of directions, what does not fit."""

import itertools

import pytest
from babel import Locale
from django.conf import settings
from PIL import Image

from members import dotmap, lettering
from members.lettering import BODY, HEADING


def line(text: str, *, language: str = "en", is_rtl: bool = False) -> lettering.Line:
    return lettering.shaped(text, HEADING, language=language, is_rtl=is_rtl)


def visual(text: str, *, is_rtl: bool) -> list[str]:
    return [part for part, _backwards in lettering._runs(text, is_rtl)]


def shapes(text: str, **options) -> list[int]:
    return [glyph.number for glyph in line(text, **options).glyphs]


def test_arabic_letters_join():
    """Unjoined, each letter has the shape that it has alone."""
    alone = [shapes(letter, language="ar", is_rtl=True) for letter in "بيت"]
    joined = shapes("بيت", language="ar", is_rtl=True)
    assert len(joined) >= 3
    assert joined != list(itertools.chain(*reversed(alone)))
    assert line("بيت", language="ar", is_rtl=True).width < sum(
        line(letter, language="ar", is_rtl=True).width for letter in "بيت"
    )


def test_arabic_runs_from_right_to_left():
    """What comes first in the text stands on the right: the letter alone after it is the leftmost."""
    glyphs = line("بيت د", language="ar", is_rtl=True).glyphs
    [last] = shapes("د", language="ar", is_rtl=True)
    assert min(glyphs, key=lambda glyph: glyph.x).number == last


def test_zero_width_non_joiner_parts_letters():
    assert shapes("می‌خواهم", language="fa", is_rtl=True) != shapes("میخواهم", language="fa", is_rtl=True)


@pytest.mark.parametrize(
    ("text", "is_rtl", "expected"),
    [
        ("Union of NGOs", False, ["Union of NGOs"]),
        ("42 members", False, ["42 members"]),
        ("تركيا: 42 عضوًا", True, [" عضوًا", "42", "تركيا: "]),
        ("اتحاد NGO 2001", True, ["NGO 2001", "اتحاد "]),
        ("NGO اتحاد", True, [" اتحاد", "NGO"]),
        ("Union اتحاد 12 بيت (x)", False, ["Union ", " بيت", "12", "اتحاد ", " (x)"]),
        ("٤٢ عضو", True, [" عضو", "٤٢"]),
        ("", True, []),
    ],
)
def test_order_of_directions(text, is_rtl, expected):
    assert visual(text, is_rtl=is_rtl) == expected


def test_every_country_can_be_written_in_every_language():
    for code, _name in settings.LANGUAGES:
        territories = Locale.parse(code).territories
        for country in {*dotmap.CELLS, *dotmap.LEFT_OUT} - {dotmap.NOBODY}:
            assert lettering.can_write(territories[country], HEADING), territories[country]


def test_what_cannot_be_written():
    assert lettering.can_write("Türkiye, جمعية ٹھٹہ", BODY)
    assert not lettering.can_write("世界", HEADING)
    assert not lettering.can_write("Đà Nẵng", HEADING)


def test_lines_break_between_words():
    words = " ".join(["Union"] * 6)
    whole = line(words).width
    lines = lettering.wrapped(words, HEADING, whole / 2, language="en", is_rtl=False)
    assert len(lines) == 2
    assert all(one.width <= whole / 2 for one in lines)
    [long] = lettering.wrapped("A" * 60, HEADING, 3, language="en", is_rtl=False)
    assert long.width > 3
    assert lettering.wrapped("", HEADING, 3, language="en", is_rtl=False) == []


def test_size_that_fits():
    facts = {"width": 500, "most": 2, "language": "en", "is_rtl": False}
    assert lettering.fitted("Peru", HEADING, (96, 40), **facts)[0] == 96
    size, lines = lettering.fitted("International Union of " * 9, HEADING, (96, 40), **facts)
    assert (size, len(lines)) == (40, 2)


@pytest.mark.parametrize("text", ["Türkiye İşğ", "جمعية وادي الزيتون"])
def test_drawing_stays_where_it_belongs(text):
    image = Image.new("RGB", (900, 200), "black")
    shaped = line(text, is_rtl=text[0] == "ج")
    lettering.drawn_on(image, shaped, (100.4, 120), size=60, colour="white")
    left, top, right, bottom = image.getbbox()
    assert 95 <= left <= 110
    assert 95 + shaped.width * 60 - 20 <= right <= 105 + shaped.width * 60 + 10
    assert 50 <= top < 120 <= bottom <= 160


def test_nothing_to_draw():
    image = Image.new("RGB", (90, 20), "black")
    lettering.drawn_on(image, line(" "), (10, 10), size=12, colour="white")
    assert image.getbbox() is None
