"""Permanent numbers such as TR-0147."""

from django.db import transaction
from django.db.models import F

from members.models import NumberSeries

WIDTH = 4  # digits at least: TR-0147, TR-12345


@transaction.atomic
def allocate(country_code: str, count: int = 1) -> list[str]:
    """`count` new numbers of a country, in order.

    The counter is raised by the database in one statement, which locks it until the caller's transaction
    ends: no two callers get one number, and the counter never falls, so none is given again after its
    organisation has gone. Raises NumberSeries.DoesNotExist for an unknown country.
    """
    if not NumberSeries.objects.filter(pk=country_code).update(last=F("last") + count):
        raise NumberSeries.DoesNotExist(country_code)
    last = NumberSeries.objects.values_list("last", flat=True).get(pk=country_code)
    return [f"{country_code}-{number:0{WIDTH}d}" for number in range(last - count + 1, last + 1)]
