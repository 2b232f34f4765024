"""The members list and the page of a member."""

from django.contrib import admin
from django.db.models import Case, Q, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.actions import organisations
from members.admin import lists, organisation_filters
from members.admin.base import RegisterAdmin
from members.admin.bulk import BulkMarks
from members.admin.deeds import performed
from members.admin.history import Source
from members.admin.home import Tile
from members.admin.inlines import DocumentInline, NameInline, RepresentativeInline, TextInline, save_rows
from members.admin.memberships import STEPS, StatusPages
from members.admin.organisation_columns import Columns, with_speakers
from members.admin.organisation_filters import YEAR, speaking_mandates
from members.admin.representatives import ReplacePage
from members.choices import MembershipStatus
from members.forms.deeds import OfficialNameForm
from members.forms.organisations import RegisterForm
from members.models import (
    Document,
    Membership,
    Organisation,
    OrganisationName,
    OrganisationText,
    Person,
    Representative,
    Suspension,
)
from members.models.base import today
from members.search import query

MOST_FOUND = 200


@admin.register(Organisation)
class OrganisationAdmin(BulkMarks, Columns, StatusPages, ReplacePage, RegisterAdmin):
    list_display = [
        "number", "title_column", "country_column", "kind", "status_column", "since_column",
        "representative_column", "confirmed_column", "languages_column",
    ]  # fmt: skip
    list_display_links = ["number", "title_column"]
    list_filter = organisation_filters.ALL
    paginator = lists.KeyPaginator
    sortable_by = ("number", "title_column", "kind", "confirmed_column")
    search_fields = ["number"]
    search_help_text = gettext_lazy("A name in any script, a number, an e-mail, a telephone or a person.")
    autocomplete_fields = ["country", "works_in", "focus_areas"]
    change_form_template = "admin/members/organisation/change_form.html"
    inlines = [NameInline, TextInline, RepresentativeInline, DocumentInline]
    deeds = {
        "status": "status_view",
        "official-name": "official_name_view",
        "representatives/<int:mandate_id>/replace": "replace_view",
    }
    histories = (
        Source(OrganisationName, "organisation"),
        Source(OrganisationText, "organisation"),
        Source(Membership, "organisation"),
        Source(Suspension, "membership__organisation"),
        Source(Representative, "organisation", ("members.view_person",)),
        Source(Document, "organisation"),
    )
    fieldsets = [
        (None, {"fields": [("country", "city"), ("kind", "founded_year"), "focus_areas", "works_in"]}),
        (
            gettext_lazy("Contact"),
            {
                "fields": [
                    ("address", "address_audience"),
                    ("email", "email_audience"),
                    ("phone", "phone_audience"),
                    "website",
                ]
            },
        ),
        (gettext_lazy("Registration"), {"fields": [("legal_number", "legal_register")]}),
        (
            gettext_lazy("In the register"),
            {"fields": ["is_listed", ("confirmed_on", "checked_on"), "logo", "note"]},
        ),
    ]
    fieldsets_of_new = [
        (
            None,
            {"fields": ["official_name", "language", "country", "city", "kind", "founded_year", "website"]},
        ),
        (gettext_lazy("Registration"), {"fields": [("legal_number", "legal_register")]}),
    ]

    @property
    def media(self):
        return super().media + organisation_filters.CountryForm().media

    # -- the list --------------------------------------------------------------------------------------

    def get_queryset(self, request):
        queryset = super().get_queryset(request).with_status().with_names().select_related("country")
        return with_speakers(queryset, request.user)

    def get_search_results(self, request, queryset, search_term):
        term = lists.clamped(search_term)
        if not term:
            return queryset, False
        found = [*query.find(term, limit=MOST_FOUND).organisation_ids, *_reached_by(term)]
        found = list(dict.fromkeys([*found, *_represented_by(term, request.user)]))[:MOST_FOUND]
        queryset = queryset.filter(pk__in=found)
        if found and not request.GET.get("o"):
            best_first = Case(*[When(pk=key, then=position) for position, key in enumerate(found)])
            queryset = queryset.order_by(best_first, "sort_name", "number")
        return queryset, False

    def tiles(self, request):
        """What waits to be done with members, for the staff's first page."""
        members = Organisation.objects.members_on()
        address = self.deed_url("changelist")
        mandates = speaking_mandates().values("organisation")
        not_confirmed = Q(confirmed_on=None) | Q(confirmed_on__lt=today() - YEAR)
        return [
            Tile(_("Current members"), members.count(), address),
            Tile(
                _("Not confirmed for 12 months"),
                members.filter(not_confirmed).count(),
                f"{address}?confirmed=old",
                is_waiting=True,
            ),
            Tile(
                _("Without a representative"),
                members.exclude(pk__in=mandates).count(),
                f"{address}?representative=vacant",
                is_waiting=True,
            ),
            Tile(_("Suspended"), Organisation.objects.suspended_on().count(), f"{address}?status=suspended"),
        ]

    # -- the page --------------------------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else self.fieldsets_of_new

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs["form"] = RegisterForm
        return super().get_form(request, obj, change=change, **kwargs)

    def save_form(self, request, form, change):
        if change:
            return super().save_form(request, form, change)
        form.save_m2m = lambda: None  # the short form has no many-to-many fields
        reason = form.cleaned_data["reason"]
        name, language = form.cleaned_data["official_name"], form.cleaned_data["language"]
        return organisations.register(
            name=name, language=language, by=request.user, reason=reason, **form.facts
        )

    def create(self, request, obj, form):
        """Nothing is left to write: `save_form` has entered the organisation in the register."""

    def save_formset(self, request, form, formset, change):
        save_rows(formset, by=request.user, reason=form.cleaned_data["reason"])

    def after_save(self, request, form, formsets):
        if any(formset.model is OrganisationName for formset in formsets):
            organisations.names_changed(form.instance, by=request.user)

    def view_on_site(self, row):
        """Where the public sees the organisation; None as long as it does not."""
        return row.get_absolute_url() if Organisation.objects.listed().filter(pk=row.pk).exists() else None

    def response_add(self, request, obj, post_url_continue=None):
        return self.done(request, obj, _("Entered in the register as %(number)s.") % {"number": obj.number})

    def render_change_form(self, request, context, *args, **kwargs):
        row = context["original"]
        if row is not None:
            context |= self._facts(request, row)
        return super().render_change_form(request, context, *args, **kwargs)

    def _facts(self, request, row) -> dict:
        """What stands on the page beside its form."""
        user, memberships = request.user, []
        if user.has_perm("members.view_membership"):
            related = ("membership_class", "admitted_by", "ended_by")
            memberships = row.memberships.order_by("-starts_on").select_related(*related)
            memberships = memberships.prefetch_related("suspensions")
        return {
            "title": row.title or row.number,
            "subtitle": None,
            "status": MembershipStatus(row.status_for()).label,
            "memberships": memberships,
            "sees_suspensions": user.has_perm("members.view_suspension"),
            "sees_decisions": user.has_perm("members.view_decision"),
            "may_change_status": any(step.may_be_taken_by(user) for step in STEPS.values()),
            "status_url": self.deed_url("status", row.pk),
            "official_name_url": self.deed_url("official_name", row.pk),
        }

    def official_name_view(self, request, object_id):
        """The organisation is called otherwise from a day on; the old name stays as a former one."""
        row = self.get_object_or_404(request, object_id)
        self.require(request, "change_organisation", "change_organisationname", "add_organisationname")
        form = OfficialNameForm(request.POST or None)

        def act(facts):
            organisations.change_official_name(row, by=request.user, **facts)

        if request.method == "POST" and performed(form, act):
            return self.done(request, row, _("The organisation has a new official name."))
        return self.deed_page(
            request, row, form, title=_("Change the official name"), button=_("Change the name")
        )


def _reached_by(term: str) -> list[int]:
    """Organisations with this very e-mail address or telephone number."""
    reached = Q(email__iexact=term) if "@" in term else Q(phone=term.replace(" ", ""))
    is_contact = "@" in term or term.startswith("+")
    return (
        list(Organisation.objects.filter(reached).values_list("pk", flat=True)[:MOST_FOUND])
        if is_contact
        else []
    )


def _represented_by(term: str, user) -> list[int]:
    """Organisations with a mandate of a person of this name, as far as the reader may know of people."""
    if not user.has_perm("members.view_person"):
        return []
    named = Q(full_name__icontains=term) | Q(latin_name__icontains=term)
    people = Person.objects.visible_to(user).filter(named).order_by("pk")[:MOST_FOUND]
    mandates = Representative.objects.filter(person__in=list(people.values_list("pk", flat=True)))
    return list(mandates.current().values_list("organisation", flat=True)[:MOST_FOUND])
