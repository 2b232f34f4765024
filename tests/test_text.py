"""What text is stored, compared, sorted and linked as."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members import text

# Everything, with the characters that have rules of their own drawn more often.
ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "ابالوعةىیک\u200c\u200d\u0301\u064b\u0653\u0316कി\u0d4d .'لİıﷺかAB.\u202e\u200b\u2060\n\t"
        ),
    )
)


class TestNormalise:
    @pytest.mark.parametrize(
        ("given_text", "stored"),
        [
            ("  Selvi \t Vakfı \n", "Selvi Vakfı"),
            ("Selvi\r\nVakfı", "Selvi Vakfı"),
            ("Selvi\u00a0\u3000Vakfı", "Selvi Vakfı"),
            ("E\u0301cole", "École"),
            ("Sel\u00advi \ufeffVak\u200bfı\u2060", "Selvi Vakfı"),
            ("\u202eSelvi\u202c \u2067Vakfı\u2069\u200e\u200f\u061c", "Selvi Vakfı"),
            ("Selvi\u2800Vakfı", "Selvi Vakfı"),
            ("Selvi\U000e0041", "Selvi"),
            ("", ""),
            ("\u200b \u200f", ""),
        ],
    )
    def test_one_line(self, given_text, stored):
        assert text.normalise(given_text) == stored

    @pytest.mark.parametrize(
        ("given_text", "stored"),
        [
            ("می\u200cشود", "می\u200cشود"),
            ("نامه\u200cها", "نامه\u200cها"),
            ("क्\u200dष", "क्\u200dष"),
            ("അവന്\u200d", "അവന്\u200d"),
            ("می\u200c", "می"),
            ("\u200cمی", "می"),
            ("می\u200c شود", "می شود"),
            ("می\u200c\u200cشود", "میشود"),
            ("Sel\u200cvi", "Selvi"),
            ("👩\u200d👧", "👩👧"),
        ],
    )
    def test_joiners_survive_only_where_a_script_is_spelt_with_them(self, given_text, stored):
        assert text.normalise(given_text) == stored

    def test_several_lines_keep_their_ends_and_indents(self):
        assert text.normalise("\n a \r\n\tb  c\u2028\rd\n\n", multiline=True) == " a\n\tb  c\n\nd"

    @pytest.mark.parametrize(
        ("given_text", "code"),
        [
            ("a\x00b", "null_character"),
            ("a\ud800b", "broken_character"),
            ("a\x1bb", "control_character"),
            ("a\x7fb", "control_character"),
            ("a\x9fb", "control_character"),
            ("a\x1cb", "control_character"),
            ("a\ue000", "private_character"),
            ("a\U00100000", "private_character"),
            ("a\ufffe", "private_character"),
            ("a\U0002ffff", "private_character"),
            ("a" + "\u0301" * 6, "too_many_marks"),
            ("a" + "\u20dd" * 5, "too_many_marks"),
        ],
    )
    @pytest.mark.parametrize("multiline", [False, True])
    def test_what_cannot_be_stored_is_refused_in_words(self, given_text, code, multiline):
        with pytest.raises(text.TextError) as refused:
            text.normalise(given_text, multiline=multiline)
        assert refused.value.code == code
        assert str(refused.value).startswith("This text ")
        assert str(refused.value) == str(refused.value.message)

    def test_four_marks_are_a_spelling(self):
        assert text.normalise("a" + "\u0316\u0317\u0318\u0319") == "a" + "\u0316\u0317\u0318\u0319"

    def test_nothing_is_cut(self):
        assert text.normalise("x" * 100_000) == "x" * 100_000

    @settings(deadline=None)
    @given(ANYTHING, st.booleans())
    def test_twice_is_once(self, given_text, multiline):
        try:
            once = text.normalise(given_text, multiline=multiline)
        except text.TextError:
            return
        assert text.normalise(once, multiline=multiline) == once
        assert unicodedata.is_normalized("NFC", once)
        assert multiline or "\n" not in once


class TestFold:
    @pytest.mark.parametrize(
        "spellings",
        [
            ["Société d'Aérologie", "SOCIETE D’AEROLOGIE", "societe d aerologie", "Société d´Aérologie"],
            ["ISPARTA IĞDIR", "ısparta ığdır", "Isparta İğdir", "isparta igdir"],
            ["Straße", "STRASSE", "strasse"],
            ["Æsir Œuvre Þór Łódź Øresund", "aesir oeuvre thor lodz oresund"],
            ["الأمل", "الامل", "أمل", "اَلأَمَل", "الأمـــل"],
            ["جمعية", "جمعيه", "جمعیة", "جمعیہ"],
            ["مؤسسة", "موسسه"],
            ["عبدالحميد", "عبد الحميد"],
            ["والعلوم", "العلوم", "علوم", "للعلوم", "بالعلوم"],
            ["الألبان", "ألبان", "البان"],
            ["می\u200cشود", "می شود"],
            ["ＵＮＩＯＮ　１２", "union 12", "Union ١٢", "union ۱۲", "Union १२"],
            ["U.S.A.", "USA", "usa"],
            ["S. A. Vakfı", "s a vakfi"],
            ["Foo™ & Bar℠", "foo bar"],
            ["al-Qurʾān", "al quran"],
            ["क़लम", "कलम"],
            ["Ёлка", "елка"],
            ["שָׁלוֹם", "שלום"],
        ],
    )
    def test_one_name_however_it_is_spelt(self, spellings):
        assert {text.fold(spelling) for spelling in spellings} == {text.fold(spellings[-1])}

    @pytest.mark.parametrize(("one", "other"), [("か", "が"), ("پارس", "بارس"), ("الله", "له"), ("가", "나")])
    def test_letters_that_differ_stay_apart(self, one, other):
        assert text.fold(one) != text.fold(other)

    @pytest.mark.parametrize("nothing", ["", " ", "—", "😀", "\x00", "\ud800", "\u0301", "\U000e0041"])
    def test_what_holds_no_letter_folds_to_nothing(self, nothing):
        assert text.fold(nothing) == ""

    def test_is_cut_where_an_index_entry_would_be_too_long(self):
        assert len(text.fold("ﷺ" * 300)) <= text.LONGEST_FOLDED
        assert len(text.fold("é" * 200_000)) == text.LONGEST_FOLDED

    @settings(deadline=None)
    @given(ANYTHING)
    def test_twice_is_once(self, given_text):
        once = text.fold(given_text)
        assert text.fold(once) == once


class TestWords:
    def test_words_by_spaces(self):
        assert text.words("selvi irmagi egitim vakfi") == ["selvi", "irmagi", "egitim", "vakfi"]

    def test_pairs_where_a_script_has_no_spaces(self):
        assert text.words("大阪市医師会abc") == ["大阪", "阪市", "市医", "医師", "師会", "abc"]
        assert text.words("大 abc") == ["大", "abc"]

    def test_a_word_without_end_is_cut(self):
        assert text.words("x" * 500) == ["x" * text.LONGEST_WORD]

    def test_no_words(self):
        assert text.words("") == []


class TestSkeleton:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("al-Rahma", "الرحمة"),
            ("Nour", "النور"),
            ("ash-Shabab", "الشباب"),
            ("lil-Tanmiya", "للتنمية"),
            ("Khayriya", "الخيرية"),
            ("Москва", "Moskva"),
            ("Αθήνα", "Athina"),
            ("שלום", "Shalom"),
            ("خوشحال", "Khushhal"),
        ],
    )
    def test_meets_across_scripts(self, one, other):
        assert text.skeleton(one) == text.skeleton(other) != ""

    def test_a_word_of_vowels_leaves_nothing(self):
        assert text.skeleton("aie ou") == ""

    @settings(deadline=None)
    @given(ANYTHING)
    def test_is_ascii_and_short_whatever_comes(self, given_text):
        bones = text.skeleton(given_text)
        assert bones.isascii()
        assert len(bones) <= text.LONGEST_FOLDED


class TestScript:
    @pytest.mark.parametrize(
        ("name", "script", "direction"),
        [
            ("Selvi Vakfı", "Latn", "ltr"),
            ("جمعية الأمل NGO", "Arab", "rtl"),
            ("ﷺ", "Arab", "rtl"),
            ("שלום", "Hebr", "rtl"),
            ("Надежда", "Cyrl", "ltr"),
            ("Ελπίδα", "Grek", "ltr"),
            ("आशा", "Deva", "ltr"),
            ("ความหวัง", "Thai", "ltr"),
            ("希望协会", "Hani", "ltr"),
            ("希望の会", "Jpan", "ltr"),
            ("희망 協會", "Kore", "ltr"),
            ("ab ШЩ", "Latn", "ltr"),
            ("2024 — №", "", "auto"),
            ("", "", "auto"),
            ("\ud800", "", "auto"),
        ],
    )
    def test_of_most_letters(self, name, script, direction):
        assert text.script_of(name) == script
        assert text.direction_of(name) == direction


class TestSortKey:
    def test_files_without_the_article(self):
        assert text.sort_key("The Selvi Trust") == "selvi trust"
        assert text.sort_key("الأمل") == "امل"

    def test_a_name_of_signs_is_filed_as_it_is(self):
        assert text.sort_key("★★") == "★★"


class TestSlug:
    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("Selvi Irmağı Eğitim Vakfı", "selvi-irmagi-egitim-vakfi"),
            ("Société d'Aérologie", "societe-daerologie"),
            ("希望", "xiwang"),
            ("—", "organisation"),
        ],
    )
    def test_is_romanised(self, name, slug):
        assert text.slugify_name(name) == slug

    def test_is_short(self):
        assert len(text.slugify_name("name " * 1000)) <= text.LONGEST_SLUG

    @settings(deadline=None)
    @given(ANYTHING)
    def test_is_fit_for_an_address(self, given_text):
        slug = text.slugify_name(given_text)
        assert slug.isascii()
        assert slug.strip("-") == slug != ""
