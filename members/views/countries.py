"""Members by country."""

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from members import dotmap, regions
from members.forms import countries as form
from members.models import Country
from members.models.base import today
from members.reports import facets, places
from members.reports.facets import Facets
from members.reports.rows import Listed
from members.reports.selection import Selection
from members.views import maps, structured
from members.views.base import PublicPage
from members.views.context import Site
from members.views.entries import Entry

# Members in the table of a country; the rest is one link away.
MOST_ROWS = 50
# Countries that search engines are told of one by one: they follow the links to the others.
MOST_TOLD = 30
# Flags of neighbours that are asked for one by one.
MOST_FLAGS = 8


class Countries(PublicPage):
    """All countries with members, on the map and as a list; or those of one region (`?crop=142`)."""

    template_name = "members/countries.html"

    def prepare(self):
        self.query = form.parse(self.request.GET)

    def parameters(self):
        return repr(self.query)

    @property
    def is_kept(self):
        return not self.query.ignored

    @property
    def query_string(self):
        return self.query.query_string

    @property
    def title(self):
        if not self.query.crop:
            return _("Countries")
        return _("Countries: %(region)s") % {"region": self.region_name}

    @property
    def description(self):
        return _("Countries and territories with members of the union.")

    @property
    def region_name(self) -> str:
        return regions.region_name(self.query.crop, get_language())

    @property
    def parts(self) -> list[dict]:
        """The world and its regions, each with its own part of the map."""
        world = {"name": _("World"), "url": reverse("members:countries"), "is_current": not self.query.crop}
        return [world] + [
            {
                "name": regions.region_name(region, get_language()),
                "url": maps.part_url(region),
                "is_current": region == self.query.crop,
            }
            for region in dotmap.REGIONS
        ]

    def get(self, request):
        counts = facets.count(Selection(), revision=self.register.revision).countries
        if self.query.crop:
            counts = places.within(self.query.crop, counts)
            dot_map = maps.part(self.query.crop, counts, self.register)
        else:
            dot_map = maps.world(counts, self.register)
        by_region = places.by_region(counts, self.register, get_language(), _("Other territories"))
        shown = [row.country for region in by_region for group in region.groups for row in group.countries]
        return self.render_to_response(
            self.get_context_data(
                map=dot_map,
                regions=by_region,
                members=sum(counts.values()),
                countries=len(counts),
                has_flags=len(counts) <= maps.MOST_LINKED,
                structured=structured.countries(
                    self, shown[:MOST_TOLD], Site(self.request).name, total=len(counts)
                ),
            )
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
        entries = [Entry(row, self.register) for row in rows]
        return self.render_to_response(
            self.get_context_data(
                country=self.country,
                map=maps.around(self.country, self.facets.counts["country"], self.register),
                figures=places.figures(self.country.pk, today()) if rows else None,
                share=100 * self.total / sum(self.facets.counts["country"].values()) if rows else 0,
                entries=entries,
                focus_areas=self.focus_areas,
                structured=structured.country(self, self.country, entries, total=self.total),
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
        near = places.within(self.country.subregion or "none", self.facets.counts["country"])
        near.pop(self.country.pk, None)
        return places.in_order(near, self.register)

    @property
    def has_sprite(self) -> bool:
        """Whether the neighbours' flags come in one file: many small ones would be as many requests."""
        return len(self.neighbours) > MOST_FLAGS

    @property
    def names(self) -> list[dict]:
        """The country's name in every language of the site."""
        return [
            {"code": code, "language": language, "name": self.country.name_in(code)}
            for code, language in settings.LANGUAGES
        ]

    @property
    def picture(self) -> str:
        return reverse("members:country-picture", args=[self.country.pk])

    @property
    def picture_says(self) -> str:
        return _("Dot map with %(place)s highlighted") % {"place": self.country.name}

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
