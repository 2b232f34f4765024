"""Pages of the union: about, statute, rules, as versioned Markdown in several languages."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members import choices, validators
from members.models.base import Versioned, history
from members.models.constraints import Forbid
from members.models.decision import Decision
from members.models.fields import LineField, ProseField

# What makes a published text another one, in SQL; a day of publication that vanishes makes it a draft.
_ALTERED = " OR ".join(
    [
        *(f"NEW.{name} <> OLD.{name}" for name in ("page_id", "language", "number", "title", "body")),
        "NEW.published_on IS NULL",
        "NEW.published_on <> OLD.published_on",
    ]
)


class Page(Versioned):
    """A page with its own address. What it says stands in its versions."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=choices.PageKind.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = history()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "slug"]

    class Disclosure:
        public = ["id", "slug", "kind", "position"]
        internal = ["version"]

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        return reverse("members:page", args=[self.slug])


class PageTextQuerySet(models.QuerySet):
    def published(self):
        """What the public may read. A draft has no day of publication."""
        return self.filter(published_on__isnull=False)


class PageText(Versioned):
    """One version of a page in one language. The newest published one is what readers see."""

    page = models.ForeignKey(Page, models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=12, validators=[validators.language_tag])
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    title = LineField(_("title"), max_length=200)
    body = ProseField(_("text (Markdown)"), max_length=200_000)
    is_authentic = models.BooleanField(_("authentic language"), default=False)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    adopted_by = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("adopted by")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)

    objects = PageTextQuerySet.as_manager()
    history = history()

    class Meta:
        verbose_name = _("version of a page")
        verbose_name_plural = _("versions of a page")
        ordering = ["page", "language", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language", "number"],
                name="page_text_version_once",
                violation_error_message=_("This version exists in this language already."),
            ),
            models.CheckConstraint(
                name="page_text_number_from_one",
                condition=models.Q(number__gte=1),
                violation_error_message=_("Versions are counted from 1."),
            ),
            Forbid(
                name="page_text_published_as_it_is",
                events=["UPDATE"],
                when=f"OLD.published_on IS NOT NULL AND ({_ALTERED})",
                violation_error_message=_("What was published is not altered. Write a new version."),
            ),
            Forbid(
                name="page_text_published_stays",
                events=["DELETE"],
                when="OLD.published_on IS NOT NULL",
                violation_error_message=_("What was published is not deleted."),
            ),
        ]

    class Disclosure:
        public = [
            "id",
            "page",
            "language",
            "number",
            "title",
            "body",
            "is_authentic",
            "adopted_on",
            "adopted_by",
            "published_on",
        ]
        decides_publicity = ["published_on"]
        internal = ["version"]

    def __str__(self):
        return f"{self.title} ({self.language}, {self.number})"
