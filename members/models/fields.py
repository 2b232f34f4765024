"""Model fields through which every text comes in, so that all of it passes one normaliser."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, get_language_info

from members import text


def cleaned(value, *, multiline: bool = False):
    """`value` through the normaliser; a text that cannot be stored is a ValidationError at its field."""
    if not isinstance(value, str):
        return value
    try:
        return text.normalise(value, multiline=multiline)
    except text.TextError as error:
        raise ValidationError(str(error), code=error.code) from error


class LineFormField(forms.CharField):
    def to_python(self, value):
        return super().to_python(cleaned(value))


class ProseFormField(forms.CharField):
    widget = forms.Textarea

    def to_python(self, value):
        return super().to_python(cleaned(value, multiline=True))


class LineField(models.CharField):
    """Text of one line."""

    def to_python(self, value):
        return super().to_python(cleaned(value))

    def formfield(self, **kwargs):
        if self.choices is not None:
            return super().formfield(**kwargs)
        return super().formfield(**{"form_class": LineFormField, **kwargs})


class ProseField(models.TextField):
    """Text of several lines, bounded in length."""

    def to_python(self, value):
        return super().to_python(cleaned(value, multiline=True))

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        if self.max_length and len(value) > self.max_length:
            raise ValidationError(
                forms.CharField(max_length=self.max_length).validators[0].message,
                code="max_length",
                params={"limit_value": self.max_length, "show_value": len(value)},
            )
        return value

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ProseFormField, **kwargs})


class TranslatedWidget(forms.MultiWidget):
    """One input for each language of the site."""

    template_name = "widgets/translated.html"

    def make(self, attrs: dict) -> forms.Widget:
        return forms.TextInput({"class": "vTextField", **attrs})

    def __init__(self, attrs=None):
        inputs = {}
        for code, _name in settings.LANGUAGES:
            direction = "rtl" if get_language_info(code)["bidi"] else "ltr"
            inputs[code] = self.make({"lang": code, "dir": direction})
        super().__init__(inputs, attrs)

    def decompress(self, value):
        value = value or {}
        return [value.get(code, "") for code, _name in settings.LANGUAGES]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for subwidget, (_code, label) in zip(
            context["widget"]["subwidgets"], settings.LANGUAGES, strict=True
        ):
            subwidget["attrs"]["aria-label"] = label
            subwidget["language_name"] = label
        return context


class TranslatedProseWidget(TranslatedWidget):
    """One text area for each language of the site."""

    def make(self, attrs):
        return forms.Textarea({"class": "vLargeTextField", "rows": 3, **attrs})


class TranslatedFormField(forms.MultiValueField):
    widget = TranslatedWidget
    one: type[forms.CharField] = LineFormField
    longest = 300

    def __init__(self, **kwargs):
        for unused in ("encoder", "decoder"):
            kwargs.pop(unused, None)
        fields = [self.one(required=False, max_length=self.longest) for _language in settings.LANGUAGES]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        codes = [code for code, _name in settings.LANGUAGES]
        return {code: value for code, value in zip(codes, data_list or [], strict=False) if value}

    def has_changed(self, initial, data):
        return super().has_changed(self.widget.decompress(initial), data)


class TranslatedProseFormField(TranslatedFormField):
    widget = TranslatedProseWidget
    one = ProseFormField
    longest = 2000


class TranslatedField(models.JSONField):
    """A short text in some of the site's languages: `{"en": "Full member", "ar": "عضو كامل"}`."""

    is_multiline = False
    form_class = TranslatedFormField

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise ValidationError("{language: text}", code="invalid")
        return {language: cleaned(item, multiline=self.is_multiline) for language, item in value.items()}

    def formfield(self, **kwargs):
        # Django sends a callable default along as a hidden field; what is there is known from the row.
        kwargs |= {"form_class": self.form_class, "show_hidden_initial": False}
        return super().formfield(**kwargs)


class TranslatedProseField(TranslatedField):
    """A text of several lines in some of the site's languages."""

    is_multiline = True
    form_class = TranslatedProseFormField


def in_language(texts: dict[str, str], language: str | None = None) -> tuple[str, str]:
    """The text in `language` (default: the active one) and the language it is really in.

    Falls back to the site's languages in their order, then to any; ("", "") when there is none.
    """
    wanted = language or get_language() or settings.LANGUAGE_CODE
    for code in (wanted, *(code for code, _name in settings.LANGUAGES), *texts):
        if texts.get(code):
            return texts[code], code
    return "", ""
