"""The staff pages in Chromium: nothing is blocked, nothing runs that should not, right to left works."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from members.models import Organisation, OrganisationName, User
from tests.factories import make_focus_area, make_member, make_person, make_representative

pytestmark = pytest.mark.browser
POLYGLOT = "\"'><img src=x onerror=alert(1)><script>alert(1)</script><!--"
PAGES = [
    "", "members/organisation/", "members/organisation/add/", "members/organisation/{pk}/change/",
    "members/organisation/{pk}/history/", "members/organisation/{pk}/status/",
    "members/organisation/{pk}/delete/", "members/country/", "members/country/TW/change/", "members/person/",
    "members/person/add/", "members/user/", "members/user/add/", "members/representative/",
]  # fmt: skip
TELL = "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective, e.blockedURI))"


@pytest.fixture
def visit(chromium, committed, live_server):
    """Signs in and gives a page; what went wrong on it stands in `page.troubles`."""
    contexts = []

    def sign_in(language="en", **options):
        user = User.objects.create_superuser(
            f"chief-{language}", password="a long password", language=language
        )
        contexts.append(chromium.new_context(base_url=f"{live_server.url}/admin/", **options))
        page = contexts[-1].new_page()
        page.troubles = []
        page.on("console", lambda message: _note(page, message))
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("dialog", lambda dialog: page.troubles.append(dialog.message))
        page.add_init_script(TELL)
        page.goto("login/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", "a long password")
        page.click("[type=submit]")
        return page

    yield sign_in
    for context in contexts:
        context.close()


def _note(page, message):
    if message.type == "error" and "favicon" not in message.location.get("url", ""):
        page.troubles.append(message.text)


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("ar", 390)])
def test_pages_with_hostile_text(visit, language, width):
    member = make_member(POLYGLOT, city=POLYGLOT, note=POLYGLOT, texts={"en": (POLYGLOT, POLYGLOT)})
    make_representative(member, POLYGLOT)
    make_focus_area("x", en=POLYGLOT, ar=POLYGLOT)
    page = visit(language, viewport={"width": width, "height": 900})
    for address in PAGES:
        assert page.goto(address.format(pk=member.pk)).status == 200, address
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wider), address
    assert not page.troubles


def test_a_clerks_work(visit):
    """A name added, a successor looked up, a filter by country: what the scripts are for."""
    member = make_member(focus=["education"])
    make_person("Deniz Uslu")
    page = visit()
    page.goto(f"members/organisation/{member.pk}/change/")
    page.click("#names-group .add-row a")
    page.fill("#id_names-1-value", "Selvi River Foundation")
    page.select_option("#id_names-1-kind", "translation")
    page.fill("#id_names-1-language", "en")
    page.click("#representatives-group .add-row a")
    page.click("#representatives-0 .select2-selection")
    page.keyboard.type("uslu")
    page.click(".select2-results__option >> text=Deniz Uslu")
    page.select_option("#id_representatives-0-function", "delegate")
    page.fill("#id_representatives-0-starts_on", "2024-03-01")
    page.fill("#id_reason", "Letter of 3 March.")
    page.click("[name=_save]")
    page.wait_for_url("**/organisation/")
    assert OrganisationName.objects.filter(value="Selvi River Foundation").exists()
    assert Organisation.objects.get().representatives.get().person.full_name == "Deniz Uslu"
    page.click("#changelist-filter .select2-selection")
    page.keyboard.type("تركيا")
    page.click(".select2-results__option >> text=Türkiye")
    page.click("#changelist-filter .select2-selection >> xpath=ancestor::form >> button")
    page.wait_for_url("**country=TR**")
    assert page.locator("#result_list tbody tr").count() == 1
    assert not page.troubles


@pytest.mark.parametrize(
    "address", ["", "members/organisation/{pk}/status/", "members/organisation/{pk}/history/"]
)
def test_our_own_pages_are_accessible(visit, address):
    member = make_member()
    page = visit()
    page.goto(address.format(pk=member.pk))
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
    assert [violation["id"] for violation in found.response["violations"]] == []
