"""Letters and grounds of monograms."""

import pytest

from members import text
from members.models import OrganisationName
from members.templatetags.monogram import GROUNDS, ground, letters, monogram


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Selvi River Education and Solidarity Foundation", "SR"),
        ("The Society of the Friends", "SF"),
        ("Fédération de la Vallée des Oliviers", "FV"),
        ("Kaduna Girls’ Learning Trust", "KG"),
        ("„Sedam mostova“ Mostar", "SM"),
        ("çınar altı", "ÇA"),
        ("Perkumpulan", "P"),
        ("جمعية وادي الزيتون", "و"),
        ("مؤسسة البيت الكبير", "ب"),
        ("انجمنِ فروغِ تعلیم", "ف"),
        ("مركز نبراس", "ن"),
        ("الخ", "ا"),
        ("ال", "ا"),
        ("جمعية", "ج"),
        ("of the", "OT"),
        ("1871", ""),
        ("", ""),
    ],
)
def test_letters(name, expected):
    assert letters(name, text.script_of(name)) == expected


def test_ground():
    assert ground("TR-0147") == sum(map(ord, "TR-0147")) % 6
    assert {ground(f"TR-{number:04d}") for number in range(100)} == set(range(GROUNDS))


def test_markup():
    name = OrganisationName(value="جمعية وادي", language="ar", script="Arab")
    assert monogram(name, "MA-0032") == (
        f'<span class="mono m{ground("MA-0032")}" aria-hidden="true" lang="ar" dir="rtl">و</span>'
    )
    unknown = OrganisationName(value="<Ada>", script="Latn")
    assert 'aria-hidden="true" dir="ltr">A</span>' in monogram(unknown, "TR-0001")
    assert monogram(None, "TR-0001") == ""
