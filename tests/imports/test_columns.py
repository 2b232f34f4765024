"""Which column is what: guessed from headings in many languages, or told by a file."""

import json

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from members.imports import columns
from members.imports.fields import FIELDS
from members.imports.problems import FileRefused
from members.imports.reader import Table


def table(*headings: str, rows=()) -> Table:
    cells = [list(row) for row in rows] or [[""] * len(headings)]
    return Table("list.csv", "", list(headings), list(enumerate(cells, 2)))


def guessed(*headings: str, rows=()) -> dict[str, str]:
    found = columns.match(table(*headings, rows=rows))
    return {headings[at]: name for at, name in found.fields.items()}


class TestHeadings:
    @pytest.mark.parametrize(
        ("heading", "field"),
        [
            ("Organisation name", "name"), ("ORGANIZATION NAME", "name"), ("Nom de l'organisation", "name"),
            ("Nombre de la organización", "name"), ("اسم المنظمة", "name"), ("نام سازمان", "name"),
            ("Kuruluş adı", "name"),
            ("Nama organisasi", "name"), ("تنظیم کا نام", "name"), ("Название", "name"), ("名称", "name"),
            ("Acronym", "acronym"), ("Sigle", "acronym"), ("الاختصار", "acronym"),
            ("Kısaltma", "acronym"), ("Singkatan", "acronym"),
            ("Other names", "alias"), ("Also known as", "alias"), ("Former name", "former_name"),
            ("Eski adı", "former_name"),
            ("Country", "country"), ("Pays", "country"), ("País", "country"), ("الدولة", "country"),
            ("کشور", "country"),
            ("Ülke", "country"), ("Negara", "country"), ("ملک", "country"),
            ("Country code", "country_code"), ("ISO3", "country_code"),
            ("Works in", "works_in"), ("Type", "kind"), ("Forme juridique", "kind"), ("Focus areas", "focus"),
            ("Year founded", "founded_year"), ("سنة التأسيس", "founded_year"),
            ("Kuruluş yılı", "founded_year"),
            ("Registration no.", "legal_number"), ("رقم التسجيل", "legal_number"), ("City", "city"),
            ("Şehir", "city"),
            ("Address", "address"), ("E-mail", "email"), ("البريد الإلكتروني", "email"),
            ("Phone", "phone"), ("Téléphone", "phone"),
            ("Website", "website"), ("Site web", "website"), ("الموقع الإلكتروني", "website"),
            ("Status", "status"),
            ("Membership class", "class"), ("Member since", "member_since"), ("Member until", "member_until"),
            ("Suspended since", "suspended_since"), ("founded_year", "founded_year"),
            ("Language", "name_language"),
            ("Institution", "name"), ("Derneğin Adı", "name"), ("نام مؤسسه", "name"),
            ("Nom de l’ONG", "name"), ("Entidad", "name"), ("Mitgliedsorganisation", "name"),
            ("ادارہ", "name"), ("Lembaga", "name"),
            ("Country (HQ)", "country"), ("Pays d'origine", "country"), ("بلد المقر", "country"),
            ("Bulunduğu Ülke", "country"), ("ملک کا نام", "country"), ("Sitzland", "country"),
            ("Country of operation", "works_in"), ("Date de création", "founded_year"),
            ("N° d'enregistrement", "legal_number"), ("Vergi No", "legal_number"), ("Tel no", "phone"),
            ("Alamat email", "email"), ("Date d'adhésion", "member_since"), ("Beitritt", "member_since"),
            ("Other name(s)", "alias"), ("Previous name(s)", "former_name"), ("Kurzform", "acronym"),
        ],
    )  # fmt: skip
    def test_are_guessed(self, heading, field):
        assert columns.guess(heading)[0] == field
        assert columns.is_heading(heading)

    @pytest.mark.parametrize(
        ("heading", "field"),
        [
            ("Name (English)", "name:en"), ("name_fr", "name:fr"), ("name:ar", "name:ar"),
            ("Nom (français)", "name:fr"),
            ("Nombre en inglés", "name:en"), ("الاسم بالعربية", "name:ar"),
            ("الاسم باللغة الإنجليزية", "name:en"),
            ("isim (Türkçe)", "name:tr"), ("Nama (bahasa Indonesia)", "name:id"),
            ("Official name in Arabic", "name:ar"), ("الاسم الإنجليزي", "name:en"), ("Farsi name", "name:fa"),
            ("Nama dalam bahasa Inggris", "name:en"), ("انگریزی میں نام", "name:en"),
            ("Englischer Name", "name:en"),
        ],
    )  # fmt: skip
    def test_may_name_a_language(self, heading, field):
        assert columns.guess(heading) == (field, 0)

    @pytest.mark.parametrize(
        "heading", ["", " ", "No.", "#", "N", "م", "ردیف", "Sıra no", "Foo", "Name of", "Notes", "12"]
    )
    def test_that_say_nothing_are_not_guessed(self, heading):
        assert columns.guess(heading) is None
        assert not columns.is_heading(heading)

    def test_every_field_is_known_by_its_own_headings_or_a_better_one(self):
        for name, field in FIELDS.items():
            assert columns.guess(name.replace("_", " ")) is not None, name
            assert any(columns.guess(heading)[0] == name for heading in field.headings), name

    @pytest.mark.parametrize(
        ("word", "code"),
        [
            ("fr", "fr"), ("French", "fr"), ("français", "fr"), ("العربية", "ar"), ("عربي", "ar"),
            ("فارسی", "fa"), ("Türkçe", "tr"),
            ("pt-BR", "pt-BR"), ("ur-Latn", "ur-Latn"), ("PT-br", "pt-BR"), ("zh-hant", "zh-Hant"),
            ("nl", "nl"), ("no", "no"), ("fra", "fr"), ("ara", "ar"), ("tur", "tr"),
            ("", ""), ("Red", ""), ("new", ""), ("xx", ""), ("NO", ""), ("Self-Help", ""), ("e-v", ""),
            ("-", ""), ("aka", ""),
            ("AKA", ""), ("und", ""), ("est", ""), ("in", ""), ("en-GB-oed", ""),
        ],
    )  # fmt: skip
    def test_words_for_languages(self, word, code):
        assert columns.language_named(word) == code


class TestGuessing:
    def test_columns_are_found_and_the_others_left_aside(self):
        found = columns.match(
            table("No.", "Name", "Country", "Notes", "", "", rows=[["1", "a", "b", "c", "d", ""]])
        )
        assert found.fields == {1: "name", 2: "country"}
        assert found.aside == [0, 3, 4]
        assert found.notes == []

    def test_without_names_is_refused_with_the_headings(self):
        with pytest.raises(FileRefused, match=r"No column holds the names. The headings are: Country, City"):
            columns.match(table("Country", "City", ""))

    def test_numbers_of_the_register_are_enough(self):
        assert guessed("Member no", "Website", rows=[["KE-0001", "x"]]) == {
            "Member no": "number",
            "Website": "website",
        }

    @pytest.mark.parametrize(
        ("cells", "is_number"),
        [
            (["KE-0001", ""], True), (["x", "tr-123456"], True), (["new", "NEW"], True),
            (["1", "2"], False), ([""], False),
            (["KE-01"], False), (["new", "2"], False),
        ],
    )  # fmt: skip
    def test_a_number_is_the_register_s_only_when_it_looks_so(self, cells, is_number):
        found = guessed("Number", "Name", rows=[[cell, "a"] for cell in cells])
        assert ("Number" in found) == is_number

    @pytest.mark.parametrize(
        ("cells", "is_legal_number"),
        [
            (["1", "2", "3"], False),
            (["٢"], False),
            (["A1", "2"], True),
            (["7" * 9, "1"], False),
            (["²"], False),
            (["7" * 10], True),
        ],
    )
    def test_an_id_of_few_figures_alone_is_no_legal_number(self, cells, is_legal_number):
        found = guessed("ID", "Name", rows=[[cell, "a"] for cell in cells])
        assert ("ID" in found) == is_legal_number

    def test_another_legal_number_may_count(self):
        assert guessed("Registration no.", "Name", rows=[["1", "a"]])["Registration no."] == "legal_number"

    @pytest.mark.parametrize(
        "headings", [("Organisation", "Official name"), ("Official name", "Organisation")]
    )
    def test_of_two_for_one_field_the_better_is_taken_and_told(self, headings):
        found = columns.match(table(*headings))
        assert found.fields == {headings.index("Official name"): "name"}
        assert found.notes == [
            "“Organisation” also looks like “official name”, "
            "which is taken from “Official name”; it is left aside."
        ]
        assert found.aside == [headings.index("Organisation")]

    def test_of_two_for_one_language_the_first_is_taken(self):
        found = columns.match(table("Name", "Name (fr)", "Nom français"))
        assert found.fields == {0: "name", 1: "name:fr"}
        assert found.notes[0].startswith("“Nom français” also looks like “name (fr)”")

    def test_several_columns_of_other_names_are_all_taken(self):
        found = guessed("Name", "Other names", "Alias", "Acronym", "Sigla")
        assert list(found.values()) == ["name", "alias", "alias", "acronym", "acronym"]

    @pytest.mark.parametrize(
        ("headings", "chosen"),
        [(("Nom (français)", "Name (English)"), "Name (English)"), (("Name (sw)", "Name (ha)"), "Name (sw)")],
    )
    def test_with_names_in_languages_alone_one_is_the_official_and_told(self, headings, chosen):
        found = columns.match(table(*headings))
        assert found.fields[headings.index(chosen)] == "name"
        assert found.notes == [f"“{chosen}” is taken for the official name, as no other column holds it."]

    def test_fields_have_words(self):
        assert columns.label("country") == "country of seat"
        assert columns.label("name:fr") == "name (fr)"


class TestGiven:
    @pytest.fixture
    def match(self, tmp_path):
        def match(said, *headings):
            path = tmp_path / "columns.json"
            path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
            return columns.match(table(*(headings or ("A", "B", "", "C"))), path)

        return match

    def test_only_what_the_file_says_is_taken(self, match):
        found = match(
            {"A": "name", "B": {"field": "country", "values": {"Kongo (Kin)": "CD"}}, "C": "ignore"}
        )
        assert found.fields == {0: "name", 1: "country"}
        assert found.values == {0: {}, 1: {"kongo kin": "CD"}}
        assert found.aside == [3]

    def test_a_mark_in_front_is_no_letter(self, match):
        assert match('\ufeff{"A": "name"}').fields == {0: "name"}

    def test_languages_and_several_columns_of_other_names(self, match):
        found = match({"A": "name:pt-BR", "B": "alias", "C": "alias", "D": "name"}, "A", "B", "C", "D")
        assert list(found.fields.values()) == ["name:pt-BR", "alias", "alias", "name"]

    @pytest.mark.parametrize(
        ("said", "refused"),
        [
            ("{", "cannot be read as JSON"),
            ("", "cannot be read as JSON"),
            ("[]", "must hold {heading: field, …}"),
            ({"X": "name"}, "the list has no column “X”"),
            ({"": "name"}, "the list has no column “”"),
            ({"A": "nam"}, "“nam” is no field. The fields are: number, name, "),
            ({"A": "name:klingon"}, "“name:klingon” is no field"),
            ({"A": "name:"}, "“name:” is no field"),
            ({"A": "name", "B": "name"}, "two columns are “name”"),
            ({"A": "name:fr", "B": "name:fr"}, "two columns are “name:fr”"),
            ({"A": 7}, 'write "A": "field" or'),
            ({"A": None}, 'write "A": "field" or'),
            ({"A": {}}, 'write "A": "field" or'),
            ({"A": {"field": ["name"]}}, 'write "A": "field" or'),
            ({"A": {"field": "name", "values": []}}, 'write "A": "field" or'),
            ({"A": {"field": "name", "values": {"x": 1}}}, 'write "A": "field" or'),
            ({"A": {"field": "name", "vlaues": {"x": "y"}}}, 'write "A": "field" or'),
            ('{"A": "name", "B": "country", "A": "ignore"}', "“A” stands twice."),
            ({"A": "country"}, "No column holds the names"),
        ],
    )
    def test_what_is_wrong_is_refused_in_one_sentence(self, match, said, refused):
        with pytest.raises(FileRefused) as error:
            match(said)
        assert refused in str(error.value)
        assert "\n" not in str(error.value)

    def test_depth_without_end_is_refused(self, match):
        with pytest.raises(FileRefused, match="cannot be read as JSON"):
            match("[" * 100_000)

    def test_its_headings_tell_the_row_of_headings(self, tmp_path):
        path = tmp_path / "columns.json"
        path.write_text('{"A": "name"}', encoding="utf-8")
        assert [columns.heading_test(path)(heading) for heading in ("A", "Name")] == [True, False]
        assert [columns.heading_test(None)(heading) for heading in ("A", "Name")] == [False, True]

    def test_a_missing_file_is_refused(self, tmp_path):
        with pytest.raises(FileRefused, match=r"no\.json cannot be read as JSON"):
            columns.match(table("A"), tmp_path / "no.json")


class TestWildInput:
    @settings(max_examples=300, deadline=None)
    @given(
        headings=st.lists(
            st.one_of(
                st.text(max_size=20),
                st.sampled_from(
                    ["Name", "Nom", "name:fr", "ID", "Number", "Country", "Organisation", "اسم", "in", "(fr)"]
                ),
            ),
            min_size=1,
            max_size=6,
        ),
        cell=st.text(st.sampled_from("0123²٣-AKEnew"), max_size=12),
    )
    def test_any_headings_are_matched_or_refused(self, headings, cell):
        with translation.override("en"):
            try:
                found = columns.match(table(*headings, rows=[[cell] * len(headings)]))
            except FileRefused as refused:
                said = str(refused)
                assert said
            else:
                assert {"name", "number"} & set(found.fields.values())
                assert not set(found.fields) & set(found.aside)

    @settings(max_examples=200, deadline=None)
    @given(
        word=st.one_of(
            st.text(max_size=20), st.from_regex(r"[a-zA-Z]{1,4}(-[a-zA-Z0-9]{1,5}){0,3}", fullmatch=True)
        )
    )
    def test_any_word_is_a_language_or_none(self, word):
        assert isinstance(columns.language_named(word), str)


@pytest.mark.parametrize("name", FIELDS)
def test_what_our_messages_call_a_column_is_understood(name):
    for called in FIELDS[name].labels():
        assert columns.guess(called)[0] == name, called
