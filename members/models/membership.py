"""Membership as dated facts: class, period, suspension. Status is asked for a date, never stored."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members import choices
from members.models.base import Period, PeriodQuerySet, Versioned, history, period_in_order
from members.models.constraints import Forbid, NoOverlap
from members.models.decision import Decision
from members.models.fields import ProseField, TranslatedField, in_language


class MembershipClass(Versioned):
    """A class of membership: full, observer … The union's own list, with votes and publicity."""

    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    names = TranslatedField(_("names"))
    votes = models.PositiveSmallIntegerField(_("votes"), default=1)
    is_public = models.BooleanField(_("shown publicly"), default=True)
    is_default = models.BooleanField(_("class of imported members"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = history()

    class Meta:
        verbose_name = _("membership class")
        verbose_name_plural = _("membership classes")
        ordering = ["position", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                name="membership_class_one_default",
                condition=Q(is_default=True),
                violation_error_message=_("One class is the class of imported members."),
            )
        ]

    class Disclosure:
        public = ["id", "slug", "names", "votes", "is_public", "position"]
        internal = ["version", "is_default"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.names)[0] or self.slug


class Membership(Period, Versioned):
    """One unbroken membership in one class. An organisation has at most one on any day."""

    organisation = models.ForeignKey("members.Organisation", models.PROTECT, related_name="memberships")
    membership_class = models.ForeignKey(
        MembershipClass, models.PROTECT, related_name="memberships", verbose_name=_("class")
    )
    admitted_by = models.ForeignKey(Decision, models.PROTECT, related_name="+", verbose_name=_("admitted by"))
    ended_by = models.ForeignKey(
        Decision, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("ended by")
    )
    how_ended = models.CharField(
        _("how it ended"), max_length=14, choices=choices.HowEnded.choices, blank=True
    )
    barred_until = models.DateField(
        _("no readmission before"), null=True, blank=True, help_text=_("Only where the decision says so.")
    )

    objects = PeriodQuerySet.as_manager()
    history = history()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation", "starts_on"]
        indexes = [
            models.Index(fields=["organisation", "starts_on", "ends_on"], name="membership_by_organisation"),
            models.Index(fields=["membership_class", "starts_on", "ends_on"], name="membership_by_class"),
        ]
        constraints = [
            period_in_order("membership_in_order"),
            models.CheckConstraint(
                name="membership_ended_by_decision",
                condition=Q(ends_on=None, ended_by=None, how_ended="")
                | (Q(ends_on__isnull=False, ended_by__isnull=False) & ~Q(how_ended="")),
                violation_error_message=_("A membership that ends needs the day, the way and the decision."),
            ),
            models.CheckConstraint(
                name="membership_barred_only_after_end",
                condition=Q(barred_until=None)
                | Q(ends_on__isnull=False, barred_until__gt=models.F("ends_on")),
                violation_error_message=_("A bar on readmission begins when the membership has ended."),
            ),
            NoOverlap(
                name="membership_no_overlap",
                fields=["organisation"],
                violation_error_message=_("The organisation has a membership on some of these days already."),
            ),
            Forbid(
                name="membership_holds_its_suspensions",
                events=["UPDATE"],
                when="EXISTS (SELECT 1 FROM members_suspension s WHERE s.membership_id = NEW.id AND "
                "(s.starts_on < NEW.starts_on OR (NEW.ends_on IS NOT NULL AND "
                "(s.ends_on IS NULL OR s.ends_on > NEW.ends_on))))",
            ),
        ]

    class Disclosure:
        public = ["id", "organisation", "membership_class", "starts_on", "ends_on", "how_ended"]
        secretariat = ["admitted_by", "ended_by", "barred_until"]
        internal = ["version"]

    def __str__(self):
        return f"{self.membership_class} {self.starts_on or '…'} – {self.ends_on or '…'}"


class Suspension(Period, Versioned):
    """Rights of a membership restricted for a time. It lies inside its membership."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="suspensions")
    reason = ProseField(_("reason"), max_length=2000)
    decided_by = models.ForeignKey(Decision, models.PROTECT, related_name="+", verbose_name=_("decided by"))
    lifted_by = models.ForeignKey(
        Decision, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("lifted by")
    )

    objects = PeriodQuerySet.as_manager()
    history = history()

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["membership", "starts_on"]
        constraints = [
            period_in_order("suspension_in_order"),
            models.CheckConstraint(
                name="suspension_has_start",
                condition=Q(starts_on__isnull=False),
                violation_error_message=_("A suspension needs its first day."),
            ),
            models.CheckConstraint(
                name="suspension_lifted_has_end",
                condition=Q(lifted_by=None) | Q(ends_on__isnull=False),
                violation_error_message=_("A suspension that was lifted needs its last day."),
            ),
            NoOverlap(
                name="suspension_no_overlap",
                fields=["membership"],
                violation_error_message=_("The membership is suspended on some of these days already."),
            ),
            Forbid(
                name="suspension_inside_membership",
                events=["INSERT", "UPDATE"],
                when="EXISTS (SELECT 1 FROM members_membership m WHERE m.id = NEW.membership_id AND "
                "(NEW.starts_on < m.starts_on OR (m.ends_on IS NOT NULL AND "
                "(NEW.ends_on IS NULL OR NEW.ends_on > m.ends_on))))",
            ),
        ]

    class Disclosure:
        public = ["id", "membership", "starts_on", "ends_on"]
        secretariat = ["reason", "decided_by", "lifted_by"]
        internal = ["version"]

    def __str__(self):
        return f"{self.starts_on or '…'} – {self.ends_on or '…'}"
