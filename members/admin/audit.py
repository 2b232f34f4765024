"""Deeds, to be read."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.admin.base import ReadOnly, RegisterAdmin
from members.admin.history import VERBS
from members.admin.lists import SelectFilter
from members.models import AuditEvent


class VerbFilter(SelectFilter):
    title = gettext_lazy("deed")
    parameter_name = "verb"

    def lookups(self, request, model_admin):
        return VERBS.items()

    def chosen(self, queryset, value):
        return queryset.filter(verb=value)


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnly, RegisterAdmin):
    list_display = ["at", "actor_column", "verb_column", "subject_type", "subject_id", "reason"]
    list_filter = [VerbFilter]
    search_fields = ["=subject_id"]
    search_help_text = gettext_lazy("The number of a row as it stands in the last but one column.")
    fields = [
        "at",
        "actor_column",
        "verb_column",
        "subject_type",
        "subject_id",
        "reason",
        "facts",
        "request_id",
    ]

    def get_queryset(self, request):
        actor = get_user_model().objects.filter(pk=OuterRef("actor_id")).values("username")
        return super().get_queryset(request).annotate(actor_name=Subquery(actor))

    @admin.display(description=gettext_lazy("who"))
    def actor_column(self, row):
        return row.actor_name or _("the command line")

    @admin.display(description=gettext_lazy("what"))
    def verb_column(self, row):
        return VERBS.get(row.verb, row.verb)
