"""Links, e-mail, telephones, kinds and statuses of cells."""

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from members.choices import HowEnded, OrganisationKind
from members.imports import values, vocabulary
from members.imports.problems import ValueProblem

WILD = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("ahtps:/.@w[]()%+;|\n,0123456789٣ x\x00\ud800?#"), max_size=40),
)


class TestLine:
    def test_is_normalised(self):
        assert values.line("  Sorrel \n Street\u200b ", 40) == "Sorrel Street"

    def test_may_have_several_lines(self):
        assert values.line("1 Sorrel Street \r\nNairobi", 40, multiline=True) == "1 Sorrel Street\nNairobi"

    @pytest.mark.parametrize("cell", ["Sor\x00rel", "Sor\ud800rel", "Sor\x07rel", "Sor\ue000rel"])
    def test_that_cannot_be_stored_is_a_problem(self, cell):
        with pytest.raises(ValueProblem, match="This text holds"):
            values.line(cell, 40)

    def test_that_is_too_long_is_a_problem(self):
        assert values.line("x" * 40, 40) == "x" * 40
        with pytest.raises(ValueProblem, match=r"^The text has 41 letters; at most 40 fit"):
            values.line("x" * 41, 40)


class TestLink:
    @pytest.mark.parametrize(
        ("cell", "stored"),
        [
            ("https://example.org/a?b=C#d", "https://example.org/a?b=C#d"),
            ("HTTP://WWW.Example.ORG/Path", "http://www.example.org/Path"),
            ("example.org", "https://example.org"),
            ("//example.org", "https://example.org"),
            ("example.org:8080/x", "https://example.org:8080/x"),
            ("<https://example.org>", "https://example.org"),
            ('"https://example.org",', "https://example.org"),
            ("www.örnek.org", "https://www.örnek.org"),
            ("مثال.org", "https://مثال.org"),
        ],
    )
    def test_is_stored_whole(self, cell, stored):
        assert values.link(cell) == values.Found(stored)

    @pytest.mark.parametrize(
        "between", ["; ", " | ", "\n", ", ", " and ", " or ", " et ", " y ", " ve ", " و ", " / ", " "]
    )
    def test_of_several_the_first_is_taken_and_the_other_told(self, between):
        found = values.link(f"https://a.example.org{between}www.b.example.org")
        assert found.value == "https://a.example.org"
        assert found.note == "The cell holds one more, which is left aside: https://www.b.example.org"

    def test_of_three_two_are_told(self):
        found = values.link("a.org; b.org; c.org; a.org")
        assert found.note == "The cell holds 2 more, which are left aside: https://b.org, https://c.org"

    @pytest.mark.parametrize(
        "cell",
        [
            "javascript:alert(1)", "data:text/html,x", "ftp://example.org", "file:///etc/passwd",
            "mailto:a@example.org",
            "see our page", "http://", "http://[", "127.0.0.1", "http://localhost", "http://2130706433",
            "https://user:secret@example.org", "https://exa mple.org",
            "http://example.org; javascript:alert(1)",
        ],
    )  # fmt: skip
    def test_that_is_none_is_a_problem(self, cell):
        with pytest.raises(ValueProblem, match="is no web address"):
            values.link(cell)

    @pytest.mark.parametrize("cell", ["", " ", ";", " ; , "])
    def test_of_nothing_is_a_problem(self, cell):
        with pytest.raises(ValueProblem, match="holds nothing to take over"):
            values.link(cell)

    def test_too_long_is_a_problem_also_with_its_scheme(self):
        with pytest.raises(ValueProblem, match="at most 30 fit"):
            values.link("example.org/" + "x" * 40, 30)
        with pytest.raises(ValueProblem, match="at most 30 fit"):
            values.link("example.org/" + "x" * 15, 30)


class TestEmail:
    @pytest.mark.parametrize(
        "cell", ["office@example.org", " <office@example.org> ", "mailto:office@example.org"]
    )
    def test_is_stored(self, cell):
        assert values.email(cell) == values.Found("office@example.org")

    def test_of_several_the_first_is_taken(self):
        found = values.email("office@example.org; info@example.org")
        assert found.value == "office@example.org"
        assert found.note.endswith("left aside: info@example.org")

    @pytest.mark.parametrize(
        "cell", ["office", "office@", "a@b", "office at example.org", "a@example.org\r\nBcc: x"]
    )
    def test_that_is_none_is_a_problem(self, cell):
        with pytest.raises(ValueProblem, match="is no e-mail address"):
            values.email(cell)

    def test_of_nothing_is_a_problem(self):
        with pytest.raises(ValueProblem, match="holds nothing"):
            values.email(";")


class TestPhone:
    @pytest.mark.parametrize(
        ("cell", "country"),
        [
            ("+41 22 791 11 11", None),
            ("+41227911111", "KE"),
            ("+٤١ ٢٢ ٧٩١ ١١ ١١", None),
            ("022 791 11 11", "CH"),
            ("0041 22 791 11 11", "CH"),
            ("＋41 22 791 11 11", None),
        ],
    )
    def test_is_stored_as_an_international_number(self, cell, country):
        assert values.phone(cell, country) == values.Found("+41 22 791 11 11")

    def test_of_several_the_first_is_taken(self):
        found = values.phone("+41 22 791 11 11 / +41 22 791 11 12", None)
        assert found.value == "+41 22 791 11 11"
        assert found.note.endswith("left aside: +41 22 791 11 12")

    def test_an_extension_is_left_aside_and_told(self):
        found = values.phone("+41 22 791 11 11 ext. 5", None)
        assert found == values.Found("+41 22 791 11 11", "The extension 5 is left aside.")

    def test_both_are_told(self):
        found = values.phone("+41 22 791 11 11; +41 22 791 11 12 ext. 5", None)
        assert found.note == (
            "The cell holds one more, which is left aside: +41 22 791 11 12 The extension 5 is left aside."
        )

    @pytest.mark.parametrize("letters", [12, 5])
    def test_too_long_to_be_grouped_is_written_plainly(self, monkeypatch, letters):
        monkeypatch.setattr(values, "PHONE_LETTERS", letters)
        assert values.phone("+41 22 791 11 11", None).value == "+41227911111"

    @pytest.mark.parametrize(
        ("cell", "country"),
        [
            ("022 791 11 11", None),
            ("123", "CH"),
            ("+1", None),
            ("+9999999999999999999", None),
            ("call us", "CH"),
            ("0" * 300, "CH"),
            ("1e400", "CH"),
        ],
    )
    def test_that_is_none_is_a_problem(self, cell, country):
        with pytest.raises(ValueProblem, match="is no telephone number"):
            values.phone(cell, country)

    def test_of_nothing_is_a_problem(self):
        with pytest.raises(ValueProblem, match="holds nothing"):
            values.phone(";", "CH")


class TestKind:
    @pytest.mark.parametrize(
        ("cell", "kind"),
        [
            ("Foundation", OrganisationKind.FOUNDATION),
            ("VAKIF", OrganisationKind.FOUNDATION),
            ("وقف", OrganisationKind.FOUNDATION),
            ("e.V.", OrganisationKind.ASSOCIATION),
            ("Co-operative", OrganisationKind.COOPERATIVE),
            ("national_society", OrganisationKind.NATIONAL_SOCIETY),
            ("National Society", OrganisationKind.NATIONAL_SOCIETY),
            ("شبكة", OrganisationKind.NETWORK),
            ("Association, NGO", OrganisationKind.ASSOCIATION),
            ("Verein / Association", OrganisationKind.ASSOCIATION),
        ],
    )
    def test_is_known_by_words_and_legal_forms(self, cell, kind):
        assert values.kind(cell) == kind

    @pytest.mark.parametrize("cell", ["", "NGO", "Association, Foundation", "Sorrel"])
    def test_that_is_unclear_is_none(self, cell):
        assert values.kind(cell) is None

    @pytest.mark.parametrize("kind", OrganisationKind.values)
    def test_every_one_is_known_by_its_value(self, kind):
        assert values.kind(kind) == kind


class TestStatus:
    @pytest.mark.parametrize("cell", ["Active", "MEMBER", "membre actif", "نشط", "üye", "anggota"])
    def test_current(self, cell):
        assert values.status(cell) == vocabulary.Status()

    @pytest.mark.parametrize("cell", ["Suspended", "suspendu", "معلق", "askıda", "ditangguhkan"])
    def test_suspended(self, cell):
        assert values.status(cell) == vocabulary.Status(is_suspended=True)

    @pytest.mark.parametrize(
        ("cell", "ended"),
        [
            ("Resigned", HowEnded.RESIGNED),
            ("former", HowEnded.WITHDRAWN),
            ("expelled", HowEnded.EXPELLED),
            ("dissolved", HowEnded.DISSOLVED),
            ("merged", HowEnded.MERGED),
        ],
    )
    def test_ended(self, cell, ended):
        assert values.status(cell) == vocabulary.Status(ended=ended)

    @pytest.mark.parametrize("cell", ["", "maybe", "active and suspended"])
    def test_of_an_unknown_word_is_none(self, cell):
        assert values.status(cell) is None


class TestVocabulary:
    def test_words_are_stored_as_they_are_compared(self):
        for words in (vocabulary.STATUSES, vocabulary.KINDS, vocabulary.NOTHING):
            for word in words:
                assert values.text.fold(word) == word

    def test_a_word_for_nothing_is_no_value(self):
        assert not vocabulary.NOTHING & set(vocabulary.STATUSES)
        assert not vocabulary.NOTHING & set(vocabulary.KINDS)
        assert not vocabulary.CLEAR & vocabulary.NOTHING


class TestWildInput:
    @settings(max_examples=300, deadline=None)
    @given(cell=WILD)
    @pytest.mark.parametrize("read", [values.link, values.email, lambda cell: values.phone(cell, "CH")])
    def test_any_text_is_a_value_or_a_problem(self, read, cell):
        with translation.override("en"):
            try:
                found = read(cell)
            except ValueProblem as problem:
                said = str(problem)
                assert said
            else:
                assert found.value
                assert len(found.value) <= 500

    @settings(max_examples=200, deadline=None)
    @given(cell=WILD)
    def test_any_text_is_a_word_or_none(self, cell):
        assert values.kind(cell) in {None, *OrganisationKind.values}
        assert isinstance(values.status(cell), vocabulary.Status | None)
