"""Forms about texts of the union: what they look like, and their publication. They only read."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members import choices, validators
from members.forms.deeds import ReasonForm, date_field
from members.models import PageText
from members.models.base import today
from members.models.fields import LineFormField, ProseFormField

# Adopted by a body of the union: a member alone adopts nothing.
BODIES = [choice for choice in choices.DecisionBody.choices if choice[0] != choices.DecisionBody.MEMBER]


def _length(field: str) -> int:
    return PageText._meta.get_field(field).max_length


class PreviewForm(forms.Form):
    """A text as it stands in the form of a version, saved or not."""

    language = LineFormField(max_length=_length("language"), validators=[validators.language_tag])
    title = LineFormField(label=_("title"), max_length=_length("title"), required=False)
    body = ProseFormField(label=_("text (Markdown)"), max_length=_length("body"), required=False)


class PublishForm(ReasonForm):
    """When and by whom a text was adopted, where it needed that."""

    adopted_on = date_field(_("Adopted on"), required=False)
    body = forms.ChoiceField(
        label=_("Adopted by"),
        choices=[("", _("Not by a decision")), *BODIES],
        required=False,
        help_text=_("The decision is recorded and cited on the page."),
    )
    session = LineFormField(label=_("Session"), max_length=120, required=False)
    reference = LineFormField(label=_("Decision number"), max_length=60, required=False)
    field_order = ["adopted_on", "body", "session", "reference", "reason"]

    def __init__(self, *args, adopted_on=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["adopted_on"].initial = adopted_on
        for name in ("session", "reference"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def clean_adopted_on(self):
        adopted_on = self.cleaned_data["adopted_on"]
        if adopted_on and adopted_on > today():
            raise ValidationError(_("This day has not come yet."), code="future")
        return adopted_on

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("body") and not cleaned.get("adopted_on") and "adopted_on" not in self.errors:
            self.add_error("adopted_on", _("Say when it was decided."))
        if not cleaned.get("body") and (cleaned.get("session") or cleaned.get("reference")):
            self.add_error("body", _("Say who decided."))
        return cleaned
