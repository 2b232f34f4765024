"""Every route has a row in the access policy, and what the row says is what happens."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver

from members import policy
from tests import factories

pytestmark = pytest.mark.django_db
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ADDRESSES = {
    "neutral:home": "/",
    "neutral:organisation": "/id/TR-0001",
    "neutral:healthz": "/healthz",
    "neutral:readyz": "/readyz",
    "neutral:logo": factories.logo_address(),
    "neutral:robots": "/robots.txt",
    "neutral:sitemap": "/sitemap.xml",
    "members:home": "/en/",
    "members:directory": "/en/members/",
    "members:organisation": "/en/members/TR-0001/",
    "members:organisation-detail": "/en/members/TR-0001/selvi-irmagi-egitim-vakfi/",
    "members:countries": "/en/countries/",
    "members:country-detail": "/en/countries/TR/",
    "members:new-members": "/en/members/new.atom",
    "members:sitemap": "/en/sitemap.xml",
    "members:sitemap-profiles": "/tr/sitemap-1.xml",
    "members:about": "/en/about/",
    "members:page": "/en/about/statute/",
    "members:page-version": "/en/about/statute/1/",
    "members:country-picture": "/en/countries/TR/share.png",
    "members:site-picture": "/en/share.png",
    "members:manifest": "/en/manifest.webmanifest",
}


def make_register():
    """What the addresses above lead to."""
    factories.make_member()
    factories.make_text()
    factories.make_union_logo()


def routes(resolver=None, namespaces=()):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*namespaces, pattern.name or "?"])
        else:
            inner = [pattern.namespace] if pattern.namespace else []
            yield from routes(pattern, [*namespaces, *inner])


def test_every_route_has_a_row():
    for route in routes():
        assert policy.access(route).who in {policy.EVERYBODY, policy.STAFF}, route


def test_every_row_has_a_route():
    public = {route for route in routes() if not route.startswith("admin:")}
    assert public == set(policy.POLICY) == set(ADDRESSES)


def test_a_route_without_a_row_is_an_error():
    with pytest.raises(LookupError, match="members:nothing"):
        policy.access("members:nothing")


def test_staff_pages_are_for_staff():
    access = policy.access("admin:members_organisation_changelist")
    assert (access.who, access.is_cacheable) == (policy.STAFF, False)


@pytest.mark.parametrize("route", ADDRESSES)
@pytest.mark.parametrize("method", METHODS)
def test_methods(route, method):
    make_register()
    # As a browser or a script without our token would ask.
    response = Client(enforce_csrf_checks=True).generic(method, ADDRESSES[route])
    if method in policy.access(route).methods:
        assert response.status_code in {200, 301, 302, 303}
    else:
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD"
        assert b"<h1>" in response.content


@pytest.mark.parametrize("route", ADDRESSES)
def test_caching_and_cookies(client, route):
    make_register()
    client.cookies["session"] = "a" * 32
    response = client.get(ADDRESSES[route])
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    if policy.access(route).is_cacheable:
        assert response["Cache-Control"] == f"public, max-age={settings.PUBLIC_MAX_AGE}"
        assert response["ETag"]
    else:
        assert response["Cache-Control"] == "private, no-store"
        assert "ETag" not in response


@pytest.mark.parametrize("address", ["/en/nothing/", "/en/members/TR-9999/", "/nothing", "/en/countries/QQ/"])
def test_errors_are_private(client, address):
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (404, "private, no-store")
    assert "ETag" not in response
    assert not response.cookies
