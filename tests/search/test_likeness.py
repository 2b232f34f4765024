import pytest

from members.search import likeness as module
from members.search.likeness import likeness


def test_the_same_word_is_wholly_alike():
    assert likeness("selvi", "selvi") == 1


@pytest.mark.parametrize(
    ("term", "nearer", "farther"),
    [
        ("river", "rivers", "riverside"),
        ("foundation", "fuondation", "function"),
        ("rahma", "رحمه", "رحمن"),
        ("نور", "nour", "nasr"),
        ("hayat", "حياه", "واحه"),
        ("wahat", "واحه", "حياه"),
        ("jamiyat", "جمعيه", "جامع"),
    ],
)
def test_what_is_nearer_counts_more(term, nearer, farther):
    assert 1 > likeness(term, nearer) > likeness(term, farther)


def test_a_word_still_being_typed_may_go_on():
    assert likeness("fou", "foundation", may_go_on=True) > 0.85 > likeness("fou", "foundation")
    assert likeness("f", "foundation", may_go_on=True) > 0.85
    assert likeness("fo", "foundation") == 0


@pytest.mark.parametrize(
    ("term", "word"),
    [("art", "ark"), ("selvi", "munzur"), ("大学", "协会"), ("ae", "رحمه"), ("rahma", "اا"), ("nur", "كتاب")],
)
def test_other_words_are_not_alike(term, word):
    assert likeness(term, word) == 0


@pytest.mark.parametrize(
    ("term", "word"), [("alamal", "امل"), ("elnasr", "نصر"), ("djazair", "جزاير"), ("gamiyat", "جمعيه")]
)
def test_other_spellings_of_a_sound(term, word):
    assert likeness(term, word) > 0.75


@pytest.mark.parametrize(
    ("term", "bones"), [("jamiyat", "jm"), ("hayat", "h"), ("rahma", ""), ("markaz", ""), ("جمعيت", "")]
)
def test_the_romanised_construct_state_loses_its_t(term, bones):
    assert module.in_construct(term) == bones


def test_alphabets():
    assert module.alphabet("selvi") == module.alphabet("vakfi") != module.alphabet("رحمه")
    assert module.alphabet("大") == module.alphabet("が") == module.alphabet("가")
