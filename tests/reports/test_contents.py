"""What every page knows of the union's own texts, in the one query of the register."""

import pytest
from django.utils.translation import override

from members.models import Union
from members.reports import register
from tests import factories

pytestmark = pytest.mark.django_db


def test_pages_with_a_published_version_in_the_unions_order(django_assert_num_queries):
    factories.make_text("rules", title="Old rules", kind="rules")
    factories.make_text("rules", number=2, title="Rules")
    factories.make_text("rules", "ar", title="القواعد")
    factories.make_text("rules", number=3, title="Draft of rules", published_on=None)
    factories.make_text("draft", title="Canary", kind="checks", published_on=None)
    page = factories.make_text("about", title="About us").page
    page.position = 3
    page.save()
    with django_assert_num_queries(1):
        known = register.current()
    assert [(page.slug, page.titles) for page in known.pages.values()] == [
        ("rules", {"ar": "القواعد", "en": "Rules"}), ("about", {"en": "About us"}),
    ]  # fmt: skip
    assert known.checks is None
    assert known.page_of("rules").languages == ["ar", "en"] or known.page_of("rules").languages == [
        "en",
        "ar",
    ]


def test_a_page_is_called_by_its_title_or_by_its_kind():
    factories.make_text("statute", "tr", title="Tüzük")
    page = register.current().page_of("statute")
    with override("tr"):
        assert (page.title, page.url) == ("Tüzük", "/tr/about/statute/")
    with override("en"):
        assert page.title == "Statute"
    factories.make_text("bylaws", "tr", title="İç tüzük", kind="statute")
    titles = [page.title for page in register.current().pages.values()]
    assert sorted(titles) == ["Tüzük", "İç tüzük"]


def test_the_page_about_the_union_has_an_address_of_its_own():
    factories.make_text("about", title="About us")
    assert register.current().page_of("about").url == "/en/about/"
    factories.make_text("history", title="History", kind="about")
    assert register.current().pages["history"].url == "/en/about/history/"


def test_how_entries_are_checked():
    factories.make_text("how-we-check", title="How we check", kind="checks")
    assert register.current().checks.url == "/en/about/how-we-check/"


def test_objectives_and_strategies_in_order():
    factories.make_objective("Second", position=2)
    factories.make_objective("First", titles={"ar": "أول", "en": "First"}, texts={"tr": "Metin."})
    factories.make_objective("Way", "strategy")
    known = register.current()
    assert [aim.heading.words for aim in known.objectives] == ["First", "Second"]
    assert [aim.heading.words for aim in known.strategies] == ["Way"]
    first = known.objectives[0]
    assert not first.heading.is_foreign
    assert (first.text.words, first.text.language, first.text.is_foreign) == ("Metin.", "tr", True)
    with override("ar"):
        assert (first.heading.words, first.heading.direction) == ("أول", "rtl")
    assert (known.strategies[0].text.words, known.strategies[0].text.is_foreign) == ("", False)


def test_what_the_union_says_of_itself():
    Union.objects.update(
        founded_year=2001,
        phone="+442079460000",
        address="1 Street\nCity",
        website="https://union.example.org/",
    )
    factories.make_union_logo()
    union = register.current().union
    assert (union.founded_year, union.phone, union.address) == (2001, "+442079460000", "1 Street\nCity")
    assert union.website == "https://union.example.org/"
    assert union.logo.url == factories.logo_address()
