"""Texts of the union in a browser: reading, finding an article by keyboard, printing; preview by staff."""

import datetime

import pytest

from members.models import Union, User
from tests import factories
from tests.journeys.conftest import NARROW, WIDE

PATHS = ["about/", "about/statute/", "about/statute/1/", "about/checks/"]
LOOKS = [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")]
ARABIC = """\
كلمات أولى.

## الفصل الأول: الاسم

### المادة 1: الاسم

1. نص [طويل](https://union.example.org/).
2. نص آخر.

## الفصل الثاني

### المادة 2

| بند | عدد |
|---|---|
| أول | 1 |
"""


@pytest.fixture
def texts(site):
    Union.objects.update(
        names={"en": "Union of NGOs", "ar": "اتحاد المنظمات غير الحكومية"},
        founded_year=2001,
        contact_email="secretariat@union.example.org",
        address="1 Example Street\nExample City",
    )
    factories.make_union_logo()
    for position, title in enumerate(("Relief", "Education", "Health"), 1):
        factories.make_objective(
            title, position=position, titles={"en": title, "ar": "هدف"}, texts={"en": "Some words about it."}
        )
    factories.make_objective("Training", "strategy")
    adopted = {"adopted_on": datetime.date(2024, 10, 15), "adopted_by": factories.make_decision("adoption")}
    factories.make_text("about", title="About the union", body="Words.\n\n## One\n\nMore.")
    factories.make_text(is_authentic=True)
    factories.make_text(
        number=2, is_authentic=True, body=factories.STATUTE + "\n### Article 3\n\n> " + "w" * 90, **adopted
    )
    factories.make_text(language="ar", number=2, title="النظام الأساسي", body=ARABIC, **adopted)
    factories.make_text("checks", title="How we check entries", body="One paragraph.")


@pytest.mark.parametrize("language", ["en", "ar", "fa", "ur"])
def test_accessible(texts, open_page, assert_accessible, language):
    page = open_page("about:blank")
    for path in PATHS:
        page.goto(f"/{language}/{path}")
        assert page.locator("h1").count() == 1
        for viewport, scheme in LOOKS:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_sideways_scroll_at_320_pixels(texts, open_page, language):
    page = open_page("about:blank", viewport={"width": 320, "height": 640})
    for path in PATHS:
        page.goto(f"/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_an_article_is_found_by_keyboard_without_script(texts, open_page):
    page = open_page("/en/about/statute/", viewport=NARROW, java_script_enabled=False)
    page.locator(".fold summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Article 2. Admission").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#art-2")
    page.goto("/ar/about/statute/#art-2")
    assert page.locator(":target").inner_text() == "المادة 2"


def test_lines_are_short_enough_to_read(texts, open_page):
    page = open_page("/en/about/statute/")
    assert page.locator(".text").evaluate("one => one.getBoundingClientRect().width") <= 600


def test_print_keeps_numbers_and_leaves_out_the_contents(texts, open_page):
    page = open_page("/en/about/statute/")
    page.emulate_media(media="print")
    assert not page.locator(".toc").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.get_by_text("Version 2").first.is_visible()
    assert page.locator(".text ol").first.evaluate("one => getComputedStyle(one).listStyleType") == "decimal"


def test_preview_opens_beside_the_form_without_script(texts, open_page):
    User.objects.create_superuser("chief", password="a long enough password")
    draft = factories.make_text("rules", title="Rules", body="Old.", published_on=None)
    page = open_page("/admin/login/?next=/admin/", java_script_enabled=False)
    page.fill("#id_username", "chief")
    page.fill("#id_password", "a long enough password")
    page.click("[type=submit]")
    page.goto(f"/admin/members/pagetext/{draft.pk}/change/")
    page.fill("#id_body", "## Article 1\n\nNew *words*.")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Preview").click()
    preview = opened.value
    assert preview.locator("em").inner_text() == "words"
    assert preview.locator("#art-1").count() == 1
    draft.refresh_from_db()
    assert draft.body == "Old."
    assert page.locator("#id_body").input_value() == "## Article 1\n\nNew *words*."
