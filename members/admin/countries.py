"""Countries: which name the union writes, and whether it shows a flag."""

from functools import lru_cache

from babel import Locale
from django.conf import settings
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy

from members import regions, text
from members.admin import lists
from members.admin.base import RegisterAdmin
from members.admin.home import Tile
from members.models import Country


@lru_cache(maxsize=300)
def cldr_names(code: str) -> str:
    """The names of a country in the site's languages, folded, in one line."""
    languages = [language for language, _name in settings.LANGUAGES]
    names = [Locale.parse(language).territories.get(code, "") for language in languages]
    return " ".join(text.fold(name) for name in names)


def is_called(country: Country, words: list[str]) -> bool:
    """Whether every word begins a word of one of the country's names, in any language, or is its code."""
    chosen = " ".join(text.fold(name) for name in country.name_overrides.values())
    known = f" {cldr_names(country.code)} {chosen} {country.code.lower()} {country.alpha3.lower()}"
    return all(f" {word}" in known for word in words)


@admin.register(Country)
class CountryAdmin(RegisterAdmin):
    list_display = [
        "code_column",
        "name_column",
        "region_column",
        "subregion_column",
        "is_wording_open",
        "has_flag",
    ]
    list_display_links = ["code_column", "name_column"]
    list_filter = ["is_wording_open", "has_flag"]
    sortable_by = ("code_column",)
    search_fields = ["code"]
    search_help_text = gettext_lazy("A name in any language of the site, or a code.")
    fields = [
        ("code_column", "alpha3", "m49"), ("region_column", "subregion_column"), "name_overrides",
        "is_wording_open", "has_flag", "public_text",
    ]  # fmt: skip
    readonly_fields = ["code_column", "alpha3", "m49", "region_column", "subregion_column"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_search_results(self, request, queryset, search_term):
        words = text.fold(lists.clamped(search_term)).split()
        if not words:
            return queryset, False
        found = [country.pk for country in Country.objects.all() if is_called(country, words)]
        return queryset.filter(pk__in=found), False

    def tiles(self, request):
        waiting = Country.objects.filter(is_wording_open=True, name_overrides={}).count()
        address = reverse("admin:members_country_changelist") + "?is_wording_open__exact=1"
        return [Tile(gettext_lazy("Country names to be chosen"), waiting, address, is_waiting=True)]

    @admin.display(description=gettext_lazy("code"), ordering="code")
    def code_column(self, row):
        return row.pk  # the field itself would show django-countries' name for it

    @admin.display(description=gettext_lazy("name"))
    def name_column(self, row):
        return row.name

    @admin.display(description=gettext_lazy("region"))
    def region_column(self, row):
        return (
            regions.region_name(row.region, get_language() or settings.LANGUAGE_CODE) if row.region else "—"
        )

    @admin.display(description=gettext_lazy("subregion"))
    def subregion_column(self, row):
        return (
            regions.region_name(row.subregion, get_language() or settings.LANGUAGE_CODE)
            if row.subregion
            else "—"
        )
