"""The factories make what their names say."""

import datetime

import pytest

from members.choices import MembershipStatus
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_whole_life():
    member = factories.make_member(
        names=[("Selvi River Foundation", "translation", "en")],
        texts={"en": "Runs schools.", "tr": ("Okul yürütür.", "Uzun metin.")},
        focus=["education"],
        works_in=["SN"],
    )
    assert member.number == "TR-0001"
    assert {text.language: text.description for text in member.texts.all()} == {"en": "", "tr": "Uzun metin."}
    factories.suspend(member)
    assert member.status_for(datetime.date(2024, 6, 1)) == MembershipStatus.SUSPENDED
    factories.reinstate(member)
    factories.change_class(member, to="observer", on=datetime.date(2025, 1, 1))
    factories.end(member, datetime.date(2025, 6, 1))
    factories.make_membership(member, since=datetime.date(2025, 9, 1))
    assert member.memberships.count() == 3
    assert member.status_for(datetime.date(2026, 1, 1)) == MembershipStatus.MEMBER
    mandate = factories.make_representative(member, is_public=True)
    assert mandate.person.consented_on


def test_without_a_recorded_start():
    assert factories.make_member(since=None).memberships.get().starts_on is None
