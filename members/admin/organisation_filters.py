"""Filters of the list of organisations (docs/ux.md 3.3)."""

import datetime

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from members import choices, regions
from members.admin.lists import ChoiceFilter, FormFilter, SelectFilter
from members.forms.keys import AutocompleteSelect
from members.forms.organisations import AdmittedBetween
from members.models import Country, FocusArea, Membership, Organisation, OrganisationName, Representative
from members.models.base import running_on, today

YEAR = datetime.timedelta(days=365)
SOON = datetime.timedelta(days=90)
ENTRIES = (choices.DecisionKind.ADMISSION, choices.DecisionKind.READMISSION, choices.DecisionKind.RECORDED)
# The posts whose holder speaks for the organisation in the union, the first filled one counts.
SPEAKERS = (choices.RepresentativeFunction.DELEGATE, choices.RepresentativeFunction.HEAD)


class StatusFilter(ChoiceFilter):
    """Current members, unless something else is asked for or searched."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [
            ("current", _("Current members")),
            ("suspended", _("Suspended")),
            ("former", _("Former members")),
            ("none", _("Never members")),
        ]

    def __init__(self, request, params, model, model_admin):
        self.is_everything = params.get("status") == ["all"] or (
            "status" not in params and bool(request.GET.get("q", "").strip())
        )
        super().__init__(request, params, model, model_admin)

    def value(self):
        if self.is_everything:
            return None
        return super().value() or "current"

    def choices(self, changelist):
        _all, *rest = super().choices(changelist)
        yield from rest
        everything = changelist.get_query_string({self.parameter_name: "all"})
        yield {"selected": self.is_everything, "query_string": everything, "display": _("All")}

    def chosen(self, queryset, value):
        if value == "none":
            return queryset.exclude(Exists(Membership.objects.filter(organisation=OuterRef("pk"))))
        asked = {"current": "members_on", "suspended": "suspended_on", "former": "former_on"}
        return getattr(queryset, asked[value])()


class CountryForm(forms.Form):
    country = forms.ModelChoiceField(
        label=_("Country"),
        queryset=Country.objects.all(),
        required=False,
        widget=AutocompleteSelect(Organisation._meta.get_field("country"), admin.site),
    )


class CountryFilter(FormFilter):
    title = _("country")
    form_class = CountryForm

    def chosen(self, queryset, facts):
        return queryset.filter(country=facts["country"]) if facts["country"] else queryset


class RegionFilter(SelectFilter):
    title = _("region")
    parameter_name = "region"

    def lookups(self, request, model_admin):
        language = get_language() or settings.LANGUAGE_CODE
        for region, parts in regions.SUBREGIONS_OF.items():
            yield region, regions.region_name(region, language)
            for part in parts:
                yield part, f"– {regions.region_name(part, language)}"

    def chosen(self, queryset, value):
        return queryset.in_region(value)


class KindFilter(SelectFilter):
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return [*choices.OrganisationKind.choices, ("unknown", _("Not recorded"))]

    def chosen(self, queryset, value):
        return queryset.filter(kind="" if value == "unknown" else value)


class FocusFilter(SelectFilter):
    title = _("focus area")
    parameter_name = "focus"

    def lookups(self, request, model_admin):
        return [(area.slug, area.name) for area in FocusArea.objects.all()]

    def chosen(self, queryset, value):
        at_work = Organisation.focus_areas.through.objects.filter(focusarea__slug=value)
        return queryset.filter(Exists(at_work.filter(organisation=OuterRef("pk"))))


class RepresentativeFilter(ChoiceFilter):
    title = _("representative")
    parameter_name = "representative"

    def lookups(self, request, model_admin):
        return [
            ("appointed", _("Appointed")),
            ("vacant", _("Vacant")),
            ("ending", _("Term ends within 90 days")),
        ]

    def chosen(self, queryset, value):
        mandates = speaking_mandates().filter(organisation=OuterRef("pk"))
        if value == "vacant":
            return queryset.exclude(Exists(mandates))
        if value == "ending":
            mandates = mandates.filter(ends_on__lte=today() + SOON)
        return queryset.filter(Exists(mandates))


def speaking_mandates():
    """Mandates of today whose holders speak for their organisations."""
    return Representative.objects.filter(
        running_on(today()), function__in=SPEAKERS, rank=choices.RepresentativeRank.PRINCIPAL
    )


class ConfirmedFilter(ChoiceFilter):
    title = _("confirmation")
    parameter_name = "confirmed"

    def lookups(self, request, model_admin):
        return [
            ("recent", _("Within 12 months")),
            ("old", _("Longer ago or never")),
            ("never", _("Never")),
        ]

    def chosen(self, queryset, value):
        limit = today() - YEAR
        asked = {
            "recent": Q(confirmed_on__gte=limit),
            "old": Q(confirmed_on__lt=limit) | Q(confirmed_on=None),
            "never": Q(confirmed_on=None),
        }
        return queryset.filter(asked[value])


class MissingNameFilter(SelectFilter):
    title = _("name missing in")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return settings.LANGUAGES

    def chosen(self, queryset, value):
        return queryset.exclude(Exists(shown_names().filter(organisation=OuterRef("pk"), language=value)))


def shown_names():
    """Names that a page in their language shows."""
    kinds = (choices.NameKind.OFFICIAL, choices.NameKind.TRANSLATION)
    return OrganisationName.objects.filter(running_names(), kind__in=kinds)


def running_names() -> Q:
    return Q(valid_until=None) | Q(valid_until__gte=today())


class AdmittedFilter(FormFilter):
    title = _("admitted")
    form_class = AdmittedBetween

    def chosen(self, queryset, facts):
        entries = Membership.objects.filter(organisation=OuterRef("pk"), admitted_by__kind__in=ENTRIES)
        if facts["admitted_from"]:
            entries = entries.filter(starts_on__gte=facts["admitted_from"])
        if facts["admitted_until"]:
            entries = entries.filter(starts_on__lte=facts["admitted_until"])
        return queryset.filter(Exists(entries))


ALL = (
    StatusFilter,
    CountryFilter,
    RegionFilter,
    KindFilter,
    FocusFilter,
    RepresentativeFilter,
    ConfirmedFilter,
    MissingNameFilter,
    AdmittedFilter,
)
