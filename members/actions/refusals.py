"""Why a deed was not done."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """A deed that the rules do not allow now. Its text tells a secretary why."""


class TransitionRefused(Refused):
    """This step does not follow the status on that day."""


class EditConflict(Refused):
    """Somebody else saved the row since it was read."""

    def __init__(self, message: str = ""):
        super().__init__(message or _("Somebody else has changed this in the meantime."))
