"""Two registers that differ only in what is private answer every request with the same bytes."""

import datetime

import pytest
from django.core.cache import cache
from django.test import Client

from members import policy
from members.actions import organisations, people
from members.choices import HowEnded
from members.models import Organisation, OrganisationText, Person, Revision, Suspension, User
from members.reports import census
from members.search import index
from tests import factories, requests_corpus
from tests.factories.register import make_register
from tests.requests_corpus import Ask

pytestmark = pytest.mark.django_db
REQUESTS, LISTS = 2_000, 60
CANARY = "zqcanary"
PRIVATE = [CANARY, f"{CANARY}@example.org", "905550001122", "Mert Yalın"]


def change_what_is_private(register: dict[str, Organisation]) -> None:
    full, staff = register["full"], User.objects.create_superuser("staff", password="a long password indeed")
    Organisation.objects.filter(pk=register["bare"].pk).update(
        email=f"{CANARY}@example.org",
        phone="+905550001122",
        address=f"{CANARY} Sokak",
    )
    Organisation.objects.filter(pk=full.pk).update(note=CANARY, version=9)
    Suspension.objects.update(reason=CANARY)
    alternate, head = full.representatives.get(rank="alternate"), full.representatives.get(function="head")
    Person.objects.filter(pk__in=[alternate.person_id, head.person_id]).update(
        full_name=CANARY, email=f"{CANARY}@example.org", note=CANARY
    )
    people.seal(Person.objects.get(pk=alternate.person_id), by=staff, reason=CANARY)
    _change_what_is_hidden(register)
    index.refresh()


def _change_what_is_hidden(register: dict[str, Organisation]) -> None:
    """More hidden members, in the same countries and others; one of them merged into one that is shown."""
    hidden = [
        factories.make_member(f"Selvi Vakfı {CANARY}", focus=["education"], country="BT", city=CANARY),
        factories.make_member(f"Ceviz Vakfı {CANARY}", focus=["youth"], country="TR"),
        factories.make_member(f"Badem Vakfı {CANARY}", since=datetime.date(2011, 1, 1)),
    ]
    factories.end(hidden[2], datetime.date(2014, 1, 1), how=HowEnded.MERGED)
    keys = [row.pk for row in hidden]
    Organisation.objects.filter(pk__in=keys).update(is_listed=False)
    Organisation.objects.filter(pk=hidden[2].pk).update(merged_into=register["full"])
    factories.make_organisation(f"Badem Ağacı {CANARY}", country="WS")
    factories.make_member(f"Okul {CANARY}", to="secret", country="KI", focus=["education"])
    organisations.add_name(hidden[0], value=f"Egitm {CANARY}", kind="alias", by=None)
    OrganisationText.objects.create(organisation=hidden[0], language="en", summary=CANARY)
    factories.make_representative(hidden[0], CANARY, is_public=True)


def replay(asks: list[Ask]) -> list[list[tuple]]:
    """The answers to each request and to those that follow it."""
    cache.clear()
    census.forget()
    client, answers = Client(), []
    for ask in asks:
        first = _answer(client, ask)
        etag = dict(first[1]).get("ETag")
        rest = requests_corpus.follow_ups(ask, etag) if etag else []
        answers.append([first, *(_answer(client, one) for one in rest)])
    return answers


def _answer(client: Client, ask: Ask) -> tuple:
    response = getattr(client, ask.method)(ask.path, headers=ask.headers)
    return response.status_code, sorted(response.headers.items()), response.content


def test_what_is_private_alters_no_byte():
    register = make_register()
    index.refresh()
    asks = requests_corpus.generated(register, private=PRIVATE, lists=LISTS)
    before = replay(asks)
    revision = Revision.objects.values().get()
    change_what_is_private(register)
    Revision.objects.update(**revision)  # whether a deed raises it is a matter of members.actions
    after = replay(asks)
    assert sum(map(len, after)) >= REQUESTS
    for ask, one, other in zip(asks, before, after, strict=True):
        assert one == other, ask
    for ask, told in zip(asks, after, strict=True):
        if CANARY not in str(ask):
            assert not [answer for answer in told if CANARY.encode() in answer[2]], ask
    assert {answer[0] for told in before for answer in told} == {200, 301, 302, 303, 304, 404}


def test_the_corpus_knows_every_route():
    assert set(requests_corpus.EXAMPLES) == set(policy.POLICY)


def test_the_corpus_meets_every_route(client):
    """An example that only leads to 404 shows nothing."""
    register = make_register()
    for route, templates in requests_corpus.EXAMPLES.items():
        language = "en" if route.startswith("members:") else ""
        met = [client.get(path) for path in requests_corpus.paths(register, templates, language)]
        assert any(
            response.status_code < 400 and response.resolver_match.view_name == route for response in met
        ), route


def test_the_replay_sees_a_difference(client):
    """A fact that is public does alter the pages; otherwise the test above would prove nothing."""
    register = make_register()
    asks = [Ask(register["bare"].get_absolute_url()), Ask("/en/countries/"), Ask("/en/sitemap-1.xml")]
    before = replay(asks)
    factories.make_member("Bhutan Society", country="BT", language="en", by=None)
    after = replay(asks)
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, False]
