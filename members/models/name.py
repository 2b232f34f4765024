"""Names of organisations: in every language and script they use, now and formerly."""

import datetime
from collections.abc import Sequence

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from members import choices, text, validators
from members.models.base import Versioned, history, today
from members.models.fields import LineField

# The order in which kinds follow one another on a page.
KIND_ORDER = {kind: position for position, kind in enumerate(choices.NameKind)}


class NameQuerySet(models.QuerySet):
    def in_order(self):
        order = [When(kind=kind, then=Value(position)) for kind, position in KIND_ORDER.items()]
        return self.order_by(Case(*order, default=Value(len(order))), "valid_until", "language", "pk")

    def official_now(self):
        return self.filter(kind=choices.NameKind.OFFICIAL, valid_until=None)


class OrganisationName(Versioned):
    """One name. Beside it stand the folded text and the skeleton by which it is found."""

    organisation = models.ForeignKey("members.Organisation", models.CASCADE, related_name="names")
    value = LineField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=12, choices=choices.NameKind.choices)
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[validators.language_tag],
        help_text=_("A code such as en, ar, tr. Empty where it is not known or for acronyms."),
    )
    script = models.CharField(_("script"), max_length=4, blank=True, editable=False)
    valid_from = models.DateField(_("used from"), null=True, blank=True)
    valid_until = models.DateField(_("used until"), null=True, blank=True)
    folded = models.CharField(max_length=600, editable=False, default="")
    skeleton = models.CharField(max_length=600, editable=False, default="")

    objects = NameQuerySet.as_manager()
    history = history(excluded_fields=["folded", "skeleton", "script"])

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        indexes = [models.Index(fields=["folded"], name="name_folded", opclasses=["varchar_pattern_ops"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                name="organisation_one_official_name",
                condition=Q(kind="official", valid_until=None),
                violation_error_message=_("An organisation has one official name at a time."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind", "language", "value"],
                name="organisation_name_once",
                violation_error_message=_("This name is there already."),
            ),
            models.CheckConstraint(
                name="organisation_name_not_empty",
                condition=~Q(value=""),
                violation_error_message=_("A name cannot be empty."),
            ),
            models.CheckConstraint(
                name="organisation_name_in_order",
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_until__gte=models.F("valid_from")),
                violation_error_message=_("The last day is before the first."),
            ),
        ]

    class Disclosure:
        public = [
            "id", "organisation", "value", "kind", "language", "script", "valid_from", "valid_until",
            "folded", "skeleton",
        ]  # fmt: skip
        internal = ["version"]

    def __str__(self):
        return self.value

    @property
    def is_official_now(self) -> bool:
        return self.kind == choices.NameKind.OFFICIAL and self.valid_until is None

    @property
    def is_former(self) -> bool:
        ended = self.valid_until is not None and self.valid_until < today()
        return self.kind == choices.NameKind.FORMER or ended

    @property
    def direction(self) -> str:
        """ "rtl" or "ltr" by the script of its letters, "auto" when there are none."""
        return text.direction_of(self.value)

    def set_derived(self):
        """Fills script, folded text and skeleton from the value; to be called before a write."""
        self.script = text.script_of(self.value)
        self.folded = text.fold(self.value)[:600]
        self.skeleton = text.skeleton(self.value)[:600]


def displayed(
    names: Sequence[OrganisationName], language: str, on: datetime.date | None = None
) -> OrganisationName | None:
    """The name shown to a reader of `language`: one in that language, else the official one; `on`: as it was
    on that day.

    Never a former name, an acronym or an alias (docs/ux.md 2.0.2).
    """
    wanted = {choices.NameKind.OFFICIAL, choices.NameKind.TRANSLATION}
    usable = [name for name in names if name.kind in wanted and _is_used(name, on)]
    by_language = [name for name in usable if name.language == language]
    return next(iter(by_language), None) or official(names, on)


def official(names: Sequence[OrganisationName], on: datetime.date | None = None) -> OrganisationName | None:
    """The official name, now or on a day. Where none is recorded for that day: a former name with dates, as
    old lists have them, else the earliest official one."""
    names, former = ([name for name in names if name.kind == kind] for kind in ("official", "former"))
    if on is None:
        return next((name for name in names if name.valid_until is None), None)
    in_order = sorted(names, key=lambda name: name.valid_from or datetime.date.min)
    used = [name for name in in_order if _is_used(name, on)]
    old = [name for name in former if name.valid_until and _is_used(name, on)]
    return next(iter([*used[-1:], *old, *in_order]), None)


def _is_used(name: OrganisationName, on: datetime.date | None) -> bool:
    if on is None:
        return not name.is_former
    return (name.valid_from is None or name.valid_from <= on) and (
        name.valid_until is None or name.valid_until >= on
    )
