"""`manage.py check_register`: what must be true of a register and no constraint can hold.

Prints each finding as one sentence and ends with exit code 1 when there is any.
"""

import hashlib
from collections.abc import Iterator
from itertools import groupby

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members import sealing, text
from members.actions.numbers import WIDTH
from members.choices import NameKind
from members.models import (
    Document,
    Filing,
    NumberSeries,
    Organisation,
    OrganisationName,
    Person,
    SearchPosting,
    SearchWord,
    Union,
)
from members.search import filing

CHUNK = 1000
UPLOADS = ("documents", "logos")


class Command(BaseCommand):
    help = "Checks what the database cannot hold by itself; ends with 1 when something is wrong."

    def handle(self, **options):
        number = 0
        for check in (
            _official_names, _derived_names, _search_index, _search_words, _filing, _numbers, _merged,
            _sealed_people, _documents, _logos, _stray_files,
        ):  # fmt: skip
            for finding in check():
                self.stdout.write(finding)
                number += 1
        if number:
            raise CommandError(
                ngettext("%(count)d finding.", "%(count)d findings.", number) % {"count": number}
            )
        self.stdout.write(_("The register is in order."))


def _official_names() -> Iterator[str]:
    """Exactly one current official name (the constraint holds "at most"), by which the list is ordered."""
    current = Q(names__kind=NameKind.OFFICIAL, names__valid_until=None)
    counted = Organisation.objects.annotate(official=Count("names", filter=current)).filter(official=0)
    for number in counted.order_by("pk").values_list("number", flat=True):
        yield _("%(number)s has no current official name.") % {"number": number}
    names = OrganisationName.objects.official_now().order_by("pk").select_related("organisation")
    for name in names.iterator(CHUNK):
        if name.organisation.sort_name != text.sort_key(name.value)[:300]:
            yield _("%(number)s is filed under a name that is not its official one.") % {
                "number": name.organisation.number
            }


def _derived_names() -> Iterator[str]:
    for name in OrganisationName.objects.order_by("pk").select_related("organisation").iterator(CHUNK):
        stored = (name.script, name.folded, name.skeleton)
        name.set_derived()
        if stored != (name.script, name.folded, name.skeleton):
            yield _("%(number)s: what search compares is out of date for the name “%(name)s”.") % {
                "number": name.organisation.number,
                "name": name.value,
            }


def _search_index() -> Iterator[str]:
    """Every name is indexed by the words it has, under its own organisation."""
    postings = SearchPosting.objects.order_by("name_id").values_list("name_id", "organisation_id", "word")
    indexed = groupby(postings.iterator(CHUNK), key=lambda posting: posting[0])
    held = next(indexed, None)
    for name in OrganisationName.objects.order_by("pk").select_related("organisation").iterator(CHUNK):
        found = set()
        if held and held[0] == name.pk:
            found = {(organisation, word) for _name, organisation, word in held[1]}
            held = next(indexed, None)
        if found != {(name.organisation_id, word) for word in text.words(name.folded)}:
            yield _("%(number)s: the search index is out of date for the name “%(name)s”.") % {
                "number": name.organisation.number,
                "name": name.value,
            }


def _search_words() -> Iterator[str]:
    """No posting has a word that search does not know: it would never be looked up."""
    known = SearchWord.objects.filter(text=OuterRef("word"))
    unknown = SearchPosting.objects.filter(~Exists(known)).order_by("word").values_list("word", flat=True)
    for word in unknown.distinct():
        yield _("Search does not know the word “%(word)s”; `manage.py reindex_search` mends it.") % {
            "word": word
        }


def _filing() -> Iterator[str]:
    """Every organisation is filed in each language under the title that is shown in it."""
    filed = Filing.objects.order_by("organisation_id").values_list("organisation_id", "language", "key")
    entries = groupby(filing.entries(OrganisationName.objects.all()), key=lambda entry: entry[0])
    named = OrganisationName.objects.official_now().values("organisation")
    numbers = dict(Organisation.objects.filter(pk__in=named).values_list("pk", "number"))
    held = groupby(filed.iterator(CHUNK), key=lambda entry: entry[0])
    rows = next(held, None)
    for organisation, wanted in entries:
        found = set()
        if rows and rows[0] == organisation:
            found = {(key, language, bytes(value)) for key, language, value in rows[1]}
            rows = next(held, None)
        if found != set(wanted) and organisation in numbers:
            yield _("%(number)s: its place in the alphabet is out of date.") % {
                "number": numbers[organisation]
            }


def _numbers() -> Iterator[str]:
    """No series is behind a number that was given: it would be given again."""
    last = dict(NumberSeries.objects.values_list("country_id", "last"))
    for number in Organisation.objects.order_by("number").values_list("number", flat=True).iterator(CHUNK):
        country, _hyphen, given = number.partition("-")
        if int(given) > last.get(country, 0):
            yield _("%(number)s was given, but the series of %(country)s ends at %(last)s.") % {
                "number": number,
                "country": country,
                "last": f"{country}-{last.get(country, 0):0{WIDTH}d}",
            }


def _merged() -> Iterator[str]:
    """What was merged is no member any more and leads to an organisation in the end."""
    into = dict(Organisation.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    running = set(Organisation.objects.members_on().filter(pk__in=into).values_list("pk", flat=True))
    numbers = dict(Organisation.objects.filter(pk__in=into).values_list("pk", "number"))
    for pk in sorted(into):
        if pk in running:
            yield _("%(number)s was merged, but its membership goes on.") % {"number": numbers[pk]}
        if _goes_round(pk, into):
            yield _("%(number)s was merged in a circle.") % {"number": numbers[pk]}


def _goes_round(start: int, into: dict[int, int]) -> bool:
    seen, at = set(), start
    while at in into and at not in seen:
        seen.add(at)
        at = into[at]
    return at in seen


def _sealed_people() -> Iterator[str]:
    """Each can be read with the keys there are. Nothing of what was read leaves this function."""
    for person in Person.objects.filter(is_sealed=True).order_by("pk").iterator(CHUNK):
        try:
            sealing.unseal(person.sealed_facts)
        except sealing.SealBroken:
            yield _("Sealed person %(number)s cannot be read with any key of SEALED_KEYS.") % {
                "number": person.pk
            }


def _documents() -> Iterator[str]:
    for document in Document.objects.order_by("pk").iterator(CHUNK):
        facts = {"number": document.pk, "title": document.title}
        if not default_storage.exists(document.file.name):
            yield _("Document %(number)s “%(title)s”: the file is missing.") % facts
            continue
        with default_storage.open(document.file.name) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != document.sha256:
            yield _("Document %(number)s “%(title)s”: the file is not the one that was stored.") % facts


def _logos() -> Iterator[str]:
    for organisation in Organisation.objects.exclude(logo="").order_by("pk").iterator(CHUNK):
        if not default_storage.exists(organisation.logo.name):
            yield _("%(number)s: the file of its logo is missing.") % {"number": organisation.number}
    for union in Union.objects.exclude(logo=""):
        if not default_storage.exists(union.logo.name):
            yield _("The file of the union's logo is missing.")


def _stray_files() -> Iterator[str]:
    """Files that no row knows: left over by a transaction that was taken back, or put there by hand."""
    known = set(Document.objects.values_list("file", flat=True))
    for model in (Organisation, Union):
        known |= set(model.objects.exclude(logo="").values_list("logo", flat=True))
    for folder in UPLOADS:
        names = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
        for name in sorted(names):
            if f"{folder}/{name}" not in known:
                yield _("The file %(file)s belongs to no row.") % {"file": f"{folder}/{name}"}
