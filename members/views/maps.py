"""Dot maps for pages: what each country's dots say in the reader's language, and where they lead."""

from collections.abc import Mapping, Sequence

from babel.lists import format_list
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from members import dotmap, regions
from members.dotmap import DotMap, Said
from members.models import Country
from members.reports.register import Register

# With more countries than this a page draws links to regions instead of links to countries: it would have
# more elements than an old telephone takes kindly (docs/ux.md 5).
MOST_LINKED = 75


def world(counts: Mapping[str, int], register: Register) -> DotMap:
    """All members by country code. Each country leads to its page, or each region to its part of the map."""
    if len(counts) <= MOST_LINKED:
        return dotmap.drawn(counts, _said(counts, register))
    places = {
        region: [code for code in counts if regions.PLACE_OF.get(code, ("",))[0] == region]
        for region in dotmap.REGIONS
    }
    said = {
        region: Said(
            _at(regions.region_name(region, get_language()), sum(counts[code] for code in codes)),
            part_url(region),
        )
        for region, codes in places.items()
    }
    return dotmap.drawn_by_region(counts, places, said)


def part(region: str, counts: Mapping[str, int], register: Register) -> DotMap:
    """One of the five regions with the numbers of its own countries."""
    return dotmap.drawn(counts, _said(counts, register), frame=dotmap.REGIONS[region])


def around(country: Country, counts: Mapping[str, int], register: Register) -> DotMap | None:
    """A country among its neighbours, described for those who cannot see it. None if it has no dots."""
    frame = dotmap.around(country.pk)
    if frame is None:
        return None
    label = _("Dot map with %(place)s highlighted") % {"place": country.name}
    return dotmap.drawn(counts, {}, frame=frame, hot=country.pk, label=label)


def at_work(countries: Sequence[Country]) -> DotMap | None:
    """The countries in which one organisation works, all alike. None if none of them has dots."""
    frame = dotmap.around_all([country.pk for country in countries])
    if frame is None:
        return None
    names = format_list([country.name for country in countries], locale=get_language())
    label = _("Dot map with %(place)s highlighted") % {"place": names}
    return dotmap.drawn_places([country.pk for country in countries], frame=frame, label=label)


def part_url(region: str) -> str:
    return f"{reverse('members:countries')}?crop={region}"


def _said(counts: Mapping[str, int], register: Register) -> dict[str, Said]:
    countries = {code: register.country(code) for code in counts}
    return {
        code: Said(_at(country.name, counts[code]), country.get_absolute_url())
        for code, country in countries.items()
    }


def _at(place: str, count: int) -> str:
    # Translators: what a map says of a country that is pointed at, "Türkiye: 42".
    return _("%(place)s: %(count)s") % {"place": place, "count": count}
