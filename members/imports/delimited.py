"""CSV and TSV to rows: encoding and delimiter detected, damage told with its line."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.imports import encodings
from members.imports.limits import MOST_CELL_LETTERS, MOST_COLUMNS, MOST_ROWS
from members.imports.problems import FileRefused

DELIMITERS = {
    ",": gettext_lazy("comma"),
    ";": gettext_lazy("semicolon"),
    "\t": gettext_lazy("tab"),
    "|": gettext_lazy("vertical bar"),
}
SAMPLE_LETTERS = 200_000
SAMPLE_RECORDS = 40
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SPARE_ROWS = 1_000  # titles and empty lines beside the rows that count


def read_rows(path: Path, *, encoding: str = "") -> tuple[list[tuple[int, list[str]]], list[str]]:
    """(row number, cells) for each record, and notes on how the file was read."""
    encoding = encoding or encodings.detect(path)
    try:
        with path.open(encoding=encoding, newline="") as file:
            delimiter, declared = _delimiter(file.read(SAMPLE_LETTERS))
            file.seek(0)
            rows = list(_records(_counted(file), delimiter, declared))
    except LookupError as error:
        raise FileRefused(_("“%(name)s” is no encoding known here.") % {"name": encoding}) from error
    except UnicodeError as error:
        name = encodings.NAMES.get(encoding, encoding)
        raise FileRefused(
            _("The file is not in %(name)s throughout. Save it as UTF-8.") % {"name": name}
        ) from error
    said = _("Read as %(encoding)s, columns divided by %(delimiter)s.") % {
        "encoding": encodings.NAMES.get(encoding, encoding),
        "delimiter": DELIMITERS[delimiter],
    }
    return rows, [said]


def _counted(file: io.TextIOBase) -> Iterator[str]:
    """The lines of a file; one that is longer than a whole row may be ends the reading."""
    longest = MOST_CELL_LETTERS * 10
    number = 0
    while line := file.readline(longest):
        number += 1
        if number == 1:
            line = line.lstrip("\ufeff")  # of two files put together; it would hide a quotation mark
        if len(line) == longest:
            raise FileRefused(_("Line %(line)d is too long to be a row of a list.") % {"line": number})
        if "\x00" in line:
            raise FileRefused(
                _("Line %(line)d holds empty characters (NUL): this is no text file, or it is damaged.")
                % {"line": number}
            )
        yield line


def _delimiter(sample: str) -> tuple[str, bool]:
    """The delimiter, and whether a first line `sep=;` (of Excel) declared it."""
    first = sample.lstrip("\ufeff").split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and first[4:] in DELIMITERS:
        return first[4:], True
    if first == "sep=":
        return "\t", True
    return max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter)), False


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    """How many of the first records have the usual width of several columns, and that width."""
    widths = Counter()
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(record):
                widths[len(record)] += 1
            if widths.total() >= SAMPLE_RECORDS:
                break
    except csv.Error:
        pass
    several = [(count, width) for width, count in widths.items() if width > 1]
    if not several:
        return 0, 0
    count, width = max(several)
    return count / widths.total(), width


def _records(lines: Iterator[str], delimiter: str, declared: bool) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MOST_CELL_LETTERS)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number, begun = 0, 1
    while True:
        begun = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FileRefused(_said(error, begun)) from error
        number += 1
        if declared and number == 1:
            continue
        _refuse_large(number, record)
        cells = [_plain(cell) for cell in record]
        while cells and not cells[-1]:
            cells.pop()
        yield number, cells


def harmless(cell: str) -> str:
    """The text so that a spreadsheet does not take it for a formula; reading takes the mark off again."""
    return "'" + cell if cell.startswith(FORMULA_STARTS) and cell != "-" else cell


def _plain(cell: str) -> str:
    cell = cell.strip().lstrip("\ufeff")
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def _refuse_large(number: int, record: list[str]) -> None:
    if number > MOST_ROWS + SPARE_ROWS:
        raise FileRefused(_("The file has more than %(limit)d rows. Divide the list.") % {"limit": MOST_ROWS})
    if len(record) > MOST_COLUMNS * 10:
        raise FileRefused(
            _(
                "Line %(line)d has %(count)d columns; at most %(limit)d are read. "
                "Leave out what is not needed."
            )
            % {"line": number, "count": len(record), "limit": MOST_COLUMNS}
        )


def _said(error: csv.Error, line: int) -> str:
    said = str(error)
    if "field larger" in said:
        return _(
            "Line %(line)d: a cell is longer than %(limit)d letters. Is a quotation mark not closed?"
        ) % {
            "line": line,
            "limit": MOST_CELL_LETTERS,
        }
    if "unexpected end" in said:
        return _("Line %(line)d: a quotation mark is opened and never closed.") % {"line": line}
    return _("Line %(line)d: a quotation mark stands in the middle of a cell and is not doubled.") % {
        "line": line
    }
