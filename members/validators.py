"""What a value must be: links, phones, addresses, years, uploads. Each refusal says what to do."""

import ipaddress
import secrets
import zipfile
from pathlib import PurePosixPath
from urllib.parse import SplitResult, urlsplit

import phonenumbers
from babel import Locale, UnknownLocaleError
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils import timezone
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _
from PIL import Image

LOGO_BYTES = 2 * 1024 * 1024
LOGO_PIXELS = 40_000_000
LOGO_FORMATS = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}
DOCUMENT_BYTES = 10 * 1024 * 1024
# What the first bytes of each accepted file are (docs/security.md UP-01: extension and content).
DOCUMENT_STARTS = {
    ".pdf": (b"%PDF-",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".docx": (b"PK\x03\x04",),
}
DOCUMENT_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PRIVATE_NAMES = ("localhost", ".localhost", ".local", ".internal", ".lan", ".home.arpa")

email = EmailValidator(_("Write an e-mail address such as office@example.org."))
_url = URLValidator(schemes=["http", "https"])


@deconstructible
class RandomName:
    """Stores an upload under a random name in `folder`, keeping only a known extension."""

    def __init__(self, folder: str):
        self.folder = folder

    def __call__(self, instance, filename: str) -> str:
        suffix = PurePosixPath(filename).suffix.lower()
        known = suffix if suffix in {*DOCUMENT_TYPES, *LOGO_FORMATS.values()} else ""
        return f"{self.folder}/{secrets.token_hex(16)}{known}"

    def __eq__(self, other):
        return isinstance(other, RandomName) and self.folder == other.folder

    __hash__ = None


def year_has_come(value: int) -> None:
    if value > timezone.localdate().year:
        raise ValidationError(_("This year has not come yet."), code="future_year")


def language_tag(value: str) -> None:
    """A language the reader of a page can be told of: known to CLDR, written en, pt-BR or ur-Latn."""
    try:
        Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValidationError(
            _("“%(value)s” is no language code. Write one such as en, ar or tr."),
            code="language",
            params={"value": value},
        ) from error


def phone(value: str) -> None:
    """An international number that can exist, as in +90 286 000 00 00."""
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException as error:
        raise ValidationError(
            _("Write the telephone number with + and the country's code."), code="phone"
        ) from error
    if not phonenumbers.is_possible_number(number):
        raise ValidationError(_("This telephone number is too long or too short."), code="phone")


def public_link(value: str) -> None:
    """An http(s) address on the public internet, without user name, IP number or inner host name."""
    _url(value)
    parts = urlsplit(value)
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.username or parts.password:
        raise ValidationError(_("A link must not carry a user name or password."), code="link")
    if host.endswith(PRIVATE_NAMES) or _is_number(host) or not _has_port_in_range(parts):
        raise ValidationError(_("Write the public address of the website."), code="link")


def _has_port_in_range(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").replace("x", "").isdigit()
    return True


def document(file) -> None:
    """A PDF, JPEG, PNG or DOCX of at most 10 MB, by its extension and by its content."""
    suffix = PurePosixPath(file.name or "").suffix.lower()
    if suffix not in DOCUMENT_STARTS:
        raise ValidationError(_("Choose a PDF, JPEG, PNG or DOCX file."), code="extension")
    if not file.size:
        raise ValidationError(_("The file is empty."), code="empty")
    if file.size > DOCUMENT_BYTES:
        raise ValidationError(_("The file is larger than 10 MB."), code="size")
    file.seek(0)
    start = file.read(16)
    file.seek(0)
    is_right = start.startswith(DOCUMENT_STARTS[suffix])
    if is_right and suffix == ".docx":
        is_right = _is_word_document(file)
    if not is_right:
        raise ValidationError(
            _("The content of the file is not what its name says (%(suffix)s)."),
            code="content",
            params={"suffix": suffix},
        )


def _is_word_document(file) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False
    finally:
        file.seek(0)


def logo(file) -> None:
    """A PNG, JPEG or WebP picture of at most 2 MB and 40 megapixels, not animated."""
    if file.size > LOGO_BYTES:
        raise ValidationError(_("The picture is larger than 2 MB."), code="size")
    file.seek(0)
    try:
        with Image.open(file, formats=list(LOGO_FORMATS)) as picture:
            is_right = picture.width * picture.height <= LOGO_PIXELS and getattr(picture, "n_frames", 1) == 1
            if is_right:
                picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(_("Choose a PNG, JPEG or WebP picture."), code="content") from error
    finally:
        file.seek(0)
    if not is_right:
        raise ValidationError(_("The picture is too large or moves."), code="pixels")
