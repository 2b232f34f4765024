"""Pages of the union and their versions. What was published is not altered: a new version follows it."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import markup, text
from members.actions import pages
from members.admin.base import RegisterAdmin
from members.admin.deeds import DeedPages, performed
from members.admin.focus_areas import FixedSlug
from members.admin.lists import ChoiceFilter
from members.forms.deeds import ReasonForm
from members.forms.pages import PreviewForm, PublishForm
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


@admin.register(PageText)
class PageTextAdmin(DeedPages, RegisterAdmin):
    list_display = ["title_column", "page", "language", "number", "is_authentic", "published_on"]
    list_filter = [LanguageFilter]
    list_select_related = ["page"]
    sortable_by = ("language", "published_on")
    search_fields = ["title", "page__slug"]
    autocomplete_fields = ["page"]
    deeds = {"new-version": "new_version_view", "publish": "publish_view", "preview": "preview_view"}
    fields = [("page", "language", "number"), "title", "body", "is_authentic"]
    readonly_fields = ["number"]

    def get_urls(self):
        # A text that was never saved has no key of its own yet.
        unsaved = self.admin_site.admin_view(self.preview_view)
        return [path("preview/", unsaved, name="members_pagetext_preview_unsaved"), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.published_on)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.published_on)

    def get_fields(self, request, obj=None):
        if obj is None or obj.published_on is None:
            return super().get_fields(request, obj)
        return [*super().get_fields(request, obj), ("adopted_on", "published_on"), "adopted_by"]

    def get_readonly_fields(self, request, obj=None):
        fixed = ["page", "language"] if obj else []
        return [*self.readonly_fields, *fixed, "adopted_on", "adopted_by", "published_on"]

    def create(self, request, obj, form):
        obj.number = pages.next_number(obj)
        super().create(request, obj, form)

    @admin.display(description=gettext_lazy("title"))
    def title_column(self, row):
        return format_html('<bdi lang="{}">{}</bdi>', row.language, row.title)

    def render_change_form(self, request, context, *args, **kwargs):
        row = context["original"]
        if row is not None:
            context["deeds"] = self._open_deeds(request, row)
        return super().render_change_form(request, context, *args, **kwargs)

    def _open_deeds(self, request, row: PageText) -> list[tuple]:
        links = [(self.deed_url("preview", row.pk), _("As readers see it"))]
        if self.has_change_permission(request, row):
            links.append((self.deed_url("publish", row.pk), _("Publish")))
        if self.has_add_permission(request):
            links.append((self.deed_url("new_version", row.pk), _("Write a new version")))
        return links

    def new_version_view(self, request, object_id):
        """A draft with the same text, under the next number."""
        row = self.get_object_or_404(request, object_id)
        self.require(request, "add_pagetext")
        form, drafts = ReasonForm(request.POST or None), []

        def act(facts):
            drafts.append(pages.draft_after(row, by=request.user, **facts))

        if request.method == "POST" and performed(form, act):
            return self.done(request, drafts[0], _("This is the draft of a new version."))
        return self.deed_page(request, row, form, title=_("Write a new version"), button=_("Begin"))

    def publish_view(self, request, object_id):
        """From draft to what everybody reads."""
        row = self.get_object_or_404(request, object_id)
        self.require(request, "change_pagetext")
        form = PublishForm(request.POST or None)

        def act(facts):
            if facts["body"]:
                pages.adopt(row, by=request.user, **facts)
            else:
                facts = {name: facts[name] for name in ("adopted_on", "reason")}
                pages.publish(row, by=request.user, **facts)

        if request.method == "POST" and performed(form, act):
            return self.done(request, row, _("This version is published."))
        explanation = _("Everybody will read this version. Its words cannot be changed afterwards.")
        return self.deed_page(
            request, row, form, title=_("Publish"), button=_("Publish"), explanation=explanation
        )

    def preview_view(self, request, object_id=None):
        """The text as readers would see it: as it stands in the form that was sent, else as it is stored.
        Nothing is written."""
        row = self.get_object_or_404(request, object_id) if object_id else None
        if row is None and not self.has_add_permission(request):
            raise PermissionDenied
        if row is None and request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        stored = {name: getattr(row, name) for name in ("language", "title", "body")} if row else {}
        typed = request.POST.dict() if request.method == "POST" else {}
        form = PreviewForm({**stored, **typed})
        context = {"form": form}
        if form.is_valid():
            facts = form.cleaned_data
            direction = text.direction_of(f"{facts['title']} {facts['body'][:200]}")
            context |= {**facts, "direction": direction, "rendered": markup.rendered(facts["body"])}
        return TemplateResponse(request, "admin/members/pagetext/preview.html", context)
