"""Finding organisations by any of their names: the one interface of search.

    results = query.find("jamiyat al rahma", among=Organisation.objects.listed())
    for hit in results.hits: ...

Four statements at most, usually two, whatever the question. See docs/architecture.md.
"""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from members.search import candidates, question, ranking, vocabulary
from members.search.question import Question
from members.search.ranking import Hit
from members.search.visibility import Scope
from members.search.vocabulary import Word

# A best score below this sends us looking for slips.
GOOD = 0.8
# Names looked at closely beyond the limit: several may belong to one organisation.
SPARE_NAMES = 50


@dataclass(frozen=True)
class Results:
    """What was found, best first. `is_capped`: there may be more than `total`."""

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    is_capped: bool = False

    @property
    def organisation_ids(self) -> list[int]:
        return [hit.organisation_id for hit in self.hits]


def find(typed: str, *, among: QuerySet | None = None, limit: int = 200) -> Results:
    """Organisations of `among` (a queryset of Organisation; None: the whole register) that answer to `typed`.

    Any text at all is allowed; at most `question.LONGEST_QUESTION` characters of it are used. An
    empty text finds nothing. Organisations outside `among` have no influence on the answer.
    """
    asked, scope = question.parse(typed), Scope.of(among)
    if asked is None or scope is None:
        return Results()
    most = limit + SPARE_NAMES
    words, doubtful = vocabulary.look_up(asked, scope)
    unknown = _unknown(asked, words)
    words += vocabulary.misspelt(unknown, scope)
    found = candidates.gather(asked, words, scope, most)
    hits = ranking.rank(asked, words, found)
    if not hits or hits[0].score < GOOD:
        others = [term for term in asked.terms if term not in unknown]
        further = doubtful + vocabulary.misspelt(others, scope)
        if further:
            words += further
            found = candidates.gather(asked, words, scope, most)
            hits = ranking.rank(asked, words, found)
    return Results(hits[:limit], len(hits[:limit]), is_capped=len(hits) > limit or len(found) >= most)


def _unknown(asked: Question, words: list[Word]) -> list[str]:
    """Terms that no name holds as they were typed, nor could hold once the last one is complete."""
    known = {word.term for word in words if word.alike >= ranking.SAME}
    return [term for term in asked.terms if term not in known]
