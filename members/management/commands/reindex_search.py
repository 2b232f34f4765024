"""`manage.py reindex_search`: makes the search index and the order of lists anew from the names."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members import revision
from members.search import index


class Command(BaseCommand):
    help = (
        "Makes folded names, skeletons, the search index and the order of lists anew, or with --count only "
        "counts words again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--count", action="store_true", help="only count how often each word occurs")

    def handle(self, **options):
        if options["count"]:
            index.refresh()
            self.stdout.write(_("Words counted."))
            return
        number = index.rebuild()
        revision.raised()  # lists may stand in another order now
        message = ngettext("%(number)d name indexed.", "%(number)d names indexed.", number)
        self.stdout.write(message % {"number": number})
