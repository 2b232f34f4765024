import pytest

from members.demo.dice import Dice, falls_on
from members.demo.names import Concept, acronym, concepts, names_of, phrase, romanised
from members.demo.plan import planned
from members.demo.vocabulary import table

BREAD = Concept("warm-bread", "education", "foundation")


def test_a_name_says_the_same_in_every_language():
    assert phrase(BREAD, "en") == "Warm Bread Foundation for Education"
    assert phrase(BREAD, "tr") == "Sıcak Ekmek Eğitim Vakfı"
    assert phrase(BREAD, "ar") == "مؤسسة الخبز الدافئ للتعليم"
    assert phrase(BREAD, "zh") == "热面包教育基金会"


def test_a_language_without_a_word_has_no_name():
    assert phrase(Concept("swallow-nest", "water", "network"), "ta") == ""


@pytest.mark.parametrize("language", table("names")["languages"])
def test_every_language_has_all_kinds_and_themes_and_most_images(language):
    words, order = table("names")["languages"][language], table("names")["order"]
    for part in ("kinds", "themes", "images"):
        assert len(words[part]) == len(order[part])
    assert all(words["kinds"] + words["themes"])
    assert sum(map(bool, words["images"])) >= 10


def test_there_are_more_names_than_organisations():
    assert len({phrase(concept, "en") for concept in concepts()}) == len(concepts()) == 648


def test_romanised_by_hand_by_letter_or_not_at_all():
    assert romanised(BREAD, "ar").value == "Muʾassasat al-Khubz al-Dafiʾ lil-Taʿlim"
    assert romanised(BREAD, "ru").value == "Fond Sodeystviya Obrazovaniyu Teplyy Khleb"
    assert romanised(BREAD, "ru").language == "ru-Latn"
    assert romanised(BREAD, "ja") is None


def test_acronyms_are_three_latin_capitals_or_more():
    assert acronym("Seven Palms Network for Rural Development") == "SPNRD"
    assert acronym("Stone Well") == ""
    assert acronym("Şanlı Çınar Ömür") == ""
    assert acronym("جمعية الخبز") == ""


def test_a_changed_name_begins_the_day_after_the_one_before():
    changed = [plan for plan in planned() if plan.names[0].valid_from]
    assert {plan.names[1].kind for plan in changed} == {"official", "former"}
    for plan in changed:
        assert (plan.names[0].valid_from - plan.names[1].valid_until).days == 1
        assert plan.names[0].value != plan.names[1].value


def test_the_first_name_is_the_official_one_and_no_name_is_empty():
    for seed in range(30):
        first, *others = names_of(BREAD, "am", founded=2001, dice=Dice(seed))
        assert first.kind == "official"
        assert all(name.value for name in others)


def test_turns_fall_on_every_nth():
    assert [number for number in range(50) if falls_on(number, (20, 7))] == [7, 27, 47]
