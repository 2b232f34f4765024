"""A missing or wrong variable stops the start with its name and the cure."""

import os

import pytest
from django.core.exceptions import ImproperlyConfigured

from union.environment import Environment

LONG = "r4nd0m-" * 10


@pytest.fixture
def env(monkeypatch):
    def make(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return Environment()

    return make


def test_dotenv_is_read_and_the_process_wins(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("UNION_A=from file\nUNION_B=from file\n", encoding="utf-8")
    monkeypatch.setattr(os, "environ", os.environ | {"UNION_B": "from process"})
    env = Environment(tmp_path / ".env")
    assert env.text("UNION_A", "") == "from file"
    assert env.text("UNION_B", "") == "from process"


def test_secret_key_missing(env):
    with pytest.raises(ImproperlyConfigured, match=r"UNION_KEY is missing.*secrets"):
        env().secret_key("UNION_KEY", debug=False)


@pytest.mark.parametrize("value", ["short", "django-insecure-" + LONG, "only-for-development-" + LONG])
def test_secret_key_weak(env, value):
    with pytest.raises(ImproperlyConfigured, match="UNION_KEY is too weak"):
        env(UNION_KEY=value).secret_key("UNION_KEY", debug=False)


def test_secret_key_good_or_made_for_development(env):
    assert env(UNION_KEY=LONG).secret_key("UNION_KEY", debug=False) == LONG
    assert len(env().secret_key("UNION_OTHER_KEY", debug=True)) > 50


def test_fernet_keys(env):
    good = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    assert env(UNION_S=good).fernet_keys("UNION_S", default_from="x", debug=False) == [good]
    assert len(env().fernet_keys("UNION_T", default_from="x", debug=True)[0]) == 44
    with pytest.raises(ImproperlyConfigured, match=r"UNION_T is missing.*Fernet"):
        env().fernet_keys("UNION_T", default_from="x", debug=False)


@pytest.mark.parametrize("value", ["abc", "é", "AAEC"])
def test_fernet_keys_wrong(env, value):
    with pytest.raises(ImproperlyConfigured, match="UNION_S is wrong: each key is 32 bytes"):
        env(UNION_S=value).fernet_keys("UNION_S", default_from="x", debug=False)


@pytest.mark.parametrize(
    "value", ["register.example.org", "ftp://example.org", "https://example.org/path", "https://"]
)
def test_site_url_wrong(env, value):
    with pytest.raises(ImproperlyConfigured, match="UNION_URL is wrong"):
        env(UNION_URL=value).site_url("UNION_URL", "http://127.0.0.1", debug=False)


def test_site_url_of_others_needs_https(env):
    made = env(UNION_URL="http://register.example.org")
    with pytest.raises(ImproperlyConfigured, match="https://"):
        made.site_url("UNION_URL", "", debug=False)
    assert made.site_url("UNION_URL", "", debug=True) == "http://register.example.org"
    assert env(UNION_URL="https://a.example/").site_url("UNION_URL", "", debug=False) == "https://a.example"


def test_hosts(env):
    assert env().hosts("UNION_H", site_url="https://a.example", debug=False) == ["a.example"]
    assert env(UNION_H="a.example, b.example").hosts("UNION_H", site_url="", debug=False) == [
        "a.example",
        "b.example",
    ]
    with pytest.raises(ImproperlyConfigured, match="UNION_H is wrong"):
        env(UNION_H="*").hosts("UNION_H", site_url="", debug=False)


@pytest.mark.parametrize(
    "value",
    ["mysql://a:b@c/d", "nonsense", "postgres://user:pass@host:5432/", "sqlite:///", "postgres://h:port/x"],
)
def test_database_wrong(env, value):
    with pytest.raises(ImproperlyConfigured, match=r"UNION_DB is wrong.*postgres://"):
        env(UNION_DB=value).database("UNION_DB", "")


def test_database_sqlite_waits_for_its_turn(env, tmp_path):
    config = env(UNION_DB=f"sqlite:///{tmp_path}/new/register.sqlite3").database("UNION_DB", "")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert config["OPTIONS"]["timeout"] == 20
    assert (tmp_path / "new").is_dir()


def test_database_postgresql_has_limits(env):
    config = env(UNION_DB="postgres://u:p%40ss@db.example:5433/union", LOCK_TIMEOUT_MS="1234").database(
        "UNION_DB", ""
    )
    assert config["PASSWORD"] == "p@ss"
    assert "lock_timeout=1234" in config["OPTIONS"]["options"]
    assert "statement_timeout=5000" in config["OPTIONS"]["options"]


@pytest.mark.parametrize(
    ("read", "value", "cure"),
    [
        (lambda env: env.flag("UNION_X", default=False), "perhaps", "true or false"),
        (lambda env: env.integer("UNION_X", default=1), "many", "whole number"),
        (lambda env: env.integer("UNION_X", default=1), "-1", "0 or more"),
        (lambda env: env.path_segment("UNION_X", default="a"), "Two/Words", "one path word"),
    ],
)
def test_wrong_values_name_the_variable_and_the_cure(env, read, value, cure):
    with pytest.raises(ImproperlyConfigured, match=f"UNION_X is wrong.*{cure}"):
        read(env(UNION_X=value))


def test_plain_values(env, tmp_path):
    made = env(UNION_D=str(tmp_path), UNION_W="a,b")
    assert made.directory("UNION_D", tmp_path) == tmp_path
    assert made.words("UNION_W", []) == ["a", "b"]
    assert made.path_segment("UNION_P", "admin") == "admin"
    assert made.flag("UNION_F", default=True) is True
