"""How well search finds what was meant: `python benchmarks/search_quality.py CORPUS PAIRS [--misses]`.

CORPUS is a CSV file of organisations: id, name, acronyms (`;`), aliases (`;`), labels (`lang: name; …`),
country. PAIRS is one of questions: kind, query, expected_ids (`|` between any of them). The corpus is
loaded into a database of its own beside the one that DATABASE_URL names, which is dropped afterwards; an
existing register is neither read nor changed. Questions go through `query.find` as the directory asks it.

Prints one line a kind, then one for all. An organisation that is not among the first `LIMIT` counts as one
place after them in `mean_rank`.
"""

import argparse
import csv
import os
import re
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")

import django

django.setup()

from django.db import connection, transaction

from benchmarks.scratch import Filler, scratch_database
from members.choices import NameKind
from members.models import Organisation
from members.search import index, query

LIMIT = 200
LONGEST_LANGUAGE = 12
_LABEL = re.compile(r"(?:^|;)\s*([a-z]{2,3}(?:-[\w-]+)?|no_lang_code):\s*", re.IGNORECASE)


def names_of(row: dict) -> list[tuple[str, str, str]]:
    """Kind, language and value of every name in a row of the corpus."""
    names = [(NameKind.OFFICIAL, "", row["name"])]
    names += [(NameKind.ACRONYM, "", value) for value in _listed(row.get("acronyms"))]
    names += [(NameKind.ALIAS, "", value) for value in _listed(row.get("aliases"))]
    labels = row.get("labels (lang: name)") or row.get("labels") or ""
    pieces = _LABEL.split(labels)[1:]
    for code, value in zip(pieces[::2], pieces[1::2], strict=True):
        is_language = len(code) <= LONGEST_LANGUAGE and code != "no_lang_code"
        names.append((NameKind.TRANSLATION, code.lower() if is_language else "", value.strip(" ;")))
    return names


def _listed(cell: str | None) -> list[str]:
    return [value.strip() for value in (cell or "").split(";") if value.strip()]


def load(path: Path) -> dict[int, str]:
    """Loads the corpus and returns the file's id for each organisation's key."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with transaction.atomic():
        organisations = Filler().add((row.get("country", ""), names_of(row)) for row in rows)
    index.refresh()
    return {organisation.pk: row["id"] for organisation, row in zip(organisations, rows, strict=True)}


def ask(pair: dict, id_of: dict[int, str]) -> tuple[int, float, query.Results]:
    """The place of the first expected organisation, the time in milliseconds, and what was found."""
    expected = set(pair["expected_ids"].split("|"))
    begun = time.perf_counter()
    results = query.find(pair["query"], among=Organisation.objects.listed(), limit=LIMIT)
    took = (time.perf_counter() - begun) * 1000
    places = (place for place, hit in enumerate(results.hits, 1) if id_of[hit.organisation_id] in expected)
    return next(places, LIMIT + 1), took, results


def figures(places: list[int]) -> str:
    count = len(places)
    top1, top10 = (sum(place <= most for place in places) / count for most in (1, 10))
    return f"queries={count} top1={top1:.3f} top10={top10:.3f} mean_rank={statistics.mean(places):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument(
        "--misses", action="store_true", help="print every question whose answer is not first"
    )
    options = parser.parse_args()
    with options.pairs.open(encoding="utf-8-sig", newline="") as file:
        pairs = list(csv.DictReader(file))
    if not pairs:
        parser.error(f"{options.pairs} holds no questions.")
    with scratch_database(connection, "search_quality"):
        measure(pairs, load(options.corpus), show_misses=options.misses)


def measure(pairs: list[dict], id_of: dict[int, str], *, show_misses: bool) -> None:
    by_kind, times = defaultdict(list), []
    for pair in pairs:
        place, took, results = ask(pair, id_of)
        by_kind[pair["kind"]].append(place)
        times.append(took)
        if show_misses and place > 1:
            first = results.hits[0].name if results.hits else ""
            print(
                f"  {pair['kind']} place={place} {pair['query']!r} wants {pair['expected_ids']} got {first!r}"
            )
    for kind, places in by_kind.items():
        print(f"kind={kind} {figures(places)}")
    times.sort()
    p50, p95 = (times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95))
    everything = [place for places in by_kind.values() for place in places]
    print(f"ALL {figures(everything)} p50_ms={p50:.1f} p95_ms={p95:.1f} max_ms={times[-1]:.1f}")


if __name__ == "__main__":
    main()
