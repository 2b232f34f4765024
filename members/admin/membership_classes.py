"""Classes of membership: the union's own list, with votes and publicity."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from members.admin.base import RegisterAdmin
from members.admin.focus_areas import FixedSlug
from members.models import MembershipClass


@admin.register(MembershipClass)
class MembershipClassAdmin(FixedSlug, RegisterAdmin):
    list_display = ["slug", "name_column", "votes", "is_public", "is_default", "position"]
    list_display_links = ["slug", "name_column"]
    fields = ["slug", "names", "votes", "is_public", "is_default", "position"]

    @admin.display(description=gettext_lazy("name"))
    def name_column(self, row):
        return row.name
