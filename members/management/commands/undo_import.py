"""`manage.py undo_import RUN`: takes an import back."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members.imports.undo import UndoRefused, undo


class Command(BaseCommand):
    help = (
        "Takes an import back. What was edited since is named; then nothing is taken back, or all the rest."
    )

    def add_arguments(self, parser):
        parser.add_argument("run", type=int, help="the number of the import, as import_members printed it")
        parser.add_argument(
            "--except-edited", action="store_true", help="take back everything that was not edited since"
        )

    def handle(self, *, run: int, except_edited: bool, **options):
        try:
            done = undo(run, except_edited=except_edited)
        except UndoRefused as refusal:
            for reason in refusal.reasons:
                self.stderr.write(reason)
            raise CommandError(str(refusal)) from refusal
        for reason in done.refused:
            self.stdout.write(_("Kept: %(reason)s") % {"reason": reason})
        said = ngettext(
            "Import %(run)d was taken back: %(count)d organisation.",
            "Import %(run)d was taken back: %(count)d organisations.",
            done.organisations,
        )
        self.stdout.write(said % {"run": run, "count": done.organisations})
