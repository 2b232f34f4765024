"""Countries and territories: ISO 3166-1 codes with the UN's regions (M49) and the union's own wording."""

from functools import lru_cache

from babel import Locale
from django.db import models
from django.db.models import Q
from django.db.models.query_utils import DeferredAttribute
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from django_countries.fields import CountryField

from members.models.base import Versioned, history
from members.models.fields import ProseField, TranslatedField


@lru_cache(maxsize=64)
def _territories(language: str):
    """CLDR's names of countries in a language, by code."""
    return Locale.parse(language, sep="-").territories


class CountryQuerySet(models.QuerySet):
    def in_region(self, code: str):
        """Countries of an M49 region or subregion, "145" (Western Asia)."""
        return self.filter(Q(region=code) | Q(subregion=code))


class CountryCodeField(CountryField):
    """A country's code, checked by django-countries, as plain text: a primary key has to be."""

    descriptor_class = DeferredAttribute


class Country(Versioned):
    """One country or territory. Its name is the union's wording where there is one, else CLDR's."""

    code = CountryCodeField(_("code"), primary_key=True)
    alpha3 = models.CharField(_("three-letter code"), max_length=3, unique=True)
    m49 = models.CharField(_("UN M49 code"), max_length=3, blank=True)
    region = models.CharField(_("region"), max_length=3, blank=True, db_index=True)
    subregion = models.CharField(_("subregion"), max_length=3, blank=True, db_index=True)
    name_overrides = TranslatedField(_("name chosen by the union"), blank=True)
    is_wording_open = models.BooleanField(
        _("name to be chosen"),
        default=False,
        help_text=_("Usage differs between bodies; the union decides which name it writes."),
    )
    has_flag = models.BooleanField(_("show the flag"), default=True)
    public_text = ProseField(_("public text"), blank=True, max_length=5000)

    objects = CountryQuerySet.as_manager()
    history = history()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="country_alpha3_three_letters",
                condition=Q(alpha3__regex=r"^[A-Z]{3}$"),
                violation_error_message=_("The three-letter code is three capital letters."),
            ),
        ]

    class Disclosure:
        public = ["code", "alpha3", "m49", "region", "subregion", "name_overrides", "has_flag", "public_text"]
        internal = ["version", "is_wording_open"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("members:country-detail", args=[self.code])

    @property
    def name(self) -> str:
        return self.name_in(get_language() or "en")

    def name_in(self, language: str) -> str:
        """The union's wording, else CLDR's (Babel), else django-countries' name, in `language`."""
        if chosen := self.name_overrides.get(language):
            return chosen
        return _territories(language).get(self.code) or countries.name(self.code) or self.code
