"""Delimiters, quotation marks and damage in text files."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.imports import delimited
from members.imports.delimited import harmless, read_rows
from members.imports.problems import FileRefused


@pytest.fixture
def write(tmp_path):
    def written(content: bytes, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"Name,City\nA,B\n", "comma"),
        (b"Name;City\nA, B and C;D\n", "semicolon"),
        (b"Name\tCity\nA, B\tC;D\n", "tab"),
        (b"Name|City\nA|B\n", "vertical bar"),
        (b"sep=;\nName;City\nA;B\n", "semicolon"),
        (b"sep=\t\nName\tCity\nA\tB\n", "tab"),
    ],
)
def test_the_delimiter_is_detected_and_said(write, content, word):
    rows, notes = read_rows(write(content))
    assert [len(cells) for _number, cells in rows] == [2, 2]
    assert word in notes[0]


def test_two_marks_in_front_hide_no_quotation_mark(write):
    rows, _notes = read_rows(write(b'\xef\xbb\xbf\xef\xbb\xbf"Name, official",City\nA,B\n'))
    assert rows[0] == (1, ["Name, official", "City"])


def test_a_list_of_one_column_is_a_list(write):
    rows, _notes = read_rows(write(b"Name\nOlive Valley\n"))
    assert rows == [(1, ["Name"]), (2, ["Olive Valley"])]


def test_mixed_line_ends_and_lines_inside_of_cells(write):
    rows, _notes = read_rows(write(b'Name,City\r\n"Olive\nValley",Ezine\rCedar,Beirut\n'))
    assert rows[1:] == [(2, ["Olive\nValley", "Ezine"]), (3, ["Cedar", "Beirut"])]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'Name,City\nA,B\n"C,D\nE,F\n', "Line 3: a quotation mark is opened"),
        (b'Name,City\nA,B\n"C"d,D\n', "Line 3: a quotation mark stands in the middle"),
        (b"Name,City\nA,\x00B\n" * 3, "Line 2 holds empty characters"),
        (b"Name\n" + b"x" * 400_000 + b"\n", "Line 2 is too long"),
        (b'Name\n"' + b"x" * 40_000 + b'"\n', "longer than 32767 letters"),
    ],
)
def test_damage_is_told_with_its_line(write, content, sentence):
    with pytest.raises(FileRefused, match=sentence):
        read_rows(write(content))


def test_an_encoding_that_is_said_is_used_or_refused(write):
    path = write("Name\nÇınar\n".encode("cp1254"))
    assert read_rows(path, encoding="cp1254")[0][1] == (2, ["Çınar"])
    with pytest.raises(FileRefused, match="no encoding"):
        read_rows(path, encoding="klingon")
    with pytest.raises(FileRefused, match="not in UTF-8 throughout"):
        read_rows(path, encoding="utf-8-sig")


def test_more_rows_than_are_read_end_the_reading(write, monkeypatch):
    monkeypatch.setattr(delimited, "MOST_ROWS", 1)
    monkeypatch.setattr(delimited, "SPARE_ROWS", 1)
    with pytest.raises(FileRefused, match="more than 1 rows"):
        read_rows(write(b"a\nb\nc\n"))


@pytest.mark.parametrize("cell", ["=1+1", "+90 286 000 00 00", "@SUM(A1)", "-1", "＝1", "\t=1"])
def test_what_a_spreadsheet_would_run_is_marked_and_read_back_unchanged(write, cell):
    assert harmless(cell) == "'" + cell
    rows, _notes = read_rows(write(f"Name,City\nA,{harmless(cell)}\n".encode()))
    assert rows[1][1][1] == cell.strip() or rows[1][1][1] == cell


def test_a_lone_hyphen_and_other_text_stay_as_they_are():
    assert harmless("-") == "-"
    assert harmless("Olive Valley") == "Olive Valley"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Name,Country\n" + b"a," * 500_000 + b"\n", "Line 2 is too long to be a row of a list."),
        (b"a," * 99_999 + b"a\n", "Line 1 has 100000 columns; at most 100 are read"),
        (b'Name,Country\n"Teasel,Kenya\n' + b"Thyme,Kenya\n" * 4000, "Is a quotation mark not closed"),
        (b"Name,Country\n" + b"x" * 140_000 + b",Kenya\n", "Line 2: a cell is longer than 32767 letters"),
    ],
)
def test_what_no_list_holds_is_refused(write, content, sentence):
    with pytest.raises(FileRefused) as refused:
        read_rows(write(content))
    assert sentence in str(refused.value)


def test_a_nul_in_a_file_whose_encoding_is_said_is_told_with_its_line(write):
    with pytest.raises(FileRefused, match="Line 2 holds empty characters"):
        read_rows(write(b"Name,Country\nSor\x00rel,Kenya\n"), encoding="utf-8")


def test_a_byte_behind_the_sample_that_the_page_lacks_is_refused(write, monkeypatch):
    monkeypatch.setattr(delimited.encodings, "SAMPLE", 40)
    content = "nom,pays\nSociété élan,Bénin\n".encode("cp1252") + b"x" * 30 + b"\x81,Mali\n"
    with pytest.raises(FileRefused, match=r"not in windows-1252 throughout"):
        read_rows(write(content))


def test_an_unknown_declared_delimiter_is_a_line_like_others(write):
    assert read_rows(write(b"sep=x\nName,Country\n"))[0][0] == (1, ["sep=x"])


def test_only_the_first_records_are_weighed(write):
    assert len(read_rows(write(b"Name;Country\n" + b"Sorrel;Kenya\n" * 60))[0]) == 61


def test_rows_have_the_number_of_the_record_and_are_trimmed(write):
    found = read_rows(write('\ufeff"Name",Country,,\n\n"  Sorrel\nTrust ", Kenya ,\n'.encode()))
    assert found[0] == [(1, ["Name", "Country"]), (2, []), (3, ["Sorrel\nTrust", "Kenya"])]


@settings(max_examples=300, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=200),
        st.text(st.sampled_from('ab,;\t|"\r\n\x00é\ufeff= sep'), max_size=80).map(str.encode),
    )
)
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("wild") / "list.csv"
    path.write_bytes(content)
    try:
        rows, notes = read_rows(path)
    except FileRefused as refused:
        said = str(refused)
        assert said
        assert "\n" not in said
    else:
        assert [number for number, _cells in rows] == sorted({number for number, _cells in rows})
        assert len(notes) == 1
