"""Which public pages there are, for those who read the whole site."""

import datetime
from collections import Counter

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from members.choices import NameKind
from members.models import Organisation, OrganisationName, OrganisationText
from members.models.base import today
from members.models.organisation import profile_path

# Names that a page can be headed with.
TITLES = (NameKind.OFFICIAL, NameKind.TRANSLATION)


def profiles_by_language(on: datetime.date | None = None) -> dict[str, int]:
    """How many profiles say something in each language, in a name or a text. Two queries."""
    on = on or today()
    listed = Organisation.objects.listed(on).values("pk")
    titles = _titles(on).filter(organisation__in=listed)
    same = titles.filter(organisation=OuterRef("organisation"), language=OuterRef("language"))
    only_texts = OrganisationText.objects.filter(~Exists(same), organisation__in=listed)
    found = Counter()
    for rows in (titles, only_texts):
        grouped = rows.order_by().values("language").annotate(number=Count("organisation", distinct=True))
        found.update(dict(grouped.values_list("language", "number")))
    return found


def profiles(language: str, *, start: int, number: int, on: datetime.date | None = None) -> list[str]:
    """Paths of the profiles that say something in that language, by register number. One query."""
    on = on or today()
    of_this = {"organisation": OuterRef("pk")}
    official = OrganisationName.objects.official_now().filter(**of_this).values("value")[:1]
    said = Exists(_titles(on).filter(**of_this, language=language)) | Exists(
        OrganisationText.objects.filter(**of_this, language=language)
    )
    rows = Organisation.objects.listed(on).filter(said).order_by("number")
    page = rows.values_list("number", Subquery(official))[start : start + number]
    return [profile_path(number, name or "") for number, name in page]


def _titles(on: datetime.date) -> QuerySet:
    in_use = Q(valid_until=None) | Q(valid_until__gte=on)
    return OrganisationName.objects.filter(in_use, kind__in=TITLES)
