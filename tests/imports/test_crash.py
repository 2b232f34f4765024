"""An import killed at any moment leaves nothing half-written; two at once double nothing.

Both need a database that other processes see, so each test makes one of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from psycopg2 import sql

ROOT = Path(settings.BASE_DIR)
ROWS = 300


@pytest.fixture
def fresh_database(tmp_path):
    """The URL of an empty, migrated database of the kind that the tests run on."""
    named = settings.DATABASES["default"]
    if named["ENGINE"].endswith("sqlite3"):
        url = f"sqlite:///{tmp_path / 'crash.sqlite3'}"
        _manage(url, "migrate")
        yield url
        return
    name = f"crash_{os.getpid()}"
    access = {key: named[key.upper()] or None for key in ("host", "port", "user", "password")}
    server = psycopg2.connect(dbname="postgres", **access)
    server.autocommit = True
    try:
        with server.cursor() as cursor:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        url = os.environ["TEST_DATABASE_URL"].rsplit("/", 1)[0] + "/" + name
        _manage(url, "migrate")
        yield url
        with server.cursor() as cursor:
            cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    finally:
        server.close()


def _manage(url: str, *command: str) -> str:
    return _python(url, "manage.py", *command, "--verbosity", "0", "--skip-checks")


def _python(url: str, *arguments: str) -> str:
    environment = {**os.environ, "TEST_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def path(write_csv):
    rows = [[f"Olive {n:03d} Trust", f"Zeytin {n:03d}", "TR", f"TR-{n:03d}"] for n in range(ROWS)]
    return write_csv(["Name", "Name (tr)", "Country", "Registration number"], *rows)


def test_killed_at_twenty_moments_it_is_all_or_nothing(fresh_database, path):
    told = json.loads(
        _python(fresh_database, "-m", "tests.imports.crash", "kill", str(path)).splitlines()[-1]
    )
    assert told["before"]["Organisation"] == 0
    assert told["whole"]["Organisation"] == ROWS
    assert told["broken"] == []
    assert told["survived"] < 20  # the kills fell inside of the import
    written = ("Organisation", "OrganisationName", "Membership", "SearchPosting")
    assert {name: told["after"][name] for name in written} == {name: told["whole"][name] for name in written}


def test_two_imports_at_once_are_one_after_the_other(fresh_database, path):
    told = json.loads(
        _python(fresh_database, "-m", "tests.imports.crash", "race", str(path)).splitlines()[-1]
    )
    assert told["Organisation"] == ROWS
    assert told["Membership"] == ROWS
    assert told["ImportRun"] == 1
    assert told["Numbers"] == ROWS
