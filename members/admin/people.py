"""People, and people at risk: sealing, reading under record, unsealing."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.actions import people
from members.admin.base import RegisterAdmin
from members.admin.deeds import DeedPages, performed
from members.forms.deeds import ReasonForm
from members.models import Person
from members.models.person import SEE_SEALED


@admin.register(Person)
class PersonAdmin(DeedPages, RegisterAdmin):
    """A person at risk is not there for those without the right to know; nobody edits one while sealed."""

    list_display = ["name_column", "latin_name", "name_audience", "consented_on", "is_sealed"]
    list_filter = ["name_audience", "is_sealed"]
    sortable_by = ("name_column", "consented_on")
    search_fields = ["full_name", "latin_name"]
    deeds = {"seal": "seal_view", "reveal": "reveal_view", "unseal": "unseal_view"}
    fieldsets = [
        (None, {"fields": [("full_name", "name_audience"), ("latin_name", "language")]}),
        (
            gettext_lazy("Contact"),
            {"fields": [("email", "email_audience"), ("phone", "phone_audience"), "consented_on"]},
        ),
        (None, {"fields": ["note"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_list_filter(self, request):
        return self.list_filter if request.user.has_perm(SEE_SEALED) else ["name_audience"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj is not None and obj.is_sealed)

    def has_delete_permission(self, request, obj=None):
        return False  # an erasure also reaches the history; it is an action of its own

    @admin.display(description=gettext_lazy("name"), ordering="full_name")
    def name_column(self, row):
        return format_html('<bdi lang="{}">{}</bdi>', row.language, row)

    def render_change_form(self, request, context, *args, **kwargs):
        row = context["original"]
        if row is not None:
            routes = {"reveal": _("Read the sealed facts"), "unseal": _("Unseal")}
            if not row.is_sealed:
                routes = {"seal": _("Seal: a person at risk")} if self.has_change_permission(request) else {}
            context["deeds"] = [(self.deed_url(deed, row.pk), label) for deed, label in routes.items()]
        return super().render_change_form(request, context, *args, **kwargs)

    def seal_view(self, request, object_id):
        row = self.get_object_or_404(request, object_id)
        self.require(request, "change_person")
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and performed(
            form, lambda facts: people.seal(row, by=request.user, **facts)
        ):
            response = self.done(request, row, _("The person is sealed."))
            is_seen = request.user.has_perm(SEE_SEALED)
            return response if is_seen else self.redirect_to(self.deed_url("changelist"))
        return self.deed_page(
            request,
            row,
            form,
            title=_("Seal a person at risk"),
            button=_("Seal"),
            explanation=_(
                "Name and contacts will exist only encrypted, and will be wiped from the history. Only "
                "members of staff with the right to see people at risk will know of this person."
            ),
        )

    def reveal_view(self, request, object_id):
        """Shows the facts once, in the answer to the question; nothing of them is kept."""
        row = self.get_object_or_404(request, object_id)
        self.require(request, "view_sealed_person")
        form, facts = ReasonForm(request.POST or None), {}

        def act(reason):
            facts.update(people.reveal(row, by=request.user, **reason))

        if request.method == "POST":
            performed(form, act)
        shown = [(Person._meta.get_field(name).verbose_name, value) for name, value in facts.items() if value]
        return self.deed_page(
            request,
            row,
            form,
            title=_("Read the sealed facts"),
            button=_("Show"),
            facts=shown,
            explanation=_("The reading is recorded with your name and the reason."),
        )

    def unseal_view(self, request, object_id):
        row = self.get_object_or_404(request, object_id)
        self.require(request, "view_sealed_person", "change_person")
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and performed(
            form, lambda facts: people.unseal(row, by=request.user, **facts)
        ):
            return self.done(request, row, _("The person is no longer sealed."))
        return self.deed_page(
            request,
            row,
            form,
            title=_("Unseal"),
            button=_("Unseal"),
            explanation=_(
                "Name and contacts will be readable for the secretariat again, and for nobody else."
            ),
        )
