"""What the union is for and how it goes about it, as its statute says."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from members import choices
from members.models.base import Versioned, history
from members.models.fields import TranslatedField, TranslatedProseField, in_language


class Objective(Versioned):
    """An objective of the union, or a strategy by which it pursues them."""

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=choices.ObjectiveKind.choices,
        default=choices.ObjectiveKind.OBJECTIVE,
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=1, help_text=_("The order in its list, from 1.")
    )
    titles = TranslatedField(_("title"))
    texts = TranslatedProseField(_("text"), blank=True)

    history = history()

    class Meta:
        verbose_name = _("objective or strategy")
        verbose_name_plural = _("objectives and strategies")
        ordering = ["kind", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="objective_has_title",
                condition=~models.Q(titles={}),
                violation_error_message=_("Write the title in one language at least."),
            ),
            models.CheckConstraint(
                name="objective_position_from_one",
                condition=models.Q(position__gte=1),
                violation_error_message=_("Positions are counted from 1."),
            ),
        ]

    class Disclosure:
        public = ["id", "kind", "position", "titles", "texts"]
        internal = ["version"]

    def __str__(self):
        return in_language(self.titles)[0]
