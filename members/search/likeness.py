"""How alike two words are, between 0 and 1. Pure functions on folded words."""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from members import text

# Below this share of right letters two words are different words, not a slip.
LEAST_ALIKE = 0.6
# A shorter word has too many neighbours for a slip in it to mean anything.
SHORTEST_MISSPELT = 4
SHORTEST_BEGINNING = 3
SHORTEST_SKELETON = 2
# Words that are written together on one side and apart on the other are the same words.
WRITTEN_TOGETHER = 0.95
# What a slip, and what a sound in another script, is worth at best.
SLIP, SOUND = 0.96, 0.8
# How much of the latter depends on the vowels, which the skeleton leaves out: it tells حياة from واحة.
VOWELS = 0.05
# The same, of words with a single consonant.
SINGLE_SOUND = 0.5
_EAST_ASIAN = 0x2E
# Spellings of one sound that the skeleton keeps apart, each with what it may also stand for: the article
# written together (Alamal), the French dj (Djamiat), the Egyptian g (Gamiyat).
_ALSO_SPELT = ((re.compile("^[ae]l(?=.{3})"), ""), (re.compile("dj"), "j"), (re.compile("g(?!h)"), "j"))
_ROMANISED_CONSTRUCT = re.compile("[aei]t$")
_LONG_VOWELS = str.maketrans("اوي", "auy")


def likeness(term: str, word: str, *, may_go_on: bool = False) -> float:
    """How well a name's `word` answers the `term` that was typed; `may_go_on`: its end is still to come.

    1 for the same word, less for a longer one, less for a slip, less for the same sound in another script.
    """
    if term == word:
        return 1.0
    if word.startswith(term):
        return _as_beginning(term, word, may_go_on)
    if alphabet(term) != alphabet(word):
        return _by_sound(term, word)
    return _as_slip(term, word)


def alphabet(word: str) -> int:
    """A number for the block of Unicode a word begins in; one for all of East Asia."""
    return min(ord(word[0]) >> 8, _EAST_ASIAN)


def _as_beginning(term: str, word: str, may_go_on: bool) -> float:
    share = len(term) / len(word)
    if may_go_on:
        return 0.86 + 0.12 * share
    return max(0.5 + 0.4 * share, _as_slip(term, word)) if len(term) >= SHORTEST_BEGINNING else 0.0


def _as_slip(term: str, word: str) -> float:
    shorter, longer = sorted((len(term), len(word)))
    if shorter < SHORTEST_MISSPELT or shorter < LEAST_ALIKE * longer:
        return 0.0
    return SLIP * OSA.normalized_similarity(term, word, score_cutoff=LEAST_ALIKE) ** 1.5


def _by_sound(term: str, word: str) -> float:
    alike = max(_alike(typed, written) for typed in sounds(term) for written in sounds(word))
    if alike:
        vowels = OSA.normalized_similarity(_with_vowels(term), _with_vowels(word))
        alike *= 1 - VOWELS + VOWELS * vowels
    return alike


def _alike(typed: str, written: str) -> float:
    if min(len(typed), len(written)) < SHORTEST_SKELETON:
        return SINGLE_SOUND if typed == written != "" else 0.0
    return SOUND * OSA.normalized_similarity(typed, written, score_cutoff=LEAST_ALIKE) ** 2


@lru_cache(maxsize=50_000)
def sounds(word: str) -> frozenset[str]:
    """The skeletons a word may be heard as: its own, and those of its other spellings.

    A final ة is silent or said as t («Jamiyat»), so such a word has one with a t too.
    """
    bones = text.word_skeleton(word)
    if word.endswith("ه"):
        return frozenset({bones, f"{bones}t"})
    if not word.isascii():
        return frozenset({bones})
    also = {text.word_skeleton(spelling.sub(instead, word)) for spelling, instead in _ALSO_SPELT}
    return frozenset({bones, *also} - {""}) or frozenset({""})


def in_construct(word: str) -> str:
    """The skeleton of a romanised «Jamiyat» as جمعية is written, without the t; empty for other words."""
    if not word.isascii() or not _ROMANISED_CONSTRUCT.search(word):
        return ""
    return text.word_skeleton(word)[:-1]


@lru_cache(maxsize=50_000)
def _with_vowels(word: str) -> str:
    return anyascii(word.translate(_LONG_VOWELS)).lower()
