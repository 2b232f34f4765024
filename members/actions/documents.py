"""Files are kept: under a random name, with their hash, for staff only."""

import hashlib
from pathlib import PurePosixPath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from members import audit, text, validators
from members.models import Document


@transaction.atomic
def describe(document: Document, *, by) -> Document:
    """Fills what the file itself says: name, type, size, SHA-256. To be called before a new file is saved."""
    file: UploadedFile = document.file
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    document.file_name = shown_name(file.name)
    document.content_type = validators.DOCUMENT_TYPES[PurePosixPath(file.name).suffix.lower()]
    document.sha256, document.size, document.uploaded_by = digest.hexdigest(), file.size, by
    return document


def shown_name(name: str) -> str:
    """A file's own name, cleaned: no path, no control or direction characters, at most 200 characters."""
    path = PurePosixPath(text.normalise(name.replace("\x00", "").replace("\\", "/")))
    return f"{path.stem[:190]}{path.suffix[:10]}"


@transaction.atomic
def read(document: Document, *, by) -> Document:
    """Records that somebody opened the file."""
    audit.record("read_document", document, by=by, sha256=document.sha256)
    return document
