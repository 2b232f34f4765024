"""The directory: search, filters, pages, states."""

import datetime
import html
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from members import revision
from members.actions import organisations
from members.models import Organisation, Union
from members.search import query as search
from members.views.directory import as_number
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/en/members/"


def titles(response) -> list[str]:
    found = re.findall(r"<h3><a [^>]*><bdi[^>]*>(.*?)</bdi>", response.content.decode())
    return [html.unescape(title) for title in found]


OWN_SCRIPTS = ["/static/django_htmx/htmx-2.min.js", "/static/js/directory.js"]


def scripts(response) -> list[str]:
    """The files of the page's scripts; the data for search engines aside, no other script may be there."""
    written = re.findall(r"<script([^>]*)>", response.content.decode())
    found = [re.fullmatch(r' defer src="([^"]+)"| type="application/ld\+json"', one) for one in written]
    assert all(found), written
    return [one[1] for one in found if one[1]]


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
            works_in=["SN", "ML"],
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
        ("works_in=SN", 1),
        ("works_in=SN&works_in=ML&country=TR", 1),
        ("works_in=TR", 0),
        ("since=2005-2009", 2),
        ("since=2009&since=1999", 2),
        ("since=2010-2014", 0),
        ("name_lang=ar", 1),
        ("name_lang=ar-Latn", 0),
        ("name_lang=en&name_lang=fr", 2),
        ("on=2009-03-12", 3),
        ("on=2009-03-11", 1),
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
    assert "No members match “ selvi ” with these filters: Education and Senegal" in text(response)
    assert "1 member matches without the filters" in text(response)
    assert titles(response) == ["Selvi River Education Foundation"]
    assert 'value="SN" id="country-SN" checked' in response.content.decode()


def test_filters_alone_without_result(client, members):
    response = client.get(f"{URL}?country=BT")
    assert "No members match these filters: Bhutan" in text(response)
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
    assert (
        scripts(response) == OWN_SCRIPTS
        if response.status_code == 200
        else b"<script" not in response.content
    )


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


class TestFilters:
    def shown(self, client, query: str = "", language: str = "en") -> dict:
        response = client.get(f"/{language}/members/?{query}")
        return {one.name: one for one in response.context["filters"]}

    def test_their_order_and_which_are_open(self, client, members):
        filters = self.shown(client)
        assert list(filters) == [
            "focus", "country", "region", "kind", "class", "status", "works_in", "since", "name_lang",
        ]  # fmt: skip
        assert [name for name, one in filters.items() if one.is_open] == [
            "focus",
            "country",
            "region",
            "kind",
        ]
        assert self.shown(client, "since=2005-2009")["since"].is_open

    def test_regions_are_a_tree(self, client, members):
        regions = self.shown(client)["region"].options
        assert [(one.value, one.label, one.number, one.is_part) for one in regions] == [
            ("002", "Africa", 2, False),
            ("015", "Northern Africa", 1, True),
            ("011", "Western Africa", 1, True),
            ("142", "Asia", 1, False),
            ("145", "Western Asia", 1, True),
        ]
        alone = self.shown(client, "region=034")["region"].options
        assert [(one.value, one.number, one.is_ticked) for one in alone[-2:]] == [
            ("145", 1, False),
            ("034", 0, True),
        ][::-1]

    def test_years_and_languages(self, client, members):
        factories.make_member("Yeni", since=datetime.date.today())  # noqa: DTZ011
        filters = self.shown(client)
        this_year = datetime.date.today().year // 5 * 5  # noqa: DTZ011
        assert [one.label for one in filters["since"].options] == [f"{this_year} or later", "2005–2009"]
        assert [(one.label, one.number) for one in filters["name_lang"].options] == [
            ("Turkish", 2), ("Arabic", 1), ("English", 1), ("French", 1),
        ]  # fmt: skip
        factories.make_member("Drina", language="sr-Latn")
        serbian = self.shown(client, "name_lang=sr-latn")["name_lang"].options[-1]
        assert (serbian.label, serbian.is_ticked) == ("Serbian (Latin)", True)

    def test_of_long_lists_the_rest_is_in_a_box(self, client):
        codes = ["AL", "BA", "CI", "DZ", "EG", "FR", "GH", "TW"]
        factories.make_member("Selvi", works_in=codes)
        factories.make_member("Badem", works_in=["TW", "FR"])
        works_in = self.shown(client)["works_in"]
        assert [one.value for one in works_in.options[:2]] == ["FR", "TW"]
        assert [one.value for one in works_in.others] == ["EG", "GH"]
        body = client.get(f"{URL}?works_in=GH").content.decode()
        assert '<input type="checkbox" name="works_in" value="GH" id="works_in-GH" checked>' in body
        assert '<option value="EG">Egypt (1)</option>' in body

    def test_chips_say_which_facet_they_are_of(self, client, members):
        response = client.get(f"{URL}?works_in=SN&since=2005-2009&name_lang=ar&country=SN")
        assert [chip.label for chip in response.context["chips"]] == [
            "Senegal", "Works in Senegal", "Joined: 2005–2009", "Has a name in Arabic",
        ]  # fmt: skip

    def test_names_in_the_alphabet_of_the_page(self, client):
        for code in ("CZ", "CN", "CF", "JO", "OM"):
            factories.make_member(f"Vakıf {code}", country=code)
        labels = [one.label for one in self.shown(client, language="tr")["country"].options]
        assert labels == ["Çekya", "Çin", "Orta Afrika Cumhuriyeti", "Umman", "Ürdün"]


class TestAnotherDay:
    @pytest.fixture(autouse=True)
    def _members(self):
        left = factories.make_member("Badem Vakfı", since=datetime.date(2010, 1, 1), focus=["youth"])
        factories.end(left, datetime.date(2015, 12, 31))
        renamed = factories.make_member("Eski Vakıf", country="SN", since=datetime.date(2012, 2, 29))
        organisations.change_official_name(
            renamed,
            value="Yeni Vakıf",
            language="tr",
            on=datetime.date(2018, 1, 1),
            by=None,
            reason="Letter.",
        )
        factories.change_class(renamed, to="observer", on=datetime.date(2020, 1, 1))

    @pytest.mark.parametrize(
        ("on", "shown"),
        [
            ("2009-12-31", []),
            ("2010-01-01", ["Badem Vakfı"]),
            ("2012-02-28", ["Badem Vakfı"]),
            ("2012-02-29", ["Badem Vakfı", "Eski Vakıf"]),
            ("2015-12-31", ["Badem Vakfı", "Eski Vakıf"]),
            ("2016-01-01", ["Eski Vakıf"]),
            ("2017-12-31", ["Eski Vakıf"]),
            ("2018-01-01", ["Yeni Vakıf"]),
            ("0001-01-01", []),
        ],
    )
    @pytest.mark.parametrize("sort", ["name", "country", "new"])
    def test_who_was_a_member_and_under_which_name(self, client, on, shown, sort):
        assert sorted(titles(client.get(f"{URL}?on={on}&sort={sort}"))) == shown

    def test_class_and_counts_are_of_that_day(self, client):
        then = client.get(f"{URL}?on=2015-06-30")
        assert "2 members on 30 June 2015" in text(then)
        assert {one.name: one.options for one in then.context["filters"]}["class"][0].number == 2
        assert 'class="tag' not in then.content.decode()
        assert "Observer" in text(client.get(f"{URL}?on=2020-01-01"))
        former = client.get(f"{URL}?on=2016-06-30&status=former")
        assert "1 organisation on 30 June 2016" in text(former)

    def test_it_says_so_and_leads_back(self, client):
        body = client.get(f"{URL}?country=SN&on=2015-06-30").content.decode()
        assert '<div class="note flow day" role="note">' in body
        assert "<b>The register on 30 June 2015</b>" in body
        assert '<a href="?country=SN">Show today’s list</a>' in body
        assert 'name="robots" content="noindex,follow"' in body
        assert "on 30 June 2015 |" in body.split("</title>")[0].replace("\n", " ")
        assert "The register on 30" not in client.get(URL).content.decode()

    def test_links_stay_on_that_day(self, client):
        response = client.get(f"{URL}?country=SN&on=2015-06-30")
        body = response.content.decode()
        assert response.context["chips"][0].url == "?on=2015-06-30"
        assert f'{Organisation.objects.get(number="SN-0001").get_absolute_url()}?on=2015-06-30"' in body
        assert all("on=2015-06-30" in sort["url"] for sort in response.context["sorts"])
        assert body.count('<input type="hidden" name="on" value="2015-06-30">') == 2  # search and filters
        assert 'href="/ar/members/?country=SN&amp;on=2015-06-30"' in body
        assert '<input type="date" id="on" name="on"' in body

    def test_search_keeps_the_day(self, client):
        assert titles(client.get(f"{URL}?q=badem&on=2015-06-30")) == ["Badem Vakfı"]
        assert "No members match" in text(client.get(f"{URL}?q=badem&on=2009-06-30"))
        assert titles(client.get(f"{URL}?q=yeni&on=2015-06-30")) == ["Eski Vakıf"]

    def test_a_number_leads_to_the_profile_of_that_day(self, client):
        response = client.get(f"{URL}?q=TR-0001&on=2015-06-30")
        assert response["Location"].endswith("/?on=2015-06-30")
        assert client.get(f"{URL}?q=TR-0001&on=2009-06-30").status_code == 200

    def test_nobody_on_that_day(self, client):
        response = client.get(f"{URL}?on=2009-06-30")
        assert "No members on 30 June 2009" in text(response)
        assert "first members will appear" not in text(response)
        filtered = client.get(f"{URL}?on=2013-06-30&country=BT")
        assert "2 members match without the filters" in text(filtered)

    def test_it_is_never_kept_as_today(self, client, django_assert_num_queries):
        today, then = client.get(URL), client.get(f"{URL}?on=2013-06-30")
        assert today["ETag"] != then["ETag"]
        assert client.get(URL).content == today.content != then.content
        assert client.get(f"{URL}?on=2013-06-30", headers={"If-None-Match": today["ETag"]}).status_code == 200
        assert client.get(f"{URL}?on=2013-06-30", headers={"If-None-Match": then["ETag"]}).status_code == 304

    @pytest.mark.parametrize(
        "on", ["2999-01-01", "9999-12-31", "2019-02-29", "٢٠١٩-٠٦-٣٠", "۲۰۱۹-۰۶-۳۰", "x", "0000-01-01"]
    )
    def test_no_day(self, client, on):
        response = client.get(URL, {"on": on})
        assert f"Ignored: on={on}" in text(response)
        assert "The register on another day" in text(response)
        assert response.context["query"].on is None


class TestOrder:
    @pytest.mark.parametrize(
        ("sort", "said"),
        [
            ("name", "In English alphabetical order"),
            ("country", "By country, in English alphabetical order"),
            ("new", "Last admitted first"),
        ],
    )
    def test_it_is_stated(self, client, members, sort, said):
        assert said in text(client.get(f"{URL}?sort={sort}"))

    def test_best_matches(self, client, members):
        assert "Best matches first" in text(client.get(f"{URL}?q=selvi"))
        assert "written exactly so" not in text(client.get(f"{URL}?q=selvi"))

    def test_the_nearest_spelling_is_called_so(self, client, members):
        response = client.get(f"{URL}?q=litoral")
        assert titles(response) == ["Réseau du Littoral"]
        assert "No name is written exactly so. These are the nearest." in text(response)
        elsewhere = client.get(f"{URL}?q=litoral&country=TR")
        assert "No name is written exactly so. These are the nearest." in text(elsewhere)


def test_whoever_finds_nothing_may_write(client, members):
    assert "missing" not in text(client.get(f"{URL}?q=zzzzzz"))
    Union.objects.update(contact_email="office@union.example.org")
    revision.raised()
    body = client.get(f"{URL}?q=zzz%26body=x").content.decode()
    assert "Tell us about an organisation that is missing" in body
    assert '?subject=An%20organisation%20is%20missing%20from%20the%20register%3A%20zzz%26body%3Dx"' in body


def test_scripts_are_our_own_and_only_here(client, members):
    response = client.get(URL)
    assert scripts(response) == OWN_SCRIPTS
    assert scripts(client.get("/en/")) == []
    assert "HX-Request" not in response.get("Vary", "")
    asked = client.get(URL, headers={"HX-Request": "true"})
    assert asked.content == response.content


def test_the_bundled_script_is_where_the_page_says():
    assert all(finders.find(path.removeprefix("/static/")) for path in OWN_SCRIPTS)
