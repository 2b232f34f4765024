"""Filtering the directory in a browser, with scripts and without."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.journeys.conftest import NARROW

LIST = "/en/members/"
TICKED = "() => [...document.querySelectorAll('#facets input:checked')].map(one => one.id)"
FOCUSED = "() => document.activeElement.id"


@pytest.fixture
def members(site):
    for rank, (country, focus) in enumerate(
        [
            ("TR", ["education"]),
            ("TR", ["education", "youth"]),
            ("SN", ["youth"]),
            ("SN", ["education"]),
            ("MA", []),
        ]
    ):
        factories.make_member(f"Vakıf {rank}", country=country, focus=focus, works_in=["ML", country])
    left = factories.make_member("Eski Vakıf", country="JO", since=datetime.date(2010, 1, 1))
    factories.end(left, datetime.date(2015, 12, 31))


class TestWithScripts:
    def test_a_tick_answers_at_once(self, members, open_page):
        page = open_page(LIST)
        before = page.evaluate("() => history.length")
        page.locator("#focus-education").check()
        expect(page.locator("#rh")).to_have_text("3 members")
        expect(page.locator("#said")).to_have_text("3 members")
        assert page.url.endswith("/en/members/?focus=education")
        assert page.title().startswith("Members | ")
        assert page.evaluate(FOCUSED) == "focus-education"
        assert page.evaluate("() => history.length") == before  # Back leads away, not through every tick
        assert page.locator("label[for], label", has=page.locator("#country-TR")).inner_text().split() == [
            "Türkiye",
            "2",
        ]
        assert page.locator("#ticked").inner_text() == "(1)"
        assert page.locator("#kept input").get_attribute("value") == "education"
        assert page.locator("#languages a").nth(1).get_attribute("href") == "/ar/members/?focus=education"
        assert page.complaints == []

    def test_addresses_are_written_in_one_way(self, members, open_page):
        page = open_page(LIST)
        page.locator("#country-TR").check()
        expect(page.locator("#rh")).to_have_text("2 members")
        page.locator("#focus-youth").check()
        expect(page.locator("#rh")).to_have_text("1 member")
        assert page.url.endswith("/en/members/?focus=youth&country=TR")

    def test_folds_stay_as_they_are(self, members, open_page):
        page = open_page(LIST)
        page.locator("#facet-since > summary").click()
        page.locator("#facet-focus > summary").click()
        page.locator("#country-TR").check()
        expect(page.locator("#rh")).to_have_text("2 members")
        assert page.locator("#facet-since").get_attribute("open") is not None
        assert page.locator("#facet-focus").get_attribute("open") is None

    def test_a_tick_made_while_an_answer_comes_is_not_lost(self, members, open_page):
        page = open_page(LIST)
        page.route(
            re.compile(r"\?.*focus=education"), lambda route: (page.wait_for_timeout(500), route.continue_())
        )
        page.locator("#focus-education").check()
        page.wait_for_timeout(400)
        page.locator("#country-TR").check()
        expect(page.locator("#rh")).to_have_text("2 members")
        assert page.evaluate(TICKED) == ["focus-education", "country-TR"]

    def test_apply_leads_to_the_results_and_back_again(self, members, open_page):
        page = open_page(LIST, viewport=NARROW)
        page.locator(".fold > summary").click()
        page.locator("#focus-education").check()
        page.get_by_role("button", name="Show results").click()
        expect(page.locator("#rh")).to_be_focused()
        assert page.locator("#rh").inner_text() == "3 members"
        assert page.url.endswith("?focus=education")
        assert not page.locator("#facets").is_visible()
        page.go_back()
        expect(page.locator("#rh")).to_have_text("5 members")
        assert page.url.endswith(LIST)
        assert page.evaluate(TICKED) == []

    def test_from_a_profile_back_to_the_ticked_list(self, members, open_page):
        page = open_page(LIST)
        page.locator("#country-MA").check()
        expect(page.locator("#rh")).to_have_text("1 member")
        page.locator(".entry h3 a").click()
        page.wait_for_url("**/MA-0001/**")
        page.go_back()
        expect(page.locator("#rh")).to_have_text("1 member")
        assert page.evaluate(TICKED) == ["country-MA"]

    def test_when_the_answer_fails_the_form_is_sent(self, members, open_page):
        page = open_page(LIST)
        page.route(
            "**/members/?*",
            lambda route: route.abort() if route.request.resource_type == "xhr" else route.continue_(),
        )
        page.locator("#focus-education").check()
        page.wait_for_url("**?focus=education*")
        expect(page.locator("#rh")).to_have_text("3 members")

    def test_accessible_after_an_answer(self, members, open_page, assert_accessible):
        page = open_page(LIST)
        page.locator("#focus-education").check()
        expect(page.locator("#said")).to_have_text("3 members")
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        assert_accessible(page)


class TestWithoutScripts:
    @pytest.fixture
    def page(self, members, open_page):
        return open_page(LIST, java_script_enabled=False)

    def test_several_filters(self, page):
        page.locator("#focus-education").check()
        page.locator("#country-SN").check()
        page.locator("#facet-works_in > summary").click()
        page.locator("#works_in-ML").check()
        assert page.locator("#rh").inner_text() == "5 members"  # nothing happens before it is asked for
        page.get_by_role("button", name="Show results").click()
        page.wait_for_url("**?focus=education&country=SN&works_in=ML*")
        assert page.locator("#rh").inner_text() == "1 member"
        page.get_by_role("link", name="Remove filter: Education").click()
        assert page.locator("#rh").inner_text() == "2 members"
        assert page.url.endswith("?country=SN&works_in=ML")

    def test_another_day_and_back_to_today(self, page):
        page.locator("#country-TR").check()
        page.get_by_role("button", name="Show results").click()
        page.locator("#day > summary").click()
        page.locator("#on").fill("2015-12-31")
        page.get_by_role("button", name="Show this day").click()
        page.wait_for_url("**?country=TR&on=2015-12-31")
        assert "The register on 31 December 2015" in page.locator(".note").inner_text()
        page.get_by_role("link", name="Clear all filters").click()
        assert page.locator("#rh").inner_text() == "6 members on 31 December 2015"
        page.locator("#q").fill("eski")
        page.get_by_role("button", name="Search").click()
        assert page.locator(".entry h3").inner_text() == "Eski Vakıf"
        page.get_by_role("link", name="Show today’s list").click()
        assert "No members match" in page.locator("#rh").inner_text()

    def test_from_nothing_to_what_there_is(self, page):
        page.goto(f"{LIST}?q=vakif&country=BT")
        page.get_by_role("link", name="5 members match without the filters").click()
        page.wait_for_url("**/members/?q=vakif")
        assert page.locator(".entry").count() == 5
