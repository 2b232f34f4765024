"""How quickly pages come: `python benchmarks/pages.py [PAGE ...] [--seconds 4] [--worker-class sync]`.

Starts gunicorn with 2 workers, settings as in production, on the register that DATABASE_URL names, asks it
over 8 connections from a process of its own, and prints a line a page:

    page=NAME queries=N p50_ms=0.0 p95_ms=0.0 rps=0.0 bytes=N

`queries` is the most that any of `COUNTED` addresses of the page took, in a process that had answered
nothing before; `bytes` is the mean size of a body. `bare` is a Django view without a query, `bare25` one
with 25 rows by an index. Every page is measured as it is made, without any cache; then, as `NAME-kept`,
as it comes while nothing public changes, with its share of the requests per second of `bare`; `list-304`
is the list for a reader who has it already.
"""

import argparse
import contextlib
import json
import os
import signal
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.production import HOST, PORT

# isort: split
import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.paths import Paths

WORKERS, CONNECTIONS = 2, 8
COUNTED = 12
# So few addresses of a page that all pages together fit into a worker's cache.
KEPT = 24
NEVER_KEPT = {"bare25", "search"}
WARMED = 4  # seconds before each measurement, so that both workers have what they keep
PATIENCE = 30  # seconds for the server to start
Request = tuple[str, dict[str, str]]


def count_queries(requests: list[Request]) -> int:
    """The most queries that one of the first addresses takes."""
    client, most = Client(SERVER_NAME=HOST, raise_request_exception=False), 0
    for path, headers in requests[:COUNTED]:
        with CaptureQueriesContext(connection) as queries:
            client.get(path, headers=headers)
        most = max(most, len(queries))
    return most


@contextlib.contextmanager
def gunicorn(worker_class: str, cache: str) -> Iterator[None]:
    command = [
        sys.executable, "-m", "gunicorn", "union.wsgi", "--workers", str(WORKERS), "--bind", f"{HOST}:{PORT}",
        "--worker-class", worker_class, "--threads", "1" if worker_class == "sync" else "4",
        "--log-level", "warning",
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "BENCHMARK_CACHE": cache})
    try:
        wait_for(f"http://{HOST}:{PORT}/bare/", server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def wait_for(url: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE).close()
            return
        except urllib.error.URLError:
            time.sleep(0.1)
    sys.exit("gunicorn did not start.")


def ask(requests: list[Request], *, seconds: float, expected: int) -> dict:
    """What the client process measured."""
    order = {
        "host": HOST, "port": PORT, "connections": CONNECTIONS, "seconds": seconds, "expected": expected,
        "requests": requests,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "client.py")],
        input=json.dumps(order), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def line(name: str, queries: int, measured: dict) -> str:
    times = measured["milliseconds"]
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return (
        f"page={name} queries={queries} p50_ms={statistics.median(times):.1f} p95_ms={p95:.1f} "
        f"rps={len(times) / measured['seconds']:.1f} bytes={round(measured['bytes'] / len(times))}"
    )


def with_etags(paths: list[str]) -> list[Request]:
    """Requests of a reader who has these pages."""
    requests = []
    for path in paths[:COUNTED]:
        with urllib.request.urlopen(f"http://{HOST}:{PORT}{path}") as answer:
            requests.append((path, {"If-None-Match": answer.headers["ETag"]}))
    return requests


class Run:
    """Measures pages one after the other; `failures` are the answers that were not as expected."""

    def __init__(self, options: argparse.Namespace):
        self.options, self.failures = options, {}

    def page(self, name: str, requests: list[Request], *, queries: int, expected: int = 200) -> float:
        """Prints the line of a page; gives its requests per second."""
        ask(requests, seconds=min(WARMED, self.options.seconds), expected=expected)
        measured = ask(requests, seconds=self.options.seconds, expected=expected)
        if measured["unexpected"]:
            self.failures[name] = measured["unexpected"]
        print(line(name, queries, measured), flush=True)
        return len(measured["milliseconds"]) / measured["seconds"]

    def made(self, pages: dict[str, list[Request]]) -> None:
        """Every page as it is made, beside the bare ones."""
        queries = {name: count_queries(requests) for name, requests in pages.items()}
        with gunicorn(self.options.worker_class, cache="none"):
            for name, requests in pages.items():
                self.page(name, requests, queries=queries[name])

    def kept(self, pages: dict[str, list[Request]]) -> None:
        """Every page as it comes while nothing public changes."""
        with gunicorn(self.options.worker_class, cache="own"):
            bare = self.page("bare", pages["bare"], queries=0) if "bare" in pages else 0
            for name in [name for name in pages if name not in NEVER_KEPT | {"bare"}]:
                requests = pages[name][:KEPT]
                count_queries(requests)
                rate = self.page(f"{name}-kept", requests, queries=count_queries(requests))
                if bare:
                    print(f"  {name}-kept has {100 * rate / bare:.0f} % of the requests per second of bare")
            if "list" in pages:
                known = with_etags([path for path, _headers in pages["list"]])
                self.page("list-304", known, queries=count_queries(known), expected=304)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="these pages only")
    parser.add_argument("--seconds", type=float, default=4, help="for each page")
    parser.add_argument("--worker-class", default="sync", choices=["sync", "gthread"])
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit("Ended by a signal."))  # takes gunicorn along
    call_command("collectstatic", interactive=False, verbosity=0)
    pages = Paths().all()
    asked = {name: [(path, {}) for path in pages[name]] for name in options.pages or pages}
    run = Run(options)
    run.made(asked)
    run.kept(asked)
    for name, unexpected in run.failures.items():
        print(f"page={name} answered otherwise than it should: {unexpected}", file=sys.stderr)
    sys.exit(bool(run.failures))


if __name__ == "__main__":
    main()
