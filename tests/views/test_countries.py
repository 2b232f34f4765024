"""Members by country."""

import html
import re

import pytest

from members.models import Country
from members.views import countries
from tests import factories

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_countries_by_region(client):
    for code in ("TR", "TR", "JO", "SN", "AQ"):
        factories.make_member(f"Union of {code}", country=code)
    former = factories.make_member("Old", country="FR")
    factories.end(former)
    said = text(client.get("/en/countries/"))
    assert "Members in 4 countries and territories: 5" in said
    order = ["Africa 1", "Western Africa 1", "Senegal 1", "Asia 3", "Western Asia 3", "Jordan 1", "Türkiye 2"]
    assert " ".join(order) in said
    assert "Other territories 1 Antarctica 1" in said
    assert "France" not in said


def test_no_countries_yet(client):
    assert "The first members will appear here" in text(client.get("/en/countries/"))


def test_country(client):
    factories.make_member("Ada Vakfı", city="İzmir", focus=["education", "youth"])
    factories.make_member("Badem Derneği", city="Konya", focus=["education"], to="observer", since=None)
    factories.make_member("Réseau", language="fr", country="JO")
    response = client.get("/en/countries/TR/")
    said, body = text(response), response.content.decode()
    assert "<title>Türkiye: 2 members | " in body
    assert "Members 2 Cities 2 First joined 2009 Share of all members 66.7%" in said
    assert "2 of 2, in the order of official names" in said
    assert "Ada Vakfı İzmir Foundation 2009" in said
    assert "Badem Derneği Observer Konya" in said
    assert '<rect width="100" height="8"/></svg><span class="num">2</span>' in body
    assert '<rect width="50" height="8"/></svg><span class="num">1</span>' in body
    assert "Nearby countries Jordan 1" in said
    assert 'src="/static/flags/tr.svg"' in body
    assert "Filter this list" in said
    assert 'name="robots"' not in body


def test_more_members_than_the_table_holds(client, monkeypatch):
    monkeypatch.setattr(countries, "MOST_ROWS", 2)
    for rank in range(3):
        factories.make_member(f"Vakıf {rank}")
    said = text(client.get("/en/countries/TR/"))
    assert "All 3 members" in said
    assert "2 of 3, in the order" in said


def test_no_member_yet(client):
    response = client.get("/en/countries/BT/")
    assert "No member in Bhutan yet" in text(response)
    assert "Bhutan: 0 members" in response.content.decode()
    assert 'content="noindex,follow"' in response.content.decode()


def test_the_unions_own_words(client):
    Country.objects.filter(pk="TR").update(
        name_overrides={"en": "Turkey (our word)"}, has_flag=False, public_text="Two offices."
    )
    factories.make_member()
    body = client.get("/en/countries/TR/").content.decode()
    assert "Turkey (our word)</h1>" in body
    assert "flags/tr.svg" not in body
    assert "Two offices." in body
    assert "Turkey (our word)" in client.get("/en/countries/").content.decode()
    assert "Turkey (our word)" in client.get("/en/members/").content.decode()
    assert "Turkey (our word)" in client.get("/en/members/TR-0001/", follow=True).content.decode()


def test_a_country_without_region(client):
    factories.make_member("Station", country="AQ")
    body = client.get("/en/countries/AQ/").content.decode()
    assert "?region=" not in body
    assert "Nearby" not in body


def test_lower_case(client):
    response = client.get("/ar/countries/tr/")
    assert (response.status_code, response["Location"]) == (301, "/ar/countries/TR/")


@pytest.mark.parametrize("code", ["QQ", "TUR", "x", "٣٣", "TR%20", "ß"])
def test_unknown(client, code):
    assert client.get(f"/en/countries/{code}/").status_code == 404
