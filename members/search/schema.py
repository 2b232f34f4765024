"""What search needs of the database beyond Django's own indexes; the migration calls it.

PostgreSQL finds misspelt words with trigram indexes (`pg_trgm`, a trusted extension since 13: the
owner of the database may create it). SQLite needs nothing: there a register's few ten thousand
words are compared one by one.
"""

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
INDEXES = {
    "search_word_text_trigrams": "members_searchword USING gin (text gin_trgm_ops)",
    "search_word_skeleton_trigrams": "members_searchword USING gin (skeleton gin_trgm_ops)",
}


def forwards(connection) -> None:
    """Creates the trigram indexes. The extension stays when they go: others may use it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(EXTENSION)
            for name, definition in INDEXES.items():
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {definition}")


def backwards(connection) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for name in INDEXES:
                cursor.execute(f"DROP INDEX IF EXISTS {name}")
