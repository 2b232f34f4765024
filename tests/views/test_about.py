"""Pages of the union: the version a reader sees, the versions beside it, what stands at their top."""

import datetime
import re

import pytest

from members.models import Union
from tests import factories

pytestmark = pytest.mark.django_db
D = datetime.date


def body_of(response) -> str:
    return response.content.decode()


def text_of(response) -> str:
    """Words as a reader sees them."""
    return " ".join(re.sub(r"<[^>]+>", " ", body_of(response)).split()).replace(" .", ".")


@pytest.fixture
def statute():
    """Two versions in English, which is authentic; one in Turkish, a translation; a draft."""
    first = factories.make_decision("adoption", D(2001, 4, 15), body="assembly", reference="A/2001/1")
    second = factories.make_decision(
        "adoption",
        D(2024, 10, 15),
        body="assembly",
        session="Session <9>",
        reference="A/2024/1",
        reasons="Canary",
    )
    factories.make_text(is_authentic=True, adopted_on=D(2001, 4, 15), adopted_by=first, title="First statute")
    factories.make_text(number=2, is_authentic=True, adopted_on=D(2024, 10, 15), adopted_by=second)
    factories.make_text(number=3, title="Canary", body="Canary", published_on=None)
    factories.make_text(language="tr", number=2, title="Tüzük", adopted_on=D(2024, 10, 15))
    factories.make_text("secret", title="Canary", body="Canary", kind="rules", published_on=None)


class TestOnePage:
    def test_the_current_version(self, statute, client, django_assert_num_queries):
        with django_assert_num_queries(3):
            response = client.get("/en/about/statute/")
        body = body_of(response)
        assert "<h1>Statute</h1>" in body
        assert "Canary" not in body
        assert (
            "Version 2 adopted on 15 October 2024 General Assembly Session &lt;9&gt; Decision A/2024/1"
            in text_of(response)
        )
        assert '<h2 id="ch-1">Chapter I. Name</h2>' in body
        assert '<h3 id="art-2">Article 2. Admission</h3>' in body
        assert '<a href="#art-2">Article 2. Admission</a>' in body
        assert "<strong>“Union”</strong>" in body
        assert '<meta name="description" content="First words of the statute.">' in body
        assert '<link rel="canonical" href="http://127.0.0.1:8000/en/about/statute/">' in body
        assert "noindex" not in body
        assert '<a href="/en/about/" aria-current="true">About</a>' in body
        assert "This is a translation." not in body
        assert "Shown in" not in body

    def test_older_versions_are_listed_and_stay_where_they_are(self, statute, client):
        assert '<a href="/en/about/statute/1/">Version 1</a>' in body_of(client.get("/en/about/statute/"))
        response = client.get("/en/about/statute/1/")
        body = body_of(response)
        assert "<title>First statute, version 1 |" in body
        assert "<h1>First statute</h1>" in body
        assert "adopted on 15 April 2001" in text_of(response)
        assert "This is an older version." in body
        assert '<a href="/en/about/statute/">Read the current version</a>' in body
        assert '<link rel="canonical" href="http://127.0.0.1:8000/en/about/statute/">' in body
        assert '<meta name="robots" content="noindex,follow">' in body

    def test_the_current_version_has_an_address_that_will_stay(self, statute, client):
        body = body_of(client.get("/en/about/statute/2/"))
        assert "This is an older version." not in body
        assert '<link rel="canonical" href="http://127.0.0.1:8000/en/about/statute/">' in body
        assert "noindex" in body

    def test_a_translation_says_so_and_leads_to_the_authentic_text(self, statute, client):
        body = body_of(client.get("/tr/about/statute/"))
        assert "<h1>Tüzük</h1>" in body
        assert '<a href="/en/about/statute/" hreflang="en">' in body
        assert "noindex" not in body
        body = body_of(client.get("/tr/about/statute/2/"))
        assert '<a href="/en/about/statute/2/" hreflang="en">' in body

    def test_versions_that_were_never_translated_are_listed_too(self, statute, client):
        body = body_of(client.get("/tr/about/statute/"))
        assert '<a href="/tr/about/statute/1/">' in body
        older = body_of(client.get("/tr/about/statute/1/"))
        assert '<h1 lang="en" dir="ltr">First statute</h1>' in older
        assert '<a href="/tr/about/statute/">' in older

    def test_an_authentic_text_in_no_language_of_the_site_has_no_link(self, client):
        factories.make_text(language="pt", is_authentic=True)
        factories.make_text()
        body = body_of(client.get("/en/about/statute/"))
        assert "Authentic language: Portuguese" in " ".join(re.sub(r"<[^>]+>", " ", body).split())
        assert 'hreflang="pt"' not in body

    def test_another_language_is_marked(self, statute, client):
        response = client.get("/ur/about/statute/")
        body = body_of(response)
        assert '<h1 lang="en" dir="ltr">Statute</h1>' in body
        assert '<div class="text flow" lang="en" dir="ltr">' in body
        assert '<meta name="robots" content="noindex,follow">' in body

    def test_it_is_said_which_language_is_shown(self, client):
        factories.make_text(language="tr", title="Tüzük")
        assert "Shown in Turkish. No English text yet." in text_of(client.get("/en/about/statute/"))

    def test_a_translation_behind_the_newest_version_says_so(self, client):
        factories.make_text(language="tr", number=2, adopted_on=D(2024, 10, 15))
        factories.make_text(adopted_on=D(2001, 4, 15))
        words = text_of(client.get("/en/about/statute/"))
        assert "A newer version exists in another language. It was adopted on 15 October 2024." in words

    @pytest.mark.parametrize(
        "path",
        [
            "secret/",
            "nothing/",
            "statute/3/",
            "statute/9/",
            "statute/0/",
            f"statute/{2**70}/",
            "secret/1/",
            "x y/",
        ],
    )
    def test_drafts_and_what_never_was_are_the_same_404(self, statute, client, path):
        response = client.get(f"/en/about/{path}")
        assert response.status_code == 404
        assert "Canary" not in body_of(response)

    def test_without_adoption_the_day_of_publication_is_shown(self, client):
        factories.make_text("checks", title="How we check entries", body="Few words.")
        response = client.get("/en/about/checks/")
        assert "Version 1 published on 1 November 2024" in text_of(response)
        assert '<nav class="toc"' not in body_of(response)
        assert "All versions" not in body_of(response)

    def test_what_was_typed_runs_nowhere(self, client):
        factories.make_text(title="<b>x</b>", body="<script>alert(1)</script>\n\n## <i>y</i>\n## z\n## a")
        body = body_of(client.get("/en/about/statute/"))
        assert "<script>alert" not in body
        assert "<h1>&lt;b&gt;x&lt;/b&gt;</h1>" in body
        assert ">&lt;i&gt;y&lt;/i&gt;</a>" in body


class TestAbout:
    def test_nothing_said_yet(self, client):
        response = client.get("/en/about/")
        assert response.status_code == 200
        assert "The union has not published a text about itself yet." in body_of(response)
        assert "noindex" in body_of(response)

    def test_all_that_the_union_says(self, statute, client, django_assert_num_queries):
        Union.objects.update(
            names={"en": "Union of River NGOs"},
            founded_year=2001,
            contact_email="office@union.example.org",
            phone="+442079460000",
            address="1 Street\nCity",
            website="https://union.example.org/",
        )
        factories.make_objective("Relief", texts={"en": "Help together."})
        factories.make_objective("Training", "strategy", titles={"ar": "التدريب"})
        factories.make_text("about", title="Who we are", body="We are many.\n\n## Where\n\nHere.")
        with django_assert_num_queries(3):
            response = client.get("/en/about/")
        body = body_of(response)
        assert "<h1>Who we are</h1>" in body
        assert '<h2 id="s-where">Where</h2>' in body
        for words in (
            "Founded 2001",
            "1 Street City",
            "+442079460000",
            "union.example.org",
            "Help together.",
        ):
            assert words in text_of(response)
        assert '<h3 lang="ar" dir="rtl">التدريب</h3>' in body
        assert '<a href="/en/about/statute/">Statute</a>' in body
        assert "noindex" not in body
        assert "Canary" not in body

    def test_its_other_addresses_lead_to_it(self, client):
        factories.make_text("about", title="Who we are")
        factories.make_text("about", number=2, title="Who we are now")
        response = client.get("/ar/about/about/")
        assert (response.status_code, response["Location"]) == (301, "/ar/about/")
        assert "Who we are, version 1" in body_of(client.get("/en/about/about/1/"))

    def test_in_another_language_it_is_marked(self, client):
        factories.make_text("about", "ar", title="عن الاتحاد", body="نحن كثيرون.")
        body = body_of(client.get("/en/about/"))
        assert '<h1 lang="ar" dir="rtl">عن الاتحاد</h1>' in body
        assert "noindex" in body

    def test_several_pages_about_the_union_are_listed_like_others(self, client):
        factories.make_text("past", title="Past", kind="about")
        factories.make_text("present", title="Present", kind="about")
        body = body_of(client.get("/en/about/"))
        assert "<h1>About the union</h1>" in body
        assert '<a href="/en/about/past/">Past</a>' in body
        assert client.get("/en/about/past/").status_code == 200


class TestWaysThere:
    def test_every_page_leads_to_what_is_published(self, statute, client):
        footer = body_of(client.get("/en/countries/")).partition("<footer>")[2]
        assert '<a href="/en/about/">About the union</a>' in footer
        assert '<a href="/en/about/statute/">Statute</a>' in footer
        assert "secret" not in footer

    def test_the_list_is_in_the_readers_language(self, statute, client):
        assert ">Tüzük</a>" in body_of(client.get("/tr/countries/"))

    def test_no_page_costs_a_query_more(self, client, django_assert_num_queries):
        client.get("/en/about/")
        with django_assert_num_queries(1):
            client.get("/en/about/")


def test_a_draft_alters_no_page(client):
    etag = client.get("/en/")["ETag"]
    body = client.get("/en/about/").content
    page = factories.make_text(published_on=D(2024, 1, 1)).page
    assert client.get("/en/")["ETag"] != etag
    etag, body = client.get("/en/")["ETag"], client.get("/en/about/").content
    page.texts.create(language="en", number=2, title="Canary", body="Canary")
    assert client.get("/en/")["ETag"] == etag
    assert client.get("/en/about/").content == body
