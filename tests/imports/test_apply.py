"""A plan carried out: what it writes, and that a second time it writes nothing."""

import datetime
import random

import pytest

from members.choices import Audience, DecisionKind, MembershipStatus, NameKind
from members.models import (
    AuditEvent,
    Decision,
    ImportRow,
    ImportRun,
    Membership,
    Organisation,
    OrganisationName,
    Revision,
    SearchPosting,
    Suspension,
)
from tests.factories import make_focus_area, make_member, make_organisation
from tests.imports.conftest import outcomes, said

FULL = [
    "Name", "Acronym", "Other names", "Former name", "Name (Arabic)", "Country", "City", "Founded", "Type",
    "Focus",
    "Website", "E-mail", "Phone", "Registration number", "Works in", "Member since", "Class", "Address",
]  # fmt: skip
OLIVE = [
    "Olive Valley Association", "OVA", "Zeytin Vadisi Derneği; Olive Vale (OV)", "Olive Club",
    "جمعية وادي الزيتون",
    "Türkiye", "Ezine", "1998", "Association", "Water", "www.olive.example.org", "office@olive.example.org",
    "0286 217 00 00", "TR-17", "Syria; Lebanon", "2009-03-12", "Observer", "Harbour Street 1\nEzine",
]  # fmt: skip


def test_everything_a_row_says_is_in_the_register(carry_out, write_csv):
    make_focus_area("water")
    before = Revision.objects.get().number
    plan, run = carry_out(write_csv(FULL, OLIVE))
    assert outcomes(plan) == ["new"], said(plan, 0)
    found = Organisation.objects.get()
    assert found.number == "TR-0001"
    assert (found.city, found.founded_year, found.kind) == ("Ezine", 1998, "association")
    assert found.website == "https://www.olive.example.org"
    assert (found.email, found.phone) == ("office@olive.example.org", "+90 286 217 00 00")
    assert found.address == "Harbour Street 1\nEzine"
    assert found.legal_number == "TR-17"
    assert found.sort_name == "olive valley association"
    assert {found.email_audience, found.phone_audience, found.address_audience} == {Audience.SECRETARIAT}
    assert set(found.works_in.values_list("pk", flat=True)) == {"SY", "LB"}
    assert found.focus_areas.get().slug == "water"
    names = {(name.value, name.kind, name.language) for name in found.names.all()}
    assert names == {
        ("Olive Valley Association", NameKind.OFFICIAL, ""),
        ("OVA", NameKind.ACRONYM, ""),
        ("Zeytin Vadisi Derneği", NameKind.ALIAS, ""),
        ("Olive Vale", NameKind.ALIAS, ""),
        ("OV", NameKind.ACRONYM, ""),
        ("Olive Club", NameKind.FORMER, ""),
        ("جمعية وادي الزيتون", NameKind.TRANSLATION, "ar"),
    }
    membership = found.memberships.get()
    assert membership.membership_class.slug == "observer"
    assert membership.starts_on == datetime.date(2009, 3, 12)
    assert membership.admitted_by.kind == DecisionKind.RECORDED
    assert SearchPosting.objects.filter(organisation=found, word="olive").exists()
    assert Revision.objects.get().number == before + 1
    assert run.counts == plan.counts


def test_every_change_is_in_the_history_and_the_run_is_one_deed(carry_out, write_csv):
    _plan, run = carry_out(write_csv(FULL[:-1], OLIVE[:-1]))
    reason = f"Import {run.pk}: list.csv"
    found = Organisation.objects.get()
    line = found.history.get()
    assert (line.history_type, line.history_change_reason) == ("+", reason)
    assert {relation.country_id for relation in line.works_in.all()} == {"SY", "LB"}
    for model in (OrganisationName, Membership):
        assert set(model.history.values_list("history_change_reason", flat=True)) == {reason}
    assert AuditEvent.objects.get(verb="import_members").facts["new"] == 1
    row = ImportRow.objects.get()
    assert (row.row_number, row.outcome, row.organisation) == (2, "new", found)
    assert run.finished_at is not None


def test_the_same_file_again_changes_nothing_also_in_another_order(carry_out, write_csv):
    rows = [
        ["Cedar Relief", "Secours du Cèdre", "GB", "cedar.example.org"],
        ["Cedar Relief", "Secours du Cèdre", "GI", ""],
        ["Hope", "", "KE", ""],
        ["Hope", "", "UG", ""],
        ["Sunrise Trust", "", "KE", ""],
        ["Sunrize Trust", "", "KE", ""],
    ]
    head = ["Name", "Name (fr)", "Country", "Website"]
    first, _run = carry_out(write_csv(head, *rows))
    assert first.counts == {"rows": 6, "new": 3, "changed": 0, "same": 1, "unsure": 2, "problems": 0}
    random.Random(7).shuffle(rows)
    second, run = carry_out(write_csv(head, *rows))
    assert second.counts == {"rows": 6, "new": 0, "changed": 0, "same": 4, "unsure": 2, "problems": 0}
    assert run is None
    assert ImportRun.objects.count() == 1
    assert Organisation.objects.count() == 3


class TestExisting:
    def test_empty_leaves_hyphen_clears_and_a_value_replaces(self, carry_out, write_csv):
        olive = make_organisation(
            "Olive", city="Ezine", website="https://olive.example.org", founded_year=1998
        )
        plan, _run = carry_out(
            write_csv(
                ["Name", "Country", "City", "Website", "Founded", "E-mail"],
                ["Olive", "TR", "", "-", "1999", "-"],
            )
        )
        olive.refresh_from_db()
        assert (olive.city, olive.website, olive.founded_year) == ("Ezine", "", 1999)
        assert outcomes(plan) == ["changed"]
        assert "email" not in plan.rows[0].changes.facts

    def test_what_cannot_be_cleared_is_a_problem_and_names_stay(self, carry_out, write_csv):
        make_organisation("Olive")
        plan, _run = carry_out(write_csv(["Name", "Country", "Status", "Acronym"], ["Olive", "TR", "-", "-"]))
        assert "cannot be cleared" in said(plan, 0)
        assert "Names are never removed" in said(plan, 0)

    def test_a_change_raises_the_version_and_notes_relations(self, carry_out, write_csv):
        olive = make_organisation("Olive")
        carry_out(write_csv(["Name", "Country", "Works in"], ["Olive", "TR", "Syria"]))
        olive.refresh_from_db()
        assert olive.version == 2
        assert olive.history.latest().works_in.get().country_id == "SY"

    def test_a_second_row_only_fills_what_is_empty(self, carry_out, write_csv):
        plan, _run = carry_out(
            write_csv(
                ["Name", "Country", "City", "Website", "Founded"],
                ["Olive", "TR", "Ezine", "olive.example.org", ""],
                ["Olive", "TR", "Troy", "", "1998"],
            )
        )
        olive = Organisation.objects.get()
        assert (olive.city, olive.founded_year) == ("Ezine", 1998)
        assert "“Troy” is left aside, “Ezine” stays" in said(plan, 1)

    def test_another_official_name_is_added_and_the_old_one_stays(self, carry_out, write_csv):
        olive = make_organisation("Olive")
        carry_out(write_csv(["Number", "Name"], [olive.number, "Zeytin"]))
        assert olive.official_name.value == "Olive"
        assert olive.names.get(value="Zeytin").kind == NameKind.ALIAS

    def test_an_unknown_first_day_is_filled_other_differences_are_only_said(self, carry_out, write_csv):
        path = write_csv(["Name", "Country"], ["Olive", "TR"])
        carry_out(path)
        head = ["Name", "Country", "Member since", "Status", "Suspended since", "Class"]
        plan, _run = carry_out(
            write_csv(head, ["Olive", "TR", "2010-05-01", "suspended", "2020-01-01", "Observer"])
        )
        membership = Membership.objects.get()
        assert membership.starts_on == datetime.date(2010, 5, 1)
        assert membership.version == 2
        assert "knows of no suspension" in said(plan, 0)
        assert "another class" in said(plan, 0)
        plan, _run = carry_out(
            write_csv(
                ["Name", "Country", "Member since", "Member until", "Status"],
                ["Olive", "TR", "2011-01-01", "2020-01-01", "resigned"],
            )
        )
        assert outcomes(plan) == ["same"]
        assert "another first day" in said(plan, 0)
        assert "no end of the membership" in said(plan, 0)
        assert Membership.objects.get().ends_on is None

    def test_a_member_stays_in_its_class(self, carry_out, write_csv):
        olive = make_member("Olive")
        plan, run = carry_out(write_csv(["Name", "Country"], ["Olive", "TR"]))
        assert (outcomes(plan), run) == (["same"], None)
        assert olive.memberships.count() == 1


class TestMembership:
    HEAD = ["Name", "Country", "Status", "Member since", "Member until", "Suspended since"]

    def test_former_members_end_on_their_last_day(self, carry_out, write_csv):
        carry_out(write_csv(self.HEAD, ["Olive", "TR", "expelled", "2001-01-01", "2015-06-30", ""]))
        membership = Membership.objects.get()
        assert (membership.ends_on, membership.how_ended) == (datetime.date(2015, 6, 30), "expelled")
        assert membership.ended_by == Decision.objects.get()
        olive = Organisation.objects.get()
        assert olive.status_for(datetime.date(2015, 6, 30)) == MembershipStatus.MEMBER
        assert olive.status_for(datetime.date(2015, 7, 1)) == MembershipStatus.FORMER

    def test_suspended_members_are_suspended(self, carry_out, write_csv):
        carry_out(write_csv(self.HEAD, ["Olive", "TR", "معلقة", "2001-01-01", "", "2020-01-01"]))
        assert Suspension.objects.get().starts_on == datetime.date(2020, 1, 1)
        assert Organisation.objects.get().status_for() == MembershipStatus.SUSPENDED

    @pytest.mark.parametrize(
        ("cells", "problem"),
        [
            (["former", "", "", ""], "needs its last day"),
            (["suspended", "", "", ""], "needs the day it began"),
            (["", "", "2020-01-01", ""], "says how the membership ended"),
            (["resigned", "2020-01-01", "2019-01-01", ""], "last day is before the first"),
            (["", "", "", "2020-01-01"], "needs the status “suspended”"),
            (["suspended", "2020-01-01", "", "2019-01-01"], "outside of the membership"),
            (["", "03/04/2020", "", ""], "two different days"),
        ],
    )
    def test_a_status_that_cannot_be_is_a_problem_and_never_a_member(
        self, carry_out, write_csv, cells, problem
    ):
        plan, run = carry_out(write_csv(self.HEAD, ["Olive", "TR", *cells]))
        assert (outcomes(plan), run) == (["problem"], None)
        assert problem in said(plan, 0)
        assert not Organisation.objects.exists()


def test_names_are_indexed_while_a_long_list_is_written(carry_out, write_csv, monkeypatch):
    monkeypatch.setattr("members.actions.imports.INDEXED_AT_ONCE", 1)
    monkeypatch.setattr("members.imports.apply.BATCH", 1)
    carry_out(write_csv(["Name", "Country"], ["Olive", "TR"], ["Cedar", "LB"]))
    assert set(SearchPosting.objects.values_list("word", flat=True)) == {"olive", "cedar"}


def test_numbers_are_given_in_the_order_of_the_file(carry_out, write_csv):
    carry_out(write_csv(["Name", "Country"], ["B", "TR"], ["A", "TR"], ["C", "LB"]))
    found = OrganisationName.objects.order_by("organisation__number").values_list(
        "organisation__number", "value"
    )
    assert list(found) == [("LB-0001", "C"), ("TR-0001", "B"), ("TR-0002", "A")]


def test_columns_and_values_can_be_told(carry_out, write_csv, tmp_path):
    columns = tmp_path / "columns.json"
    columns.write_text(
        '{"Foo": "name", "Bar": "country",'
        ' "Baz": {"field": "kind", "values": {"NGO": "association", "x": "ignore"}},'
        ' "Qux": "name:tr", "Old": "ignore"}',
        encoding="utf-8",
    )
    path = write_csv(
        ["Foo", "Bar", "Baz", "Qux", "Old"],
        ["Olive", "TR", "ngo", "Zeytin", "a"],
        ["Fig", "TR", "X", "", "b"],
    )
    carry_out(path, columns_file=columns)
    assert list(Organisation.objects.order_by("number").values_list("kind", flat=True)) == ["association", ""]
    assert OrganisationName.objects.get(value="Zeytin").language == "tr"
