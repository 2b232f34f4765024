"""The one base of all staff pages about rows (docs/security.md 3.0).

What stock Django leaves open is closed here: filters and sorting by any column, a history and a log that
tell names to people who may not read them, saving as new, deleting with everything below, and two people
saving one row.
"""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import IntegrityError, models
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from members import audit, revision
from members.actions import versions
from members.actions.refusals import Refused
from members.admin import deletion, history, lists, refusals
from members.forms.conflicts import settle
from members.forms.deeds import ReasonForm
from members.forms.keys import AutocompleteSelect, AutocompleteSelectMultiple, KeysField
from members.forms.versioned import RecordForm, RowForm
from members.models import Person
from members.models.fields import LineFormField

LEFT_TO_RIGHT = {"email", "phone", "website", "slug", "language", "contact_email", "legal_number"}
LONG_TEXT = 10_000  # characters
DATE_INPUT = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Picture(forms.ClearableFileInput):
    """A picture's upload, without a link: files are not served by their paths."""

    template_name = "widgets/upload.html"


class WidgetsMixin:
    """Inputs for pages and for rows below them: directions by content, dates of the browser."""

    formfield_overrides = {
        models.DateField: {"widget": DATE_INPUT},
        models.ImageField: {"widget": Picture},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.CharField) and not db_field.choices:
            kwargs = _normalised(db_field) | kwargs
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.CharField | models.TextField) and not db_field.choices and field:
            field.widget.attrs.setdefault("dir", "ltr" if db_field.name in LEFT_TO_RIGHT else "auto")
        if isinstance(db_field, models.TextField) and field:
            field.widget.attrs["rows"] = 3 if (db_field.max_length or 0) < LONG_TEXT else 20
        if isinstance(field.widget if field else None, RelatedFieldWidgetWrapper):
            _without_side_doors(field.widget, db_field)
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.remote_field.model is Person:
            kwargs["queryset"] = Person.objects.visible_to(request.user)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", AutocompleteSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", KeysField)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", AutocompleteSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def _normalised(column: models.CharField) -> dict:
    """Columns that Django brings along, such as the names of an account, know nothing of the normaliser."""
    is_plain = type(column.formfield()) is forms.CharField
    return {"form_class": LineFormField} if is_plain else {}


def _without_side_doors(widget: RelatedFieldWidgetWrapper, db_field) -> None:
    """People are entered while an organisation is edited; whatever else is chosen has its own page."""
    widget.can_add_related = widget.can_add_related and db_field.remote_field.model is Person
    widget.can_change_related = widget.can_view_related = widget.can_delete_related = False


def without_version(fieldsets) -> list[str]:
    return [name for name in flatten_fieldsets(fieldsets) if name not in RecordForm.not_stored]


class RegisterAdmin(WidgetsMixin, admin.ModelAdmin):
    """A page for a model. `lookups`: parameters of its list beyond those of its filters."""

    form = RecordForm
    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    view_on_site = False
    lookups: tuple[str, ...] = ()
    # Whose fields the history shows beside the row's own: {accessor of the row: its filter}.
    histories: tuple[history.Source, ...] = ()
    sortable_by: tuple[str, ...] = ()

    # -- lists ---------------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return lists.RegisterChangeList

    def lookup_allowed(self, lookup, value, request):
        return lookup in lists.parameters_of(self.get_list_filter(request)) or lookup in self.lookups

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        if response.status_code == 302 and response.headers["Location"].endswith("?e=1"):  # noqa: PLR2004
            messages.warning(
                request, _("Part of the address of this list made no sense; the list is shown without it.")
            )
        return response

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, lists.clamped(search_term))

    # -- reading and writing one row -----------------------------------------------------------------

    def get_object(self, request, object_id, from_field=None):
        """The row; before a write (which Django wraps in a transaction) locked and then read anew."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST":
            versions.lock(row)
            row.refresh_from_db()
        return row

    def get_object_or_404(self, request, object_id):
        """The row for a page of our own, which must be allowed to see it."""
        row = super().get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return row

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404

    def get_changeform_initial_data(self, request):
        return {}  # an address must not fill in a form that a person then signs

    def get_fields(self, request, obj=None):
        return [name for name in super().get_fields(request, obj) if name not in RecordForm.not_stored]

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs["fields"] = without_version(self.get_fieldsets(request, obj))
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if "_saveasnew" in request.POST:
            raise SuspiciousOperation("Nothing here is saved as new.")
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (Refused, IntegrityError) as error:
            # Everything was rolled back: the page is shown again with what was typed, and why.
            request.refusal = refusals.in_words(error)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        rows = [context["adminform"].form]
        for formset in context["inline_admin_formsets"]:
            rows.extend(formset.formset.forms)
        refused = [row for row in rows if isinstance(row, RowForm) and row.is_conflict]
        context["show_save_and_add_another"] = False
        context["conflicts"] = [difference for row in refused for difference in settle(row)]
        context["is_conflict"] = bool(refused)
        context["latest_author"] = history.latest_author(context["original"]) if refused else ""
        response = super().render_change_form(request, context, *args, **kwargs)
        if refused:
            response.status_code = 409
        return response

    def save_model(self, request, obj, form, change):
        """A row is written with those below it, see `save_related`."""
        if not change:
            self.create(request, obj, form)

    def create(self, request, obj, form):
        """Writes a new row. Pages whose rows enter the register by an action say which."""
        audit.because(obj, by=request.user, reason=form.cleaned_data.get("reason", ""))
        obj.save()
        revision.raised_for(obj, stored(form))

    def save_related(self, request, form, formsets, change):
        touched = [formset for formset in formsets if formset.has_changed()]
        if change and (form.has_changed() or touched):
            self.update(request, form)
        form.save_m2m()
        for formset in touched:
            self.save_formset(request, form, formset, change)
        self.after_save(request, form, touched)

    def update(self, request, form):
        """Writes a changed row under a new version, which covers the rows below it as well."""
        row = form.instance
        history.keep_beginning(row)
        versions.claim(row, version=form.initial["version"])
        audit.because(row, by=request.user, reason=form.cleaned_data["reason"])
        row.save()
        revision.raised_for(row, stored(form))

    def after_save(self, request, form, formsets):
        """What follows from the save, in the same transaction."""

    # -- what others do in Django's log is done in the history and in deeds -----------------------------

    def construct_change_message(self, request, form, formsets, add=False):
        return ""

    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object_or_404(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": str(row),
            "entries": history.of(row, request.user, self.histories),
            "most_entries": history.MOST_ENTRIES,
            "opts": self.opts,
            "object": row,
            "original": row,
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    # -- deleting --------------------------------------------------------------------------------------

    def get_deleted_objects(self, objs, request):
        return deletion.summary(objs, request)

    def delete_view(self, request, object_id, extra_context=None):
        form = ReasonForm(request.POST)
        if request.method == "POST" and not form.is_valid():
            messages.error(request, _("Nothing was deleted: say why."))
            for error in form.errors["reason"]:
                messages.error(request, error)
            return HttpResponseRedirect(request.get_full_path())
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request, obj):
        deletion.delete(obj, by=request.user, reason=request.POST["reason"])


def stored(form: forms.ModelForm) -> list[str]:
    """The changed fields of a form that are fields of its model."""
    names = {field.name for field in form.instance._meta.get_fields()}
    return [name for name in form.changed_data if name in names]


class ReadOnly:
    """Mixin: nobody adds, changes or deletes here."""

    form = forms.ModelForm

    def has_add_permission(self, request, *args):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
