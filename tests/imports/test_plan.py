"""What each row would do, said before anything is written: new, changed, same, unsure or a problem."""

import pytest

from members.imports.plan import summary_line
from members.imports.problems import FileRefused
from members.models import ImportRun, MembershipClass, Organisation
from tests.factories import make_organisation
from tests.imports.conftest import outcomes, said

HEAD = ["Name", "Country", "Registration number"]


def test_a_plan_writes_nothing_and_its_counts_add_up(make_plan, write_csv):
    plan = make_plan(
        write_csv(
            ["Name", "Country", "Founded"],
            ["Olive Valley", "Türkiye", "1998"],
            ["Cedar House", "Lebanon", "98"],
            ["Date Palm", "Congo", ""],
        )
    )
    assert outcomes(plan) == ["new", "problem", "problem"]
    assert summary_line(plan.counts) == "rows=3 new=1 changed=0 same=0 unsure=0 problems=2"
    assert plan.rows[0].row.country == "TR"
    assert plan.rows[2].row.country is None
    assert "Founded (C): “98” has two digits" in said(plan, 1)
    assert not Organisation.objects.exists()
    assert not ImportRun.objects.exists()


def test_the_head_of_the_plan_says_how_the_file_was_read(make_plan, write_csv):
    plan = make_plan(
        write_csv(
            ["Name", "Country", "Type", "Remarks"],
            ["Olive", "TR", "nonprofit", "x"],
            ["Fig", "TR", "NGO", "y"],
        )
    )
    head = " ".join(plan.notes)
    assert "Read as UTF-8" in head
    assert "Not imported: Remarks" in head
    assert "“nonprofit” (1)" in head
    assert "class “full”" in head
    assert "first day of membership" in head


def test_without_a_class_for_imported_members_nothing_is_planned(make_plan, write_csv):
    MembershipClass.objects.update(is_default=False)
    with pytest.raises(FileRefused, match="class of imported members"):
        make_plan(write_csv(["Name", "Country"], ["Olive", "TR"]))


def test_many_unknown_words_are_counted_beyond_the_first(make_plan, write_csv):
    rows = [[f"Olive {n}", "TR", f"Kindless {n}"] for n in range(14)]
    plan = make_plan(write_csv(["Name", "Country", "Type"], *rows))
    assert any("and 2 more" in note for note in plan.notes)


class TestAgainstTheRegister:
    @pytest.fixture
    def olive(self, db):
        return make_organisation("Olive Valley Association", legal_number="TR-17")

    def test_by_number(self, make_plan, write_csv, olive):
        plan = make_plan(
            write_csv(["Number", "Name", "City"], [olive.number, "Olive Valley Association", "Ezine"])
        )
        assert outcomes(plan) == ["changed"]
        assert plan.rows[0].reason == "same number"
        assert "city: “” becomes “Ezine”" in plan.rows[0].changes.in_words()

    def test_a_number_nobody_has_is_a_problem(self, make_plan, write_csv, olive):
        plan = make_plan(write_csv(["Number", "Name"], ["TR-9999", "Olive Valley Association"]))
        assert outcomes(plan) == ["problem"]
        assert [str(message) for message in plan.rows[0].messages()] == [
            "Number (A): The number TR-9999 is not in the register."
        ]

    def test_a_number_with_another_name_and_country_is_unsure(self, make_plan, write_csv, olive):
        plan = make_plan(write_csv(["Number", "Name", "Country"], [olive.number, "Cedar House", "LB"]))
        assert outcomes(plan) == ["unsure"]

    def test_by_legal_number_and_country_though_the_name_differs(self, make_plan, write_csv, olive):
        plan = make_plan(write_csv(HEAD, ["Zeytin Vadisi", "TR", "tr 17"]))
        assert plan.rows[0].reason == "same legal number and country"
        assert "the official name stays “Olive Valley Association”" in said(plan, 0)

    def test_by_name_and_country(self, make_plan, write_csv, olive):
        plan = make_plan(write_csv(["Name", "Country"], ["OLIVE valley  Association", "TR"]))
        assert plan.rows[0].reason == "same name and country"

    def test_the_same_name_with_another_legal_number_of_its_kind_is_unsure(self, make_plan, write_csv, olive):
        plan = make_plan(write_csv(HEAD, ["Olive Valley Association", "TR", "TR-18"]))
        assert outcomes(plan) == ["unsure"]
        assert "another legal number" in said(plan, 0)

    def test_number_of_one_and_name_of_another_is_unsure(self, make_plan, write_csv, olive):
        make_organisation("Cedar House")
        plan = make_plan(write_csv(HEAD, ["Cedar House", "TR", "TR-17"]))
        assert outcomes(plan) == ["unsure"]
        assert "its name that of" in said(plan, 0)

    def test_two_of_one_name_are_unsure(self, make_plan, write_csv, olive):
        make_organisation("Olive Valley Association", legal_number="TR-18")
        plan = make_plan(write_csv(["Name", "Country"], ["Olive Valley Association", "TR"]))
        assert "as several" in said(plan, 0)
        plan = make_plan(write_csv(HEAD, ["Olive Valley Association", "TR", "TR-18"]))
        assert outcomes(plan) == ["changed"]  # it becomes a member

    def test_the_same_name_in_another_country_is_unsure_unless_legal_numbers_differ(
        self, make_plan, write_csv, olive
    ):
        plan = make_plan(write_csv(HEAD, ["Olive Valley Association", "LB", ""]))
        assert outcomes(plan) == ["unsure"]
        assert "in another country" in said(plan, 0)
        plan = make_plan(write_csv(HEAD, ["Olive Valley Association", "LB", "TR-99"]))
        assert outcomes(plan) == ["new"]
        plan = make_plan(write_csv(HEAD, ["Olive Valley Association", "LB", "TR-17"]))
        assert plan.rows[0].reason == "same legal number and name"

    def test_a_like_name_is_unsure_and_names_the_other(self, make_plan, write_csv, olive):
        plan = make_plan(write_csv(["Name", "Country"], ["Olive Valey Asociation", "TR"]))
        assert outcomes(plan) == ["unsure"]
        assert f"very like that of {olive.number} (Olive Valley Association, TR)" in said(plan, 0)

    def test_another_name_of_it_is_unsure(self, make_plan, write_csv, olive):
        plan = make_plan(
            write_csv(["Name", "Country", "Other names"], ["Zeytin", "TR", "Olive Valley Association"])
        )
        assert "One of its names is a name of" in said(plan, 0)

    def test_the_secretary_decides_in_the_file_or_for_all(self, make_plan, write_csv, olive):
        path = write_csv(["Number", "Name", "Country"], ["new", "Olive Valey Asociation", "TR"])
        assert outcomes(make_plan(path)) == ["new"]
        path = write_csv(["Name", "Country"], ["Olive Valey Asociation", "TR"])
        assert outcomes(make_plan(path, take_unsure=True)) == ["new"]

    def test_a_merged_organisation_leads_to_the_one_it_was_merged_into(self, make_plan, write_csv, olive):
        old = make_organisation("Old Olive")
        older = make_organisation("Oldest Olive")
        Organisation.objects.filter(pk=old.pk).update(merged_into=olive)
        Organisation.objects.filter(pk=older.pk).update(merged_into=old)
        plan = make_plan(write_csv(["Number", "Name"], [older.number, "Oldest Olive"]))
        assert plan.rows[0].entry.number == olive.number

    def test_numbers_of_two_registers_do_not_meet(self, make_plan, write_csv, olive):
        Organisation.objects.filter(pk=olive.pk).update(legal_register="Tax office")
        plan = make_plan(write_csv([*HEAD, "Legal register"], ["Fig Tree", "TR", "TR-17", "Chamber"]))
        assert outcomes(plan) == ["new"]


class TestWithinOneFile:
    NAMES = ["Name", "Name (French)", "Country", "Website", "Status", "City"]

    def test_rows_of_one_society_in_other_countries_are_the_same(self, make_plan, write_csv):
        plan = make_plan(
            write_csv(
                self.NAMES,
                ["Cedar Relief", "Secours du Cèdre", "Gibraltar", "", "territory", ""],
                ["Cedar Relief", "Secours du Cèdre", "United Kingdom", "cedar.example.org", "", ""],
                ["Cedar Relief", "Secours du Cèdre", "Nowhere Rock", "", "territory", ""],
            )
        )
        assert outcomes(plan) == ["same", "new", "problem"]
        assert "Same organisation as row 3 (same names)" in said(plan, 0)
        assert plan.rows[0].changes.works_in == ["GI"]
        assert "Its names are those of row 3" in said(plan, 2)

    def test_in_another_city_it_is_unsure(self, make_plan, write_csv):
        plan = make_plan(
            write_csv(
                self.NAMES,
                ["Cedar Relief", "Secours du Cèdre", "FR", "", "", "Lyon"],
                ["Cedar Relief", "Secours du Cèdre", "LB", "cedar.example.org", "", "Tyre"],
            )
        )
        assert outcomes(plan) == ["unsure", "new"]

    def test_one_name_in_two_countries_is_unsure_and_the_fuller_row_goes_in(self, make_plan, write_csv):
        rows = [["Hope", "KE", ""], ["Hope", "UG", "Kampala"]]
        plan = make_plan(write_csv(["Name", "Country", "City"], *rows))
        assert outcomes(plan) == ["unsure", "new"]
        plan = make_plan(write_csv(["Name", "Country", "City"], *rows[::-1]))
        assert outcomes(plan) == ["new", "unsure"]

    def test_an_unknown_status_alone_is_a_problem(self, make_plan, write_csv):
        plan = make_plan(write_csv(["Name", "Country", "Status"], ["Hope", "KE", "inactive"]))
        assert outcomes(plan) == ["problem"]
        assert "“inactive” is no status of a membership" in said(plan, 0)

    def test_a_society_grows_with_its_rows_until_nothing_more_is_sure(self, make_plan, write_csv):
        """The third row shares two names with what the first two make together."""
        plan = make_plan(
            write_csv(
                ["Name", "Other names", "Country", "City", "Website"],
                ["Alpha Trust", "Beta Trust; Gamma Trust", "KE", "Nairobi", "alpha.example.org"],
                ["Alpha Trust", "Delta Trust", "UG", "", ""],
                ["Alpha Trust", "Delta Trust; Beta Trust", "KE", "", ""],
            )
        )
        assert outcomes(plan) == ["new", "same", "same"]
