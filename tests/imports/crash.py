"""Run by test_crash.py in a process of its own: imports that are killed, and two at once.

`python -m tests.imports.crash kill|race LIST` works on the empty, migrated database of DATABASE_URL and
writes one line of JSON. Children are forked, so that an import begins at once and can be killed inside it.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import django

KILLS = 20


def main(what: str, path: Path) -> None:
    django.setup()
    from members.imports import plan as planning
    from members.imports.plan import Options

    table, columns = planning.read(path, Options())
    work = (table, columns, Options())
    sys.stdout.write(json.dumps(kill(work) if what == "kill" else race(work)) + "\n")


def forked(work) -> int:
    from django.db import connection

    from members.imports.apply import apply

    connection.close()
    child = os.fork()
    if child:
        return child
    try:
        apply(*work)
    finally:
        os._exit(0)


def wait_for_server() -> None:
    """Until PostgreSQL has ended the session of a killed import: a COMMIT that it had sent is still obeyed,
    and would land between two of the counts."""
    from django.db import connection

    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.02)


def state() -> dict[str, int]:
    """How many rows there are of everything that an import writes."""
    from members.models import ImportRow, ImportRun, Membership, Organisation, OrganisationName, SearchPosting

    models = (Organisation, OrganisationName, Membership, ImportRun, ImportRow, SearchPosting)
    found = {model.__name__: model._base_manager.count() for model in models}
    return found | {"History": Organisation.history.count(), "Numbers": _numbers_given()}


def _numbers_given() -> int:
    from django.db.models import Sum

    from members.models import NumberSeries

    return NumberSeries.objects.aggregate(given=Sum("last"))["given"]


def kill(work) -> dict:
    """States after each kill, and the state after an import that was left alone."""
    from members.imports.undo import undo
    from members.models import ImportRun

    before = state()
    started = time.monotonic()
    os.waitpid(forked(work), 0)
    lasted = time.monotonic() - started
    whole = state()
    undo(ImportRun.objects.get().pk)
    chance = random.Random(1947)
    broken, survived = [], 0
    empty = state()
    for _turn in range(KILLS):
        child = forked(work)
        time.sleep(chance.uniform(0.05, 0.95) * lasted)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        wait_for_server()
        now = state()
        if now["Organisation"]:
            survived += 1
            undo(ImportRun.objects.filter(undone_at=None).get().pk)
            empty = state()
        elif now != empty:
            broken.append(now)
    os.waitpid(forked(work), 0)
    return {"before": before, "whole": whole, "broken": broken, "survived": survived, "after": state()}


def race(work) -> dict:
    """The state after two imports of one file at the same moment."""
    children = [forked(work), forked(work)]
    for child in children:
        os.waitpid(child, 0)
    return state()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
