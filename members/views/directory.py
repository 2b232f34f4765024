"""The directory of members: search, filters, pages."""

import re

from babel.lists import format_list
from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from members import text
from members.choices import SearchMatch
from members.forms import directory as form
from members.models import Organisation
from members.models.base import today
from members.reports.rows import Found, Listed
from members.search import query as search
from members.templatetags.register import in_words
from members.views import filters, pages, structured
from members.views.base import PublicPage
from members.views.entries import Entry

NUMBER = re.compile(r"([a-z]{2}) ?([0-9]{1,9})")
# Rows shown of what would match without the filters.
WITHOUT_FILTERS = 5


class Directory(PublicPage):
    template_name = "members/directory.html"
    has_feed = True

    def prepare(self):
        self.query = form.parse(self.request.GET, self.register)

    def parameters(self):
        return repr((self.query.parameters, self.query.ignored))

    def get(self, request):
        number, on = as_number(self.query.search), self.query.selection.on
        if number and (member := Organisation.objects.answering(number, on)):
            return HttpResponseRedirect(f"{member.get_absolute_url()}{self.query.day}")
        if self.query.page > max(1, self.last_page):
            return HttpResponseRedirect(request.path + self.query.on_page(1).query_string)
        return self.render_to_response(self.get_context_data())

    @property
    def is_kept(self) -> bool:
        return not (self.query.search or self.query.on)

    @cached_property
    def found(self) -> search.Results:
        return search.find(self.query.search, among=Organisation.objects.listed(self.query.selection.on))

    @cached_property
    def hits(self) -> dict[int, int]:
        """What the search found, best first: the name by which it found each organisation."""
        return {hit.organisation_id: hit.name_id for hit in self.found.hits}

    @cached_property
    def members(self) -> Found | Listed:
        if self.query.search:
            return Found(self.hits, self.query.selection, self.register)
        return Listed(self.query.selection, self.register)

    @property
    def last_page(self) -> int:
        return -(-self.members.facets.total // settings.DIRECTORY_PAGE_SIZE)

    def entries(self, members: Found | Listed, *, start: int, number: int) -> list[Entry]:
        names = self.hits if self.query.search else {}
        page = members.page(self.query.sort, start=start, number=number)
        return [Entry(row, self.register, names.get(row.pk), self.query.on) for row in page]

    def get_context_data(self, **context):
        size = settings.DIRECTORY_PAGE_SIZE
        start = (self.query.page - 1) * size
        entries = self.entries(self.members, start=start, number=size)
        # Zero results never end the journey: what would there be without the filters?
        unticked = self.members.unticked() if self.query.ticks and not entries else None
        return super().get_context_data(
            query=self.query,
            entries=entries,
            others=self.entries(unticked, start=0, number=WITHOUT_FILTERS) if unticked else [],
            number_of_others=unticked.facets.total if unticked else 0,
            filters=filters.filters(self.query, self.members.facets, self.register),
            chips=filters.chips(self.query, self.register),
            sorts=self.sorts(),
            pages=self.pages(),
            structured=structured.directory(self, entries, first=start + 1, total=self.members.facets.total),
            **context,
        )

    # -- words ----------------------------------------------------------------------------------------

    @property
    def title(self):
        title = _("Members")
        if self.query.search:
            title = _("Members: “%(search)s”") % {"search": self.query.search}
        if self.query.on:
            title = _("%(title)s on %(day)s") % {"title": title, "day": self.day}
        if self.last_page > 1:
            numbers = {"title": title, "page": self.query.page, "last": self.last_page}
            title = _("%(title)s (page %(page)s of %(last)s)") % numbers
        return title

    @property
    def description(self):
        return _("Search and filter the member organisations of the union.")

    @property
    def canonical(self):
        return self.query.canonical

    @property
    def query_string(self):
        return self.query.query_string

    @property
    def is_indexed(self):
        return not self.query.is_filtered and self.query.sort == self.query.default_sort

    @property
    def day(self) -> str:
        """The day asked about, in words."""
        return in_words(self.query.on) if self.query.on else ""

    @property
    def heading(self) -> str:
        """How many, for the sentence above the list."""
        count = self.members.facets.total
        numbers = {"count": count, "day": self.day}
        is_former = "former" in self.query.ticks.get("status", ())
        if self.query.search and self.found.is_capped:
            return ngettext("The best match", "The %(count)s best matches", count) % numbers
        if self.query.on and is_former:
            said = ngettext("%(count)s organisation on %(day)s", "%(count)s organisations on %(day)s", count)
        elif self.query.on:
            said = ngettext("%(count)s member on %(day)s", "%(count)s members on %(day)s", count)
        elif is_former:
            said = ngettext("%(count)s organisation", "%(count)s organisations", count)
        else:
            said = ngettext("%(count)s member", "%(count)s members", count)
        return said % numbers

    @property
    def in_filters(self) -> str:
        """The ticked values as a list in words: “Education and Senegal”."""
        names = [chip.label for chip in filters.chips(self.query, self.register)]
        return format_list(names, locale=get_language())

    @property
    def is_nearly(self) -> bool:
        """Whether a search found only names that are written nearly so."""
        return bool(self.hits) and all(hit.how == SearchMatch.SPELLING for hit in self.found.hits)

    @property
    def in_what_order(self) -> str:
        return {
            # Translators: name the alphabet of your own language, as in "In Turkish alphabetical order".
            "name": pgettext("order of a list", "In English alphabetical order"),
            # Translators: the alphabet of your own language again.
            "country": pgettext("order of a list", "By country, in English alphabetical order"),
            "new": pgettext("order of a list", "Last admitted first"),
            "relevance": pgettext("order of a list", "Best matches first"),
        }[self.query.sort]

    @property
    def missing_subject(self) -> str:
        return _("An organisation is missing from the register: %(search)s") % {"search": self.query.search}

    @property
    def latest_day(self) -> str:
        """The last day that may be asked about."""
        return today().isoformat()

    def sorts(self) -> list[dict]:
        names = {
            "relevance": _("Best match"),
            "name": _("Name"),
            "country": _("Country"),
            "new": _("Newest member"),
        }
        return [
            {
                "name": name,
                "url": self.query.sorted_by(sort).query_string or "?",
                "is_current": sort == self.query.sort,
            }
            for sort, name in names.items()
            if sort != "relevance" or self.query.search
        ]

    def pages(self) -> list[dict]:
        if self.last_page <= 1:
            return []
        return [
            {"number": number, "url": self.query.on_page(number).query_string or "?" if number else ""}
            for number in pages.numbers(self.query.page, self.last_page)
        ]

    @property
    def next_page(self) -> str:
        page = self.query.page
        return self.query.on_page(page + 1).query_string if page < self.last_page else ""

    @property
    def previous_page(self) -> str:
        page = self.query.page
        return self.query.on_page(page - 1).query_string or "?" if page > 1 else ""


def as_number(typed: str) -> str:
    """The register number that somebody typed (“tr-147”, “TR 0147”), as it is written; else empty."""
    typed = NUMBER.fullmatch(text.fold(typed))
    return f"{typed[1].upper()}-{int(typed[2]):04d}" if typed else ""
