"""Logos of the union and of organisations that the public may see, and no other file."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from members.models import Organisation, Union
from members.models.logo import FOLDER
from members.views.base import Reading

TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
# A picture is never a page: whatever is in it runs nowhere.
HEADERS = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}


class Logo(Reading):
    """`/logo/<hash>.png`. What a hash names never changes; whether the public may see it does, so caches ask
    again as for a page."""

    def get(self, request, name):
        path = f"{FOLDER}/{name}"
        if not is_public(path):
            raise Http404
        etag = quote_etag(name)
        response = get_conditional_response(request, etag=etag) or self._picture(path)
        response["Cache-Control"] = f"public, max-age={settings.PUBLIC_MAX_AGE}"
        response["ETag"] = etag
        return response

    def _picture(self, path: str) -> HttpResponse:
        try:
            with default_storage.open(path) as file:
                content = file.read()
        except FileNotFoundError as error:
            raise Http404 from error
        return HttpResponse(content, content_type=TYPES[path.rpartition(".")[2]], headers=HEADERS)


def is_public(path: str) -> bool:
    """Whether the union or a listed organisation shows this file. At most two queries."""
    return (
        Union.objects.filter(logo=path).exists() or Organisation.objects.listed().filter(logo=path).exists()
    )
