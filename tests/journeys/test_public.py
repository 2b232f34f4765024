"""Public pages in a browser: filters without script, paper, what is asked for and what is refused."""

import pytest

from tests.journeys.conftest import NARROW, PATHS, WIDE

PROFILE = PATHS["profile"]


def test_filters_and_language_without_script(visit):
    page = visit("/en/members/", viewport=NARROW, java_script_enabled=False)
    page.locator(".fold > summary").click()
    page.locator("input[name=focus][value=youth]").check()
    page.locator(".facets").get_by_role("button").click()
    page.wait_for_url("**/en/members/?focus=youth")
    assert page.locator("#rh").inner_text() == "2 members"
    page.locator(".lang summary").click()
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/ar/members/?focus=youth")
    assert page.locator("html").get_attribute("dir") == "rtl"


@pytest.mark.parametrize("language", ["en", "fa"])
def test_no_page_needs_script(visit, language):
    page = visit("about:blank", java_script_enabled=False)
    for name, path in PATHS.items():
        page.goto(f"/{language}/{path}")
        assert page.locator("h1").is_visible(), name
        assert page.locator("main").inner_text().count("\n") > 3, name


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_request_leaves_the_site_and_nothing_is_refused(visit, whole_site, language):
    """A policy that is broken tells the console, and so does a file that is missing."""
    page = visit("about:blank")
    for path in PATHS.values():
        page.goto(f"/{language}/{path}")
    assert len(page.asked) > len(PATHS)
    assert all(url.startswith((whole_site, "data:")) for url in page.asked)
    refused = [said for said in page.complaints if "404" not in said]
    assert refused == []
    assert sum("404" in said for said in page.complaints) <= 1  # the page that is not there
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    kept = page.evaluate("Object.keys(sessionStorage)")
    assert set(kept) <= {"htmx-current-path-for-history"}


def test_a_broken_policy_would_be_noticed(visit):
    page = visit("/en/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'alert(1)'}))")
    assert any("script-src" in said for said in page.complaints)


@pytest.mark.parametrize(("viewport", "language"), [(WIDE, "en"), (NARROW, "ar")])
def test_few_requests_for_a_first_visit(visit, viewport, language):
    for name, path in PATHS.items():
        page = visit(f"/{language}/{path}", viewport=viewport)
        page.evaluate("document.fonts.ready.then(() => 0)")
        asked = [url for url in page.asked if not url.startswith("data:")]
        assert len(asked) <= 15, (name, asked)
        fonts = [url for url in asked if url.endswith(".woff2")]
        assert 2 <= len(fonts) <= 6, name
        assert page.evaluate("document.getElementsByTagName('*').length") <= 900, name
        page.context.close()


class TestOnPaper:
    INK = "one => getComputedStyle(one).color"
    GROUND = "one => getComputedStyle(one).backgroundColor"

    @pytest.fixture(params=["profile", "list", "statute"])
    def paper(self, visit, request):
        page = visit(f"/en/{PATHS[request.param]}", color_scheme="dark")
        page.emulate_media(media="print", color_scheme="dark")
        return page

    def test_black_on_white(self, paper):
        assert paper.locator("body").evaluate(self.GROUND) == "rgb(255, 255, 255)"
        for where in ("h1", "main p"):
            assert paper.locator(where).first.evaluate(self.INK) in {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
        assert paper.locator(".band").evaluate(self.GROUND) == "rgb(255, 255, 255)"

    def test_only_what_is_to_be_read(self, paper):
        away = ".top nav, .lang, .find, .facets, .pages, .sort, .btn, figure, footer, .skip, .noprint, .toc"
        shown = [one for one in paper.locator(away).all() if one.is_visible()]
        assert [one.evaluate("one => one.outerHTML.slice(0, 80)") for one in shown] == []

    def test_rows_are_not_broken(self, paper):
        rows = paper.locator(".entry, .facts, .stack tr, .log > div").all()[:5]
        assert all(row.evaluate("one => getComputedStyle(one).breakInside") == "avoid" for row in rows)

    def test_links_are_written_out(self, visit):
        page = visit(f"/en/{PROFILE}")
        page.emulate_media(media="print")
        after = "one => getComputedStyle(one, '::after').content"
        assert "https://selvi.example.org/" in page.locator(".facts a[href^='https://selvi']").evaluate(after)
        assert page.locator(".facts a[href*='/id/']").evaluate(after).startswith('" (')
