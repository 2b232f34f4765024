"""Columns of the list of organisations (docs/ux.md 3.3)."""

from django.contrib import admin
from django.db.models import BooleanField, Case, Prefetch, Q, Value, When
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import choices
from members.admin.organisation_filters import YEAR, speaking_mandates
from members.forms.values import NOTHING
from members.models import Person
from members.models.base import today

SHOWN_KINDS = frozenset({choices.NameKind.OFFICIAL, choices.NameKind.TRANSLATION})


def name_html(name):
    """A name with its language and direction, apart from the text around it."""
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', name.language, name.direction, name.value)


def date_text(date) -> str:
    """The day as 2025-03-01: no reader of any country takes the month for the day."""
    return date.isoformat() if date else NOTHING


def with_speakers(queryset, user):
    """Brings along who speaks for each organisation; `is_known`: `user` may read the name."""
    knows = Q(person__in=Person.objects.visible_to(user)) if user.has_perm("members.view_person") else None
    is_known = (
        Case(When(knows, then=True), default=False, output_field=BooleanField()) if knows else Value(False)
    )
    mandates = speaking_mandates().annotate(is_known=is_known).select_related("person")
    return queryset.prefetch_related(
        Prefetch("representatives", mandates.order_by("function", "pk"), to_attr="speaking")
    )


class Columns:
    """Mixin of the page: each column is made from what the list's query brought, without another."""

    @admin.display(description=gettext_lazy("name"), ordering="sort_name")
    def title_column(self, row):
        title, official = row.title_name, row.official_name
        if title is None:
            return NOTHING
        if official is None or official.value == title.value:
            return name_html(title)
        return format_html('{}<br><small class="quiet">{}</small>', name_html(title), name_html(official))

    @admin.display(description=gettext_lazy("country"))
    def country_column(self, row):
        return row.country.name

    @admin.display(description=gettext_lazy("status"))
    def status_column(self, row):
        return choices.MembershipStatus(row.status_on).label

    @admin.display(description=gettext_lazy("since"))
    def since_column(self, row):
        return date_text(row.member_since)

    @admin.display(description=gettext_lazy("representative"))
    def representative_column(self, row):
        if not row.speaking:
            return format_html('<span class="age">{}</span>', _("vacant"))
        mandate = row.speaking[0]
        return format_html("<bdi>{}</bdi>", mandate.person) if mandate.is_known else _("appointed")

    @admin.display(description=gettext_lazy("confirmed"), ordering="confirmed_on")
    def confirmed_column(self, row):
        if row.confirmed_on and row.confirmed_on >= today() - YEAR:
            return date_text(row.confirmed_on)
        said = date_text(row.confirmed_on) if row.confirmed_on else _("never")
        return format_html('<span class="age" title="{}">{}</span>', _("Not within 12 months"), said)

    @admin.display(description=gettext_lazy("languages"))
    def languages_column(self, row):
        named = (name for name in row.sorted_names() if name.kind in SHOWN_KINDS and not name.is_former)
        return " ".join(sorted({name.language for name in named} - {""})) or NOTHING
