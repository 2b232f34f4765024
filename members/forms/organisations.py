"""The page of an organisation, and the shorter one by which it enters the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members import validators
from members.forms.versioned import RecordForm
from members.models import Organisation
from members.models.fields import LineFormField

FACTS = ["country", "kind", "city", "website", "legal_number", "legal_register", "founded_year"]


class RegisterForm(RecordForm):
    """A new organisation: its country, its official name, and what is known at once."""

    official_name = LineFormField(label=_("Official name"), max_length=300)
    language = LineFormField(
        label=_("Language of the name"),
        max_length=12,
        required=False,
        validators=[validators.language_tag],
        help_text=_("A code such as en, ar, tr."),
    )

    class Meta:
        model = Organisation
        fields = FACTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["official_name"].widget.attrs |= {"dir": "auto", "class": "vTextField"}

    @property
    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in FACTS if name in self.cleaned_data}


class AdmittedBetween(forms.Form):
    """Two days, either of which may be left out."""

    admitted_from = forms.DateField(
        label=_("from"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    admitted_until = forms.DateField(
        label=_("until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
