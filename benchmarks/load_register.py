"""Makes a large register to measure on: `python benchmarks/load_register.py ROWS [--source FILE]`.

Fills the empty database that DATABASE_URL names with ROWS organisations, in bulk: names, memberships
(current, suspended, former), focus areas, texts, representatives and the search index. Histories are left
out. FILE is a CSV list, perhaps gzipped, with the columns id, name, other_names, acronym, country_code,
country, city, established, types, status, website; without it names are invented. The same ROWS and FILE
make the same register. Prints `loaded organisations=N names=N seconds=0.0`.
"""

import argparse
import csv
import gzip
import os
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")
os.environ.setdefault("STATEMENT_TIMEOUT_MS", "0")
os.environ.setdefault("IDLE_TRANSACTION_TIMEOUT_MS", "0")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction

from benchmarks.bulk import BATCH, Bulk
from members.demo import names, pages
from members.demo.vocabulary import table
from members.models import Organisation
from members.search import index


def listed(source: Path) -> Iterator[dict]:
    """The rows of a list."""
    opening = gzip.open if source.suffix == ".gz" else open
    with opening(source, "rt", encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text)


def invented() -> Iterator[dict]:
    """Rows of the same shape without end, from the words of the demo register."""
    seats = cycle(
        (code, place, language) for code, place in table("places").items() for language in place["languages"]
    )
    for number, concept in enumerate(cycle(names.concepts()), start=1):
        code, place, language = next(seats)
        yield {
            "name": f"{names.phrase(concept, language) or names.phrase(concept, 'en')} {number}",
            "other_names": f"{names.phrase(concept, 'en')} {number}",
            "acronym": names.acronym(names.phrase(concept, "en")),
            "country_code": code,
            "city": place["cities"][0],
            "established": str(1960 + number % 60),
            "types": "nonprofit" if concept.kind == "association" else "",
            "website": f"https://{concept.image}-{number}.example.org/",
        }


def load(rows: Iterator[dict]) -> tuple[int, int]:
    """Writes all rows in one transaction; returns how many organisations and names."""
    with transaction.atomic():
        if Organisation.objects.exists():
            sys.exit("The database holds organisations already. Name an empty one in DATABASE_URL.")
        pages.write_union()
        bulk = Bulk()
        number_of_names = index.bulk_update(_batch_by_batch(bulk, rows))
    index.refresh()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return bulk.count, number_of_names


def _batch_by_batch(bulk: Bulk, rows: Iterator[dict]) -> Iterator:
    while batch := list(islice(rows, BATCH)):
        yield from bulk.add(batch)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=int, metavar="ROWS")
    parser.add_argument("--source", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    call_command("migrate", verbosity=0)
    start = time.perf_counter()
    rows = listed(options.source) if options.source else invented()
    organisations, number_of_names = load(islice(rows, options.rows))
    seconds = time.perf_counter() - start
    print(f"loaded organisations={organisations} names={number_of_names} seconds={seconds:.1f}")


if __name__ == "__main__":
    main()
