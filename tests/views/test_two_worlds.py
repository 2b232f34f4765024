"""Two registers that differ only in what is private answer every request with the same bytes."""

import random

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import override

from members.actions import organisations, people
from members.models import (
    MembershipClass,
    Organisation,
    OrganisationText,
    Person,
    Revision,
    Suspension,
    User,
)
from members.search import index
from tests import factories

pytestmark = pytest.mark.django_db
REQUESTS = 300
CANARY = "zqcanary"
WORDS = [
    "selvi", "vakfi", "vakif", "egitm", "okul", "badem", "zqcanary", "zq", "TR-0001", "TR-0002", "tr 9",
    "جمعية",    "الزيتون", "wadi", "905550001122", "zqcanary@example.org", "Karaca", "hidden", "agac", "",
]  # fmt: skip


def public_world() -> list[Organisation]:
    selvi = factories.make_member(
        "Selvi Irmağı Eğitim Vakfı",
        names=[("SIEV", "acronym", ""), ("Selvi Foundation", "translation", "en")],
        focus=["education"], texts={"en": "Runs schools."}, works_in=["SN"],
    )  # fmt: skip
    wadi = factories.make_member("جمعية وادي الزيتون", language="ar", country="MA", kind="association")
    gone = factories.make_member("Badem Ağacı Vakfı", focus=["youth"])
    factories.end(gone)
    quiet = factories.make_member("Réseau du Littoral", country="SN", language="fr", to="observer")
    factories.suspend(quiet)
    rows = [selvi, wadi, gone, quiet]
    rows += [factories.make_member(f"Ceviz Vakfı {rank}", focus=["education"]) for rank in range(25)]
    factories.make_representative(selvi, "Elif Karaca", is_public=True, function="head")
    factories.make_representative(selvi, "Mert Yalın", function="delegate")
    index.refresh()
    return rows


def change_what_is_private(rows: list[Organisation]) -> None:
    selvi = rows[0]
    Organisation.objects.filter(pk=selvi.pk).update(
        email=f"{CANARY}@example.org",
        phone="+905550001122",
        address=f"{CANARY} Sokak",
        note=CANARY,
        version=9,
    )
    Suspension.objects.update(reason=CANARY)
    mandate = selvi.representatives.get(function="delegate")
    Person.objects.filter(pk=mandate.person_id).update(
        full_name=CANARY, email=f"{CANARY}@example.org", note=CANARY
    )
    staff = User.objects.create_superuser("staff", password="a long password indeed")
    people.seal(Person.objects.get(pk=mandate.person_id), by=staff, reason=CANARY)
    MembershipClass.objects.create(slug="secret", names={"en": CANARY}, is_public=False)
    hidden = [
        factories.make_member(f"Selvi Vakfı {CANARY}", focus=["education"], country="BT", city=CANARY),
        factories.make_organisation(f"Badem Ağacı {CANARY}", country="BT"),
        factories.make_member(f"Okul {CANARY}", to="secret", country="BT", focus=["education"]),
    ]
    Organisation.objects.filter(pk=hidden[0].pk).update(is_listed=False)
    organisations.add_name(hidden[1], value=f"Egitm {CANARY}", kind="alias", by=None)
    OrganisationText.objects.create(organisation=hidden[0], language="en", summary=CANARY)
    factories.make_representative(hidden[0], CANARY, is_public=True)
    index.refresh()


def generated_requests(rows: list[Organisation]) -> list[str]:
    chance = random.Random(7)
    paths = [row.get_absolute_url().removeprefix("/en") for row in rows[:5]]
    paths += [
        "/",
        "/countries/",
        "/countries/TR/",
        "/countries/BT/",
        "/members/BT-0001/",
        "/members/BT-0003/",
    ]
    languages = [code for code, _name in settings.LANGUAGES]
    values = {
        "country": ["TR", "SN", "MA", "BT", "zz"], "region": ["145", "002", "034"],
        "focus": ["education", "youth"], "page": ["1", "2", "3"],
        "class": ["full", "observer", "secret"], "kind": ["foundation", "association"],
        "status": ["member", "suspended", "former"], "sort": ["name", "new", "country"],
        "note": [CANARY], "email": [CANARY], "q": WORDS,
    }  # fmt: skip
    found = []
    for _request in range(REQUESTS):
        language = chance.choice(languages)
        if chance.random() < 0.3:
            found.append(f"/{language}{chance.choice(paths)}")
            continue
        names = chance.sample(sorted(values), chance.randint(0, 4))
        query = "&".join(f"{name}={chance.choice(values[name])}" for name in names)
        found.append(f"/{language}/members/?{query}")
    return [*found, "/id/TR-0001", "/id/BT-0001", "/id/BT-0002", "/", "/en/BT-0001", "/healthz", "/readyz"]


def replay(client, requests: list[str]) -> dict[str, tuple]:
    cache.clear()
    answers = {}
    for path in requests:
        response = client.get(path)
        answers[path] = (response.status_code, sorted(response.headers.items()), response.content)
    return answers


def test_what_is_private_alters_no_byte(client):
    rows = public_world()
    with override("en"):
        requests = generated_requests(rows)
    before = replay(client, requests)
    revision = Revision.objects.values().get()
    change_what_is_private(rows)
    Revision.objects.update(**revision)  # whether a deed raises it is a matter of members.actions
    after = replay(client, requests)
    for path in requests:
        assert after[path] == before[path], path
    echoes = {path for path in requests if CANARY not in path and "zq" not in path}
    assert not [path for path in echoes if CANARY.encode() in after[path][2]]
    assert {status for status, _headers, _body in before.values()} >= {200, 302, 303, 404}
