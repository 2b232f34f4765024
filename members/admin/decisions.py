"""Decisions are read here; they are made where something is decided."""

from django.contrib import admin

from members.admin.base import ReadOnly, RegisterAdmin
from members.models import Decision


@admin.register(Decision)
class DecisionAdmin(ReadOnly, RegisterAdmin):
    list_display = ["decided_on", "kind", "effective_on", "body", "session", "reference", "recorded_by"]
    list_filter = ["kind", "body"]
    list_select_related = ["recorded_by"]
    sortable_by = ("decided_on", "effective_on")
    search_fields = ["session", "reference"]
    fields = [
        "kind", ("decided_on", "effective_on"), "body", ("session", "reference"), "reasons", "recorded_by",
        "recorded_at",
    ]  # fmt: skip
