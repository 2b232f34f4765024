"""Which profiles there are in which language."""

import datetime

import pytest

from members.actions import organisations
from members.models import Organisation
from members.reports import addresses
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def selvi() -> Organisation:
    return factories.make_member(
        "Selvi Vakfı",
        names=[("Selvi Foundation", "translation", "en"), ("وقف سلفي", "alias", "ar"), ("SV", "acronym", "")],
        texts={"tr": "Köy okulları.", "fr": "Des écoles.", "en": "Schools."},
    )


def numbers(language: str, start: int = 0, number: int = 10) -> list[str]:
    return [path.split("/")[3] for path in addresses.profiles(language, start=start, number=number)]


def test_a_name_or_a_text_counts_and_both_count_once(selvi):
    assert addresses.profiles_by_language() == {"tr": 1, "en": 1, "fr": 1}
    for language, found in {"tr": 1, "en": 1, "fr": 1, "ar": 0, "": 0}.items():
        assert len(numbers(language)) == found


def test_neither_former_names_nor_hidden_entries_count(selvi):
    organisations.change_official_name(
        selvi, value="Selvi Ocağı", language="az", on=datetime.date(2015, 1, 1), by=None, reason="New."
    )
    for name, language in (("Gizli", "tr"), ("Aday", "ur")):
        factories.make_organisation(name, language=language)
    hidden = factories.make_member("Hidden", language="id")
    Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
    assert addresses.profiles_by_language() == {"az": 1, "en": 1, "fr": 1, "tr": 1}  # tr: the text
    assert numbers("id") == numbers("ur") == []


def test_former_members_stay(selvi):
    factories.end(selvi)
    assert numbers("tr") == ["TR-0001"]


def test_pages_follow_one_another_by_number():
    for rank in range(5):
        factories.make_member(f"Vakıf {9 - rank}")
    assert numbers("tr", 0, 2) + numbers("tr", 2, 2) + numbers("tr", 4, 2) == [
        "TR-0001", "TR-0002", "TR-0003", "TR-0004", "TR-0005",
    ]  # fmt: skip
    assert numbers("tr", 6, 2) == []


def test_paths_are_those_of_the_profiles(selvi):
    assert addresses.profiles("en", start=0, number=1) == [selvi.get_absolute_url()]


def test_queries(selvi, django_assert_num_queries):
    with django_assert_num_queries(2):
        addresses.profiles_by_language()
    with django_assert_num_queries(1):
        addresses.profiles("tr", start=0, number=10)
