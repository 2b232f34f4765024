"""Forms that know which version of a row their reader had before them, and refuse to save over another."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from members.actions.refusals import EditConflict
from members.models.fields import LineFormField

REASON_LENGTH = 500


class RowForm(forms.ModelForm):
    """A row of a `Versioned` model. The caller has locked it and read it after that.

    `is_conflict` is true after validation when somebody saved the row since its reader opened it. A row
    that its reader left alone is no conflict, whatever others did to it.
    """

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    # Set by the page when the register refused what a first validation had let through.
    refusal = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_conflict = False
        self.initial["version"] = self.instance.version

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name not in self.not_stored]

    not_stored = frozenset({"version"})

    @property
    def is_stale(self) -> bool:
        return (
            self.instance.pk is not None
            and self.cleaned_data.get("version") != self.initial["version"]
            and self.has_changed()
        )

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        key = self.instance._meta.pk.name
        if key in self.errors:  # the field is hidden, what is wrong with it must not be
            self.add_error(None, self.errors.pop(key).data)
        if self.is_stale:
            self.is_conflict = True
            self.add_error(None, forms.ValidationError(str(EditConflict()), code="conflict"))
        return cleaned


class RecordForm(RowForm):
    """The row a page is about. It answers for the rows below it, and asks why it is changed."""

    reason = LineFormField(
        label=_("Why"),
        max_length=REASON_LENGTH,
        help_text=_("Kept in the history, for example: letter of 3 March."),
    )
    not_stored = RowForm.not_stored | {"reason"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = self.instance.pk is not None

    @property
    def is_stale(self) -> bool:
        version = self.cleaned_data.get("version")
        return self.instance.pk is not None and version != self.initial["version"]
