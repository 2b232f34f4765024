"""What all public pages share: the access policy, caching by revision, 405 in words."""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from django.views.generic.base import TemplateResponseMixin

from members import policy
from members.models.base import today
from members.reports import register
from members.views.release import release


class Reading(View):
    """A route that is read only. Which methods it answers stands in the access policy."""

    @classmethod
    def as_view(cls, **initkwargs):
        # Nothing is ever posted here: whoever tries is to hear 405, not that a token is missing.
        return csrf_exempt(super().as_view(**initkwargs))

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.access = policy.access(request.resolver_match.view_name)
        self.http_method_names = [method.lower() for method in self.access.methods]

    def http_method_not_allowed(self, request, *args, **kwargs):
        body = render_to_string("405.html", request=request)
        return HttpResponseNotAllowed(self._allowed_methods(), body)


class PublicPage(TemplateResponseMixin, Reading):
    """A page that is the same for everybody.

    Where the policy says so, caches may keep it for PUBLIC_MAX_AGE seconds and ask again with its ETag,
    which is answered with one query. The ETag changes with the public revision, with the day (membership
    is a question about dates) and with the release, and with nothing that is private. Under the same facts
    a finished page is kept here, so that it is made once for each state of the register.
    """

    title = ""
    description = ""
    # The query strings of the same page to search engines and in another language.
    canonical = query_string = ""
    is_indexed = True
    has_feed = False

    @property
    def picture(self) -> str:
        """The picture that others show when they link here; beside it what it shows, in words."""
        return reverse("members:site-picture")

    @property
    def picture_says(self) -> str:
        return _("Dot map of the countries in which there are members")

    def dispatch(self, request, *args, **kwargs):
        self.register = request.register = register.current()
        self.prepare()
        super_dispatch = super().dispatch
        response = self._unchanged(request) or self._kept(lambda: super_dispatch(request, *args, **kwargs))
        if self.access.is_cacheable and response.status_code in {200, 304}:
            response["Cache-Control"] = f"public, max-age={settings.PUBLIC_MAX_AGE}"
            response["ETag"] = self.etag
        return response

    def prepare(self) -> None:
        """Reads the parameters, where a page has any."""

    def parameters(self) -> str:
        """What of the query string alters the page, written in one way."""
        return ""

    @property
    def is_kept(self) -> bool:
        """Whether the finished page is worth keeping: not one that hardly anybody asks for again."""
        return True

    @cached_property
    def etag(self) -> str:
        facts = (
            self.register.revision, today().isoformat(), get_language(), self.request.path, self.parameters(),
            release(),
        )  # fmt: skip
        return quote_etag(salted_hmac("members.views.page", repr(facts), algorithm="sha256").hexdigest()[:32])

    def _kept(self, make: Callable[[], HttpResponse]) -> HttpResponse:
        """The page as it was kept, else as `make` makes it; only whole pages that the policy calls cacheable
        are kept, never a redirect or an error."""
        if not (self.access.is_cacheable and self.is_kept and self.request.method in policy.READ):
            return make()
        key = f"page:{self.etag}"
        if (kept := cache.get(key)) is not None:
            content, headers = kept
            return HttpResponse(content, headers=headers)
        response = make()
        if response.status_code == 200 and not response.streaming:  # noqa: PLR2004
            response = response.render() if hasattr(response, "render") else response
            cache.set(key, (response.content, dict(response.items())), settings.PAGE_KEPT_FOR)
        return response

    def _unchanged(self, request) -> HttpResponse | None:
        """304 for a reader who has this page. "*" is not believed: the page may not exist."""
        asked = request.headers.get("If-None-Match", "*")
        if request.method not in policy.READ or not self.access.is_cacheable or asked.strip() == "*":
            return None
        response = get_conditional_response(request, etag=self.etag)
        return response if response is not None and response.status_code == 304 else None  # noqa: PLR2004

    def get_context_data(self, **context) -> dict:
        return {"view": self, "register": self.register, **context}
