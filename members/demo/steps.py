"""Takes the steps of each membership through `members.actions.memberships`, as the secretariat would."""

from collections import Counter

from members import audit
from members.actions import decisions, memberships
from members.choices import DecisionBody, DecisionKind, HowEnded
from members.demo.courses import Step
from members.demo.plan import Planned
from members.models import Decision, Membership, MembershipClass, Organisation


def take_all(pairs: list[tuple[Organisation, Planned]]) -> None:
    """Every step of every plan; the decisions of one session are numbered in this order."""
    classes = MembershipClass.objects.in_bulk(field_name="slug")
    decided = Counter()
    for organisation, plan in pairs:
        for step in plan.steps:
            decided[step.session] += 1
            decision = _decide(step, number=decided[step.session])
            _STEPS[step.kind](organisation, step, decision, classes.get(step.value))


def _decide(step: Step, *, number: int) -> Decision:
    return decisions.record(
        by=None,
        kind=step.kind,
        decided_on=step.decided_on,
        effective_on=step.effective_on,
        body=DecisionBody.MEMBER if step.value == HowEnded.RESIGNED else DecisionBody.COUNCIL,
        session=f"Council, session {step.session}",
        reference=f"C/{step.session}/{number}",
        reasons=step.reasons,
    )


def _admit(organisation: Organisation, step: Step, decision: Decision, to: MembershipClass) -> None:
    memberships.admit(organisation, to=to, decision=decision, by=None)


def _record(organisation: Organisation, step: Step, decision: Decision, to: MembershipClass) -> None:
    """A membership of old lists: running, with no known beginning."""
    membership = Membership(organisation=organisation, membership_class=to, admitted_by=decision)
    membership.full_clean()
    audit.because(membership, by=None, reason=step.reasons)
    membership.save()


def _suspend(organisation: Organisation, step: Step, decision: Decision, to: None) -> None:
    memberships.suspend(_running(organisation), decision=decision, reason=step.reasons, by=None)


def _reinstate(organisation: Organisation, step: Step, decision: Decision, to: None) -> None:
    memberships.reinstate(_running(organisation), decision=decision, by=None)


def _change_class(organisation: Organisation, step: Step, decision: Decision, to: MembershipClass) -> None:
    memberships.change_class(_running(organisation), to=to, decision=decision, by=None)


def _end(organisation: Organisation, step: Step, decision: Decision, to: None) -> None:
    memberships.end(
        _running(organisation), how=step.value, decision=decision, barred_until=step.barred_until, by=None
    )


def _running(organisation: Organisation) -> Membership:
    return organisation.memberships.get(ends_on=None)


_STEPS = {
    DecisionKind.ADMISSION: _admit,
    DecisionKind.READMISSION: _admit,
    DecisionKind.RECORDED: _record,
    DecisionKind.SUSPENSION: _suspend,
    DecisionKind.REINSTATEMENT: _reinstate,
    DecisionKind.CLASS_CHANGE: _change_class,
    DecisionKind.ENDING: _end,
}
