"""Pictures for links, and the manifest."""

import json
import re
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image

from members import sharing
from members.models import Country, Union
from tests import factories

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def picture(client, address: str) -> bytes:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert len(response.content) <= 60_000
    with Image.open(BytesIO(response.content)) as image:
        assert image.size == (sharing.WIDTH, sharing.HEIGHT)
    return response.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own(client, language):
    Union.objects.update(names={code: f"League ({code})" for code in LANGUAGES})
    factories.make_member()
    other = "en" if language != "en" else "tr"
    for path in ("share.png", "countries/DE/share.png"):
        assert picture(client, f"/{language}/{path}") != picture(client, f"/{other}/{path}")


def test_an_empty_register(client):
    assert picture(client, "/en/share.png") != picture(client, "/en/countries/BT/share.png")


def test_it_follows_the_register(client):
    before = client.get("/en/share.png")
    factories.make_member()
    after = client.get("/en/share.png")
    assert before["ETag"] != after["ETag"]
    assert before.content != after.content
    named = picture(client, "/en/countries/TR/share.png")
    Country.objects.filter(pk="TR").update(name_overrides={"en": "Our word"})
    factories.make_member("Another", country="SN")
    assert picture(client, "/en/countries/TR/share.png") != named


def test_it_is_made_once_for_each_state(client, monkeypatch, django_assert_num_queries):
    factories.make_member()
    picture(client, "/en/countries/TR/share.png")
    monkeypatch.setattr(sharing, "country_picture", None)
    with django_assert_num_queries(1):
        picture(client, "/en/countries/TR/share.png?x=y")


def test_queries(client, django_assert_max_num_queries):
    factories.make_member()
    with django_assert_max_num_queries(4):
        picture(client, "/tr/share.png")
    with django_assert_max_num_queries(4):
        picture(client, "/tr/countries/TR/share.png")


def test_hidden_members_are_on_no_picture(client):
    factories.make_member()
    before = picture(client, "/en/countries/TR/share.png")
    factories.make_member("Hidden", is_listed=False)
    assert picture(client, "/en/countries/TR/share.png") == before


@pytest.mark.parametrize("code", ["QQ", "tr", "TUR", "ß"])
def test_unknown_countries(client, code):
    response = client.get(f"/en/countries/{code}/share.png")
    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("page", "shown", "says"),
    [
        ("/ar/", "/ar/share.png", "Dot map"),
        ("/en/members/", "/en/share.png", "Dot map of the countries in which there are members"),
        ("/en/countries/TR/", "/en/countries/TR/share.png", "Dot map with Türkiye highlighted"),
    ],
)
def test_pages_name_their_picture(client, page, shown, says):
    factories.make_member()
    body = client.get(page).content.decode()
    facts = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', body))
    assert facts["og:image"] == f"{settings.SITE_URL}{shown}"
    assert (facts["og:image:width"], facts["og:image:height"]) == ("1200", "630")
    assert facts["og:title"]
    assert facts["og:description"] == facts["description"]
    assert facts["og:url"] == f"{settings.SITE_URL}{page}"
    assert facts["twitter:card"] == "summary_large_image"
    if not page.startswith("/ar/"):
        assert (facts["og:locale"], facts["og:image:alt"]) == ("en_GB", says)
    picture(client, shown)


def test_an_error_has_no_picture(client):
    assert b"og:image" not in client.get("/en/nothing/").content


@pytest.mark.parametrize("language", LANGUAGES)
def test_manifest(client, language):
    Union.objects.update(
        names={"en": "League of Examples", "ar": "رابطة الأمثلة"}, taglines={"en": "Register"}
    )
    response = client.get(f"/{language}/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    assert response["Cache-Control"] == f"public, max-age={settings.PUBLIC_MAX_AGE}"
    facts = json.loads(response.content)
    assert facts["name"] == ("رابطة الأمثلة" if language == "ar" else "League of Examples")
    assert (facts["lang"], facts["start_url"], facts["scope"]) == (language, f"/{language}/", f"/{language}/")
    assert facts["dir"] == ("rtl" if language in settings.LANGUAGES_BIDI else "ltr")
    for icon in facts["icons"]:
        with Image.open(settings.BASE_DIR / "static" / icon["src"].removeprefix("/static/")) as image:
            assert icon["sizes"] == f"{image.width}x{image.height}"
    assert {icon["purpose"] for icon in facts["icons"]} == {"any", "maskable"}


def test_a_long_name_is_not_put_under_an_icon(client):
    Union.objects.update(names={"en": "League of Examples " * 9}, taglines={"en": "Register"})
    assert json.loads(client.get("/en/manifest.webmanifest").content)["short_name"] == "Register"


def test_pages_lead_to_icons_and_manifest(client):
    body = client.get("/ur/").content.decode()
    assert '<link rel="manifest" href="/ur/manifest.webmanifest">' in body
    for file in re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="/static/([^"]+)"', body):
        assert (settings.BASE_DIR / "static" / file).is_file()
    assert '<meta name="theme-color" content="#0b3a44">' in body
