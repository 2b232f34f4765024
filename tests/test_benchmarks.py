"""Each script in benchmarks/ runs, on a register so small that its figures mean nothing."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
HEADINGS = "id,name,other_names,acronym,country_code,country,city,established,types,status,website"
LIST = f"""{HEADINGS}
1,Yedi Palmiye Su Vakfı,Seven Palms Water Foundation; Fondation Sept Palmiers,YPSV,TR,Turkey,Konya,2009,funder,active,https://seven-palms.example.org/
2,مؤسسة الخبز الدافئ للتعليم,Warm Bread,,EG,Egypt,Aswan,,"education, funder",active,
3,Stone Well,Stone Well,SW; SWA,,Nowhere,,18,other,active,
"""
FIGURES = r"p50_ms=[0-9.]+ p95_ms=[0-9.]+ rps=[0-9.]+ bytes=[0-9]+"


def run(script: str, *arguments: str, database: Path) -> str:
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment |= {"DEBUG": "true", "DATABASE_URL": f"sqlite:///{database}"}
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments],
        env=environment, cwd=database.parent, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def listed(tmp_path) -> Path:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(LIST.encode()))
    return path


@pytest.fixture(scope="module")
def register(tmp_path_factory) -> Path:
    """A small register of invented names, made by load_register.py."""
    path = tmp_path_factory.mktemp("register") / "register.sqlite3"
    said = run("load_register.py", "60", database=path)
    assert re.fullmatch(r"loaded organisations=60 names=\d+ seconds=[0-9.]+\n", said)
    return path


def test_load_register_from_a_list(listed, tmp_path):
    said = run("load_register.py", "10", "--source", str(listed), database=tmp_path / "register.sqlite3")
    assert said.startswith("loaded organisations=3 names=9 ")


def test_load_register_refuses_a_register_that_is_not_empty(register):
    with pytest.raises(AssertionError, match="holds organisations already"):
        run("load_register.py", "1", database=register)


def test_pages_prints_a_line_for_every_page(register):
    said = run("pages.py", "--seconds", "0.2", database=register)
    lines = [line for line in said.splitlines() if not re.fullmatch(r"  \S+-kept has \d+ % of .* bare", line)]
    assert all(re.fullmatch(rf"page=\S+ queries=\d+ {FIGURES}", line) for line in lines), said
    names = [re.match(r"page=(\S+)", line)[1] for line in lines]
    assert names == [
        "bare", "bare25", "home", "list", "filtered", "search", "profile", "country", "countries",
        "bare", "home-kept", "list-kept", "filtered-kept", "profile-kept", "country-kept", "countries-kept",
        "list-304",
    ]  # fmt: skip
    queries = {
        name: int(re.search(r"queries=(\d+)", line)[1]) for name, line in zip(names, lines, strict=True)
    }
    assert queries["bare"] == 0
    assert queries["bare25"] == 1
    assert 0 < queries["list-304"] < queries["list"] <= 8


def test_import(listed, tmp_path):
    said = run("import.py", "3", "--source", str(listed), database=tmp_path / "register.sqlite3")
    assert "seconds=" in said


def test_search_quality(tmp_path):
    corpus, pairs = tmp_path / "corpus.csv", tmp_path / "pairs.csv"
    corpus.write_text(
        "id,name,acronyms,aliases,labels (lang: name),country,established,types,website\n"
        "1,Yedi Palmiye Su Vakfı,YPSV,,en: Seven Palms,TR,2009,funder,\n2,Stone Well,,,,GB,,,\n",
        encoding="utf-8",
    )
    pairs.write_text(
        "kind,query,expected_ids,expected_name\nalias,seven palms,1,Yedi\ntypo,stne well,2,Stone Well\n",
        encoding="utf-8",
    )
    said = run("search_quality.py", str(corpus), str(pairs), database=tmp_path / "register.sqlite3")
    assert re.search(r"^ALL queries=2 top1=1\.000 top10=1\.000 ", said, re.MULTILINE)


def test_search_speed(register):
    assert re.search(
        r"^(kind=)?ALL .*max_ms=", run("search_speed.py", "--rounds", "1", database=register), re.MULTILINE
    )
