"""Membership is given, suspended, restored, changed and ended: each step by a decision, with a reason."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from members import audit, revision
from members.actions.refusals import TransitionRefused
from members.actions.versions import lock
from members.choices import DecisionKind, HowEnded, MembershipStatus
from members.lifecycle import may_follow
from members.models import Decision, Membership, MembershipClass, Organisation, Suspension

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def admit(organisation: Organisation, *, to: MembershipClass, decision: Decision, by) -> Membership:
    """A membership from the decision's effective day. Readmission is refused before a bar has passed."""
    organisation = lock(organisation)
    on = decision.effective_on
    _require(organisation, decision.kind, on)
    bar = organisation.memberships.filter(barred_until__gt=on).order_by("-barred_until").first()
    if bar is not None:
        raise TransitionRefused(
            _("Readmission is not possible before %(day)s.") % {"day": bar.barred_until.isoformat()}
        )
    membership = Membership(
        organisation=organisation, membership_class=to, starts_on=on, admitted_by=decision
    )
    return _done("admit", membership, organisation, decision, by=by)


@transaction.atomic
def suspend(
    membership: Membership, *, decision: Decision, reason: str, until: datetime.date | None = None, by
) -> Suspension:
    """Restricts the rights of a membership from the effective day, until a day or until lifted."""
    organisation, membership = _locked(membership)
    _require(organisation, DecisionKind.SUSPENSION, decision.effective_on)
    suspension = Suspension(
        membership=membership,
        starts_on=decision.effective_on,
        ends_on=until,
        reason=reason,
        decided_by=decision,
    )
    return _done("suspend", suspension, organisation, decision, by=by)


@transaction.atomic
def reinstate(membership: Membership, *, decision: Decision, by) -> Suspension:
    """Ends the running suspension: rights are back on the effective day."""
    organisation, membership = _locked(membership)
    on = decision.effective_on
    running = membership.suspensions.on(on).select_for_update().first()
    if running is None:
        raise TransitionRefused(_("The membership is not suspended on that day."))
    if running.starts_on == on:
        raise TransitionRefused(_("The suspension begins on that day; it cannot end before it."))
    running.ends_on = on - ONE_DAY
    running.lifted_by = decision
    running.version += 1
    return _done("reinstate", running, organisation, decision, by=by)


@transaction.atomic
def end(
    membership: Membership, *, how: str, decision: Decision, barred_until: datetime.date | None = None, by
) -> Membership:
    """Ends a membership: the effective day is its last. A running suspension ends with it."""
    organisation, membership = _locked(membership)
    last = decision.effective_on
    _require(organisation, DecisionKind.ENDING, last)
    for suspension in membership.suspensions.on(last).select_for_update():
        suspension.ends_on = last
        suspension.version += 1
        _save(suspension, decision, by=by)
    membership.ends_on, membership.how_ended, membership.ended_by = last, how, decision
    membership.barred_until = barred_until
    membership.version += 1
    return _done("end", membership, organisation, decision, by=by, how=how)


@transaction.atomic
def change_class(membership: Membership, *, to: MembershipClass, decision: Decision, by) -> Membership:
    """From the effective day the organisation is a member in another class, without a gap."""
    organisation, membership = _locked(membership)
    on = decision.effective_on
    _require(organisation, DecisionKind.CLASS_CHANGE, on)
    if membership.membership_class_id == to.pk:
        raise TransitionRefused(_("The organisation is in this class already."))
    if membership.starts_on and membership.starts_on >= on:
        raise TransitionRefused(_("The present membership began on that day or later."))
    membership.ends_on, membership.how_ended, membership.ended_by = (
        on - ONE_DAY,
        HowEnded.CLASS_CHANGED,
        decision,
    )
    membership.version += 1
    _save(membership, decision, by=by)
    new = Membership(organisation=organisation, membership_class=to, starts_on=on, admitted_by=decision)
    return _done("change_class", new, organisation, decision, by=by)


def _locked(membership: Membership) -> tuple[Organisation, Membership]:
    """Organisation first, then membership: everybody locks in this order, so nobody waits in a circle."""
    organisation = lock(membership.organisation)
    return organisation, lock(membership)


def _require(organisation: Organisation, step: str, on: datetime.date) -> None:
    status = organisation.status_for(on)
    if not may_follow(status, DecisionKind(step)):
        raise TransitionRefused(
            _("%(step)s does not follow the status “%(status)s” on %(day)s.")
            % {
                "step": DecisionKind(step).label,
                "status": MembershipStatus(status).label,
                "day": on.isoformat(),
            }
        )


def _save(row, decision: Decision, *, by) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        raise TransitionRefused(" ".join(error.messages)) from error
    audit.because(row, by=by, reason=decision.reasons)
    row.save()


def _done(verb: str, row, organisation: Organisation, decision: Decision, *, by, **facts):
    _save(row, decision, by=by)
    organisation.version += 1
    organisation.save(update_fields=["version"])
    audit.record(
        verb, organisation, by=by, reason=decision.reasons, decision=decision.pk,
        on=decision.effective_on.isoformat(), row=row.pk, **facts,
    )  # fmt: skip
    revision.raised_about(organisation)
    return row
