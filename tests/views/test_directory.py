"""The directory: search, filters, pages, states."""

import html
import re

import pytest
from django.conf import settings

from members.models import Organisation
from members.search import query as search
from members.views.directory import as_number
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/en/members/"


def titles(response) -> list[str]:
    found = re.findall(r"<h3><a [^>]*><bdi[^>]*>(.*?)</bdi>", response.content.decode())
    return [html.unescape(title) for title in found]


def text(response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.fixture
def members():
    return {
        "selvi": factories.make_member(
            "Selvi Irmağı Eğitim Vakfı",
            names=[
                ("Selvi River Education Foundation", "translation", "en"),
                ("SIEV", "acronym", ""),
                ("Selvi Köy Okulları", "former", "tr"),
                ("Okul Dostları", "alias", "tr"),
            ],
            texts={"en": "Runs village schools.", "tr": "Köy okulları yürütür."},
            focus=["education", "youth"],
            city="Çanakkale",
        ),
        "wadi": factories.make_member(
            "جمعية وادي الزيتون",
            language="ar",
            country="MA",
            kind="association",
            names=[("Jamʿiyyat Wadi al-Zaytun", "romanised", "ar-Latn")],
            texts={"ar": "تدير مدارس مسائية."},
            focus=["education"],
            since=None,
        ),
        "reseau": factories.make_member("Réseau du Littoral", language="fr", country="SN", to="observer"),
    }


def test_all_members_by_default(client, members):
    response = client.get(URL)
    assert titles(response) == [
        "Réseau du Littoral",
        "Selvi River Education Foundation",
        "جمعية وادي الزيتون",
    ]
    assert '<h2 id="rh" tabindex="-1">\n  \n    3 members' in response.content.decode()
    assert "Ignored" not in text(response)


def test_a_row(client, members):
    body = client.get(URL).content.decode()
    assert '<bdi lang="en" dir="ltr">Selvi River Education Foundation</bdi>' in body
    assert '<bdi lang="tr" dir="ltr">Selvi Irmağı Eğitim Vakfı</bdi>' in body
    assert '<bdi lang="ar" dir="rtl">جمعية وادي الزيتون</bdi>' in body
    assert '<bdi lang="ar-Latn" dir="ltr">Jamʿiyyat Wadi al-Zaytun</bdi>' in body
    assert "<p>Runs village schools.</p>" in body
    assert '<p><bdi lang="ar" dir="rtl">تدير مدارس مسائية.</bdi></p>' in body
    assert "<b>Türkiye</b>" in body
    assert "Çanakkale" in body
    assert body.count("Member since 2009") == 2  # the third has no recorded start
    assert body.count('class="tag') == 1
    assert '<span class="tag w">Observer</span>' in body
    assert 'aria-hidden="true" lang="ar" dir="rtl">و</span>' in body


def test_a_row_in_another_language(client, members):
    body = client.get("/ar/members/").content.decode()
    assert '<html lang="ar" dir="rtl">' in body
    assert '<bdi lang="tr" dir="ltr">Selvi Irmağı Eğitim Vakfı</bdi>' in body
    assert "Selvi River" not in body
    assert "<p>تدير مدارس مسائية.</p>" in body
    assert '<bdi lang="tr" dir="ltr">Köy okulları yürütür.</bdi>' in body
    assert "تركيا" in body


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("selvi egitim", "Selvi River Education Foundation"),
        ("Okul Dostları", "Also known as: Okul Dostları"),
        ("siev", "Acronym: SIEV"),
        ("selvi koy", "Former name: Selvi Köy Okulları"),
        ("jamiyat wadi al zaytun", "Jamʿiyyat Wadi al-Zaytun"),
        ("الزيتون", "جمعية وادي الزيتون"),
    ],
)
def test_search_says_which_name_it_met(client, members, typed, shown):
    response = client.get(URL, {"q": typed})
    assert shown in text(response)
    assert "members: “" in text(response).replace("1 member:", "1 members:")


def test_one_result_is_a_list_of_one(client, members):
    response = client.get(URL, {"q": "littoral"})
    assert response.status_code == 200
    assert titles(response) == ["Réseau du Littoral"]


@pytest.mark.parametrize("typed", ["TR-0001", "tr-0001", " tr 1 ", "TR0001", "٠TR-0001"[1:]])
def test_an_exact_number_leads_to_the_profile(client, members, typed):
    response = client.get(URL, {"q": typed, "country": "SN"})
    assert response.status_code == 302
    assert response["Location"] == members["selvi"].get_absolute_url()
    assert response["Cache-Control"] == "private, no-store"


def test_the_number_of_a_hidden_one_is_an_ordinary_search(client, members):
    Organisation.objects.update(is_listed=False)
    shown = client.get(URL, {"q": "TR-0001"})
    assert shown.status_code == 200
    assert shown.content.replace(b"TR-0001", b"") == client.get(URL, {"q": "TR-7777"}).content.replace(
        b"TR-7777", b""
    )


def test_numbers_as_people_type_them():
    assert as_number("Tr – 147") == "TR-0147"
    assert as_number("TR-12345") == "TR-12345"
    assert as_number("TR-0147 Vakfı") == ""
    assert as_number("") == ""


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("country=TR", 1),
        ("country=TR&country=SN", 2),
        ("country=tr", 1),
        ("country=TR&focus=education", 1),
        ("region=145", 1),
        ("region=002", 2),
        ("region=145&country=MA", 0),
        ("focus=education", 2),
        ("focus=education&focus=youth", 2),
        ("class=observer", 1),
        ("kind=association", 1),
        ("type=association", 1),
        ("status=member", 3),
        ("status=former", 0),
    ],
)
def test_filters(client, members, query, number):
    response = client.get(f"{URL}?{query}")
    assert response.context["view"].members.facets.total == number
    assert 'name="robots" content="noindex,follow"' in response.content.decode()


def test_counts_set_the_facets_own_ticks_aside(client, members):
    filters = {one.name: one for one in client.get(f"{URL}?country=TR").context["filters"]}
    countries = {option.value: option.number for option in filters["country"].options}
    assert countries == {"TR": 1, "MA": 1, "SN": 1}
    assert {option.value: option.number for option in filters["focus"].options} == {
        "education": 1,
        "youth": 1,
    }
    assert [option.value for option in filters["region"].options if option.is_ticked] == []


def test_zero_options_are_left_out_and_ticked_ones_stay(client, members):
    filters = {one.name: one for one in client.get(f"{URL}?country=BT&region=142").context["filters"]}
    assert [(option.value, option.number) for option in filters["country"].options] == [("TR", 1), ("BT", 0)]
    assert [(option.value, option.is_ticked) for option in filters["region"].options] == [("142", True)]


def test_many_countries_are_grouped_by_region(client):
    for code in ("AL", "BA", "CI", "DZ", "EG", "FR", "GH", "TW"):
        factories.make_member(f"Union {code}", country=code, language="en")
    factories.make_member("Station", country="AQ", language="en")
    [countries] = [one for one in client.get(URL).context["filters"] if one.name == "country"]
    assert len(countries.options) == 6
    assert countries.number_of_all == 9
    assert [more.title for more in countries.more] == ["Western Africa", "Eastern Asia", "Western Europe"]


def test_chips_take_one_filter_away(client, members):
    response = client.get(f"{URL}?q=selvi&country=TR&focus=education")
    assert [chip.url for chip in response.context["chips"]] == [
        "?q=selvi&country=TR",
        "?q=selvi&focus=education",
    ]
    assert 'href="?q=selvi">Clear all filters' in response.content.decode()
    single = client.get(f"{URL}?country=TR")
    assert [chip.url for chip in single.context["chips"]] == ["?"]


def test_ignored_parameters_are_named_and_escaped(client, members):
    response = client.get(URL, {"country": ["zz", "TR"], "x<b>": "1", "focus": "nothing", "sort": "password"})
    assert "Ignored: country=zz , x<b>=1 , focus=nothing , sort=password" in text(response)
    assert b"x<b>" not in response.content
    assert titles(response) == ["Selvi River Education Foundation"]


def test_zero_results_keep_the_filters_and_show_what_there_is_without(client, members):
    response = client.get(f"{URL}?q=selvi&country=SN&focus=education")
    assert "No members match “ selvi ” in Education and Senegal" in text(response)
    assert "1 member matches without the filters" in text(response)
    assert titles(response) == ["Selvi River Education Foundation"]
    assert 'value="SN" checked' in response.content.decode()


def test_filters_alone_without_result(client, members):
    response = client.get(f"{URL}?country=BT")
    assert "No members in Bhutan" in text(response)
    assert "3 members match without the filters" in text(response)
    assert len(titles(response)) == 3


def test_nothing_at_all(client, members):
    response = client.get(f"{URL}?q=zzzzzz")
    assert "No members match “ zzzzzz ”" in text(response)
    assert "Other ways to look" in text(response)
    both = client.get(f"{URL}?q=zzzzzz&country=TR")
    assert "without the filters" not in text(both)


def test_an_empty_register(client):
    response = client.get(URL)
    assert "No members yet" in text(response)
    assert "The first members will appear here after admission." in text(response)


def test_former_members_are_organisations(client, members):
    factories.end(members["reseau"])
    response = client.get(f"{URL}?status=former")
    assert "1 organisation" in text(response)
    assert '<span class="tag x">Former member</span>' in response.content.decode()
    assert "Member since" not in text(response)
    assert titles(client.get(URL)) == ["Selvi River Education Foundation", "جمعية وادي الزيتون"]


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        ("name", ["SN-0001", "TR-0001", "MA-0001"]),
        ("country", ["MA-0001", "SN-0001", "TR-0001"]),
        ("new", ["SN-0001", "TR-0001", "MA-0001"]),
        ("relevance", ["SN-0001", "TR-0001", "MA-0001"]),  # nothing was searched for
    ],
)
def test_sorts(client, members, sort, numbers):
    response = client.get(f"{URL}?sort={sort}")
    assert [entry.organisation.number for entry in response.context["entries"]] == numbers
    assert 'href="https://' not in response.content.decode()
    assert f'<link rel="canonical" href="{settings.SITE_URL}{URL}">' in response.content.decode()


class TestPages:
    @pytest.fixture(autouse=True)
    def _five_on_two_pages(self, settings):
        settings.DIRECTORY_PAGE_SIZE = 2
        for rank, country in enumerate(["TR", "SN", "TR", "MA", "SN"], start=1):
            factories.make_member(f"Vakıf {rank}", country=country)

    def shown(self, client, query):
        response = client.get(f"{URL}?{query}")
        return [entry.organisation.number for entry in response.context["entries"]]

    @pytest.mark.parametrize("sort", ["name", "country", "new"])
    def test_pages_are_the_whole_list_and_nothing_twice(self, client, sort):
        pages = [self.shown(client, f"sort={sort}&page={page}") for page in (1, 2, 3)]
        assert [len(page) for page in pages] == [2, 2, 1]
        assert len({number for page in pages for number in page}) == 5

    def test_by_country_across_pages(self, client):
        pages = [self.shown(client, f"sort=country&page={page}") for page in (1, 2, 3)]
        assert pages == [["MA-0001", "SN-0001"], ["SN-0002", "TR-0001"], ["TR-0002"]]

    @pytest.mark.parametrize("sort", ["name", "country", "new", "relevance"])
    def test_of_a_search(self, client, sort):
        pages = [self.shown(client, f"q=vakif&sort={sort}&page={page}") for page in (1, 2, 3)]
        assert len({number for page in pages for number in page}) == 5

    def test_numbers_and_links(self, client):
        body = client.get(f"{URL}?page=2&country=TR&country=SN").content.decode()
        assert '<a href="?country=SN&amp;country=TR" rel="prev">' in body
        assert 'aria-current="page"><span class="vh">Page </span>2</span>' in body
        assert 'rel="next"' not in body
        assert "(page 2 of 2)" in body
        assert f'href="{settings.SITE_URL}/ar/members/?country=SN&amp;country=TR&amp;page=2"' in body

    @pytest.mark.parametrize("page", ["4", "1000000000", "99999999999999999"])
    def test_beyond_the_end(self, client, page):
        response = client.get(URL, {"page": page, "country": ["TR", "SN", "MA"], "sort": "new"})
        assert response.status_code == 302
        assert response["Location"] == f"{URL}?country=MA&country=SN&country=TR&sort=new"

    @pytest.mark.parametrize("page", ["-1", "0", "abc", "٢", "1e3", "1_0", "9" * 400, "+2", "2.0"])
    def test_no_page_number(self, client, page):
        response = client.get(URL, {"page": page})
        assert response.status_code == 200
        assert "Ignored: page=" in text(response)
        assert response.context["query"].page == 1


HOSTILE = [
    "q=%00", "q=%ED%A0%80", "q=%FF%FE", "q=" + "a" * 3000, "q='%22%3E%3Cscript%3E",
    "q=%F0%9F%92%A5",
    "q=%E2%80%AE", "q=%25%25%25", "q=..%2F..", "page=", "country=&country=", "&&&==", "focus[]=x", "q=1&q=2",
    "sort=name&sort=new",
    "country=" + "&country=".join(["TR"] * 300), "q=%EF%BC%B4%EF%BC%B2-0001", "status=none", "region=999",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_whatever_comes_is_answered(client, members, query):
    response = client.get(f"{URL}?{query}")
    assert response.status_code in {200, 302, 400}
    assert b"<script" not in response.content


def test_the_etag_follows_what_was_asked(client, members):
    etag = client.get(f"{URL}?country=TR&focus=youth")["ETag"]
    assert client.get(f"{URL}?focus=youth&country=tr")["ETag"] == etag
    assert client.get(f"{URL}?country=TR")["ETag"] != etag
    assert client.get("/fr/members/?country=TR&focus=youth")["ETag"] != etag
    assert client.get(f"{URL}?country=TR&focus=youth&x=1")["ETag"] != etag
    assert client.get(f"{URL}?country=TR&focus=youth", headers={"If-None-Match": "*"}).status_code == 200


def test_the_search_form_keeps_filters(client, members):
    body = client.get(f"{URL}?country=TR&sort=new").content.decode()
    form = re.search(r'<form class="find".*?</form>', body, re.DOTALL)[0]
    assert '<input type="hidden" name="country" value="TR">' in form
    assert '<input type="hidden" name="sort" value="new">' in form
    filters = re.search(r'<form class="facets".*?</form>', body, re.DOTALL)[0]
    assert '<input type="hidden" name="sort" value="new">' in filters


def test_more_hits_than_are_shown(client, members, monkeypatch):
    factories.make_member("Okul Vakfı")
    find = search.find
    monkeypatch.setattr(search, "find", lambda typed, among: find(typed, among=among, limit=1))
    assert "The best match: “ okul ”" in text(client.get(URL, {"q": "okul"}))
