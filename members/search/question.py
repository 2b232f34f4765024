"""What was typed, made ready: whatever it was, from here on it is a few folded words."""

import re
from dataclasses import dataclass
from itertools import pairwise

from members import text

# A longer text is cut there; the rest of a pasted page says nothing more about one name.
LONGEST_QUESTION = 200
# Words looked up. Pairs of Chinese characters are words too, so this is more than anybody types.
MOST_TERMS = 24
# Terms that are also tried as two words, and how long these are.
MOST_PARTED = 8
LONGEST_PARTED = 30
SHORTEST_PART = 3
# Digits of a number, "0147" in TR-0147; shorter ones are filled up with zeros.
NUMBER_WIDTH = 4
# The Arabic article, of which names keep nothing, while it or the word behind it is being typed: too
# little follows for `fold` to know it as one. Its first letters may as well begin another word.
_ARTICLE_BEGUN = re.compile(r"(?<= )(?:(?:وال|بال|كال|فال|ولل)(\w{0,2})|(?:ال|لل)(\w?))$")
_PERHAPS_ARTICLE = re.compile(r" (?:[وبكف]?ا|[وبكف]?ل|[وبكف])$")
_NUMBER = re.compile(r"(?:([a-z]{2}) ?)?0*(\d{1,7})")


@dataclass(frozen=True)
class Question:
    typed: str
    folded: str
    terms: tuple[str, ...]
    # What a name that goes on from here may begin with: the text, and the text without an article begun.
    beginnings: tuple[str, ...]
    # "TR-0147", or "-0147" when no country was typed, or "" when this is no number.
    number: str

    @property
    def last(self) -> str:
        """The word that may still be being typed."""
        return self.terms[-1]

    @property
    def joined(self) -> dict[str, str]:
        """Neighbouring words written as one, each with its first word: «می شود» also means «میشود»."""
        return {first + second: first for first, second in pairwise(self.terms)}

    @property
    def parted(self) -> dict[str, list[tuple[str, str]]]:
        """The two words that each longer term may be, written together by mistake."""
        return {
            term: [(term[:at], term[at:]) for at in range(SHORTEST_PART, len(term) - SHORTEST_PART + 1)]
            for term in self.terms[:MOST_PARTED]
            if len(term) <= LONGEST_PARTED
        }


def parse(typed: str) -> Question | None:
    """The question in `typed`, or None if it holds neither letter nor digit."""
    typed = typed[:LONGEST_QUESTION]
    folded = text.fold(typed)
    without_article = _ARTICLE_BEGUN.sub(_what_follows, folded).rstrip()
    terms = tuple(dict.fromkeys(text.words(without_article)))[:MOST_TERMS]
    if not terms:
        return None
    beginnings = dict.fromkeys([folded, without_article, _PERHAPS_ARTICLE.sub("", without_article)])
    return Question(typed, folded, terms, tuple(beginnings), _number(folded))


def _what_follows(article: re.Match) -> str:
    return article[1] or article[2] or ""


def _number(folded: str) -> str:
    match = _NUMBER.fullmatch(folded)
    if not match:
        return ""
    country, digits = match.groups()
    return f"{(country or '').upper()}-{digits.zfill(NUMBER_WIDTH)}"
