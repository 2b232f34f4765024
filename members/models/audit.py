"""Deeds: what was done, by whom, when and why. Written by `members.audit`, never altered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from members.models.constraints import Forbid


class AuditEvent(models.Model):
    """One deed. It has no foreign keys, so that nothing it speaks of can pull it away, and no personal
    values: people appear by number only."""

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    actor_id = models.BigIntegerField(_("who"), null=True)
    verb = models.CharField(_("what"), max_length=60)
    subject_type = models.CharField(_("kind of subject"), max_length=40)
    subject_id = models.CharField(_("subject"), max_length=40)
    reason = models.TextField(_("why"), blank=True)
    facts = models.JSONField(_("facts"), default=dict)
    request_id = models.CharField(max_length=36, blank=True)

    class Meta:
        verbose_name = _("deed")
        verbose_name_plural = _("deeds")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_event_by_subject")]
        constraints = [Forbid(name="audit_event_written_once", events=["UPDATE", "DELETE"])]

    class Disclosure:
        internal = [
            "id",
            "at",
            "actor_id",
            "verb",
            "subject_type",
            "subject_id",
            "reason",
            "facts",
            "request_id",
        ]

    def __str__(self):
        return f"{self.verb} {self.subject_type} {self.subject_id}"
