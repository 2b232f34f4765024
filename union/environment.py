"""Typed reading of environment variables, each failure naming the variable and its cure."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

SQLITE_OPTIONS = {
    # Writers queue instead of failing: measured 0 of 400 against 247 of 400 "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # legacy_alter_table: Django alters a table by making it anew, and our triggers speak of two tables;
    # without it SQLite refuses the step in which one of the two is away for a moment.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
    "PRAGMA legacy_alter_table=ON;",
}
POSTGRESQL_OPTIONS = {
    # jit: compiling a search statement takes a hundred times as long as running it.
    "options": "-c jit=off -c statement_timeout={statement} -c lock_timeout={lock} "
    "-c idle_in_transaction_session_timeout={idle}",
}
MEMORY = ":memory:"
MIN_SECRET = 50


class Environment:
    """Reads variables of the process, and those of a `.env` file that the process has not set."""

    def __init__(self, dotenv: Path | None = None):
        self._env = Env()
        if dotenv and dotenv.is_file():
            self._env.read_env(str(dotenv), recurse=False)

    def _read(self, kind: str, name: str, default, cure: str):
        try:
            return getattr(self._env, kind)(name, default)
        except EnvError as error:
            raise ImproperlyConfigured(f"{name} is wrong: {cure} ({error})") from error

    def text(self, name: str, default: str) -> str:
        return self._read("str", name, default, "write plain text.")

    def flag(self, name: str, default: bool) -> bool:
        return self._read("bool", name, default, "write true or false.")

    def integer(self, name: str, default: int) -> int:
        value = self._read("int", name, default, "write a whole number.")
        if value < 0:
            raise ImproperlyConfigured(f"{name} is wrong: write a whole number of 0 or more, not {value}.")
        return value

    def words(self, name: str, default: list[str]) -> list[str]:
        words = self._read("list", name, default, "write values separated by commas.")
        return [word.strip() for word in words if word.strip()]

    def directory(self, name: str, default: Path) -> Path:
        return Path(self.text(name, str(default))).expanduser()

    def path_segment(self, name: str, default: str) -> str:
        value = self.text(name, default).strip("/")
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", value):
            raise ImproperlyConfigured(
                f"{name} is wrong: write one path word of a-z, 0-9 and hyphens, not {value!r}."
            )
        return value

    def secret_key(self, name: str, *, debug: bool) -> str:
        value = self.text(name, "")
        if not value and debug:
            return "only-for-development-" + "x" * MIN_SECRET
        cure = "python -c 'import secrets; print(secrets.token_urlsafe(50))' prints a good one."
        if not value:
            raise ImproperlyConfigured(f"{name} is missing: set it to a long random value. {cure}")
        if not debug and (
            len(value) < MIN_SECRET or value.startswith(("django-insecure-", "only-for-development-"))
        ):
            raise ImproperlyConfigured(
                f"{name} is too weak: use {MIN_SECRET} random characters or more. {cure}"
            )
        return value

    def fernet_keys(self, name: str, *, default_from: str, debug: bool) -> list[str]:
        """Keys that encrypt sealed contacts, newest first. In development derived from the secret key."""
        keys = self.words(name, [])
        if not keys and debug:
            return [base64.urlsafe_b64encode(hashlib.sha256(default_from.encode()).digest()).decode()]
        cure = (
            "python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())' "
            "prints one; keep it apart from the database."
        )
        if not keys:
            raise ImproperlyConfigured(f"{name} is missing: set it to one key or more, newest first. {cure}")
        for key in keys:
            try:
                is_right = len(base64.urlsafe_b64decode(key)) == 32  # noqa: PLR2004 -- the length Fernet asks for
            except ValueError:
                is_right = False
            if not is_right:
                raise ImproperlyConfigured(
                    f"{name} is wrong: each key is 32 bytes in URL-safe base64. {cure}"
                )
        return keys

    def site_url(self, name: str, default: str, *, debug: bool) -> str:
        value = self.text(name, default).rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
            raise ImproperlyConfigured(
                f"{name} is wrong: write the address of the site without a path, as in https://register.example.org."
            )
        if parts.scheme == "http" and not debug and parts.hostname not in {"127.0.0.1", "localhost"}:
            raise ImproperlyConfigured(
                f"{name} is wrong: a site that others reach needs https://, not {value}."
            )
        return value

    def hosts(self, name: str, *, site_url: str, debug: bool) -> list[str]:
        hosts = self.words(name, [urlsplit(site_url).hostname])
        if "*" in hosts and not debug:
            raise ImproperlyConfigured(
                f"{name} is wrong: name the hosts, as in register.example.org; '*' lets any in."
            )
        return hosts

    def database(self, name: str, default: str) -> dict:
        """A Django database: sqlite:///relative/or/absolute/path or postgres://user:password@host:port/name."""
        cure = "write sqlite:///path/to/file or postgres://user:password@host:5432/name."
        try:
            url = self.text(name, default)
            config = dict(dj_database_url.parse(url))
        except ValueError as error:
            raise ImproperlyConfigured(f"{name} is wrong: {cure} ({error})") from error
        if not config.get("NAME") or (config["NAME"] == MEMORY and MEMORY not in url):
            raise ImproperlyConfigured(f"{name} is wrong: the name of the database is missing; {cure}")
        if config["ENGINE"].endswith("postgresql"):
            options = POSTGRESQL_OPTIONS["options"].format(
                statement=self.integer("STATEMENT_TIMEOUT_MS", 5_000),
                lock=self.integer("LOCK_TIMEOUT_MS", 3_000),
                idle=self.integer("IDLE_TRANSACTION_TIMEOUT_MS", 30_000),
            )
            config |= {"OPTIONS": {"options": options}, "CONN_MAX_AGE": 60}
        elif config["ENGINE"].endswith("sqlite3"):
            config["OPTIONS"] = SQLITE_OPTIONS
            if config["NAME"] != MEMORY:
                Path(config["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        else:
            raise ImproperlyConfigured(f"{name} is wrong: Union runs on SQLite and PostgreSQL; {cure}")
        return config
