"""Writes the demo register: organisations, names and people in bulk, memberships step by step."""

import datetime
from collections import Counter
from collections.abc import Iterable

from django.db import models, transaction
from simple_history.utils import bulk_create_with_history

from members import audit, text
from members.actions import numbers, people
from members.choices import Audience, HowEnded, RepresentativeFunction
from members.demo import pages, steps
from members.demo.people import Mandate
from members.demo.plan import Planned, planned
from members.demo.vocabulary import EPOCH, table
from members.models import (
    FocusArea,
    Organisation,
    OrganisationName,
    OrganisationText,
    Person,
    Representative,
)
from members.search import index

REASON = pages.REASON


class RegisterNotEmpty(Exception):
    """The demo is for an empty register only."""


def load() -> int:
    """Writes the whole demo register in one transaction and returns the number of organisations.

    Raises RegisterNotEmpty when there is an organisation already.
    """
    with transaction.atomic():
        if Organisation.objects.exists():
            raise RegisterNotEmpty
        pages.write_union()
        plans = planned()
        organisations = _bulk(_organisations(plans))
        pairs = list(zip(organisations, plans, strict=True))
        _write_areas(pairs)
        index.bulk_update(_bulk([name for pair in pairs for name in _names(*pair)]))
        _bulk([row for pair in pairs for row in _texts(*pair)])
        _write_mandates(
            [(organisation, mandate) for organisation, plan in pairs for mandate in plan.mandates]
        )
        steps.take_all(pairs)
        for organisation in Organisation.objects.filter(memberships__how_ended=HowEnded.MERGED):
            _merge(organisation)
    index.refresh()
    return len(plans)


def _bulk(rows: Iterable[models.Model]) -> list:
    """Saves new rows of one model with their history."""
    rows = list(rows)
    return bulk_create_with_history(rows, type(rows[0]), default_change_reason=REASON)


def _organisations(plans: list[Planned]) -> list[Organisation]:
    places = Counter(plan.country for plan in plans)
    series = {code: iter(numbers.allocate(code, count)) for code, count in places.items()}
    return [_organisation(plan, next(series[plan.country])) for plan in plans]


def _organisation(plan: Planned, number: str) -> Organisation:
    audience = Audience.PUBLIC if plan.has_public_contacts else Audience.SECRETARIAT
    checked_on = plan.days_since_check and EPOCH - datetime.timedelta(days=plan.days_since_check)
    return Organisation(
        number=number,
        country_id=plan.country,
        sort_name=text.sort_key(plan.names[0].value)[:300],
        kind=plan.kind,
        city=plan.city,
        founded_year=plan.founded_year,
        website=f"https://{plan.host}/",
        email=f"office@{plan.host}",
        email_audience=audience,
        address=f"1 Example Street\n{plan.city}",
        address_audience=audience,
        phone=plan.phone,
        phone_audience=audience if plan.phone else Audience.SECRETARIAT,
        is_listed=plan.is_listed,
        checked_on=checked_on,
        confirmed_on=checked_on,
    )


def _write_areas(pairs: list[tuple[Organisation, Planned]]) -> None:
    areas = dict(FocusArea.objects.values_list("slug", "pk"))
    focus, work = Organisation.focus_areas.through, Organisation.works_in.through
    focus.objects.bulk_create(
        focus(organisation=organisation, focusarea_id=areas[theme])
        for organisation, plan in pairs
        for theme in plan.themes
    )
    work.objects.bulk_create(
        work(organisation=organisation, country_id=code)
        for organisation, plan in pairs
        for code in plan.works_in
    )
    for organisation, _plan in pairs:
        audit.record("register", organisation, by=None, reason=REASON, number=organisation.number)


def _names(organisation: Organisation, plan: Planned) -> list[OrganisationName]:
    rows = [OrganisationName(organisation=organisation, **vars(name)) for name in plan.names]
    for row in rows:
        row.set_derived()
    return rows


def _texts(organisation: Organisation, plan: Planned) -> list[OrganisationText]:
    descriptions = table("descriptions")
    return [
        OrganisationText(
            organisation=organisation,
            language=language,
            summary=summary,
            description=descriptions[language].strip().format(year=plan.founded_year)
            if language in plan.described_in
            else "",
        )
        for language, summary in plan.texts.items()
    ]


def _write_mandates(pairs: list[tuple[Organisation, Mandate]]) -> None:
    persons = _bulk(_person(organisation, mandate) for organisation, mandate in pairs)
    rows = []
    for person, (organisation, mandate) in zip(persons, pairs, strict=True):
        if mandate.is_sealed:
            people.seal(person, by=None, reason=REASON)
        rows.append(
            Representative(
                organisation=organisation,
                person=person,
                function=mandate.function,
                rank=mandate.rank,
                starts_on=mandate.starts_on,
                ends_on=mandate.ends_on,
                has_vote=mandate.function == RepresentativeFunction.DELEGATE,
                appointment=mandate.appointment,
            )
        )
    _bulk(rows)


def _person(organisation: Organisation, mandate: Mandate) -> Person:
    return Person(
        full_name=mandate.full_name,
        latin_name=mandate.latin_name,
        language=mandate.language,
        email=f"person@{organisation.number.lower()}.example.org",
        name_audience=Audience.PUBLIC if mandate.is_public else Audience.SECRETARIAT,
        consented_on=mandate.starts_on if mandate.is_public else None,
    )


def _merge(organisation: Organisation) -> None:
    """Its number from now on answers with another member of its country."""
    others = Organisation.objects.members_on(EPOCH).filter(country=organisation.country)
    organisation.merged_into = others.earliest("pk")
    audit.because(organisation, by=None, reason=REASON)
    organisation.save(update_fields=["merged_into"])
