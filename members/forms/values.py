"""Values of fields in words, for pages that lay two versions side by side."""

import datetime

from django.db import models
from django.utils.translation import gettext as _

NOTHING = "—"


def shown(field: models.Field, value) -> str:
    """What a reader sees of `value` of a model field; a dash for nothing. Plain text, to be escaped."""
    if value is None or value in ("", [], {}):
        return NOTHING
    if isinstance(value, models.QuerySet | list):
        return ", ".join(sorted(str(item) for item in value)) or NOTHING
    if isinstance(value, dict):
        return "; ".join(f"{language}: {text}" for language, text in value.items())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(dict(field.flatchoices).get(value, value) if field.choices else value)
