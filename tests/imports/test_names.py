"""Names out of cells: several in one, labelled, with acronyms, and what is no name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.choices import NameKind
from members.imports import names
from members.imports.names import Name
from members.imports.problems import ValueProblem

OFFICIAL, ALIAS, ACRONYM = NameKind.OFFICIAL, NameKind.ALIAS, NameKind.ACRONYM
TRANSLATION, FORMER = NameKind.TRANSLATION, NameKind.FORMER
WORDS = [
    "Sorrel",
    "Relief",
    "Trust",
    "Vakfı",
    "جمعية",
    "الندى",
    "子供",
    "Ассоциация",
    "SRT",
    "(",
    ")",
    "/",
    "|",
    ";",
    ":",
    "=",
    "fr",
    "en",
    "[",
    "]",
    ".",
    "-",
    "\n",
    "\u200c",
    "\x00",
]


def plain(found: list[Name]) -> list[tuple[str, str, str]]:
    return [(name.value, str(name.kind), name.language) for name in found]


class TestInCell:
    @pytest.mark.parametrize("between", [";", " ; ", "\n", "\r\n", "؛ ", " | "])
    def test_several_are_divided(self, between):
        found, notes = names.in_cell(f"Sorrel Trust{between}Teasel Trust", ALIAS)
        assert [name.value for name in found] == ["Sorrel Trust", "Teasel Trust"]
        assert notes == []

    @pytest.mark.parametrize(
        ("cell", "values"),
        [
            ("Sorrel Trust / Teasel Trust", ["Sorrel Trust", "Teasel Trust"]),
            ("Sorrel Trust|Teasel Trust", ["Sorrel Trust", "Teasel Trust"]),
            ("Sorrel / جمعية", ["Sorrel", "جمعية"]),
            ("Sorrel / Teasel", ["Sorrel / Teasel"]),
            ("HIV/AIDS Trust", ["HIV/AIDS Trust"]),
            ("Sorrel / 123", ["Sorrel / 123"]),
            ("Sorrel, Teasel and Thyme", ["Sorrel, Teasel and Thyme"]),
            ("; ;\n- ; .", []),
            ("\u2000", []),
            ("\u3164; Sorrel", ["Sorrel"]),
            ("", []),
        ],
    )
    def test_a_slash_divides_only_where_both_sides_are_names(self, cell, values):
        assert [name.value for name in names.in_cell(cell, ALIAS)[0]] == values

    @pytest.mark.parametrize(
        ("cell", "value", "language"),
        [
            ("fr: Les Oseilles", "Les Oseilles", "fr"),
            ("French: Les Oseilles", "Les Oseilles", "fr"),
            ("fra: Les Oseilles", "Les Oseilles", "fr"),
            ("pt-BR = As Azedas", "As Azedas", "pt-BR"),
            ("عربي: جمعية الندى", "جمعية الندى", "ar"),
            ("Sorrel: a trust", "Sorrel: a trust", ""),
            ("aka: Sorrel", "aka: Sorrel", ""),
            ("und: Sorrel", "und: Sorrel", ""),
            ("fr:", "fr:", ""),
        ],
    )
    def test_a_label_tells_the_language(self, cell, value, language):
        assert plain(names.in_cell(cell, TRANSLATION)[0]) == [(value, "translation", language)]

    def test_the_column_tells_the_language_unless_a_label_does(self):
        found, _notes = names.in_cell("Les Oseilles; en: Sorrels", TRANSLATION, "fr")
        assert [(name.value, name.language) for name in found] == [("Les Oseilles", "fr"), ("Sorrels", "en")]

    @pytest.mark.parametrize(
        ("value", "language"),
        [("한국 재단", "ko"), ("มูลนิธิ", "th"), ("Ίδρυμα", "el"), ("Sorrel", ""), ("جمعية", ""), ("协会", "")],
    )
    def test_a_script_of_one_language_tells_it(self, value, language):
        assert names.in_cell(value, ALIAS)[0] == [Name(value, ALIAS, language)]

    @pytest.mark.parametrize(
        "cell",
        [
            "Sorrel Relief Trust (SRT)",
            "SRT (Sorrel Relief Trust)",
            "Sorrel Relief Trust [SRT]",
            "Sorrel Relief Trust(SRT)",
        ],
    )
    def test_an_attached_acronym_is_taken_off(self, cell):
        assert plain(names.in_cell(cell, ALIAS)[0]) == [
            ("Sorrel Relief Trust", "alias", ""),
            ("SRT", "acronym", ""),
        ]

    @pytest.mark.parametrize(
        "cell",
        [
            "Sorrel Trust (Nairobi)",
            "Sorrel Relief Trust (XYZ)",
            "Sorrel Relief Trust (srt)",
            "Sorrel (S)",
            "Sorrel (SO)",
        ],
    )
    def test_another_bracket_belongs_to_the_name(self, cell):
        assert plain(names.in_cell(cell, ALIAS)[0]) == [(cell, "alias", "")]

    def test_small_words_count_or_not(self):
        for acronym in ("FOTR", "FR"):
            found, _notes = names.in_cell(f"Friends of the River ({acronym})", ALIAS)
            assert len(found) == 2, acronym

    def test_the_first_letters_of_a_long_name_are_enough(self):
        found, _notes = names.in_cell("Sorrel Relief Trust Nairobi (SRT)", ALIAS)
        assert found[1] == Name("SRT", ACRONYM)

    @pytest.mark.parametrize(
        "sentence",
        [
            "The trust was founded to help the people of the valleys",
            "A small trust for many people in all of the valleys.",
            "The trust of the valleys. It helps the people there always",
            " ".join(["valley"] * 23),
        ],
    )
    def test_a_sentence_is_no_name_and_told(self, sentence):
        found, notes = names.in_cell(f"Sorrel Trust; {sentence}", ALIAS)
        assert [name.value for name in found] == ["Sorrel Trust"]
        assert notes == [f"“{sentence[:60]} …” is a description, not a name; it is left aside."]

    def test_a_long_name_is_one(self):
        name = "National Sorrel Federation for the Health and Education of Children of the Northern Valleys"
        assert [found.value for found in names.in_cell(name, ALIAS)[0]] == [name]

    @pytest.mark.parametrize("cell", ["x" * 301, "Sor\x00rel", "Sor\ud800rel"])
    def test_what_cannot_be_stored_is_a_problem(self, cell):
        with pytest.raises(ValueProblem):
            names.in_cell(cell, ALIAS)


class TestAcronyms:
    @pytest.mark.parametrize(
        ("cell", "found"),
        [
            ("SRT", [("SRT", "acronym", "")]),
            ("SRT; S.R.T.", [("SRT", "acronym", ""), ("S.R.T.", "acronym", "")]),
            (
                "SRTF (Sorrel Relief Trust of the North)",
                [("SRTF", "acronym", ""), ("Sorrel Relief Trust of the North", "alias", "")],
            ),
            (
                "Sorrel Relief Trust of the North (SRTF)",
                [("SRTF", "acronym", ""), ("Sorrel Relief Trust of the North", "alias", "")],
            ),
            ("SRT (Kenya)", [("SRT (Kenya)", "acronym", "")]),
        ],
    )
    def test_of_their_column(self, cell, found):
        assert plain(names.in_cell(cell, ACRONYM)[0]) == found

    @pytest.mark.parametrize("cell", ["Sorrel Relief Trust of the North", "x" * 41])
    def test_too_long_are_other_names_and_told(self, cell):
        found, notes = names.in_cell(cell, ACRONYM)
        assert plain(found) == [(cell, "alias", "")]
        assert notes == [f"“{cell}” is too long for an acronym and is taken as another name."]


class TestOfficial:
    def test_keeps_its_language_and_gives_its_acronym(self):
        found, notes = names.official("Sorrel Relief Trust (SRT)", "en")
        assert plain(found) == [("Sorrel Relief Trust (SRT)", "official", "en"), ("SRT", "acronym", "")]
        assert notes == []

    def test_further_names_become_other_names_and_are_told(self):
        found, notes = names.official("Sorrel Trust; fr: Les Oseilles\nSRT")
        assert plain(found) == [
            ("Sorrel Trust", "official", ""),
            ("Les Oseilles", "alias", "fr"),
            ("SRT", "alias", ""),
        ]
        assert notes == ["The cell holds several names; the first is taken for the official one."]

    def test_a_bracket_that_is_no_acronym_stays(self):
        assert plain(names.official("Sorrel Trust (Nairobi)")[0]) == [
            ("Sorrel Trust (Nairobi)", "official", "")
        ]

    @pytest.mark.parametrize("cell", ["", "-", " ; \n", "...", "\u200b", "\u3164"])
    def test_missing_is_a_problem(self, cell):
        with pytest.raises(ValueProblem, match=r"^The name is missing"):
            names.official(cell)

    def test_too_long_is_a_problem(self):
        with pytest.raises(ValueProblem, match="at most 300 fit"):
            names.official("x" * 301)


class TestSettled:
    def test_each_name_once_and_in_order(self):
        found = names.settled(
            [
                Name("Teasel", FORMER),
                Name("Sorrels", ALIAS),
                Name("SRT", ACRONYM),
                Name("Les Oseilles", TRANSLATION, "fr"),
                Name("Sorrel Trust", OFFICIAL),
                Name("sorrels", ALIAS),
                Name("S.R.T.", ALIAS),
            ]
        )
        assert [name.value for name in found] == ["Sorrel Trust", "Les Oseilles", "SRT", "Teasel", "Sorrels"]

    def test_a_repeated_official_name_tells_its_language(self):
        found = names.settled([Name("Sorrel Trust", OFFICIAL), Name("SORREL TRUST", TRANSLATION, "en")])
        assert plain(found) == [("Sorrel Trust", "official", "en")]

    def test_the_same_in_two_languages_stays_two_translations(self):
        found = names.settled(
            [Name("Sorrel", OFFICIAL), Name("Sorrel", TRANSLATION, "en"), Name("Sorrel", TRANSLATION, "de")]
        )
        assert {name.language for name in found} == {"", "en", "de"}

    def test_the_script_tells_the_language_of_the_official_name(self):
        assert names.settled([Name("한국 재단", OFFICIAL)])[0].language == "ko"

    def test_a_language_that_was_told_stays(self):
        found = names.settled([Name("Sorrel", OFFICIAL, "en"), Name("Sorrel", TRANSLATION, "de")])
        assert plain(found) == [("Sorrel", "official", "en"), ("Sorrel", "translation", "de")]

    def test_an_acronym_of_the_row_behind_a_name_says_nothing_new(self):
        found = names.settled(
            [
                Name("Sorrel Trust", OFFICIAL),
                Name("SRT", ACRONYM),
                Name("Les Oseilles (SRT)", TRANSLATION, "fr"),
            ]
        )
        assert [name.value for name in found] == ["Sorrel Trust", "Les Oseilles", "SRT"]

    def test_what_is_compared_as_nothing_is_dropped(self):
        assert len(names.settled([Name("Sorrel", OFFICIAL), Name("!!!", ALIAS)])) == 1


class TestWildInput:
    CELLS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))

    @settings(max_examples=400, deadline=None)
    @given(cell=CELLS, kind=st.sampled_from([ALIAS, ACRONYM, TRANSLATION, FORMER]))
    def test_any_cell_is_names_or_a_problem(self, cell, kind):
        try:
            found, notes = names.in_cell(cell, kind)
        except ValueProblem as problem:
            said = str(problem)
            assert said
        else:
            assert all(isinstance(note, str) for note in notes)
            assert all(len(name.value) <= names.LONGEST_NAME for name in found)
            assert all(name.value for name in found)

    @settings(max_examples=400, deadline=None)
    @given(cell=CELLS, other=CELLS)
    def test_any_row_settles_with_one_official_name(self, cell, other):
        try:
            found = names.official(cell)[0] + names.in_cell(other, ALIAS)[0]
        except ValueProblem:
            return
        settled = names.settled(found)
        assert [name.kind for name in settled].count(OFFICIAL) == 1
        assert names.settled(settled) == settled
