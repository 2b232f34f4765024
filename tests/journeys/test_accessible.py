"""Every public page by the rules of WCAG 2.2 AA: in four languages, light and dark, wide and narrow."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import CONTRAST, NARROW, PATHS, RULES, WIDE

# Light or dark alters colours only: each width is looked at once by all rules.
LOOKS = [
    (WIDE, "light", RULES),
    (WIDE, "dark", CONTRAST),
    (NARROW, "dark", RULES),
    (NARROW, "light", CONTRAST),
]
LANGUAGES = ["en", "ar", "fa", "ur"]
# Further states of templates that are looked at in all four languages: these in two.
STATES = {
    "last page", "filtered", "another day", "profile on another day", "back", "mixed directions",
    "markup in a name", "region", "country with long names", "older version",
}  # fmt: skip
# Distances that a reader may set (WCAG 1.4.12).
SPACING = (
    "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
    "p {margin-block-end: 2em !important}"
)
WIDER = """rules => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
}"""
WIDTH = "document.documentElement.scrollWidth"
# Headings, from the top: 1 first and once, none left out.
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])"
SMALL = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select')]
    .filter(one => !one.closest('svg, .vh, .skip') && one.offsetParent && one.tabIndex >= 0)
    .filter(one => !one.closest('p:not(.links):not(.sort):not(.meta), .text'))
    .map(one => [one.closest('label') || one, one])
    .map(([target, one]) => [one.outerHTML.slice(0, 90), target.getBoundingClientRect()])
    .filter(([html, box]) => box.height < 24 || box.width < 24)
    .map(([html, box]) => [html, Math.round(box.width), Math.round(box.height)])"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_accessible(visit, assert_accessible, language):
    page = visit("about:blank")
    for name, path in PATHS.items():
        if name in STATES and language in LANGUAGES[2:]:
            continue
        page.goto(f"/{language}/{path}")
        levels = page.evaluate(LEVELS)
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name
        for viewport, scheme, rules in LOOKS:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page, rules)
    assert [said for said in page.complaints if "404" not in said] == []


def test_the_check_finds_what_is_wrong(visit, assert_accessible):
    page = visit("/en/members/")
    page.evaluate("document.querySelector('label[for=q]').remove()")
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_menus_are_accessible(visit, assert_accessible, scheme):
    page = visit("/ar/members/", viewport=NARROW, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert_accessible(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_narrow_windows_do_not_scroll_sideways(visit, language):
    page = visit("about:blank", viewport={"width": 320, "height": 640})
    for name, path in PATHS.items():
        page.goto(f"/{language}/{path}")
        assert page.evaluate(WIDTH) <= 320, name
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate(WIDTH) <= 320, f"{name}, opened"
        page.evaluate(WIDER, SPACING)
        assert page.evaluate(WIDTH) <= 320, f"{name}, spaced"


def test_targets_are_large_enough(visit):
    page = visit("about:blank", viewport=NARROW)
    for language in ("en", "ar"):
        for name, path in PATHS.items():
            page.goto(f"/{language}/{path}")
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate(SMALL) == [], name


class TestByKeyboard:
    """From the brand to the results without a mouse and without script."""

    def press_to(self, page: Page, selector: str, most: int = 120) -> list[str]:
        """Presses Tab until that is focused; what was focused on the way, each with a ring to see."""
        way = []
        for _press in range(most):
            page.keyboard.press("Tab")
            focused = page.locator(":focus")
            way.append(focused.evaluate("one => (one.closest('[class]') || one).className"))
            style = focused.evaluate("one => getComputedStyle(one).outlineStyle")
            assert style == "solid", way
            if focused.evaluate("(one, wanted) => one.matches(wanted)", selector):
                return way
        raise AssertionError(f"{selector} is not reached: {way}")

    def test_order(self, visit):
        page = visit("/en/members/", java_script_enabled=False)
        stops = [
            ".skip", ".brand", ".nav a", ".lang summary", "#q", ".find button",
            ".facets summary, .facets input", ".sort a", ".entry h3 a",
        ]  # fmt: skip
        for stop in stops:
            self.press_to(page, stop)

    def test_the_language_menu_opens_by_enter(self, visit):
        page = visit("/en/members/?focus=youth", java_script_enabled=False)
        self.press_to(page, ".lang summary")
        page.keyboard.press("Enter")
        assert page.locator(".lang ul").is_visible()
        self.press_to(page, ".lang a[hreflang=ar]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ar/members/?focus=youth")
        assert page.locator("html").get_attribute("dir") == "rtl"

    def test_from_search_to_profile(self, visit):
        page = visit("/en/", java_script_enabled=False)
        self.press_to(page, ".skip")
        page.keyboard.press("Enter")
        self.press_to(page, "#q")
        page.keyboard.type("selvi koy okullari")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/members/?q=*")
        assert "1 member" in page.locator("#rh").inner_text()
        assert "Former name: Selvi Köy Okulları" in page.locator(".entry").inner_text()
        self.press_to(page, ".entry h3 a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/TR-0001/**")
        assert page.locator("h1").inner_text() == "Selvi River Education and Solidarity Foundation"
        assert page.title().startswith("Selvi River Education and Solidarity Foundation (Türkiye) | ")
