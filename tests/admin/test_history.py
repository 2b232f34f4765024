"""The history tells who changed what, when and why, and nothing that its reader may not know."""

import datetime
import re
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from members import audit
from members.actions import people, representatives
from members.admin.history import VERBS
from members.models import Country, Organisation
from tests.admin.conftest import browser_of, make_user
from tests.admin.test_organisations import address, opened, with_row
from tests.factories import make_focus_area, make_member, make_person, make_representative, suspend

pytestmark = pytest.mark.django_db


def entries(browser, row, model="organisation"):
    response = browser.get(reverse(f"admin:members_{model}_history", args=[row.pk]))
    assert response.status_code == 200
    return response.context["entries"]


def told(browser, row, model="organisation") -> str:
    return browser.get(reverse(f"admin:members_{model}_history", args=[row.pk])).content.decode()


def test_an_edit_in_words(browser, member, chief):
    area = make_focus_area()
    fields = opened(browser, member) | {"city": "Van", "country": "DE", "kind": "network", "is_listed": "on"}
    browser.post(address(member), fields | {"works_in": ["TR", "JO"], "focus_areas": [area.pk]})
    newest = entries(browser, member)[0]
    assert (newest.who, newest.what, newest.why) == ("chief", "Changed", "Letter of 3 March.")
    changes = {change.label: (change.before, change.after) for change in newest.changes}
    assert changes == {
        "country of seat": ("Türkiye", "Germany"),
        "kind": ("Foundation", "Network or federation"),
        "city": ("—", "Van"),
        "works in": ("—", "Jordan, Türkiye"),
        "focus areas": ("—", "Education"),
    }


def test_rows_below_and_deeds_are_in_the_same_stream(browser, member, chief):
    suspend(member, by=chief)
    mandate = make_representative(member, by=chief)
    representatives.end_term(mandate, on=datetime.date(2025, 1, 31), by=chief, reason="Resigned.")
    fields = opened(browser, member)
    browser.post(address(member), with_row(fields, "names", value="SEV", kind="acronym", language=""))
    fields = opened(browser, member)
    [row] = [name for name, value in fields.items() if value == "SEV"]
    browser.post(address(member), fields | {row.replace("value", "DELETE"): "on"})
    what = [entry.what for entry in entries(browser, member)]
    for expected in (
        "Entered in the register", "Admitted", "Membership suspended", "Added: suspension", "Term ended",
        "Changed: representative", "Added: name", "Deleted: name", "Added",
    ):  # fmt: skip
        assert expected in what
    deed = next(entry for entry in entries(browser, member) if entry.what == "Membership suspended")
    assert [(change.label, change.after) for change in deed.changes] == [("on", "2024-05-02")]


def test_what_came_without_a_history_begins_one(browser):
    page = reverse("admin:members_country_change", args=["PS"])
    fields = {"version": "1", "reason": "Decided.", "name_overrides_en": "Palestine", "has_flag": "on"}
    assert browser.post(page, fields | {"is_wording_open": "on"}).status_code == 302
    newest, oldest = entries(browser, Country.objects.get(pk="PS"), "country")
    assert (oldest.what, oldest.who) == ("Added", "the command line")
    assert [(change.before, change.after) for change in newest.changes] == [("—", "en: Palestine")]


def test_names_of_people_are_for_those_who_may_know_them(browser, viewer, chief, document):
    member = document.organisation
    mandate = make_representative(member, "Canary Person")
    assert "Canary Person" in told(browser, member)
    assert "Canary Person" not in told(viewer, member)
    half = browser_of(make_user("half", "view_organisation", "view_representative", "view_document"))
    assert "Canary Person" not in told(half, member)
    assert "Statute of 2019" in told(half, member)
    assert "Statute of 2019" not in told(viewer, member)
    people.seal(mandate.person, by=chief, reason="At risk.")
    clerk = browser_of(make_user("clerk", "view_organisation", "view_representative", "view_person"))
    assert f"#{mandate.person_id}" not in told(clerk, member)
    assert "Canary Person" not in told(browser, member)
    assert f"Sealed person {mandate.person_id}" in told(browser, member)


def test_decisions_and_documents_are_numbers_to_those_who_may_not_view_them(member):
    clerk = browser_of(make_user("clerk", "view_organisation", "view_membership"))
    decision = member.memberships.get().admitted_by
    assert f"#{decision.pk}" in told(clerk, member)
    assert str(decision) not in told(clerk, member)


def test_a_sealed_persons_history_is_empty_of_facts(browser, chief):
    person = make_person("Canary Person", email="canary@example.org")
    people.seal(person, by=chief, reason="At risk.")
    page = told(browser, person, "person")
    assert "anary" not in page
    assert "At risk." in page


def test_the_history_of_one_is_not_that_of_another(browser, member):
    other = make_member("Göl Derneği")
    assert "Selvi" not in told(browser, other)
    assert "Göl" not in told(browser, member)


def test_nothing_is_written_to_the_log_of_django(browser, member):
    browser.post(address(member), opened(browser, member) | {"city": "Van"})
    browser.post(
        reverse("admin:members_focusarea_add"), {"slug": "water", "names_en": "Water", "position": "1"}
    )
    assert not LogEntry.objects.exists()
    assert Organisation.objects.get().city == "Van"


def test_a_long_history_is_cut_and_says_so(browser, member, monkeypatch):
    monkeypatch.setattr("members.admin.history.MOST_ENTRIES", 2)
    assert "Only the newest 2 entries are shown." in told(browser, member)


def test_a_user_has_a_history_of_deeds(browser, chief):
    user = make_user("other")
    page = reverse("admin:members_user_change", args=[user.pk])
    fields = {"username": "other", "language": "fr", "is_active": "on", "is_staff": "on"}
    assert browser.post(page, fields | {"first_name": "", "last_name": "", "email": ""}).status_code == 302
    [entry] = entries(browser, user, "user")
    assert (entry.what, entry.who) == ("Account changed", "chief")


def test_every_deed_has_its_words():
    """A deed without words would stand in no filter and in English on every page."""
    sources = [file.read_text() for file in Path(audit.__file__).parent.rglob("*.py")]
    recorded = {verb for source in sources for verb in re.findall(r'(?:record|_done)\(\s*"(\w+)"', source)}
    assert {"admit", "mark", "undo_import", "create_staff"} <= recorded
    assert recorded <= set(VERBS)
