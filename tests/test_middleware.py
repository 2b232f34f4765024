"""Rules that hold for every response."""

import pytest
from django.conf import settings

from members.models import User


@pytest.fixture
def staff_client(client, db):
    user = User.objects.create_superuser("admin", password="a long enough password", language="ar")
    client.force_login(user)
    return client


def test_nul_and_endless_queries_are_refused(client, db):
    for address in ("/en/members/?q=%00", "/en/members/?q=" + "x" * 5000, "/en/%00/"):
        assert client.get(address).status_code == 400


def test_staff_pages_are_private_and_speak_the_staff_language(staff_client):
    response = staff_client.get("/admin/")
    assert response.status_code == 200
    assert response["Cache-Control"].replace(" ", "").find("no-store") >= 0
    assert response["X-Robots-Tag"] == "noindex, noarchive"
    assert response["Referrer-Policy"] == "same-origin"
    assert 'dir="rtl"' in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/en/members/", "/admin/login/", "/en/nothing-here/", "/en/members/?q=%00"]
)
def test_every_response_is_closed_to_other_origins(client, db, address):
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response["Permissions-Policy"]


def test_a_public_page_touches_no_session(staff_client):
    response = staff_client.get("/en/members/")
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    assert not hasattr(response.wsgi_request, "session")


def test_unknown_hosts_are_refused(client, db):
    assert client.get("/en/members/", headers={"host": "evil.example"}).status_code == 400


def test_no_media_is_served_by_path(client, db):
    assert client.get(settings.MEDIA_URL + "documents/x.pdf").status_code == 404
    assert client.get("/media/documents/x.pdf").status_code == 404
