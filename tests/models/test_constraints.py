"""Each named constraint refuses the row it forbids, on the database, past every form."""

import datetime
import re

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from members.models import (
    AuditEvent,
    Country,
    Decision,
    Document,
    Filing,
    ImportRow,
    ImportRun,
    Membership,
    MembershipClass,
    NumberSeries,
    Objective,
    Organisation,
    OrganisationName,
    OrganisationText,
    Page,
    PageText,
    Person,
    Representative,
    Revision,
    Suspension,
    Union,
)

D = datetime.date
BROKEN: dict[str, list] = {}


def breaks(name):
    """Marks a test function as the proof that the constraint `name` refuses something."""

    def mark(function):
        BROKEN.setdefault(name, []).append(function)
        return function

    return mark


# --- organisations and names --------------------------------------------------------------------------


@breaks("organisation_number_shape")
def _(make_bare, **_facts):
    make_bare(number="147")


@breaks("filing_once_a_language")
def _(organisation, **_facts):
    for _turn in range(2):
        Filing.objects.create(organisation=organisation, language="en", key=b"x")


@breaks("organisation_number_fixed")
def _(organisation, **_facts):
    Organisation.objects.filter(pk=organisation.pk).update(number="TR-9999")


@breaks("organisation_not_merged_into_itself")
def _(organisation, **_facts):
    Organisation.objects.filter(pk=organisation.pk).update(merged_into=organisation)


@breaks("organisation_founded_in_range")
def _(make_bare, **_facts):
    make_bare(founded_year=98)


@breaks("organisation_legal_number_once")
def _(make_bare, **_facts):
    make_bare(legal_number="17-482")
    make_bare(legal_number="17-482")


@breaks("organisation_one_official_name")
def _(organisation, **_facts):
    for value in ("One", "Two"):
        OrganisationName.objects.create(organisation=organisation, value=value, kind="official")


@breaks("organisation_name_once")
def _(organisation, **_facts):
    for _time in range(2):
        OrganisationName.objects.create(organisation=organisation, value="One", kind="alias", language="en")


@breaks("organisation_name_not_empty")
def _(organisation, **_facts):
    OrganisationName.objects.create(organisation=organisation, value="", kind="alias")


@breaks("organisation_name_in_order")
def _(organisation, **_facts):
    OrganisationName.objects.create(
        organisation=organisation,
        value="A",
        kind="alias",
        valid_from=D(2020, 1, 2),
        valid_until=D(2020, 1, 1),
    )


@breaks("organisation_text_once_a_language")
def _(organisation, **_facts):
    for _time in range(2):
        OrganisationText.objects.create(organisation=organisation, language="en", summary="Teaches.")


@breaks("number_series_only_rises")
def _(**_facts):
    NumberSeries.objects.filter(pk="TR").update(last=5)
    NumberSeries.objects.filter(pk="TR").update(last=4)


@breaks("number_series_stays")
def _(**_facts):
    NumberSeries.objects.filter(pk="TR").delete()


@breaks("country_alpha3_three_letters")
def _(**_facts):
    Country.objects.filter(pk="TR").update(alpha3="tur")


# --- membership ---------------------------------------------------------------------------------------


def another(membership, **facts):
    kept = {name: getattr(membership, name) for name in ("organisation", "membership_class", "admitted_by")}
    return Membership.objects.create(**kept | facts)


@breaks("membership_class_one_default")
def _(**_facts):
    MembershipClass.objects.filter(slug="observer").update(is_default=True)


@breaks("membership_in_order")
def _(membership, **_facts):
    Membership.objects.filter(pk=membership.pk).update(
        ends_on=D(2009, 1, 1), how_ended="resigned", ended_by=membership.admitted_by
    )


@breaks("membership_ended_by_decision")
def _(membership, **_facts):
    Membership.objects.filter(pk=membership.pk).update(ends_on=D(2020, 1, 1))


@breaks("membership_ended_by_decision")
def _(membership, **_facts):
    Membership.objects.filter(pk=membership.pk).update(how_ended="resigned")


@breaks("membership_barred_only_after_end")
def _(membership, **_facts):
    Membership.objects.filter(pk=membership.pk).update(barred_until=D(2030, 1, 1))


@breaks("membership_no_overlap")
def _(membership, **_facts):
    another(membership, starts_on=D(2015, 1, 1))


@breaks("membership_no_overlap")
def _(membership, **_facts):
    another(membership, starts_on=None)


@breaks("membership_no_overlap")
def _(membership, decision, **_facts):
    ended = {"how_ended": "resigned", "ended_by": decision}
    another(membership, starts_on=D(2000, 1, 1), ends_on=D(2010, 1, 1), **ended)


@breaks("membership_no_overlap")
def _(membership, decision, **_facts):
    earlier = another(
        membership, starts_on=D(2000, 1, 1), ends_on=D(2001, 1, 1), how_ended="resigned", ended_by=decision
    )
    Membership.objects.filter(pk=earlier.pk).update(ends_on=D(2011, 1, 1))


def suspend(membership, **facts):
    facts = {
        "starts_on": D(2012, 1, 1),
        "reason": "No report.",
        "decided_by": membership.admitted_by,
        **facts,
    }
    return Suspension.objects.create(membership=membership, **facts)


@breaks("suspension_in_order")
def _(membership, **_facts):
    suspend(membership, ends_on=D(2011, 1, 1))


@breaks("suspension_has_start")
def _(membership, **_facts):
    suspend(membership, starts_on=None)


@breaks("suspension_lifted_has_end")
def _(membership, decision, **_facts):
    suspend(membership, lifted_by=decision)


@breaks("suspension_no_overlap")
def _(membership, **_facts):
    suspend(membership)
    suspend(membership, starts_on=D(2013, 1, 1))


@breaks("suspension_inside_membership")
def _(membership, **_facts):
    suspend(membership, starts_on=D(2009, 12, 31))


@breaks("suspension_inside_membership")
def _(membership, **_facts):
    suspension = suspend(membership)
    Suspension.objects.filter(pk=suspension.pk).update(starts_on=D(2009, 12, 31))


@breaks("membership_holds_its_suspensions")
def _(membership, decision, **_facts):
    suspend(membership)
    Membership.objects.filter(pk=membership.pk).update(
        ends_on=D(2020, 1, 1), how_ended="resigned", ended_by=decision
    )


@breaks("decision_has_reasons")
def _(**_facts):
    Decision.objects.create(
        kind="admission", decided_on=D(2010, 1, 1), effective_on=D(2010, 1, 1), body="council"
    )


@breaks("decision_written_once")
def _(decision, **_facts):
    Decision.objects.filter(pk=decision.pk).update(reasons="Other.")


@breaks("decision_written_once")
def _(**_facts):
    facts = {"decided_on": D(2010, 1, 1), "effective_on": D(2010, 1, 1), "body": "council", "reasons": "R."}
    Decision.objects.create(kind="admission", **facts).delete()


# --- people -------------------------------------------------------------------------------------------


@breaks("person_has_name_or_is_sealed")
def _(**_facts):
    Person.objects.create(full_name="")


@breaks("person_public_with_consent")
def _(**_facts):
    Person.objects.create(full_name="Ada", phone_audience="public")


@breaks("person_sealed_says_nothing")
def _(**_facts):
    Person.objects.create(full_name="Ada", is_sealed=True, sealed_facts="x")


@breaks("person_sealed_says_nothing")
def _(**_facts):
    Person.objects.create(full_name="", is_sealed=True)


def appoint(organisation, person, **facts):
    facts = {"function": "delegate", "starts_on": D(2020, 1, 1), **facts}
    return Representative.objects.create(organisation=organisation, person=person, **facts)


@breaks("representative_in_order")
def _(organisation, person, **_facts):
    appoint(organisation, person, ends_on=D(2019, 1, 1))


@breaks("representative_has_start")
def _(organisation, person, **_facts):
    appoint(organisation, person, starts_on=None)


@breaks("representative_person_once")
def _(organisation, person, **_facts):
    appoint(organisation, person, rank="alternate")
    appoint(organisation, person, rank="alternate", starts_on=D(2021, 1, 1))


@breaks("representative_one_principal")
def _(organisation, person, **_facts):
    appoint(organisation, person)
    appoint(organisation, Person.objects.create(full_name="Bo"), starts_on=D(2021, 1, 1))


# --- documents, pages, logs ---------------------------------------------------------------------------

FILE = {
    "kind": "letter",
    "title": "L",
    "file": "documents/x.pdf",
    "file_name": "x.pdf",
    "content_type": "a/b",
}


@breaks("document_sha256_shape")
def _(**_facts):
    Document.objects.create(**FILE, sha256="", size=1)


@breaks("document_not_empty")
def _(**_facts):
    Document.objects.create(**FILE, sha256="a" * 64, size=0)


def version(**facts):
    page = Page.objects.get_or_create(slug="about", kind="about")[0]
    return PageText.objects.create(page=page, language="en", title="About", body="Text", **facts)


@breaks("page_text_version_once")
def _(**_facts):
    version(number=1)
    version(number=1)


@breaks("page_text_number_from_one")
def _(**_facts):
    version(number=0)


PUBLISHED = {"published_on": D(2024, 1, 1)}
ALTERED = {
    "title": "Other", "body": "Other", "language": "tr", "number": 7, "published_on": D(2024, 1, 2),
}  # fmt: skip


@breaks("page_text_published_as_it_is")
def _(**_facts):
    version(**PUBLISHED)
    PageText.objects.update(published_on=None)


@breaks("page_text_published_as_it_is")
def _(**_facts):
    version(**PUBLISHED)
    PageText.objects.update(page=Page.objects.create(slug="other", kind="rules"))


for field, value in ALTERED.items():

    @breaks("page_text_published_as_it_is")
    def _(field=field, value=value, **_facts):
        version(**PUBLISHED)
        PageText.objects.update(**{field: value})


@breaks("page_text_published_stays")
def _(**_facts):
    version(**PUBLISHED).delete()


@breaks("objective_has_title")
def _(**_facts):
    Objective.objects.create(titles={})


@breaks("objective_position_from_one")
def _(**_facts):
    Objective.objects.create(titles={"en": "Relief"}, position=0)


@breaks("union_founded_in_range")
def _(**_facts):
    Union.objects.update(founded_year=98)


@breaks("audit_event_written_once")
def _(**_facts):
    AuditEvent.objects.create(verb="x", subject_type="y", subject_id="1")
    AuditEvent.objects.update(verb="z")


@breaks("audit_event_written_once")
def _(**_facts):
    AuditEvent.objects.create(verb="x", subject_type="y", subject_id="1")
    AuditEvent.objects.all().delete()


@breaks("import_row_once")
def _(**_facts):
    run = ImportRun.objects.create(file_name="a.csv", sha256="0" * 64, started_at="2026-01-01T00:00Z")
    for _time in range(2):
        ImportRow.objects.create(run=run, row_number=1, outcome="new")


@breaks("union_single")
def _(**_facts):
    Union.objects.create(id=2)


@breaks("revision_single")
def _(**_facts):
    Revision.objects.create(id=2)


# --- the tests themselves -----------------------------------------------------------------------------

CASES = [
    pytest.param(name, function, id=f"{name}-{number}")
    for name, functions in BROKEN.items()
    for number, function in enumerate(functions)
]
MODELS = [m for m in apps.get_app_config("members").get_models() if not m.__name__.startswith("Historical")]


@pytest.mark.parametrize(("name", "function"), CASES)
def test_refused(name, function, request, db):
    fixtures = {
        fixture: request.getfixturevalue(fixture)
        for fixture in ("make_bare", "organisation", "membership", "decision", "person")
    }
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        function(**fixtures)
    said = str(caught.value)
    if "UNIQUE constraint failed" not in said:  # SQLite names the columns of a unique index, not the index
        assert name in said


def test_every_constraint_is_broken_by_some_test():
    named = {constraint.name for model in MODELS for constraint in model._meta.constraints}
    assert named - set(BROKEN) == {
        constraint.name
        for model in MODELS
        for constraint in model._meta.constraints
        if constraint.name.startswith("search_")
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_a_form_can_break_says_so_in_words(model):
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint) and "_single" not in constraint.name:
            assert constraint.violation_error_message != constraint.default_violation_error_message, (
                constraint.name
            )


def test_a_draft_may_be_rewritten_and_a_published_text_gets_its_adoption_corrected(db):
    draft = version()
    PageText.objects.update(body="Other", title="Other", number=2)
    PageText.objects.update(**PUBLISHED)
    PageText.objects.update(adopted_on=D(2023, 1, 1), version=9, is_authentic=True)
    assert PageText.objects.get().adopted_on == D(2023, 1, 1)
    other = version(number=3)
    other.delete()
    assert list(PageText.objects.values_list("pk", flat=True)) == [draft.pk]


def test_neighbouring_periods_are_no_overlap(membership, decision):
    earlier = another(
        membership, starts_on=None, ends_on=D(2009, 12, 31), how_ended="resigned", ended_by=decision
    )
    assert earlier.pk


def test_overlap_is_said_at_the_form(membership):
    twin = Membership(
        organisation=membership.organisation,
        membership_class=membership.membership_class,
        admitted_by=membership.admitted_by,
        starts_on=D(2020, 1, 1),
    )
    with pytest.raises(ValidationError, match="has a membership on some of these days"):
        twin.full_clean()
    twin.starts_on, twin.ends_on = D(2001, 1, 1), D(2009, 12, 31)
    twin.how_ended, twin.ended_by = "resigned", membership.admitted_by
    twin.full_clean()
    membership.full_clean()


def test_an_alternate_beside_the_principal_is_fine(organisation, person):
    appoint(organisation, person)
    alternate = Representative(
        organisation=organisation, person=Person.objects.create(full_name="Bo"), function="delegate",
        rank="alternate", starts_on=D(2020, 1, 1),
    )  # fmt: skip
    alternate.full_clean()
    alternate.rank = "principal"
    with pytest.raises(ValidationError, match="Another principal"):
        alternate.full_clean()


def test_overlap_is_not_asked_of_fields_a_form_left_out(organisation, person):
    appoint(organisation, person)
    twin = Representative(
        organisation=organisation, person=person, function="delegate", starts_on=D(2021, 1, 1)
    )
    twin.validate_constraints(exclude={"organisation"})


def test_both_databases_hold_the_same_named_constraints(db):
    """docs/security.md DI-26: what PostgreSQL refuses, SQLite refuses by a constraint of the same name."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            present = set(re.findall(r"\w+", " ".join(row[0] for row in cursor.fetchall())))
        else:
            cursor.execute(
                "SELECT conname FROM pg_constraint UNION SELECT tgname FROM pg_trigger "
                "UNION SELECT indexname FROM pg_indexes"
            )
            present = {row[0] for row in cursor.fetchall()}
    for model in MODELS:
        for constraint in model._meta.constraints:
            names = {constraint.name, f"{constraint.name}_insert", f"{constraint.name}_update"}
            names |= {f"{constraint.name}_delete"}
            assert names & present, constraint.name
