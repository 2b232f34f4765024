"""What the register refuses, in words for the person who asked."""

from django.apps import apps
from django.db import IntegrityError
from django.utils.translation import gettext as _


def in_words(error: Exception) -> str:
    """The message of a refused deed, or of the constraint that a write would have broken."""
    if not isinstance(error, IntegrityError):
        return str(error)
    told = str(error)
    for model in apps.get_app_config("members").get_models():
        for constraint in model._meta.constraints:
            message = constraint.violation_error_message
            if constraint.name in told and message != constraint.default_violation_error_message:
                return str(message)
    return _("The register refuses this, because it contradicts what is recorded already.")
