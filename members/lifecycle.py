"""Which step may follow which in a membership, as data.

Source: docs/domain.md 3.2. Statuses are answers to a question about a date, steps are the verbs of
`members.actions.memberships`.
"""

from members.choices import DecisionKind, MembershipStatus

MEMBERSHIP_STEPS: dict[MembershipStatus, frozenset[DecisionKind]] = {
    MembershipStatus.NONE: frozenset({DecisionKind.ADMISSION, DecisionKind.RECORDED}),
    MembershipStatus.FORMER: frozenset({DecisionKind.READMISSION, DecisionKind.RECORDED}),
    MembershipStatus.MEMBER: frozenset(
        {DecisionKind.SUSPENSION, DecisionKind.CLASS_CHANGE, DecisionKind.ENDING, DecisionKind.RECORDED}
    ),
    MembershipStatus.SUSPENDED: frozenset({DecisionKind.REINSTATEMENT, DecisionKind.ENDING}),
}


def may_follow(status: MembershipStatus, step: DecisionKind) -> bool:
    """Whether `step` is open to an organisation that is `status` on the day the step takes effect."""
    return step in MEMBERSHIP_STEPS[status]
