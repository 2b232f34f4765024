"""Dot maps in a browser: they are drawn, they lead where they say, and nothing lies over them."""

from io import BytesIO

import pytest
from PIL import Image

from tests import factories
from tests.journeys.conftest import NARROW

# Where on the screen a country's first dot is.
DOT = """code => {
    const path = [...document.querySelectorAll('.dotmap a')].find(a => a.getAttribute('href').endsWith(code)).
        querySelector('path');
    const start = path.getPointAtLength(0).matrixTransform(path.getScreenCTM());
    return [start.x, start.y];
}"""
COLOURS = """() => [...document.querySelectorAll('.dotmap > a > path:first-of-type')].
    map(path => getComputedStyle(path).stroke)"""


@pytest.fixture
def register(site):
    for code, number in {"TR": 12, "MT": 1, "JO": 4, "BR": 7, "FJ": 1}.items():
        for rank in range(number):
            factories.make_member(f"Union {rank} of {code}", country=code)


@pytest.mark.parametrize("path", ["/en/", "/ar/", "/en/countries/", "/ar/countries/?crop=142"])
def test_a_dot_leads_to_its_country(register, open_page, path):
    page = open_page(path)
    page.mouse.click(*page.evaluate(DOT, "/countries/TR/"))
    page.wait_for_url("**/countries/TR/")


def test_a_single_dot_can_be_met_from_nearby(register, open_page):
    page = open_page("/en/countries/")
    x, y = page.evaluate(DOT, "/countries/MT/")
    page.mouse.click(x + 7, y - 4)
    page.wait_for_url("**/countries/MT/")


def test_colours_are_those_of_the_key(register, open_page):
    page = open_page("/en/countries/")
    shown = set(page.evaluate(COLOURS))
    key = page.evaluate(
        "() => [...document.querySelectorAll('.key i')].map(one => getComputedStyle(one).backgroundColor)"
    )
    assert len(shown) == len(set(key)) - 1 == 4
    assert shown == set(key[1:])


def test_the_map_is_not_mirrored(register, open_page):
    """In Arabic as in English Brazil lies to the left of Türkiye."""
    for language in ("en", "ar"):
        page = open_page(f"/{language}/countries/")
        west, east = (page.evaluate(DOT, f"/countries/{code}/")[0] for code in ("BR", "TR"))
        assert west < east


def test_the_keyboard_passes_the_map_by(register, open_page):
    page = open_page("/en/countries/")
    reached = []
    for _press in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('.dotmap') !== null"))
    assert not any(reached)


def test_flags_are_drawn_from_one_file(register, open_page):
    page = open_page("about:blank")
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/en/countries/")
    page.wait_for_load_state("networkidle")
    assert len([url for url in asked if "/flags/" in url]) == 1
    assert len(asked) <= 15
    assert complaints == []
    flag = page.locator("a[href='/en/countries/MT/'] .flag")
    with Image.open(BytesIO(flag.screenshot())) as picture:
        hoist, fly = (picture.convert("RGB").getpixel((x, 12)) for x in (6, 18))
    assert min(hoist) > 230, "Malta's flag is white at the hoist"
    assert fly[0] > 180, "and red at the fly"
    assert fly[1] < 90


def test_on_a_narrow_screen_the_front_page_has_no_map(register, open_page):
    page = open_page("/en/", viewport=NARROW)
    assert not page.locator(".dotmap").is_visible()
    assert not page.get_by_text("The map draws no borders").is_visible()


def test_telephones_find_the_manifest(register, open_page):
    page = open_page("/fa/")
    manifest = page.evaluate(
        "fetch(document.querySelector('link[rel=manifest]').href).then(one => one.json())"
    )
    assert (manifest["lang"], manifest["dir"]) == ("fa", "rtl")
