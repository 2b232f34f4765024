"""Pages that could not be shown."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.loader import render_to_string
from django.test import Client
from django.views.defaults import permission_denied

from members.models import Organisation
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
    assert "Did you mean" in body
    assert 'members/TR-0001/selvi-irmagi-egitim-vakfi/"><bdi dir="ltr">TR-0001</bdi>' in body
    assert '<bdi lang="tr" dir="ltr">Selvi Irmağı Eğitim Vakfı</bdi>' in body


def test_nobody_is_meant_who_is_hidden(client):
    factories.make_member("Réseau", country="SN")
    before = client.get("/en/TR-0001").content
    factories.make_member()
    Organisation.objects.update(is_listed=False)
    assert client.get("/en/TR-0001").content == before
    assert "Did you mean" not in before.decode()


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


@pytest.mark.parametrize("name", ["400.html", "500.html", "403_csrf.html"])
def test_static_error_pages_ask_for_nothing(name):
    assert "{" not in (TEMPLATES / name).read_text()
    assert len(render_to_string(name)) < 4000


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


def test_a_path_without_number(rf):
    assert errors.not_found(rf.get("/en/nothing"), Http404()).status_code == 404
