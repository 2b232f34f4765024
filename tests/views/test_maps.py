"""What dots say, and where they lead."""

import pytest
from django.utils.translation import override

from members.models import Country
from members.reports import register
from members.views import maps

pytestmark = pytest.mark.django_db
COUNTS = {"TR": 42, "SN": 2, "AQ": 1}


def said(found):
    return {mark.title: mark.url for mark in found.marks}


def test_the_world():
    assert said(maps.world(COUNTS, register.current())) == {
        "Türkiye: 42": "/en/countries/TR/",
        "Senegal: 2": "/en/countries/SN/",
    }
    with override("fa"):
        assert said(maps.world({"TR": 42}, register.current())) == {"ترکیه: 42": "/fa/countries/TR/"}


def test_the_unions_own_words():
    Country.objects.filter(pk="TR").update(name_overrides={"en": "Turkey (our word)"})
    assert "Turkey (our word): 42" in said(maps.world(COUNTS, register.current()))


def test_more_countries_than_links(monkeypatch):
    monkeypatch.setattr(maps, "MOST_LINKED", 2)
    assert said(maps.world(COUNTS, register.current())) == {
        "Africa: 2": "/en/countries/?crop=002",
        "Asia: 42": "/en/countries/?crop=142",
    }


def test_a_part():
    found = maps.part("142", {"TR": 42}, register.current())
    assert said(found) == {"Türkiye: 42": "/en/countries/TR/"}
    assert found.frame.width < 2100


def test_around_a_country():
    found = maps.around(Country.objects.get(pk="TR"), COUNTS, register.current())
    assert found.label == "Dot map with Türkiye highlighted"
    assert said(found) == {"": ""}
    assert maps.around(Country.objects.get(pk="AQ"), COUNTS, register.current()) is None
