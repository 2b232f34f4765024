"""XLSX: what is read of a workbook, and what is refused before anything in it is unpacked."""

import datetime
import io
import re
import time
import tracemalloc
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.formula import ArrayFormula

from members.imports import workbook
from members.imports.problems import FileRefused

SHEET = "xl/worksheets/sheet1.xml"
DAMAGED = r"^The workbook is damaged and cannot be read\. Open it and save it again\.$"


def saved(path, *sheets, prepare=lambda book: None):
    """A workbook with these sheets, each (title, rows)."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    prepare(book)
    book.save(path)
    return path


def rewritten(path, *, replaced=None, added=None, without=()):
    """The archive at `path` with parts replaced, added or left out."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in without}
    for name, change in (replaced or {}).items():
        parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **(added or {})}.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def good(tmp_path):
    rows = [["Name", "Country"], ["Sorrel Trust", "Kenya"]]
    return saved(tmp_path / "list.xlsx", ("Members", rows))


def refusal(path) -> str:
    with pytest.raises(FileRefused) as refused:
        workbook.read_rows(path)
    said = str(refused.value)
    assert said
    assert "\n" not in said
    return said


class TestCells:
    def test_show_what_a_person_sees(self, tmp_path):
        path = tmp_path / "list.xlsx"
        values = ["  Sorrel ", 1998, 1998.0, 12.5, True, None, datetime.date(2019, 3, 4), "last"]
        saved(path, ("Members", [["Name"], values]))
        rows, notes = workbook.read_rows(path)
        assert rows == [
            (1, ["Name"]),
            (2, ["Sorrel", "1998", "1998", "12.5", "TRUE", "", "2019-03-04", "last"]),
        ]
        assert notes == ["Read sheet “Members”."]

    def test_a_whole_number_in_the_way_of_science_is_written_out(self, tmp_path):
        path = saved(tmp_path / "list.xlsx", ("Members", [["Founded"], [12.5]]))
        rewritten(path, replaced={SHEET: lambda sheet: sheet.replace(b"12.5", b"1.998E3")})
        assert workbook.read_rows(path)[0][1] == (2, ["1998"])

    def test_a_time_and_a_duration_are_no_formulas(self, tmp_path):
        path = saved(
            tmp_path / "list.xlsx",
            ("Members", [["Name", "Opens", "For"], ["a", datetime.time(8, 30), datetime.timedelta(hours=2)]]),
        )
        assert workbook.read_rows(path)[0][1] == (2, ["a", "08:30:00", "2:00:00"])

    def test_a_mistake_of_excel_is_an_empty_cell_and_told(self, tmp_path):
        path = saved(tmp_path / "list.xlsx", ("Members", [["Name", "Country"], ["#N/A", "Kenya"]]))
        rows, notes = workbook.read_rows(path)
        assert rows[1] == (2, ["", "Kenya"])
        assert notes[-1] == "Cells that show an error count as empty: A2 #N/A."
        many = saved(tmp_path / "many.xlsx", ("Members", [["Name"], *([["#REF!"]] * 9), ["Olive"]]))
        assert workbook.read_rows(many)[1][-1].endswith("A6 #REF! ….")

    def test_leading_noughts_that_the_format_shows_are_kept(self, tmp_path):
        def pad(book):
            book.active["A2"].number_format = "000000"

        path = saved(tmp_path / "list.xlsx", ("Members", [["Number"], [123], [123]]), prepare=pad)
        assert workbook.read_rows(path)[0][1:] == [(2, ["000123"]), (3, ["123"])]

    def test_rows_keep_their_numbers_over_gaps(self, tmp_path):
        def leave_gap(book):
            book.active["A7"] = "Teasel"

        path = saved(tmp_path / "list.xlsx", ("Members", [["Name"]]), prepare=leave_gap)
        assert workbook.read_rows(path)[0] == [(1, ["Name"]), (7, ["Teasel"])]

    @pytest.mark.parametrize(
        "formula", ["=1+1", '=HYPERLINK("https://example.org")', ArrayFormula("A2:A3", "=B2:B3")]
    )
    def test_a_formula_is_refused_with_its_place(self, tmp_path, formula):
        def write(book):
            book.active["B3"] = formula

        path = saved(tmp_path / "list.xlsx", ("Members", [["Name", "Country"]]), prepare=write)
        assert refusal(path).startswith("Cell B3 holds a formula. Save the sheet as values")

    def test_text_that_begins_like_a_formula_is_text(self, tmp_path):
        def write(book):
            book.active["A2"].value = "=Sorrel="
            book.active["A2"].data_type = "s"

        path = saved(tmp_path / "list.xlsx", ("Members", [["Name"]]), prepare=write)
        assert workbook.read_rows(path)[0][1] == (2, ["=Sorrel="])


class TestSheets:
    def test_the_first_visible_one_with_text_is_read_and_the_others_are_told(self, tmp_path):
        def hide(book):
            book["Notes"].sheet_state = "hidden"
            book["Secret"].sheet_state = "veryHidden"

        path = saved(
            tmp_path / "list.xlsx",
            ("Notes", [["x"]]),
            ("Cover", []),
            ("Members", [["Name"], ["Sorrel"]]),
            ("Old", [["Name"], ["Teasel"]]),
            ("Secret", []),
            prepare=hide,
        )
        rows, notes = workbook.read_rows(path)
        assert rows == [(1, ["Name"]), (2, ["Sorrel"])]
        assert notes == [
            "Read sheet “Members”.",
            "Sheets left aside: Notes (hidden), Cover (empty), Old, Secret (hidden).",
        ]

    def test_none_with_text_is_refused(self, tmp_path):
        assert (
            refusal(saved(tmp_path / "list.xlsx", ("Empty", [])))
            == "No visible sheet of the workbook holds text."
        )

    @pytest.mark.parametrize("dimension", ["A1", "A1:XFD1048576", "B2:B2"])
    def test_what_a_sheet_says_of_its_size_is_not_believed(self, good, dimension):
        def lie(sheet):
            return re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{dimension}"'.encode(), sheet)

        rewritten(good, replaced={SHEET: lie})
        assert workbook.read_rows(good)[0] == [(1, ["Name", "Country"]), (2, ["Sorrel Trust", "Kenya"])]

    def test_an_end_of_formatted_empty_rows_is_left(self, good):
        def far(sheet):
            return sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>')

        rewritten(good, replaced={SHEET: far})
        assert len(workbook.read_rows(good)[0]) == 2

    @pytest.mark.parametrize(
        ("at", "cell"), [(1048576, "<v>1</v>"), (1500, '<is><t xml:space="preserve">'), (9**15, "<v>")]
    )
    def test_a_row_far_below_the_list_is_not_lost(self, good, at, cell):
        def far(sheet):
            row = f'<row r="1100"><c r="A1100"/></row><row r="{at}"><c r="A{at}">{cell}'
            return sheet.replace(b"</sheetData>", row.encode() + b"</sheetData>")

        rewritten(good, replaced={SHEET: far})
        with pytest.raises(FileRefused, match=f"^Row {at} stands more than 1000 empty rows below the list"):
            workbook.read_rows(good)

    def test_a_row_far_below_is_found_wherever_the_reading_is_cut(self, good, monkeypatch):
        monkeypatch.setattr(workbook, "CHUNK", 50)
        monkeypatch.setattr(workbook, "LONGEST_ROW", 400)

        def far(sheet):
            rows = b"".join(b'<row r="%d" s="1"><c r="A%d"/></row>' % (at, at) for at in range(3, 1200))
            last = b'<row r="1200"><c r="A1200"><v>1</v></c><c r="B1200" t="' + b"x" * 900 + b'"/></row>'
            return sheet.replace(b"</sheetData>", rows + last + b"</sheetData>")

        rewritten(good, replaced={SHEET: far})
        assert refusal(good).startswith("Row 1200 stands")

    def test_of_a_chart_is_left_aside(self, tmp_path):
        def draw(book):
            chart = BarChart()
            chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=2))
            book.create_chartsheet("Chart", 0).add_chart(chart)

        path = saved(tmp_path / "list.xlsx", ("Members", [["Name"], ["Olive"]]), prepare=draw)
        assert workbook.read_rows(path)[0] == [(1, ["Name"]), (2, ["Olive"])]

    def test_of_a_chart_without_its_chart_is_damage(self, tmp_path):
        path = saved(
            tmp_path / "list.xlsx", ("Members", [["Name"]]), prepare=lambda book: book.create_chartsheet("C")
        )
        with pytest.raises(FileRefused, match=DAMAGED):
            workbook.read_rows(path)

    def test_500_columns_are_refused(self, tmp_path):
        path = saved(tmp_path / "list.xlsx", ("Members", [[f"h{at}" for at in range(500)]]))
        assert refusal(path).startswith("The file has 500 columns; at most 100 are read.")

    def test_too_many_rows_are_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr(workbook, "MOST_ROWS", 2)
        monkeypatch.setattr(workbook, "SPARE_ROWS", 1)
        path = saved(tmp_path / "list.xlsx", ("Members", [["a"]] * 4))
        assert refusal(path) == "The file has more than 2 rows. Divide the list."


class TestMergedCells:
    @staticmethod
    def merged(tmp_path, *ranges):
        def merge(book):
            for cells in ranges:
                book.active.merge_cells(cells)

        rows = [["Name", "Country"], *([f"n{at}", ""] for at in range(20))]
        return saved(tmp_path / "list.xlsx", ("Members", rows), prepare=merge)

    def test_are_told(self, tmp_path):
        _rows, notes = workbook.read_rows(self.merged(tmp_path, "A2:B2"))
        assert notes[1:] == [
            "Merged cells (A2:B2): only the first of them holds the value, the others count as empty."
        ]

    def test_of_many_the_first_five_are_told(self, tmp_path):
        ranges = [f"A{row}:B{row}" for row in range(2, 9)]
        _rows, notes = workbook.read_rows(self.merged(tmp_path, *ranges))
        assert re.match(r"Merged cells \((A\d:B\d, ){4}A\d:B\d …\): only the first of each", notes[1])

    def test_are_found_wherever_the_reading_is_cut(self, tmp_path):
        path = tmp_path / "part.zip"
        cell = b'<mergeCell ref="A1:B1"/>'
        for before in range((1 << 20) - 230, (1 << 20) + 10, 7):
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("sheet.xml", b" " * before + cell + b" " * 300)
            assert len(workbook._merged(path, "/sheet.xml")) == 1

    def test_a_sheet_without_a_part_has_none(self, tmp_path):
        assert workbook._merged(tmp_path / "list.xlsx", "") == []


class TestRefusals:
    def test_a_zip_bomb_is_known_by_its_ratio(self, good):
        rewritten(good, added={"xl/media/bomb.xml": b"\0" * 50_000_000})
        assert refusal(good) == "The workbook unpacks to far more than a list can; it is not read."

    def test_a_zip_bomb_is_known_by_its_size_quickly_and_in_little_memory(self, good):
        """The directory alone says 10 GB; nothing of it is unpacked."""
        rewritten(good, added={"xl/media/bomb.bin": b"x"})
        raw = bytearray(good.read_bytes())
        at = raw.rfind(b"xl/media/bomb.bin") - 46
        assert raw[at : at + 4] == b"PK\x01\x02"
        raw[at + 24 : at + 28] = (4_000_000_000).to_bytes(4, "little")
        good.write_bytes(raw)
        tracemalloc.start()
        begun = time.perf_counter()
        said = refusal(good)
        took, (_now, peak) = time.perf_counter() - begun, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert said == "The workbook unpacks to 4000 MB; at most 400 MB are read."
        assert took < 1
        assert peak < 20_000_000

    def test_many_parts(self, good):
        rewritten(good, added={f"xl/media/{at}.txt": b"" for at in range(201)})
        assert refusal(good).endswith("parts; that is no list.")

    def test_another_archive(self, tmp_path):
        path = tmp_path / "list.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<x/>")
            archive.writestr("../../evil.txt", "x")
        assert refusal(path).startswith("This is an archive, not an Excel workbook.")
        assert not (tmp_path.parent.parent / "evil.txt").exists()

    def test_parts_with_wandering_names_are_written_nowhere(self, good, tmp_path):
        rewritten(good, added={"../../evil.txt": b"x", "/etc/evil.txt": b"x"})
        workbook.read_rows(good)
        assert [path.name for path in tmp_path.iterdir()] == ["list.xlsx"]

    def test_encrypted_parts(self, good):
        raw = bytearray(good.read_bytes())
        at = raw.find(b"PK\x01\x02")
        raw[at + 8] |= 1
        good.write_bytes(raw)
        assert refusal(good) == "The workbook is protected with a password. Save it without one."

    def test_macros(self, good):
        rewritten(good, added={"xl/vbaProject.bin": b"x"})
        assert refusal(good) == "The workbook holds macros. Save it as XLSX without macros."

    def test_links_to_other_files(self, good):
        rewritten(good, added={"xl/externalLinks/externalLink1.xml": b"<x/>"})
        assert refusal(good) == "The workbook is linked to other files. Save its values alone."

    @pytest.mark.parametrize(
        "declared",
        [
            b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
            b"<!doctype x>",
            b'<!ENTITY e "x">',
        ],
    )
    def test_entities_of_its_own(self, good, declared):
        rewritten(good, replaced={SHEET: lambda sheet: declared + sheet})
        assert refusal(good) == "The workbook declares entities of its own; it is not read."

    def test_entities_in_another_encoding(self, good):
        bomb = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
        rewritten(good, replaced={SHEET: lambda _sheet: bomb.encode("utf-16")})
        assert refusal(good) == "The workbook declares entities of its own; it is not read."

    def test_entities_behind_what_is_looked_at_are_damage(self, good):
        late = b"<!--" + b"".join(b"%d " % at for at in range(20_000)) + b'--><!DOCTYPE x [<!ENTITY a "ha">]>'

        def hide(sheet):
            return late + re.sub(rb"<\?xml[^>]*>", b"", sheet)

        rewritten(good, replaced={SHEET: hide})
        assert re.match(DAMAGED, refusal(good))

    def test_no_archive(self, tmp_path):
        path = tmp_path / "list.xlsx"
        path.write_bytes(b"PK\x03\x04 and nothing more")
        assert re.match(DAMAGED, refusal(path))

    @pytest.mark.parametrize(
        "part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"]
    )
    def test_a_part_cut_off(self, good, part):
        rewritten(good, replaced={part: lambda content: content[: len(content) // 2]})
        assert re.match(DAMAGED, refusal(good))

    def test_a_part_missing(self, good):
        rewritten(good, without=[SHEET])
        assert refusal(good) == "No visible sheet of the workbook holds text."

    def test_packed_bytes_that_do_not_unpack(self, good):
        with zipfile.ZipFile(good) as archive:
            entry = archive.getinfo(SHEET)
        raw = bytearray(good.read_bytes())
        begun = entry.header_offset + 30 + len(SHEET)
        raw[begun : begun + entry.compress_size] = b"\xff" * entry.compress_size
        good.write_bytes(raw)
        assert re.match(DAMAGED, refusal(good))

    def test_a_number_too_long_to_be_one(self, good):
        def lengthen(sheet):
            cell = b'<row r="9"><c r="A9"><v>' + b"9" * 5000 + b"</v></c></row></sheetData>"
            return sheet.replace(b"</sheetData>", cell)

        rewritten(good, replaced={SHEET: lengthen})
        assert re.match(DAMAGED, refusal(good))


class TestWildInput:
    @settings(max_examples=150, deadline=None)
    @given(
        changes=st.lists(
            st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8
        )
    )
    def test_a_workbook_with_changed_bytes_is_read_or_refused(self, tmp_path_factory, changes):
        written = io.BytesIO()
        saved(written, ("Members", [["Name", "Country"], ["Sorrel Trust", "Kenya"]]))
        raw = bytearray(written.getvalue())
        for place, byte in changes:
            raw[int(place * len(raw))] = byte
        path = tmp_path_factory.mktemp("wild") / "list.xlsx"
        path.write_bytes(raw)
        try:
            rows, notes = workbook.read_rows(path)
        except FileRefused as refused:
            said = str(refused)
            assert "\n" not in said
        else:
            assert rows
            assert notes
