"""One row to what the register would store, with every problem at its cell."""

import pytest
from django_countries import countries as iso

from members.choices import NameKind
from members.imports.columns import Columns
from members.imports.countries import Countries
from members.imports.problems import Message
from members.imports.reader import Table
from members.imports.rows import ImportedRow, Lists, RowReader
from members.models import Country


@pytest.fixture(scope="module")
def lists():
    rows = [Country(code=code, alpha3=iso.alpha3(code) or "XKX", m49="") for code, _name in iso]
    return Lists(Countries(rows), classes={"observer": "observer"}, focus_areas={"water": "water"})


@pytest.fixture
def read(lists):
    """`read(name="Olive", country="TR")` reads a row with these fields; `values` map words of a field."""

    def one(*, values=None, **cells) -> ImportedRow:
        fields = {at: name.replace("name_in_", "name:") for at, name in enumerate(cells)}
        headings = [f"The {name}" for name in cells]
        mapped = {at: (values or {}).get(name, {}) for at, name in fields.items()}
        table = Table("list.csv", "", headings, [])
        reader = RowReader(table, Columns(fields=fields, values=mapped), lists)
        return reader.read(2, list(cells.values()))

    return one


def texts(messages) -> str:
    return " ".join(str(message) for message in messages)


def test_a_row_is_understood(read):
    row = read(name="Olive", country="Türkiye", city=" Ezine ", works_in="Syria; Lebanon")
    assert (row.official.value, row.country, row.facts) == ("Olive", "TR", {"city": "Ezine"})
    assert row.works_in == {"SY", "LB"}
    assert row.fullness == 4
    assert row.problems == []


def test_characters_that_show_nothing_are_left_out_everywhere(read):
    row = read(
        name="Ol\u200bive", country="\u200fTürk\u200biye", founded_year="\u200e1998", status="mem\u00adber",
        phone="\u202a+90 312 555 01 01\u202c", member_since="\u200e2001\u200e-02-03", number="TR-0\u200b147",
    )  # fmt: skip
    assert row.problems == row.doubts == []
    assert (row.official.value, row.country, row.register_number) == ("Olive", "TR", "TR-0147")
    assert (row.facts["founded_year"], row.facts["phone"]) == (1998, "+90 312 555 01 01")
    assert row.membership.starts_on.isoformat() == "2001-02-03"


def test_what_cannot_be_stored_is_a_problem_at_its_cell(read):
    row = read(name="Olive", country="Ke\x07nya", kind="N\x00GO")
    assert [problem.letter for problem in row.problems] == ["B", "C"]


def test_codes_of_web_pages_are_letters_and_told(read):
    row = read(name="M&eacute;decins &amp; Amis", country="C&ocirc;te d&#39;Ivoire", city="AT&T;")
    assert [name.value for name in row.names] == ["Médecins & Amis"]
    assert (row.country, row.facts["city"]) == ("CI", "AT&T;")
    assert texts(row.notes).count("Codes such as &amp; are read as what they stand for.") == 2


def test_the_language_of_the_official_name_may_have_a_column(read):
    assert read(name="Zeytin", name_language="Turkish", country="TR").official.language == "tr"
    assert "is no language" in texts(read(name="Zeytin", name_language="Elvish", country="TR").problems)


def test_name_and_country_are_needed(read):
    row = read(name="", country="")
    assert texts(row.problems) == (
        "The name (A): The name is missing. "
        "The country (B): The country is missing; write the country of the seat."
    )
    assert row.official is None
    assert [str(problem) for problem in read(name="Olive").problems] == [
        "The country is missing; write the country of the seat."
    ]


def test_one_wrong_cell_is_told_once(read):
    assert len(read(name="Olive", country="Atlantis").problems) == 1
    assert len(read(name="x" * 301, country="TR").problems) == 1
    assert len(read(name=" . ", country="TR").problems) == 1


def test_with_a_number_neither_name_nor_country_is_needed(read):
    row = read(number="tr-0147", alias="Zeytin; Zeytin")
    assert row.register_number == "TR-0147"
    assert [name.value for name in row.names] == ["Zeytin"]
    assert row.problems == []
    assert "no number of the register" in texts(read(number="17", name="Olive", country="TR").problems)
    assert read(number="NEW", name="Olive", country="TR").is_said_new


def test_two_columns_of_the_country_must_agree(read):
    assert read(name="Olive", country_code="TR", country="Turkey").country == "TR"
    row = read(name="Olive", country_code="TR", country="Lebanon")
    assert "contradict each other: TR and LB" in texts(row.problems)


@pytest.mark.parametrize("cell", ["Syria, Lebanon", "Syria | Lebanon", "Syria\nLebanon"])
def test_countries_of_work_are_divided(read, cell):
    assert read(name="Olive", country="TR", works_in=cell).works_in == {"SY", "LB"}


def test_an_unknown_country_of_work_is_a_problem(read):
    assert "Atlantis" in texts(read(name="Olive", country="TR", works_in="Syria; Atlantis").problems)


def test_unknown_kinds_and_areas_are_collected_not_refused(read):
    row = read(name="Olive", country="TR", kind="nonprofit", focus="Water; Chess, ")
    assert row.focus_areas == {"water"}
    assert row.unknown == [("kind", "nonprofit"), ("focus", "Chess")]
    assert row.problems == []


def test_class_and_status(read):
    assert read(name="Olive", country="TR", **{"class": "Observer"}).membership.class_slug == "observer"
    assert "no class of membership" in texts(read(name="Olive", country="TR", **{"class": "Gold"}).problems)
    row = read(name="Olive", country="TR", status="inactive")
    assert row.problems == []
    assert "no status of a membership" in texts(row.doubts)


def test_hyphens_clear_what_can_be_cleared(read):
    row = read(name="Olive", country="TR", city="-", founded_year="–", acronym="-", works_in="-")
    assert row.clear == {"city", "founded_year"}
    assert "Names are never removed" in texts(row.notes)
    assert "“countries of work” cannot be cleared" in texts(row.problems)


def test_words_for_nothing_are_nothing_but_na_is_namibia(read):
    row = read(name="Olive", country="NA", city="n/a")
    assert (row.country, row.facts) == ("NA", {})


def test_words_of_the_list_can_be_mapped_or_ignored(read):
    row = read(
        name="Olive",
        country="Home",
        status="x",
        values={"country": {"home": "TR"}, "status": {"x": "ignore"}},
    )
    assert (row.country, row.doubts) == ("TR", [])


def test_a_year_is_read_by_the_country_wherever_its_column_stands(read):
    assert "another calendar" in texts(read(founded_year="1375", name="Olive", country="IR").problems)
    assert read(founded_year="1375", name="Olive", country="FR").facts["founded_year"] == 1375


def test_contacts_and_notes(read):
    row = read(
        name="Olive",
        country="TR",
        phone="0286 217 00 00 / 0286 217 00 01",
        email="office@olive.example.org",
        website="olive.example.org",
        address="Harbour Street 1\nEzine",
    )
    assert row.facts["phone"] == "+90 286 217 00 00"
    assert row.facts["address"] == "Harbour Street 1\nEzine"
    assert "one more, which is left aside" in texts(row.notes)


def test_names_of_all_columns_come_together(read):
    row = read(
        name="Olive", country="TR", name_in_tr="Zeytin", former_name="Club", names="fr: Olivier", acronym="OV"
    )
    assert {(name.value, name.kind, name.language) for name in row.names} == {
        ("Olive", NameKind.OFFICIAL, ""),
        ("Zeytin", NameKind.TRANSLATION, "tr"),
        ("Club", NameKind.FORMER, ""),
        ("Olivier", NameKind.TRANSLATION, "fr"),
        ("OV", NameKind.ACRONYM, ""),
    }


@pytest.mark.parametrize("cell", ["Ol\x00ive", "Ol\ud800ive", "x" * 121])
def test_a_text_that_cannot_be_stored_is_a_problem_of_its_cell(read, cell):
    row = read(name="Olive", country="TR", city=cell)
    assert [problem.letter for problem in row.problems] == ["C"]


def test_a_message_without_a_cell_is_its_text():
    assert str(Message("Wrong.")) == "Wrong."
    assert Message("Wrong.", "City", "B").as_json() == {"text": "Wrong.", "column": "City", "letter": "B"}
