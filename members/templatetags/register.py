"""Names, days and codes as they are written on every page."""

import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from members import text

register = template.Library()
BRITISH = {"en": "en_GB"}


def _locale() -> str:
    return BRITISH.get(get_language(), get_language())


@register.simple_tag
def name(value):
    """A name of an organisation in `<bdi>` with its language and direction; nothing for None."""
    if value is None:
        return ""
    return bdi(value.value, value.language)


@register.simple_tag
def bdi(value: str, language: str = ""):
    """Any text that people typed, kept from turning the text around it."""
    direction = text.direction_of(value)
    if language:
        return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction, value)
    return format_html('<bdi dir="{}">{}</bdi>', direction, value)


@register.simple_tag
def day(value: datetime.date | None):
    """A date in words of the page's language."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), in_words(value))


def in_words(value: datetime.date) -> str:
    """A date in words of the page's language, for a sentence."""
    return format_date(value, "long", locale=_locale())


@register.filter
def language_name(code: str) -> str:
    """A language in the words of the page's, "Turkish" for "tr"; the code where CLDR knows none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(get_language()) or code
    except (UnknownLocaleError, ValueError):
        return code


@register.filter
def shown_link(url: str) -> str:
    """A web address as people say it."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").removesuffix("/")


@register.filter
def flag(country) -> str:
    """The file of a country's flag among the static files."""
    return f"flags/{country.pk.lower()}.svg"
