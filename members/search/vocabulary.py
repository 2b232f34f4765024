"""Which words of the register the typed ones may stand for: same, longer, joined, misspelt, sounding alike.

Slips are sought among the few hundred thousand distinct words, never among the names.
"""

# ruff: noqa: S608 (statements are made of constants and of Django's own SQL; every value is a parameter)

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from members import text
from members.search.likeness import (
    LEAST_ALIKE,
    SHORTEST_MISSPELT,
    SHORTEST_SKELETON,
    WRITTEN_TOGETHER,
    alphabet,
    in_construct,
    likeness,
    sounds,
)
from members.search.question import Question
from members.search.visibility import Scope

# Words taken for one term by each way of meaning it.
MOST_LONGER = 40
MOST_ALIKE = 12
MOST_SOUNDS = 300
# Terms whose slips are sought: each costs a look through the vocabulary.
MOST_MISSPELT = 8
# A slip makes a word longer or shorter by no more letters.
MOST_LETTERS_MORE = 2
# A term that is written so in some name: shorter skeletons of other words would only be chance.
_SHORTEST_SURE_SKELETON = 3
END_OF_RANGE = "\U0010fffd"


@dataclass(frozen=True)
class Word:
    """A word of the register, standing for a typed term as well as `alike` (0 to 1) says."""

    text: str
    term: str
    frequency: int
    alike: float


def weight(frequency: int) -> float:
    """How much a word tells: 0.8 for one that a single listed name holds, 0.2 for one in ten thousand."""
    return 1 / (1 + math.log10(1 + max(frequency, 1)))


def look_up(question: Question, scope: Scope) -> tuple[list[Word], list[Word]]:
    """The words that equal a term, join two of them, begin with the last one, or sound like one.

    Then those that sound like a short term which some name holds as it was typed («amal»). This is chance
    as a rule, so they are for questions that nothing else answers well.
    """
    halves = {half for pairs in question.parted.values() for pair in pairs for half in pair}
    exact = sorted({*question.terms, *question.joined, *halves})
    parts = [_equal(exact), _begin_with(question.last), *_sound_like(question.terms)]
    rows = sorted(set(_select(parts, scope)))
    sure, doubtful = _sounding_alike(question, rows)
    return [*_written_alike(question, rows), *_parted(question, rows), *sure], doubtful


def misspelt(terms: Iterable[str], scope: Scope) -> list[Word]:
    """The words most like each of the terms, for terms long enough to tell a slip from another word."""
    terms = [term for term in terms if len(term) >= SHORTEST_MISSPELT][:MOST_MISSPELT]
    if not terms:
        return []
    near = _near_by_trigrams if connection.vendor == "postgresql" else _near_by_length
    rows = near(terms, scope)
    found = []
    for term in terms:
        about_as_long = {
            word: frequency
            for word, _skeleton, frequency in rows
            if word != term and abs(len(word) - len(term)) <= MOST_LETTERS_MORE
        }
        alike = process.extract(
            term,
            list(about_as_long),
            scorer=OSA.normalized_similarity,
            score_cutoff=LEAST_ALIKE,
            limit=MOST_ALIKE,
        )
        found += [Word(word, term, about_as_long[word], likeness(term, word)) for word, *_rest in alike]
    return found


def _written_alike(question: Question, rows: list[tuple]) -> list[Word]:
    terms, joined = set(question.terms), question.joined
    found = []
    for word, _skeleton, frequency in rows:
        if word in terms:
            found.append(Word(word, word, frequency, 1.0))
        if word in joined:
            found.append(Word(word, joined[word], frequency, WRITTEN_TOGETHER))
        if word != question.last and word.startswith(question.last):
            alike = likeness(question.last, word, may_go_on=True)
            found.append(Word(word, question.last, frequency, alike))
    return found


def _parted(question: Question, rows: list[tuple]) -> list[Word]:
    frequencies = {word: frequency for word, _skeleton, frequency in rows}
    return [
        Word(half, term, frequencies[half], WRITTEN_TOGETHER / 2)
        for term, pairs in question.parted.items()
        for pair in pairs
        if frequencies.keys() >= set(pair)
        for half in pair
    ]


def _sounding_alike(question: Question, rows: list[tuple]) -> tuple[list[Word], list[Word]]:
    """Only words in another script: in the same one a sound alone says too little, and slips are sought."""
    written = {word for word, _skeleton, _frequency in rows}
    by_sound: dict[str, list[tuple]] = {}
    for row in rows:
        for heard in sounds(row[0]):
            by_sound.setdefault(heard, []).append(row)
    sure, doubtful = [], []
    for term in question.terms:
        bones = text.word_skeleton(term)
        is_sure = len(bones) >= (_SHORTEST_SURE_SKELETON if term in written else SHORTEST_SKELETON)
        for heard in sorted(sounds(term)):
            if len(heard) < SHORTEST_SKELETON:
                continue
            found = sure if is_sure and heard == bones else doubtful
            found += [
                Word(word, term, frequency, likeness(term, word))
                for word, _skeleton, frequency in by_sound.get(heard, [])
                if alphabet(term) != alphabet(word)
            ]
    return sure, doubtful


# -- statements ---------------------------------------------------------------------------------

# A condition, its parameters, and what bounds its rows.
Part = tuple[str, list, str]


def _equal(words: list[str]) -> Part:
    return f"w.text IN ({', '.join(['%s'] * len(words))})", words, ""


def _sound_like(terms: Iterable[str]) -> Iterator[Part]:
    """Of the other script, ASCII or not; a romanised construct state only of words that end in ة."""
    for is_ascii in (True, False):
        typed = [term for term in terms if term.isascii() == is_ascii]
        skeletons = {heard for term in typed for heard in sounds(term) if len(heard) >= SHORTEST_SKELETON}
        if skeletons:
            first = "ascii" if connection.vendor == "postgresql" else "unicode"
            yield _with_skeleton(skeletons, f"{first}(w.text) {'>=' if is_ascii else '<'} 128")
    constructs = {in_construct(term) for term in terms} - {""}
    if constructs:
        yield _with_skeleton(constructs, "substr(w.text, length(w.text)) = 'ه'")


def _with_skeleton(skeletons: set[str], condition: str) -> Part:
    marks = ", ".join(["%s"] * len(skeletons))
    ending = f"ORDER BY w.frequency DESC, w.text LIMIT {MOST_SOUNDS}"
    return f"w.skeleton IN ({marks}) AND {condition}", sorted(skeletons), ending


def _begin_with(beginning: str) -> Part:
    ending = f"ORDER BY w.frequency DESC, w.text LIMIT {MOST_LONGER}"
    if connection.vendor == "postgresql":
        return "w.text LIKE %s", [f"{beginning}%"], ending
    return "w.text >= %s AND w.text < %s", [beginning, beginning + END_OF_RANGE], ending


def _select(parts: list[Part], scope: Scope) -> list[tuple[str, str, int]]:
    known, scope_params = scope.knows_word()
    statements, params = [], []
    for condition, values, ending in parts:
        statements.append(
            "SELECT * FROM (SELECT w.text, w.skeleton, w.frequency FROM members_searchword w"
            f" WHERE {condition} AND {known} {ending}) part"
        )
        params += [*values, *scope_params]
    return _rows(" UNION ALL ".join(statements), params)


def _near_by_trigrams(terms: list[str], scope: Scope) -> list[tuple[str, str, int]]:
    """Words of similar trigrams; of one slip also those that share too few of them: two letters
    swapped or one too many at the beginning, and a wrong one in a word of four."""
    known, scope_params = scope.knows_word()
    neighbours = sorted({near for term in terms for near in one_slip_away(term)})
    patterns = [
        f"{term[:at]}_{term[at + 1 :]}"
        for term in terms
        if len(term) == SHORTEST_MISSPELT
        for at in range(SHORTEST_MISSPELT - 1)
    ]
    statement = (
        "SELECT near.text, near.skeleton, near.frequency FROM unnest(%s) typed(term) CROSS JOIN LATERAL ("
        " SELECT w.text, w.skeleton, w.frequency FROM members_searchword w"
        f" WHERE w.text %% typed.term AND {known}"
        f" ORDER BY similarity(w.text, typed.term) DESC, w.text LIMIT {MOST_ALIKE * 3}) near"
        " UNION ALL SELECT w.text, w.skeleton, w.frequency FROM members_searchword w"
        f" WHERE (w.text = ANY(%s) OR w.text LIKE ANY(%s::text[])) AND {known}"
    )
    params = [terms, *scope_params, neighbours, patterns, *scope_params]
    return sorted(set(_rows(statement, params)))


def one_slip_away(term: str) -> set[str]:
    """The term without one of its letters, or with two neighbours swapped."""
    without = {term[:at] + term[at + 1 :] for at in range(len(term))}
    swapped = {term[:at] + term[at + 1] + term[at] + term[at + 2 :] for at in range(len(term) - 1)}
    return (without | swapped) - {term}


def _near_by_length(terms: list[str], scope: Scope) -> list[tuple[str, str, int]]:
    """All words of about the right length that share one of the first two letters with a term.

    One slip cannot change both of them, short of swapping them.
    """
    known, scope_params = scope.knows_word()
    letters = sorted({letter for term in terms for letter in term[:2]})
    marks = ", ".join(["%s"] * len(letters))
    shortest = min(len(term) for term in terms) - MOST_LETTERS_MORE
    longest = max(len(term) for term in terms) + MOST_LETTERS_MORE
    statement = (
        "SELECT w.text, w.skeleton, w.frequency FROM members_searchword w"
        " WHERE length(w.text) BETWEEN %s AND %s"
        f" AND (substr(w.text, 1, 1) IN ({marks}) OR substr(w.text, 2, 1) IN ({marks})) AND {known}"
    )
    return sorted(set(_rows(statement, [shortest, longest, *letters, *letters, *scope_params])))


def _rows(statement: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
