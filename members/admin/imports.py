"""Imports and their rows, to be read."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.admin.base import ReadOnly, RegisterAdmin
from members.choices import ImportOutcome
from members.models import ImportRow, ImportRun


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly, RegisterAdmin):
    list_display = ["id", "file_name", "started_at", "started_by", "counts_column", "undone_at"]
    list_display_links = ["id", "file_name"]
    list_select_related = ["started_by"]
    sortable_by = ("id", "started_at")
    search_fields = ["file_name"]
    fields = [
        "file_name", "sha256", "started_by", "started_at", "finished_at", "counts_column", "rows_column",
        "undone_at", "undone_by",
    ]  # fmt: skip

    @admin.display(description=gettext_lazy("result"))
    def counts_column(self, row):
        known = [(outcome.label, row.counts.get(outcome.value)) for outcome in ImportOutcome]
        return ", ".join(f"{label}: {count}" for label, count in known if count)

    @admin.display(description=gettext_lazy("rows"))
    def rows_column(self, row):
        address = reverse("admin:members_importrow_changelist")
        return format_html('<a href="{}?run__id__exact={}">{}</a>', address, row.pk, _("Row by row"))


@admin.register(ImportRow)
class ImportRowAdmin(ReadOnly, RegisterAdmin):
    list_display = ["row_number", "outcome", "organisation_column", "messages_column"]
    list_filter = ["outcome"]
    lookups = ("run__id__exact",)
    sortable_by = ("row_number",)
    ordering = ["-run", "row_number"]
    fields = ["run", "row_number", "outcome", "organisation_column", "messages_column"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("organisation")
            .prefetch_related("organisation__names")
        )

    def get_model_perms(self, request):
        return {}  # reached from its import, not from the menu

    @admin.display(description=gettext_lazy("organisation"))
    def organisation_column(self, row):
        return format_html("<bdi>{}</bdi>", row.organisation or "—")

    @admin.display(description=gettext_lazy("what was said"))
    def messages_column(self, row):
        return "; ".join(str(message) for message in row.messages)
