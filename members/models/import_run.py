"""Imports: what each did, row by row, so that it can be read and taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members import choices


class ImportRun(models.Model):
    """One file that was applied."""

    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("started by")
    )
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    undone_at = models.DateTimeField(_("taken back"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("taken back by")
    )
    counts = models.JSONField(_("counts"), default=dict)
    options = models.JSONField(_("options"), default=dict)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]

    class Disclosure:
        internal = [
            "id", "file_name", "sha256", "started_by", "started_at", "finished_at", "undone_at", "undone_by",
            "counts", "options",
        ]  # fmt: skip

    def __str__(self):
        return f"{self.pk} {self.file_name}"


class ImportRow(models.Model):
    """What became of one row of the file."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    row_number = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=choices.ImportOutcome.choices)
    organisation = models.ForeignKey("members.Organisation", models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    messages = models.JSONField(default=list)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ["run", "row_number"]
        constraints = [models.UniqueConstraint(fields=["run", "row_number"], name="import_row_once")]

    class Disclosure:
        internal = ["id", "run", "row_number", "outcome", "organisation", "before", "after", "messages"]

    def __str__(self):
        return f"{self.run_id}/{self.row_number} {self.outcome}"
