"""Pages that could not be shown."""

import re

from django.shortcuts import render

from members.models import Organisation

LOOKS_LIKE_NUMBER = re.compile(r"(?<![A-Za-z])([A-Za-z]{2})[-_ ]?([0-9]{1,9})(?![0-9])")


def not_found(request, exception):
    """404 in words. It says the same of what is hidden and of what never was, and echoes nothing."""
    return render(request, "404.html", {"meant": _meant(request.path)}, status=404)


def _meant(path: str) -> Organisation | None:
    """A listed organisation whose number stands in the path somehow."""
    found = LOOKS_LIKE_NUMBER.search(path)
    number = f"{found[1].upper()}-{int(found[2]):04d}" if found else ""
    return Organisation.objects.answering(number) if number else None
