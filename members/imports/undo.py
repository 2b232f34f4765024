"""An import taken back: everything it wrote goes, everything it replaced returns, unless edited since."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from members.actions import imports as deeds
from members.actions import undo_imports
from members.actions.undo_imports import Reversal
from members.imports.edits import edits_since
from members.models import ImportRow, ImportRun


class UndoRefused(Exception):
    """The import cannot be taken back; `reasons` tell which organisations stand in the way, and why."""

    def __init__(self, message: str, reasons: Iterable[str] = ()):
        super().__init__(message)
        self.reasons = list(reasons)


@dataclass
class Undone:
    """How many organisations were taken back, and the reasons of those that were not."""

    organisations: int
    refused: list[str] = field(default_factory=list)


def undo(run_id: int, *, by=None, except_edited: bool = False) -> Undone:
    """Takes an import back in one transaction.

    Raises UndoRefused for an unknown or already undone run, and when something was edited since: then
    nothing is taken back, or, with `except_edited`, everything else is.
    """
    with deeds.alone():
        run = ImportRun.objects.select_for_update().filter(pk=run_id).first()
        if run is None:
            raise UndoRefused(_("There is no import %(run)d.") % {"run": run_id})
        if run.undone_at:
            raise UndoRefused(_("Import %(run)d was taken back already.") % {"run": run_id})
        reversals = _reversals(run)
        edited = edits_since(run, reversals)
        reasons = sorted(reason for found in edited.values() for reason in found)
        if reasons and not except_edited:
            raise UndoRefused(
                _("Import %(run)d was not taken back, because these were edited since.") % {"run": run_id},
                reasons,
            )
        kept = [reversal for reversal in reversals if reversal.organisation not in edited]
        undo_imports.take_back(run, kept, by=by, refused=len(edited))
    return Undone(len(kept), reasons)


def _reversals(run: ImportRun) -> list[Reversal]:
    """Per organisation, what this run wrote there."""
    found: dict[int, Reversal] = defaultdict(lambda: Reversal(0))
    rows = ImportRow.objects.filter(run=run).exclude(after={}).order_by("row_number")
    for row in rows.iterator(chunk_size=2000):
        reversal = found[row.organisation_id]
        reversal.organisation = row.organisation_id
        reversal.take(row.before, row.after)
    return [reversal for pk, reversal in found.items() if pk]
