"""Links, e-mail, telephones, kinds and plain texts of a cell to what the register stores."""

import html
import html.entities
import re
from dataclasses import dataclass

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members import text, validators
from members.imports.problems import ValueProblem
from members.imports.vocabulary import KINDS, STATUSES, Status

_BETWEEN = re.compile(r"\s*[;|\n]\s*|,\s+|\s+(?:and|or|et|ou|y|o|ve|dan|و|/)\s+|\s+(?=(?:https?://|www\.))")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST = re.compile(r"^(?P<scheme>https?)://(?P<host>[^/?#]+)(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_PORTED = re.compile(r"^[^/:]+\.[^/:]+:[0-9]+(/|$)")
_ENTITY = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};)")
PHONE_LETTERS = 20


@dataclass(frozen=True)
class Found:
    """A value, and what was left aside in its cell."""

    value: str
    note: str = ""


def without_entities(value: str) -> str:
    """ "M&eacute;decins" of a web page is "Médecins"; "AT&T;" stays."""
    return _ENTITY.sub(lambda found: _letter(found[0], found[1]), value) if "&" in value else value


def _letter(written: str, name: str) -> str:
    is_known = name.startswith("#") or name in html.entities.html5
    return html.unescape(written) if is_known else written


def line(value: str, limit: int, *, multiline: bool = False) -> str:
    """The text as stored; ValueProblem for what cannot be stored or is too long."""
    try:
        stored = text.normalise(value, multiline=multiline)
    except text.TextError as error:
        raise ValueProblem(str(error)) from error
    if len(stored) > limit:
        raise ValueProblem(
            _("The text has %(count)d letters; at most %(limit)d fit.")
            % {"count": len(stored), "limit": limit}
        )
    return stored


def link(value: str, limit: int = 500) -> Found:
    """A public http(s) address. A missing scheme is added; of several links the first is taken, and said."""
    parts = [part.strip("<>\"' ,") for part in _BETWEEN.split(value)]
    links = [_link(part, limit) for part in parts if part]
    return _first(links, value)


def _link(value: str, limit: int) -> str:
    stored = line(value, limit)
    if not _SCHEME.match(stored) or _PORTED.match(stored):
        stored = "https://" + stored.removeprefix("//")
    if match := _HOST.match(stored):
        stored = f"{match['scheme'].lower()}://{match['host'].lower()}{match['rest']}"
    _validated(validators.public_link, stored, _("“%(value)s” is no web address.") % {"value": value[:80]})
    return line(stored, limit)


def email(value: str, limit: int = 254) -> Found:
    parts = [part.strip("<>\"' ,") for part in _BETWEEN.split(value)]
    found = [line(part.removeprefix("mailto:"), limit) for part in parts if part]
    for address in found:
        _validated(
            validators.email, address, _("“%(value)s” is no e-mail address.") % {"value": address[:80]}
        )
    return _first(found, value)


def phone(value: str, country: str | None) -> Found:
    """An international number; one without + is read as a number of the row's country."""
    parts = [part for part in re.split(r"\s*[;|\n]\s*|\s+/\s+|,\s+", value) if part]
    found = [_phone(part, country) for part in parts]
    first = _first([written for written, _extension in found], value)
    if extension := next((extension for _written, extension in found if extension), ""):
        said = _("The extension %(extension)s is left aside.") % {"extension": extension}
        return Found(first.value, " ".join(filter(None, [first.note, said])))
    return first


def _phone(value: str, country: str | None) -> tuple[str, str]:
    said = _("“%(value)s” is no telephone number. Write it with + and the country's code.") % {
        "value": value[:60]
    }
    try:
        number = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException as error:
        raise ValueProblem(said) from error
    is_international = value.strip().startswith(("+", "00", "＋"))
    is_right = phonenumbers.is_possible_number if is_international else phonenumbers.is_valid_number
    if not is_right(number):
        raise ValueProblem(said)
    extension, number.extension = number.extension or "", None
    for form in (phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.E164):
        written = phonenumbers.format_number(number, form)
        if len(written) <= PHONE_LETTERS:
            break
    return written, extension


def _validated(validator, value: str, said: str) -> None:
    try:
        validator(value)
    except ValidationError as error:
        raise ValueProblem(f"{said} {' '.join(error.messages)}") from error


def _first(found: list[str], value: str) -> Found:
    if not found:
        raise ValueProblem(_("“%(value)s” holds nothing to take over.") % {"value": value[:60]})
    others = [other for other in dict.fromkeys(found) if other != found[0]]
    if not others:
        return Found(found[0])
    said = ngettext(
        "The cell holds one more, which is left aside: %(others)s",
        "The cell holds %(count)d more, which are left aside: %(others)s",
        len(others),
    )
    return Found(found[0], said % {"count": len(others), "others": ", ".join(others)[:200]})


def kind(value: str) -> str | None:
    """The kind a word or legal form stands for; of several, what the known ones agree on; else None."""
    if known := KINDS.get(text.fold(value)):
        return known
    parts = {KINDS.get(text.fold(part)) for part in re.split(r"[,;/|]", value)} - {None}
    return parts.pop() if len(parts) == 1 else None


def status(value: str) -> Status | None:
    """What a word says of the membership; None for a word that is no status of membership."""
    return STATUSES.get(text.fold(value))
