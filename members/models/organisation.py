"""The organisation: what it is, where it is, how it is reached, and what may be asked about many."""

import datetime

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from members import choices, text, validators
from members.models.base import Versioned, history, running_on, today
from members.models.constraints import Forbid
from members.models.country import Country
from members.models.fields import LineField, ProseField
from members.models.focus_area import FocusArea
from members.models.listing import ListedOrganisations
from members.models.logo import LogoField
from members.models.membership import Membership, Suspension
from members.models.name import OrganisationName, displayed


class OrganisationQuerySet(ListedOrganisations):
    """Reads. Every question about membership is asked for a date; None means today."""

    def members_on(self, on: datetime.date | None = None):
        """Members on that day, suspended ones included: a suspension restricts rights, it ends nothing."""
        return self.filter(Exists(_memberships().filter(running_on(on or today()))))

    def suspended_on(self, on: datetime.date | None = None):
        on = on or today()
        suspended = Suspension.objects.filter(
            running_on(on), running_on(on, "membership__"), membership__organisation=OuterRef("pk")
        )
        return self.filter(Exists(suspended))

    def former_on(self, on: datetime.date | None = None):
        """Organisations whose membership had ended by that day and that were no members on it."""
        on = on or today()
        ended = Exists(_memberships().filter(ends_on__lt=on))
        return self.filter(ended).exclude(Exists(_memberships().filter(running_on(on))))

    def in_class(self, *slugs: str, on: datetime.date | None = None):
        running = _memberships().filter(running_on(on or today()), membership_class__slug__in=slugs)
        return self.filter(Exists(running))

    def in_region(self, code: str):
        """Organisations with their seat in an M49 region or subregion."""
        return self.filter(Q(country__region=code) | Q(country__subregion=code))

    def with_status(self, on: datetime.date | None = None):
        """Annotates `status_on`, `member_since` (first day of the present or latest membership),
        `member_until` and `class_slug` for a date."""
        on = on or today()
        begun = _memberships().filter(Q(starts_on=None) | Q(starts_on__lte=on))
        latest = begun.order_by(models.F("starts_on").desc(nulls_last=True))
        suspended = Suspension.objects.filter(
            running_on(on), running_on(on, "membership__"), membership__organisation=OuterRef("pk")
        )
        status = choices.MembershipStatus
        return self.annotate(
            status_on=Case(
                When(Exists(suspended), then=Value(status.SUSPENDED.value)),
                When(Exists(_memberships().filter(running_on(on))), then=Value(status.MEMBER.value)),
                When(Exists(begun), then=Value(status.FORMER.value)),
                default=Value(status.NONE.value),
            ),
            member_since=Subquery(latest.values("starts_on")[:1]),
            member_until=Subquery(latest.values("ends_on")[:1]),
            class_slug=Subquery(latest.values("membership_class__slug")[:1]),
        )


def _memberships():
    return Membership.objects.filter(organisation=OuterRef("pk"))


def _audience_field(label) -> models.CharField:
    return models.CharField(
        label, max_length=12, choices=choices.Audience.choices, default=choices.Audience.SECRETARIAT
    )


class Organisation(Versioned):
    """An NGO the register knows. Membership, good standing and public listing are three separate facts."""

    number = models.CharField(_("number"), max_length=12, unique=True, editable=False)
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="organisations", verbose_name=_("country of seat")
    )
    works_in = models.ManyToManyField(
        Country, related_name="organisations_at_work", blank=True, verbose_name=_("works in")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=choices.OrganisationKind.choices, blank=True)
    focus_areas = models.ManyToManyField(
        FocusArea, related_name="organisations", blank=True, verbose_name=_("focus areas")
    )
    founded_year = models.PositiveSmallIntegerField(
        _("founded"), null=True, blank=True, validators=[validators.year_has_come]
    )
    legal_number = LineField(_("legal number"), max_length=120, blank=True)
    legal_register = LineField(_("register that gave it"), max_length=200, blank=True)
    city = LineField(_("city"), max_length=120, blank=True)
    address = ProseField(_("address"), max_length=600, blank=True)
    address_audience = _audience_field(_("who sees the address"))
    email = LineField(_("e-mail"), max_length=254, blank=True, validators=[validators.email])
    email_audience = _audience_field(_("who sees the e-mail"))
    phone = LineField(_("telephone"), max_length=20, blank=True, validators=[validators.phone])
    phone_audience = _audience_field(_("who sees the telephone"))
    website = LineField(_("website"), max_length=500, blank=True, validators=[validators.public_link])
    logo = LogoField(_("logo"))
    sort_name = models.CharField(max_length=300, editable=False, db_index=True, default="")
    is_listed = models.BooleanField(
        _("listed publicly"), default=True, help_text=_("Members only: others are never listed.")
    )
    confirmed_on = models.DateField(_("confirmed by the organisation on"), null=True, blank=True)
    checked_on = models.DateField(_("checked by the secretariat on"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged_from"
    )
    note = ProseField(_("internal note"), max_length=5000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OrganisationQuerySet.as_manager()
    history = history(m2m_fields=[works_in, focus_areas])

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_name", "number"]
        indexes = [
            models.Index(fields=["sort_name", "number"], name="organisation_in_order"),
            models.Index(fields=["country", "sort_name"], name="organisation_by_country"),
        ]
        constraints = [
            models.CheckConstraint(
                name="organisation_number_shape",
                condition=Q(number__regex=r"^[A-Z]{2}-[0-9]{4,}$"),
                violation_error_message=_("A number is two letters, a hyphen and four digits or more."),
            ),
            models.CheckConstraint(
                name="organisation_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("pk")),
                violation_error_message=_("An organisation cannot be merged into itself."),
            ),
            models.CheckConstraint(
                name="organisation_founded_in_range",
                condition=Q(founded_year=None) | Q(founded_year__range=(1000, 2200)),
                violation_error_message=_("Write the year with four digits."),
            ),
            models.UniqueConstraint(
                fields=["country", "legal_number", "legal_register"],
                name="organisation_legal_number_once",
                condition=~Q(legal_number=""),
                violation_error_message=_("Another organisation of this country has this legal number."),
            ),
            Forbid(name="organisation_number_fixed", events=["UPDATE"], when="NEW.number <> OLD.number"),
        ]

    class Disclosure:
        public = [
            "id", "number", "country", "works_in", "kind", "focus_areas", "founded_year", "legal_number",
            "legal_register", "city", "website", "logo", "sort_name", "confirmed_on", "checked_on",
            "merged_into",
        ]  # fmt: skip
        chosen = {"email": "email_audience", "phone": "phone_audience", "address": "address_audience"}
        secretariat = ["email_audience", "phone_audience", "address_audience", "is_listed", "note"]
        internal = ["version", "created_at"]
        decides_publicity = ["is_listed"]

    def __str__(self):
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self):
        return profile_path(self.number, self.official_name.value if self.official_name else "")

    def sorted_names(self) -> list[OrganisationName]:
        """All names in the order of a page; one query unless `with_names()` brought them."""
        if "names" in getattr(self, "_prefetched_objects_cache", {}):
            return list(self.names.all())
        return list(self.names.in_order())

    @property
    def official_name(self) -> OrganisationName | None:
        """The current official name. Asks the database unless names were prefetched."""
        return next((name for name in self.sorted_names() if name.is_official_now), None)

    @property
    def title_name(self) -> OrganisationName | None:
        """The name this page's reader sees first (docs/ux.md 2.0.2): in their language, else the official."""
        return displayed(self.sorted_names(), get_language() or "en")

    @property
    def title(self) -> str:
        name = self.title_name
        return name.value if name else ""

    def status_for(self, on: datetime.date | None = None) -> choices.MembershipStatus:
        """Status on a day (default today). Asks the database."""
        row = Organisation.objects.filter(pk=self.pk).with_status(on).values_list("status_on", flat=True)
        return choices.MembershipStatus(row.get())


def profile_path(number: str, official_name: str) -> str:
    """Where the profile of that number stands in the language of the page."""
    return reverse("members:organisation-detail", args=[number, text.slugify_name(official_name)])


class NumberSeries(models.Model):
    """The last number given in a country. It only rises, so no number is given twice."""

    country = models.OneToOneField(Country, models.PROTECT, primary_key=True, related_name="+")
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            Forbid(name="number_series_only_rises", events=["UPDATE"], when="NEW.last < OLD.last"),
            Forbid(name="number_series_stays", events=["DELETE"]),
        ]

    class Disclosure:
        internal = ["country", "last"]

    def __str__(self):
        return f"{self.country_id} {self.last}"


class OrganisationText(Versioned):
    """What an organisation says of itself, in one language."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, validators=[validators.language_tag])
    summary = LineField(_("summary"), max_length=300, help_text=_("One sentence, in the third person."))
    description = ProseField(_("description"), max_length=5000, blank=True)

    history = history()

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "language"],
                name="organisation_text_once_a_language",
                violation_error_message=_("There is a text in this language already."),
            )
        ]

    class Disclosure:
        public = ["id", "organisation", "language", "summary", "description"]
        internal = ["version"]

    def __str__(self):
        return self.summary
