"""Writing what search looks things up in: `update` after an edit, `bulk_update` in an import, `refresh`.

The rows of `SearchPosting` are as true as the last call, in the caller's transaction. The
frequencies of `SearchWord` are approximate and change only in `refresh`, so that two people who
save names with the same common word never wait for one another.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from django.db import connection, transaction
from django.db.models import Count, Exists, OuterRef

from members import text
from members.models import Filing, Organisation, OrganisationName, SearchPosting, SearchWord
from members.search import filing

# Names indexed at a time: enough to make the round trips cheap, little enough for memory.
BATCH = 1000
DERIVED = ["script", "folded", "skeleton"]
# Any number that no other advisory lock of the register uses.
REFRESH_LOCK = 0x5EA2C4


def update(names: Iterable[OrganisationName]) -> None:
    """Indexes these saved names anew. To be called after adding, changing or moving names.

    Deleted names need no call: their postings go with them. But their organisations are filed anew by
    `filing.update`.
    """
    bulk_update(names, are_new=False)


def bulk_update(names: Iterable[OrganisationName], *, are_new: bool = True) -> int:
    """Indexes many saved names, with memory for `BATCH` of them at a time, and returns how many.

    `are_new` says that none of them has been indexed before, which saves looking. A caller that
    has indexed many names calls `refresh` once its transaction is committed.
    """
    known: set[str] = set()
    count = 0
    for batch in _batches(names):
        if not are_new:
            SearchPosting.objects.filter(name__in=[name.pk for name in batch]).delete()
        postings = [posting for name in batch for posting in _postings(name)]
        _learn({word for word, *_rest in postings} - known, known)
        _insert(postings)
        filing.update(name.organisation_id for name in batch)
        count += len(batch)
    return count


def refresh() -> None:
    """Counts every word anew over the names the public may see, and forgets words no name holds.

    Run it outside of long transactions, best by `transaction.on_commit`. While another process
    counts, it does nothing: frequencies are approximate anyway.
    """
    with _unhurried():
        if _count():
            _tidy()


def _count() -> bool:
    """False if another process is counting."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [REFRESH_LOCK])
            if not cursor.fetchone()[0]:
                return False
        # A word may have been forgotten while a transaction that needed it was still open.
        unlearnt = ~Exists(SearchWord.objects.filter(text=OuterRef("word")))
        _learn(set(SearchPosting.objects.filter(unlearnt).values_list("word", flat=True)), set())
        for statement in _FORGET:
            cursor.execute(statement)
        counted, params = _frequencies()
        cursor.execute(_COUNT.format(counted=counted), params)
    return True


def _tidy() -> None:
    """After an import the planner is wrong by magnitudes until the tables are analysed.

    VACUUM also files new trigrams and lets searches answer from the index alone; it cannot run in a
    transaction. Tables that somebody else tidies are skipped.
    """
    tidy = "ANALYZE"
    if connection.vendor == "postgresql":
        tidy = "ANALYZE (SKIP_LOCKED)" if connection.in_atomic_block else "VACUUM (ANALYZE, SKIP_LOCKED)"
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(f"{tidy} {table}")


@contextmanager
def _unhurried() -> Iterator[None]:
    """Lifts the time limit that keeps one visitor's statement from holding up the others."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        yield
        cursor.execute("RESET statement_timeout")


def rebuild() -> int:
    """Indexes all names from nothing and returns how many. Folded text, skeleton and order are made anew
    too."""
    with _unhurried(), transaction.atomic():
        SearchPosting.objects.all().delete()
        SearchWord.objects.all().delete()
        Filing.objects.all()._raw_delete("default")
        count = 0
        for batch in _batches(OrganisationName.objects.order_by("pk").iterator(chunk_size=BATCH)):
            changed = [name for name in batch if _derives_anew(name)]
            OrganisationName.objects.bulk_update(changed, DERIVED, batch_size=BATCH // 5)
            count += bulk_update(batch)
    refresh()
    return count


def _derives_anew(name: OrganisationName) -> bool:
    before = [getattr(name, field) for field in DERIVED]
    name.set_derived()
    return before != [getattr(name, field) for field in DERIVED]


_TABLES = (
    "members_searchword",
    "members_searchposting",
    "members_organisationname",
    "members_organisation",
    "members_membership",
)
_FORGET = (
    "DELETE FROM members_searchword WHERE NOT EXISTS"
    " (SELECT 1 FROM members_searchposting p WHERE p.word = members_searchword.text)",
    "DELETE FROM members_searchword WHERE EXISTS"
    " (SELECT 1 FROM members_searchword w"
    " WHERE w.text = members_searchword.text AND w.id < members_searchword.id)",
)
_COUNT = (
    "UPDATE members_searchword SET frequency = COALESCE(counted.names, 0) FROM members_searchword w"
    " LEFT JOIN ({counted}) counted ON counted.word = w.text"
    " WHERE w.id = members_searchword.id AND members_searchword.frequency <> COALESCE(counted.names, 0)"
)


def _frequencies() -> tuple[str, tuple]:
    listed = SearchPosting.objects.filter(organisation__in=Organisation.objects.listed())
    return listed.values("word").annotate(names=Count("*")).query.sql_with_params()


def _postings(name: OrganisationName) -> list[tuple[str, int, int, int]]:
    distinct = dict.fromkeys(text.words(name.folded))
    return [(word, len(distinct), name.organisation_id, name.pk) for word in distinct]


def _insert(postings: list[tuple[str, int, int, int]]) -> None:
    """Five rows a name are the bulk of an import: past the ORM this takes a quarter of the time."""
    columns = "INSERT INTO members_searchposting (word, size, organisation_id, name_id)"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            rows = "SELECT * FROM unnest(%s::text[], %s::int[], %s::bigint[], %s::bigint[])"
            cursor.execute(
                f"{columns} {rows}", [list(column) for column in zip(*postings, strict=True)] or [[]] * 4
            )
        else:
            cursor.executemany(f"{columns} VALUES (%s, %s, %s, %s)", postings)


def _learn(unknown: set[str], known: set[str]) -> None:
    stored = SearchWord.objects.filter(text__in=unknown).values_list("text", flat=True)
    words = sorted(unknown.difference(stored))
    SearchWord.objects.bulk_create(
        [SearchWord(text=word, skeleton=text.word_skeleton(word)[:120]) for word in words], batch_size=BATCH
    )
    known |= unknown


def _batches(names: Iterable[OrganisationName]) -> Iterator[list[OrganisationName]]:
    names = iter(names)
    while batch := list(islice(names, BATCH)):
        yield batch
