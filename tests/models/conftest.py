"""Bare rows, written past every action: these tests ask what the database itself refuses."""

import datetime
from itertools import count

import pytest

from members.models import Country, Decision, Membership, MembershipClass, Organisation, Person

_numbers = count(1)


@pytest.fixture
def decision(db):
    return Decision.objects.create(
        kind="admission",
        decided_on="2010-01-01",
        effective_on="2010-01-01",
        body="council",
        reasons="Complete.",
    )


@pytest.fixture
def make_bare(db):
    def make(**facts):
        facts = {"number": f"TR-{next(_numbers):04d}", "country": Country.objects.get(pk="TR"), **facts}
        return Organisation.objects.create(**facts)

    return make


@pytest.fixture
def organisation(make_bare):
    return make_bare()


@pytest.fixture
def membership(organisation, decision):
    return Membership.objects.create(
        organisation=organisation,
        membership_class=MembershipClass.objects.get(slug="full"),
        starts_on=datetime.date(2010, 1, 1),
        admitted_by=decision,
    )


@pytest.fixture
def person(db):
    return Person.objects.create(full_name="Ada Example")
