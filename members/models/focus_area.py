"""What organisations work on: the union's own list."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from members.models.base import Versioned, history
from members.models.fields import TranslatedField, in_language


class FocusArea(Versioned):
    """A field of work such as education. Its slug stands in addresses and never changes."""

    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    names = TranslatedField(_("names"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = history()

    class Meta:
        verbose_name = _("focus area")
        verbose_name_plural = _("focus areas")
        ordering = ["position", "slug"]

    class Disclosure:
        public = ["id", "slug", "names", "position"]
        internal = ["version"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.names)[0] or self.slug
