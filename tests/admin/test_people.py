"""People at risk: sealed, read under record, and not there for those without the right."""

import datetime

import pytest
from django.urls import reverse

from members.actions import people
from members.models import AuditEvent, Person, Representative
from members.models.base import today
from tests.admin.conftest import browser_of, make_user
from tests.admin.html import fields_of
from tests.factories import make_member, make_person, make_representative

pytestmark = pytest.mark.django_db
CANARY = "Canary Person"


def page_of(person, page="change"):
    return reverse(f"admin:members_person_{page}", args=[person.pk])


@pytest.fixture
def clerk(db):
    rights = [
        f"{verb}_{model}" for verb in ("view", "change", "add") for model in ("person", "representative")
    ]
    return browser_of(make_user("clerk", "view_organisation", "change_organisation", *rights))


@pytest.fixture
def sealed(chief):
    member = make_member()
    mandate = make_representative(member, CANARY)
    return people.seal(mandate.person, by=chief, reason="At risk.")


def test_a_person_is_entered_and_changed(clerk):
    page = reverse("admin:members_person_add")
    fields = fields_of(clerk.get(page), "person_form") | {
        "full_name": "Elif Karaca",
        "phone": "+90 286 000 00 00",
    }
    assert clerk.post(page, fields).status_code == 302
    person = Person.objects.get()
    fields = fields_of(clerk.get(page_of(person)), "person_form") | {
        "name_audience": "public",
        "reason": "Consent.",
    }
    refused = clerk.post(page_of(person), fields)
    assert "without a dated consent" in refused.content.decode()
    assert clerk.post(page_of(person), fields | {"consented_on": "2025-02-01"}).status_code == 302
    assert Person.objects.get().history.first().history_change_reason == "Consent."


def test_sealing_by_somebody_who_then_knows_no_more(clerk):
    person = make_person(CANARY)
    assert "Seal: a person at risk" in clerk.get(page_of(person)).content.decode()
    assert clerk.post(page_of(person, "seal"), {"reason": ""}).status_code == 200
    response = clerk.post(page_of(person, "seal"), {"reason": "Threatened."})
    assert response.url == reverse("admin:members_person_changelist")
    assert Person.objects.get().is_sealed
    for page in ("change", "history", "seal", "reveal", "unseal"):
        assert clerk.get(page_of(person, page)).status_code == 404


def test_sealing_twice_is_refused(browser, sealed):
    response = browser.post(page_of(sealed, "seal"), {"reason": "Again."})
    assert "sealed already" in response.content.decode()
    person = make_person()
    assert browser.post(page_of(person, "seal"), {"reason": "x"}).url == page_of(person)
    assert (
        "not sealed"
        in browser.post(page_of(make_person("Other"), "unseal"), {"reason": "x"}).content.decode()
    )


def test_reading_shows_once_and_is_recorded(browser, sealed, chief):
    page = page_of(sealed, "reveal")
    assert CANARY not in browser.get(page).content.decode()
    assert CANARY not in browser.post(page, {"reason": ""}).content.decode()
    assert not AuditEvent.objects.filter(verb="reveal").exists()
    response = browser.post(page, {"reason": "To write to her."})
    assert CANARY in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert AuditEvent.objects.get(verb="reveal").reason == "To write to her."
    assert CANARY not in browser.get(page_of(sealed)).content.decode()


def test_a_sealed_person_is_not_edited(browser, sealed):
    page = browser.get(page_of(sealed))
    assert 'name="full_name"' not in page.content.decode()
    assert browser.post(page_of(sealed), {"full_name": "x", "version": sealed.version}).status_code == 403


def test_unsealing(browser, sealed):
    assert browser.get(page_of(sealed, "unseal")).status_code == 200
    assert browser.post(page_of(sealed, "unseal"), {"reason": "Safe now."}).status_code == 302
    assert Person.objects.get().full_name == CANARY


def test_the_right_to_see_is_not_the_right_to_unseal(sealed):
    reader = browser_of(make_user("reader", "view_person", "view_sealed_person"))
    assert reader.get(page_of(sealed)).status_code == 200
    assert reader.get(page_of(sealed, "unseal")).status_code == 403
    assert reader.get(page_of(sealed, "seal")).status_code == 403
    assert reader.get(page_of(sealed, "reveal")).status_code == 200


def test_filters_tell_nothing_of_people_at_risk(clerk, browser, sealed):
    page = reverse("admin:members_person_changelist")
    assert clerk.get(page, {"is_sealed__exact": "1"}).status_code == 400
    assert browser.get(page, {"is_sealed__exact": "1"}).status_code == 200
    assert not clerk.get(page).context["cl"].result_list


def test_mandates_of_people_at_risk(clerk, browser, sealed):
    mandate = Representative.objects.get()
    term = reverse("admin:members_representative_change", args=[mandate.pk])
    organisation = reverse("admin:members_organisation_change", args=[mandate.organisation_id])
    replace = reverse("admin:members_organisation_replace", args=[mandate.organisation_id, mandate.pk])
    assert clerk.get(term).status_code == 404
    assert clerk.get(replace).status_code == 404
    assert "Sealed person" not in clerk.get(organisation).content.decode()
    assert browser.get(term).status_code == 200
    assert "Sealed person" in browser.get(organisation).content.decode()


class TestReplace:
    FACTS = {"on": "2025-06-01", "appointment": "elected", "reason": "Elected on 20 May."}

    def page(self, mandate):
        return reverse("admin:members_organisation_replace", args=[mandate.organisation_id, mandate.pk])

    def test_the_post_passes_to_a_successor(self, clerk):
        mandate = make_representative(make_member())
        successor = make_person("Deniz Uslu")
        assert "Elif Karaca" in clerk.get(self.page(mandate)).content.decode()
        assert clerk.post(self.page(mandate), self.FACTS | {"person": successor.pk}).status_code == 302
        old, new = Representative.objects.order_by("starts_on")
        assert (str(old.ends_on), str(new.starts_on), new.person) == ("2025-05-31", "2025-06-01", successor)
        assert new.organisation.version == 3
        assert AuditEvent.objects.filter(verb="appoint", reason="Elected on 20 May.").exists()

    def test_refusals(self, clerk, sealed):
        mandate = make_representative(make_member("Göl Derneği"), "Deniz Uslu")
        page = clerk.post(self.page(mandate), self.FACTS | {"person": sealed.pk}).content.decode()
        assert "Select a valid choice" in page
        early = self.FACTS | {"person": make_person("Ada Su").pk, "on": "2024-01-01"}
        assert "begins on that day or later" in clerk.post(self.page(mandate), early).content.decode()
        assert mandate.organisation.representatives.count() == 1

    def test_a_mandate_of_another_organisation(self, clerk):
        mandate, other = make_representative(make_member()), make_member("Göl Derneği")
        page = reverse("admin:members_organisation_replace", args=[other.pk, mandate.pk])
        assert clerk.get(page).status_code == 404

    def test_without_the_right(self, viewer):
        mandate = make_representative(make_member())
        assert viewer.get(self.page(mandate)).status_code == 403


def test_a_term_is_corrected_on_its_own_page(clerk, document):
    mandate = make_representative(document.organisation)
    page = reverse("admin:members_representative_change", args=[mandate.pk])
    opened = clerk.get(page)
    assert "Statute of 2019" not in opened.content.decode()
    fields = fields_of(opened, "representative_form") | {"has_vote": "on", "person": "1", "reason": "Letter."}
    assert clerk.post(page, fields).status_code == 302
    mandate.refresh_from_db()
    assert (mandate.has_vote, mandate.version) == (True, 2)


def test_the_letter_of_appointment_is_one_of_the_organisations_own(browser, document):
    mandate = make_representative(document.organisation)
    page = reverse("admin:members_representative_change", args=[mandate.pk])
    assert "Statute of 2019" in browser.get(page).content.decode()
    other = make_representative(make_member("Göl Derneği"), "Deniz Uslu")
    page = reverse("admin:members_representative_change", args=[other.pk])
    assert "Statute of 2019" not in browser.get(page).content.decode()
    fields = fields_of(browser.get(page), "representative_form") | {
        "appointed_with": document.pk,
        "reason": "x",
    }
    assert "Select a valid choice" in browser.post(page, fields).content.decode()


@pytest.mark.parametrize(
    ("term", "count"), [("", 4), ("running", 2), ("ending", 1), ("future", 1), ("ended", 1)]
)
def test_lists_of_terms(browser, term, count):
    day = datetime.timedelta(days=1)
    member = make_member()
    for name, starts, ends in [
        ("A", today() - 900 * day, None),
        ("B", today() - 900 * day, today() + 30 * day),
        ("C", today() + 30 * day, None),
        ("D", today() - 900 * day, today() - day),
    ]:
        make_representative(
            member, name, function="treasurer", rank="alternate", starts_on=starts, ends_on=ends
        )
    page = browser.get(reverse("admin:members_representative_changelist"), {"term": term} if term else {})
    assert len(page.context["cl"].result_list) == count
    if term == "ending":
        assert '<td class="field-days_left">30</td>' in page.content.decode()
