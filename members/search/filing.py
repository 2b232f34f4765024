"""Filing organisations under the titles that readers of each language see.

`index` calls `update` whenever it indexes names; whoever deletes names says so here. Like postings, the rows
of `Filing` are as true as the last call, in the caller's transaction.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.conf import settings
from django.db import connection

from members import collation
from members.models import Filing, OrganisationName
from members.models.name import displayed

BATCH = 1000  # organisations filed at a time
SHOWN = ("kind", "language", "value", "valid_until")
_INTO = "INSERT INTO members_filing (organisation_id, language, key)"
_ANEW = "ON CONFLICT (organisation_id, language) DO UPDATE SET key = excluded.key"


def update(organisations: Iterable[int]) -> None:
    """Files these organisations anew, by their keys, under the names they have now."""
    wanted = sorted(set(organisations))
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at : at + BATCH]
        _insert(list(entries(OrganisationName.objects.filter(organisation__in=batch))))


def rebuild(names=OrganisationName.objects) -> None:
    """Files all organisations from nothing. A migration brings the names of its own time."""
    Filing.objects.all()._raw_delete("default")
    waiting = []
    for entry in entries(names.all()):
        waiting.append(entry)
        if len(waiting) >= BATCH * len(settings.LANGUAGES):
            _insert(waiting)
            waiting = []
    _insert(waiting)


def entries(names) -> Iterator[tuple[int, str, bytes]]:
    """Organisation, language and key for all organisations that have names in a queryset, in order."""
    columns = ("organisation_id", *SHOWN)
    rows = names.order_by("organisation_id", "pk").values_list(*columns).iterator(chunk_size=BATCH)
    for organisation, of_it in groupby(rows, key=lambda row: row[0]):
        known = [OrganisationName(**dict(zip(columns, row, strict=True))) for row in of_it]
        for language, _name in settings.LANGUAGES:
            title = displayed(known, language)
            yield organisation, language, collation.title_key(title.value if title else "", language)


def _insert(rows: list[tuple[int, str, bytes]]) -> None:
    """Eight rows an organisation: past the ORM this takes a quarter of the time."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            values = "SELECT * FROM unnest(%s::bigint[], %s::text[], %s::bytea[])"
            cursor.execute(f"{_INTO} {values} {_ANEW}", [list(column) for column in zip(*rows, strict=True)])
        else:
            cursor.executemany(f"{_INTO} VALUES (%s, %s, %s) {_ANEW}", rows)
