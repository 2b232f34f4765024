"""Objectives and strategies of the union, in the order of its statute."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from members.admin.base import RegisterAdmin
from members.models import Objective


@admin.register(Objective)
class ObjectiveAdmin(RegisterAdmin):
    list_display = ["title_column", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["titles"]
    fields = ["kind", "position", "titles", "texts"]

    @admin.display(description=gettext_lazy("title"))
    def title_column(self, row):
        return str(row)
