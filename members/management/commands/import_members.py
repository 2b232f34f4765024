"""`manage.py import_members FILE`: shows what a list of members would do to the register, or does it."""

import sys
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from members.imports import plan as planning
from members.imports import report
from members.imports.apply import apply
from members.imports.plan import Options, Plan
from members.imports.problems import FileRefused

PAUSE = 0.5  # seconds between two lines of progress


class Command(BaseCommand):
    help = (
        "Reads a list of members (CSV, TSV or XLSX) and prints what each row would do. Nothing is written "
        "without --apply. The format is described in docs/import-format.md."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the list")
        parser.add_argument("--apply", action="store_true", help="carry the plan out, in one transaction")
        parser.add_argument("--columns", type=Path, help="JSON that says which column is which")
        parser.add_argument("--encoding", default="", help="of a text file, instead of the one detected")
        parser.add_argument("--save", type=Path, help="write the plan to this file, as JSON")
        parser.add_argument(
            "--rejected", type=Path, help="where to write rejected rows; beside FILE by default"
        )
        parser.add_argument(
            "--unsure",
            choices=["skip", "new"],
            default="skip",
            help="what to do with rows that only look like another organisation",
        )

    def handle(self, *, file: Path, verbosity: int, **options):
        for path in (options["save"], options["rejected"]):
            if path and not path.resolve().parent.is_dir():
                raise CommandError(_("There is no folder %(folder)s.") % {"folder": path.parent})
            if path and path.resolve() == file.resolve():
                raise CommandError(_("%(file)s is the list itself; it is not overwritten.") % {"file": path})
        how = Options(options["columns"], options["encoding"], options["unsure"] == "new")
        progress = Progress(self.stderr) if verbosity else planning.silent
        try:
            table, columns = planning.read(file, how)
            if options["apply"]:
                plan, run = apply(table, columns, how, progress=progress)
            else:
                plan, run = planning.build(table, columns, how, progress=progress), None
        except FileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self._report(plan, run, file, verbosity=verbosity, **options)

    def _report(self, plan: Plan, run, file: Path, *, verbosity: int, **options) -> None:
        """The files first: whoever reads the plan may stop at any line, as `head` does."""
        try:
            ending = self._files(plan, file, **options)
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be written: %(why)s.")
                % {"file": error.filename or options["save"] or options["rejected"], "why": error.strerror}
                + (" " + _said_of_run(run) if run else "")
            ) from error
        if options["apply"]:
            ending.append(_said_of_run(run) if run else _("There was nothing to write."))
        else:
            ending.append(_("Nothing was written. Run again with --apply to carry this out."))
        if hasattr(self.stdout, "reconfigure"):
            # A terminal that lacks some letters shows their codes.
            self.stdout.reconfigure(errors="backslashreplace")
        told = [*report.lines(plan), ""] if verbosity else []
        try:
            for line in (*told, *ending, planning.summary_line(plan.counts)):
                self.stdout.write(line)
            self.stdout.flush()
        except OSError as error:
            said = _("The plan could not be shown to its end.")
            raise CommandError(" ".join([said, *ending, planning.summary_line(plan.counts)])) from error

    def _files(self, plan: Plan, file: Path, **options) -> list[str]:
        """Writes what was asked for; returns what is said of it."""
        if options["save"]:
            report.save(plan, options["save"])
        if not options["apply"]:
            return []
        rejected = options["rejected"] or file.with_name(f"{file.stem}.rejected{_suffix(file)}")
        count = report.write_rejected(plan, rejected)
        said = _("Rejected rows: %(count)d, in %(file)s") % {"count": count, "file": rejected}
        return [said] if count else []


def _said_of_run(run) -> str:
    return _("Import %(run)d. To take it back: manage.py undo_import %(run)d") % {"run": run.pk}


def _suffix(file: Path) -> str:
    return ".xlsx" if file.suffix.lower() == ".xlsx" else ".csv"


class Progress:
    """Lines on standard error, at most two a second; on a terminal each replaces the last."""

    def __init__(self, stream):
        self.stream, self.last, self.step = stream, 0.0, ""

    def __call__(self, step: str, done: int, of: int) -> None:
        now = time.monotonic()
        if step == self.step and done < of and now - self.last < PAUSE:
            return
        self.last, self.step = now, step
        ending = "\r" if sys.stderr.isatty() else "\n"
        self.stream.write(f"{step}: {done} / {of}", ending=ending)
        self.stream.flush()
