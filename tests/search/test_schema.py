from django.db import connection

from members.search import schema


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'members_searchword'")
        return {name for (name,) in cursor.fetchall()}


def test_trigram_indexes_come_and_go(db):
    if connection.vendor != "postgresql":
        schema.backwards(connection)
        schema.forwards(connection)
        return
    assert set(schema.INDEXES) <= indexes()
    schema.backwards(connection)
    assert not set(schema.INDEXES) & indexes()
    schema.forwards(connection)
    schema.forwards(connection)
    assert set(schema.INDEXES) <= indexes()
