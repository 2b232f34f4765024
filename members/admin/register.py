"""The union itself: one row, changed and never added."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse

from members.admin.base import RegisterAdmin
from members.models import Union
from members.models.register import SINGLE


@admin.register(Union)
class UnionAdmin(RegisterAdmin):
    fields = [
        "names", "taglines", "founded_year", "logo", "contact_email", "phone", "address", "website",
    ]  # fmt: skip

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("admin:members_union_change", args=[SINGLE]))
