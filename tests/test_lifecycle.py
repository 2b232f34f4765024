from members.choices import DecisionKind, MembershipStatus
from members.lifecycle import MEMBERSHIP_STEPS, may_follow


def test_every_status_has_its_steps():
    assert set(MEMBERSHIP_STEPS) == set(MembershipStatus)


def test_who_is_out_is_admitted_or_readmitted_and_nothing_else():
    assert may_follow(MembershipStatus.NONE, DecisionKind.ADMISSION)
    assert not may_follow(MembershipStatus.NONE, DecisionKind.READMISSION)
    assert may_follow(MembershipStatus.FORMER, DecisionKind.READMISSION)
    assert not may_follow(MembershipStatus.FORMER, DecisionKind.SUSPENSION)


def test_the_suspended_are_reinstated_or_leave():
    assert may_follow(MembershipStatus.SUSPENDED, DecisionKind.REINSTATEMENT)
    assert may_follow(MembershipStatus.SUSPENDED, DecisionKind.ENDING)
    assert not may_follow(MembershipStatus.SUSPENDED, DecisionKind.CLASS_CHANGE)
