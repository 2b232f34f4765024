"""A file has one door: it checks the right, hands the file over as something to save, and takes note."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from members.models import AuditEvent, Document
from tests.admin.conftest import PDF, browser_of, make_user
from tests.admin.html import fields_of

pytestmark = pytest.mark.django_db


def test_download(browser, document, chief):
    address = reverse("admin:members_document_file", args=[document.pk])
    response = browser.get(address)
    assert b"".join(response.streaming_content) == PDF
    assert response.headers["Content-Type"] == "application/pdf"
    assert (
        response.headers["Content-Disposition"] == "attachment; filename*=utf-8''T%C3%BCz%C3%BCk%202019.pdf"
    )
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]
    event = AuditEvent.objects.get(verb="read_document")
    assert (event.actor_id, event.facts) == (chief.pk, {"sha256": document.sha256})


def test_nobody_else_gets_it(viewer, client, document):
    address = reverse("admin:members_document_file", args=[document.pk])
    assert viewer.get(address).status_code == 403
    assert client.get(address).status_code == 302
    assert not AuditEvent.objects.filter(verb="read_document").exists()
    for path in (document.file.url, f"/media/{document.file.name}", f"/static/../media/{document.file.name}"):
        assert client.get(path).status_code == 404


def test_a_file_that_is_not_there(browser, document):
    default_storage.delete(document.file.name)
    address = reverse("admin:members_document_file", args=[document.pk])
    assert browser.get(address).status_code == 404
    assert browser.get(reverse("admin:members_document_file", args=[document.pk + 1])).status_code == 404


def test_no_page_tells_where_it_is_stored(browser, document):
    pages = [
        reverse("admin:members_document_changelist"),
        *[
            reverse(f"admin:members_document_{page}", args=[document.pk])
            for page in ("change", "history", "delete")
        ],
        *[
            reverse(f"admin:members_organisation_{page}", args=[document.organisation_id])
            for page in ("change", "history")
        ],
    ]
    for page in pages:
        assert document.file.name not in browser.get(page).content.decode(), page


def test_only_what_it_is_called_is_changed(browser, document):
    page = reverse("admin:members_document_change", args=[document.pk])
    fields = fields_of(browser.get(page), "document_form") | {"title": "Statute", "reason": "Clearer."}
    assert browser.post(page, fields | {"organisation": "", "sha256": "0" * 64}).status_code == 302
    saved = Document.objects.get()
    assert (saved.title, saved.organisation, saved.sha256) == (
        "Statute",
        document.organisation,
        document.sha256,
    )


def test_deleting_takes_the_file_along(browser, document, chief, django_capture_on_commit_callbacks):
    page = reverse("admin:members_document_delete", args=[document.pk])
    assert browser.get(page).status_code == 200
    refused = browser.post(page, {"post": "yes", "reason": " "}, follow=True)
    assert "say why" in refused.content.decode()
    assert default_storage.exists(document.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        assert browser.post(page, {"post": "yes", "reason": "Sent by mistake."}).status_code == 302
    assert not Document.objects.exists()
    assert not default_storage.exists(document.file.name)
    assert AuditEvent.objects.get(verb="delete").reason == "Sent by mistake."


def test_deleting_needs_its_right(document):
    clerk = browser_of(make_user("clerk", "view_document", "change_document"))
    page = reverse("admin:members_document_delete", args=[document.pk])
    assert clerk.post(page, {"post": "yes", "reason": "x"}).status_code == 403
    assert Document.objects.exists()


@pytest.mark.parametrize("reason", ["a\x00b", "a" + "\u0301" * 9])
def test_a_reason_that_cannot_be_stored(browser, document, reason):
    page = reverse("admin:members_document_delete", args=[document.pk])
    response = browser.post(page, {"post": "yes", "reason": reason}, follow=True)
    assert response.status_code == 200
    assert Document.objects.exists()
