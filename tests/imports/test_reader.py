"""A file to a table: headings found, rows squared up, and what lies about itself refused in one sentence."""

import hashlib
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.imports import limits, reader
from members.imports.problems import FileRefused, Message, ValueProblem

KNOWN = {"Name", "Country"}.__contains__
LIST = "Name,Country\nSorrel Trust,Kenya\n"


@pytest.fixture
def written(tmp_path):
    def written(name: str, content: str | bytes):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "list.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["Name", "Country"])
    made.active.append(["Sorrel Trust", "Kenya"])
    made.save(path)
    return path


def refusal(path, **options) -> str:
    with pytest.raises(FileRefused) as refused:
        reader.read(path, **options)
    said = str(refused.value)
    assert said.endswith((".", "!", "?"))
    assert "\n" not in said
    return said


class TestTable:
    def test_of_a_text_file(self, written):
        path = written("list.csv", LIST)
        table = reader.read(path)
        assert table.file_name == "list.csv"
        assert table.sha256 == hashlib.sha256(LIST.encode()).hexdigest()
        assert table.headings == ["Name", "Country"]
        assert table.rows == [(2, ["Sorrel Trust", "Kenya"])]
        assert table.notes == ["Read as UTF-8, columns divided by comma."]
        assert table.letter(1) == "B"

    def test_of_a_workbook(self, book):
        table = reader.read(book)
        assert table.headings == ["Name", "Country"]
        assert table.rows == [(2, ["Sorrel Trust", "Kenya"])]

    @pytest.mark.parametrize("name", ["LIST.CSV", "list.tsv", "list.tab", "list.txt"])
    def test_of_every_text_suffix(self, written, name):
        assert reader.read(written(name, LIST)).rows == [(2, ["Sorrel Trust", "Kenya"])]

    def test_the_encoding_may_be_given(self, written):
        path = written("list.csv", "Name,Country\nÇınar,Türkiye\n".encode("iso8859-9"))
        assert reader.read(path, encoding="iso8859-9").rows == [(2, ["Çınar", "Türkiye"])]

    def test_rows_and_headings_are_squared_up_and_empty_rows_skipped(self, written):
        table = reader.read(
            written("list.csv", "Name,Country\nSorrel,Kenya,more\n,,\nTeasel\n"), is_heading=KNOWN
        )
        assert table.headings == ["Name", "Country", ""]
        assert table.rows == [(2, ["Sorrel", "Kenya", "more"]), (4, ["Teasel", "", ""])]

    @pytest.mark.parametrize(
        ("column", "letter"),
        [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
    )
    def test_columns_have_the_letters_of_a_spreadsheet(self, column, letter):
        assert reader.column_letter(column) == letter


class TestHeadings:
    def test_may_stand_below_a_title(self, written):
        path = written("list.csv", "Members of the union\n\nas of May,,\nName,Country\nSorrel,Kenya\n")
        table = reader.read(path, is_heading=KNOWN)
        assert table.headings == ["Name", "Country"]
        assert table.rows == [(5, ["Sorrel", "Kenya"])]
        assert table.notes[-1] == "Left aside above the headings: Members of the union · as of May"

    def test_are_the_first_of_rows_that_know_as_many(self, written):
        path = written("list.csv", "Name,x\nName,y\n")
        assert reader.read(path, is_heading="Name".__eq__).headings == ["Name", "x"]

    def test_where_none_is_known_are_the_first_row_of_several_cells(self, written):
        path = written("list.csv", "A title\nfoo,bar\nSorrel,Kenya\n")
        assert reader.read(path, is_heading=lambda _heading: False).headings == ["foo", "bar"]

    def test_of_a_single_column_are_the_first_row(self, written):
        path = written("list.csv", "foo\nSorrel\n")
        assert reader.read(path, is_heading=lambda _heading: False).headings == ["foo"]

    def test_several_may_be_empty(self, written):
        table = reader.read(written("list.csv", "Name,,,Country\na,b,c,d\n"), is_heading=KNOWN)
        assert table.headings == ["Name", "", "", "Country"]

    @pytest.mark.parametrize("second", ["Name", "NAME", "name"])
    def test_that_stand_twice_are_refused(self, written, second):
        said = refusal(written("list.csv", f"Name,Country,{second}\na,b,c\n"))
        assert said == f"The heading “{second}” stands twice, in columns A and C. Rename one."

    def test_that_are_a_book_are_refused(self, written, monkeypatch):
        monkeypatch.setattr(reader, "MOST_CELL_LETTERS", 10)
        assert (
            refusal(written("list.csv", "Name,Country of the seat\na,b\n"))
            == "A heading is too long in column B."
        )


class TestRefusals:
    def test_a_missing_file(self, tmp_path):
        assert refusal(tmp_path / "no.csv") == "The file no.csv cannot be opened: No such file or directory."

    def test_a_folder(self, tmp_path):
        (tmp_path / "list.csv").mkdir()
        assert refusal(tmp_path / "list.csv") == "The file list.csv cannot be opened: Is a directory."

    @pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
    def test_an_empty_file(self, written, name):
        assert refusal(written(name, b"")) == "The file is empty."

    @pytest.mark.parametrize("content", ["\n\n\n", ",,,\n,,\n", "   \n\t\n", "\ufeff"])
    def test_a_file_without_text(self, written, content):
        assert refusal(written("list.csv", content)) == "The file holds no text."

    @pytest.mark.parametrize("content", ["Name,Country\n", "Name,Country\n,\n\n", "Name"])
    def test_headings_alone(self, written, content):
        assert refusal(written("list.csv", content)) == "The file has headings but no rows below them."

    def test_headings_alone_in_a_workbook(self, tmp_path):
        made = openpyxl.Workbook()
        made.active.append(["Name", "Country"])
        made.save(tmp_path / "list.xlsx")
        assert refusal(tmp_path / "list.xlsx") == "The file has headings but no rows below them."

    def test_text_named_as_a_workbook(self, written):
        assert refusal(written("list.xlsx", LIST)).startswith(
            "The file is named .xlsx but is no Excel workbook."
        )

    def test_a_workbook_named_as_text(self, book):
        path = book.rename(book.with_suffix(".csv"))
        assert refusal(path).startswith("The file is named .csv but is a workbook or archive.")

    def test_an_archive_named_as_a_workbook(self, tmp_path):
        with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as archive:
            archive.writestr("list.csv", LIST)
        assert refusal(tmp_path / "list.xlsx").startswith("This is an archive, not an Excel workbook.")

    @pytest.mark.parametrize("name", ["list.csv", "list.xls", "list.xlsx"])
    def test_an_old_workbook(self, written, name):
        said = refusal(written(name, reader.OLE_START + b"\0" * 600))
        assert said == "This is an old Excel file (.xls). Open it and save it as XLSX."

    def test_a_workbook_with_a_password(self, written):
        content = reader.OLE_START + b"\0" * 5000 + "EncryptedPackage".encode("utf-16-le")
        said = refusal(written("list.xlsx", content))
        assert said == "The workbook is protected with a password. Save it without one."

    @pytest.mark.parametrize("name", ["list.csv", "list.pdf"])
    def test_a_pdf(self, written, name):
        assert refusal(written(name, b"%PDF-1.7 ...")) == "This is a PDF. A list is needed: XLSX, CSV or TSV."

    @pytest.mark.parametrize(
        "start",
        ["<!DOCTYPE html>", "<html>", "\ufeff\n <HTML>", "<table>", '<?xml version="1.0"?>', "<Workbook>"],
    )
    def test_a_web_page(self, written, start):
        said = refusal(written("list.csv", start + "<tr><td>Name</td></tr>"))
        assert said == "This is a web page or XML, not a list. Save it as XLSX or CSV."

    @pytest.mark.parametrize(
        ("name", "kind"), [("list.ods", ".ods"), ("list.xlsm", ".xlsm"), ("list", "list")]
    )
    def test_another_kind_of_file(self, written, name, kind):
        said = refusal(written(name, LIST))
        assert said == f"Files of the kind “{kind}” are not read. Save the list as XLSX, CSV or TSV."

    def test_a_workbook_with_macros_is_known_by_its_name(self, book):
        assert "“.xlsm”" in refusal(book.rename(book.with_suffix(".xlsm")))

    def test_500_megabytes_are_not_read(self, tmp_path):
        path = tmp_path / "list.csv"
        with path.open("wb") as file:
            file.write(LIST.encode())
            file.truncate(500_000_000)
        assert refusal(path) == "The file has 500 MB; at most 100 MB are read. Divide the list."

    def test_a_large_workbook_is_not_read(self, book):
        with book.open("ab") as file:
            file.truncate(30_000_000)
        assert refusal(book) == "The file has 30 MB; at most 25 MB are read. Divide the list."

    def test_500_columns(self, written):
        said = refusal(
            written("list.csv", ",".join(f"h{at}" for at in range(500)) + "\n" + "a," * 499 + "a\n")
        )
        assert said.startswith("The file has 500 columns; at most 100 are read.")

    def test_500_columns_below_a_few_headings(self, written):
        path = written("list.csv", "Name,Country\nb,c\n" + "a," * 499 + "a\n")
        assert "500 columns" in refusal(path, is_heading=KNOWN)

    def test_too_many_rows(self, written, monkeypatch):
        monkeypatch.setattr(reader, "MOST_ROWS", 2)
        said = refusal(written("list.csv", "Name,Country\n" + "a,b\n" * 3))
        assert said == "The file has 3 rows; at most 2 are read at once. Divide the list."

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"Name,Country\nSor\x00rel,Kenya\n", "Line 2 holds empty characters"),
            (b'Name,Country\n"Sorrel,Kenya\n', "Line 2: a quotation mark is opened and never closed."),
            (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00", "Line 1 holds empty characters"),
        ],
    )
    def test_what_the_reading_of_text_refuses(self, written, content, said):
        assert refusal(written("list.csv", content)).startswith(said)


class TestLimits:
    def test_let_the_largest_list_through(self):
        assert limits.MOST_ROWS >= 126_768
        assert limits.MOST_UNPACKED_BYTES >= 110_000_000
        assert limits.MOST_BYTES["text"] >= 22_000_000
        assert limits.MOST_BYTES["workbook"] >= 10_000_000


class TestProblems:
    def test_a_message_names_its_column(self):
        message = Message("It is wrong.", heading="Country", letter="B")
        assert str(message) == "Country (B): It is wrong."
        assert message.as_json() == {"text": "It is wrong.", "column": "Country", "letter": "B"}

    def test_a_message_about_the_whole_row_names_none(self):
        assert str(Message("It is wrong.")) == "It is wrong."
        assert Message("It is wrong.").as_json() == {"text": "It is wrong.", "column": "", "letter": ""}

    def test_a_problem_of_a_value_is_a_value_error(self):
        assert issubclass(ValueProblem, ValueError)
        assert not issubclass(FileRefused, ValueError)


class TestWildInput:
    @settings(max_examples=300, deadline=None)
    @given(
        name=st.sampled_from(["a.csv", "a.tsv", "a.xlsx", "a.xls", "a", "a.CSV "]),
        content=st.one_of(
            st.binary(max_size=200),
            st.text(st.sampled_from('ab,;\t"\r\nNé1='), max_size=80).map(str.encode),
            st.binary(max_size=60).map(lambda rest: b"PK\x03\x04" + rest),
        ),
    )
    def test_any_file_is_a_table_or_refused_in_one_sentence(self, tmp_path_factory, name, content):
        path = tmp_path_factory.mktemp("wild") / name
        path.write_bytes(content)
        try:
            table = reader.read(path, is_heading=lambda heading: "N" in heading)
        except FileRefused as refused:
            said = str(refused)
            assert re.fullmatch(r"[^\n]+[.?]", said)
        else:
            assert table.rows
            assert all(len(cells) == len(table.headings) for _number, cells in table.rows)
            assert all(any(cells) for _number, cells in table.rows)
