"""Members by country."""

import html
import re

import pytest
from django.conf import settings

from members.models import Country
from members.views import countries, maps
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


def test_the_map_leads_where_the_list_does(client):
    for code in ("TR", "JO", "MT", "AQ"):
        factories.make_member(f"Union of {code}", country=code)
    body = client.get("/en/countries/").content.decode()
    drawing = re.search(r'<svg class="dotmap".*?</svg>', body, re.DOTALL)[0]
    assert 'aria-hidden="true"' in drawing
    assert 'role="img"' not in drawing
    links = re.findall(r'<a href="([^"]+)" tabindex="-1"><title>([^<]+)</title>', drawing)
    assert links == [
        ("/en/countries/TR/", "Türkiye: 1"),
        ("/en/countries/JO/", "Jordan: 1"),
        ("/en/countries/MT/", "Malta: 1"),
    ]
    assert drawing.count("<a ") == len(links)
    assert drawing.count('class="t"') == 2, "Jordan and Malta are hard to point at"
    listed = body.replace(drawing, "")
    assert all(f'<a href="{url}">' in listed for url, _title in links)
    assert "The map draws no borders and takes no position on any boundary." in text(
        client.get("/en/countries/")
    )
    assert "Members per country: none 1–2 3–5 6–11 12 or more" in text(client.get("/en/countries/"))


def test_one_region(client):
    for code in ("TR", "JO", "SN"):
        factories.make_member(f"Union of {code}", country=code)
    response = client.get("/en/countries/?crop=142")
    said, body = text(response), response.content.decode()
    assert "<title>Countries: Asia | " in body
    assert "Members in 2 countries and territories: 2" in said
    assert "Senegal" not in said
    assert '<a href="/en/countries/?crop=142" aria-current="true">Asia</a>' in body
    assert '<a href="/en/countries/">World</a>' in body
    assert f'<link rel="canonical" href="{settings.SITE_URL}/en/countries/">' in body
    assert 'href="/ar/countries/?crop=142" hreflang="ar"' in body, "the language menu keeps the part"
    assert response["ETag"] != client.get("/en/countries/")["ETag"]
    assert "No member in Oceania yet." in text(client.get("/en/countries/?crop=009"))


def test_what_is_not_understood_is_named(client):
    factories.make_member()
    response = client.get("/en/countries/?crop=145&x=%3Cb%3E")
    assert "Ignored: crop=145 , x=<b>" in text(response)
    assert "Members in 1 country" in text(response)
    assert "Ignored" not in text(client.get("/en/countries/?crop="))


def test_flags_come_in_one_file(client):
    for code in ("TR", "JO", "SN"):
        factories.make_member(f"Union of {code}", country=code)
    Country.objects.filter(pk="JO").update(has_flag=False)
    body = client.get("/en/countries/").content.decode()
    assert re.findall(r'<use href="([^"]+)"/>', body) == [
        "/static/flags/sprite.svg#sn",
        "/static/flags/sprite.svg#tr",
    ]
    assert "<img" not in body


def test_more_countries_than_a_page_can_draw(client, monkeypatch):
    monkeypatch.setattr(maps, "MOST_LINKED", 1)
    for code in ("TR", "SN"):
        factories.make_member(f"Union of {code}", country=code)
    body = client.get("/en/countries/").content.decode()
    assert "<title>Africa: 1</title>" in body
    assert "<use" not in body
    assert '<a href="/en/countries/SN/">Senegal</a>' in body


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
    assert "2 of 2 · In English alphabetical order" in said
    assert "Ada Vakfı İzmir Foundation 2009" in said
    assert "Badem Derneği Observer Konya" in said
    assert '<rect width="100" height="8"/></svg><span class="num">2</span>' in body
    assert '<rect width="50" height="8"/></svg><span class="num">1</span>' in body
    assert "Nearby countries Jordan 1" in said
    assert 'src="/static/flags/tr.svg"' in body
    assert "Filter this list" in said
    assert 'name="robots"' not in body


def test_the_country_on_the_map(client):
    factories.make_member("Ada Vakfı")
    factories.make_member("Réseau", language="fr", country="JO")
    body = client.get("/en/countries/TR/").content.decode()
    drawing = re.search(r'<svg class="dotmap".*?</svg>', body, re.DOTALL)[0]
    assert 'role="img" aria-label="Dot map with Türkiye highlighted"' in drawing
    assert "<a " not in drawing
    assert drawing.count('class="f"') == drawing.count('class="q1"') == 1
    assert "takes no position on any boundary" in body


def test_names_of_the_country(client):
    Country.objects.filter(pk="TR").update(name_overrides={"fr": "La Türkiye"})
    body = client.get("/en/countries/TR/").content.decode()
    names = re.findall(r'<dt lang="(\w\w)"><bdi>[^<]+</bdi></dt><dd><bdi lang="\1" dir="(\w+)">([^<]+)', body)
    assert len(names) == len(settings.LANGUAGES)
    assert {("fr", "ltr", "La Türkiye"), ("fa", "rtl", "ترکیه"), ("tr", "ltr", "Türkiye")} <= set(names)


def test_many_neighbours(client, monkeypatch):
    monkeypatch.setattr(countries, "MOST_FLAGS", 1)
    for code in ("TR", "JO", "SY"):
        factories.make_member(f"Union of {code}", country=code)
    Country.objects.filter(pk="SY").update(has_flag=False)
    body = client.get("/en/countries/TR/").content.decode()
    assert re.findall(r"<use href=.*?sprite.svg#(\w\w)", body) == ["jo"]
    assert "Nearby countries Jordan 1 Syria 1" in text(client.get("/en/countries/TR/"))


def test_more_members_than_the_table_holds(client, monkeypatch):
    monkeypatch.setattr(countries, "MOST_ROWS", 2)
    for rank in range(3):
        factories.make_member(f"Vakıf {rank}")
    said = text(client.get("/en/countries/TR/"))
    assert "All 3 members" in said
    assert "2 of 3 · In English" in said


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
    assert re.search(r"<h1>\s*Turkey \(our word\)</h1>", body), "no flag, and no gap for one"
    assert "Two offices." in body
    assert "Turkey (our word)" in client.get("/en/countries/").content.decode()
    assert "Turkey (our word)" in client.get("/en/members/").content.decode()
    assert "Turkey (our word)" in client.get("/en/members/TR-0001/", follow=True).content.decode()


def test_a_country_without_region(client):
    factories.make_member("Station", country="AQ")
    body = client.get("/en/countries/AQ/").content.decode()
    assert "?region=" not in body
    assert "Nearby" not in body
    assert "dotmap" not in body, "the map ends north of Antarctica"


def test_lower_case(client):
    response = client.get("/ar/countries/tr/")
    assert (response.status_code, response["Location"]) == (301, "/ar/countries/TR/")


@pytest.mark.parametrize("code", ["QQ", "TUR", "x", "٣٣", "TR%20", "ß"])
def test_unknown(client, code):
    assert client.get(f"/en/countries/{code}/").status_code == 404
