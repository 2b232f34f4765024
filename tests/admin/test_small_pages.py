"""Countries, focus areas, classes, pages, the union, imports, deeds, accounts."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from members import audit, revision
from members.models import (
    AuditEvent,
    Country,
    FocusArea,
    ImportRow,
    ImportRun,
    MembershipClass,
    Organisation,
    OrganisationName,
    PageText,
    Union,
    User,
)
from tests.admin.conftest import browser_of, make_user
from tests.admin.html import fields_of
from tests.factories import make_focus_area, make_member, make_organisation, make_representative, make_text

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"admin:members_{name}", args=args)


class TestCountries:
    def test_the_union_chooses_a_name(self, browser):
        number, _day = revision.current()
        page = url("country_change", "TW")
        fields = fields_of(browser.get(page), "country_form")
        assert fields["name_overrides_ar"] == ""
        assert 'dir="rtl"' in browser.get(page).content.decode()
        fields |= {"name_overrides_en": "Chosen name", "reason": "Council of May."}
        assert browser.post(page, fields).status_code == 302
        assert Country.objects.get(pk="TW").name_in("en") == "Chosen name"
        assert revision.current()[0] == number + 1
        found = browser.get(url("country_changelist"), {"q": "chosen"}).context["cl"].result_list
        assert [country.pk for country in found] == ["TW"]

    @pytest.mark.parametrize("name", ["a\x00b", "x" * 301])
    def test_a_name_that_cannot_be_stored(self, browser, name):
        page = url("country_change", "TW")
        fields = fields_of(browser.get(page), "country_form") | {"name_overrides_en": name, "reason": "x"}
        assert browser.post(page, fields).status_code == 200

    def test_names_to_be_chosen(self, browser):
        page = browser.get(url("country_changelist"), {"is_wording_open__exact": "1"})
        assert {"PS", "TW", "XK"} <= {country.pk for country in page.context["cl"].result_list}
        assert "Western Asia" in page.content.decode()
        assert browser.get(url("country_changelist"), {"is_wording_open__exact": "x"}).status_code == 302

    def test_none_is_added_or_deleted(self, browser):
        assert browser.get(url("country_add")).status_code == 403
        assert browser.post(url("country_delete", "TW"), {"post": "yes", "reason": "x"}).status_code == 403

    def test_codes_are_codes(self, browser):
        page = browser.get(url("country_change", "PS")).content.decode()
        assert '<div class="readonly">PS</div>' in page
        page = browser.get(url("country_changelist"), {"q": "PSE"}).content.decode()
        assert ">PS</a>" in page


class TestOwnLists:
    def test_a_focus_area(self, browser):
        fields = {"slug": "water", "names_en": "Water", "names_ar": "المياه", "position": "3"}
        assert browser.post(url("focusarea_add"), fields).status_code == 302
        area = FocusArea.objects.get(slug="water")
        assert area.names == {"en": "Water", "ar": "المياه"}
        page = url("focusarea_change", area.pk)
        changed = fields_of(browser.get(page), "focusarea_form") | {
            "slug": "x",
            "names_fr": "Eau",
            "reason": "x",
        }
        assert browser.post(page, changed).status_code == 302
        area.refresh_from_db()
        assert (area.slug, area.name) == ("water", "Water")

    def test_a_class_and_its_votes(self, browser):
        page = url("membershipclass_change", MembershipClass.objects.get(slug="observer").pk)
        fields = fields_of(browser.get(page), "membershipclass_form") | {"is_default": "on", "reason": "x"}
        refused = browser.post(page, fields)
        assert "One class is the class of imported members." in refused.content.decode()
        del fields["is_default"]
        assert browser.post(page, fields | {"votes": "2"}).status_code == 302
        assert MembershipClass.objects.get(slug="observer").votes == 2

    def test_deleting_what_is_in_use_is_refused_and_what_is_not_is_done(self, browser):
        make_member()
        used = MembershipClass.objects.get(slug="full")
        page = browser.get(url("membershipclass_delete", used.pk)).content.decode()
        assert "cannot be deleted" in page
        assert "Memberships: 1" in page
        browser.post(url("membershipclass_delete", used.pk), {"post": "yes", "reason": "x"})
        area = make_focus_area("water")
        browser.post(url("focusarea_delete", area.pk), {"post": "yes", "reason": "Never used."})
        assert MembershipClass.objects.filter(pk=used.pk).exists()
        assert not FocusArea.objects.filter(pk=area.pk).exists()
        assert FocusArea.history.get(history_type="-").history_change_reason == "Never used."


class TestDeletingAnOrganisation:
    def test_one_with_a_past_stays(self, browser):
        member = make_member()
        make_representative(member, "Canary Person")
        page = browser.get(url("organisation_delete", member.pk)).content.decode()
        assert "Memberships: 1" in page
        assert "Representatives: 1" in page
        assert "Canary" not in page
        browser.post(url("organisation_delete", member.pk), {"post": "yes", "reason": "x"})
        assert Organisation.objects.exists()

    def test_one_entered_by_mistake_goes_with_its_names(self, browser):
        organisation = make_organisation()
        page = browser.get(url("organisation_delete", organisation.pk)).content.decode()
        assert "Names: 1" in page
        assert "Selvi" in page
        browser.post(url("organisation_delete", organisation.pk), {"post": "yes", "reason": "Entered twice."})
        assert not OrganisationName.objects.exists()
        assert make_organisation().number == "TR-0002"


class TestPages:
    def test_a_first_text_gets_its_number(self, browser):
        text = make_text("about", published_on=None)
        fields = {"page": text.page_id, "language": "en", "title": "Again", "body": "Second."}
        assert browser.post(url("pagetext_add"), fields).status_code == 302
        assert PageText.objects.get(title="Again").number == 2
        listed = browser.get(url("pagetext_changelist"), {"language": "en"}).context["cl"].result_list
        assert len(listed) == 2


class TestUnion:
    def test_one_row(self, browser):
        Union.objects.get_or_create(pk=1)
        assert browser.get(url("union_changelist")).url == url("union_change", 1)
        assert browser.get(url("union_add")).status_code == 403
        assert browser.post(url("union_delete", 1), {"post": "yes", "reason": "x"}).status_code == 403
        fields = fields_of(browser.get(url("union_change", 1)), "union_form")
        changed = fields | {"names_en": "Union of River NGOs", "reason": "Statute."}
        assert browser.post(url("union_change", 1), changed).status_code == 302
        assert Union.objects.get().name == "Union of River NGOs"


class TestWhatIsOnlyRead:
    def test_an_import_and_its_rows(self, browser):
        run = ImportRun.objects.create(
            file_name="<b>list.csv", sha256="0" * 64, started_at=timezone.now(), counts={"new": 2, "same": 0}
        )
        other = ImportRun.objects.create(file_name="b.csv", sha256="0" * 64, started_at=timezone.now())
        member = make_organisation()
        row = ImportRow.objects.create(
            run=run, row_number=1, outcome="new", organisation=member, messages=["<i>Said."]
        )
        ImportRow.objects.create(run=other, row_number=7, outcome="problem")
        page = browser.get(url("importrun_change", run.pk)).content.decode()
        assert "New: 2" in page
        assert "Same" not in page
        rows = browser.get(url("importrow_changelist"), {"run__id__exact": run.pk})
        assert list(rows.context["cl"].result_list) == [row]
        assert "&lt;i&gt;Said." in rows.content.decode()
        assert browser.get(url("importrow_changelist"), {"run__id__exact": "x"}).status_code == 302
        assert browser.post(url("importrun_change", run.pk), {"file_name": "x"}).status_code == 403
        assert "importrow" not in browser.get(reverse("admin:index")).content.decode()

    def test_deeds_and_decisions(self, browser, chief):
        member = make_member(by=chief)
        event = audit.record("unknown_deed", member, by=None)
        page = browser.get(url("auditevent_changelist")).content.decode()
        assert "unknown_deed" in page
        assert "the command line" in page
        assert "chief" in page.split("tbody>")[1]
        found = browser.get(url("auditevent_changelist"), {"verb": "admit", "q": str(member.pk)})
        assert [row.verb for row in found.context["cl"].result_list] == ["admit"]
        assert browser.post(url("auditevent_change", event.pk), {"reason": "x"}).status_code == 403
        decision = member.memberships.get().admitted_by
        assert browser.post(url("decision_change", decision.pk), {"reasons": "x"}).status_code == 403
        assert (
            browser.post(url("decision_delete", decision.pk), {"post": "yes", "reason": "x"}).status_code
            == 403
        )
        assert browser.get(url("decision_add")).status_code == 403


class TestAccounts:
    FIELDS = {"username": "clerk", "language": "en", "first_name": "", "last_name": "", "email": ""}

    def test_only_superusers_change_them(self, browser, chief):
        clerk = make_user("clerk", "view_user", "change_user", "add_user", "delete_user")
        other = browser_of(clerk)
        page = other.get(url("user_change", chief.pk))
        assert page.status_code == 200
        assert "md5" not in page.content.decode()
        forged = self.FIELDS | {"is_superuser": "on"}
        assert other.post(url("user_change", clerk.pk), forged).status_code == 403
        assert other.get(url("user_add")).status_code == 403
        assert other.post(f"/admin/members/user/{chief.pk}/password/", {}).status_code == 403
        assert not User.objects.get(username="clerk").is_superuser

    def test_a_new_account(self, browser):
        assert browser.get(url("user_add")).status_code == 200
        password = {"password1": "a rather long password", "password2": "a rather long password"}
        fields = {"username": "amina", "usable_password": "true", **password}
        assert browser.post(url("user_add"), fields).status_code == 302
        amina = User.objects.get(username="amina")
        assert amina.check_password("a rather long password")
        other = {"password1": "another long password", "password2": "another long password"}
        page = reverse("admin:auth_user_password_change", args=[amina.pk])
        assert browser.post(page, other | {"usable_password": "true"}).status_code == 302
        deeds = AuditEvent.objects.filter(subject_type="user").order_by("pk")
        assert [deed.verb for deed in deeds] == ["add_account", "change_account"]
        assert deeds[1].facts == {"fields": ["password"]}

    def test_no_hash_and_no_deletion(self, browser, chief):
        page = browser.get(url("user_change", chief.pk)).content.decode()
        assert chief.password not in page
        assert "md5$" not in page
        assert browser.get(url("user_delete", chief.pk)).status_code == 403
        assert browser.get(url("user_changelist"), {"password__startswith": "md5"}).status_code == 400

    def test_names_pass_the_normaliser(self, browser, chief):
        page = url("user_change", chief.pk)
        fields = fields_of(browser.get(page), "user_form")
        sent = fields | {"first_name": "E\u0301lif\u202e", "last_name": "Karaca\u200b"}
        assert browser.post(page, sent).status_code == 302
        chief.refresh_from_db()
        assert (chief.first_name, chief.last_name) == ("\u00c9lif", "Karaca")
        refused = browser.post(page, fields | {"first_name": "Elif\x1b"})
        assert "control character" in str(refused.context["adminform"].form.errors["first_name"])
        add = reverse("admin:auth_group_add")
        assert browser.post(add, {"name": "Read\u202eers"}).status_code == 302
        assert Group.objects.get().name == "Readers"

    def test_groups_are_for_superusers(self, browser):
        clerk = browser_of(make_user("clerk"))
        add = reverse("admin:auth_group_add")
        assert clerk.get(add).status_code == 403
        assert browser.post(add, {"name": "Readers"}).status_code == 302
        assert Group.objects.get().name == "Readers"


def test_the_language_of_the_account_is_spoken(browser, chief):
    chief.language = "ar"
    chief.save()
    page = browser.get(url("organisation_changelist")).content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "rtl.css" in page


def test_a_superuser_sets_the_password_of_a_colleague(committed):
    """Outside a test's transaction: Django's own page opens none, and the row is locked in one."""
    chief = User.objects.create_superuser("chief", password="a long enough password")
    amina, browser = make_user("amina"), browser_of(chief)
    page = reverse("admin:auth_user_password_change", args=[amina.pk])
    assert page in browser.get(url("user_change", amina.pk)).content.decode()
    password = {"password1": "another long password", "password2": "another long password"}
    assert browser.post(page, password | {"usable_password": "true"}).status_code == 302
    amina.refresh_from_db()
    assert amina.check_password("another long password")
    assert AuditEvent.objects.get(verb="change_account").facts == {"fields": ["password"]}
