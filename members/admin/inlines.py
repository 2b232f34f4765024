"""Rows below a page: each under its own version, with the page's reason, by the action that is theirs."""

from django.contrib import admin

from members import audit, revision
from members.actions import documents, representatives, versions
from members.admin.base import WidgetsMixin, without_version
from members.forms.rows import (
    DocumentForm,
    NameFormSet,
    RepresentativeForm,
    RepresentativeFormSet,
    RowFormSet,
)
from members.forms.versioned import RowForm
from members.models import Document, OrganisationName, OrganisationText, Representative


class RegisterInline(WidgetsMixin, admin.TabularInline):
    """Rows with a hidden version each. `is_beside`: stands beside the page's own fields."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    max_num = 200
    is_beside = False

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            return fieldsets
        (name, options), *rest = fieldsets
        return [(name, {**options, "fields": [*options["fields"], "version"]}), *rest]

    def get_formset(self, request, obj=None, **kwargs):
        kwargs["fields"] = without_version(self.get_fieldsets(request, obj))
        return super().get_formset(request, obj, **kwargs)


class NameInline(RegisterInline):
    model = OrganisationName
    formset = NameFormSet
    fields = ["value", "kind", "language", "valid_from", "valid_until"]

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()


class TextInline(RegisterInline):
    model = OrganisationText
    fields = ["language", "summary", "description"]


class RepresentativeInline(RegisterInline):
    """Only for those who may know people; people at risk only for those who may know of them."""

    model = Representative
    form = RepresentativeForm
    formset = RepresentativeFormSet
    fields = ["person", "function", "rank", "starts_on", "ends_on", "has_vote", "appointment"]
    autocomplete_fields = ["person"]
    show_change_link = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).visible_to(request.user).select_related("person")
        return rows.order_by("ends_on", "function", "-rank", "pk")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("members.view_person") and super().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("members.view_person") and super().has_change_permission(request, obj)

    def has_add_permission(self, request, obj):
        return request.user.has_perm("members.view_person") and super().has_add_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False  # a term ends, it does not vanish


class DocumentInline(RegisterInline):
    model = Document
    form = DocumentForm
    fields = ["kind", "title", "file"]
    is_beside = True
    show_change_link = True

    def has_delete_permission(self, request, obj=None):
        return False  # deleted on its own page, with a reason


def save_rows(formset, *, by, reason: str) -> None:
    """Writes what a formset says about its rows."""
    rows = formset.save(commit=False)
    changed = {row.pk: fields for row, fields in formset.changed_objects}
    for row in formset.deleted_objects:
        audit.because(row, by=by, reason=reason)
        row.delete()
        revision.raised()
    for row in rows:
        if row.pk is None:
            _add(row, by=by, reason=reason)
        else:
            versions.claim(row, version=row.version)
            audit.because(row, by=by, reason=reason)
            row.save()
            revision.raised_for(row, changed[row.pk])


def _add(row, *, by, reason: str) -> None:
    if isinstance(row, Representative):
        names = ("function", "rank", "starts_on", "ends_on", "has_vote", "appointment")
        facts = {name: getattr(row, name) for name in names}
        representatives.appoint(row.organisation, person=row.person, by=by, reason=reason, **facts)
        return
    if isinstance(row, Document):
        documents.describe(row, by=by)
    audit.because(row, by=by, reason=reason)
    row.save()
    revision.raised_for(row, [field.name for field in row._meta.concrete_fields])
