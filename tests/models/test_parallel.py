"""Writers who come at the same moment, past every form and action: the database lets one of them through."""

import datetime
import threading

import pytest
from django.db import DatabaseError, connection, connections

from members.models import Membership, Representative, Suspension
from tests.factories import make_decision, make_member, make_person, make_representative, suspend

WRITERS = 8
DAY = datetime.date(2030, 1, 1)


def copy_of(row, **changes) -> tuple[str, list]:
    """An INSERT of the same row with other days, in SQL of our own."""
    quote = connection.ops.quote_name
    columns = [column for column in row._meta.concrete_fields if not column.primary_key]
    values = [changes.get(column.attname, getattr(row, column.attname)) for column in columns]
    names = ", ".join(quote(column.column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quote(row._meta.db_table)} ({names}) VALUES ({places})", values


def written_at_once(statements) -> int:
    """How many of the statements, each in a thread and connection of its own, were accepted."""
    start, accepted = threading.Barrier(len(statements)), []

    def write(sql, values):
        start.wait()
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
        except DatabaseError:
            return  # the constraint, or on PostgreSQL the deadlock that two checks of it can end in
        finally:
            connections.close_all()
        accepted.append(sql)

    threads = [threading.Thread(target=write, args=statement) for statement in statements]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(accepted)


def periods(**changes) -> list[dict]:
    """Stretches that all have one day in common and of which no two are the same."""
    step = datetime.timedelta(days=1)
    return [
        {"starts_on": DAY - number * step, "ends_on": DAY + number * step, **changes}
        for number in range(WRITERS)
    ]


@pytest.mark.usefixtures("committed")
class TestOneOfMany:
    def test_memberships(self):
        member = make_member()
        membership = member.memberships.get()
        over = make_decision("ending")
        Membership.objects.update(
            ends_on=datetime.date(2029, 1, 1), how_ended="resigned", ended_by=over, starts_on=None
        )
        facts = {"ended_by_id": over.pk, "how_ended": "resigned"}
        assert written_at_once([copy_of(membership, **days) for days in periods(**facts)]) == 1
        assert Membership.objects.on(DAY).count() == 1

    def test_suspensions(self):
        member = make_member()
        suspend(member, until=datetime.date(2026, 1, 1))
        suspension = Suspension.objects.get()
        assert written_at_once([copy_of(suspension, **days) for days in periods()]) == 1
        assert Suspension.objects.on(DAY).count() == 1

    def test_principals(self):
        mandate = make_representative(make_member(), ends_on=datetime.date(2025, 1, 1))
        people = [make_person(f"Person {number}") for number in range(WRITERS)]
        rows = zip(people, periods(), strict=True)
        copies = [copy_of(mandate, person_id=person.pk, **days) for person, days in rows]
        assert written_at_once(copies) == 1
        assert Representative.objects.on(DAY).count() == 1
