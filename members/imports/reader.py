"""A file to a table of texts. What is no list, or lies about what it is, is refused with one sentence."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from members.imports import delimited, workbook
from members.imports.limits import MOST_BYTES, MOST_CELL_LETTERS, MOST_COLUMNS, MOST_ROWS
from members.imports.problems import FileRefused

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt"})
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
HEADING_WITHIN = 10  # a title and a few empty lines may stand above the headings

Row = tuple[int, list[str]]


@dataclass
class Table:
    """What a file holds: `rows` as (row number in the spreadsheet, cells), notes on what was left aside."""

    file_name: str
    sha256: str
    headings: list[str]
    rows: list[Row]
    notes: list[str] = field(default_factory=list)

    def letter(self, column: int) -> str:
        return column_letter(column)


def column_letter(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read(path: Path, *, encoding: str = "", is_heading: Callable[[str], bool] = bool) -> Table:
    """The table in `path`. `is_heading` says whether a text looks like the heading of a known column.

    Raises FileRefused. `encoding` overrules what would be detected (text files only).
    """
    kind = _kind(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if kind == "workbook":
        rows, notes = workbook.read_rows(path)
    else:
        rows, notes = delimited.read_rows(path, encoding=encoding)
    headings, rows, above = _split(rows, is_heading)
    if above:
        notes.append(_("Left aside above the headings: %(text)s") % {"text": " · ".join(above)[:200]})
    return Table(path.name[:200], digest, headings, rows, notes)


def _kind(path: Path) -> str:
    """ "text" or "workbook", by content; refused where the name says something else."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise FileRefused(
            _("The file %(name)s cannot be opened: %(why)s.") % {"name": path.name, "why": error.strerror}
        ) from error
    if not size:
        raise FileRefused(_("The file is empty."))
    is_workbook = start.startswith(b"PK\x03\x04")
    _refuse_foreign(path, start)
    suffix = path.suffix.lower()
    if suffix == ".xlsx" and not is_workbook:
        raise FileRefused(
            _("The file is named .xlsx but is no Excel workbook. Save it again as XLSX or CSV.")
        )
    if suffix in TEXT_SUFFIXES and is_workbook:
        raise FileRefused(
            _("The file is named %(suffix)s but is a workbook or archive. Name it .xlsx or save it as CSV.")
            % {"suffix": suffix}
        )
    if suffix not in TEXT_SUFFIXES | {".xlsx"}:
        raise FileRefused(
            _("Files of the kind “%(suffix)s” are not read. Save the list as XLSX, CSV or TSV.")
            % {"suffix": suffix or path.name}
        )
    kind = "workbook" if is_workbook else "text"
    if size > MOST_BYTES[kind]:
        raise FileRefused(
            _("The file has %(size)d MB; at most %(limit)d MB are read. Divide the list.")
            % {"size": size // 1_000_000, "limit": MOST_BYTES[kind] // 1_000_000}
        )
    return kind


def _refuse_foreign(path: Path, start: bytes) -> None:
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(OLE_START):
        with path.open("rb") as file:
            is_encrypted = ENCRYPTED_MARK in file.read(8_000_000)
        if is_encrypted:
            raise FileRefused(_("The workbook is protected with a password. Save it without one."))
        raise FileRefused(_("This is an old Excel file (.xls). Open it and save it as XLSX."))
    if text.startswith(b"%pdf"):
        raise FileRefused(_("This is a PDF. A list is needed: XLSX, CSV or TSV."))
    if text.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<workbook")):
        raise FileRefused(_("This is a web page or XML, not a list. Save it as XLSX or CSV."))


def _split(rows: list[Row], is_heading: Callable[[str], bool]) -> tuple[list[str], list[Row], list[str]]:
    """Headings, rows with something in them, and the texts above the headings."""
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        raise FileRefused(_("The file holds no text."))
    at = _heading_at(filled, is_heading)
    headings, below = filled[at][1], filled[at + 1 :]
    above = [" ".join(filter(None, cells)) for _number, cells in filled[:at]]
    if not below:
        raise FileRefused(_("The file has headings but no rows below them."))
    if len(below) > MOST_ROWS:
        raise FileRefused(
            _("The file has %(count)d rows; at most %(limit)d are read at once. Divide the list.")
            % {"count": len(below), "limit": MOST_ROWS}
        )
    width = max(len(headings), *(len(cells) for _number, cells in below))
    if width > MOST_COLUMNS:
        raise FileRefused(
            _("The file has %(count)d columns; at most %(limit)d are read. Leave out what is not needed.")
            % {"count": width, "limit": MOST_COLUMNS}
        )
    headings = headings + [""] * (width - len(headings))
    _refuse_twice(headings)
    for _number, cells in below:
        cells.extend([""] * (width - len(cells)))
    return headings, below, above


def _heading_at(filled: list[Row], is_heading: Callable[[str], bool]) -> int:
    """The first of the upper rows with the most known headings; else the first row of several cells."""
    upper = filled[:HEADING_WITHIN]
    known = [sum(1 for cell in cells if cell and is_heading(cell)) for _number, cells in upper]
    if max(known):
        return known.index(max(known))
    widths = [sum(1 for cell in cells if cell) for _number, cells in upper]
    return next((at for at, width in enumerate(widths) if width > 1), 0)


def _refuse_twice(headings: list[str]) -> None:
    seen: dict[str, int] = {}
    for column, heading in enumerate(headings):
        if not heading:
            continue
        if len(heading) > MOST_CELL_LETTERS:
            raise FileRefused(
                _("A heading is too long in column %(letter)s.") % {"letter": column_letter(column)}
            )
        first = seen.setdefault(heading.casefold(), column)
        if first != column:
            raise FileRefused(
                _("The heading “%(heading)s” stands twice, in columns %(first)s and %(second)s. Rename one.")
                % {"heading": heading, "first": column_letter(first), "second": column_letter(column)}
            )
