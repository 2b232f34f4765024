"""A register to measure on: a database of its own that is dropped afterwards, and names to fill it with."""

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from members import choices, text
from members.models import Country, Decision, Membership, MembershipClass, Organisation, OrganisationName
from members.search import index

BATCH = 1000
LONGEST_NAME = 300


@contextmanager
def scratch_database(connection, purpose: str) -> Iterator[None]:
    """Inside, `connection` leads to a new, migrated database beside the one that was named."""
    settings = connection.settings_dict
    named = str(settings["NAME"])
    beside = f"{purpose}_{os.getpid()}"
    if connection.vendor == "sqlite":
        settings["TEST"]["NAME"] = str(Path(named).parent / f"{beside}.sqlite3")
        Path(named).parent.mkdir(parents=True, exist_ok=True)
    else:
        settings["TEST"]["NAME"] = beside
    connection.creation.create_test_db(verbosity=0, autoclobber=False, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(named, verbosity=0)


class Filler:
    """Adds listed members with names and nothing else, as quickly as the database allows."""

    def __init__(self):
        self.codes = set(Country.objects.values_list("pk", flat=True))
        self.given: Counter[str] = Counter()
        self.membership_class = MembershipClass.objects.filter(is_public=True).first()
        day = datetime.date(2020, 1, 1)
        self.decision = Decision.objects.create(
            kind=choices.DecisionKind.RECORDED,
            decided_on=day,
            effective_on=day,
            body=choices.DecisionBody.SECRETARIAT,
            reasons="Made for a measurement.",
        )

    def add(self, rows: Iterable[tuple[str, list[tuple[str, str, str]]]]) -> list[Organisation]:
        """Organisations from (country code or anything, [(kind, language, value), …]), indexed for search."""
        added = []
        rows = iter(rows)
        while batch := list(islice(rows, BATCH)):
            organisations = [self._organisation(code, names) for code, names in batch]
            Organisation.objects.bulk_create(organisations)
            self._admit(organisations)
            names = [
                name
                for organisation, (_code, values) in zip(organisations, batch, strict=True)
                for name in self._names(organisation, values)
            ]
            OrganisationName.objects.bulk_create(names)
            index.bulk_update(names)
            added += organisations
        return added

    def _organisation(self, code: str, names: list[tuple[str, str, str]]) -> Organisation:
        code = code if code in self.codes else min(self.codes)
        self.given[code] += 1
        number = f"{code}-{self.given[code]:04d}"
        return Organisation(
            number=number, country_id=code, sort_name=text.sort_key(names[0][2])[:LONGEST_NAME]
        )

    def _names(
        self, organisation: Organisation, values: list[tuple[str, str, str]]
    ) -> Iterator[OrganisationName]:
        seen = set()
        for kind, language, given in values:
            value = text.normalise(given)[:LONGEST_NAME].strip()
            if value and (kind, language, value) not in seen:
                seen.add((kind, language, value))
                name = OrganisationName(organisation=organisation, kind=kind, language=language, value=value)
                name.set_derived()
                yield name

    def _admit(self, organisations: list[Organisation]) -> None:
        Membership.objects.bulk_create(
            Membership(
                organisation=organisation,
                membership_class=self.membership_class,
                starts_on=self.decision.effective_on,
                admitted_by=self.decision,
            )
            for organisation in organisations
        )
