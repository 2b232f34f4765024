"""What stands beside a page elsewhere: its picture where somebody links to it, its name on a telephone."""

from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from members import sharing
from members.models import Country
from members.reports import facets
from members.reports.selection import Selection
from members.sharing import Words
from members.views.base import PublicPage
from members.views.context import Site

PETROL, PAPER = "#0b3a44", "#f3f6f6"
SHORT = 30  # letters of a name that fit under an icon


class Picture(PublicPage):
    """A PNG that is made when it is first asked for, and kept as pages are: until the next public change."""

    def drawn(self, words: Words, counts: dict[str, int]) -> bytes:
        raise NotImplementedError

    def get(self, request, **place):
        self.find(**place)
        counts = facets.count(Selection(), revision=self.register.revision).countries
        name = Site(request).name
        words = Words(
            union=name,
            title=name,
            sentence="",
            note=_(
                "Dots show where members are registered. The map draws no borders and takes no position "
                "on any boundary."
            ),
            language=get_language(),
            is_rtl=get_language_bidi(),
        )
        return HttpResponse(self.drawn(words, counts), content_type="image/png")

    def find(self, **place) -> None:
        """Looks up what the picture is of; 404 where there is no such thing."""


class SitePicture(Picture):
    def drawn(self, words, counts):
        members, number = sum(counts.values()), len(counts)
        sentence = ngettext(
            "Members in %(counter)s country or territory: %(members)s",
            "Members in %(counter)s countries and territories: %(members)s",
            number,
        ) % {"counter": number, "members": members}
        return sharing.site_picture(words.saying(words.union, sentence if members else ""), counts)


class CountryPicture(Picture):
    def find(self, code):
        self.country = Country.objects.filter(pk=code).first() if code.isascii() else None
        if self.country is None:
            raise Http404

    def drawn(self, words, counts):
        number = counts.get(self.country.pk, 0)
        sentence = ngettext("%(count)s member", "%(count)s members", number) % {"count": number}
        said = words.saying(self.country.name, sentence if number else "")
        return sharing.country_picture(said, self.country.pk, counts)


class Manifest(PublicPage):
    """The register as an application on a telephone's home screen, in the reader's language."""

    def get(self, request):
        site = Site(request)
        icons = [
            {
                "src": static(f"img/icon-{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size in (192, 512)
            for purpose in ("any", "maskable")
        ]
        home = reverse("members:home")
        facts = {
            "id": home,
            "name": site.name,
            "short_name": site.name if len(site.name) <= SHORT else site.tagline,
            "description": _("The public register of the member organisations of the union."),
            "lang": get_language(),
            "dir": site.direction,
            "start_url": home,
            "scope": home,
            "display": "minimal-ui",
            "background_color": PAPER,
            "theme_color": PETROL,
            "icons": icons,
        }
        return JsonResponse(
            facts, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
        )
