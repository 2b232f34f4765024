"""Forms of deeds: what must be known of a decision, a replacement, a sealing. They only read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members import choices, validators
from members.forms.versioned import REASON_LENGTH
from members.models import Decision, MembershipClass, Person, Representative, Suspension
from members.models.base import today
from members.models.fields import LineFormField, ProseFormField


def date_field(label, **options) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = LineFormField(label=_("Why"), max_length=REASON_LENGTH, help_text=_("Kept in the history."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].widget.attrs["dir"] = "auto"


class DecisionForm(forms.ModelForm):
    """A decision; its kind follows from what is done."""

    class Meta:
        model = Decision
        fields = ["decided_on", "effective_on", "body", "session", "reference", "reasons"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("decided_on", "effective_on"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            self.fields[name].initial = today
        for name in ("session", "reference", "reasons"):
            self.fields[name].widget.attrs["dir"] = "auto"

    @property
    def decision(self) -> dict:
        """The facts of the decision alone."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ClassForm(DecisionForm):
    to = forms.ModelChoiceField(label=_("Class"), queryset=MembershipClass.objects.all())


class SuspendForm(DecisionForm):
    until = date_field(
        _("Until"), required=False, help_text=_("The last day; empty: until the suspension is lifted.")
    )
    reason = ProseFormField(
        label=_("Reason of the suspension"), max_length=Suspension._meta.get_field("reason").max_length
    )


class EndForm(DecisionForm):
    how = forms.ChoiceField(
        label=_("How it ends"),
        choices=[
            choice for choice in choices.HowEnded.choices if choice[0] != choices.HowEnded.CLASS_CHANGED
        ],
    )
    barred_until = date_field(
        _("No readmission before"), required=False, help_text=_("Only where the decision says so.")
    )


class ReplaceForm(ReasonForm):
    """The successor in a post. `people` are those the member of staff may know of."""

    person = forms.ModelChoiceField(label=_("Successor"), queryset=Person.objects.none())
    on = date_field(_("From"), help_text=_("The present term ends the day before."))
    appointment = forms.ChoiceField(
        label=_("How appointed"),
        choices=choices.Appointment.choices,
        initial=choices.Appointment.UNKNOWN,
    )
    field_order = ["person", "on", "appointment", "reason"]

    def __init__(self, *args, people, widget, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].widget = widget
        self.fields["person"].queryset = people
        self.fields["on"].initial = today


class OfficialNameForm(ReasonForm):
    """A new official name from a day on."""

    value = LineFormField(label=_("New official name"), max_length=300)
    language = LineFormField(
        label=_("Language"),
        max_length=12,
        required=False,
        validators=[validators.language_tag],
        help_text=_("A code such as en, ar, tr."),
    )
    on = date_field(_("From"))
    field_order = ["value", "language", "on", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"].widget.attrs["dir"] = "auto"
        self.fields["on"].initial = today


PERSON_OF_MANDATE = Representative._meta.get_field("person")
