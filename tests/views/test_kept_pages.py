"""Finished pages are kept under the public revision, and given out only while they are true."""

import datetime
from types import SimpleNamespace

import pytest
from django.db import OperationalError

from members import revision
from members.actions import organisations
from members.models import Organisation, Revision, register
from members.models.organisation import OrganisationQuerySet
from members.views import base
from tests import factories

pytestmark = pytest.mark.django_db
PAGES = ["/en/", "/en/members/", "/en/countries/", "/en/countries/TR/", "/en/members/TR-0001/selvi-vakfi/"]


@pytest.fixture
def selvi() -> Organisation:
    return factories.make_member("Selvi Vakfı")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_made_once(client, selvi, path, django_assert_num_queries):
    first = client.get(path)
    assert first.status_code == 200
    with django_assert_num_queries(1):
        second = client.get(path)
    assert second.content == first.content
    assert dict(second.items()) == dict(first.items())


@pytest.mark.parametrize("path", PAGES)
def test_a_public_change_is_seen_at_once(client, selvi, path):
    before = client.get(path)
    organisations.change_official_name(
        selvi,
        value="Yeni Selvi Vakfı",
        language="tr",
        on=datetime.date(2020, 1, 1),
        by=None,
        reason="Letter.",
    )
    after = client.get(path, follow=True)
    assert after["ETag"] != before["ETag"]
    assert path == "/en/countries/" or "Yeni Selvi" in after.content.decode()


def test_a_private_change_leaves_the_page_as_it_was(client, selvi, django_assert_num_queries):
    before = client.get(PAGES[-1])
    Organisation.objects.filter(pk=selvi.pk).update(note="Private.", version=7)
    with django_assert_num_queries(1):
        assert client.get(PAGES[-1]).content == before.content


def test_each_language_and_each_list_has_its_own(client, selvi):
    factories.make_member("Wadi", country="MA", language="ar")
    bodies = {
        client.get(path).content for path in ("/en/members/", "/fr/members/", "/en/members/?country=MA")
    }
    assert len(bodies) == 3


def test_one_list_in_two_spellings_is_one_page(client, selvi, django_assert_num_queries):
    first = client.get("/en/members/?country=TR&kind=foundation")
    with django_assert_num_queries(1):
        second = client.get("/en/members/?type=foundation&country=tr")
    assert second["ETag"] == first["ETag"]


def test_what_was_ignored_is_named_to_whom_it_concerns(client, selvi):
    client.get("/en/members/")
    assert "country=zz" in client.get("/en/members/?country=zz").content.decode()
    assert "country=zz" not in client.get("/en/members/").content.decode()


def test_a_new_day_has_new_pages(client, selvi, monkeypatch):
    before = client.get("/en/members/")["ETag"]
    monkeypatch.setattr(base, "today", lambda: datetime.date(2031, 1, 1))
    assert client.get("/en/members/")["ETag"] != before


@pytest.mark.parametrize(
    "path", ["/en/members/TR-0001/wrong/", "/en/members/TR-0099/x/", "/en/members/?page=9"]
)
def test_only_whole_pages_are_kept(client, selvi, path):
    first, second = client.get(path), client.get(path)
    assert first.status_code == second.status_code != 200
    assert not second.has_header("ETag")


def test_head_has_no_body_and_spoils_nothing(client, selvi):
    assert client.head("/en/members/").content == b""
    assert b"Selvi" in client.get("/en/members/").content


def test_a_hidden_member_is_gone_from_kept_pages(client, selvi):
    client.get("/en/members/")
    Organisation.objects.filter(pk=selvi.pk).update(is_listed=False)
    revision.raised()
    assert b"Selvi" not in client.get("/en/members/").content
    assert client.get(PAGES[-1]).status_code == 404


def test_the_database_works_only_for_what_is_new(client, selvi, monkeypatch):
    client.get("/en/members/")
    monkeypatch.setattr(OrganisationQuerySet, "for_directory", lambda *_: pytest.fail("made again"))
    assert client.get("/en/members/").status_code == 200


class TestNow:
    """The number of the revision survives a restart of the database server."""

    def ask(self, monkeypatch, *, is_usable: bool) -> list[str]:
        told, ask = [], Revision._ask

        def first_fails() -> int:
            if not told:
                told.append("failed")
                raise OperationalError("server closed the connection")
            monkeypatch.undo()
            return ask()

        monkeypatch.setattr(Revision, "_ask", staticmethod(first_fails))
        stand_in = SimpleNamespace(
            in_atomic_block=False, is_usable=lambda: is_usable, close=lambda: told.append("closed")
        )
        monkeypatch.setattr(register, "connection", stand_in)
        return told

    def test_a_lost_connection_is_opened_again(self, monkeypatch):
        told = self.ask(monkeypatch, is_usable=False)
        assert Revision.now() == Revision.objects.get().number
        assert told == ["failed", "closed"]

    def test_another_error_is_no_lost_connection(self, monkeypatch):
        told = self.ask(monkeypatch, is_usable=True)
        with pytest.raises(OperationalError):
            Revision.now()
        assert told == ["failed"]
