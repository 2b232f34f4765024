"""What the frame of every page needs. Nothing is looked up before a template asks for it."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi, get_language_info, override
from django.utils.translation import gettext as _

from members.reports import register
from members.reports.contents import PageTerm

LOCALES = {
    "en": "en_GB", "ar": "ar_AR", "fa": "fa_IR", "fr": "fr_FR", "es": "es_ES", "tr": "tr_TR", "id": "id_ID",
    "ur": "ur_PK",
}  # fmt: skip


@dataclass(frozen=True)
class Language:
    """A language of the site in its own words, and where this page is in it."""

    code: str
    name: str
    direction: str
    home: str
    url: str
    is_current: bool


class Site:
    """The union, the languages, the place of this page among them."""

    def __init__(self, request: HttpRequest):
        self._request = request

    @cached_property
    def register(self) -> register.Register:
        return getattr(self._request, "register", None) or register.current()

    @property
    def name(self) -> str:
        return self.register.union.name or _("Union of NGOs")

    @property
    def tagline(self) -> str:
        return self.register.union.tagline or _("Register of members")

    @property
    def logo(self) -> str:
        """The address of the union's logo; empty where it has none."""
        logo = self.register.union.logo
        return logo.url if logo else ""

    @property
    def pages(self) -> list[PageTerm]:
        """Published pages of the union beside the one about it."""
        about = reverse("members:about")
        return [page for page in self.register.pages.values() if page.url != about]

    @property
    def origin(self) -> str:
        return settings.SITE_URL

    @property
    def language(self) -> str:
        return get_language()

    @property
    def direction(self) -> str:
        return "rtl" if get_language_bidi() else "ltr"

    @property
    def locale(self) -> str:
        """The language with a territory, as OpenGraph wants it."""
        return LOCALES.get(get_language(), get_language())

    @property
    def font(self) -> str:
        """The part of the fonts that most of the page is set in."""
        return "arabic" if get_language_bidi() else "latin"

    @cached_property
    def languages(self) -> list[Language]:
        current, path = get_language(), self._request.path
        rest = path.removeprefix(f"/{current}/") if path.startswith(f"/{current}/") else ""
        found = []
        for code, name in settings.LANGUAGES:
            with override(code):
                home = reverse("members:home")
            direction = "rtl" if get_language_info(code)["bidi"] else "ltr"
            found.append(Language(code, name, direction, home, f"{home}{rest}", code == current))
        return found


def site(request: HttpRequest) -> dict:
    return {"site": Site(request)}
