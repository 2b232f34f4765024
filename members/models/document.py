"""Documents: private files. They are never served by path, only by a view that checks the right."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members import choices, validators
from members.models.base import Versioned, history
from members.models.fields import LineField


class Document(Versioned):
    """A file about an organisation, stored under a random name, known by its content's hash."""

    organisation = models.ForeignKey(
        "members.Organisation", models.PROTECT, null=True, blank=True, related_name="documents"
    )
    kind = models.CharField(_("kind"), max_length=14, choices=choices.DocumentKind.choices)
    title = LineField(_("title"), max_length=200)
    file = models.FileField(
        _("file"),
        upload_to=validators.RandomName("documents"),
        validators=[validators.document],
        help_text=_("PDF, JPEG, PNG or DOCX, at most 10 MB."),
    )
    file_name = models.CharField(_("name of the file"), max_length=200, editable=False)
    content_type = models.CharField(max_length=100, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    scanned_at = models.DateTimeField(_("scanned"), null=True, blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    history = history()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="document_sha256_shape",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("The hash of the content is missing."),
            ),
            models.CheckConstraint(
                name="document_not_empty",
                condition=models.Q(size__gt=0),
                violation_error_message=_("The file is empty."),
            ),
        ]

    class Disclosure:
        secretariat = ["organisation", "kind", "title", "file", "file_name", "content_type", "sha256", "size"]
        internal = ["id", "version", "scanned_at", "uploaded_by", "uploaded_at"]

    def __str__(self):
        return self.title
