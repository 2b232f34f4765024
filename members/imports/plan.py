"""The plan of an import: what each row would do, said before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members.choices import ImportOutcome
from members.imports import columns as column_matching
from members.imports import reader, register
from members.imports.changes import Changes, State, absorb
from members.imports.columns import Columns, label
from members.imports.grouping import Placed, place
from members.imports.matching import Entry, full_names
from members.imports.problems import FileRefused, Message
from members.imports.reader import Table
from members.imports.rows import ImportedRow, RowReader
from members.models import MembershipClass

Progress = Callable[[str, int, int], None]
STEP = 1_000  # rows between two signs of life
MOST_VALUES_TOLD = 12


def silent(step: str, done: int, of: int) -> None:
    """The progress of an import nobody watches."""


@dataclass(frozen=True)
class Options:
    """What the secretary said beside the file. `take_unsure` takes rows as new that only look like others."""

    columns_file: Path | None = None
    encoding: str = ""
    take_unsure: bool = False

    def as_json(self) -> dict:
        columns = self.columns_file.name if self.columns_file else ""
        return {"columns": columns, "encoding": self.encoding, "take_unsure": self.take_unsure}


@dataclass(slots=True)
class PlannedRow:
    """A row and what would become of it."""

    row: ImportedRow
    outcome: str
    entry: Entry | None
    reason: str = ""
    changes: Changes = field(default_factory=Changes)

    @property
    def is_written(self) -> bool:
        return self.outcome in {ImportOutcome.NEW, ImportOutcome.CHANGED} or bool(self.changes)

    def messages(self) -> list[Message]:
        said = [*self.row.problems, *self.row.notes, *self.changes.notes]
        is_said = any(message.text == self.reason for message in said)
        return [Message(self.reason), *said] if self.reason and not is_said else said


@dataclass
class Plan:
    """All rows in the order of the file, and what is said of the file as a whole."""

    table: Table
    columns: Columns
    rows: list[PlannedRow]
    notes: list[str]
    default_class: str

    @property
    def counts(self) -> dict[str, int]:
        """rows, and new, changed, same, unsure, problems, which add up to it."""
        found = Counter(planned.outcome for planned in self.rows)
        outcomes = {outcome.value: found[outcome] for outcome in ImportOutcome}
        outcomes["problems"] = outcomes.pop("problem")
        return {"rows": len(self.rows), **outcomes}

    def entries(self) -> Iterator[tuple[Entry, list[PlannedRow]]]:
        """Organisations that something is written to, with their rows: heads first, then as in the file."""
        grouped: dict[int, list[PlannedRow]] = defaultdict(list)
        for planned in self.rows:
            if planned.is_written:
                grouped[id(planned.entry)].append(planned)
        for rows in grouped.values():
            rows.sort(key=lambda planned: planned.outcome != ImportOutcome.NEW)
            yield rows[0].entry, rows


def summary_line(counts: dict[str, int]) -> str:
    return " ".join(
        f"{name}={counts[name]}" for name in ("rows", "new", "changed", "same", "unsure", "problems")
    )


def read(path: Path, options: Options) -> tuple[Table, Columns]:
    """The file and its columns; FileRefused with one sentence."""
    table = reader.read(
        path, encoding=options.encoding, is_heading=column_matching.heading_test(options.columns_file)
    )
    return table, column_matching.match(table, options.columns_file)


def build(table: Table, columns: Columns, options: Options, *, progress: Progress = silent) -> Plan:
    """The plan for the register as it is now. Reads the database, writes nothing."""
    row_reader = RowReader(table, columns, register.lists())
    rows = []
    for done, (number, cells) in enumerate(table.rows):
        rows.append(row_reader.read(number, cells))
        if done % STEP == 0:
            progress(_("Reading"), done, len(table.rows))
    progress(_("Matching"), 0, len(rows))
    registry = register.registry()
    placed = place(rows, registry, columns.fields, take_unsure=options.take_unsure)
    planned = [PlannedRow(p.row, p.match.outcome, p.match.entry, p.match.reason) for p in placed]
    default = _default_class()
    _plan_changes(placed, {plan.row.number: plan for plan in planned}, default, progress)
    _hint_at_twins(planned)
    notes = [
        *table.notes,
        *columns.notes,
        *_said_of_columns(table, columns),
        *_said_of_values(rows, table, columns),
    ]
    if "class" not in columns.fields.values():
        notes.append(_("New members get the class “%(name)s”; no column gives another.") % {"name": default})
    if "member_since" not in columns.fields.values():
        notes.append(_("No column gives the first day of membership; it is recorded as not known."))
    return Plan(table, columns, planned, notes, default)


def _default_class() -> str:
    slug = MembershipClass.objects.filter(is_default=True).values_list("slug", flat=True).first()
    if slug is None:
        raise FileRefused(
            _("No class of membership is marked as the class of imported members. Mark one first.")
        )
    return slug


def _plan_changes(
    placed: list[Placed], planned: dict[int, PlannedRow], default: str, progress: Progress
) -> None:
    entries = {id(p.match.entry): p.match.entry for p in placed if p.match.outcome in _TAKEN}
    known = {entry.pk: entry for entry in entries.values() if entry.pk}
    new = ((entry, State(country=entry.country)) for entry in entries.values() if not entry.pk)
    old = ((known[pk], state) for pk, state in register.states(known))
    for done, (entry, state) in enumerate(chain(new, old)):
        _absorb_all(entry, state, planned, default)
        if done % STEP == 0:
            progress(_("Comparing"), done, len(entries))


_TAKEN = frozenset({ImportOutcome.NEW, ImportOutcome.SAME})


def _absorb_all(entry: Entry, state: State, planned: dict[int, PlannedRow], default: str) -> None:
    """Rows in the order in which they were placed: the head comes first."""
    for at, row in enumerate(entry.rows):
        if not row.membership.class_slug and not state.memberships:
            row.membership.class_slug = default
        plan = planned[row.number]
        plan.changes = absorb(state, row, is_head=at == 0)
        if entry.pk and plan.changes:
            plan.outcome = ImportOutcome.CHANGED
        elif plan.outcome != ImportOutcome.NEW and not entry.pk:
            plan.reason = _("Same organisation as row %(row)d (%(why)s).") % {
                "row": entry.rows[0].number,
                "why": plan.reason,
            }


def _hint_at_twins(planned: list[PlannedRow]) -> None:
    """Tells a row with a problem which row its names belong to: then it is plain what to correct."""
    by_names = {
        frozenset(full_names(plan.row)): plan.row.number
        for plan in planned
        if plan.outcome in {ImportOutcome.NEW, ImportOutcome.SAME, ImportOutcome.CHANGED}
    }
    for plan in planned:
        names = frozenset(full_names(plan.row))
        twin = by_names.get(names)
        if plan.outcome == ImportOutcome.PROBLEM and names and twin:
            plan.row.notes.append(Message(_("Its names are those of row %(row)d.") % {"row": twin}))


def _said_of_columns(table: Table, columns: Columns) -> list[str]:
    read_as = [f"{table.headings[at]} → {label(name)}" for at, name in sorted(columns.fields.items())]
    said = [_("Columns: %(columns)s.") % {"columns": "; ".join(read_as)}]
    if columns.aside:
        aside = [table.headings[at] or table.letter(at) for at in columns.aside]
        said.append(_("Not imported: %(columns)s.") % {"columns": ", ".join(aside)})
    return said


def _said_of_values(rows: list[ImportedRow], table: Table, columns: Columns) -> list[str]:
    """Words that mean nothing here, once for all rows."""
    unknown = defaultdict(Counter)
    for row in rows:
        for name, value in row.unknown:
            unknown[name][value] += 1
    said = []
    for name, counted in unknown.items():
        told = ", ".join(f"“{value}” ({count})" for value, count in counted.most_common(MOST_VALUES_TOLD))
        more = len(counted) - MOST_VALUES_TOLD
        if more > 0:
            told += " " + ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more}
        said.append(
            _(
                "%(field)s: %(values)s stand for nothing in this register and are left aside. "
                "--columns can map them."
            )
            % {"field": label(name), "values": told}
        )
    return said
