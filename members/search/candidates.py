"""Gathering names worth a close look: by number, by the whole text, by the rarest of the words.

Which words are followed up is decided by how many names hold each, so that no question, whatever
its words, reads more than some ten thousands of postings.
"""

# ruff: noqa: S608 (statements are made of constants and of Django's own SQL; every value is a parameter)

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from members.search.question import Question
from members.search.visibility import Scope, Sql
from members.search.vocabulary import END_OF_RANGE, Word, weight

# Postings read for the words of one question, and at most for its two rarest terms. Other terms
# are not followed up, but count when the names are compared.
BUDGET = 2_500
MOST_POSTINGS = 25_000
ALWAYS_TERMS = 2
# Words of a term that alone has more: of each only the shortest names are read.
MOST_WORDS = 8
MOST_SAME = 300
# Weights are summed as whole numbers, which is quicker and the same on both databases.
WHOLE = 1000
AS_A_WHOLE = 1_000_000
LEAST_SHARE = 0.45
MOST_LONGER = 60
SHORTEST_BEGINNING = 5


@dataclass(frozen=True)
class Candidate:
    name_id: int
    organisation_id: int
    number: str
    value: str
    folded: str
    kind: str
    weight: int


def gather(question: Question, words: Iterable[Word], scope: Scope, most: int) -> list[Candidate]:
    """Up to `most` names found by words, and those found by number or as a whole; all of them in scope."""
    parts = [_same_as_a_whole(question, scope)]
    parts += [
        _beginning_as_a_whole(beginning, scope)
        for beginning in question.beginnings
        if len(beginning) >= SHORTEST_BEGINNING
    ]
    if question.number:
        parts.append(_numbered(question, scope))
    groups = _by_term(words)
    if groups and _cost(groups[0]) > MOST_POSTINGS:
        telling = _most_telling(groups[0])
        parts += [_holding_one(word.text, scope, 2 * most // len(telling)) for word in telling]
    elif groups:
        parts.append(_holding(_choose(groups), scope, most))
    return _worth_a_look(_fetch(parts))


def _fetch(parts: list[Sql]) -> list[Candidate]:
    statement = (
        "SELECT n.id, n.organisation_id, o.number, n.value, n.folded, n.kind, MAX(found.weight)"
        f" FROM ({' UNION ALL '.join(sql for sql, _params in parts)}) found"
        " JOIN members_organisationname n"
        " ON n.id = found.name_id AND n.organisation_id = found.organisation_id"
        " JOIN members_organisation o ON o.id = n.organisation_id GROUP BY n.id, o.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [param for _sql, params in parts for param in params])
        return [Candidate(*row) for row in cursor.fetchall()]


def _worth_a_look(found: list[Candidate]) -> list[Candidate]:
    """Without names that hold so little of what the fullest one holds that no likeness makes up for it."""
    fullest = max((candidate.weight for candidate in found if candidate.weight < AS_A_WHOLE), default=0)
    return [candidate for candidate in found if candidate.weight >= LEAST_SHARE * fullest]


# -- which words to follow up -------------------------------------------------------------------


def _by_term(words: Iterable[Word]) -> list[list[Word]]:
    """The words of each term, the term with the fewest names first."""
    groups: dict[str, list[Word]] = {}
    for word in words:
        groups.setdefault(word.term, []).append(word)
    return sorted(groups.values(), key=_cost)


def _cost(group: list[Word]) -> int:
    return sum(max(word.frequency, 1) for word in group)


def _choose(groups: list[list[Word]]) -> dict[str, int]:
    """Words with their weights, from the rarest term on, as far as the budget goes."""
    chosen: dict[str, int] = {}
    spent = 0
    for position, group in enumerate(groups):
        spent += _cost(group)
        if position and spent > (MOST_POSTINGS if position < ALWAYS_TERMS else BUDGET):
            break
        meant = max(group, key=lambda word: (word.alike, word.frequency))
        for word in group:
            worth = round(WHOLE * weight(meant.frequency) * word.alike)
            chosen[word.text] = max(worth, chosen.get(word.text, 0))
    return chosen


def _most_telling(group: list[Word]) -> list[Word]:
    return sorted(group, key=lambda word: (word.alike < 1, -word.frequency, word.text))[:MOST_WORDS]


# -- statements that give name_id ---------------------------------------------------------------


def _same_as_a_whole(question: Question, scope: Scope) -> Sql:
    same = "FROM members_organisationname n WHERE n.folded = %s ORDER BY n.id"
    return scope.first(
        (f"SELECT n.id AS name_id, {AS_A_WHOLE} AS weight, n.organisation_id {same}", [question.folded]),
        MOST_SAME,
    )


def _beginning_as_a_whole(begun: str, scope: Scope) -> Sql:
    beginning, params = "n.folded >= %s AND n.folded < %s", [begun, begun + END_OF_RANGE]
    if connection.vendor == "postgresql":
        beginning, params = "n.folded LIKE %s", [f"{begun}%"]
    longer = f"FROM members_organisationname n WHERE {beginning} ORDER BY length(n.folded), n.folded, n.id"
    return scope.first(
        (f"SELECT n.id AS name_id, {AS_A_WHOLE} AS weight, n.organisation_id {longer}", params), MOST_LONGER
    )


def _numbered(question: Question, scope: Scope) -> Sql:
    """The official name of the one organisation, or of all that have these digits in any country."""
    numbered = "o.number = %s"
    if question.number.startswith("-"):
        numbered = "o.number IN (SELECT code || %s FROM members_country)"
    official = (
        f"SELECT n.id AS name_id, {AS_A_WHOLE} AS weight, n.organisation_id FROM members_organisation o"
        " JOIN members_organisationname n ON n.organisation_id = o.id"
        f" WHERE n.kind = 'official' AND n.valid_until IS NULL AND {numbered} ORDER BY o.number"
    )
    return scope.first((official, [question.number]), MOST_SAME)


def _holding(chosen: dict[str, int], scope: Scope, most: int) -> Sql:
    """The names with the greatest weight of words, the shortest first among equals."""
    wanted = ", ".join(["(%s, %s)"] * len(chosen))
    heaviest = (
        f"WITH wanted(word, weight) AS (VALUES {wanted})"
        " SELECT p.name_id, SUM(wanted.weight) AS weight, p.organisation_id, MIN(p.size) AS size"
        " FROM wanted JOIN members_searchposting p ON p.word = wanted.word"
        " GROUP BY p.name_id, p.organisation_id ORDER BY 2 DESC, 4, 1"
    )
    return scope.first((heaviest, [item for pair in chosen.items() for item in pair]), most)


def _holding_one(word: str, scope: Scope, most: int) -> Sql:
    """The shortest names that hold a word, read off the index in that order."""
    includes, params = scope.includes("p.organisation_id")
    return (
        f"SELECT * FROM (SELECT p.name_id, {WHOLE} AS weight, p.organisation_id FROM members_searchposting p"
        f" WHERE p.word = %s AND {includes} ORDER BY p.word, p.size, p.organisation_id"
        f" LIMIT {most}) part",
        [word, *params],
    )
