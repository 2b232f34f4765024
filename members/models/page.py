"""Pages of the union: about, statute, rules, as versioned Markdown in several languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from members import choices, validators
from members.models.base import Versioned, history
from members.models.decision import Decision
from members.models.fields import LineField, ProseField


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
    published_on = models.DateField(_("published on"), null=True, blank=True)

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
            "published_on",
        ]
        secretariat = ["adopted_by"]
        internal = ["version"]

    def __str__(self):
        return f"{self.title} ({self.language}, {self.number})"
