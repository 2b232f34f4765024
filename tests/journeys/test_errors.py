"""Error pages in a browser: as readable and as closed as any other page."""

import pytest
from django.core.exceptions import PermissionDenied

from members.views.home import Home
from tests.journeys.conftest import NARROW, PATHS, WIDE

POST = """path => {
    const form = Object.assign(document.createElement("form"), {method: "post", action: path});
    const text = {name: "text", value: "One\\n" + "x".repeat(200)};
    form.append(Object.assign(document.createElement("textarea"), text));
    document.body.append(form);
    form.submit();
}"""
SENT = {403: "/admin/login/", 405: "/{}/members/"}


def broken(error: Exception):
    def get(self, request):
        raise error

    return get


@pytest.fixture
def show(visit, monkeypatch):
    """Opens the error page of a status: `show(405, "ar")`."""

    def shown(status: int, language: str = "en", **options):
        if status == 404:
            return visit(f"/{language}/{PATHS['404']}", **options)
        if status == 400:
            return visit(f"/{language}/%00/", **options)
        if status in SENT:
            page = visit(f"/{language}/countries/BT/", locale=language, **options)
            with page.expect_navigation():
                page.evaluate(POST, SENT[status].format(language))
            return page
        monkeypatch.setattr(Home, "get", broken(RuntimeError() if status == 500 else PermissionDenied()))
        return visit(f"/{language}/", **options)

    return shown


# "not allowed" is the other page of 403: not for a form that is too old, but for a right that is missing.
@pytest.mark.parametrize("status", [400, 403, 404, 405, 500, "not allowed"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_errors_are_accessible_and_closed(show, assert_accessible, whole_site, status, language):
    page = show(status, language)
    for viewport, scheme in [(WIDE, "light"), (NARROW, "dark")]:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("h1").count() == 1
    number = "403" if status == "not allowed" else str(status)
    assert [said for said in page.complaints if number not in said] == []
    assert all(url.startswith((whole_site, "data:")) for url in page.asked)
    if status not in {400, 500}:
        assert page.locator("html").get_attribute("lang") == language


def test_what_was_typed_is_given_back(show):
    page = show(403, viewport=NARROW)
    assert page.locator("dd").inner_text().startswith("One\nxxx")
