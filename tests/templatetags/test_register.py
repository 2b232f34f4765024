"""Names, days and codes as they are written."""

import datetime

import pytest
from django.utils.translation import override

from members.models import Country, OrganisationName
from members.templatetags.register import bdi, day, flag, language_name, name, shown_link


def test_name():
    assert name(OrganisationName(value="جمعية", language="ar")) == '<bdi lang="ar" dir="rtl">جمعية</bdi>'
    assert name(OrganisationName(value="SIEV")) == '<bdi dir="ltr">SIEV</bdi>'
    assert name(None) == ""


def test_typed_text_is_escaped():
    assert bdi("<b>", 'e"n') == '<bdi lang="e&quot;n" dir="ltr">&lt;b&gt;</bdi>'
    assert bdi("2030") == '<bdi dir="auto">2030</bdi>'


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "12 March 2026"),
        ("ar", "12 مارس 2026"),
        ("fr", "12 mars 2026"),
        ("es", "12 de marzo de 2026"),
        ("tr", "12 Mart 2026"),
        ("id", "12 Maret 2026"),
    ],
)
def test_day(language, words):
    with override(language):
        assert day(datetime.date(2026, 3, 12)) == f'<time datetime="2026-03-12">{words}</time>'
    assert day(None) == ""


def test_days_have_latin_digits_in_every_language():
    for language in ("ar", "fa", "ur"):
        with override(language):
            assert "2026</time>" in day(datetime.date(2026, 3, 12)) or ">12" in day(
                datetime.date(2026, 3, 12)
            )


def test_language_names():
    with override("en"):
        assert [language_name(code) for code in ("tr", "ur-Latn", "zz", "?")] == [
            "Turkish",
            "Urdu",
            "zz",
            "?",
        ]
    with override("ar"):
        assert language_name("tr") == "التركية"


def test_links_and_flags():
    assert shown_link("https://www.selvi.example.org/") == "selvi.example.org"
    assert shown_link("http://example.org/a/") == "example.org/a"
    assert flag(Country(code="TR")) == "flags/tr.svg"
