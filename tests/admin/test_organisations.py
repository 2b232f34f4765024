"""The page of a member: one form with what belongs to it, one version, one reason."""

import datetime
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members import revision
from members.models import (
    AuditEvent,
    Document,
    Organisation,
    OrganisationName,
    OrganisationText,
    Representative,
)
from members.search import query
from tests.admin.conftest import PDF, browser_of, make_user
from tests.admin.html import fields_of
from tests.factories import make_focus_area, make_member, make_person, make_representative

pytestmark = pytest.mark.django_db
FORM = "organisation_form"


def address(row, page="change"):
    return reverse(f"admin:members_organisation_{page}", args=[row.pk])


def opened(browser, row) -> dict:
    return fields_of(browser.get(address(row)), FORM) | {"reason": "Letter of 3 March."}


def with_row(fields: dict, prefix: str, **row) -> dict:
    """The fields with one more row below the page."""
    count = int(fields[f"{prefix}-TOTAL_FORMS"])
    added = {f"{prefix}-{count}-{name}": value for name, value in row.items()}
    return fields | added | {f"{prefix}-TOTAL_FORMS": str(count + 1)}


def test_saving_without_a_change_changes_nothing(browser, member):
    number, _day = revision.current()
    assert browser.post(address(member), opened(browser, member)).status_code == 302
    assert Organisation.objects.get().version == member.version
    assert revision.current()[0] == number


def test_a_change_needs_a_reason_and_has_a_history(browser, member, chief):
    fields = opened(browser, member) | {"city": "İzmir"}
    refused = browser.post(address(member), fields | {"reason": ""})
    assert refused.status_code == 200
    assert "İzmir" in refused.content.decode()
    assert Organisation.objects.get().city == ""
    number, _day = revision.current()
    assert browser.post(address(member), fields).status_code == 302
    saved = Organisation.objects.get()
    assert (saved.city, saved.version) == ("İzmir", member.version + 1)
    record = saved.history.first()
    assert (record.history_user, record.history_change_reason) == (chief, "Letter of 3 March.")
    assert revision.current()[0] == number + 1


def test_a_private_change_does_not_raise_the_revision(browser, member):
    number, _day = revision.current()
    browser.post(address(member), opened(browser, member) | {"note": "Calls back in May."})
    assert Organisation.objects.get().note == "Calls back in May."
    assert revision.current()[0] == number


def test_number_and_version_are_not_entered(browser, member):
    fields = opened(browser, member) | {
        "number": "TR-9999",
        "sort_name": "zzz",
        "merged_into": "1",
        "city": "Van",
    }
    browser.post(address(member), fields)
    saved = Organisation.objects.get()
    assert (saved.number, saved.sort_name, saved.merged_into) == (member.number, member.sort_name, None)


def test_a_new_name_is_found_at_once(browser, member):
    fields = with_row(
        opened(browser, member), "names", value="Selvi River Foundation", kind="translation", language="en"
    )
    assert browser.post(address(member), fields).status_code == 302
    assert query.find("selvi river").organisation_ids == [member.pk]
    name = OrganisationName.objects.get(language="en")
    assert name.history.get().history_change_reason == "Letter of 3 March."
    assert Organisation.objects.get().version == member.version + 1


def test_a_corrected_official_name_moves_the_member_in_the_list(browser, member):
    fields = opened(browser, member) | {"names-0-value": "Ağaç Vakfı"}
    assert browser.post(address(member), fields).status_code == 302
    assert Organisation.objects.get().sort_name == "agac vakfi"
    assert OrganisationName.objects.get().version == 2


@pytest.mark.parametrize("change", [{"names-0-DELETE": "on"}, {"names-0-kind": "alias"}])
def test_an_official_name_must_stay(browser, member, change):
    response = browser.post(address(member), opened(browser, member) | change)
    assert response.status_code == 200
    assert "exactly one official name" in response.content.decode()
    assert OrganisationName.objects.get().kind == "official"


def test_the_official_name_passes_on_in_one_submission(browser, member):
    """As the guide for the secretariat says: the old one gets its last day, the new one is added."""
    fields = opened(browser, member) | {"names-0-valid_until": "2025-01-31"}
    fields = with_row(
        fields, "names", value="Yeni Vakıf", kind="official", language="tr", valid_from="2025-02-01"
    )
    assert browser.post(address(member), fields).status_code == 302
    assert [name.value for name in member.names.official_now()] == ["Yeni Vakıf"]
    assert member.names.count() == 2


def test_a_post_passes_on_in_one_submission(browser, member):
    make_representative(member)
    fields = with_row(
        opened(browser, member), "representatives", person=make_person("Deniz Uslu").pk, function="delegate",
        rank="principal", starts_on="2025-01-01", appointment="elected",
    )  # fmt: skip
    saved = browser.post(address(member), fields | {"representatives-0-ends_on": "2024-12-31"})
    assert saved.status_code == 302
    assert Representative.objects.count() == 2


def test_a_name_is_removed(browser):
    member = make_member(names=[("SEV", "acronym", "")])
    fields = opened(browser, member)
    [row] = [name for name, value in fields.items() if value == "SEV"]
    assert browser.post(address(member), fields | {row.replace("value", "DELETE"): "on"}).status_code == 302
    assert OrganisationName.objects.get().kind == "official"
    gone = OrganisationName.history.filter(history_type="-").get()
    assert gone.history_change_reason == "Letter of 3 March."


def test_texts_and_choices_are_saved(browser, member):
    area = make_focus_area()
    fields = with_row(opened(browser, member), "texts", language="tr", summary="Okul kurar.", description="")
    fields |= {"focus_areas": [area.pk], "works_in": ["TR", "DE"]}
    assert browser.post(address(member), fields).status_code == 302
    saved = Organisation.objects.get()
    assert OrganisationText.objects.get().summary == "Okul kurar."
    assert [country.pk for country in saved.works_in.all()] == ["DE", "TR"]
    assert opened(browser, saved)["works_in"] == ["DE", "TR"]


def test_a_representative_is_appointed_and_a_term_ended(browser, member):
    person = make_person()
    row = {"person": person.pk, "function": "delegate", "rank": "principal", "appointment": "elected"}
    fields = with_row(opened(browser, member), "representatives", starts_on="2024-03-01", **row)
    assert browser.post(address(member), fields).status_code == 302
    mandate = Representative.objects.get()
    assert AuditEvent.objects.filter(verb="appoint", reason="Letter of 3 March.").exists()
    fields = opened(browser, member) | {
        "representatives-0-ends_on": "2024-12-31",
        "representatives-0-person": "999",
    }
    assert browser.post(address(member), fields).status_code == 302
    mandate.refresh_from_db()
    assert (mandate.person, mandate.ends_on, mandate.version) == (person, datetime.date(2024, 12, 31), 2)


def test_two_principals_in_one_submission_are_refused(browser, member):
    fields = opened(browser, member)
    for name in ("Elif Karaca", "Deniz Uslu"):
        fields = with_row(
            fields, "representatives", person=make_person(name).pk, function="delegate", rank="principal",
            starts_on="2024-03-01", appointment="elected",
        )  # fmt: skip
    response = browser.post(address(member), fields)
    assert response.status_code == 200
    assert "Two principals" in response.content.decode()
    assert not Representative.objects.exists()


@pytest.mark.parametrize("starts_on", ["", "2025-01-01"])
def test_principals_one_after_the_other_are_right(browser, member, starts_on):
    make_representative(member, ends_on=datetime.date(2024, 12, 31))
    fields = with_row(
        opened(browser, member), "representatives", person=make_person("Deniz Uslu").pk, function="delegate",
        rank="principal", starts_on=starts_on, appointment="elected",
    )  # fmt: skip
    response = browser.post(address(member), fields)
    assert response.status_code == (302 if starts_on else 200)
    assert Representative.objects.count() == (2 if starts_on else 1)


def test_a_document_is_stored_and_its_file_stays(browser, member, chief):
    file = SimpleUploadedFile("Tüzük.pdf", PDF, "application/pdf")
    fields = with_row(opened(browser, member), "documents", kind="statute", title="Statute", file=file)
    assert browser.post(address(member), fields).status_code == 302
    document = Document.objects.get()
    assert (document.file_name, document.uploaded_by, document.size) == ("Tüzük.pdf", chief, len(PDF))
    other = SimpleUploadedFile("other.pdf", b"%PDF-1.7 other", "application/pdf")
    fields = opened(browser, member) | {"documents-0-title": "Statute of 2019", "documents-0-file": other}
    assert browser.post(address(member), fields).status_code == 302
    changed = Document.objects.get()
    assert (changed.title, changed.sha256, changed.file.name) == (
        "Statute of 2019",
        document.sha256,
        document.file.name,
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", b"<script>"), ("a.pdf", b"<script>"), ("a.pdf", b""), ("e" + "\u0301" * 9 + ".pdf", PDF)],
)
def test_a_file_that_is_refused_is_an_error_at_its_field(browser, member, name, content):
    file = SimpleUploadedFile(name, content, "application/pdf")
    fields = with_row(opened(browser, member), "documents", kind="statute", title="Statute", file=file)
    response = browser.post(address(member), fields)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not Document.objects.exists()


def test_entering_a_new_organisation(browser, chief):
    page = browser.get(reverse("admin:members_organisation_add"))
    fields = fields_of(page, FORM) | {
        "official_name": "مؤسسة النهر",
        "language": "ar",
        "country": "JO",
        "city": "عمّان",
    }
    response = browser.post(
        reverse("admin:members_organisation_add"), fields | {"reason": "Applied."}, follow=True
    )
    organisation = Organisation.objects.get()
    assert organisation.number == "JO-0001"
    assert "JO-0001" in response.content.decode()
    assert organisation.history.latest().history_change_reason == "Applied."
    assert AuditEvent.objects.get(verb="register").actor_id == chief.pk


def test_a_new_organisation_with_a_wrong_fact_takes_no_number(browser):
    fields = {"official_name": "", "country": "XX", "language": "x!"}
    response = browser.post(reverse("admin:members_organisation_add"), fields)
    assert response.status_code == 200
    assert response.context["adminform"].form.errors.keys() >= {"official_name", "country", "language"}
    assert not Organisation.objects.exists()


def test_the_public_page_is_linked_while_there_is_one(browser, member):
    link = f'href="{member.get_absolute_url()}"'
    assert link in browser.get(address(member)).content.decode()
    Organisation.objects.update(is_listed=False)
    assert link not in browser.get(address(member)).content.decode()


def test_an_official_name_is_changed_from_a_day(browser, member):
    page = address(member, "official_name")
    fields = {"value": "Selvi Vakfı", "language": "tr", "on": "2020-05-01", "reason": "Statute of 2020."}
    assert "Nothing was done" in browser.post(page, fields | {"reason": ""}).content.decode()
    assert browser.post(page, fields).status_code == 302
    assert Organisation.objects.get().title == "Selvi Vakfı"
    same = browser.post(page, fields | {"on": "2021-01-01"})
    assert "This name is there already." in same.content.decode()
    again = browser.post(page, fields | {"value": "Göl Vakfı", "on": "2019-01-01"})
    assert "later than that day" in again.content.decode()


def test_changing_the_official_name_needs_the_rights(member):
    browser = browser_of(make_user("half", "view_organisation", "change_organisation"))
    assert browser.get(address(member, "official_name")).status_code == 403


def test_forged_posts_of_somebody_who_only_views(viewer, browser, member):
    fields = with_row(opened(browser, member), "names", value="Forged", kind="alias", language="")
    for extra in ({}, {"_saveasnew": "1"}, {"_continue": "1"}):
        response = viewer.post(address(member), fields | {"city": "Forged"} | extra)
        assert response.status_code in {400, 403}
    assert Organisation.objects.get().city == ""
    assert OrganisationName.objects.count() == 1
    assert viewer.post(reverse("admin:members_organisation_add"), fields).status_code == 403


def test_forged_rows_of_somebody_who_may_change_the_page_alone(browser, member):
    clerk = browser_of(make_user("clerk", "view_organisation", "change_organisation"))
    fields = with_row(opened(browser, member), "names", value="Forged", kind="alias", language="")
    fields |= {"names-0-value": "Forged too", "city": "Van"}
    assert clerk.post(address(member), fields).status_code == 302
    assert Organisation.objects.get().city == "Van"
    assert [name.value for name in OrganisationName.objects.all()] == ["Selvi Irmağı Eğitim Vakfı"]


def test_rows_of_another_organisation_cannot_be_taken(browser, member):
    other = make_member("Göl Derneği")
    foreign = other.names.get()
    fields = opened(browser, member) | {"names-0-id": str(foreign.pk), "names-0-value": "Taken"}
    response = browser.post(address(member), fields)
    assert response.status_code == 200
    foreign.refresh_from_db()
    assert (foreign.value, foreign.organisation) == ("Göl Derneği", other)


@pytest.mark.parametrize("total", ["1000", "2000000000", "-1", "x"])
def test_forged_counts_of_rows(browser, member, total):
    fields = opened(browser, member) | {"names-TOTAL_FORMS": total}
    assert browser.post(address(member), fields).status_code in {200, 302, 400}
    assert OrganisationName.objects.count() == 1


def test_nothing_is_saved_as_new(browser, member):
    assert browser.post(address(member), opened(browser, member) | {"_saveasnew": "1"}).status_code == 400
    assert Organisation.objects.count() == 1


def test_an_address_does_not_fill_in_a_form(browser):
    page = browser.get(reverse("admin:members_organisation_add"), {"city": "Planted", "country": "TR"})
    assert "Planted" not in page.content.decode()


BROKEN = {
    "NUL": "a\x00b", "control": "a\x1bb", "marks": "a" + "\u0301" * 150,
    "long": "x" * 5_001, "private": "\ue000",
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize(
    "field", ["city", "names-0-value", "note", "reason", "legal_number", "website", "phone"]
)
def test_text_that_cannot_be_stored_is_an_error_at_its_field(browser, member, field, broken):
    response = browser.post(address(member), opened(browser, member) | {field: broken})
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    saved = Organisation.objects.get()
    assert saved.version == member.version


def test_bytes_that_are_no_text_do_no_harm(browser, member):
    """A surrogate and invalid UTF-8 reach no form: Django reads them as replacement characters."""
    fields = {name: value for name, value in opened(browser, member).items() if isinstance(value, str)}
    body = f"{urlencode(fields)}&note=%ED%A0%80%FF&note%FF=1".encode()
    response = browser.post(address(member), body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 302
    assert set(Organisation.objects.get().note) == {"\ufffd"}


def test_wrong_numbers_are_errors(browser, member):
    for year in ("-1", "99999999999999999999", "1e400", "NaN", "abc", "3000"):
        response = browser.post(address(member), opened(browser, member) | {"founded_year": year})
        assert response.status_code == 200, year
        assert response.context["adminform"].form.errors.keys() == {"founded_year"}
