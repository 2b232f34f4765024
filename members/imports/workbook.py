"""XLSX to rows. The archive is judged by its directory before anything in it is unpacked."""

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl.utils.exceptions import InvalidFileException

from members.imports.limits import (
    MOST_COLUMNS,
    MOST_ENTRIES,
    MOST_RATIO,
    MOST_ROWS,
    MOST_UNPACKED_BYTES,
    RATIO_COUNTS_FROM,
)
from members.imports.problems import FileRefused

ENCRYPTED = 0x1
HEAD = 65_536  # a document type stands before the root element
SPARE_ROWS = 1_000
MOST_EMPTY_ROWS = 1_000  # Excel may store a million formatted, empty rows
CHUNK = 1 << 20
LONGEST_ROW = 8_000_000  # bytes kept of one row
MOST_TOLD = 5  # merged or faulty cells
_DOCTYPE = re.compile(rb"<!\s*(doctype|entity)", re.IGNORECASE)
_MERGED = re.compile(rb'<mergeCell\s[^>]*ref="([A-Z0-9:]+)"')
_ROW = re.compile(rb'<row\s(?:[^>]*\s)?r="(\d+)"[^>]*>')
_FILLED = re.compile(rb"<(?:v|t)[ >]")
_PADDED = re.compile(r"^0{2,20}$")  # a number format that shows leading noughts
_ERRORS = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OSError,
    SyntaxError,
    TypeError,
    AttributeError,
    ArithmeticError,
    IndexError,
)


def read_rows(path: Path) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """(row number, cells as text) of the first visible sheet with text, and notes on what was left aside."""
    _preflight(path)
    try:
        # Opened here: of a damaged workbook the library would leave the file open.
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
            return _first_sheet(book, path)
    except _ERRORS as error:
        raise FileRefused(
            _("The workbook is damaged and cannot be read. Open it and save it again.")
        ) from error


def _preflight(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            _judge_directory(archive)
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        if _DOCTYPE.search(part.read(HEAD).replace(b"\x00", b"")):
                            raise FileRefused(_("The workbook declares entities of its own; it is not read."))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise FileRefused(
            _("The workbook is damaged and cannot be read. Open it and save it again.")
        ) from error


def _judge_directory(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MOST_ENTRIES:
        raise FileRefused(_("The workbook holds %(count)d parts; that is no list.") % {"count": len(entries)})
    if "xl/workbook.xml" not in names:
        raise FileRefused(_("This is an archive, not an Excel workbook. Save the list as XLSX or CSV."))
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise FileRefused(_("The workbook is protected with a password. Save it without one."))
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileRefused(_("The workbook holds macros. Save it as XLSX without macros."))
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise FileRefused(_("The workbook is linked to other files. Save its values alone."))
    _judge_sizes(entries)


def _judge_sizes(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > MOST_UNPACKED_BYTES:
        raise FileRefused(
            _("The workbook unpacks to %(size)d MB; at most %(limit)d MB are read.")
            % {"size": total // 1_000_000, "limit": MOST_UNPACKED_BYTES // 1_000_000}
        )
    for entry in entries:
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise FileRefused(_("The workbook unpacks to far more than a list can; it is not read."))


def _first_sheet(book, path: Path) -> tuple[list[tuple[int, list[str]]], list[str]]:
    aside = []
    chosen = None
    faulty: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            aside.append(_("%(sheet)s (hidden)") % {"sheet": sheet.title})
        elif chosen:
            aside.append(sheet.title)
        elif rows := list(_rows(sheet, faulty)):
            chosen = (sheet, rows)
        else:
            aside.append(_("%(sheet)s (empty)") % {"sheet": sheet.title})
    if chosen is None:
        raise FileRefused(_("No visible sheet of the workbook holds text."))
    sheet, rows = chosen
    notes = [_("Read sheet “%(sheet)s”.") % {"sheet": sheet.title}]
    if aside:
        notes.append(_("Sheets left aside: %(sheets)s.") % {"sheets": ", ".join(aside)})
    notes.extend(_merged(path, getattr(sheet, "_worksheet_path", "")))
    notes.extend(_said_faulty(faulty))
    return rows, notes


def _rows(sheet, faulty: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Rows with something in them, to where only formatted, empty ones follow."""
    sheet.reset_dimensions()  # what the sheet says of its own size may be wrong
    last = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_text(cell, number, faulty) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise FileRefused(
                _("The file has %(count)d columns; at most %(limit)d are read. Leave out what is not needed.")
                % {"count": len(cells), "limit": MOST_COLUMNS}
            )
        if number - last > MOST_EMPTY_ROWS and not cells:
            _refuse_row_below(sheet, number)
            return
        if number > MOST_ROWS + SPARE_ROWS:
            raise FileRefused(
                _("The file has more than %(limit)d rows. Divide the list.") % {"limit": MOST_ROWS}
            )
        if cells:
            last = number
            yield number, cells


def _refuse_row_below(sheet, end: int) -> None:
    """A row that stands far below the list is not lost unsaid.

    Looked for in the bytes: a million empty rows would take the library half a minute and 500 MB.
    """
    part = sheet._worksheet_path.lstrip("/")
    kept = b""
    for chunk in _chunks(sheet.parent._archive, part):
        *rows, kept = re.split(rb"(?=<row\s)", kept + chunk)
        for row in rows:
            _refuse_filled(row, end)
        if len(kept) > LONGEST_ROW:
            _refuse_filled(kept, end)
            kept = b""
    _refuse_filled(kept, end)


def _refuse_filled(row: bytes, end: int) -> None:
    found = _ROW.match(row)
    if found and int(found[1]) > end and _FILLED.search(row):
        raise FileRefused(
            _("Row %(row)d stands more than %(count)d empty rows below the list. Delete it or move it up.")
            % {"row": int(found[1]), "count": MOST_EMPTY_ROWS}
        )


def _chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while chunk := opened.read(CHUNK):
            yield chunk


def _text(cell, number: int, faulty: list[str]) -> str:
    """What the cell shows, as text; a date as 2019-03-04, so that no reader has to guess its order."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise FileRefused(_said_formula(cell, number))
    if isinstance(value, str):
        if cell.data_type == "e":
            faulty.append(f"{cell.coordinate} {value}")
            return ""
        return value.strip()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return _number(cell, value)


def _number(cell, value) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and _PADDED.match(cell.number_format):
        return str(value).zfill(len(cell.number_format))
    return str(value)


def _said_formula(cell, number: int) -> str:
    place = getattr(cell, "coordinate", "") or str(number)
    return _(
        "Cell %(cell)s holds a formula. Save the sheet as values (Paste special, Values) and try again."
    ) % {"cell": place}


def _merged(path: Path, part: str) -> list[str]:
    """A note where cells are merged: only the first of them holds the value."""
    if not part:
        return []
    found: dict[str, None] = {}  # in order, each once
    kept = b""
    with zipfile.ZipFile(path) as archive:
        for chunk in _chunks(archive, part.lstrip("/")):
            data = kept + chunk
            found |= dict.fromkeys(match.decode() for match in _MERGED.findall(data))
            kept = data[-200:]
    if not found:
        return []
    shown = ", ".join(list(found)[:MOST_TOLD])
    return [
        ngettext(
            "Merged cells (%(cells)s): only the first of them holds the value, the others count as empty.",
            "Merged cells (%(cells)s …): only the first of each holds the value, the others count as empty.",
            len(found),
        )
        % {"cells": shown}
    ]


def _said_faulty(faulty: list[str]) -> list[str]:
    """A note on cells that show an error such as #N/A: they hold nothing that could be taken over."""
    if not faulty:
        return []
    shown = ", ".join(faulty[:MOST_TOLD]) + (" …" if len(faulty) > MOST_TOLD else "")
    return [_("Cells that show an error count as empty: %(cells)s.") % {"cells": shown}]
