"""People. Known once each; what they do for an organisation is a `Representative`."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import choices, validators
from members.models.base import Versioned, history
from members.models.fields import LineField, ProseField

SEE_SEALED = "members.view_sealed_person"
SEALED_FACTS = ("full_name", "latin_name", "email", "phone", "note")


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """People this member of staff may know of: sealed ones only with the right to see them."""
        return self if user.has_perm(SEE_SEALED) else self.filter(is_sealed=False)

    def named_publicly(self):
        return self.filter(name_audience=choices.Audience.PUBLIC, is_sealed=False)


def _audience(label) -> models.CharField:
    return models.CharField(
        label, max_length=12, choices=choices.Audience.choices, default=choices.Audience.SECRETARIAT
    )


class Person(Versioned):
    """A person. Public only with a dated consent; a person at risk is sealed.

    Sealed means: name and contacts exist only encrypted (`sealed_facts`), only holders of
    `view_sealed_person` know the row, and each reading is recorded.
    """

    full_name = LineField(_("name"), max_length=200, blank=True)
    latin_name = LineField(_("name in Latin letters"), max_length=200, blank=True)
    language = models.CharField(
        _("language of the name"), max_length=12, blank=True, validators=[validators.language_tag]
    )
    name_audience = _audience(_("who sees the name"))
    email = LineField(_("e-mail"), max_length=254, blank=True, validators=[validators.email])
    email_audience = _audience(_("who sees the e-mail"))
    phone = LineField(_("telephone"), max_length=20, blank=True, validators=[validators.phone])
    phone_audience = _audience(_("who sees the telephone"))
    consented_on = models.DateField(
        _("consent to publication given on"),
        null=True,
        blank=True,
        help_text=_("Needed before anything is public."),
    )
    note = ProseField(_("internal note"), max_length=2000, blank=True)
    is_sealed = models.BooleanField(_("sealed"), default=False, editable=False)
    sealed_facts = models.TextField(blank=True, default="", editable=False)

    objects = PersonQuerySet.as_manager()
    history = history(excluded_fields=["sealed_facts"])

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["full_name", "pk"]
        permissions = [("view_sealed_person", "Can see people at risk")]
        constraints = [
            models.CheckConstraint(
                name="person_has_name_or_is_sealed",
                condition=Q(is_sealed=True) | ~Q(full_name=""),
                violation_error_message=_("A person needs a name."),
            ),
            models.CheckConstraint(
                name="person_public_with_consent",
                condition=Q(consented_on__isnull=False)
                | Q(name_audience="secretariat", email_audience="secretariat", phone_audience="secretariat"),
                violation_error_message=_("Nothing about a person is public without a dated consent."),
            ),
            models.CheckConstraint(
                name="person_sealed_says_nothing",
                condition=Q(is_sealed=False, sealed_facts="")
                | (
                    Q(full_name="", latin_name="", email="", phone="", note="", is_sealed=True)
                    & Q(
                        name_audience="secretariat",
                        email_audience="secretariat",
                        phone_audience="secretariat",
                    )
                    & ~Q(sealed_facts="")
                ),
                violation_error_message=_("A sealed person's facts are kept encrypted only."),
            ),
        ]

    class Disclosure:
        chosen = {
            "full_name": "name_audience",
            "latin_name": "name_audience",
            "language": "name_audience",
            "email": "email_audience",
            "phone": "phone_audience",
        }
        secretariat = [
            "name_audience",
            "email_audience",
            "phone_audience",
            "consented_on",
            "note",
            "is_sealed",
        ]
        sealed = ["sealed_facts"]
        internal = ["id", "version"]
        decides_publicity = ["is_sealed"]

    def __str__(self):
        return gettext("Sealed person %(number)s") % {"number": self.pk} if self.is_sealed else self.full_name
