"""The rows of a file in an order that does not depend on the file, each with what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from members.choices import ImportOutcome
from members.imports.matching import Match, Registry
from members.imports.problems import Message
from members.imports.rows import ImportedRow


@dataclass(slots=True)
class Placed:
    """A row and what it was found to be. `entry` of the match is its organisation, new ones included."""

    row: ImportedRow
    match: Match
    is_head: bool = False


def place(
    rows: Iterable[ImportedRow], registry: Registry, columns: Iterable[int], *, take_unsure: bool
) -> list[Placed]:
    """Every row placed, in the order of the file.

    The fullest row of a society comes first and gives its seat; ties are broken by the text, never by the
    place in the file. Unsure rows are asked again until nothing changes, because a society grows with each
    of its rows. `take_unsure` takes those that may be new as new.
    """
    rows = list(rows)
    used = sorted(columns)
    ordered = sorted((row for row in rows if not row.problems), key=lambda row: _rank(row, used))
    placed = {row.number: Placed(row, Match(ImportOutcome.PROBLEM, None, "")) for row in rows if row.problems}
    waiting = ordered
    while waiting:
        unsure = [row for row in waiting if not _settle(row, registry, placed, take_unsure=take_unsure)]
        if len(unsure) == len(waiting):
            break
        waiting = unsure
    return [placed[row.number] for row in rows]


def _rank(row: ImportedRow, columns: list[int]) -> tuple:
    cells = [row.cells[at] for at in columns]
    return bool(row.doubts), -sum(1 for cell in cells if cell), cells, row.number


def _settle(row: ImportedRow, registry: Registry, placed: dict[int, Placed], *, take_unsure: bool) -> bool:
    """Places a row; False while it is unsure, for then a later row may make it sure."""
    match = registry.match(row)
    if take_unsure and match.outcome == ImportOutcome.UNSURE and match.may_be_new:
        match = Match(ImportOutcome.NEW, None, match.reason)
    if row.doubts and match.outcome != ImportOutcome.SAME:
        row.problems.extend(row.doubts)
        placed[row.number] = Placed(row, Match(ImportOutcome.PROBLEM, match.entry, match.reason))
        return True
    if match.outcome == ImportOutcome.NEW:
        placed[row.number] = Placed(
            row, Match(ImportOutcome.NEW, registry.open(row), match.reason), is_head=True
        )
    elif match.outcome == ImportOutcome.SAME:
        is_head = not match.entry.rows
        registry.take(match.entry, row)
        row.notes.extend(row.doubts)
        placed[row.number] = Placed(row, match, is_head=is_head)
    else:
        if match.outcome == ImportOutcome.PROBLEM:
            row.problems.append(Message(match.reason, *row.number_place))
        placed[row.number] = Placed(row, match)
    return match.outcome != ImportOutcome.UNSURE
