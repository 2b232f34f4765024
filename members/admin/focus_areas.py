"""Focus areas: the union's own list."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from members.admin.base import RegisterAdmin
from members.models import FocusArea


class FixedSlug:
    """Mixin: a slug stands in addresses, so it is fixed once it is there."""

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, *(["slug"] if obj else [])]


@admin.register(FocusArea)
class FocusAreaAdmin(FixedSlug, RegisterAdmin):
    list_display = ["slug", "name_column", "position"]
    list_display_links = ["slug", "name_column"]
    search_fields = ["slug", "names"]
    fields = ["slug", "names", "position"]

    @admin.display(description=gettext_lazy("name"))
    def name_column(self, row):
        return row.name
