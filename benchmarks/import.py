"""Measures an import: `python benchmarks/import.py [ROWS] [--source FILE]`.

Takes the first ROWS rows (default 20,000) of a list such as load_orgs.csv.gz, imports them into a fresh
database beside the one that DATABASE_URL names, and prints a line per phase: reading the file, the whole
import (`apply` makes the plan and writes it with history and search index), both together (`all`), and the
same file again. Each is measured in a process of its own, so that making the database does not count.
"""

import argparse
import csv
import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")

import django

SOURCE = ROOT.parent / "shared" / "data" / "load_orgs.csv.gz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=20_000)
    parser.add_argument("--source", type=Path, default=SOURCE)
    parser.add_argument("--measure", metavar="DATABASE", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    django.setup()
    from django.db import connection

    if arguments.measure:
        connection.settings_dict["NAME"] = arguments.measure
        measure(arguments.source, connection.vendor)
        return
    from scratch import scratch_database

    with tempfile.TemporaryDirectory() as folder, scratch_database(connection, "import_benchmark"):
        path = Path(folder) / "list.csv"
        write_list(arguments.source, path, arguments.rows)
        name = str(connection.settings_dict["NAME"])
        connection.close()
        for _run in ("first", "again"):
            subprocess.run([sys.executable, __file__, "--measure", name, "--source", path], check=True)


def write_list(source: Path, path: Path, rows: int) -> None:
    opened = gzip.open if source.suffix == ".gz" else open
    with (
        opened(source, "rt", encoding="utf-8-sig", newline="") as list_in,
        path.open("w", encoding="utf-8", newline="") as list_out,
    ):
        csv.writer(list_out).writerows(islice(csv.reader(list_in), rows + 1))


def measure(path: Path, database: str) -> None:
    from members.imports import plan as planning
    from members.imports.apply import apply
    from members.imports.plan import Options

    started = time.perf_counter()
    table, columns = planning.read(path, Options())
    rows = len(table.rows)
    say("read", rows, started, {}, database)
    at = time.perf_counter()
    plan, run = apply(table, columns, Options())
    say("apply", rows, at, plan.counts, database)
    say("all" if run else "again", rows, started, plan.counts, database)


def say(phase: str, rows: int, started: float, counts: dict, database: str) -> None:
    seconds = time.perf_counter() - started
    cpu = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = "".join(f" {name}={count}" for name, count in counts.items() if name != "rows")
    print(
        f"rows={rows} seconds={seconds:.1f} peak_mb={peak:.1f}{told} database={database} phase={phase} "
        f"cpu_s={cpu:.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
