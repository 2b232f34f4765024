"""The picture for links: its size, its weight, what is on it."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from members import sharing
from members.sharing import Words

COUNTS = {"TR": 42, "SN": 2, "JO": 4, "BR": 7, "RU": 1, "KI": 1}
NOTE = "The map draws no borders and takes no position on any boundary."
LONG = (
    "International Coordinating Council of Humanitarian and Development Organisations of the Whole World " * 3
)


def words(title: str = "Türkiye", *, union: str = "Union of NGOs", is_rtl: bool = False) -> Words:
    return Words(union, title, "42 members", NOTE, "ar" if is_rtl else "en", is_rtl)


def opened(png: bytes) -> Image.Image:
    assert len(png) <= 60_000
    image = Image.open(BytesIO(png))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    return image.convert("RGB")


def is_written_on(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    part = image.crop(box)
    return (
        ImageChops.difference(part, Image.new("RGB", part.size, part.getpixel((0, 0)))).getbbox() is not None
    )


LEFT, RIGHT = (56, 230, 500, 330), (700, 230, 1144, 330)


@pytest.mark.parametrize("code", ["TR", "KI", "RU", "AQ", "GS", "VA"])
def test_a_country(code):
    assert is_written_on(opened(sharing.country_picture(words(), code, COUNTS)), LEFT)


def test_right_to_left_text_stands_on_the_right():
    picture = opened(sharing.country_picture(words("مالطا", is_rtl=True), "KI", {}))
    assert is_written_on(picture, RIGHT)
    assert picture.getpixel((1144, 100)) != picture.getpixel((1199, 100)) or is_written_on(
        picture, (1080, 60, 1146, 112)
    )


@pytest.mark.parametrize("is_rtl", [False, True])
def test_the_site(is_rtl):
    picture = opened(sharing.site_picture(words("Union of NGOs", is_rtl=is_rtl), COUNTS))
    assert is_written_on(picture, (200, 60, 1000, 110))
    assert is_written_on(picture, (200, 200, 1000, 590))


def test_an_empty_register():
    opened(sharing.site_picture(words().saying("Union of NGOs", ""), {}))


def test_what_has_no_letters_is_left_out():
    known = opened(sharing.country_picture(words("Peru"), "PE", COUNTS))
    unknown = opened(sharing.country_picture(words("世界"), "PE", COUNTS))
    assert is_written_on(known, LEFT)
    assert not is_written_on(unknown, LEFT)


def test_long_words_stay_inside():
    picture = opened(sharing.country_picture(words(LONG, union=LONG), "TR", COUNTS))
    assert not is_written_on(picture, (0, 0, 50, 630))
    assert is_written_on(picture, LEFT)


def test_members_change_the_picture():
    assert sharing.site_picture(words(), COUNTS) != sharing.site_picture(words(), {"TR": 42})
    assert sharing.site_picture(words(), COUNTS) == sharing.site_picture(words(), dict(COUNTS))
