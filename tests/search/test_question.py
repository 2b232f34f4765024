import pytest

from members.search import question


@pytest.mark.parametrize("nothing", ["", "  ", "—", "%_\\\"'", "\x00", "\ud800\udfff", "😀", "\u202e"])
def test_a_text_without_letters_and_digits_asks_nothing(nothing):
    assert question.parse(nothing) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("TR-0147", "TR-0147"),
        ("tr 147", "TR-0147"),
        ("TR0147", "TR-0147"),
        (" tr–147 ", "TR-0147"),
        ("TR-٠١٤٧", "TR-0147"),
        ("tr-12345", "TR-12345"),
        ("147", "-0147"),
        ("0147", "-0147"),
        ("Selvi 147", ""),
        ("TRX-0147", ""),
        ("TR-12345678", ""),
        ("TR", ""),
    ],
)
def test_numbers_in_any_writing(typed, number):
    assert question.parse(typed).number == number


def test_a_long_text_is_cut():
    asked = question.parse("selvi " * 50_000)
    assert len(asked.folded) <= question.LONGEST_QUESTION
    assert asked.terms[0] == "selvi"
    assert len(question.parse(" ".join(f"w{at}" for at in range(100))).terms) == question.MOST_TERMS


def test_words_are_asked_once_and_in_order():
    asked = question.parse("Vakfı Selvi vakfi")
    assert asked.terms == ("vakfi", "selvi")
    assert asked.last == "selvi"


def test_words_written_together_and_apart():
    asked = question.parse("می شود blueriver")
    assert asked.joined == {"ميشود": "مي", "شودblueriver": "شود"}
    assert ("blue", "river") in asked.parted["blueriver"]
    assert asked.parted["مي"] == []
    assert "x" * 40 not in question.parse("x" * 40).parted


@pytest.mark.parametrize(
    ("typed", "terms", "beginnings"),
    [
        ("جمعية ال", ("جمعيه",), {"جمعيه ال", "جمعيه"}),
        ("جمعية الأ", ("جمعيه", "ا"), {"جمعيه الا", "جمعيه ا", "جمعيه"}),
        ("جمعية الأم", ("جمعيه", "ام"), {"جمعيه ام"}),
        ("جمعية وال", ("جمعيه",), {"جمعيه وال", "جمعيه"}),
        ("جمعية والتع", ("جمعيه", "تع"), {"جمعيه والتع", "جمعيه تع"}),
        ("جمعية لل", ("جمعيه",), {"جمعيه لل", "جمعيه"}),
        ("جمعية و", ("جمعيه", "و"), {"جمعيه و", "جمعيه"}),
        ("دانشگاه علوم", ("دانشگاه", "علوم"), {"دانشگاه علوم"}),
        ("ال", ("ال",), {"ال"}),
        ("و", ("و",), {"و"}),
    ],
)
def test_an_article_that_is_being_typed_asks_for_nothing(typed, terms, beginnings):
    asked = question.parse(typed)
    assert asked.terms == terms
    assert set(asked.beginnings) == beginnings
