"""A browser against a live server. Tests here are marked `browser` and skipped where Chromium is missing."""

from pathlib import Path

import axe_playwright_python
import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import translation
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from members.search import index
from tests.conftest import seed_if_emptied
from tests.factories.register import make_register

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HERE = Path(__file__).parent
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Each template in each of its states, under a language: the paths of `tests.factories.register`.
PATHS = {
    "home": "",
    "list": "members/",
    "last page": "members/?page=2&sort=country",
    "filtered": "members/?country=TR&focus=education&x=y",
    "search": "members/?q=vakfi",
    "nothing": "members/?q=vakfi&country=BT",
    "another day": "members/?on=2014-06-30",
    "profile": "members/TR-0001/selvi-irmagi-egitim-ve-dayanisma-vakfi/",
    "profile on another day": "members/TR-0001/selvi-irmagi-egitim-ve-dayanisma-vakfi/?on=2014-06-30",
    "suspended": "members/PK-0001/",
    "former": "members/BA-0001/",
    "back": "members/SN-0001/",
    "bare": "members/IR-0001/",
    "long name": "members/BA-0002/",
    "mixed directions": "members/JO-0001/",
    "markup in a name": "members/GB-0001/",
    "countries": "countries/",
    "region": "countries/?crop=142",
    "country": "countries/TR/",
    "country with long names": "countries/BA/",
    "empty country": "countries/BT/",
    "about": "about/",
    "statute": "about/statute/",
    "older version": "about/statute/1/",
    "404": "nothing/TR-0001",
}
# Everything that WCAG 2.2 asks for at levels A and AA, and what axe calls best practice.
RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
RUN_AXE = """async only => (await axe.run(document, {
    resultTypes: ["violations"], runOnly: only,
})).violations.flatMap(rule => rule.nodes.slice(0, 3).map(
    node => [rule.id, node.html.slice(0, 160), (node.failureSummary || "").slice(0, 200)]
))"""
TELL = "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective, e.blockedURI))"


def pytest_collection_modifyitems(items):
    """Tests on the whole site come last: they share a register, and leave an empty database behind."""
    last = [item for item in items if "whole_site" in getattr(item, "fixturenames", ())]
    items[:] = [item for item in items if item not in last] + last
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    for item in last:
        item.add_marker(pytest.mark.django_db)


@pytest.fixture
def site(committed, live_server, settings) -> str:
    """The address of a live server on a database in which tests commit."""
    settings.SITE_URL = live_server.url
    with translation.override("en"):
        yield live_server.url


@pytest.fixture(scope="module")
def whole_site(django_db_setup, django_db_blocker):
    """The address of a live server on the register of `tests.factories.register`, one for all tests of a
    module: none of them may write."""
    with django_db_blocker.unblock():
        seed_if_emptied()
        server = LiveServer("127.0.0.1")
        with override_settings(SITE_URL=server.url, ALLOWED_HOSTS=["127.0.0.1"]):
            make_register()
            index.refresh()
            yield server.url
        server.stop()
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def visit(chromium: Browser, whole_site: str):
    """Opens a path of the whole site: `visit("/en/", viewport=NARROW, color_scheme="dark")`. What browsers
    complain about, and every address they ask for, stands in `page.complaints` and `page.asked`."""
    yield from _visits(chromium, whole_site)


@pytest.fixture
def open_page(chromium: Browser, site: str):
    """Opens a path of the site: `open_page("/en/", viewport=NARROW, color_scheme="dark")`."""
    yield from _visits(chromium, site)


def _visits(chromium: Browser, address: str):
    contexts = []

    def opened(path: str, **options) -> Page:
        context = chromium.new_context(base_url=address, **{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        if options.get("java_script_enabled", True):
            page.add_init_script(TELL)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def assert_accessible():
    """Fails with the rules that a page breaks (axe-core: WCAG 2.2 AA and best practice)."""

    def check(page: Page, rules: dict = RULES) -> None:
        if not page.evaluate("typeof axe !== 'undefined'"):
            page.evaluate(AXE)
        broken = page.evaluate(RUN_AXE, rules)
        assert not broken, f"{page.url}: {broken}"

    return check
