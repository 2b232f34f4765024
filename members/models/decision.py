"""Decisions: who decided what, when, with which effect. Written once, never altered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members import choices
from members.models.constraints import Forbid
from members.models.fields import LineField, ProseField


class Decision(models.Model):
    """The act to which every change of membership points. A wrong one is corrected by another."""

    kind = models.CharField(_("kind"), max_length=16, choices=choices.DecisionKind.choices)
    decided_on = models.DateField(_("decided on"))
    effective_on = models.DateField(_("takes effect on"))
    body = models.CharField(_("decided by"), max_length=12, choices=choices.DecisionBody.choices)
    session = LineField(_("session"), max_length=120, blank=True)
    reference = LineField(_("decision number"), max_length=60, blank=True)
    reasons = ProseField(_("reasons"), max_length=4000)
    document = models.ForeignKey(
        "members.Document",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="decision_has_reasons",
                condition=~models.Q(reasons=""),
                violation_error_message=_("A decision states its reasons."),
            ),
            Forbid(name="decision_written_once", events=["UPDATE", "DELETE"]),
        ]

    class Disclosure:
        public = ["id", "kind", "decided_on", "effective_on", "body", "session", "reference"]
        secretariat = ["reasons", "document"]
        internal = ["recorded_by", "recorded_at"]

    def __str__(self):
        return " ".join(filter(None, [self.get_kind_display(), str(self.decided_on), self.reference]))
