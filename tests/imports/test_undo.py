"""An import taken back: the exact earlier state, except what was edited since, which is named."""

import pytest

from members.actions import imports as deeds
from members.actions import organisations
from members.choices import NameKind
from members.imports.undo import UndoRefused, undo
from members.models import (
    AuditEvent,
    ImportRow,
    ImportRun,
    Membership,
    Organisation,
    OrganisationName,
    SearchPosting,
    Suspension,
)
from tests.factories import make_focus_area, make_member, make_organisation, make_person, make_representative

HEAD = [
    "Name",
    "Other names",
    "Country",
    "City",
    "Works in",
    "Focus",
    "Status",
    "Suspended since",
    "Member since",
]
CEDAR = ["Cedar", "Cedre", "LB", "Tyre", "SY", "Water", "suspended", "2020-01-01", "2010-01-01"]
OLIVE = ["Olive", "Zeytin", "TR", "Ezine", "SY", "Water", "", "", "2010-01-01"]


def everything() -> dict:
    """All rows an import can touch, without the counters that only rise."""
    facts = ["pk", "number", "country", "city", "sort_name"]
    return {
        "organisations": list(Organisation.objects.order_by("pk").values_list(*facts)),
        "names": list(OrganisationName.objects.order_by("pk").values_list("pk", "value", "kind")),
        "memberships": list(Membership.objects.order_by("pk").values_list("pk", "starts_on", "ends_on")),
        "suspensions": list(Suspension.objects.values_list("pk")),
        "works_in": list(Organisation.works_in.through.objects.values_list("organisation", "country")),
        "areas": list(Organisation.focus_areas.through.objects.values_list("organisation", "focusarea")),
        "postings": sorted(SearchPosting.objects.values_list("word", "name_id")),
    }


@pytest.fixture
def imported(carry_out, write_csv):
    """One organisation was there, is changed; another is new."""
    make_focus_area("water")
    make_member("Olive", city="Troy", since=None)
    before = everything()
    _plan, run = carry_out(write_csv(HEAD, OLIVE, CEDAR))
    return run, before


def test_everything_is_as_it_was(imported):
    run, before = imported
    assert everything() != before
    done = undo(run.pk)
    assert (done.organisations, done.refused) == (2, [])
    assert everything() == before
    run.refresh_from_db()
    assert run.undone_at is not None
    assert AuditEvent.objects.get(verb="undo_import").facts == {"organisations": 2, "refused": 0}


def test_the_history_keeps_what_was_done_and_undone(imported):
    run, _before = imported
    cedar = Organisation.objects.get(country="LB")
    undo(run.pk)
    lines = Organisation.history.filter(id=cedar.pk).order_by("history_id")
    assert list(lines.values_list("history_type", "history_change_reason")) == [
        ("+", f"Import {run.pk}: list.csv"),
        ("-", f"Import {run.pk} taken back: list.csv"),
    ]
    olive = Organisation.objects.get(country="TR")
    assert olive.history.latest().city == "Troy"
    assert olive.history.latest().works_in.count() == 0
    assert not ImportRow.objects.filter(run=run, outcome="new", organisation__isnull=False).exists()


def test_the_number_is_not_given_again(imported, carry_out, write_csv):
    run, _before = imported
    assert Organisation.objects.get(country="LB").number == "LB-0001"
    undo(run.pk)
    carry_out(write_csv(HEAD, CEDAR))
    assert Organisation.objects.get(country="LB").number == "LB-0002"


@pytest.mark.parametrize("run_is", ["unknown", "undone"])
def test_what_cannot_be_undone_is_refused(imported, run_is):
    run, _before = imported
    if run_is == "undone":
        undo(run.pk)
    with pytest.raises(UndoRefused, match="no import" if run_is == "unknown" else "already"):
        undo(run.pk if run_is == "undone" else run.pk + 1)


def edit_field():
    cedar = Organisation.objects.get(country="LB")
    cedar.city = "Sidon"
    cedar.save()


def add_name():
    organisations.add_name(Organisation.objects.get(country="LB"), value="Arz", kind=NameKind.ALIAS, by=None)


def edit_name():
    name = OrganisationName.objects.get(value="Cedre")
    name.value = "Cèdre"
    name.save()


def add_representative():
    make_representative(organisation=Organisation.objects.get(country="LB"), person=make_person())


def edit_membership():
    membership = Membership.objects.get(organisation__country="LB")
    membership.starts_on = "2011-01-01"
    membership.save()


@pytest.mark.parametrize("edit", [edit_field, add_name, edit_name, add_representative, edit_membership])
def test_what_was_edited_since_is_named_and_nothing_is_taken_back(imported, edit):
    run, _before = imported
    edit()
    after = everything()
    with pytest.raises(UndoRefused, match="were edited since") as refused:
        undo(run.pk)
    assert refused.value.reasons
    assert all(reason.startswith("LB-0001: ") for reason in refused.value.reasons)
    assert everything() == after
    run.refresh_from_db()
    assert run.undone_at is None


def test_the_rest_can_be_taken_back(imported):
    run, _before = imported
    edit_field()
    done = undo(run.pk, except_edited=True)
    assert done.organisations == 1
    assert len(done.refused) == 1
    assert Organisation.objects.get(country="LB").city == "Sidon"
    assert Organisation.objects.get(country="TR").city == "Troy"


def test_an_edit_of_something_else_does_not_stand_in_the_way(imported):
    run, _before = imported
    other = make_organisation("Fig")
    other.city = "Izmir"
    other.save()
    assert undo(run.pk).organisations == 2


def test_a_later_import_is_taken_back_first(imported, carry_out, write_csv):
    run, before = imported
    _plan, later = carry_out(write_csv(["Name", "Country", "Other names"], ["Cedar", "LB", "Arz"]))
    with pytest.raises(UndoRefused) as refused:
        undo(run.pk)
    assert any(f"Import {later.pk} wrote to it later" in reason for reason in refused.value.reasons)
    undo(later.pk)
    undo(run.pk)
    assert everything() == before


def test_later_imports_that_were_taken_back_stand_in_no_way(imported, carry_out, write_csv):
    run, before = imported
    after = everything()
    head = ["Name", "Country", "City", "Member since"]
    _plan, later = carry_out(write_csv(head, ["Cedar", "LB", "Sidon", ""], ["Olive", "TR", "Assos", ""]))
    with pytest.raises(UndoRefused):
        undo(run.pk)
    undo(later.pk)
    assert everything() == after
    undo(run.pk)
    assert everything() == before


def test_what_a_later_import_kept_when_it_was_taken_back_stands_in_the_way(imported, carry_out, write_csv):
    run, _before = imported
    _plan, later = carry_out(write_csv(["Name", "Country", "City"], ["Cedar", "LB", "Sidon"]))
    edit_field()
    undo(later.pk, except_edited=True)
    with pytest.raises(UndoRefused, match="were edited since"):
        undo(run.pk)


def test_rows_of_one_society_are_taken_back_together(carry_out, write_csv):
    before = everything()
    head = ["Name", "Name (fr)", "Country", "Website"]
    rows = [["Cedar Relief", "Cèdre", "GB", "cedar.example.org"], ["Cedar Relief", "Cèdre", "GI", ""]]
    _plan, run = carry_out(write_csv(head, *rows))
    assert undo(run.pk).organisations == 1
    assert everything() == before


def test_a_run_that_never_wrote_leaves_no_trace(carry_out, write_csv):
    _plan, run = carry_out(write_csv(["Name", "Country"], ["Olive", "Congo"]))
    assert run is None
    assert not ImportRun.objects.exists()


def test_the_limits_of_the_connection_come_back(db):
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("SQLite has these limits")
    with connection.cursor() as cursor:
        before = [cursor.execute(f"PRAGMA {name}").fetchone() for name in ("busy_timeout", "cache_size")]
        with deeds.alone():
            assert cursor.execute("PRAGMA busy_timeout").fetchone() == (deeds.PATIENCE * 1000,)
        assert [
            cursor.execute(f"PRAGMA {name}").fetchone() for name in ("busy_timeout", "cache_size")
        ] == before
