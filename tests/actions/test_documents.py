"""Files say what they are, under a clean name."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from members.actions import documents
from members.models import AuditEvent, Document

PDF = b"%PDF-1.7 a letter"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make(name, staff):
    document = Document(kind="letter", title="Letter", file=SimpleUploadedFile(name, PDF))
    documents.describe(document, by=staff).save()
    return document


def test_describe(staff):
    document = make("Letter of 2024.PDF", staff)
    assert document.file_name == "Letter of 2024.PDF"
    assert document.content_type == "application/pdf"
    assert document.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (document.size, document.uploaded_by) == (len(PDF), staff)
    assert document.file.name.startswith("documents/")
    assert "Letter" not in document.file.name


def test_the_same_bytes_and_name_twice_are_two_files(staff):
    one, two = make("a.pdf", staff), make("a.pdf", staff)
    assert one.file.name != two.file.name
    assert one.sha256 == two.sha256


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../x.pdf", "x.pdf"),
        ("c:\\temp\\y.pdf", "y.pdf"),
        ("a\x00b.pdf", "ab.pdf"),
        ("x" * 300 + ".pdf", "x" * 190 + ".pdf"),
    ],
)
def test_shown_name(given, shown):
    assert documents.shown_name(given) == shown


def test_reading_is_recorded(staff):
    document = make("a.pdf", staff)
    documents.read(document, by=staff)
    assert AuditEvent.objects.first().verb == "read_document"
