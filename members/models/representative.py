"""Representatives: the mandate that joins a person, an organisation, a function and a term."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members import choices
from members.models.base import Period, PeriodQuerySet, Versioned, history, period_in_order
from members.models.constraints import NoOverlap
from members.models.organisation import Organisation
from members.models.person import Person


class RepresentativeQuerySet(PeriodQuerySet):
    def for_public(self):
        """Terms with the person where the name is public; the caller shows the function alone otherwise."""
        return self.select_related("person").order_by("function", "-rank", "-starts_on", "pk")

    def visible_to(self, user):
        return self.filter(person__in=Person.objects.visible_to(user))


class Representative(Period, Versioned):
    """One mandate. A future end is in the future; a term that ended leaves the post vacant."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates", verbose_name=_("person"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="representatives", verbose_name=_("organisation")
    )
    function = models.CharField(_("function"), max_length=12, choices=choices.RepresentativeFunction.choices)
    rank = models.CharField(
        _("rank"),
        max_length=10,
        choices=choices.RepresentativeRank.choices,
        default=choices.RepresentativeRank.PRINCIPAL,
    )
    has_vote = models.BooleanField(_("votes"), default=False)
    appointment = models.CharField(
        _("how appointed"),
        max_length=10,
        choices=choices.Appointment.choices,
        default=choices.Appointment.UNKNOWN,
    )
    appointed_with = models.ForeignKey(
        "members.Document",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("letter of appointment"),
    )

    objects = RepresentativeQuerySet.as_manager()
    history = history()

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        ordering = ["organisation", "function", "-rank", "starts_on"]
        indexes = [models.Index(fields=["ends_on"], name="representative_by_end")]
        constraints = [
            period_in_order("representative_in_order"),
            models.CheckConstraint(
                name="representative_has_start",
                condition=Q(starts_on__isnull=False),
                violation_error_message=_("A term needs its first day."),
            ),
            NoOverlap(
                name="representative_person_once",
                fields=["organisation", "person", "function"],
                violation_error_message=_("This person has this function on some of these days already."),
            ),
            NoOverlap(
                name="representative_one_principal",
                fields=["organisation", "function"],
                only={"rank": "principal"},
                violation_error_message=_("Another principal has this function on some of these days."),
            ),
        ]

    class Disclosure:
        public = ["id", "organisation", "function", "rank", "starts_on", "ends_on"]
        secretariat = ["person", "has_vote", "appointment", "appointed_with"]
        internal = ["version"]
        decides_publicity = ["person"]

    def __str__(self):
        return f"{self.get_function_display()}: {self.person}"
