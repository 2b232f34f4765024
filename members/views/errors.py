"""Pages that could not be shown."""

import logging
import re
import secrets

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponseServerError, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import activate

from members.models import Organisation

LOG = logging.getLogger(__name__)
LOOKS_LIKE_NUMBER = re.compile(r"(?<![A-Za-z])([A-Za-z]{2})[-_ ]?([0-9]{1,9})(?![0-9])")
# Of a reference to an error: letters and digits that nobody takes for one another.
SYMBOLS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# Fields that are never written back, whatever stands around these words in their names.
NEVER_SHOWN = re.compile(r"password|passwd|token|csrf|secret", re.IGNORECASE)
# Fields that nobody wrote: the machinery of forms.
MACHINERY = re.compile(
    r"^_|^action$|^next$|^initial-|-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$|(^|-)(id|version)$"
)


def not_found(request, exception):
    """404 in words. It says the same of what is hidden and of what never was, and echoes nothing."""
    return render(request, "404.html", {"meant": _meant(request.path)}, status=404)


def _meant(path: str) -> Organisation | None:
    """A listed organisation whose number stands in the path somehow."""
    found = LOOKS_LIKE_NUMBER.search(path)
    number = f"{found[1].upper()}-{int(found[2]):04d}" if found else ""
    return Organisation.objects.answering(number) if number else None


def broken(request):
    """500 in all languages, without database or context. The reference stands in the log as well."""
    reference = "-".join("".join(secrets.choice(SYMBOLS) for _symbol in range(4)) for _group in range(2))
    LOG.error("Reference %s: error in %s %r", reference, request.method, request.path)
    return HttpResponseServerError(render_to_string("500.html", {"reference": reference}))


def page_was_open_too_long(request, reason=""):
    """403 for a form whose token has expired, with what was typed into it, so that nothing is lost."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        activate(user.language)
    return render(request, "403_csrf.html", {"typed": _typed(request)}, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and texts of the fields that somebody filled in; none if another site may have written them."""
    if request.headers.get("Origin", settings.SITE_URL) != settings.SITE_URL:
        return []
    try:
        fields = list(request.POST.lists())
    except (SuspiciousOperation, UnreadablePostError, MultiPartParserError):
        return []
    return [
        (name, value)
        for name, values in fields
        for value in values
        if value.strip() and not NEVER_SHOWN.search(name) and not MACHINERY.search(name)
    ]
