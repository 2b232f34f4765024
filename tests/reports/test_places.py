"""Members by country and region."""

import datetime

import pytest
from django.core.cache import cache
from django.utils.translation import override

from members.models import Country
from members.models.base import today
from members.reports import places, register
from tests import factories

pytestmark = pytest.mark.django_db
COUNTS = {"TR": 2, "JO": 1, "SN": 4, "TM": 1, "AQ": 1}


def laid_out():
    return places.by_region(COUNTS, register.current(), "en", "Elsewhere")


def test_regions_hold_subregions_hold_countries():
    found = [(one.name, one.members, [group.name for group in one.groups]) for one in laid_out()]
    assert found == [
        ("Africa", 4, ["Western Africa"]),
        ("Asia", 4, ["Central Asia", "Western Asia"]),
        ("Elsewhere", 1, ["Elsewhere"]),
    ]
    western = laid_out()[1].groups[1]
    assert [(row.country.pk, row.members) for row in western.countries] == [("JO", 1), ("TR", 2)]


def test_order_is_that_of_the_names_in_the_language():
    with override("ar"):
        [group] = places.by_region({"TR": 1, "SY": 1, "JO": 1}, register.current(), "ar", "")[0].groups
        assert [row.country.name for row in group.countries] == ["الأردن", "تركيا", "سوريا"]
    cache.clear()
    Country.objects.filter(pk="TR").update(name_overrides={"en": "Anatolia"})
    [group] = places.by_region({"TR": 1, "JO": 1}, register.current(), "en", "")[0].groups
    assert [row.country.name for row in group.countries] == ["Anatolia", "Jordan"]


def test_nothing():
    assert places.by_region({}, register.current(), "en", "Elsewhere") == []


def test_within():
    assert places.within("142", COUNTS) == {"TR": 2, "JO": 1, "TM": 1}
    assert places.within("145", COUNTS) == {"TR": 2, "JO": 1}
    assert places.within("none", COUNTS) == {}


def test_figures():
    first = factories.make_member("Ada", city="İzmir", since=datetime.date(2001, 5, 1))
    factories.change_class(first, to="observer")
    factories.make_member("Badem", city="İzmir", since=None)
    factories.make_member("Ceviz", city="", since=datetime.date(2015, 5, 1))
    factories.end(factories.make_member("Defne", city="Konya", since=datetime.date(1990, 1, 1)))
    assert places.figures("TR", today()) == places.Figures(1, datetime.date(2001, 5, 1))
    assert places.figures("JO", today()) == places.Figures(0, None)
