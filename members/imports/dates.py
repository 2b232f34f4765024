"""Years and days as lists write them. What can be read in two ways is a problem, never a guess."""

import datetime
import re
import unicodedata
from functools import cache

from babel import Locale
from django.utils import timezone
from django.utils.translation import gettext as _

from members import text
from members.imports.problems import ValueProblem

FIRST_YEAR = 1000  # of the register's own constraint
OTHER_CALENDARS = range(1300, 1501)  # Hijri and Solar Hijri years of living memory
_OTHER_CALENDAR_COUNTRIES = "AE AF BH DZ EG IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE"
OTHER_CALENDAR_COUNTRIES = frozenset(_OTHER_CALENDAR_COUNTRIES.split())
MONTH_LANGUAGES = ("en", "fr", "es", "ar", "fa", "tr", "id", "ur", "de", "pt", "it", "ru", "nl")
SERIALS = range(20_000, 80_000)  # Excel counts days from 1899-12-30; these are 1954 to 2119
EXCEL_EPOCH = datetime.date(1899, 12, 30)
MONTHS = 12
CENTURY = 100

_BEFORE_YEAR = re.compile(
    r"^(?:(?:est|established|founded|since|in|year|depuis|en|desde|fondée?|fundada|kuruluş|sejak|tahun|عام|سنة|سال)"
    r"\b[\s.:]*)+(?=\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(\d{4})(?:\.0+)?$")
_SERIAL = re.compile(r"^(\d{5})(?:\.0+)?$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_ENDING_IN_YEAR = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
_YEAR_AND_MONTH = re.compile(r"^(?:(\d{4})[-/.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](\d{4}))$")
_WORDED = re.compile(
    r"^(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?([^\W\d_]+)\.?|([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(?:de\s+)?(\d{4})$"
)
_MONTH_AND_YEAR = re.compile(r"^[^\W\d_]+\.?,?\s+(?:de\s+)?(\d{4})$")


def ascii_digits(value: str) -> str:
    """Arabic, Persian and other decimal digits as 0 to 9."""
    if value.isascii():
        return value
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in value)


def year(value: str, *, country: str | None = None) -> int:
    """The year a cell names: 1998, ١٩٩٨, "est. 1998", 1998-05-01. ValueProblem for anything else.

    Years between 1300 and 1500 in Arabic or Persian digits, or from a country where another calendar is in
    use, are refused: 1375 may be 1996.
    """
    plain = ascii_digits(value).strip()
    found = _year_in(_BEFORE_YEAR.sub("", plain))
    if found is None:
        raise ValueProblem(_unreadable_year(value, plain))
    if found > timezone.localdate().year:
        raise ValueProblem(_("The year %(year)d has not come yet.") % {"year": found})
    if found < FIRST_YEAR:
        raise ValueProblem(_("“%(value)s” is no year of four digits.") % {"value": value})
    is_local = not value.isascii() or country in OTHER_CALENDAR_COUNTRIES
    if is_local and found in OTHER_CALENDARS:
        raise ValueProblem(
            _("%(year)d may be of another calendar. Write the year of the Gregorian one.") % {"year": found}
        )
    return found


def _year_in(plain: str) -> int | None:
    for pattern in (_YEAR, _ISO, _YEAR_AND_MONTH):
        if match := pattern.match(plain):
            return int(next(filter(None, match.groups())))
    if match := _ENDING_IN_YEAR.match(plain):
        return int(match[3])
    if match := _WORDED.match(plain):
        return int(match[5]) if text.fold(match[2] or match[3]) in _months() else None
    if match := _MONTH_AND_YEAR.match(plain):
        return int(match[1]) if text.fold(plain).split()[0] in _months() else None
    return None


def _unreadable_year(value: str, plain: str) -> str:
    if plain.isdigit() and len(plain) <= 2:  # noqa: PLR2004
        return _("“%(value)s” has two digits; write the year with four.") % {"value": value}
    return _("“%(value)s” is not a year. Write four digits, such as 1998.") % {"value": value[:60]}


def day(value: str) -> datetime.date:
    """The day a cell names: 2020-04-03, 3 April 2020, 25/04/2020, or Excel's number of a day.

    ValueProblem for what could be two days (03/04/2020), or none.
    """
    plain = " ".join(ascii_digits(value).split())
    if match := _ISO.match(plain):
        return _date(value, match[1], match[2], match[3])
    if match := _ENDING_IN_YEAR.match(plain):
        return _either(value, int(match[1]), int(match[2]), match[3])
    if match := _WORDED.match(plain):
        month = _months().get(text.fold(match[2] or match[3]))
        if month:
            return _date(value, match[5], month, match[1] or match[4])
    if (match := _SERIAL.match(plain)) and int(match[1]) in SERIALS:
        return EXCEL_EPOCH + datetime.timedelta(int(match[1]))
    if _YEAR.match(plain) or _YEAR_AND_MONTH.match(plain) or _MONTH_AND_YEAR.match(plain):
        raise ValueProblem(
            _("“%(value)s” lacks the day. Write the whole date, such as 2019-03-31.") % {"value": value}
        )
    raise ValueProblem(_("“%(value)s” is not a date. Write it as 2019-03-31.") % {"value": value[:60]})


def _either(value: str, first: int, second: int, year_text: str) -> datetime.date:
    if first <= MONTHS and second <= MONTHS and first != second:
        raise ValueProblem(
            _(
                "“%(value)s” can be read as two different days. "
                "Write it as %(year)s-%(a)02d-%(b)02d or %(year)s-%(b)02d-%(a)02d."
            )
            % {"value": value, "year": year_text, "a": first, "b": second}
        )
    return _date(value, year_text, *((second, first) if first > MONTHS else (first, second)))


def _date(value: str, year_text, month, day_text) -> datetime.date:
    try:
        found = datetime.date(int(year_text), int(month), int(day_text))
    except ValueError as error:
        raise ValueProblem(_("“%(value)s” is no day of the calendar.") % {"value": value[:60]}) from error
    if not timezone.localdate().year - 2 * CENTURY <= found.year <= timezone.localdate().year + CENTURY:
        raise ValueProblem(_("The year of “%(value)s” cannot be right.") % {"value": value[:60]})
    return found


@cache
def _months() -> dict[str, int]:
    """Folded names of months in the languages of lists. A name that means two months is left out."""
    found: dict[str, int | None] = {}
    for language in MONTH_LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in Locale.parse(language).months[context][width].items():
                    folded = text.fold(name)
                    found[folded] = month if found.get(folded, month) == month else None
    return {name: month for name, month in found.items() if month}
