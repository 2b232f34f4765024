"""Lists: what they show, find, filter and refuse, and what they cost."""

import datetime

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.actions import people
from members.models import AuditEvent, Country, Organisation
from members.models.base import today
from tests.admin.conftest import browser_of, make_user
from tests.factories import (
    end,
    make_member,
    make_organisation,
    make_person,
    make_representative,
    suspend,
)

pytestmark = pytest.mark.django_db
LIST = reverse("admin:members_organisation_changelist")


def numbers(browser, **asked) -> list[str]:
    response = browser.get(LIST, asked)
    assert response.status_code == 200, response.status_code
    return [row.number for row in response.context["cl"].result_list]


class TestColumns:
    def test_a_row(self, browser, chief):
        member = make_member(names=[("Selvi River Foundation", "translation", "en"), ("SEV", "acronym", "")])
        make_representative(member)
        Organisation.objects.update(confirmed_on=today())
        page = browser.get(LIST).content.decode()
        assert '<bdi lang="en" dir="ltr">Selvi River Foundation</bdi>' in page
        assert '<small class="quiet"><bdi lang="tr" dir="ltr">Selvi Irmağı Eğitim Vakfı</bdi></small>' in page
        for text in ("TR-0001", "Türkiye", "Foundation", "Member", "<bdi>Elif Karaca</bdi>", "en tr"):
            assert text in page
        assert "vacant" not in page.split("tbody>")[1]
        assert 'class="age"' not in page

    def test_what_is_missing_is_marked(self, browser, member):
        page = browser.get(LIST).content.decode()
        assert '<span class="age">vacant</span>' in page
        assert 'Not within 12 months">never</span>' in page
        Organisation.objects.update(confirmed_on=datetime.date(2020, 1, 1))
        assert 'class="age" title="Not within 12 months">2020-01-01' in browser.get(LIST).content.decode()

    def test_an_organisation_without_names_still_has_a_row(self, browser, member):
        member.names.all().delete()
        assert numbers(browser) == [member.number]

    def test_names_of_people_are_for_those_who_may_know_them(self, browser, viewer, chief):
        member = make_member()
        mandate = make_representative(member)
        assert "Elif Karaca" not in viewer.get(LIST).content.decode()
        assert "appointed" in viewer.get(LIST).content.decode()
        people.seal(mandate.person, by=chief, reason="At risk.")
        clerk = browser_of(make_user("clerk", "view_organisation", "view_person", "view_representative"))
        page = clerk.get(LIST).content.decode()
        assert "Sealed" not in page
        assert "appointed" in page
        assert f"Sealed person {mandate.person_id}" in browser.get(LIST).content.decode()


class TestFilters:
    @pytest.fixture(autouse=True)
    def _register(self, db):
        self.member = make_member(focus=["education"], confirmed_on=today())
        self.suspended = make_member("Göl Derneği", country="JO", language="ar", kind="network")
        suspend(self.suspended)
        self.former = make_member("Eski Vakıf", since=datetime.date(2001, 1, 1))
        end(self.former)
        self.candidate = make_organisation("Aday Derneği", confirmed_on=datetime.date(2020, 1, 1))
        make_representative(self.member, ends_on=today() + datetime.timedelta(days=30))

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({}, "suspended member"),
            ({"status": "all"}, "candidate former suspended member"),
            ({"status": "suspended"}, "suspended"),
            ({"status": "former"}, "former"),
            ({"status": "none"}, "candidate"),
            ({"country": "JO"}, "suspended"),
            ({"country": ""}, "suspended member"),
            ({"region": "145"}, "suspended member"),
            ({"region": "150"}, ""),
            ({"kind": "network"}, "suspended"),
            ({"kind": "unknown"}, ""),
            ({"focus": "education"}, "member"),
            ({"representative": "appointed"}, "member"),
            ({"representative": "vacant"}, "suspended"),
            ({"representative": "ending"}, "member"),
            ({"confirmed": "recent"}, "member"),
            ({"confirmed": "old", "status": "all"}, "candidate former suspended"),
            ({"confirmed": "never"}, "suspended"),
            ({"missing": "tr"}, "suspended"),
            ({"missing": "en"}, "suspended member"),
            ({"admitted_from": "2005-01-01", "status": "all"}, "suspended member"),
            ({"admitted_until": "2005-01-01", "status": "all"}, "former"),
            ({"admitted_from": "2009-01-01", "admitted_until": "2010-01-01"}, "suspended member"),
        ],
    )
    def test_filter(self, browser, asked, found):
        expected = [getattr(self, name).number for name in found.split()]
        assert sorted(numbers(browser, **asked)) == sorted(expected)

    def test_filters_keep_one_another(self, browser):
        page = browser.get(LIST, {"region": "145", "q": "göl"}).content.decode()
        assert '<input type="hidden" name="region" value="145">' in page
        assert '<input type="hidden" name="q" value="göl">' in page

    @pytest.mark.parametrize(
        "asked",
        [
            {"status": "x"}, {"country": "XX"}, {"country": "a" * 300}, {"region": "999"}, {"kind": "'"},
            {"focus": "no"}, {"admitted_from": "32 May"}, {"missing": "xx"},
        ],
    )  # fmt: skip
    def test_a_value_that_makes_no_sense_is_said_and_left_out(self, browser, asked):
        response = browser.get(LIST, asked)
        assert response.status_code == 302
        assert "made no sense" in browser.get(response.url).content.decode()


class TestLookups:
    FIELDS = [
        field.name for field in Organisation._meta.get_fields() if field.concrete and not field.many_to_many
    ] + ["names__value", "representatives__person__full_name", "memberships"]

    @pytest.mark.parametrize("field", FIELDS)
    def test_no_column_can_be_asked_for(self, viewer, member, field):
        lookups = ["", "__exact", "__startswith", "__regex", "__gt", "__lt", "__in", "__isnull", "__iexact"]
        for lookup in lookups:
            if f"{field}{lookup}" not in {"country", "kind"}:
                assert viewer.get(LIST, {f"{field}{lookup}": "("}).status_code == 400, f"{field}{lookup}"

    @pytest.mark.parametrize("name", ["_connector", "_negated", "x__y", "é", "members__password__startswith"])
    def test_unknown_parameters(self, viewer, name):
        assert viewer.get(LIST, {name: "1"}).status_code == 400

    @pytest.mark.parametrize("model", sorted(admin.site._registry, key=str), ids=str)
    def test_no_list_answers_by_private_columns(self, browser, model):
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for field in model._meta.concrete_fields:
            for lookup in ("startswith", "regex", "gt", "contains"):
                status = browser.get(address, {f"{field.name}__{lookup}": "("}).status_code
                assert status in {400, 302}, f"{field.name}__{lookup}"

    def test_fields_that_may_not_be_a_popups_key(self, browser):
        assert browser.get(LIST, {"_to_field": "email"}).status_code == 400

    @pytest.mark.parametrize("model", sorted(admin.site._registry, key=str), ids=str)
    @pytest.mark.parametrize("order", ["1", "-1.2.-3", "99", "x", "-", "9" * 5000, "1.1.1.1"])
    def test_order_by_anything(self, browser, model, order):
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        assert browser.get(address, {"o": order[:3000]}).status_code in {200, 302}

    def test_only_named_columns_sort(self, browser):
        make_member("Zeytin Vakfı", country="DE")
        make_member("Akasya Vakfı", country="TR")
        assert numbers(browser, o="1") == ["DE-0001", "TR-0001"]
        assert numbers(browser, o="-2") == ["DE-0001", "TR-0001"]
        assert numbers(browser, o="2") == ["TR-0001", "DE-0001"]
        assert numbers(browser, o="3") == numbers(browser, o="-3")

    def test_what_is_empty_stands_last(self, browser):
        for name, day in [("Akasya", None), ("Ceviz", datetime.date(2025, 5, 1)), ("Nar", today())]:
            make_member(f"{name} Vakfı", confirmed_on=day)
        assert numbers(browser, o="8") == ["TR-0002", "TR-0003", "TR-0001"]
        assert numbers(browser, o="-8") == ["TR-0003", "TR-0002", "TR-0001"]

    def test_null_and_endless_words(self, browser):
        assert browser.get(f"{LIST}?q=%00").status_code == 400
        assert browser.get(f"{LIST}?q=%ED%A0%80%FF").status_code == 200
        for model in admin.site._registry:
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            assert browser.get(address, {"q": "a " * 1_000}).status_code in {200, 302}
            assert browser.get(address, {"q": "(a+)+$ % _ ' \" \\ ＝1"}).status_code in {200, 302}


class TestSearch:
    @pytest.fixture(autouse=True)
    def _register(self, db):
        self.member = make_member(
            names=[("مؤسسة نهر السرو", "translation", "ar")],
            email="office@example.org",
            phone="+902120000000",
        )
        self.former = make_member("Eski Vakıf", since=datetime.date(2001, 1, 1))
        end(self.former)
        self.mandate = make_representative(self.member)

    @pytest.mark.parametrize(
        "typed", ["selvi", "TR-0001", "نهر", "OFFICE@example.org", "+90 212 000 00 00", "elif kar"]
    )
    def test_found(self, browser, typed):
        assert numbers(browser, q=typed)[0] == "TR-0001"

    def test_pages_follow_one_another_in_order(self, browser):
        for number in range(52):
            make_member(f"Vakıf {number:02}")
        first, second = numbers(browser, status="all"), numbers(browser, status="all", p="2")
        assert len(first) == 50
        assert [*first, *second] == [row.number for row in Organisation.objects.in_order()]

    def test_nothing_found(self, browser):
        assert numbers(browser, q="zzzzqqq@") == []
        assert numbers(browser, q="   ") == ["TR-0001"]

    def test_a_former_member_is_found_without_asking_for_it(self, browser):
        assert numbers(browser, q="eski") == ["TR-0002"]
        assert numbers(browser, q="eski", status="current") == []

    def test_the_exact_name_comes_first_unless_an_order_is_asked_for(self, browser):
        make_member("Aa Selvi")
        make_member("Selvi")
        assert numbers(browser, q="selvi")[0] == "TR-0004"
        assert numbers(browser, q="selvi", o="1")[0] == "TR-0001"

    def test_people_are_no_way_in_for_those_who_do_not_know_them(self, viewer, browser, chief):
        assert numbers(viewer, q="elif karaca") == []
        people.seal(self.mandate.person, by=chief, reason="At risk.")
        assert numbers(browser, q="elif karaca") == []


class TestCost:
    """At most twenty queries, and no more for many rows than for few."""

    def queries(self, browser, address, **asked) -> int:
        browser.get(address, asked)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert browser.get(address, asked).status_code == 200
        return len(captured)

    def fill(self, count):
        for number in range(count):
            member = make_member(
                f"Vakıf {number} {count}", names=[(f"Foundation {number} {count}", "translation", "en")]
            )
            make_representative(member, f"Person {number}")
            make_person(f"Other {number}")

    @pytest.mark.parametrize(
        "name",
        [
            "organisation",
            "person",
            "representative",
            "decision",
            "auditevent",
            "document",
            "country",
            "pagetext",
            "user",
        ],
    )
    def test_lists(self, browser, name):
        address = reverse(f"admin:members_{name}_changelist")
        self.fill(3)
        few = self.queries(browser, address)
        self.fill(27)
        assert self.queries(browser, address) == few
        assert few <= 20

    def test_the_members_list_searched_and_filtered(self, browser):
        asked = {"q": "vakif", "region": "145", "representative": "appointed", "missing": "ar"}
        self.fill(3)
        few = self.queries(browser, LIST, **asked)
        self.fill(27)
        assert self.queries(browser, LIST, **asked) == few <= 20

    def test_the_page_and_the_history_of_a_member(self, browser, chief, document):
        member = document.organisation
        pages = [
            reverse(f"admin:members_organisation_{page}", args=[member.pk]) for page in ("change", "history")
        ]
        self.grow(member, 2, chief)
        few = [self.queries(browser, page) for page in pages]
        self.grow(member, 20, chief)
        assert [self.queries(browser, page) for page in pages] == few
        assert max(few) <= 25

    def grow(self, member, count, by):
        for number in range(count):
            member.names.create(value=f"Name {number} {count}", kind="alias")
            year = 1900 + number * 3 + count
            term = {"starts_on": datetime.date(year, 1, 1), "ends_on": datetime.date(year, 2, 1)}
            make_representative(member, f"Person {number}", by=by, **term)

    def test_an_autocomplete_is_short(self, browser):
        for number in range(30):
            make_person(f"Person {number}")
        asked = {
            "app_label": "members",
            "model_name": "representative",
            "field_name": "person",
            "term": "person",
        }
        answer = browser.get(reverse("admin:autocomplete"), asked).json()
        assert len(answer["results"]) == 20
        assert answer["pagination"]["more"]


class TestAutocomplete:
    ADDRESS = reverse("admin:autocomplete")
    ASKED = {"app_label": "members", "model_name": "representative", "field_name": "person"}

    def test_people_at_risk_and_people_at_all(self, browser, viewer, chief):
        person = make_person()
        people.seal(person, by=chief, reason="At risk.")
        make_person("Deniz Uslu")
        clerk = browser_of(make_user("clerk", "view_person"))
        assert [row["text"] for row in clerk.get(self.ADDRESS, self.ASKED).json()["results"]] == [
            "Deniz Uslu"
        ]
        assert len(browser.get(self.ADDRESS, self.ASKED).json()["results"]) == 2
        assert viewer.get(self.ADDRESS, self.ASKED).status_code == 403

    def test_countries_in_any_language(self, browser):
        asked = self.ASKED | {"model_name": "organisation", "field_name": "country"}
        for term, code in [
            ("تركيا", "TR"),
            ("alemania", "DE"),
            ("de", "DE"),
            ("united king", "GB"),
            ("jor", "JO"),
        ]:
            found = browser.get(self.ADDRESS, asked | {"term": term}).json()["results"]
            assert code in {row["id"] for row in found}, term

    @pytest.mark.parametrize(
        "asked",
        [
            {},
            {"app_label": "auth", "model_name": "x"},
            ASKED | {"field_name": "password"},
            ASKED | {"page": "x"},
        ],
    )
    def test_junk(self, browser, asked):
        assert browser.get(self.ADDRESS, asked).status_code in {403, 404}


class TestMarks:
    def mark(self, browser, action, *rows, **more):
        chosen = {"action": action, "_selected_action": [row.pk for row in rows], **more}
        return browser.post(LIST, chosen, follow=True)

    def test_checked_today(self, browser, member, chief):
        page = self.mark(browser, "check_today", member, reason="Telephone.")
        assert "1 organisation was changed." in page.content.decode()
        saved = Organisation.objects.get()
        assert (saved.checked_on, saved.version) == (today(), member.version + 1)
        assert saved.history.first().history_change_reason == "Telephone."
        assert AuditEvent.objects.get(verb="mark").actor_id == chief.pk
        assert (
            "0 organisations were changed."
            in self.mark(browser, "check_today", member, reason="x").content.decode()
        )

    def test_taken_off_and_put_back(self, browser, member):
        self.mark(browser, "take_off_the_list", member, reason="Asked by the member.")
        assert not Organisation.objects.listed().exists()
        self.mark(browser, "list_publicly", member, reason="Asked by the member.")
        assert Organisation.objects.listed().exists()

    @pytest.mark.parametrize("reason", ["", " ", "x" * 501, "a\x00b"])
    def test_a_reason_is_needed(self, browser, member, reason):
        page = self.mark(browser, "check_today", member, reason=reason)
        assert "organisation was changed" not in page.content.decode()
        assert Organisation.objects.get().checked_on is None

    def test_not_without_the_right_nor_beyond_the_list(self, viewer, browser, member):
        self.mark(viewer, "check_today", member, reason="x")
        browser.post(
            f"{LIST}?status=former", {"action": "check_today", "_selected_action": [member.pk], "reason": "x"}
        )
        self.mark(browser, "delete_selected", member, reason="x", post="yes")
        assert Organisation.objects.get().checked_on is None

    def test_not_too_many_at_once(self, browser, member, monkeypatch):
        monkeypatch.setattr("members.admin.bulk.MOST_AT_ONCE", 1)
        other = make_member("Göl Derneği")
        page = self.mark(browser, "check_today", member, other, reason="x")
        assert "at most 1 at once" in page.content.decode()

    def test_more_than_a_thousand(self, browser, chief, django_assert_max_num_queries):
        country = Country.objects.get(pk="TR")
        Organisation.objects.bulk_create(
            Organisation(number=f"TR-{number:04d}", country=country) for number in range(1, 1002)
        )
        rows = list(Organisation.objects.all())
        chosen = {"_selected_action": [row.pk for row in rows], "reason": "Annual check."}
        with django_assert_max_num_queries(len(rows) + 50):  # one for each deed
            browser.post(f"{LIST}?status=all", {"action": "check_today", **chosen})
        assert not Organisation.objects.exclude(checked_on=today()).exists()
        assert AuditEvent.objects.filter(verb="mark", actor_id=chief.pk).count() == len(rows)
        kept = Organisation.history.filter(history_change_reason="Annual check.", history_user=chief)
        assert kept.count() == len(rows)
