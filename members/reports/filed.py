"""The order of names: of organisations as they are filed, of countries by what they are called."""

import datetime
import math
from array import array
from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from django.db.models import Q

from members import collation
from members.choices import NameKind
from members.models import Filing, OrganisationName
from members.models.base import today
from members.models.name import displayed


def order(language: str, on: datetime.date, places: Mapping[int, int]) -> array:
    """Positions of all organisations by the titles that readers of a language see, on the day asked about.
    One query; two if it is another day than today, and some names were others then."""
    filed = Filing.objects.filter(language=language).order_by("key", "organisation")
    others = _titles(language, on) if on != today() else {}
    if others:
        filed = filed.exclude(organisation__in=others)
        rows = [(bytes(key), organisation) for key, organisation in filed.values_list("key", "organisation")]
        for organisation, title in others.items():
            insort(rows, (collation.title_key(title, language), organisation))
        keys = [organisation for _key, organisation in rows]
    else:
        keys = filed.values_list("organisation", flat=True)
    return array("i", [places[key] for key in keys if key in places])


def corrected(
    order: array, language: str, changed: Collection[int], keys: array, places: Mapping[int, int]
) -> array:
    """The order after some organisations have been filed anew. Two queries: a sign here and there shows
    between which two an organisation belongs, and what stands between these shows where."""
    moved = {places[key] for key in changed if key in places}
    left = [place for place in order if place not in moved]
    step = math.isqrt(len(left)) + 1
    filed = _entries(language, [keys[place] for place in [*left[::step], *moved]])
    signs = [filed[keys[place]] for place in left[::step]]
    entries = sorted(filed[keys[place]] for place in moved if keys[place] in filed)
    starts = [max(0, bisect(signs, entry) - 1) * step for entry in entries]
    filed |= _entries(
        language, [keys[place] for start in set(starts) for place in left[start : start + step]]
    )
    for entry, start in reversed(list(zip(entries, starts, strict=True))):
        between = [filed[keys[place]] for place in left[start : start + step]]
        left.insert(start + bisect(between, entry), places[entry[1]])
    return array("i", left)


def _entries(language: str, organisations: list[int]) -> dict[int, tuple[bytes, int]]:
    rows = Filing.objects.filter(language=language, organisation__in=organisations)
    return {
        organisation: (bytes(key), organisation)
        for key, organisation in rows.values_list("key", "organisation")
    }


def _titles(language: str, on: datetime.date) -> dict[int, str]:
    """The titles on a day, for organisations that have changed a name at some time."""
    dated = OrganisationName.objects.filter(
        Q(kind__in=[NameKind.OFFICIAL, NameKind.TRANSLATION]),
        Q(valid_from__isnull=False) | Q(valid_until__isnull=False),
    )
    names = defaultdict(list)
    for name in OrganisationName.objects.filter(organisation__in=dated.values("organisation")).in_order():
        names[name.organisation_id].append(name)
    titles = {key: displayed(of_it, language, on) for key, of_it in names.items()}
    return {key: title.value for key, title in titles.items() if title}


# -- countries ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def name_key(name: str, language: str) -> bytes:
    """The place of one of the few names that stand in many lists: of a country, a region, a language."""
    return collation.sort_key(name, language)
