"""The union itself and the state of its register: one row each."""

from django.db import OperationalError, connection, models
from django.utils.translation import gettext_lazy as _

from members import validators
from members.models.base import Versioned, history
from members.models.fields import LineField, ProseField, TranslatedField, in_language
from members.models.logo import LogoField

SINGLE = 1


class Union(Versioned):
    """The union that keeps this register. Its name and texts are data, so the software serves any union."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLE, editable=False)
    names = TranslatedField(_("name"), blank=True)
    taglines = TranslatedField(_("tagline"), blank=True)
    founded_year = models.PositiveSmallIntegerField(
        _("founded"), null=True, blank=True, validators=[validators.year_has_come]
    )
    logo = LogoField(_("logo"))
    contact_email = LineField(
        _("e-mail of the secretariat"), max_length=254, blank=True, validators=[validators.email]
    )
    phone = LineField(
        _("telephone of the secretariat"), max_length=20, blank=True, validators=[validators.phone]
    )
    address = ProseField(_("postal address of the secretariat"), max_length=600, blank=True)
    website = LineField(
        _("website"),
        max_length=500,
        blank=True,
        validators=[validators.public_link],
        help_text=_("Only where the union has one beside this register."),
    )

    history = history()

    class Meta:
        verbose_name = _("union")
        verbose_name_plural = _("union")
        constraints = [
            models.CheckConstraint(
                name="union_single",
                condition=models.Q(id=SINGLE),
                violation_error_message=_("There is one union."),
            ),
            models.CheckConstraint(
                name="union_founded_in_range",
                condition=models.Q(founded_year=None) | models.Q(founded_year__range=(1000, 2200)),
                violation_error_message=_("Write the year with four digits."),
            ),
        ]

    class Disclosure:
        public = [
            "id", "names", "taglines", "founded_year", "logo", "contact_email", "phone", "address", "website",
        ]  # fmt: skip
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

    @classmethod
    def now(cls) -> int:
        """The number as it stands. One query, written out: every public page asks it first, and making
        the statement anew takes longer than running it.

        A connection that the server has closed since (a restart) is opened again, so that no other query
        is spent on asking whether it still stands.
        """
        try:
            return cls._ask()
        except OperationalError:
            if connection.in_atomic_block or connection.is_usable():
                raise
            connection.close()
            return cls._ask()

    @staticmethod
    def _ask() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM members_revision")
            return cursor.fetchone()[0]


class PublicChange(models.Model):
    """What each number of the revision was about: one organisation, by its key, or anything (None).

    Whoever keeps facts about all organisations reads from it which to look at again. Old rows are dropped;
    who misses one looks at everything.
    """

    number = models.PositiveBigIntegerField(db_index=True)
    about = models.BigIntegerField(null=True)

    class Disclosure:
        internal = ["id", "number", "about"]

    def __str__(self):
        return str(self.number)
