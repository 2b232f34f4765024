"""Which organisations a search may know of, as conditions that fit both databases."""

# ruff: noqa: S608 (statements are made of constants and of Django's own SQL; every value is a parameter)

from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

# A statement or a part of one, with its parameters.
Sql = tuple[str, list]
# Keeps a database from asking the scope before the rows are in order; no register has so many.
EVERYTHING = 1_000_000_000


@dataclass(frozen=True)
class Scope:
    """A restriction to the organisations of a queryset.

    Hidden organisations must leave no trace in what a search answers: neither rows, nor order, nor
    counts, nor corrections. So every statement applies the scope before it cuts or counts anything,
    and a word of the register is known only where a publicly listed name or one in scope holds it.
    """

    sql: str = ""
    params: list = field(default_factory=list)

    @classmethod
    def of(cls, among: QuerySet | None) -> "Scope | None":
        """The scope of a queryset of organisations, all of them for None; None if it can hold nothing."""
        if among is None:
            return cls()
        try:
            sql, params = among.order_by().values("id").query.sql_with_params()
        except EmptyResultSet:
            return None
        return cls(sql, list(params))

    def includes(self, column: str) -> Sql:
        """A condition on the key of an organisation; the planner may look from either side."""
        if not self.sql:
            return "TRUE", []
        return f"{column} IN ({self.sql})", self.params

    def holds(self, column: str) -> Sql:
        """The same as a scalar subquery, which no planner turns into a join over the whole register:
        it is asked row by row, for as many rows as are needed."""
        if not self.sql:
            return "TRUE", []
        return f"(SELECT 1 FROM ({self.sql}) scope WHERE scope.id = {column}) IS NOT NULL", self.params

    def first(self, ordered: Sql, most: int) -> Sql:
        """The first `most` rows in scope of a statement of `name_id`, `weight` and `organisation_id`."""
        sql, params = ordered
        holds, scope_params = self.holds("best.organisation_id")
        return (
            "SELECT * FROM (SELECT best.name_id, best.weight, best.organisation_id"
            f" FROM ({sql} LIMIT {EVERYTHING}) best"
            f" WHERE {holds} LIMIT {most}) part",
            [*params, *scope_params],
        )

    def knows_word(self) -> Sql:
        """A condition on a row `w` of SearchWord."""
        if not self.sql:
            return "TRUE", []
        holds, params = self.holds("p.organisation_id")
        posting = f"SELECT 1 FROM members_searchposting p WHERE p.word = w.text AND {holds}"
        return f"(w.frequency > 0 OR EXISTS ({posting}))", params
