"""The union itself and the state of its register: one row each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from members.models.base import Versioned, history
from members.models.fields import LineField, TranslatedField, in_language

SINGLE = 1


class Union(Versioned):
    """The union that keeps this register. Its name and texts are data, so the software serves any union."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLE, editable=False)
    names = TranslatedField(_("name"), blank=True)
    taglines = TranslatedField(_("tagline"), blank=True)
    founded_year = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True)
    contact_email = LineField(_("e-mail of the secretariat"), max_length=254, blank=True)

    history = history()

    class Meta:
        verbose_name = _("union")
        verbose_name_plural = _("union")
        constraints = [
            models.CheckConstraint(
                name="union_single",
                condition=models.Q(id=SINGLE),
                violation_error_message=_("There is one union."),
            )
        ]

    class Disclosure:
        public = ["id", "names", "taglines", "founded_year", "contact_email"]
        internal = ["version"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.names)[0]

    @property
    def tagline(self) -> str:
        return in_language(self.taglines)[0]


class Revision(models.Model):
    """A counter raised with every change the public can see, in the same transaction."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLE, editable=False)
    number = models.PositiveBigIntegerField(default=0)
    changed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(name="revision_single", condition=models.Q(id=SINGLE))]

    class Disclosure:
        public = ["number", "changed_on"]
        internal = ["id"]

    def __str__(self):
        return str(self.number)
