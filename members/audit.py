"""The one writer of deeds. Field-by-field differences are kept by the history of each model."""

from django.db import models
from simple_history.models import HistoricalRecords

from members.models import AuditEvent


def record(verb: str, subject: models.Model, *, by, reason: str = "", **facts) -> AuditEvent:
    """Writes one deed in the caller's transaction.

    `by` is the member of staff, or None for the command line. `facts` are JSON values and never name a
    person: the log outlives an erasure.
    """
    return AuditEvent.objects.create(
        actor_id=getattr(by, "pk", None),
        verb=verb,
        subject_type=subject._meta.model_name,
        subject_id=str(subject.pk),
        reason=reason,
        facts=facts,
        request_id=_request_id(),
    )


def _request_id() -> str:
    request = getattr(HistoricalRecords.context, "request", None)
    return getattr(request, "id", "")


def because(instance: models.Model, *, by, reason: str) -> None:
    """Tells the history of `instance` who saves it next, and why."""
    instance._history_user = by
    instance._change_reason = reason
