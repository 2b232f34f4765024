import datetime

import pytest

from members.actions import decisions, memberships, organisations
from members.models import Country, MembershipClass, Person, User


@pytest.fixture
def staff(db):
    return User.objects.create_user("secretary", password=None, is_staff=True)


@pytest.fixture
def turkiye(db):
    return Country.objects.get(pk="TR")


@pytest.fixture
def organisation(turkiye, staff):
    return organisations.register(country=turkiye, name="Selvi Irmağı Vakfı", language="tr", by=staff)


@pytest.fixture
def full(db):
    return MembershipClass.objects.get(slug="full")


@pytest.fixture
def decide(staff):
    def make(kind, on, **facts):
        on = datetime.date.fromisoformat(on)
        facts = {"body": "council", "reasons": "As laid before the council.", "decided_on": on, **facts}
        return decisions.record(kind=kind, effective_on=on, by=staff, **facts)

    return make


@pytest.fixture
def member(organisation, full, decide, staff):
    """A membership from 2010-01-01."""
    return memberships.admit(organisation, to=full, decision=decide("admission", "2010-01-01"), by=staff)


@pytest.fixture
def ada(db):
    return Person.objects.create(full_name="Ada Example", email="ada@example.org", phone="+902860000000")
