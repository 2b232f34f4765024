"""Which version a reader sees."""

import datetime

import pytest

from members.reports.versions import published
from tests import factories

pytestmark = pytest.mark.django_db
D = datetime.date


def test_the_newest_published_one_of_the_language():
    for number in (1, 2, 3):
        factories.make_text(number=number, published_on=None if number == 3 else D(2024, 1, number))
    factories.make_text(language="tr", number=5)
    found = published("statute", "en")
    assert (found.shown.language, found.shown.number, found.current) == ("en", 2, found.shown)
    assert [(row.number, row.language) for row in found.versions] == [(5, "tr"), (2, "en"), (1, "en")]


@pytest.mark.parametrize(("wanted", "shown"), [("ar", "fr"), ("tr", "tr"), ("ur", "fr")])
def test_another_language_where_there_is_none(wanted, shown):
    factories.make_text(language="tr")
    factories.make_text(language="fr")
    assert published("statute", wanted).shown.language == shown


def test_a_version_by_its_number():
    factories.make_text(language="ar", number=2)
    factories.make_text(number=1)
    factories.make_text(number=2)
    assert published("statute", "en", 1).shown.number == 1
    assert published("statute", "en", 1).current.number == 2
    assert published("statute", "ar", 1).shown.language == "en"
    assert published("statute", "en", 3) is None
    assert published("statute", "en", 2**70) is None


def test_nothing_published_is_nothing():
    factories.make_text(published_on=None)
    assert published("statute", "en") is None
    assert published("nothing", "en") is None


def test_authentic_languages_of_the_version_shown():
    factories.make_text(language="tr", number=1)
    for language in ("pt", "ar", "en"):
        factories.make_text(language=language, number=1, is_authentic=True)
    factories.make_text(number=2, is_authentic=False)
    assert [row.language for row in published("statute", "tr").authentic] == ["ar", "pt"]
    assert [row.language for row in published("statute", "tr", 1).authentic] == ["en", "ar", "pt"]
    assert published("statute", "ar").authentic == []


def test_a_translation_that_is_behind():
    factories.make_text(number=1, adopted_on=D(2001, 4, 15))
    factories.make_text(number=2, adopted_on=D(2024, 10, 15))
    factories.make_text(language="tr", adopted_on=D(2001, 4, 15))
    factories.make_text(language="fr")
    assert published("statute", "tr").is_behind
    assert published("statute", "tr").newest_on == D(2024, 10, 15)
    assert not published("statute", "en").is_behind
    assert not published("statute", "en", 1).is_behind  # said to be older, which is enough
    assert not published("statute", "fr").is_behind


def test_nothing_private_of_a_decision_is_asked_for(django_assert_num_queries):
    decision = factories.make_decision("adoption", reasons="Canary.")
    factories.make_text(adopted_by=decision, adopted_on=D(2024, 1, 1))
    with django_assert_num_queries(2) as asked:
        found = published("statute", "en")
        assert found.shown.body
        assert found.shown.adopted_by.body
    assert "reasons" not in asked[0]["sql"]
    assert '"body"' not in asked[0]["sql"].partition("FROM")[0].replace('"members_decision"."body"', "")


@pytest.mark.parametrize(
    ("title", "body", "direction"), [("Statute", "x", "ltr"), ("النظام", "x", "rtl"), ("1", "نص", "rtl")]
)
def test_direction(title, body, direction):
    factories.make_text(title=title, body=body)
    assert published("statute", "en").direction == direction
