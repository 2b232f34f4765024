"""The way in: the language of the reader, then the union's front page."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from members.reports.rows import Listed
from members.reports.selection import Selection
from members.views import maps, structured
from members.views.base import PublicPage, Reading
from members.views.context import Site
from members.views.entries import Entry

NEWEST = 5


class ChooseLanguage(Reading):
    """`/` leads to the reader's language (Accept-Language); addresses with a language never do."""

    def get(self, request):
        response = HttpResponseRedirect(reverse("members:home"))
        response["Vary"] = "Accept-Language"
        return response


class Home(PublicPage):
    template_name = "members/home.html"
    has_feed = True

    @property
    def title(self):
        return Site(self.request).tagline

    @property
    def description(self):
        return _("The public register of the member organisations of the union.")

    def get(self, request):
        members = Listed(Selection(), self.register)
        newest = members.page("new", start=0, number=NEWEST)
        return self.render_to_response(
            self.get_context_data(
                map=maps.world(members.facets.countries, self.register),
                members=members.facets.total,
                countries=len(members.facets.countries),
                newest=[Entry(row, self.register) for row in newest],
                structured=structured.home(self.register, Site(self.request).name),
            )
        )
