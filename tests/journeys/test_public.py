"""Public pages in a browser: finding a member by keyboard, accessibility, narrow windows, no script."""

import datetime

import pytest

from tests import factories
from tests.journeys.conftest import NARROW, WIDE

PATHS = {
    "home": "",
    "list": "members/",
    "filtered": "members/?country=TR&focus=education&x=y",
    "search": "members/?q=vakfi&page=2",
    "nothing": "members/?q=vakfi&country=BT",
    "profile": "members/TR-0001/selvi-irmagi-egitim-ve-dayanisma-vakfi/",
    "suspended": "members/PK-0001/anjmn-frogh-tlim-o-hnr-ttthh/",
    "former": "members/BA-0001/udruzenje-sedam-mostova/",
    "countries": "countries/",
    "country": "countries/TR/",
    "empty country": "countries/BT/",
    "404": "nothing/TR-0001",
}
LOOKS = [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")]
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


@pytest.fixture
def register(site):
    selvi = factories.make_member(
        "Selvi Irmağı Eğitim ve Dayanışma Vakfı",
        names=[
            ("Selvi River Education and Solidarity Foundation", "translation", "en"),
            ("وقف نهر سلفي للتعليم والتضامن", "translation", "ar"),
            ("Selvi Köy Okulları", "former", "tr"),
        ],
        texts={"tr": ("Köy okulları yürütür.", "Uzun metin.\n\nİkinci bölüm.")},
        focus=["education", "youth"],
        works_in=["TR", "SN"],
        city="Çanakkale",
        website="https://selvi.example.org",
        email="info@selvi.example.org",
        email_audience="public",
        confirmed_on=datetime.date(2026, 3, 12),
    )
    factories.make_representative(selvi, "Elif Karaca", is_public=True)
    factories.make_representative(selvi, "Mert Yalın", function="head", ends_on=datetime.date(2025, 1, 1))
    urdu = factories.make_member(
        "انجمنِ فروغِ تعلیم و ہنر، ٹھٹہ",
        language="ur",
        country="PK",
        names=[("AFTH", "acronym", "")],
        focus=["youth"],
    )
    factories.suspend(urdu)
    factories.end(factories.make_member("Udruženje „Sedam mostova“", language="bs", country="BA"))
    factories.make_member(
        "A" * 60 + " " + "International Coordinating Council " * 6, language="en", country="BA"
    )
    for rank in range(24):
        factories.make_member(f"Vakfı {rank}", focus=["education"], to="observer" if rank % 3 else "full")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_accessible(register, open_page, assert_accessible, language):
    page = open_page("about:blank")
    for name, path in PATHS.items():
        page.goto(f"/{language}/{path}")
        assert page.locator("h1").count() == 1, name
        for viewport, scheme in LOOKS:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)


def test_the_check_finds_what_is_wrong(register, open_page, assert_accessible):
    page = open_page("/en/members/")
    page.evaluate("document.querySelector('label[for=q]').remove()")
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(page)


def test_open_menus_are_accessible(register, open_page, assert_accessible):
    page = open_page("/ar/members/", viewport=NARROW)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert_accessible(page)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_narrow_windows_do_not_scroll_sideways(register, open_page, language):
    page = open_page("about:blank", viewport={"width": 320, "height": 640})
    for name, path in PATHS.items():
        page.goto(f"/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        page.evaluate(WIDER, SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{name}, spaced"


def test_from_search_to_profile_by_keyboard_without_script(register, open_page):
    page = open_page("/en/", java_script_enabled=False)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "q"
    page.keyboard.type("selvi koy okullari")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/members/?q=*")
    assert "1 member" in page.locator("#rh").inner_text()
    assert "Former name: Selvi Köy Okulları" in page.locator(".entry").inner_text()
    result = page.locator(".entry h3 a")
    for _press in range(80):
        page.keyboard.press("Tab")
        if result.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/TR-0001/**")
    assert page.locator("h1").inner_text() == "Selvi River Education and Solidarity Foundation"
    assert page.title().startswith("Selvi River Education and Solidarity Foundation (Türkiye) | ")


def test_filters_and_language_without_script(register, open_page):
    page = open_page("/en/members/", viewport=NARROW, java_script_enabled=False)
    page.locator(".fold > summary").click()
    page.locator("input[name=focus][value=youth]").check()
    page.get_by_role("button", name="Show results").click()
    page.wait_for_url("**/en/members/?focus=youth")
    assert page.locator("#rh").inner_text() == "2 members"
    page.locator(".lang summary").click()
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/ar/members/?focus=youth")
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_targets_are_large_enough(register, open_page):
    small = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
        .filter(one => !one.closest('p:not(.links):not(.sort):not(.meta)') && one.offsetParent)
        .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])
        .filter(([html, height]) => height < 24 && !html.includes('type="checkbox"'))"""
    page = open_page("about:blank", viewport=NARROW)
    for name, path in PATHS.items():
        page.goto(f"/en/{path}")
        assert page.evaluate(small) == [], name


def test_no_request_leaves_the_site_and_nothing_is_refused(register, open_page, site):
    page = open_page("about:blank")
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in (
        "/en/members/",
        "/ar/members/TR-0001/selvi-irmagi-egitim-ve-dayanisma-vakfi/",
        "/en/countries/TR/",
    ):
        page.goto(site + path)
    assert len(asked) > 3
    assert all(url.startswith(site) for url in asked)
    assert complaints == []
    assert page.context.cookies() == []
