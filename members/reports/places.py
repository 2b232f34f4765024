"""Members by country and region."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from members import regions
from members.models import Country
from members.models.listing import present_memberships, with_admission
from members.reports.filed import name_key
from members.reports.register import Register
from members.reports.rows import in_order_of_names


@dataclass(frozen=True)
class CountryCount:
    country: Country
    members: int


@dataclass(frozen=True)
class Group:
    """A subregion of M49 with its countries that have members, in the order of their names."""

    code: str
    name: str
    members: int
    countries: list[CountryCount]


@dataclass(frozen=True)
class Region:
    """A region of M49 with its subregions. Where its code is empty, M49 has no region for the countries."""

    code: str
    name: str
    members: int
    groups: list[Group]


@dataclass(frozen=True)
class Figures:
    cities: int
    first_joined_on: datetime.date | None


def by_region(countries: Mapping[str, int], register: Register, language: str, rest: str) -> list[Region]:
    """Numbers of members by country code, laid out by region; `rest` names countries without one."""
    places: dict[str, dict[str, list[CountryCount]]] = {}
    for row in in_order(countries, register):
        region, subregion = regions.PLACE_OF.get(row.country.pk, ("", ""))
        places.setdefault(region, {}).setdefault(subregion, []).append(row)
    found = []
    for code in (*regions.SUBREGIONS_OF, ""):
        groups = [
            Group(
                subregion,
                regions.region_name(subregion, language) if subregion else rest,
                sum(row.members for row in rows),
                rows,
            )
            for subregion, rows in places.get(code, {}).items()
        ]
        if groups:
            name = regions.region_name(code, language) if code else rest
            groups.sort(key=lambda group: name_key(group.name, language))
            found.append(Region(code, name, sum(group.members for group in groups), groups))
    return found


def in_order(countries: Mapping[str, int], register: Register) -> list[CountryCount]:
    """Numbers of members by country code, in the order of the countries' names."""
    codes = in_order_of_names(countries, register)
    return [CountryCount(register.country(code), countries[code]) for code in codes]


def within(region: str, countries: Mapping[str, int]) -> dict[str, int]:
    """The numbers of the countries in a region or subregion of M49."""
    return {code: number for code, number in countries.items() if region in regions.PLACE_OF.get(code, ())}


def figures(country: str, on: datetime.date) -> Figures:
    """In how many cities a country's present members are, and when the first of them joined. One query."""
    here = present_memberships(on).filter(organisation__country=country)
    city = "organisation__city"
    return Figures(
        **with_admission(here, on).aggregate(
            cities=Count(city, filter=~Q(**{city: ""}), distinct=True), first_joined_on=Min("admitted_on")
        )
    )
