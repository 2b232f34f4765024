"""A draft, its publication, the draft after it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from members import revision
from members.actions import pages
from members.actions.refusals import Refused
from members.models import AuditEvent, Decision
from tests import factories

pytestmark = pytest.mark.django_db
D = datetime.date


@pytest.fixture
def draft():
    return factories.make_text(published_on=None, is_authentic=True)


def test_publication(draft, admin_user):
    before = revision.current()[0]
    text = pages.publish(draft, by=admin_user, reason="Board of May.")
    assert (text.published_on, text.version) == (timezone.localdate(), 2)
    assert revision.current()[0] == before + 1
    assert text.history.first().history_change_reason == "Board of May."
    event = AuditEvent.objects.get(verb="publish")
    assert (event.actor_id, event.facts) == (
        admin_user.pk,
        {"page": "statute", "language": "en", "number": 1},
    )


def test_publication_of_what_was_adopted(draft, admin_user):
    facts = {"body": "assembly", "session": "Session 9", "reference": "A/2024/1"}
    text = pages.adopt(draft, adopted_on=D(2024, 10, 15), by=admin_user, reason="Adopted.", **facts)
    decision = Decision.objects.get()
    assert (text.adopted_by, text.adopted_on) == (decision, D(2024, 10, 15))
    assert (decision.kind, decision.body, decision.reference) == ("adoption", "assembly", "A/2024/1")
    assert decision.decided_on == D(2024, 10, 15)


def test_a_wrong_fact_of_the_decision_publishes_nothing(draft):
    with pytest.raises(ValidationError):
        pages.adopt(draft, adopted_on=D(2024, 1, 1), body="nobody", by=None, reason="x")
    draft.refresh_from_db()
    assert draft.published_on is None


def test_nothing_is_published_twice_or_behind_a_later_version(draft):
    pages.publish(draft, by=None, reason="x")
    with pytest.raises(Refused, match="published already"):
        pages.publish(draft, by=None, reason="x")
    second = pages.draft_after(draft, by=None, reason="x")
    third = pages.draft_after(second, by=None, reason="x")
    with pytest.raises(Refused, match="later version"):
        pages.publish(second, by=None, reason="x")
    assert pages.publish(third, by=None, reason="x").number == 3


def test_the_next_draft_has_the_same_words(draft):
    pages.publish(draft, adopted_on=D(2024, 1, 1), by=None, reason="x")
    before = revision.current()[0]
    second = pages.draft_after(draft, by=None, reason="Amendments.")
    assert (second.number, second.title, second.body, second.is_authentic) == (
        2,
        draft.title,
        draft.body,
        True,
    )
    assert (second.published_on, second.adopted_on, second.adopted_by) == (None, None, None)
    assert revision.current()[0] == before
    assert second.history.get().history_change_reason == "Amendments."
