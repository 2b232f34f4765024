"""The way in."""

import datetime
import html
import re

import pytest
from django.test import Client

from members.models import Union
from tests import factories

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.parametrize(
    ("asked", "home"),
    [
        ("tr-TR,tr;q=0.9", "/tr/"),
        ("ar", "/ar/"),
        ("zh", "/en/"),
        ("", "/en/"),
        ("x" * 900, "/en/"),
        ("*", "/en/"),
    ],
)
def test_the_readers_language(asked, home):
    response = Client(headers={"Accept-Language": asked}).get("/")
    assert (response.status_code, response["Location"]) == (302, home)
    assert "Accept-Language" in response["Vary"]
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("fr", "ltr"),
        ("es", "ltr"),
        ("tr", "ltr"),
        ("id", "ltr"),
        ("ur", "rtl"),
    ],
)
def test_all_languages_answer(client, code, direction):
    factories.make_member(texts={"tr": "Okul."})
    for path in (
        "",
        "members/",
        "members/?q=selvi",
        "members/TR-0001/selvi-irmagi-egitim-vakfi/",
        "countries/",
        "countries/TR/",
    ):
        response = client.get(f"/{code}/{path}")
        assert response.status_code == 200
        assert f'<html lang="{code}" dir="{direction}">' in response.content.decode()
        assert response["Content-Language"] == code


def test_an_address_with_a_language_never_redirects_by_language():
    response = Client(headers={"Accept-Language": "ar"}).get("/fr/")
    assert response.status_code == 200
    assert "Accept-Language" not in response.get("Vary", "")


def test_front_page(client):
    Union.objects.update(
        names={"en": "League of Examples"},
        taglines={"en": "Its register"},
        contact_email="office@example.org",
    )
    for year in range(2001, 2008):
        factories.make_member(
            f"Vakıf {year}", since=datetime.date(year, 1, 1), country="TR" if year % 2 else "SN"
        )
    factories.make_member("Eski Vakıf", since=None)
    response = client.get("/en/")
    said = text(response)
    assert "<title>Its register | League of Examples</title>" in response.content.decode()
    assert re.search(r"Members 8 Countries 2 Last change \d+ \w+ \d{4} ", said)
    assert "Member since 1 January 2007" in said
    assert "<h1>League of Examples</h1>" in response.content.decode()
    newest = [entry.organisation.member_since.year for entry in response.context["newest"]]
    assert newest == [2007, 2006, 2005, 2004, 2003]
    assert 'href="mailto:office@example.org"' in response.content.decode()
    assert re.search(r"Last change to the register: \d+ \w+ \d{4}", said)


def test_the_map_repeats_the_countries_page(client):
    factories.make_member()
    body = client.get("/en/").content.decode()
    assert '<a href="/en/countries/TR/" tabindex="-1"><title>Türkiye: 1</title>' in body
    assert re.search(r'<svg class="dotmap"[^>]* aria-hidden="true">', body)
    assert "The map draws no borders" in body
    assert "What membership means" in body


def test_an_empty_register(client):
    said = text(client.get("/en/"))
    assert "The first members will appear here after admission." in said
    assert "Union of NGOs" in said
    assert "Last change" not in said
    assert "Contact" not in said


def test_an_address_without_language_gets_one(client):
    response = client.get("/members/", headers={"Accept-Language": "tr"})
    assert (response.status_code, response["Location"]) == (302, "/tr/members/")
