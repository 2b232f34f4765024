"""Names that are nearly the same. A likeness decides nothing: it makes a row unsure.

Measured on labelled pairs of real names: see docs/import-format.md. Two names are alike when every word of
one has its word in the other but for a slip of the pen, legal forms and small words left aside; numbers must
be equal. "North Valley Trust" and "South Valley Trust" are different words, not slips.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from members import text

Owner = TypeVar("Owner")

ALIKE = 92.0  # of 100, on the sorted words
NEAR = 80.0  # below this nothing is looked at closely
SLIP = 80.0  # of 100, on one word against its counterpart
SHORTEST_SLIP = 4  # letters; shorter words differ by being other words
SKELETON_ALIKE = 70.0
SHORTEST_SKELETON = 6  # consonants that must agree across scripts
MOST_IN_BLOCK = 60
RAREST = 2
EDGE = 7
# Small words, and legal forms that are added and dropped. "Foundation" stays: it tells two bodies apart.
_FILLERS = (
    "the of and for in at to a an de la le les des du d l et y e el los las del para por en und fur der "
    "die das ev v inc incorporated ltd limited llc plc gmbh ggmbh ag sa srl asbl aisbl vzw ngo ngos ong org "
    "registered"
)
FILLERS = frozenset(_FILLERS.split())


def words_of(folded: str) -> tuple[str, ...]:
    """The words that count, sorted."""
    return tuple(sorted(word for word in folded.split() if word not in FILLERS))


def are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two sorted lists of words are one name but for slips."""
    if one == other:
        return bool(one)
    likeness = fuzz.ratio(" ".join(one), " ".join(other), score_cutoff=NEAR)
    if not likeness:
        return False
    left, right = Counter(one), Counter(other)
    rest, counterpart = list((left - right).elements()), list((right - left).elements())
    are_few = len(rest) == len(counterpart) <= max(1, len(one) // 2)
    return likeness >= ALIKE and are_few and all(_is_slip(word, counterpart) for word in rest)


def _is_slip(word: str, candidates: list[str], *, alike: float = SLIP, shortest: int = SHORTEST_SLIP) -> bool:
    """Whether one of `candidates` is `word` misspelt; that one is then used up."""
    if any(letter.isdigit() for letter in word) or len(word) < shortest:
        return False
    for candidate in candidates:
        if len(candidate) >= shortest and fuzz.ratio(word, candidate) >= alike:
            candidates.remove(candidate)
            return True
    return False


class Likeness(Generic[Owner]):
    """The names of one country, looked up by rare words, beginnings, ends and skeletons; never all by all."""

    def __init__(self):
        self.names: list[tuple[tuple[str, ...], str, str, Owner]] = []
        # Hash of a block to the position of its one name, or to a list of several: most have one.
        self.blocks: dict[int, int | list[int]] = {}

    def add(self, folded: str, skeleton: str, owner: Owner) -> None:
        words = words_of(folded)
        if not words:
            return
        at = len(self.names)
        self.names.append((words, skeleton, folded, owner))
        for block in {*map(hash, words), *_edges(words, skeleton)}:
            there = self.blocks.setdefault(block, at)
            if isinstance(there, list):
                there.append(at)
            elif there != at:
                self.blocks[block] = [there, at]

    def find(self, folded: str, skeleton: str) -> list[Owner]:
        """Owners of names alike, each once."""
        words = words_of(folded)
        found: dict[int, Owner] = {}
        for at in self._candidates(words, skeleton):
            other_words, other_skeleton, other_folded, owner = self.names[at]
            if are_alike(words, other_words) or _same_bones(folded, skeleton, other_folded, other_skeleton):
                found[id(owner)] = owner
        return list(found.values())

    def _block(self, block: int) -> list[int]:
        there = self.blocks.get(block, [])
        return there if isinstance(there, list) else [there]

    def _candidates(self, words: tuple[str, ...], skeleton: str) -> list[int]:
        by_word = sorted((len(there), there) for word in set(words) if (there := self._block(hash(word))))
        wanted = [there for _count, there in by_word[:RAREST]]
        wanted.extend(self._block(block) for block in _edges(words, skeleton))
        return sorted({at for there in wanted if len(there) <= MOST_IN_BLOCK for at in there})


def _edges(words: tuple[str, ...], skeleton: str) -> Iterable[int]:
    joined = "".join(words)
    yield hash(("beginning", joined[:EDGE]))
    yield hash(("end", joined[-EDGE:]))
    if skeleton:
        yield hash(("skeleton", skeleton))


def _same_bones(folded: str, skeleton: str, other_folded: str, other_skeleton: str) -> bool:
    """Equal consonants: of words that are alike in one script, or long enough to tell across scripts."""
    if not skeleton or skeleton != other_skeleton:
        return False
    if text.script_of(folded) != text.script_of(other_folded):
        return len(skeleton.replace(" ", "")) >= SHORTEST_SKELETON
    left, right = Counter(folded.split()), Counter(other_folded.split())
    rest, counterpart = list((left - right).elements()), list((right - left).elements())
    return len(rest) == len(counterpart) and all(
        _is_slip(word, counterpart, alike=SKELETON_ALIKE, shortest=2) for word in rest
    )
