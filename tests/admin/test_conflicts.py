"""Two members of staff have one page open: the second save is refused, and nothing of it is lost."""

import datetime
import threading

import pytest
from django.db import connections
from django.urls import reverse

from members.actions import representatives
from members.models import Country, Organisation, OrganisationName
from tests.admin.conftest import browser_of, make_user
from tests.admin.html import fields_of
from tests.admin.test_organisations import FORM, address, opened, with_row
from tests.factories import make_focus_area, make_member, make_person, make_representative

RIGHTS = ("view_organisation", "change_organisation", "change_organisationname", "add_organisationname")


@pytest.fixture
def second(db):
    return browser_of(make_user("amina", *RIGHTS, "change_organisationtext", "add_organisationtext"))


@pytest.mark.django_db
class TestSecondSave:
    def test_both_versions_are_shown_and_nothing_is_written(self, browser, second, member):
        mine, theirs = opened(browser, member), opened(second, member)
        second.post(address(member), theirs | {"city": "Van", "note": "Moved."})
        response = browser.post(address(member), mine | {"city": "Bursa", "legal_number": "17"})
        assert response.status_code == 409
        page = response.content.decode()
        assert "amina saved this while you had it open" in page
        rows = {difference.label: difference for difference in response.context["conflicts"]}
        city = rows["City"]
        assert (city.entered, city.present, city.changed_by, city.is_theirs) == (
            "Bursa",
            "Van",
            "amina",
            False,
        )
        saved = Organisation.objects.get()
        assert (saved.city, saved.version) == ("Van", member.version + 1)

    def test_saving_again_keeps_what_others_did_to_other_fields(self, browser, second, member):
        area = make_focus_area()
        mine, theirs = opened(browser, member), opened(second, member)
        changes = {"city": "Van", "kind": "network", "works_in": ["DE"], "focus_areas": [area.pk]}
        assert second.post(address(member), theirs | changes).status_code == 302
        again = fields_of(
            browser.post(address(member), mine | {"city": "Bursa", "founded_year": "1999"}), FORM
        )
        assert (again["city"], again["kind"], again["works_in"]) == ("Bursa", "network", ["DE"])
        assert again["reason"] == mine["reason"]
        assert browser.post(address(member), again).status_code == 302
        saved = Organisation.objects.get()
        assert (saved.city, saved.kind, saved.founded_year) == ("Bursa", "network", 1999)
        assert [country.pk for country in saved.works_in.all()] == ["DE"]
        assert [area.slug for area in saved.focus_areas.all()] == ["education"]

    def test_check_boxes_take_the_present_value_too(self, browser, second, member):
        mine, theirs = opened(browser, member), opened(second, member)
        del theirs["is_listed"]
        second.post(address(member), theirs)
        again = fields_of(browser.post(address(member), mine | {"city": "Bursa"}), FORM)
        assert "is_listed" not in again
        second.post(address(member), opened(second, member) | {"is_listed": "on"})
        again = fields_of(browser.post(address(member), again), FORM)
        assert again["is_listed"] == "on"

    def test_rows_below_conflict_with_each_other(self, browser, second, member):
        mine = with_row(opened(browser, member), "names", value="SEV", kind="acronym", language="")
        theirs = with_row(
            opened(second, member), "texts", language="tr", summary="Okul kurar.", description=""
        )
        assert second.post(address(member), theirs).status_code == 302
        response = browser.post(address(member), mine)
        assert response.status_code == 409
        assert "SEV" in response.content.decode()
        assert browser.post(address(member), fields_of(response, FORM)).status_code == 302
        assert OrganisationName.objects.filter(value="SEV").exists()

    def test_the_same_name_corrected_twice(self, browser, second, member):
        mine, theirs = opened(browser, member), opened(second, member)
        second.post(address(member), theirs | {"names-0-value": "Selvi Irmağı Vakfı"})
        response = browser.post(address(member), mine | {"names-0-value": "Selvi Vakfı"})
        shown = {(row.entered, row.present) for row in response.context["conflicts"]}
        assert ("Selvi Vakfı", "Selvi Irmağı Vakfı") in shown
        assert browser.post(address(member), fields_of(response, FORM)).status_code == 302
        assert Organisation.objects.get().title == "Selvi Vakfı"

    def test_a_name_untouched_by_the_second_keeps_the_first_correction(self, browser, second, member):
        mine, theirs = opened(browser, member), opened(second, member)
        second.post(address(member), theirs | {"names-0-value": "Selvi Irmağı Vakfı"})
        again = fields_of(browser.post(address(member), mine | {"city": "Bursa"}), FORM)
        assert again["names-0-value"] == "Selvi Irmağı Vakfı"

    def test_a_row_removed_meanwhile_can_be_let_go(self, browser, second):
        member = make_member(names=[("SEV", "acronym", "")])
        mine = opened(browser, member)
        OrganisationName.objects.get(value="SEV").delete()
        [row] = [name for name, value in mine.items() if value == "SEV"]
        response = browser.post(address(member), mine | {row: "SELVİ"})
        assert response.status_code == 200
        assert "Somebody else removed this row" in response.content.decode()
        again = fields_of(response, FORM) | {row.replace("value", "DELETE"): "on"}
        assert browser.post(address(member), again).status_code == 302

    def test_a_term_that_an_action_ended_is_not_opened_again(self, browser, member):
        mandate = make_representative(member)
        mine = opened(browser, member) | {"representatives-0-has_vote": "on"}
        representatives.end_term(mandate, on=datetime.date(2025, 1, 1), by=None, reason="Resigned.")
        response = browser.post(address(member), mine)
        assert response.status_code == 409
        again = fields_of(response, FORM)
        assert again["representatives-0-ends_on"] == "2025-01-01"
        assert browser.post(address(member), again).status_code == 302
        mandate.refresh_from_db()
        assert (mandate.ends_on, mandate.has_vote) == (datetime.date(2025, 1, 1), True)

    @pytest.mark.parametrize("version", ["", "x", "0", "99999999999999999999"])
    def test_a_form_without_its_version_is_refused(self, browser, member, version):
        response = browser.post(
            address(member), opened(browser, member) | {"version": version, "city": "Bursa"}
        )
        assert response.status_code == 409
        assert browser.post(address(member), fields_of(response, FORM)).status_code == 302
        assert Organisation.objects.get().city == "Bursa"

    def test_translated_names(self, browser):
        page = reverse("admin:members_country_change", args=["PS"])
        mine = fields_of(browser.get(page), "country_form") | {"reason": "Decided."}
        theirs = mine | {"name_overrides_ar": "فلسطين", "name_overrides_en": "Palestine"}
        assert browser.post(page, theirs).status_code == 302
        response = browser.post(page, mine | {"public_text": "Text."})
        assert response.status_code == 409
        assert "ar: فلسطين" in response.content.decode()
        assert browser.post(page, fields_of(response, "country_form")).status_code == 302
        saved = Country.objects.get(pk="PS")
        assert (saved.name_in("ar"), saved.public_text) == ("فلسطين", "Text.")

    def test_a_reader_of_the_page_alone_gets_no_hidden_version(self, viewer, member):
        page = viewer.get(address(member))
        assert 'name="version"' not in page.content.decode()
        assert 'name="reason"' not in page.content.decode()


def test_a_refusal_that_shows_only_on_writing_keeps_the_text(browser, member):
    """The register's last word: whatever a form let through is rolled back and said on the page."""
    make_representative(member)
    person = make_person("Deniz Uslu")
    fields = with_row(
        opened(browser, member), "representatives", person=person.pk, function="delegate", rank="alternate",
        starts_on="2024-03-01", appointment="elected",
    )  # fmt: skip
    fields = with_row(
        fields, "representatives", person=person.pk, function="delegate", rank="alternate",
        starts_on="2024-04-01", appointment="elected",
    )  # fmt: skip
    response = browser.post(address(member), fields | {"city": "Bursa"})
    assert response.status_code == 200
    assert "This person has this function on some of these days already." in response.content.decode()
    assert "Bursa" in response.content.decode()
    assert member.representatives.count() == 1
    assert Organisation.objects.get().city == ""


def test_of_two_saves_at_once_one_wins(committed):
    """Ten rounds of two browsers that post together."""
    member = make_member()
    browsers = [browser_of(make_user(f"clerk{number}", *RIGHTS)) for number in range(2)]
    for turn in range(10):
        forms = [
            opened(browser, member) | {"city": f"City {turn}.{number}"}
            for number, browser in enumerate(browsers)
        ]
        barrier, answers = threading.Barrier(2), {}

        def post(number, forms=forms, barrier=barrier, answers=answers):
            barrier.wait()
            answers[number] = browsers[number].post(address(member), forms[number]).status_code
            connections.close_all()

        threads = [threading.Thread(target=post, args=[number]) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers.values()) == [302, 409]
        [winner] = [number for number, status in answers.items() if status == 302]
        assert Organisation.objects.get().city == f"City {turn}.{winner}"
    assert Organisation.objects.get().version == member.version + 10
