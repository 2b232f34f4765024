"""Whatever stands in a text field, it is text on every page (docs/security.md IN-01 to IN-03)."""

import pytest
from django.urls import reverse

from members.models import FocusArea, MembershipClass, Organisation, Person
from tests.admin.test_organisations import address, opened, with_row
from tests.factories import make_member, make_representative

pytestmark = pytest.mark.django_db
POLYGLOT = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}</textarea><!--"


@pytest.fixture
def hostile(chief, document):
    """An organisation in every text field of which the polyglot stands, put there past every form."""
    member = document.organisation
    texts = ["city", "address", "email", "website", "legal_number", "legal_register", "note"]
    Organisation.objects.update(**dict.fromkeys(texts, POLYGLOT), phone=POLYGLOT[:20])
    member.names.update(value=POLYGLOT, language="tr")
    member.texts.create(language="en", summary=POLYGLOT, description=POLYGLOT)
    make_representative(member, by=chief)
    Person.objects.update(full_name=POLYGLOT, latin_name=POLYGLOT, note=POLYGLOT, email=POLYGLOT)
    document.title = document.file_name = POLYGLOT
    document.save()
    MembershipClass.objects.update(names={"en": POLYGLOT})
    FocusArea.objects.create(slug="x", names={"en": POLYGLOT})
    chief.first_name = chief.last_name = POLYGLOT
    chief.save()
    row = Organisation.objects.get()
    row._change_reason = POLYGLOT
    row.save()
    return row


def pages_of(row):
    yield reverse("admin:index")
    yield reverse("admin:members_organisation_changelist") + "?q=<script>alert(1)</script>&region=145"
    for page in ("change", "history", "delete", "status", "official_name"):
        yield reverse(f"admin:members_organisation_{page}", args=[row.pk])
    for model in ("person", "representative", "document"):
        yield reverse(f"admin:members_{model}_changelist")
    yield reverse("admin:members_representative_change", args=[row.representatives.get().pk])
    yield reverse("admin:members_organisation_replace", args=[row.pk, row.representatives.get().pk])
    yield reverse("admin:members_person_seal", args=[row.representatives.get().person_id])
    yield reverse("admin:members_document_delete", args=[row.documents.get().pk])


def is_inert(page: str) -> bool:
    return "<img src=x" not in page and "<script>alert" not in page and "{{7*7}}</textarea>" not in page


def test_pages(browser, hostile):
    for page in pages_of(hostile):
        response = browser.get(page)
        assert response.status_code == 200, page
        assert is_inert(response.content.decode()), page


def test_a_failed_save_and_a_conflict(browser, hostile):
    fields = opened(browser, hostile) | {"city": POLYGLOT, "version": "77"}
    fields = with_row(fields, "names", value=POLYGLOT, kind="alias", language=POLYGLOT)
    response = browser.post(address(hostile), fields)
    assert response.status_code == 409
    assert is_inert(response.content.decode())


def test_what_was_done_is_said_as_text(browser):
    member = make_member(POLYGLOT)
    member.names.update(language="en")
    page = browser.post(address(member), opened(browser, member) | {"city": "Van"}, follow=True)
    assert "successfully" in page.content.decode()
    assert is_inert(page.content.decode())


def test_marks_that_turn_the_direction_do_not_come_in(browser, member):
    fields = opened(browser, member) | {"city": "\u202eVan\u2066", "note": "A\u200bB\u202dC"}
    assert browser.post(address(member), fields).status_code == 302
    saved = Organisation.objects.get()
    assert (saved.city, saved.note) == ("Van", "ABC")
    fields = opened(browser, member) | {"names-0-value": "موسسه\u200cی نهر"}
    assert browser.post(address(member), fields).status_code == 302
    assert member.names.get().value == "موسسه\u200cی نهر"


NO_KEYS = ["x", "1e400", "-1", str(2**63), "a\x00b", "\u202e"]


@pytest.mark.parametrize("key", NO_KEYS)
def test_what_is_no_key_is_an_error_at_its_choice(browser, member, key):
    mandate = make_representative(member)
    fields = opened(browser, member) | {"country": key, "works_in": [key], "focus_areas": [key]}
    row = {"person": key, "function": "head", "rank": "principal", "starts_on": "2024-03-01"}
    page = browser.post(address(member), with_row(fields, "representatives", **row))
    assert page.status_code == 200
    assert {"country", "works_in", "focus_areas"} <= set(page.context["adminform"].form.errors)
    replace = reverse("admin:members_organisation_replace", args=[member.pk, mandate.pk])
    page = browser.post(replace, {"person": key, "on": "2025-01-01", "reason": "x"})
    assert "person" in page.context["form"].errors
    text = {"page": key, "language": "en", "title": "T", "body": "B"}
    page = browser.post(reverse("admin:members_pagetext_add"), text)
    assert "page" in page.context["adminform"].form.errors
    page = browser.post(reverse("admin:auth_group_add"), {"name": "Readers", "permissions": [key]})
    assert "permissions" in page.context["adminform"].form.errors
    assert browser.get(reverse("admin:members_organisation_changelist"), {"country": key}).status_code in {
        302,
        400,
    }
