"""A plan carried out: in one transaction, with the plan made anew inside it."""

from collections.abc import Iterator
from itertools import islice

from django.db import reset_queries
from django.utils.translation import gettext as _

from members.actions import imports as deeds
from members.actions.imports import Draft, NewMembership, NewName, Written
from members.imports.columns import Columns
from members.imports.plan import Options, Plan, PlannedRow, Progress, build, silent
from members.imports.reader import Table
from members.models import ImportRow, ImportRun

BATCH = 1_000


def apply(
    table: Table, columns: Columns, options: Options, *, by=None, progress: Progress = silent
) -> tuple[Plan, ImportRun | None]:
    """Writes what the plan says and returns it with its run; None when there was nothing to write.

    The plan is made inside the transaction, after every other import has ended, so that what is written
    is what the register then needs. Killed at any moment, nothing of it is there.
    """
    with deeds.alone():
        plan = build(table, columns, options, progress=progress)
        if not any(planned.is_written for planned in plan.rows):
            return plan, None
        run = deeds.start(file_name=table.file_name, sha256=table.sha256, by=by, options=options.as_json())
        new_in = [entry.country for entry, rows in plan.entries() if entry.pk is None]
        writer = deeds.Writer(run, by=by, new_in=new_in)
        drafts = (_draft(rows) for _entry, rows in plan.entries())
        total = sum(1 for _entry in plan.entries())
        done: dict[int, tuple[Written, dict]] = {}
        count = 0
        while batch := list(islice(drafts, BATCH)):
            for written in writer.write(batch):
                done.update((row, (written, keys)) for row, keys in written.by_row.items())
                count += 1
            reset_queries()  # kept where DEBUG is on
            progress(_("Writing"), count, total)
        writer.close()
        deeds.finish(run, _rows(run, plan, done), counts=plan.counts, by=by)
    return plan, run


def _draft(rows: list[PlannedRow]) -> Draft:
    head = rows[0]
    draft = Draft(pk=head.entry.pk, country=head.entry.country, row=head.row.number)
    for planned in rows:
        number, changes = planned.row.number, planned.changes
        draft.facts.update({name: after for name, (_before, after) in changes.facts.items()})
        draft.names += [NewName(name.value, name.kind, name.language, number) for name in changes.names]
        draft.works_in += [(code, number) for code in changes.works_in]
        draft.focus_areas += [(slug, number) for slug in changes.focus_areas]
        draft.member_since = draft.member_since or changes.member_since
        if changes.is_member:
            draft.membership = _membership(planned)
    return draft


def _membership(planned: PlannedRow) -> NewMembership:
    facts = planned.row.membership
    return NewMembership(
        class_slug=facts.class_slug,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        how_ended=facts.status.ended,
        suspended_on=facts.suspended_on if facts.status.is_suspended else None,
        row=planned.row.number,
    )


def _rows(run: ImportRun, plan: Plan, done: dict[int, tuple[Written, dict]]) -> Iterator[ImportRow]:
    """What became of each row; with the keys of all it wrote and the values it replaced, for undo."""
    organisations = {id(p.entry): done[p.row.number][0] for p in plan.rows if p.row.number in done}
    for planned in plan.rows:
        written, keys = done.get(planned.row.number, (None, {}))
        written = written or organisations.get(id(planned.entry))
        is_rejected = planned.outcome in {"unsure", "problem"}
        changes = planned.changes
        before = {name: old for name, (old, _new) in changes.facts.items()}
        after = {"facts": {name: new for name, (_old, new) in changes.facts.items()}, **keys}
        if planned.outcome == "new":
            before, after["created"] = {}, True
        if changes.member_since:
            after["member_since"] = [changes.member_since[0], changes.member_since[1].isoformat()]
        yield ImportRow(
            run=run,
            row_number=planned.row.number,
            outcome=planned.outcome,
            organisation_id=None if is_rejected else _organisation(planned, written),
            before=before,
            after=after if planned.is_written else {},
            messages=[message.as_json() for message in planned.messages()],
        )


def _organisation(planned: PlannedRow, written: Written | None) -> int | None:
    return written.organisation if written else planned.entry.pk
