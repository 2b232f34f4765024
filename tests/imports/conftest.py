"""Lists of invented members as files, and what an import makes of them."""

import csv
from pathlib import Path

import openpyxl
import pytest

from members.imports import plan as planning
from members.imports.apply import apply
from members.imports.plan import Options


@pytest.fixture
def write_csv(tmp_path):
    """Writes rows, the first of them the headings, and returns the path."""

    def write(*rows, name="list.csv", encoding="utf-8", delimiter=","):
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
        return path

    return write


@pytest.fixture
def write_xlsx(tmp_path):
    def write(*rows, name="list.xlsx", book=None):
        book = book or openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def make_plan(db):
    """The plan for a file, nothing written."""

    def make(path: Path, **options):
        options = Options(**options)
        return planning.build(*planning.read(path, options), options)

    return make


@pytest.fixture
def carry_out(db):
    """Applies a file and returns the plan and the run."""

    def carry(path: Path, *, by=None, **options):
        options = Options(**options)
        return apply(*planning.read(path, options), options, by=by)

    return carry


def outcomes(plan) -> list[str]:
    return [str(planned.outcome) for planned in plan.rows]


def said(plan, row: int) -> str:
    """All that the plan says about the row at this place."""
    planned = plan.rows[row]
    return " ".join([planned.reason, *(str(message) for message in planned.messages())])
