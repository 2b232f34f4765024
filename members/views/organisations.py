"""The page of one organisation, and the permanent address that leads to it."""

import datetime
import re

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property
from django.utils.translation import activate, get_language, get_language_from_request
from django.utils.translation import gettext as _

from members import text
from members.choices import MembershipStatus
from members.forms import directory as form
from members.models import Organisation
from members.models.fields import in_language
from members.reports.profile import assemble
from members.templatetags.register import in_words
from members.views import maps, structured
from members.views.base import PublicPage, Reading
from members.views.context import Site
from members.views.entries import Entry

NUMBER = re.compile(r"[A-Z]{2}-[0-9]{4,9}")


def answering(number: str, on: datetime.date | None = None) -> Organisation:
    """The organisation that answers to a number in any case. Raises Http404 for every other one."""
    number = number.upper()
    found = Organisation.objects.answering(number, on) if NUMBER.fullmatch(number) else None
    if found is None:
        raise Http404
    return found


class PermanentAddress(Reading):
    """`/id/TR-0147`: never changes, knows no language, leads to the page in the reader's."""

    def get(self, request, number):
        activate(get_language_from_request(request))  # "id" in the path is no Indonesian here
        response = HttpResponseRedirect(answering(number).get_absolute_url(), status=303)
        patch_vary_headers(response, ["Accept-Language"])
        return response


class OrganisationDetail(PublicPage):
    """The profile as it is, or as the register knew it on a day (`?on=2019-06-30`)."""

    template_name = "members/organisation_detail.html"

    def prepare(self):
        self.query = form.parse(self.request.GET, self.register)

    def parameters(self):
        return self.query_string

    @property
    def query_string(self):
        return self.query.day

    @property
    def is_kept(self) -> bool:
        return not self.query.on

    def get(self, request, number, slug=""):
        on = self.query.on
        organisation = Organisation.objects.listed(on).for_profile(on).filter(number=number).first()
        if organisation is None:  # another case of letters, a number merged into another, or none at all
            return self._at(answering(number, on))
        self.profile = assemble(organisation, self.register, on=on)
        if request.path != organisation.get_absolute_url():
            return self._at(organisation)
        return self.render_to_response(
            self.get_context_data(
                profile=self.profile,
                entry=self.entry,
                query=self.query,
                map=maps.at_work(self.profile.works_in or [self.profile.organisation.country]),
                structured=None
                if on
                else structured.profile(self, self.profile, self.entry, Site(request).name),
            )
        )

    def _at(self, organisation: Organisation) -> HttpResponsePermanentRedirect:
        return HttpResponsePermanentRedirect(f"{organisation.get_absolute_url()}{self.query_string}")

    @cached_property
    def entry(self) -> Entry:
        return Entry(self.profile.organisation, self.register, on=self.query.on)

    @property
    def title(self):
        organisation = self.profile.organisation
        name = self.entry.title.value if self.entry.title else organisation.number
        title = f"{name} ({organisation.country.name})"
        return _("%(title)s on %(day)s") % {"title": title, "day": self.day} if self.query.on else title

    @property
    def day(self) -> str:
        """The day asked about, in words."""
        return in_words(self.query.on) if self.query.on else ""

    @property
    def description(self):
        if self.said and not self.is_text_foreign:
            return self.said.summary
        return _("Entry in the public register of members: %(title)s") % {"title": self.title}

    @property
    def is_indexed(self) -> bool:
        """Where neither name nor text is in the page's language, its pages in others say more."""
        if self.query.on:
            return False
        in_title = self.entry.title is not None and self.entry.title.language == get_language()
        return in_title or (self.said is not None and not self.is_text_foreign)

    @cached_property
    def texts(self) -> list:
        return list(self.profile.organisation.texts.all())

    @cached_property
    def said(self):
        """The organisation's text in the page's language, else in that of its official name, else in any."""
        texts = {said.language: said for said in self.texts}
        official = self.profile.organisation.official_name
        wanted = get_language() if get_language() in texts else official.language
        language = in_language({code: code for code in texts}, wanted)[1]
        return texts.get(language)

    @property
    def is_text_foreign(self) -> bool:
        return self.said is not None and self.said.language != get_language()

    @property
    def text_direction(self) -> str:
        return text.direction_of(self.said.description or self.said.summary)

    @property
    def report_subject(self) -> str:
        """Of a letter about a mistake in this entry."""
        return _("Error in entry %(number)s") % {"number": self.profile.organisation.number}

    @property
    def website(self) -> str:
        return self.profile.organisation.website if self.is_reachable else ""

    @property
    def is_reachable(self) -> bool:
        """Ways to reach an organisation are shown of members in good order only, and never of a past day."""
        return not (self.is_suspended or self.is_former or self.query.on)

    @property
    def is_suspended(self) -> bool:
        return self.profile.organisation.status_on == MembershipStatus.SUSPENDED

    @property
    def is_former(self) -> bool:
        return self.profile.organisation.status_on == MembershipStatus.FORMER

    @property
    def other_names(self) -> list:
        """All names but the title; former ones stand in the history."""
        title = self.entry.title
        return [name for name in self.entry.names if name != title and not name.is_former]

    @property
    def neighbours(self) -> list[Entry]:
        return [Entry(row, self.register) for row in self.profile.neighbours]
