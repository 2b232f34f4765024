"""Terms of representatives, and passing a post to a successor."""

from django.contrib import admin
from django.http import Http404
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.actions import representatives, versions
from members.admin.base import RegisterAdmin
from members.admin.deeds import DeedPages, performed
from members.admin.lists import ChoiceFilter
from members.admin.organisation_columns import date_text
from members.admin.organisation_filters import SOON
from members.forms.deeds import PERSON_OF_MANDATE, ReplaceForm
from members.forms.keys import AutocompleteSelect
from members.forms.rows import TermForm
from members.models import Document, Person, Representative
from members.models.base import today


class ReplacePage(DeedPages):
    """Mixin of the organisation's pages."""

    def replace_view(self, request, object_id, mandate_id):
        row = self.get_object_or_404(request, object_id)
        self.require(request, "change_representative", "add_representative", "view_person")
        mandate = row.representatives.visible_to(request.user).filter(pk=mandate_id).first()
        if mandate is None:
            raise Http404
        form = ReplaceForm(
            request.POST or None,
            people=Person.objects.visible_to(request.user),
            widget=AutocompleteSelect(PERSON_OF_MANDATE, self.admin_site),
        )

        def act(facts):
            organisation = versions.lock(row)
            versions.claim(organisation, version=organisation.version)
            representatives.replace(mandate, by=request.user, **facts)

        if request.method == "POST" and performed(form, act):
            return self.done(request, row, _("The post has passed to a successor."))
        title = _("Replace: %(mandate)s") % {"mandate": mandate}
        return self.deed_page(request, row, form, title=title, button=_("Replace"))


class TermFilter(ChoiceFilter):
    """Running terms, unless something else is asked for."""

    title = gettext_lazy("term")
    parameter_name = "term"

    def lookups(self, request, model_admin):
        return [
            ("running", _("Running")),
            ("ending", _("Ends within 90 days")),
            ("future", _("Not begun")),
            ("ended", _("Ended")),
        ]

    def chosen(self, queryset, value):
        if value == "ending":
            return queryset.current().filter(ends_on__lte=today() + SOON)
        if value == "running":
            return queryset.current()
        return queryset.starting_after(today()) if value == "future" else queryset.ended_before(today())


@admin.register(Representative)
class RepresentativeAdmin(RegisterAdmin):
    """One term. Its person, post and rank are fixed: the organisation's page enters a successor."""

    form = TermForm
    list_display = [
        "person_column",
        "organisation_column",
        "function",
        "rank",
        "starts_on",
        "ends_on",
        "days_left",
    ]
    list_filter = [TermFilter, "function", "rank"]
    sortable_by = ("starts_on", "ends_on")
    ordering = ["ends_on", "pk"]
    search_fields = ["person__full_name", "person__latin_name", "organisation__number"]
    fields = [
        "person", "organisation", "function", "rank", ("starts_on", "ends_on"), "has_vote", "appointment",
        "appointed_with",
    ]  # fmt: skip
    readonly_fields = ["person", "organisation", "function", "rank"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).visible_to(request.user)
        return rows.select_related("person", "organisation").prefetch_related("organisation__names")

    def has_add_permission(self, request):
        return False  # entered on the organisation's page

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("members.view_person") and super().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("members.view_person") and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm("members.view_person") and super().has_delete_permission(request, obj)

    def get_fields(self, request, obj=None):
        """Without the letter of appointment for those who may not know of documents."""
        if request.user.has_perm("members.view_document"):
            return self.fields
        return [name for name in self.fields if name != "appointed_with"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None and "appointed_with" in form.base_fields:
            form.base_fields["appointed_with"].queryset = Document.objects.filter(
                organisation=obj.organisation_id
            )
        return form

    @admin.display(description=gettext_lazy("person"))
    def person_column(self, row):
        return format_html("<bdi>{}</bdi>", row.person)

    @admin.display(description=gettext_lazy("organisation"))
    def organisation_column(self, row):
        return format_html("<bdi>{}</bdi>", row.organisation)

    @admin.display(description=gettext_lazy("days left"))
    def days_left(self, row):
        if row.ends_on is None or row.ends_on < today():
            return date_text(None)
        return (row.ends_on - today()).days
