"""Pages of the union and their versions. What was published is not altered: a new version follows it."""

from django.conf import settings
from django.contrib import admin
from django.db.models import Max
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import audit
from members.admin.base import RegisterAdmin
from members.admin.deeds import DeedPages, performed
from members.admin.focus_areas import FixedSlug
from members.admin.lists import ChoiceFilter
from members.forms.deeds import ReasonForm
from members.models import Page, PageText


@admin.register(Page)
class PageAdmin(FixedSlug, RegisterAdmin):
    list_display = ["slug", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["slug"]
    fields = ["slug", "kind", "position"]


class LanguageFilter(ChoiceFilter):
    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return settings.LANGUAGES

    def chosen(self, queryset, value):
        return queryset.filter(language=value)


def is_published(row: PageText | None) -> bool:
    """Read from the database: while a draft is being published, its form's row says so already."""
    return row is not None and PageText.objects.filter(pk=row.pk, published_on__isnull=False).exists()


def next_number(row: PageText) -> int:
    versions = PageText.objects.filter(page=row.page, language=row.language)
    return (versions.aggregate(latest=Max("number"))["latest"] or 0) + 1


def draft_after(row: PageText, *, by, reason: str) -> PageText:
    """A new, unpublished version with the text of `row`."""
    draft = PageText(
        page=row.page,
        language=row.language,
        number=next_number(row),
        title=row.title,
        body=row.body,
        is_authentic=row.is_authentic,
    )
    audit.because(draft, by=by, reason=reason)
    draft.save()
    return draft


@admin.register(PageText)
class PageTextAdmin(DeedPages, RegisterAdmin):
    list_display = ["title_column", "page", "language", "number", "is_authentic", "published_on"]
    list_filter = [LanguageFilter]
    list_select_related = ["page"]
    sortable_by = ("language", "published_on")
    search_fields = ["title", "page__slug"]
    autocomplete_fields = ["page"]
    deeds = {"new-version": "new_version_view"}
    fields = [
        ("page", "language"), "title", "body", "is_authentic", ("adopted_on", "published_on"),
    ]  # fmt: skip

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_published(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_published(obj)

    def get_readonly_fields(self, request, obj=None):
        return ["page", "language"] if obj else []

    def create(self, request, obj, form):
        obj.number = next_number(obj)
        super().create(request, obj, form)

    @admin.display(description=gettext_lazy("title"))
    def title_column(self, row):
        return format_html('<bdi lang="{}">{}</bdi>', row.language, row.title)

    def render_change_form(self, request, context, *args, **kwargs):
        row = context["original"]
        if row is not None and self.has_add_permission(request):
            context["deeds"] = [(self.deed_url("new_version", row.pk), _("Write a new version"))]
        return super().render_change_form(request, context, *args, **kwargs)

    def new_version_view(self, request, object_id):
        """A draft with the same text, under the next number."""
        row = self.get_object_or_404(request, object_id)
        self.require(request, "add_pagetext")
        form, drafts = ReasonForm(request.POST or None), []

        def act(facts):
            drafts.append(draft_after(row, by=request.user, **facts))

        if request.method == "POST" and performed(form, act):
            return self.done(request, drafts[0], _("This is the draft of a new version."))
        return self.deed_page(request, row, form, title=_("Write a new version"), button=_("Begin"))
