"""`import_members` and `undo_import` at the command line."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from members.management.commands.import_members import Progress
from members.models import ImportRun, Organisation
from tests.imports.conftest import write_csv, write_xlsx

__all__ = ["write_csv", "write_xlsx"]


@pytest.fixture
def run(db):
    def called(*args, **options):
        out, err = io.StringIO(), io.StringIO()
        call_command(*map(str, args), stdout=out, stderr=err, **options)
        return out.getvalue().splitlines(), err.getvalue()

    return called


@pytest.fixture
def path(write_csv):
    return write_csv(["Name", "Country"], ["Olive", "TR"], ["Cedar", "Congo"])


def test_without_apply_nothing_is_written(run, path):
    out, err = run("import_members", path)
    assert out[-1] == "rows=2 new=1 changed=0 same=0 unsure=0 problems=1"
    assert "Row 3: Problem · Cedar" in out
    assert "Nothing was written" in out[-2]
    assert "Reading: 0 / 2" in err
    assert not Organisation.objects.exists()
    assert not ImportRun.objects.exists()


def test_apply_writes_and_says_how_to_take_it_back(run, path):
    out, err = run("import_members", path, apply=True)
    number = ImportRun.objects.get().pk
    assert out[-1] == "rows=2 new=1 changed=0 same=0 unsure=0 problems=1"
    assert f"manage.py undo_import {number}" in out[-2]
    assert "Writing: 1 / 1" in err
    assert (path.parent / "list.rejected.csv").exists()
    out, _err = run("import_members", path, apply=True)
    assert out[-1] == "rows=2 new=0 changed=0 same=1 unsure=0 problems=1"
    assert "nothing to write" in out[-2]
    out, _err = run("undo_import", number)
    assert out == [f"Import {number} was taken back: 1 organisation."]
    assert not Organisation.objects.exists()


def test_a_workbook_gives_a_workbook_back(run, write_xlsx):
    path = write_xlsx(["Name", "Country"], ["Cedar", "Congo"])
    run("import_members", path, apply=True, verbosity=0)
    assert (path.parent / "list.rejected.xlsx").exists()


def test_plan_and_rejected_rows_go_where_they_are_told(run, path, tmp_path):
    out, err = run(
        "import_members", path, apply=True, save=tmp_path / "p.json", rejected=tmp_path / "r.csv", verbosity=0
    )
    assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["counts"]["new"] == 1
    assert (tmp_path / "r.csv").exists()
    assert err == ""
    assert not any(line.startswith("Row ") for line in out)


def test_a_file_that_lies_gets_one_sentence(run, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"")
    with pytest.raises(CommandError, match=r"^The file is empty\.$"):
        run("import_members", path)


def test_a_folder_that_is_not_there_is_told_before_anything_is_written(run, path, tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        run("import_members", path, apply=True, save=tmp_path / "nowhere" / "p.json")
    assert not Organisation.objects.exists()


def test_a_file_that_cannot_be_written_is_told(run, path, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("import_members", path, save=tmp_path)


def test_the_list_itself_is_not_overwritten(run, path):
    before = path.read_bytes()
    for option in ("save", "rejected"):
        with pytest.raises(CommandError, match="is the list itself"):
            run("import_members", path, apply=True, **{option: path})
    assert path.read_bytes() == before
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("device", ["/dev/full", "/dev/null"])
def test_a_device_is_written_to_and_never_put_away(run, path, device):
    if device == "/dev/full":
        with pytest.raises(CommandError, match="/dev/full cannot be written"):
            run("import_members", path, save=Path(device))
    else:
        run("import_members", path, save=Path(device))
    assert not Path(device).is_file()


class Closed(io.StringIO):
    """The output of a command whose reader has gone."""

    def write(self, _text):
        raise BrokenPipeError(32, "Broken pipe")


def test_who_stops_reading_still_gets_the_files_and_is_told_what_was_done(run, path):
    with pytest.raises(CommandError, match=r"could not be shown .* undo_import \d+ rows=2 new=1"):
        call_command("import_members", str(path), apply=True, stdout=Closed(), stderr=io.StringIO())
    assert Organisation.objects.count() == 1
    assert (path.parent / "list.rejected.csv").exists()


def test_letters_that_a_terminal_lacks_are_shown_as_codes(db, write_csv):
    path = write_csv(["Name", "Country"], ["خانه", "TR"])
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    call_command("import_members", str(path), stdout=out, stderr=io.StringIO())
    assert rb"\u062e" in out.buffer.getvalue()


def test_unsure_rows_can_be_taken_as_new(run, write_csv):
    path = write_csv(["Name", "Country"], ["Hope", "KE"], ["Hope", "UG"])
    out, _err = run("import_members", path, unsure="new", verbosity=0)
    assert out[-1] == "rows=2 new=2 changed=0 same=0 unsure=0 problems=0"


def test_what_was_edited_since_is_listed(run, path):
    run("import_members", path, apply=True, verbosity=0)
    number = ImportRun.objects.get().pk
    olive = Organisation.objects.get()
    olive.city = "Ezine"
    olive.save()
    err = io.StringIO()
    with pytest.raises(CommandError, match="were edited since"):
        call_command("undo_import", str(number), stderr=err)
    assert "TR-0001: organisation was changed" in err.getvalue()
    out, _err = run("undo_import", number, except_edited=True)
    assert out[0].startswith("Kept: TR-0001")
    assert out[-1] == f"Import {number} was taken back: 0 organisations."


def test_progress_is_not_shown_more_often_than_it_can_be_read(monkeypatch):
    class Terminal(io.StringIO):
        def write(self, text, ending="\n"):
            return super().write(text + ending)

    stream = Terminal()
    progress = Progress(stream)
    for done in range(0, 5000, 1000):
        progress("Reading", done, 5000)
    progress("Reading", 5000, 5000)
    assert stream.getvalue() == "Reading: 0 / 5000\nReading: 5000 / 5000\n"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress("Writing", 0, 1)
    assert stream.getvalue().endswith("Writing: 0 / 1\r")
