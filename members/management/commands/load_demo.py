"""`manage.py load_demo`: fills an empty register with an invented union, always the same."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members.demo import build


class Command(BaseCommand):
    help = "Fills an empty register with an invented union of some 300 members, always the same."

    def handle(self, **options):
        try:
            count = build.load()
        except build.RegisterNotEmpty as error:
            raise CommandError(
                _("The register holds organisations already; the demo goes into an empty one only.")
            ) from error
        message = ngettext(
            "Demo register loaded: %(count)d organisation.",
            "Demo register loaded: %(count)d organisations.",
            count,
        )
        self.stdout.write(message % {"count": count})
