"""The page of one organisation, and the permanent address that leads to it."""

import re

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property
from django.utils.translation import activate, get_language, get_language_from_request

from members import text
from members.choices import MembershipStatus
from members.models import Organisation
from members.models.fields import in_language
from members.reports.profile import assemble
from members.views.base import PublicPage, Reading
from members.views.entries import Entry

NUMBER = re.compile(r"[A-Z]{2}-[0-9]{4,9}")


def answering(number: str) -> Organisation:
    """The organisation that answers to a number in any case. Raises Http404 for every other one."""
    number = number.upper()
    found = Organisation.objects.answering(number) if NUMBER.fullmatch(number) else None
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
    template_name = "members/organisation_detail.html"

    def get(self, request, number, slug=""):
        organisation = Organisation.objects.listed().for_profile().filter(number=number).first()
        if organisation is None:  # another case of letters, a number merged into another, or none at all
            return HttpResponsePermanentRedirect(answering(number).get_absolute_url())
        self.profile = assemble(organisation, self.register)
        if request.path != organisation.get_absolute_url():
            return HttpResponsePermanentRedirect(organisation.get_absolute_url())
        return self.render_to_response(self.get_context_data(profile=self.profile, entry=self.entry))

    @cached_property
    def entry(self) -> Entry:
        return Entry(self.profile.organisation, self.register)

    @property
    def title(self):
        country = self.profile.organisation.country.name
        return f"{self.profile.organisation.title} ({country})"

    @property
    def description(self):
        return self.said.summary if self.said else self.title

    @cached_property
    def said(self):
        """The organisation's text in the page's language, else in that of its official name, else in any."""
        texts = {said.language: said for said in self.profile.organisation.texts.all()}
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
