"""What the union says of itself: the page about it, its statute and its rules, in all their versions."""

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from members import markup
from members.choices import PageKind
from members.models import PageText
from members.reports import versions
from members.reports.contents import PageTerm
from members.views.base import PublicPage

LONGEST_DESCRIPTION = 160
FEWEST_CONTENTS = 3  # headings that are worth a table


class UnionPage(PublicPage):
    """One version of one page: the newest, or that of `number`."""

    template_name = "members/page.html"

    def get(self, request, slug, number=None):
        if self.texts is None:
            raise Http404
        if number is None and request.path != self.term.url:
            return HttpResponsePermanentRedirect(self.term.url)
        return self.render_to_response(self.get_context_data())

    @cached_property
    def term(self) -> PageTerm | None:
        return self.register.pages.get(self.kwargs["slug"])

    @property
    def number(self) -> int | None:
        return self.kwargs.get("number")

    @cached_property
    def texts(self) -> versions.Published | None:
        return versions.published(self.term.slug, get_language(), self.number) if self.term else None

    @property
    def said(self) -> PageText:
        return self.texts.shown

    @cached_property
    def rendered(self) -> markup.Rendered:
        return markup.rendered(self.said.body)

    @property
    def has_contents(self) -> bool:
        return sum(1 + len(heading.below) for heading in self.rendered.contents) >= FEWEST_CONTENTS

    # -- head ------------------------------------------------------------------------------------------

    @property
    def title(self):
        if self.number is None:
            return self.said.title
        return _("%(page)s, version %(number)s") % {"page": self.said.title, "number": self.number}

    @property
    def description(self):
        return Truncator(self.rendered.summary).chars(LONGEST_DESCRIPTION) or self.title

    @property
    def canonical_path(self) -> str:
        return self.term.url

    @property
    def is_indexed(self) -> bool:
        return self.number is None and not self.is_foreign

    # -- languages and versions ------------------------------------------------------------------------

    @property
    def is_foreign(self) -> bool:
        return self.said.language != get_language()

    @property
    def is_older(self) -> bool:
        return self.said != self.texts.current

    @property
    def authentic(self) -> list[dict]:
        """Languages of the authentic texts where the one shown is a translation of them, with addresses."""
        return [
            {"language": row.language, "url": self._address_in(row.language)} for row in self.texts.authentic
        ]

    def _address_in(self, language: str) -> str:
        """This page in a language of the site; empty for a language that the site has not."""
        if language not in dict(settings.LANGUAGES):
            return ""
        with override(language):
            return self.term.url if self.number is None else self._version_url(self.number)

    def _version_url(self, number: int) -> str:
        return reverse("members:page-version", args=[self.term.slug, number])

    @property
    def all_versions(self) -> list[dict]:
        """All versions, newest first, with their addresses; `is_shown`: the one on this page."""
        current, shown = self.texts.current.number, self.said.number
        return [
            {
                "text": row,
                "url": self.term.url if row.number == current else self._version_url(row.number),
                "is_shown": row.number == shown,
                "is_foreign": row.language != get_language(),
            }
            for row in self.texts.versions
        ]


class About(UnionPage):
    """The page about the union: its own text, where it has one, and the way to all that it publishes."""

    template_name = "members/about.html"

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    @cached_property
    def term(self) -> PageTerm | None:
        term = self.register.page_of(PageKind.ABOUT)
        return term if term and term.is_only_one else None

    @property
    def pages(self) -> list[PageTerm]:
        return [term for term in self.register.pages.values() if term != self.term]

    @property
    def title(self):
        return self.said.title if self.texts else _("About the union")

    @property
    def description(self):
        return super().description if self.texts else self.title

    @property
    def canonical_path(self) -> str:
        return self.request.path

    @property
    def is_foreign(self) -> bool:
        return self.texts is not None and super().is_foreign

    @property
    def is_indexed(self) -> bool:
        return not self.is_foreign and bool(self.texts or self.register.objectives)
