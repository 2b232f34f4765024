"""`manage.py search "query"`: what the directory would find, with the name that matched and why."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from members.models import Organisation
from members.search import query


class Command(BaseCommand):
    help = "Searches all organisations, or with --public only those in the public directory."

    def add_arguments(self, parser):
        parser.add_argument("query", help="a name in any script, part of one, or a number")
        parser.add_argument("--limit", type=int, default=10, help="lines printed at most (10)")
        parser.add_argument("--public", action="store_true", help="only what the public directory lists")

    def handle(self, **options):
        among = Organisation.objects.listed() if options["public"] else None
        results = query.find(options["query"], among=among, limit=max(1, options["limit"]))
        if not results.hits:
            self.stdout.write(_("Nothing found."))
        titles = _titles(results.organisation_ids)
        for place, hit in enumerate(results.hits, 1):
            found = f"{hit.name} ({hit.kind.label}, {hit.how.label})"
            title = titles[hit.organisation_id]
            self.stdout.write(f"{place:>3}  {hit.number}  {title}  ←  {found}  {hit.score:.3f}")
        if results.is_capped:
            self.stdout.write(_("There may be more; --limit shows more."))


def _titles(keys: list[int]) -> dict[int, str]:
    organisations = Organisation.objects.filter(pk__in=keys).with_names()
    return {organisation.pk: organisation.title for organisation in organisations}
