"""What all tests share."""

import importlib
import os
import shutil
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseOperations
from django.utils import translation
from playwright.sync_api import sync_playwright

from members.models import Country
from members.reports import census

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_terminal_summary(terminalreporter):
    """Says which half this was: the one on SQLite or the one on PostgreSQL."""
    terminalreporter.write_line(f"tests ran on {connection.vendor}")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """As pytest-django's, and at the end without the sessions that a live server's threads still hold:
    PostgreSQL drops no database that somebody else is in."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole session; tests that use it are skipped where it is missing."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed")
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def _as_after_a_start():
    """An empty cache and no census, and the site's language: a request leaves its own in the thread."""
    cache.clear()
    census.forget()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True, scope="session")
def _flush_past_what_is_never_deleted():
    """Between transactional tests Django empties SQLite's tables row by row, which the triggers of
    append-only tables refuse; they step aside for that moment. (PostgreSQL truncates.)"""
    flush = DatabaseOperations.sql_flush

    def sql_flush(self, style, tables, **options):
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'"
            )
            triggers = cursor.fetchall()
        return [
            *[f"DROP TRIGGER {name}" for name, _sql in triggers],
            *flush(self, style, tables, **options),
            *[sql for _name, sql in triggers],
        ]

    DatabaseOperations.sql_flush = sql_flush
    yield
    DatabaseOperations.sql_flush = flush


def seed_if_emptied():
    """Puts back what the migrations wrote, after a transactional test has emptied every table."""
    if not Country.objects.exists():
        importlib.import_module("members.migrations.0002_countries").seed(apps, None)


@pytest.fixture
def committed(transactional_db):
    """A database in which tests commit, for threads and browsers, with what the migrations put there."""
    seed_if_emptied()
    return connection


@pytest.fixture(autouse=True, scope="session")
def _no_test_writes_uploads_into_the_tree(tmp_path_factory):
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))
    assert Path(settings.MEDIA_ROOT).is_dir()
