"""Reads that start from organisations."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from members.models import Membership, MembershipClass, Organisation, OrganisationName, Suspension

D = datetime.date


def name(organisation, value, kind="official", language="", **facts):
    row = OrganisationName(organisation=organisation, value=value, kind=kind, language=language, **facts)
    row.set_derived()
    row.save()
    return row


def test_listed_needs_the_switch_a_public_class_and_no_merger(membership, organisation, make_bare):
    assert list(Organisation.objects.listed()) == [organisation]
    never_member = make_bare()
    assert never_member not in Organisation.objects.listed()
    MembershipClass.objects.filter(slug="full").update(is_public=False)
    assert not Organisation.objects.listed().exists()
    MembershipClass.objects.filter(slug="full").update(is_public=True)
    Organisation.objects.filter(pk=organisation.pk).update(merged_into=never_member)
    assert not Organisation.objects.listed().exists()
    Organisation.objects.filter(pk=organisation.pk).update(merged_into=None, is_listed=False)
    assert not Organisation.objects.listed().exists()


def test_with_status_for_any_day(membership, organisation, decision):
    Suspension.objects.create(
        membership=membership,
        starts_on=D(2015, 1, 1),
        ends_on=D(2015, 6, 30),
        reason="R.",
        decided_by=decision,
    )
    Membership.objects.filter(pk=membership.pk).update(
        ends_on=D(2020, 12, 31), how_ended="resigned", ended_by=decision
    )
    expected = {
        D(2009, 12, 31): "none", D(2010, 1, 1): "member", D(2015, 1, 1): "suspended",
        D(2015, 6, 30): "suspended", D(2015, 7, 1): "member", D(2020, 12, 31): "member",
        D(2021, 1, 1): "former",
    }  # fmt: skip
    for day, status in expected.items():
        row = Organisation.objects.with_status(day).get()
        assert row.status_on == status, day
        assert organisation.status_for(day) == status
        assert Organisation.objects.members_on(day).exists() == (status in {"member", "suspended"})
        assert Organisation.objects.suspended_on(day).exists() == (status == "suspended")
        assert Organisation.objects.former_on(day).exists() == (status == "former")
    row = Organisation.objects.with_status(D(2021, 1, 1)).get()
    assert (row.member_since, row.member_until, row.class_slug) == (D(2010, 1, 1), D(2020, 12, 31), "full")


def test_membership_questions_use_an_index(membership):
    """On PostgreSQL a question about one organisation reads no whole table of memberships."""
    with connection.cursor() as cursor:
        sql, params = Membership.objects.on(D(2020, 1, 1)).filter(organisation_id=1).query.sql_with_params()
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{sql}", params)
        plan = " ".join(str(row) for row in cursor.fetchall()).lower()
    assert "index" in plan


def test_display_follows_the_reader_then_the_official_name(organisation):
    name(organisation, "Selvi Irmağı Vakfı", language="tr")
    name(organisation, "Selvi River Foundation", "translation", "en")
    name(organisation, "وقف نهر سلفي", "translation", "ar")
    name(organisation, "Selvi", "alias", "fr")
    name(organisation, "Selvi Schools Fund", "former", "es")
    organisation = Organisation.objects.with_names().get(pk=organisation.pk)
    for language, shown in [
        ("en", "Selvi River Foundation"),
        ("ar", "وقف نهر سلفي"),
        ("tr", "Selvi Irmağı Vakfı"),
        ("fr", "Selvi Irmağı Vakfı"),
        ("es", "Selvi Irmağı Vakfı"),
    ]:
        with translation.override(language):
            assert organisation.title == shown
    assert organisation.title_name.direction == "ltr"


def test_names_come_in_order_with_or_without_prefetch(organisation):
    for kind in ("former", "alias", "acronym", "translation", "official"):
        name(organisation, kind, kind)
    expected = ["official", "translation", "acronym", "former", "alias"]
    assert [row.kind for row in organisation.sorted_names()] == expected
    fetched = Organisation.objects.with_names().get(pk=organisation.pk)
    with CaptureQueriesContext(connection) as queries:
        assert [row.kind for row in fetched.sorted_names()] == expected
        assert fetched.official_name.value == "official"
    assert not queries


def test_an_organisation_without_names_breaks_nothing(organisation):
    assert organisation.title == ""
    assert organisation.official_name is None
    assert str(organisation) == organisation.number


def test_a_name_that_ended_is_former(organisation):
    ended = name(organisation, "Old", valid_until=D(2020, 1, 1))
    ending = name(organisation, "Present", "alias", valid_until=D(2999, 1, 1))
    assert ended.is_former
    assert not ending.is_former
    assert organisation.title == ""


def test_profile_brings_contacts_only_where_they_are_public(organisation, membership):
    Organisation.objects.filter(pk=organisation.pk).update(
        email="a@example.org", phone="+902860000000", phone_audience="public"
    )
    with CaptureQueriesContext(connection) as queries:
        row = Organisation.objects.for_profile().get(pk=organisation.pk)
    assert (row.public_email, row.public_phone) == ("", "+902860000000")
    assert {"email", "phone", "address", "note", "is_listed"} <= row.get_deferred_fields()
    assert "note" not in queries[0]["sql"]


def test_directory_loads_public_columns_only(organisation, membership):
    row = Organisation.objects.for_directory().get()
    assert {"email", "phone", "address", "note", "confirmed_on", "website"} <= row.get_deferred_fields()


@pytest.mark.parametrize(("region", "found"), [("142", True), ("145", True), ("150", False), ("999", False)])
def test_in_region(organisation, region, found):
    assert Organisation.objects.in_region(region).exists() is found
    assert organisation.country.history.count() == 0
