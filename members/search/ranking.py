"""The close look: how well each candidate answers the question, and in what way it was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from members import text
from members.choices import NameKind, SearchMatch
from members.models.name import KIND_ORDER
from members.search.candidates import Candidate
from members.search.likeness import SOUND, WRITTEN_TOGETHER, alphabet, likeness
from members.search.question import Question
from members.search.vocabulary import Word, weight

# Shares of a score: the question's words found in the name, the name's words asked for, the order
# of both. They add up to less than 1, which only the very name gets.
FOUND, ASKED, ORDER = 0.62, 0.2, 0.17
# A name that begins with the question, from here up to almost 1.
BEGUN = 0.88
SAME_DIGITS = 0.6
# A score below this, or this far below the best one, is chance.
LEAST_SCORE = 0.4
LEAST_SHARE = 0.62
# From here on a word counts as the one that was typed, not as a slip.
SAME = 0.84


@dataclass(frozen=True)
class Hit:
    """One organisation found, and the name by which it was found."""

    organisation_id: int
    number: str
    name_id: int
    name: str
    kind: NameKind
    how: SearchMatch
    score: float


def rank(question: Question, words: Iterable[Word], candidates: Iterable[Candidate]) -> list[Hit]:
    """The best name of every organisation, best first; chance likenesses are left out.

    Among equal scores official names come before translations and so on, then what is written most as it
    was typed («البيان» is not «بيان», though search takes one for the other), and short ones before long
    ones; the number of the organisation decides last, so the order never depends on hidden rows.
    """
    scorer = Scorer(question, words)
    best: dict[int, tuple] = {}
    for candidate in candidates:
        score = round(scorer.score(candidate), 4)
        strange, length = _strangeness(question.typed, candidate.value), len(candidate.value)
        key = (-score, KIND_ORDER[candidate.kind], strange, length, candidate.number, candidate.value)
        if candidate.organisation_id not in best or key < best[candidate.organisation_id][0]:
            best[candidate.organisation_id] = (key, candidate)
    ranked = sorted(best.values(), key=lambda pair: pair[0])
    if not ranked:
        return []
    least = max(LEAST_SCORE, LEAST_SHARE * -ranked[0][0][0])
    return [scorer.hit(candidate, -key[0]) for key, candidate in ranked if -key[0] >= least]


class Scorer:
    """Compares names with one question. Every word is compared once, however many names hold it."""

    def __init__(self, question: Question, words: Iterable[Word]):
        self.question = question
        meant: dict[str, tuple[float, int]] = {}
        for word in words:
            meant[word.term] = max(meant.get(word.term, (0.0, 0)), (word.alike, word.frequency))
        weights = [weight(meant.get(term, (0.0, 1))[1]) for term in question.terms]
        self.shares = _shares(weights)
        self.bones = text.skeleton(question.folded)
        articles = [term in text.ROMANISED_ARTICLES for term in question.terms]
        if any(articles) and not all(articles):
            weights = [0 if is_one else one for one, is_one in zip(weights, articles, strict=True)]
        self.shares_by_sound = _shares(weights)
        self._compared: dict[str, list[float]] = {}

    def score(self, candidate: Candidate) -> float:
        """Between 0 and 1; 1 for the very name and for the very number."""
        if candidate.folded == self.question.folded or candidate.number == self.question.number:
            return 1.0
        if self._has_digits(candidate):
            return SAME_DIGITS
        tokens = list(dict.fromkeys(text.words(candidate.folded)))
        found = self.found(tokens)
        if self._is_in_other_script(candidate):
            shares = self.shares_by_sound
            order = SOUND * Indel.normalized_similarity(self.bones, text.skeleton(candidate.folded))
        else:
            shares = self.shares
            order = Indel.normalized_similarity(self.question.folded, candidate.folded)
        covered = sum(share * alike for share, alike in zip(shares, found, strict=True))
        score = FOUND * covered + ASKED * self._asked(tokens) + ORDER * order
        return max(score, BEGUN + (1 - BEGUN) * order) if self._is_begun(candidate) else score

    def hit(self, candidate: Candidate, score: float) -> Hit:
        return Hit(
            organisation_id=candidate.organisation_id,
            number=candidate.number,
            name_id=candidate.name_id,
            name=candidate.value,
            kind=NameKind(candidate.kind),
            how=self._how(candidate),
            score=score,
        )

    def found(self, tokens: list[str]) -> list[float]:
        """For each term how well the word of the name that is most like it answers."""
        found = list(map(max, zip(*map(self._likenesses, tokens), strict=True)))
        if min(found) < SAME:
            self._mind_the_gaps(found, tokens)
        return found

    def _likenesses(self, token: str) -> list[float]:
        compared = self._compared.get(token)
        if compared is None:
            last = self.question.last
            compared = [likeness(term, token, may_go_on=term is last) for term in self.question.terms]
            self._compared[token] = compared
        return compared

    def _mind_the_gaps(self, found: list[float], tokens: list[str]) -> None:
        """Words written together on one side and apart on the other are the same words."""
        apart = {first + second for first, second in pairwise(tokens)}
        together = set(tokens)
        terms = self.question.terms
        for position, term in enumerate(terms):
            if term in apart:
                found[position] = max(found[position], WRITTEN_TOGETHER)
            if "".join(terms[position : position + 2]) in together - {term}:
                found[position : position + 2] = [
                    max(one, WRITTEN_TOGETHER) for one in found[position : position + 2]
                ]

    def _asked(self, tokens: list[str]) -> float:
        """The share of the name's letters that the question asks for."""
        asked = sum(len(token) * max(self._likenesses(token)) for token in tokens)
        return asked / sum(map(len, tokens))

    def _is_begun(self, candidate: Candidate) -> bool:
        """Whether the name goes on where the question ends: in the next word, or in the last of several."""
        ends_in_a_word = len(self.question.terms) == 1
        return any(
            candidate.folded.startswith(f"{asked} " if ends_in_a_word else asked)
            for asked in self.question.beginnings
        )

    def _has_digits(self, candidate: Candidate) -> bool:
        return self.question.number.startswith("-") and candidate.number.endswith(self.question.number)

    def _how(self, candidate: Candidate) -> SearchMatch:
        if candidate.folded == self.question.folded:
            return SearchMatch.EXACT
        if candidate.number == self.question.number or self._has_digits(candidate):
            return SearchMatch.NUMBER
        if candidate.folded.startswith(self.question.beginnings):
            return SearchMatch.BEGINNING
        found = self.found(text.words(candidate.folded))
        if min(found) >= SAME:
            return SearchMatch.WORDS
        return SearchMatch.SOUND if self._is_in_other_script(candidate) else SearchMatch.SPELLING

    def _is_in_other_script(self, candidate: Candidate) -> bool:
        return alphabet(self.question.folded) != alphabet(candidate.folded)


def _strangeness(typed: str, value: str) -> int:
    """How many letters lie between what was typed and the name as it is written."""
    return Indel.distance(" ".join(typed.casefold().split()), value.casefold())


def _shares(weights: list[float]) -> list[float]:
    return [one / sum(weights) for one in weights]
