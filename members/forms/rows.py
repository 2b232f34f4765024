"""Rows below an organisation's page: names, terms and files, and what must be true of them together."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members import choices, text
from members.actions import documents
from members.forms.versioned import RecordForm, RowForm
from members.models import Document, Representative


class Said(forms.Widget):
    """Shows what is there where nothing can be entered, with a link to what can be done."""

    template_name = "widgets/said.html"

    def __init__(self, text: str, *, url: str = "", link: str = ""):
        super().__init__()
        self.said = {"text": text, "url": url, "link": link}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= self.said
        return context


class RowFormSet(forms.BaseInlineFormSet):
    """A row that somebody else removed meanwhile is told as such, and can be let go."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        key = form.fields[self.model._meta.pk.name]
        key.queryset = self.queryset  # Django would take the number of any row
        key.error_messages["invalid_choice"] = _(
            "Somebody else removed this row. Tick “Delete” to let it go, or enter it again in a new row."
        )

    def get_queryset(self):
        """The rows; once there are forms, one for each, so that a row that has gone keeps its form."""
        if self.is_bound and "forms" in self.__dict__:
            return [form.instance for form in self.initial_forms]
        return super().get_queryset()

    @property
    def kept_forms(self) -> list[forms.ModelForm]:
        """Forms whose rows will exist after the save."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and not self._should_delete_form(form)
            and (form.instance.pk or form.has_changed())
        ]


class NameFormSet(RowFormSet):
    def clean(self):
        super().clean()
        official = [form for form in self.kept_forms if form.instance.is_official_now]
        if not any(self.errors) and len(official) != 1:
            raise ValidationError(
                _("An organisation needs exactly one official name that is still in use."), code="official"
            )


class RepresentativeForm(RowForm):
    """Who holds which post is fixed once it is recorded: a successor is entered by “Replace”."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._fix("person", str(self.instance.person), url=self._replace_url(), link=_("Replace"))
            self._fix("function", self.instance.get_function_display())
            self._fix("rank", self.instance.get_rank_display())

    def _fix(self, name: str, text: str, **link) -> None:
        if name in self.fields:
            self.fields[name].disabled = True
            self.fields[name].widget = Said(text, **link)

    def _replace_url(self) -> str:
        return reverse(
            "admin:members_organisation_replace", args=[self.instance.organisation_id, self.instance.pk]
        )


class RepresentativeFormSet(RowFormSet):
    def clean(self):
        super().clean()
        terms = [form.instance for form in self.kept_forms]
        for position, term in enumerate(terms):
            if any(_are_rivals(term, other) for other in terms[:position]):
                raise ValidationError(_("Two principals have one function on the same days."), code="overlap")


def _are_rivals(one, other) -> bool:
    is_same_post = (
        one.function == other.function and one.rank == other.rank == choices.RepresentativeRank.PRINCIPAL
    )
    if not is_same_post or one.starts_on is None or other.starts_on is None:
        return False
    return (one.ends_on is None or other.starts_on <= one.ends_on) and (
        other.ends_on is None or one.starts_on <= other.ends_on
    )


class DocumentForm(RowForm):
    """A file is stored once; another version of it is another document."""

    class Meta:
        model = Document
        fields = ["kind", "title", "file"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].disabled = True
            url = reverse("admin:members_document_file", args=[self.instance.pk])
            self.fields["file"].widget = Said(self.instance.file_name, url=url, link=_("Download"))

    def _get_validation_exclusions(self):
        """A stored file was checked when it came; it is not opened again with every save."""
        return super()._get_validation_exclusions() | ({"file"} if self.instance.pk else set())

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            try:
                documents.shown_name(file.name)
            except text.TextError as error:
                raise ValidationError(str(error), code=error.code) from error
        return file


class TermForm(RecordForm):
    """The page of one term."""

    class Meta:
        model = Representative
        fields = ["starts_on", "ends_on", "has_vote", "appointment", "appointed_with"]
