"""Pages that could not be shown."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.views.defaults import permission_denied

from members.models import Organisation, User
from members.views import errors
from members.views.home import Home
from tests import factories

pytestmark = pytest.mark.django_db
TEMPLATES = Path(settings.BASE_DIR) / "templates"


def test_404_in_the_language_of_the_page(client):
    body = client.get("/ar/nothing/").content.decode()
    assert '<html lang="ar" dir="rtl">' in body
    assert 'role="search" action="/ar/members/"' in body
    assert 'href="/ar/countries/"' in body
    assert 'content="noindex"' in body
    assert "canonical" not in body


def test_404_echoes_nothing(client):
    secret = "zq81-secret"
    response = client.get(f"/en/{secret}/?q={secret}&page={secret}")
    assert response.status_code == 404
    assert secret not in response.content.decode()


def test_404_without_language():
    body = Client(headers={"Accept-Language": "fr"}).get("/nothing.php").content.decode()
    assert '<html lang="fr" dir="ltr">' in body


@pytest.mark.parametrize("path", ["/en/TR-0001", "/tr/members/x/tr_1/", "/TR0001", "/en/TR-0001/more/"])
def test_did_you_mean(client, path):
    factories.make_member()
    body = client.get(path).content.decode()
    assert 'members/TR-0001/selvi-irmagi-egitim-vakfi/"><bdi dir="ltr">TR-0001</bdi>' in body
    assert '<bdi lang="tr" dir="ltr">Selvi Irmağı Eğitim Vakfı</bdi>' in body


def test_nobody_is_meant_who_is_hidden(client):
    factories.make_member("Réseau", country="SN")
    before = client.get("/en/TR-0001").content
    factories.make_member()
    Organisation.objects.update(is_listed=False)
    assert client.get("/en/TR-0001").content == before
    assert "TR-0001" not in before.decode()


def test_500_asks_nobody_and_speaks_all_languages(client, monkeypatch):
    def broken(self):
        raise RuntimeError("zq81-secret")

    monkeypatch.setattr(Home, "title", property(broken))
    client.raise_request_exception = False
    response = client.get("/en/")
    body = response.content.decode()
    assert response.status_code == 500
    assert "zq81" not in body
    assert all(f'lang="{code}"' in body for code, _name in settings.LANGUAGES)
    assert response["Cache-Control"] == "private, no-store"


def test_500_has_a_reference_that_stands_in_the_log(rf, caplog, django_assert_num_queries):
    told = set()
    for _error in range(2):
        caplog.clear()
        with django_assert_num_queries(0):
            response = errors.broken(rf.get("/en/\r\nforged/?q=zq81-secret"))
        body = response.content.decode()
        [reference] = set(re.findall(r"[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}", body))
        assert body.count(reference) == len(settings.LANGUAGES)
        [line] = caplog.messages
        assert reference in line
        assert "\n" not in line
        assert "zq81" not in line
        told.add(reference)
    assert len(told) == 2


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_static_error_pages_ask_for_nothing(name):
    source = (TEMPLATES / name).read_text()
    assert "{" not in source.replace("{{ reference }}", "")
    assert len(source.encode()) < 3500


def test_403(rf):
    request = rf.get("/en/")
    response = permission_denied(request, PermissionDenied("zq81"))
    assert response.status_code == 403
    assert b"zq81" not in response.content
    assert b"Not allowed" in response.content


def test_csrf_failure_is_in_words():
    response = Client(enforce_csrf_checks=True).post(f"/{settings.ADMIN_PATH}/login/", {"username": "x"})
    assert response.status_code == 403
    assert "The page was open too long" in response.content.decode()


class TestPageWasOpenTooLong:
    ADDRESS = f"/{settings.ADMIN_PATH}/login/"

    def sent(self, data=None, **headers):
        client = Client(enforce_csrf_checks=True, headers=headers)
        return client.post(self.ADDRESS, data or {"note": "Two <b>lines</b>\nof text", "username": "selvi"})

    def test_what_was_typed_is_written_back_as_text(self):
        body = self.sent().content.decode()
        assert "Your text is below" in body
        assert "Two &lt;b&gt;lines&lt;/b&gt;\nof text</dd>" in body
        assert "selvi" in body

    def test_no_secret_and_no_machinery_is_written_back(self):
        names = [
            "password", "old_password", "new-password1", "api_token", "csrfmiddlewaretoken", "secret_key",
            "_save", "action", "next", "form-TOTAL_FORMS", "form-0-id", "initial-note", "version",
        ]  # fmt: skip
        body = self.sent(dict.fromkeys(names, "zq81-secret")).content.decode()
        assert "zq81" not in body
        assert "Nothing has been saved. Go back" in body

    def test_another_site_writes_nothing_here(self):
        for origin in ("https://evil.example", "null"):
            response = self.sent(origin=origin)
            assert response.status_code == 403
            assert "selvi" not in response.content.decode()
        assert "selvi" in self.sent(origin=settings.SITE_URL).content.decode()

    def test_what_cannot_be_read_is_left_out(self):
        client = Client(enforce_csrf_checks=True)
        response = client.post(
            self.ADDRESS, b"--x\r\nbroken", content_type="multipart/form-data; boundary=" + "x" * 300
        )
        assert response.status_code in {400, 403}

    def test_speaks_the_language_of_who_is_signed_in(self):
        user = User.objects.create_superuser("admin", password="a long enough password", language="ar")
        client = Client(enforce_csrf_checks=True)
        client.force_login(user)
        response = client.post(f"/{settings.ADMIN_PATH}/members/organisation/add/", {"city": "Konya"})
        body = response.content.decode()
        assert response.status_code == 403
        assert '<html lang="ar" dir="rtl">' in body
        assert "Konya" in body


HEADERS = {
    "Cache-Control": "private, no-store",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


BAD = [
    (400, "GET", "/en/%00/", "testserver"),
    (400, "GET", "/en/members/?q=" + "x" * 5000, "testserver"),
    (400, "GET", "/en/", "evil.example"),
    (403, "POST", f"/{settings.ADMIN_PATH}/login/", "testserver"),
    (404, "GET", "/fa/nothing/", "testserver"),
    (405, "DELETE", "/fa/members/", "testserver"),
    (500, "GET", "/fa/", "testserver"),
]


@pytest.mark.parametrize(("status", "method", "path", "host"), BAD)
def test_every_error_has_the_same_headers(monkeypatch, status, method, path, host):
    monkeypatch.setattr(Home, "get", property(lambda _self: 1 / 0))
    client = Client(enforce_csrf_checks=True, raise_request_exception=False, headers={"host": host})
    response = client.generic(method, path)
    assert response.status_code == status
    assert_closed(response)
    if path.startswith("/fa/") and status != 500:
        assert '<html lang="fa" dir="rtl">' in response.content.decode()


def test_an_unknown_host_has_them_where_it_would_be_led_to_https(settings):
    settings.SECURE_SSL_REDIRECT = True
    response = Client(headers={"host": "evil.example"}).get("/en/")
    assert response.status_code == 400
    assert_closed(response)


def assert_closed(response):
    assert {name: response.get(name) for name in HEADERS} == HEADERS
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Referrer-Policy"] in {"strict-origin", "same-origin"}
    assert not response.has_header("ETag")
    assert not response.cookies


def test_405_in_the_language_of_the_path():
    response = Client().post("/ur/countries/", {"x": "zq81"})
    assert response.status_code == 405
    assert '<html lang="ur" dir="rtl">' in response.content.decode()
    assert "zq81" not in response.content.decode()


def test_a_path_without_number(rf):
    assert errors.not_found(rf.get("/en/nothing"), Http404()).status_code == 404
