"""The plan in words and as JSON, and the rejected rows as a file that can be corrected and read again."""

import json

import openpyxl
import pytest

from members.imports import report
from members.imports.reader import read

HEAD = ["Name", "Country", "Phone", "Founded"]


@pytest.fixture
def plan(make_plan, write_csv):
    return make_plan(
        write_csv(
            HEAD,
            ["Olive", "Türkiye", "", ""],
            ["=1+1", "Congo", "'+90 286 217 00 00", "-"],
            ["Hope", "KE", "", "1998"],
            ["Hope", "UG", "", ""],
        )
    )


def test_in_words_every_row_has_its_line(plan):
    lines = list(report.lines(plan))
    assert "Row 2: New · TR · Olive" in lines
    assert "Row 3: Problem · =1+1" in lines
    assert any(line.startswith("    Country (B): “Congo” is not clear") for line in lines)
    assert any("It has the name of row 4 (Hope, KE), in another country." in line for line in lines)


def test_changes_are_told_one_by_one(make_plan, carry_out, write_csv):
    carry_out(write_csv(["Name", "Country"], ["Olive", "TR"]))
    head = ["Name", "Country", "City", "Other names", "Works in", "Member since"]
    lines = list(
        report.lines(make_plan(write_csv(head, ["Olive", "TR", "Ezine", "Zeytin", "SY", "2010-01-01"])))
    )
    at = lines.index("Row 2: Changed · TR · TR-0001 · Olive")
    assert (
        lines[at + 1 :]
        == [
            "    city: “” becomes “Ezine”",
            "    adds the name “Zeytin”",
            "    adds the country of work SY",
            "    member since 2010-01-01",
        ]
        or "    same name and country" in lines[at + 1 :]
    )


def test_as_json_each_row_has_its_country_code(plan, tmp_path):
    path = tmp_path / "plan.json"
    report.save(plan, path)
    said = json.loads(path.read_text(encoding="utf-8"))
    assert said["counts"] == {"rows": 4, "new": 2, "changed": 0, "same": 0, "unsure": 1, "problems": 1}
    assert [row["country"] for row in said["rows"]] == ["TR", None, "KE", "UG"]
    assert said["rows"][1]["problems"][0]["column"] == "Country"
    assert said["rows"][1]["problems"][0]["letter"] == "B"
    assert said["rows"][3]["same_as_row"] == 4
    assert said["columns"]["Phone"] == "phone"
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.endswith(".part")] == []


def test_rejected_rows_come_back_in_the_same_columns_and_can_be_read_again(plan, make_plan, tmp_path):
    path = tmp_path / "rejected.csv"
    assert report.write_rejected(plan, path) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in path.read_text(encoding="utf-8")
    table = read(path)
    assert table.headings == [*HEAD, "What is wrong"]
    assert table.rows[0][1][:4] == ["=1+1", "Congo", "+90 286 217 00 00", "-"]
    assert "is not clear" in table.rows[0][1][4]
    again = make_plan(path)
    report.write_rejected(again, path)
    assert read(path).headings == [*HEAD, "What is wrong"]


def test_as_a_workbook_nothing_in_it_is_a_formula(plan, tmp_path):
    path = tmp_path / "rejected.xlsx"
    report.write_rejected(plan, path)
    cells = [cell for row in openpyxl.load_workbook(path).active for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert "=1+1" in {cell.value for cell in cells}


def test_without_rejected_rows_there_is_no_file(make_plan, write_csv, tmp_path):
    path = tmp_path / "rejected.csv"
    assert report.write_rejected(make_plan(write_csv(["Name", "Country"], ["Olive", "TR"])), path) == 0
    assert not path.exists()
