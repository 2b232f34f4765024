"""Memberships, and what becomes of them."""

import datetime

from members import choices
from members.actions import decisions, memberships
from members.models import Decision, Membership, MembershipClass, Organisation, Suspension
from tests.factories.organisations import make_organisation

SINCE = datetime.date(2009, 3, 12)


def make_decision(
    kind: str = choices.DecisionKind.ADMISSION, on: datetime.date = SINCE, *, by=None, **facts
) -> Decision:
    """A decision taken on the day on which it takes effect."""
    facts = {"decided_on": on, "body": choices.DecisionBody.COUNCIL, "reasons": "Decided.", **facts}
    return decisions.record(kind=kind, effective_on=on, by=by, **facts)


def make_membership(
    organisation: Organisation, *, to: str = "full", since: datetime.date | None = SINCE, by=None
) -> Membership:
    """A membership in the class of that slug; with `since=None` its start is not recorded."""
    membership_class = MembershipClass.objects.get(slug=to)
    if since is None:
        decision = make_decision(choices.DecisionKind.RECORDED, by=by)
        return Membership.objects.create(
            organisation=organisation, membership_class=membership_class, admitted_by=decision
        )
    status = organisation.status_for(since)
    kinds = choices.DecisionKind
    kind = kinds.READMISSION if status == choices.MembershipStatus.FORMER else kinds.ADMISSION
    decision = make_decision(kind, since, by=by)
    return memberships.admit(organisation, to=membership_class, decision=decision, by=by)


def make_member(
    name: str = "Selvi Irmağı Eğitim Vakfı",
    *,
    to: str = "full",
    since: datetime.date | None = SINCE,
    by=None,
    **facts,
) -> Organisation:
    """An organisation and its membership. Takes whatever `make_organisation` takes."""
    organisation = make_organisation(name, by=by, **facts)
    make_membership(organisation, to=to, since=since, by=by)
    return Organisation.objects.get(pk=organisation.pk)


def suspend(
    organisation: Organisation,
    on: datetime.date = datetime.date(2024, 5, 2),
    *,
    until: datetime.date | None = None,
    reason: str = "No report for two years.",
    by=None,
) -> Suspension:
    membership = organisation.memberships.on(on).get()
    decision = make_decision(choices.DecisionKind.SUSPENSION, on, by=by)
    return memberships.suspend(membership, decision=decision, reason=reason, until=until, by=by)


def reinstate(
    organisation: Organisation, on: datetime.date = datetime.date(2024, 9, 1), *, by=None
) -> Suspension:
    membership = organisation.memberships.on(on).get()
    decision = make_decision(choices.DecisionKind.REINSTATEMENT, on, by=by)
    return memberships.reinstate(membership, decision=decision, by=by)


def end(
    organisation: Organisation,
    on: datetime.date = datetime.date(2023, 12, 31),
    *,
    how: str = choices.HowEnded.RESIGNED,
    by=None,
) -> Membership:
    """Ends the membership; `on` is its last day."""
    membership = organisation.memberships.on(on).get()
    decision = make_decision(choices.DecisionKind.ENDING, on, by=by)
    return memberships.end(membership, how=how, decision=decision, by=by)


def change_class(
    organisation: Organisation, *, to: str, on: datetime.date = datetime.date(2020, 1, 1), by=None
) -> Membership:
    membership = organisation.memberships.on(on).get()
    decision = make_decision(choices.DecisionKind.CLASS_CHANGE, on, by=by)
    return memberships.change_class(
        membership, to=MembershipClass.objects.get(slug=to), decision=decision, by=by
    )
