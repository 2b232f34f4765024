"""A plan in words, as JSON, and the rejected rows as a file."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell

from members.choices import ImportOutcome
from members.imports.delimited import harmless
from members.imports.plan import Plan, PlannedRow

REJECTED = frozenset({ImportOutcome.UNSURE, ImportOutcome.PROBLEM})


def lines(plan: Plan) -> Iterator[str]:
    """The plan for a reader: what holds for the file, then each row."""
    yield from plan.notes
    yield ""
    for planned in plan.rows:
        yield _line(planned)
        for message in planned.messages():
            yield f"    {message}"
        for said in planned.changes.in_words() if planned.outcome == ImportOutcome.CHANGED else ():
            yield f"    {said}"


def _line(planned: PlannedRow) -> str:
    row = planned.row
    name = row.official.value if row.official else ""
    number = planned.entry.number if planned.entry else ""
    words = [str(ImportOutcome(planned.outcome).label), row.country or "", number, name]
    return _("Row %(row)d") % {"row": row.number} + ": " + " · ".join(filter(None, words))


def as_json(plan: Plan) -> dict:
    """The plan for machines. `rows` hold the resolved country code of each row, null where there is none."""
    table = plan.table
    return {
        "file": table.file_name,
        "sha256": table.sha256,
        "columns": {table.headings[at]: name for at, name in sorted(plan.columns.fields.items())},
        "not_imported": [table.headings[at] for at in plan.columns.aside],
        "notes": plan.notes,
        "counts": plan.counts,
        "rows": [_row_as_json(planned) for planned in plan.rows],
    }


def _row_as_json(planned: PlannedRow) -> dict:
    row, entry = planned.row, planned.entry
    return {
        "row": row.number,
        "outcome": str(planned.outcome),
        "country": row.country,
        "name": row.official.value if row.official else "",
        "organisation": entry.number if entry else "",
        "same_as_row": entry.rows[0].number if entry and entry.rows and entry.rows[0] is not row else None,
        "reason": planned.reason,
        "problems": [message.as_json() for message in row.problems],
        "notes": [message.as_json() for message in (*row.notes, *planned.changes.notes)],
        "changes": planned.changes.in_words() if planned.outcome == ImportOutcome.CHANGED else [],
    }


def save(plan: Plan, path: Path) -> None:
    """Writes the plan as JSON, whole or not at all."""
    _replace(
        path,
        lambda part: part.write_text(
            json.dumps(as_json(plan), ensure_ascii=False, indent=1), encoding="utf-8"
        ),
    )


def write_rejected(plan: Plan, path: Path) -> int:
    """Writes unsure rows and those with problems in the columns of the file, with what is wrong.

    XLSX where `path` says so, else CSV with a byte order mark, which Excel needs for Arabic. No file without
    such rows.
    """
    rejected = [planned for planned in plan.rows if planned.outcome in REJECTED]
    if not rejected:
        return 0
    added = _("What is wrong")
    kept = [at for at, heading in enumerate(plan.table.headings) if heading != added]
    headings = [*(plan.table.headings[at] for at in kept), added]
    rows = ([*(planned.row.cells[at] for at in kept), _wrong(planned)] for planned in rejected)
    write = _write_workbook if path.suffix.lower() == ".xlsx" else _write_csv
    _replace(path, lambda part: write(part, headings, rows))
    return len(rejected)


def _wrong(planned: PlannedRow) -> str:
    messages = [*planned.row.problems, *planned.row.notes]
    said = [planned.reason] if planned.reason and planned.outcome == ImportOutcome.UNSURE else []
    return " ".join([*said, *(str(message) for message in messages)])


def _write_csv(path: Path, headings: list[str], rows) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([harmless(cell) for cell in headings])
        writer.writerows([harmless(cell) for cell in row] for row in rows)


def _write_workbook(path: Path, headings: list[str], rows) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_("Rejected rows")[:31])
    for row in (headings, *rows):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"  # text, whatever it begins with
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def _replace(path: Path, write) -> None:
    if path.exists() and not path.is_file():  # /dev/stdout, a pipe: nothing there to be put in its place
        write(path)
        return
    part = path.with_name(f".{path.name}.part")
    try:
        write(part)
        os.replace(part, path)  # noqa: PTH105 -- atomic, and so named
    finally:
        part.unlink(missing_ok=True)
