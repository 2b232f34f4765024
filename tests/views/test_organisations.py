"""Profiles and the permanent address."""

import datetime
import html
import re

import pytest
from django.test import Client
from django.utils.translation import override

from members import revision
from members.actions import organisations, people
from members.models import MembershipClass, Organisation, Union, User
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = datetime.date.today()  # noqa: DTZ011 -- the tests' zone is UTC


def text(response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def profile(client, organisation, language="en"):
    with override(language):
        response = client.get(organisation.get_absolute_url())
    assert response.status_code == 200
    return response


@pytest.fixture
def selvi():
    return factories.make_member(
        "Selvi Irmağı Eğitim Vakfı",
        names=[
            ("Selvi River Education Foundation", "translation", "en"),
            ("وقف نهر سلفي", "translation", "ar"),
            ("SIEV", "acronym", ""),
            ("Selvi Köy Okulları", "former", "tr"),
        ],
        texts={"tr": ("Köy okulları yürütür.", "Birinci bölüm.\n\nİkinci <b>bölüm</b>.")},
        focus=["education"],
        works_in=["SN", "TR"],
        city="Çanakkale",
        founded_year=1998,
        legal_number="17-482/1998",
        legal_register="Vakıflar",
        website="https://www.selvi.example.org/",
        email="info@selvi.example.org",
        email_audience="public",
        phone="+902860000000",
        address="Gizli Sokak 1",
        confirmed_on=datetime.date(2026, 3, 12),
    )


def test_what_stands_on_it(client, selvi):
    response = profile(client, selvi)
    body, said = response.content.decode(), text(response)
    assert "<title>Selvi River Education Foundation (Türkiye) | Union of NGOs</title>" in body
    assert '<h1><bdi lang="en" dir="ltr">Selvi River Education Foundation</bdi></h1>' in body
    assert "Selvi Irmağı Eğitim Vakfı Turkish · Official name" in said
    assert '<bdi lang="ar" dir="rtl">وقف نهر سلفي</bdi> <i>Arabic</i>' in body
    assert "SIEV Acronym" in said
    assert "Full member since 12 March 2009 TR-0001" in said
    assert '<time datetime="2009-03-12">12 March 2009</time>' in body
    assert "Founded 1998" in said
    assert "17-482/1998" in said
    assert '<bdi dir="ltr">selvi.example.org</bdi>' in body
    assert 'href="mailto:info@selvi.example.org"' in body
    assert "286" not in said
    assert "Gizli" not in said
    assert "Confirmed by the organisation: 12 March 2026" in said
    assert 'href="/en/members/?focus=education"' in body
    assert 'href="/en/countries/SN/"' in body
    assert 'src="/static/flags/tr.svg" alt=""' in body


def test_text_of_another_language_says_so(client, selvi):
    body = profile(client, selvi).content.decode()
    assert "Shown in Turkish. No English text yet." in body
    assert '<div class="flow" lang="tr" dir="ltr">' in body
    assert "<p>İkinci &lt;b&gt;bölüm&lt;/b&gt;.</p>" in body
    assert "Shown in" not in profile(client, selvi, "tr").content.decode()


def test_no_text(client):
    bare = factories.make_member(focus=[])
    assert "has not described itself yet" in text(profile(client, bare))


def test_text_in_neither_language_of_page_nor_name(client):
    other = factories.make_member(texts={"ur": "تعلیم"})
    body = profile(client, other).content.decode()
    assert 'lang="ur" dir="rtl"' in body
    assert "Shown in Urdu." in body


def test_a_name_without_language(client):
    nameless = factories.make_member("1871", language="")
    body = profile(client, nameless).content.decode()
    assert '<h1><bdi dir="auto">1871</bdi></h1>' in body
    assert "has not described itself yet" in body


@pytest.mark.parametrize("tail", ["", "wrong/", "selvi/", "-/"])
def test_slug_is_corrected(client, selvi, tail):
    response = client.get(f"/en/members/TR-0001/{tail}")
    assert (response.status_code, response["Location"]) == (301, selvi.get_absolute_url())


def test_lower_case_number(client, selvi):
    response = client.get("/fr/members/tr-0001/x/")
    assert response.status_code == 301
    assert response["Location"] == "/fr/members/TR-0001/selvi-irmagi-egitim-vakfi/"


def merge(loser, survivor):
    Organisation.objects.filter(pk=loser.pk).update(merged_into=survivor)


def test_merged_number_leads_to_the_survivor(client, selvi):
    first, second = factories.make_member("Badem Vakfı"), factories.make_member("Ceviz Vakfı")
    merge(first, second)
    merge(second, selvi)
    for number in ("TR-0002", "tr-0003"):
        response = client.get(f"/en/members/{number}/badem-vakfi/")
        assert (response.status_code, response["Location"]) == (301, selvi.get_absolute_url())


def test_of_a_circle_of_mergers_there_is_no_page(client, selvi):
    other = factories.make_member("Badem Vakfı")
    merge(selvi, other)
    merge(other, selvi)
    assert client.get("/en/members/TR-0001/").status_code == 404


class TestNotShown:
    def answers(self, client):
        paths = ["/en/members/TR-0001/", "/en/members/TR-0001/selvi-irmagi-egitim-vakfi/", "/id/TR-0001"]
        return [client.get(path) for path in paths]

    @pytest.fixture
    def unknown(self, client):
        factories.make_member("Réseau", country="SN")  # the register has changed today in any case
        return self.answers(client)

    def same(self, client, unknown):
        for answer, expected in zip(self.answers(client), unknown, strict=True):
            assert answer.status_code == 404
            assert (answer.content, dict(answer.headers)) == (expected.content, dict(expected.headers))

    def test_hidden(self, client, unknown, selvi):
        Organisation.objects.update(is_listed=False)
        self.same(client, unknown)

    def test_never_admitted(self, client, unknown):
        factories.make_organisation("Selvi Irmağı Eğitim Vakfı")
        self.same(client, unknown)

    def test_not_admitted_yet(self, client, unknown):
        factories.make_member("Selvi Irmağı Eğitim Vakfı", since=TODAY + datetime.timedelta(days=1))
        self.same(client, unknown)

    def test_in_a_class_that_is_not_public(self, client, unknown):
        MembershipClass.objects.create(slug="secret", names={"en": "Secret"}, is_public=False)
        factories.make_member("Selvi Irmağı Eğitim Vakfı", to="secret")
        self.same(client, unknown)

    def test_merged_into_a_hidden_one(self, client, unknown, selvi):
        hidden = factories.make_member("Badem Vakfı")
        merge(selvi, hidden)
        Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
        self.same(client, unknown)

    def test_another_number_looks_the_same(self, client, unknown):
        other = client.get("/en/members/SN-4711/")
        assert other.content == unknown[0].content


@pytest.mark.parametrize(
    "path",
    ["/en/members/X/", "/en/members/TR-1/", "/en/members/TR-٠٠٠١/", "/en/members/TR-0001%00/", "/id/TR-1"],
)
def test_no_number(client, selvi, path):
    assert client.get(path).status_code in {400, 404}


def test_suspended(client, selvi):
    factories.suspend(selvi)
    response = profile(client, selvi)
    assert "The membership of this organisation is suspended." in text(response)
    assert '<span class="tag x">Membership suspended</span>' in response.content.decode()
    assert "selvi.example.org" not in response.content.decode()
    assert "1 May 2024" not in text(response)
    assert "2 May 2024 Membership suspended" in text(response)


def test_former(client, selvi):
    factories.end(selvi)
    response = profile(client, selvi)
    said = text(response)
    assert (
        "This organisation is no longer a member of the union. Last day of membership: 31 December 2023"
        in said
    )
    assert "Former member TR-0001" in said
    assert "1 January 2024 Membership ended: Resigned" in said
    assert "selvi.example.org" not in response.content.decode()


def test_history(client, selvi):
    factories.change_class(selvi, to="observer", on=datetime.date(2015, 1, 1))
    factories.suspend(selvi, datetime.date(2017, 1, 1))
    factories.reinstate(selvi, datetime.date(2018, 1, 1))
    factories.end(selvi, datetime.date(2019, 12, 31), how="lapsed")
    factories.make_membership(selvi, since=datetime.date(2021, 5, 1))
    factories.suspend(selvi, datetime.date(2999, 1, 1))
    organisations.change_official_name(
        selvi, value="Selvi Vakfı", language="tr", on=datetime.date(2012, 6, 1), by=None, reason="New name."
    )
    response = client.get(Organisation.objects.get().get_absolute_url())
    log = text(response).partition("History in the register")[2]
    events = [
        "1 May 2021 Readmitted as a member. Class: Full member",
        "1 January 2020 Membership ended: Lapsed",
        "1 January 2018 Reinstated: the suspension ended",
        "1 January 2017 Membership suspended",
        "1 January 2015 Class of membership changed to: Observer",
        "1 June 2012 Name changed from: Selvi Irmağı Eğitim Vakfı",
        "12 March 2009 Admitted as a member. Class: Full member",
    ]
    assert log.strip().startswith(" ".join(events))
    assert "Full member since 1 May 2021" in text(response)


def test_member_since_goes_through_changes_of_class(client, selvi):
    factories.change_class(selvi, to="observer", on=datetime.date(2015, 1, 1))
    assert "Observer since 12 March 2009" in text(profile(client, selvi))


def test_change_into_a_class_that_is_not_public_reads_as_the_end(client, selvi):
    MembershipClass.objects.create(slug="secret", names={"en": "Secret"}, is_public=False)
    factories.change_class(selvi, to="secret", on=datetime.date(2015, 1, 1))
    said = text(profile(client, selvi))
    assert "1 January 2015 Membership ended" in said
    assert "Secret" not in said
    assert "Former member" in said


def test_start_not_recorded(client):
    old = factories.make_member("Eski Vakıf", since=None)
    said = text(profile(client, old))
    assert "since" not in said
    assert "History in the register" not in said


class TestRepresentatives:
    def table(self, client, organisation):
        return text(profile(client, organisation)).partition("Representatives")[2].partition("History")[0]

    def test_name_only_with_consent(self, client, selvi):
        factories.make_representative(selvi, "Elif Karaca", is_public=True, function="delegate")
        factories.make_representative(selvi, "Mert Yalın", function="delegate", rank="alternate")
        shown = self.table(client, selvi)
        assert "Delegate to the union Elif Karaca 1 March 2024" in shown
        assert "Delegate to the union, alternate name not published 1 March 2024" in shown
        assert "Mert" not in shown

    def test_ended_terms_are_not_current_and_the_post_is_vacant(self, client, selvi):
        for name, function in [("Elif Karaca", "head"), ("Can Demir", "delegate"), ("Ada Kaya", "treasurer")]:
            factories.make_representative(
                selvi, name, is_public=True, function=function, ends_on=datetime.date(2025, 1, 1)
            )
        shown = self.table(client, selvi)
        assert shown.count("vacant") == 2
        assert "Treasurer" not in shown
        assert "Karaca" not in shown

    def test_a_successor_fills_the_post(self, client, selvi):
        first = factories.make_representative(selvi, "Elif Karaca", function="head", ends_on=TODAY)
        factories.make_representative(
            selvi, "Can Demir", is_public=True, function="head", starts_on=TODAY + datetime.timedelta(days=1)
        )
        assert "vacant" not in self.table(client, selvi)
        assert first.ends_on == TODAY
        assert "Can Demir" not in self.table(client, selvi)

    def test_sealed_people_are_never_named(self, client, selvi):
        mandate = factories.make_representative(selvi, "Elif Karaca", is_public=True)
        staff = User.objects.create_superuser("staff", password="a long password indeed")
        people.seal(mandate.person, by=staff, reason="At risk.")
        shown = self.table(client, selvi)
        assert "Delegate to the union name not published" in shown
        assert "Karaca" not in profile(client, selvi).content.decode()


def test_other_members_in_the_country(client, selvi):
    for rank in range(1, 8):
        factories.make_member(f"Vakıf {rank}")
    factories.make_member("Réseau", language="fr", country="SN")
    hidden = factories.make_member("Akasya Vakfı")
    Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
    said = text(profile(client, selvi)).partition("Other members in Türkiye")[2]
    assert [f"Vakıf {rank}" in said for rank in range(1, 8)] == [True] * 5 + [False] * 2
    assert "Akasya" not in said


class TestPermanentAddress:
    @pytest.mark.parametrize(
        ("asked", "language"),
        [("ar,en;q=0.5", "ar"), ("id", "id"), ("de", "en"), ("", "en"), ("fr-CA", "fr")],
    )
    def test_leads_to_the_page_in_the_readers_language(self, selvi, asked, language):
        response = Client(headers={"Accept-Language": asked}).get("/id/TR-0001")
        assert response.status_code == 303
        assert response["Location"] == f"/{language}/members/TR-0001/selvi-irmagi-egitim-vakfi/"
        assert "Accept-Language" in response["Vary"]

    def test_lower_case_and_trailing_slash(self, client, selvi):
        assert client.get("/id/tr-0001/").status_code == 303

    def test_is_no_page_of_the_indonesian_site(self, client, selvi):
        assert client.get("/id/").status_code == 200
        assert client.get("/id/members/").status_code == 200


def test_hreflang_and_canonical(client, selvi, settings):
    body = profile(client, selvi, "ur").content.decode()
    path = "members/TR-0001/selvi-irmagi-egitim-vakfi/"
    assert f'<link rel="canonical" href="{settings.SITE_URL}/ur/{path}">' in body
    for code, _name in settings.LANGUAGES:
        assert f'hreflang="{code}" href="{settings.SITE_URL}/{code}/{path}"' in body
    assert f'hreflang="x-default" href="{settings.SITE_URL}/en/{path}"' in body
    assert '<html lang="ur" dir="rtl">' in body


class TestOnAnotherDay:
    """`?on=2014-01-01`: the entry as the register knew it."""

    def at(self, client, organisation, on: str):
        return client.get(f"{organisation.get_absolute_url()}?on={on}")

    def test_status_names_posts_and_history_are_those_of_the_day(self, client, selvi):
        factories.make_representative(selvi, "Elif Karaca", is_public=True)
        factories.suspend(selvi, datetime.date(2013, 1, 1), until=datetime.date(2014, 12, 31))
        response = self.at(client, selvi, "2014-06-30")
        said = text(response)
        assert "The entry on 30 June 2014" in said
        assert "Membership suspended since 12 March 2009" in said
        assert "Karaca" not in said
        assert "Reinstated" not in said
        assert "Elif Karaca" in text(profile(client, selvi))

    def test_it_is_no_page_for_search_engines_and_is_not_kept(self, client, selvi, settings):
        response = self.at(client, selvi, "2014-06-30")
        body = response.content.decode()
        assert 'content="noindex,follow"' in body
        assert f'rel="canonical" href="{settings.SITE_URL}{selvi.get_absolute_url()}"' in body
        assert response["ETag"] != profile(client, selvi)["ETag"]
        assert "?on=2014-06-30" in body  # the language menu stays on the day

    def test_nobody_is_reached_through_the_past(self, client, selvi):
        factories.suspend(selvi)
        body = self.at(client, selvi, "2014-06-30").content.decode()
        assert "Full member" in body
        assert "selvi.example.org" not in body
        assert "Confirmed by" not in body

    def test_before_the_admission_there_was_no_entry(self, client, selvi):
        assert self.at(client, selvi, "2008-06-30").status_code == 404

    def test_the_hidden_stay_hidden(self, client, selvi):
        Organisation.objects.update(is_listed=False)
        assert self.at(client, selvi, "2014-06-30").status_code == 404

    @pytest.mark.parametrize("on", ["2999-01-01", "yesterday", "2014-02-31", ""])
    def test_a_day_that_cannot_be_shown_is_today(self, client, selvi, on):
        response = self.at(client, selvi, on)
        assert "The entry on" not in text(response)
        assert response["ETag"] == profile(client, selvi)["ETag"]

    def test_redirects_keep_the_day(self, client, selvi):
        response = client.get("/en/members/tr-0001/?on=2014-06-30")
        assert response["Location"] == f"{selvi.get_absolute_url()}?on=2014-06-30"


def test_merged_entries_are_named(client, selvi):
    loser = factories.make_member("Badem Vakfı", since=datetime.date(2011, 1, 1))
    factories.end(loser, datetime.date(2015, 6, 30), how="merged")
    merge(loser, selvi)
    said = text(profile(client, selvi))
    assert "Merged entries TR-0002" in said
    assert "1 July 2015 TR-0002 was merged into this entry" in said


class TestTrust:
    def test_both_dates_stand_there_even_if_nobody_looked_yet(self, client, selvi):
        said = text(profile(client, selvi))
        assert "Confirmed by the organisation: 12 March 2026" in said
        assert "Checked by the secretariat: not yet" in said

    def test_leads_to_how_entries_are_checked(self, client, selvi):
        assert "/about/checks/" not in profile(client, selvi).content.decode()
        factories.make_text("checks", title="How we check entries")
        body = profile(client, selvi).content.decode()
        assert '<a href="/en/about/checks/">How we check entries</a>' in body

    def test_errors_are_reported_with_the_number(self, client, selvi):
        assert "Report an error" not in text(profile(client, selvi))
        Union.objects.update(contact_email="secretariat@union.example.org")
        revision.raised()
        body = profile(client, selvi).content.decode()
        assert 'href="mailto:secretariat@union.example.org?subject=Error%20in%20entry%20TR-0001"' in body


@pytest.mark.parametrize(
    ("language", "is_indexed"), [("en", True), ("tr", True), ("ar", True), ("fr", False), ("ur", False)]
)
def test_indexed_where_it_says_something(client, selvi, language, is_indexed):
    body = profile(client, selvi, language).content.decode()
    assert ('content="noindex,follow"' in body) is not is_indexed


def test_the_description_is_in_the_language_of_the_page(client, selvi):
    assert '<meta name="description" content="Köy okulları yürütür.">' in (
        profile(client, selvi, "tr").content.decode()
    )
    assert "Selvi River Education Foundation (Türkiye)" in re.search(
        '<meta name="description" content="([^"]*)"', profile(client, selvi).content.decode()
    )[1]  # fmt: skip


def test_a_name_of_300_characters(client):
    long = factories.make_member("Ab " * 99 + "End", language="en")
    assert "Ab End</bdi></h1>" in profile(client, long).content.decode()


def test_the_logo_stands_where_the_monogram_would(client, selvi):
    assert 'class="mono' in profile(client, selvi).content.decode()
    selvi.logo = factories.make_picture()
    selvi.save()
    revision.raised()
    body = profile(client, selvi).content.decode()
    assert 'class="mono' not in body.partition("</h1>")[0]
    assert f'<img class="logo" src="{factories.logo_address()}" alt=""' in body


class TestMap:
    def figure(self, client, organisation) -> str:
        return (
            profile(client, organisation).content.decode().partition("<figure")[2].partition("</figure>")[0]
        )

    def test_shows_where_it_works(self, client, selvi):
        figure = self.figure(client, selvi)
        assert figure.count('class="f"') == 2
        assert 'role="img" aria-label="Dot map with Senegal and Türkiye highlighted"' in figure
        assert "takes no position on any boundary" in figure

    def test_else_where_its_seat_is(self, client):
        assert 'aria-label="Dot map with Türkiye highlighted"' in self.figure(client, factories.make_member())

    def test_none_for_a_country_without_dots(self, client):
        assert self.figure(client, factories.make_member(country="AQ")) == ""
