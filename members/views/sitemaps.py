"""For machines that read the whole site: what they may read, and which pages there are in each language.

A profile stands in the sitemap of a language where its name or its text is in that language; elsewhere it
asks not to be indexed. No entry says when it was changed: pages change with the register, not one by one.
"""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import activate, get_language, override

from members.reports import addresses, facets
from members.reports.selection import Selection
from members.views.base import PublicPage
from members.views.schema import absolute

PER_FILE = 10_000
PLAIN_ADMIN_PATH = "admin"
PAGES = ("members:home", "members:directory", "members:countries")


class WithoutLanguage(PublicPage):
    """The same for readers of every language, so it is made in one."""

    def prepare(self):
        activate(settings.LANGUAGE_CODE)


class Robots(WithoutLanguage):
    """`/robots.txt`. A staff path that is not the usual one is a secret, and is not told here."""

    def get(self, request):
        hidden = settings.ADMIN_PATH == PLAIN_ADMIN_PATH
        lines = [
            "User-agent: *",
            f"Disallow: /{PLAIN_ADMIN_PATH}/" if hidden else "Disallow:",
            "",
            f"Sitemap: {absolute(reverse('neutral:sitemap'))}",
            "",
        ]
        return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


class Sitemaps(WithoutLanguage):
    """`/sitemap.xml`: the sitemaps of all languages."""

    template_name = "members/sitemaps.xml"
    content_type = "application/xml; charset=utf-8"

    def get(self, request):
        profiles = addresses.profiles_by_language()
        found = []
        for code, _name in settings.LANGUAGES:
            with override(code):
                found.append(absolute(reverse("members:sitemap")))
                files = -(-profiles[code] // PER_FILE)
                found += [absolute(reverse("members:sitemap-profiles", args=[n + 1])) for n in range(files)]
        return self.render_to_response(self.get_context_data(addresses=found))


class Sitemap(PublicPage):
    """The pages of one language that are not profiles."""

    template_name = "members/sitemap.xml"
    content_type = "application/xml; charset=utf-8"

    def get(self, request):
        codes = facets.count(Selection(), revision=self.register.revision).countries
        pages = self.register.pages.values()
        found = [reverse(route) for route in PAGES]
        found += [page.url for page in pages if get_language() in page.languages]
        found += [self.register.country(code).get_absolute_url() for code in sorted(codes)]
        return self.render_to_response(self.get_context_data(addresses=map(absolute, found)))


class ProfileSitemap(PublicPage):
    """Ten thousand profiles of one language. Large and seldom asked for, so it is not kept."""

    template_name = "members/sitemap.xml"
    content_type = "application/xml; charset=utf-8"
    is_kept = False

    def get(self, request, page):
        start = (int(page) - 1) * PER_FILE
        found = addresses.profiles(get_language(), start=start, number=PER_FILE)
        if not found:
            raise Http404
        return self.render_to_response(self.get_context_data(addresses=map(absolute, found)))
