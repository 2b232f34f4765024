"""Decisions are written down once."""

from django.db import transaction

from members.models import Decision


@transaction.atomic
def record(*, by, **facts) -> Decision:
    """A decision with the facts of its fields. Raises ValidationError for a fact that is wrong."""
    decision = Decision(recorded_by=by, **facts)
    decision.full_clean(exclude=["recorded_by"])  # nobody is the command line
    decision.save()
    return decision
