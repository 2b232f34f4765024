"""Documents: a list, and the only way to a file."""

from django.contrib import admin
from django.db import transaction
from django.http import FileResponse, Http404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from members.actions import documents
from members.admin.base import RegisterAdmin
from members.admin.deeds import DeedPages
from members.forms.versioned import RecordForm
from members.models import Document

# A file is never a page: whatever is in it runs nowhere (docs/security.md UP-02).
FILE_HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}


class DocumentRecordForm(RecordForm):
    class Meta:
        model = Document
        fields = ["kind", "title"]


@admin.register(Document)
class DocumentAdmin(DeedPages, RegisterAdmin):
    """What a document is called may be corrected; its file and whose it is stay."""

    form = DocumentRecordForm
    list_display = ["title_column", "kind", "organisation_column", "uploaded_at", "size", "file_column"]
    list_filter = ["kind"]
    sortable_by = ("title_column", "uploaded_at", "size")
    search_fields = ["title", "file_name", "organisation__number"]
    fields = [
        "title",
        "kind",
        "organisation_column",
        "file_column",
        "file_name",
        "size",
        "sha256",
        "uploaded_at",
    ]
    readonly_fields = ["organisation_column", "file_column", "file_name", "size", "sha256", "uploaded_at"]
    deeds = {"file": "file_view"}

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("organisation")
            .prefetch_related("organisation__names")
        )

    def has_add_permission(self, request):
        return False  # added on the organisation's page

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def title_column(self, row):
        return format_html("<bdi>{}</bdi>", row.title)

    @admin.display(description=gettext_lazy("organisation"))
    def organisation_column(self, row):
        return format_html("<bdi>{}</bdi>", row.organisation or "—")

    @admin.display(description=gettext_lazy("file"))
    def file_column(self, row):
        address = reverse("admin:members_document_file", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, gettext_lazy("Download"))

    def delete_model(self, request, obj):
        file = obj.file
        super().delete_model(request, obj)
        transaction.on_commit(lambda: file.storage.delete(file.name))

    def file_view(self, request, object_id):
        """The file, to be saved, never shown; each opening is a deed."""
        row = self.get_object_or_404(request, object_id)
        self.require(request, "view_document")
        try:
            file = row.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        documents.read(row, by=request.user)
        return FileResponse(
            file,
            as_attachment=True,
            filename=row.file_name,
            content_type=row.content_type,
            headers=FILE_HEADERS,
        )
