"""What a value must be, and the words of each refusal."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from members import validators

DOCX = io.BytesIO()
with zipfile.ZipFile(DOCX, "w") as archive:
    archive.writestr("word/document.xml", "<x/>")
OTHER_ZIP = io.BytesIO()
with zipfile.ZipFile(OTHER_ZIP, "w") as archive:
    archive.writestr("run.exe", "MZ")


def picture(kind="PNG", size=(20, 10), **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind, **options)
    return out.getvalue()


def moving() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4 x"),
        ("a.JPG", b"\xff\xd8\xff\xe0x"),
        ("a.png", b"\x89PNG\r\n\x1a\nx"),
        ("a.docx", DOCX.getvalue()),
    ],
)
def test_document_accepted(name, content):
    file = SimpleUploadedFile(name, content)
    validators.document(file)
    assert file.read() == content, "the file is left at its beginning"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.svg", b"<svg/>", "extension"),
        ("a.pdf.exe", b"%PDF-", "extension"),
        ("a", b"%PDF-", "extension"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<html>", "content"),
        ("a.docx", OTHER_ZIP.getvalue(), "content"),
        ("a.docx", b"PK\x03\x04 broken", "content"),
        ("a.pdf", b"%PDF-" + b"x" * (10 * 1024 * 1024), "size"),
    ],
)
def test_document_refused(name, content, code):
    with pytest.raises(ValidationError) as caught:
        validators.document(SimpleUploadedFile(name, content))
    assert caught.value.code == code


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_logo_accepted(kind):
    validators.logo(SimpleUploadedFile("logo", picture(kind)))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg/>", "content"),
        (picture()[:40], "content"),
        (picture("GIF"), "content"),
        (moving(), "pixels"),
        (b"x" * (2 * 1024 * 1024 + 1), "size"),
    ],
)
def test_logo_refused(content, code):
    with pytest.raises(ValidationError) as caught:
        validators.logo(SimpleUploadedFile("logo.png", content))
    assert caught.value.code == code


def test_logo_of_endless_pixels_is_refused_before_it_is_decoded():
    header = bytearray(picture())
    header[16:24] = (60_000).to_bytes(4) + (30_000).to_bytes(4)
    with pytest.raises(ValidationError):
        validators.logo(SimpleUploadedFile("logo.png", bytes(header)))


def test_logo_of_too_many_pixels(monkeypatch):
    monkeypatch.setattr(validators, "LOGO_PIXELS", 100)
    with pytest.raises(ValidationError, match="too large or moves"):
        validators.logo(SimpleUploadedFile("logo.png", picture()))


@pytest.mark.parametrize(
    "value", ["https://example.org", "http://münchen.example/a?b=c", "https://xn--mnchen-3ya.example"]
)
def test_link_accepted(value):
    validators.public_link(value)


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)", "ftp://example.org", "example.org", "http://127.0.0.1:6379/", "http://[::1]/",
        "http://169.254.169.254/latest", "http://0x7f.1/", "http://2130706433/", "http://localhost/",
        "https://example.org:99999/", "https://example.org:0/",
        "https://intranet.local/", "https://user:pass@example.org/", "https://bank.example@evil.example/",
        "http://example.org/\u202egpj.exe and more", "",
    ],
)  # fmt: skip
def test_link_refused(value):
    with pytest.raises(ValidationError):
        validators.public_link(value)


@pytest.mark.parametrize("value", ["+902860000000", "+90 286 000 00 00", "+41 79 000 00 00"])
def test_phone_accepted(value):
    validators.phone(value)


@pytest.mark.parametrize("value", ["0286 000 00 00", "call us", "+90 1", "+9028600000000000000"])
def test_phone_refused(value):
    with pytest.raises(ValidationError):
        validators.phone(value)


@pytest.mark.parametrize("value", ["en", "ar", "pt-BR", "ur-Latn", "zh-Hant"])
def test_language_accepted(value):
    validators.language_tag(value)


@pytest.mark.parametrize("value", ["english", "xx", "e", "en_US!", "qqqq-zz"])
def test_language_refused(value):
    with pytest.raises(ValidationError):
        validators.language_tag(value)


def test_year():
    validators.year_has_come(1998)
    with pytest.raises(ValidationError, match="not come yet"):
        validators.year_has_come(2199)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a.pdf", "b.html", "x" * 400])
def test_random_name(name):
    made = validators.RandomName("documents")(None, name)
    assert made.startswith("documents/")
    assert len(made) < 60
    assert "html" not in made
    assert ".." not in made


def test_random_name_is_the_same_for_migrations():
    assert validators.RandomName("a") == validators.RandomName("a")
    assert validators.RandomName("a") != validators.RandomName("b")
    assert validators.RandomName("a").deconstruct()[1] == ("a",)
