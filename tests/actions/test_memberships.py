"""Membership through its life, asked for on many days."""

import datetime

import pytest

from members import revision
from members.actions import memberships
from members.actions.refusals import TransitionRefused
from members.models import AuditEvent, Membership, MembershipClass, Organisation

D = datetime.date.fromisoformat
ALL = Organisation.objects


def status(organisation, day):
    return organisation.status_for(D(day)).value


def test_admission_counts_from_its_first_day(member, organisation):
    assert status(organisation, "2009-12-31") == "none"
    assert status(organisation, "2010-01-01") == "member"
    assert organisation in ALL.members_on(D("2050-01-01"))
    assert organisation not in ALL.members_on(D("2009-12-31"))


def test_a_member_is_not_admitted_again(member, organisation, full, decide, staff):
    with pytest.raises(TransitionRefused, match="Admission does not follow the status “Member”"):
        memberships.admit(organisation, to=full, decision=decide("admission", "2012-01-01"), by=staff)


def test_admission_before_a_later_membership_would_overlap(member, organisation, full, decide, staff):
    with pytest.raises(TransitionRefused, match="on some of these days"):
        memberships.admit(organisation, to=full, decision=decide("admission", "2005-01-01"), by=staff)


def test_suspension_until_lifted(member, organisation, decide, staff):
    memberships.suspend(member, decision=decide("suspension", "2015-01-01"), reason="No report.", by=staff)
    assert status(organisation, "2014-12-31") == "member"
    assert status(organisation, "2015-01-01") == "suspended"
    assert organisation in ALL.suspended_on(D("2030-01-01"))
    assert organisation in ALL.members_on(D("2030-01-01")), "a suspended member is a member"
    lifted = memberships.reinstate(member, decision=decide("reinstatement", "2016-01-01"), by=staff)
    assert lifted.ends_on == D("2015-12-31")
    assert status(organisation, "2015-12-31") == "suspended"
    assert status(organisation, "2016-01-01") == "member"


def test_suspension_with_a_last_day_ends_without_a_job(member, organisation, decide, staff):
    memberships.suspend(
        member, decision=decide("suspension", "2015-01-01"), reason="R.", until=D("2015-06-30"), by=staff
    )
    assert status(organisation, "2015-06-30") == "suspended"
    assert status(organisation, "2015-07-01") == "member"


def test_only_members_are_suspended(member, organisation, decide, staff):
    with pytest.raises(TransitionRefused, match="Suspension does not follow"):
        memberships.suspend(member, decision=decide("suspension", "2009-01-01"), reason="R.", by=staff)


def test_what_is_not_suspended_is_not_reinstated(member, decide, staff):
    with pytest.raises(TransitionRefused, match="not suspended on that day"):
        memberships.reinstate(member, decision=decide("reinstatement", "2016-01-01"), by=staff)


def test_a_suspension_lasts_a_day_at_least(member, decide, staff):
    memberships.suspend(member, decision=decide("suspension", "2015-01-01"), reason="R.", by=staff)
    with pytest.raises(TransitionRefused, match="begins on that day"):
        memberships.reinstate(member, decision=decide("reinstatement", "2015-01-01"), by=staff)


def test_a_member_who_leaves_on_31_december_is_counted_on_that_day(member, organisation, decide, staff):
    """wirgarten-tapir #552."""
    memberships.end(member, how="resigned", decision=decide("ending", "2020-12-31"), by=staff)
    assert organisation in ALL.members_on(D("2020-12-31"))
    assert organisation not in ALL.members_on(D("2021-01-01"))
    assert organisation in ALL.former_on(D("2021-01-01"))
    assert organisation not in ALL.former_on(D("2020-12-31"))


def test_a_future_end_is_in_the_future(member, organisation, decide, staff):
    memberships.end(member, how="resigned", decision=decide("ending", "2999-12-31"), by=staff)
    assert organisation.status_for() == "member"


def test_ending_ends_the_suspension_too(member, organisation, decide, staff):
    memberships.suspend(member, decision=decide("suspension", "2015-01-01"), reason="R.", by=staff)
    memberships.end(member, how="expelled", decision=decide("ending", "2015-06-30"), by=staff)
    assert member.suspensions.get().ends_on == D("2015-06-30")
    assert status(organisation, "2015-07-01") == "former"


def test_readmission_waits_for_the_bar(member, organisation, full, decide, staff):
    """Dolibarr #16255: an expelled member could register again at once."""
    memberships.end(
        member,
        how="expelled",
        decision=decide("ending", "2015-06-30"),
        barred_until=D("2018-06-30"),
        by=staff,
    )
    with pytest.raises(TransitionRefused, match="2018-06-30"):
        memberships.admit(organisation, to=full, decision=decide("readmission", "2017-01-01"), by=staff)
    again = memberships.admit(organisation, to=full, decision=decide("readmission", "2018-06-30"), by=staff)
    assert again.starts_on == D("2018-06-30")
    row = ALL.with_status(D("2020-01-01")).get(pk=organisation.pk)
    assert row.member_since == D("2018-06-30"), "a readmitted member does not keep the old start"


def test_a_former_member_is_readmitted_not_admitted(member, organisation, full, decide, staff):
    memberships.end(member, how="resigned", decision=decide("ending", "2015-06-30"), by=staff)
    with pytest.raises(TransitionRefused, match="Admission does not follow"):
        memberships.admit(organisation, to=full, decision=decide("admission", "2017-01-01"), by=staff)


def test_change_of_class_leaves_no_gap(member, organisation, decide, staff):
    observer = MembershipClass.objects.get(slug="observer")
    new = memberships.change_class(
        member, to=observer, decision=decide("class_change", "2018-07-01"), by=staff
    )
    assert new.membership_class == observer
    assert organisation in ALL.in_class("full", on=D("2018-06-30"))
    assert organisation in ALL.in_class("observer", on=D("2018-07-01"))
    old = Membership.objects.get(pk=member.pk)
    assert (old.ends_on, old.how_ended) == (D("2018-06-30"), "class_changed")


def test_change_to_the_same_class_or_before_the_start_is_refused(member, full, decide, staff):
    with pytest.raises(TransitionRefused, match="in this class already"):
        memberships.change_class(member, to=full, decision=decide("class_change", "2018-07-01"), by=staff)
    observer = MembershipClass.objects.get(slug="observer")
    with pytest.raises(TransitionRefused, match="began on that day or later"):
        memberships.change_class(member, to=observer, decision=decide("class_change", "2010-01-01"), by=staff)


def test_every_step_leaves_history_deed_version_and_revision(member, organisation, decide, staff):
    before = revision.current()[0], Organisation.objects.get(pk=organisation.pk).version
    memberships.suspend(member, decision=decide("suspension", "2015-01-01"), reason="No report.", by=staff)
    deed = AuditEvent.objects.first()
    assert (deed.verb, deed.actor_id, deed.subject_id) == ("suspend", staff.pk, str(organisation.pk))
    assert deed.reason == "As laid before the council."
    entry = member.suspensions.get().history.get()
    assert (entry.history_user, entry.history_change_reason) == (staff, "As laid before the council.")
    assert revision.current()[0] == before[0] + 1
    assert Organisation.objects.get(pk=organisation.pk).version == before[1] + 1


def test_a_refused_step_writes_nothing(member, decide, staff):
    decision = decide("reinstatement", "2016-01-01")
    before = AuditEvent.objects.count(), revision.current()
    with pytest.raises(TransitionRefused):
        memberships.reinstate(member, decision=decision, by=staff)
    assert (AuditEvent.objects.count(), revision.current()) == before


def test_a_membership_of_unknown_start_is_running(organisation, full, decide):
    Membership.objects.create(
        organisation=organisation, membership_class=full, admitted_by=decide("recorded", "2026-01-01")
    )
    assert status(organisation, "1950-01-01") == "member"
    row = ALL.with_status(D("2020-01-01")).get(pk=organisation.pk)
    assert row.member_since is None
    assert row.memberships.get().is_running_on(D("2020-01-01"))
