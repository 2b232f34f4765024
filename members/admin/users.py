"""Accounts of staff. Only superusers change them; nobody reads a password's hash."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.forms import ModelForm
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import audit
from members.admin.base import RegisterAdmin
from members.models import User


class SuperusersOnly:
    """Mixin: whoever can change accounts or groups can give themselves every right."""

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return False  # an account is made inactive: what it did keeps its name

    def create(self, request, obj, form):
        obj.save()

    def update(self, request, form):
        form.instance.save()

    def construct_change_message(self, request, form, formsets, add=False):
        """Which fields, never their values: the deeds outlive an account."""
        return sorted(form.changed_data)

    def log_addition(self, request, obj, message):
        audit.record("add_account", obj, by=request.user, fields=message)

    def log_change(self, request, obj, message):
        audit.record("change_account", obj, by=request.user, fields=message)


@admin.register(User)
class UserAdmin(SuperusersOnly, RegisterAdmin, DjangoUserAdmin):
    form = DjangoUserAdmin.form
    list_display = [
        "username",
        "first_name",
        "last_name",
        "is_active",
        "is_superuser",
        "language",
        "last_login",
    ]
    list_filter = ["is_active", "is_superuser", "language"]
    sortable_by = ("username", "last_login")
    search_fields = ["username", "first_name", "last_name"]
    fieldsets = [
        (None, {"fields": ["username", "language"]}),
        (gettext_lazy("Person"), {"fields": [("first_name", "last_name"), "email"]}),
        (
            gettext_lazy("Rights"),
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
        (gettext_lazy("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    readonly_fields = ["last_login", "date_joined"]

    def get_fieldsets(self, request, obj=None):
        return DjangoUserAdmin.get_fieldsets(self, request, obj)

    def render_change_form(self, request, context, *args, **kwargs):
        row = context["original"]
        if row is not None and self.has_change_permission(request, row):
            address = reverse("admin:auth_user_password_change", args=[row.pk])
            context["deeds"] = [(address, _("Set a new password"))]
        return super().render_change_form(request, context, *args, **kwargs)

    @transaction.atomic
    def user_change_password(self, request, *args, **kwargs):
        """The row is locked and the deed recorded in one transaction, which Django's page does not open."""
        return super().user_change_password(request, *args, **kwargs)


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(SuperusersOnly, RegisterAdmin):
    form = ModelForm
    list_display = ["name"]
    search_fields = ["name"]
    fields = ["name", "permissions"]
    filter_horizontal = ["permissions"]
