"""Logos are shown to everybody who may see whose they are, and as nothing but pictures."""

import pytest
from django.core.files.storage import default_storage

from members.models import Organisation, Union
from tests import factories

pytestmark = pytest.mark.django_db


def with_logo(organisation, colour="red") -> str:
    organisation.logo = factories.make_picture(colour=colour)
    organisation.save()
    return organisation.logo.url


def test_the_union_shows_its_logo(client):
    address = factories.make_union_logo()
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.content.startswith(b"\x89PNG")
    page = client.get("/en/").content.decode()
    assert f'<img class="logo" src="{address}" alt=""' in page
    assert page.count('<svg viewBox="-3 -3 6 6"') == 0


def test_without_a_logo_the_mark_of_the_software_stands_there(client):
    page = client.get("/en/").content.decode()
    assert 'class="logo"' not in page
    assert '<svg viewBox="-3 -3 6 6"' in page


def test_who_has_it_is_told_so(client, django_assert_max_num_queries):
    address = factories.make_union_logo()
    etag = client.get(address)["ETag"]
    with django_assert_max_num_queries(2):
        response = client.get(address, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_a_listed_organisation_shows_its_own_in_rows_and_on_its_page(client):
    member = factories.make_member()
    address = with_logo(member)
    assert client.get(address).status_code == 200
    for page in ("/en/members/?sort=new", member.get_absolute_url()):
        assert f'<img class="logo" src="{address}" alt=""' in client.get(page).content.decode()


@pytest.mark.parametrize("state", ["unlisted", "applicant", "merged"])
def test_whom_the_public_does_not_see_has_no_logo(client, state):
    if state == "applicant":
        hidden = factories.make_organisation()
    else:
        hidden, other = factories.make_member(), factories.make_member("Göl Derneği")
    address = with_logo(hidden)
    if state == "unlisted":
        Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
    elif state == "merged":
        Organisation.objects.filter(pk=hidden.pk).update(merged_into=other)
    response = client.get(address)
    unknown = client.get(f"/logo/{'0' * 64}.png")
    assert (response.status_code, unknown.status_code) == (404, 404)
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_a_logo_taken_away_is_gone_and_so_is_one_whose_file_is_lost(client):
    address = factories.make_union_logo()
    default_storage.delete(Union.objects.get().logo.name)
    assert client.get(address).status_code == 404
    address = factories.make_union_logo()
    Union.objects.update(logo="")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "name", ["x.png", "0" * 64, f"{'0' * 64}.svg", f"../{'0' * 64}.png", f"{'A' * 64}.png"]
)
def test_other_addresses_lead_nowhere(client, name):
    assert client.get(f"/logo/{name}").status_code == 404


def test_documents_cannot_be_had_that_way(client):
    Organisation.objects.filter(pk=factories.make_member().pk).update(logo=f"documents/{'0' * 64}.png")
    assert client.get(f"/logo/{'0' * 64}.png").status_code == 404
