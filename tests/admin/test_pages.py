"""The union's texts in the hands of staff: drafts, preview, publication; its logo; its objectives."""

import pytest
from django.test import Client
from django.urls import reverse

from members import revision
from members.models import Decision, Objective, PageText, Union
from tests.admin.conftest import browser_of, make_user
from tests.admin.html import fields_of
from tests.factories import make_objective, make_picture, make_text

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"admin:members_{name}", args=args)


@pytest.fixture
def draft():
    return make_text("about", title="About us", body="First.", published_on=None)


class TestDrafts:
    def test_editing_one_leaves_the_public_alone(self, browser, draft, client):
        etag, number = client.get("/en/")["ETag"], revision.current()[0]
        page = url("pagetext_change", draft.pk)
        fields = fields_of(browser.get(page), "pagetext_form") | {
            "body": "Better.",
            "reason": "Typing error.",
        }
        assert browser.post(page, fields | {"number": "9", "published_on": "2025-01-01"}).status_code == 302
        draft.refresh_from_db()
        assert (draft.body, draft.number, draft.version, draft.published_on) == ("Better.", 1, 2, None)
        assert draft.history.first().history_change_reason == "Typing error."
        assert (client.get("/en/")["ETag"], revision.current()[0]) == (etag, number)
        fields = {"page": draft.page_id, "language": "tr", "title": "Hakkımızda", "body": "İlk."}
        assert browser.post(url("pagetext_add"), fields).status_code == 302
        browser.post(url("page_add"), {"slug": "canary", "kind": "rules", "position": "4"})
        browser.post(url("pagetext_delete", draft.pk), {"post": "yes", "reason": "x"})
        assert not PageText.objects.filter(pk=draft.pk).exists()
        assert (client.get("/en/")["ETag"], revision.current()[0]) == (etag, number)

    def test_a_page_that_is_seen_raises_the_revision(self, browser):
        page = make_text("about").page
        number = revision.current()[0]
        address = url("page_change", page.pk)
        fields = fields_of(browser.get(address), "page_form") | {"position": "5", "reason": "Order."}
        assert browser.post(address, fields).status_code == 302
        assert revision.current()[0] == number + 1


class TestPreview:
    def test_what_is_typed_is_shown_and_nothing_is_written(self, browser, draft):
        form = browser.get(url("pagetext_change", draft.pk))
        address = url("pagetext_preview", draft.pk)
        assert f'formaction="{address}"' in form.content.decode()
        fields = fields_of(form, "pagetext_form") | {
            "title": "Typed <b>title", "body": "## Article 3\n\n<script>x</script> *Typed.*",
        }  # fmt: skip
        number = revision.current()[0]
        response = browser.post(address, fields)
        body = response.content.decode()
        assert '<h1 lang="en" dir="ltr">Typed &lt;b&gt;title</h1>' in body
        assert '<h2 id="art-3">Article 3</h2>' in body
        assert "<em>Typed.</em>" in body
        assert "<script>x" not in body
        assert "no-store" in response["Cache-Control"]
        draft.refresh_from_db()
        assert (draft.title, draft.body, draft.version) == ("About us", "First.", 1)
        assert revision.current()[0] == number

    def test_of_a_text_that_was_never_saved(self, browser):
        address = url("pagetext_preview_unsaved")
        assert f'formaction="{address}"' in browser.get(url("pagetext_add")).content.decode()
        body = browser.post(address, {"language": "ar", "title": "عن", "body": "نص"}).content.decode()
        assert '<div class="text flow" lang="ar" dir="rtl">' in body
        assert not PageText.objects.exists()
        assert browser.get(address).status_code == 405

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({"language": "nonsense!"}, "is no language code"),
            ({"language": ""}, "This field is required."),
            ({"body": "x" * 200_001}, "at most 200000 characters"),
            ({"body": "a\x00b"}, ""),
        ],
    )
    def test_what_could_not_be_saved_is_said(self, browser, typed, said):
        fields = {"language": "en", "title": "A", "body": "B", **typed}
        response = browser.post(url("pagetext_preview_unsaved"), fields)
        assert response.status_code == 200
        assert 'class="note" role="alert"' in response.content.decode()
        assert said in response.content.decode()

    def test_the_stored_text_for_those_who_may_read_it(self, browser, draft):
        assert "First." in browser.get(url("pagetext_preview", draft.pk)).content.decode()
        viewer = browser_of(make_user("viewer", "view_pagetext"))
        assert viewer.get(url("pagetext_preview", draft.pk)).status_code == 200
        assert viewer.post(url("pagetext_preview_unsaved"), {"language": "en"}).status_code == 403
        assert browser_of(make_user("nobody")).get(url("pagetext_preview", draft.pk)).status_code == 403
        assert Client().get(url("pagetext_preview", draft.pk)).status_code == 302
        assert browser.get(url("pagetext_preview", 999_999)).status_code == 404

    def test_without_a_token_nothing_is_shown(self, draft, chief):
        client = Client(enforce_csrf_checks=True)
        client.force_login(chief)
        assert client.post(url("pagetext_preview", draft.pk), {"body": "x"}).status_code == 403


class TestPublication:
    def test_by_a_decision(self, browser, draft, client):
        page = url("pagetext_publish", draft.pk)
        assert page in browser.get(url("pagetext_change", draft.pk)).content.decode()
        assert "Its words cannot be changed afterwards." in browser.get(page).content.decode()
        number = revision.current()[0]
        facts = {
            "adopted_on": "2024-10-15", "body": "assembly", "session": "Session 9", "reference": "A/9/1",
            "reason": "Adopted.",
        }  # fmt: skip
        assert browser.post(page, facts).status_code == 302
        draft.refresh_from_db()
        assert draft.published_on
        assert draft.adopted_by == Decision.objects.get(kind="adoption")
        assert revision.current()[0] == number + 1
        assert "A/9/1" in client.get("/en/about/about/1/").content.decode()
        assert "published already" in browser.post(page, facts).content.decode()
        history = browser.get(url("pagetext_history", draft.pk)).content.decode()
        assert "Published" in history

    def test_without_one(self, browser, draft):
        assert browser.post(url("pagetext_publish", draft.pk), {"reason": "Ready."}).status_code == 302
        draft.refresh_from_db()
        assert (draft.adopted_on, draft.adopted_by) == (None, None)
        assert draft.published_on

    @pytest.mark.parametrize(
        ("facts", "said"),
        [
            ({"reason": ""}, "This field is required."),
            ({"body": "assembly"}, "Say when it was decided."),
            ({"session": "9"}, "Say who decided."),
            ({"reference": "9"}, "Say who decided."),
            ({"body": "member", "adopted_on": "2024-01-01"}, "Select a valid choice"),
            ({"adopted_on": "2999-01-01"}, "This day has not come yet."),
            ({"adopted_on": "2999-01-01", "body": "board"}, "This day has not come yet."),
        ],
    )
    def test_what_is_missing(self, browser, draft, facts, said):
        response = browser.post(url("pagetext_publish", draft.pk), {"reason": "x", **facts})
        assert response.status_code == 200
        assert said in response.content.decode()
        assert not Decision.objects.exists()
        assert not PageText.objects.published().exists()

    def test_only_by_those_who_may(self, draft):
        viewer = browser_of(make_user("viewer", "view_pagetext"))
        assert "publish/" not in viewer.get(url("pagetext_change", draft.pk)).content.decode()
        assert viewer.post(url("pagetext_publish", draft.pk), {"reason": "x"}).status_code == 403

    def test_afterwards_its_words_stay(self, browser):
        text = make_text("about")
        page = browser.get(url("pagetext_change", text.pk))
        assert page.status_code == 200
        assert "publish/" not in page.content.decode()
        assert "formaction" not in page.content.decode()
        assert "Nov. 1, 2024" in page.content.decode()
        for address in (url("pagetext_change", text.pk), url("pagetext_delete", text.pk)):
            assert (
                browser.post(address, {"body": "Altered.", "post": "yes", "reason": "x"}).status_code == 403
            )
        text.refresh_from_db()
        assert text.body != "Altered."

    def test_the_next_version_begins_with_its_words(self, browser):
        text = make_text("about")
        page = url("pagetext_new_version", text.pk)
        assert browser.post(page, {"reason": ""}).status_code == 200
        assert browser.post(page, {"reason": "Assembly of 2025."}).status_code == 302
        draft = PageText.objects.get(number=2)
        assert (draft.body, draft.published_on) == (text.body, None)
        viewer = browser_of(make_user("viewer", "view_pagetext"))
        assert "new-version/" not in viewer.get(url("pagetext_change", text.pk)).content.decode()
        assert viewer.get(page).status_code == 403


class TestObjectives:
    def test_one_is_written_and_changed(self, browser, client):
        fields = {
            "kind": "objective", "position": "1", "titles_en": "Relief", "titles_ar": "الإغاثة",
            "texts_en": "First line.\r\nSecond line.",
        }  # fmt: skip
        number = revision.current()[0]
        assert browser.post(url("objective_add"), fields).status_code == 302
        objective = Objective.objects.get()
        assert objective.texts == {"en": "First line.\nSecond line."}
        assert revision.current()[0] == number + 1
        assert "Relief" in client.get("/en/about/").content.decode()
        page = url("objective_change", objective.pk)
        typed = fields_of(browser.get(page), "objective_form")
        assert browser.post(page, typed | {"reason": "x"}).status_code == 302
        objective.refresh_from_db()
        assert objective.texts == {"en": "First line.\nSecond line."}
        assert browser.post(page, typed | {"titles_en": "Help", "reason": "Statute."}).status_code in {
            302,
            409,
        }
        listed = browser.get(url("objective_changelist"), {"kind__exact": "objective"})
        assert "الإغاثة" in listed.content.decode() or "Relief" in listed.content.decode()

    def test_without_a_title_it_is_refused(self, browser):
        fields = {"kind": "objective", "position": "0", "texts_en": "x"}
        response = browser.post(url("objective_add"), fields)
        assert response.status_code == 200
        assert not Objective.objects.exists()

    def test_deleting_one(self, browser):
        objective = make_objective()
        number = revision.current()[0]
        browser.post(url("objective_delete", objective.pk), {"post": "yes", "reason": "Amended."})
        assert not Objective.objects.exists()
        assert revision.current()[0] == number + 1


class TestUnion:
    def fields(self, browser):
        return fields_of(browser.get(url("union_change", 1)), "union_form") | {"reason": "Board."}

    def test_its_logo(self, browser, client):
        response = browser.post(url("union_change", 1), self.fields(browser) | {"logo": make_picture()})
        assert response.status_code == 302
        address = Union.objects.get().logo.url
        assert address in client.get("/en/").content.decode()
        assert client.get(address).status_code == 200
        assert "There is a picture." in browser.get(url("union_change", 1)).content.decode()
        browser.post(url("union_change", 1), self.fields(browser) | {"logo-clear": "on"})
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({"contact_email": "nobody"}, "Write an e-mail address"),
            ({"phone": "12"}, "Write the telephone number"),
            ({"website": "http://localhost/"}, "Write the public address"),
            ({"website": "http://10.0.0.1/"}, "Write the public address"),
            ({"founded_year": "2999"}, "This year has not come yet."),
        ],
    )
    def test_facts_that_cannot_be(self, browser, typed, said):
        response = browser.post(url("union_change", 1), self.fields(browser) | typed)
        assert response.status_code == 200
        assert said in response.content.decode()
