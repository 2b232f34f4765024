"""Names that are nearly the same are found; names that are other words are not."""

import pytest

from members import text
from members.imports.likeness import MOST_IN_BLOCK, Likeness


@pytest.fixture
def known():
    found = Likeness()
    found.owners = {}

    def add(name):
        owner = found.owners.setdefault(name, object())
        found.add(text.fold(name), text.skeleton(name), owner)
        return owner

    found.put = add
    return found


def ask(known: Likeness, name: str) -> list:
    return known.find(text.fold(name), text.skeleton(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olive Valley Association", "Olive Valey Association"),
        ("Olive Valley Association", "Association of the Olive Valley"),
        ("Olive Valley Association Ltd", "The Olive Valley Association"),
        ("Sunrise Trust", "Sunrize Trust"),
        ("مجلس الزيتون الخيري", "Majlis al-Zaytun al-Khayri"),
        ("Jamiyat Rahma", "Jamiyat Rahmah"),
    ],
)
def test_alike(known, one, other):
    owner = known.put(one)
    assert ask(known, other) == [owner]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Valley Trust", "South Valley Trust"),
        ("School No 12", "School No 13"),
        ("Olive Valley Association", "Olive Valley Youth Association"),
        ("Your Community Foundation", "Erie Community Foundation"),
        ("Hope", "Hub"),
        ("Relief 2000 Trust", "Relief 2001 Trust"),
        ("Aid", "Aim"),
        ("بيت", "But"),
        ("Alpha Beta Gamma Delta", "Alpra Besta Gamna Delka"),
    ],
)
def test_not_alike(known, one, other):
    known.put(one)
    assert ask(known, other) == []


def test_a_name_of_small_words_alone_is_never_looked_up(known):
    known.put("The and of")
    assert known.names == []
    assert ask(known, "The and of") == []


def test_each_owner_comes_once(known):
    owner = object()
    for name in ("Olive Valley Trust", "Olive Valey Trust"):
        known.add(text.fold(name), text.skeleton(name), owner)
    assert ask(known, "Olive Valley Trust") == [owner]


def test_words_that_all_share_are_not_searched_through(known):
    for n in range(MOST_IN_BLOCK + 1):
        known.put(f"Foundation a{chr(97 + n % 26)}{chr(97 + n // 26)}xyz")
    assert len(known._candidates(("foundation",), "")) == 0
