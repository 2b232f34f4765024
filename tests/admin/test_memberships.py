"""Changing the status: each step by a decision, refused in words, and only with its right."""

import datetime

import pytest
from django.urls import reverse

from members.models import AuditEvent, Decision, Membership, MembershipClass, Suspension
from tests.admin.conftest import browser_of, make_user
from tests.factories import end, make_member, make_organisation, suspend

pytestmark = pytest.mark.django_db
DECISION = {
    "decided_on": "2025-02-01", "effective_on": "2025-03-01", "body": "council", "session": "61st session",
    "reference": "C/61/4", "reasons": "Report received.",
}  # fmt: skip


def page_of(organisation, step):
    return reverse("admin:members_organisation_status", args=[organisation.pk]) + f"?step={step}"


def take(browser, organisation, step, **facts):
    return browser.post(page_of(organisation, step), DECISION | facts)


def test_the_whole_life_of_a_membership(browser, chief):
    organisation = make_organisation()
    full, observer = (MembershipClass.objects.get(slug=slug).pk for slug in ("full", "observer"))
    steps = [
        ("admit", {"to": observer}, "2025-03-01", "member"),
        ("change-class", {"to": full}, "2025-04-01", "member"),
        ("suspend", {"reason": "No report."}, "2025-05-01", "suspended"),
        ("reinstate", {}, "2025-06-01", "member"),
        ("end", {"how": "resigned", "barred_until": ""}, "2025-07-01", "member"),
        ("admit", {"to": full}, "2025-09-01", "member"),
    ]
    for step, facts, day, status in steps:
        response = take(browser, organisation, step, effective_on=day, **facts)
        assert response.status_code == 302, step
        assert organisation.status_for(datetime.date.fromisoformat(day)) == status
    kinds = [decision.kind for decision in Decision.objects.order_by("pk")]
    assert kinds == ["admission", "class_change", "suspension", "reinstatement", "ending", "readmission"]
    assert {decision.recorded_by for decision in Decision.objects.all()} == {chief}
    assert AuditEvent.objects.get(verb="end").reason == "Report received."


@pytest.mark.parametrize(
    ("step", "facts", "said"),
    [
        ("admit", {"to": "1"}, "does not follow the status"),
        ("reinstate", {}, "not suspended on that day"),
        ("suspend", {"reason": "x", "effective_on": "2001-01-01"}, "not a member on 2001-01-01"),
        ("change-class", {"to": "1"}, "in this class already"),
        ("end", {"how": "resigned", "barred_until": "2020-01-01"}, "begins when the membership has ended"),
        ("end", {"how": "class_changed"}, "Select a valid choice"),
        ("end", {"how": "resigned", "reasons": ""}, "This field is required"),
        ("end", {"how": "resigned", "reasons": "a\x00b"}, "NUL"),
        ("end", {"how": "resigned", "effective_on": "31 June"}, "Enter a valid date"),
    ],
)
def test_refusals_stand_at_the_form_and_leave_no_decision(browser, step, facts, said):
    full = str(MembershipClass.objects.get(slug="full").pk)
    member = make_member()
    decisions = Decision.objects.count()
    facts = {name: full if name == "to" else value for name, value in facts.items()}
    response = take(browser, member, step, **facts)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert "C/61/4" in response.content.decode()
    assert Decision.objects.count() == decisions


def test_an_end_before_a_recorded_suspension_is_refused_by_the_register(browser):
    member = make_member()
    suspend(member, datetime.date(2026, 1, 1))
    response = take(browser, member, "end", how="resigned", effective_on="2025-03-01")
    assert response.status_code == 200
    assert "contradicts what is recorded" in response.content.decode()
    assert Membership.objects.get().ends_on is None


def test_a_step_taken_twice_happens_once(browser, member):
    assert take(browser, member, "suspend", reason="No report.").status_code == 302
    assert take(browser, member, "suspend", reason="No report.").status_code == 200
    assert Suspension.objects.count() == 1


def test_the_page_opens_with_what_is_possible_today(browser):
    member = make_member()
    suspend(member)
    page = browser.get(reverse("admin:members_organisation_status", args=[member.pk]))
    assert page.context["step"] == "reinstate"
    assert "Today: Membership suspended." in page.content.decode()
    assert browser.get(page_of(member, "abolish")).status_code == 404


def test_each_step_needs_its_own_right(member):
    clerk = browser_of(make_user("clerk", "view_organisation", "add_decision", "add_suspension"))
    assert take(clerk, member, "end", how="resigned").status_code == 403
    assert clerk.get(page_of(member, "admit")).status_code == 403
    assert take(clerk, member, "suspend", reason="No report.").status_code == 302
    page = clerk.get(reverse("admin:members_organisation_status", args=[member.pk]))
    assert [name for name, *_rest in page.context["steps"]] == ["suspend"]


def test_without_any_step_the_page_is_closed(viewer, member):
    assert viewer.get(page_of(member, "end")).status_code == 403
    blind = browser_of(make_user("blind", "add_decision", "add_suspension"))
    assert blind.get(page_of(member, "suspend")).status_code == 403


def test_the_members_page_tells_memberships_to_those_who_may_know(browser, viewer):
    member = make_member()
    suspend(member)
    end(member, datetime.date(2025, 12, 31))
    address = reverse("admin:members_organisation_change", args=[member.pk])
    page = browser.get(address).content.decode()
    assert "No report for two years." in page
    assert "Resigned" in page
    assert "Change status" in page
    page = viewer.get(address).content.decode()
    assert "No report for two years." not in page
    assert "Change status" not in page
    clerk = browser_of(make_user("clerk", "view_organisation", "view_membership"))
    page = clerk.get(address).content.decode()
    assert "Resigned" in page
    assert "No report for two years." not in page
    assert "/admin/members/decision/" not in page
