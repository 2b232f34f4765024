"""A browser against a live server. Tests here are marked `browser` and skipped where Chromium is missing."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from playwright.sync_api import Browser, Page

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def site(committed, live_server, settings) -> str:
    """The address of a live server on a database in which tests commit."""
    settings.SITE_URL = live_server.url
    with translation.override("en"):
        yield live_server.url


@pytest.fixture
def open_page(chromium: Browser, site: str):
    """Opens a path of the site: `open_page("/en/", viewport=NARROW, color_scheme="dark")`."""
    contexts = []

    def opened(path: str, **options) -> Page:
        context = chromium.new_context(base_url=site, **{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def assert_accessible():
    """Fails with the rules that a page breaks (axe-core: WCAG 2.2 AA and best practice)."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        broken = [
            (rule["id"], node["html"][:160], node.get("failureSummary", "")[:200])
            for rule in found.response["violations"]
            for node in rule["nodes"][:3]
        ]
        assert not broken, f"{page.url}: {broken}"

    return check
