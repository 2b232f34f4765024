"""Members by country."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from members import regions
from members.models import Country
from members.models.base import today
from members.reports import facets, places
from members.reports.facets import Facets
from members.reports.rows import Listed
from members.reports.selection import Selection
from members.views.base import PublicPage
from members.views.entries import Entry

# Members in the table of a country; the rest is one link away.
MOST_ROWS = 50


class Countries(PublicPage):
    template_name = "members/countries.html"

    @property
    def title(self):
        return _("Countries")

    @property
    def description(self):
        return _("Countries and territories with members of the union.")

    def get(self, request):
        counted = facets.count(Selection(), revision=self.register.revision)
        by_region = places.by_region(counted.countries, self.register, get_language(), _("Other territories"))
        return self.render_to_response(
            self.get_context_data(regions=by_region, members=counted.total, countries=len(counted.countries))
        )


class CountryDetail(PublicPage):
    template_name = "members/country_detail.html"

    def get(self, request, code):
        self.country = Country.objects.filter(pk=code.upper()).first() if code.isascii() else None
        if self.country is None:
            raise Http404
        if code != self.country.pk:
            return HttpResponsePermanentRedirect(reverse("members:country-detail", args=[self.country.pk]))
        rows = self.members.page("name", start=0, number=MOST_ROWS)
        return self.render_to_response(
            self.get_context_data(
                country=self.country,
                figures=places.figures(self.country.pk, today()) if rows else None,
                share=100 * self.total / sum(self.facets.counts["country"].values()) if rows else 0,
                entries=[Entry(row, self.register) for row in rows],
                focus_areas=self.focus_areas,
            )
        )

    @cached_property
    def members(self) -> Listed:
        return Listed(Selection({"country": (self.country.pk,)}), self.register)

    @property
    def facets(self) -> Facets:
        return self.members.facets

    @property
    def total(self) -> int:
        return self.facets.total

    @property
    def has_more(self) -> bool:
        return self.total > MOST_ROWS

    @property
    def focus_areas(self) -> list[dict]:
        """Focus areas, most members first; `width` is the length of the bar in per cent."""
        numbers = self.facets.counts["focus"]
        most = max(numbers.values(), default=1)
        return [
            {"term": self.register.focus_areas[slug], "members": number, "width": round(100 * number / most)}
            for slug, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
        ]

    @property
    def region_name(self) -> str:
        return regions.region_name(self.country.subregion, get_language()) if self.country.subregion else ""

    @cached_property
    def neighbours(self) -> list[places.CountryCount]:
        """Other countries of the subregion that have members, in the order of their names."""
        numbers = self.facets.counts["country"]
        near = [
            places.CountryCount(self.register.country(code), number)
            for code, number in numbers.items()
            if code != self.country.pk
            and self.country.subregion
            and regions.PLACE_OF.get(code, ("", ""))[1] == self.country.subregion
        ]
        return sorted(near, key=lambda row: row.country.name)

    @property
    def is_indexed(self) -> bool:
        return bool(self.total)

    @property
    def title(self):
        numbers = {"country": self.country.name, "count": self.total}
        return (
            ngettext("%(country)s: %(count)s member", "%(country)s: %(count)s members", self.total) % numbers
        )

    @property
    def description(self):
        return _("Member organisations of the union in %(country)s.") % {"country": self.country.name}
