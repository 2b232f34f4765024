"""Choices of rows by their keys: what cannot be a key is an error at its field.

Django asks the database for whatever was sent; a text for a number, a number beyond 64 bits or a NUL is
then an exception while the page with the error is made.
"""

from django import forms
from django.contrib.admin import widgets
from django.core.exceptions import ValidationError


def may_be_key(model, value) -> bool:
    """Whether the database can compare `value` with the keys of a model."""
    key = model._meta.pk
    try:
        key.run_validators(key.to_python(value))
    except ValidationError:
        return False
    return "\x00" not in str(value)


class KeysField(forms.ModelMultipleChoiceField):
    def clean(self, value):
        for key in value if isinstance(value, list | tuple) else ():
            if not may_be_key(self.queryset.model, key):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"], code="invalid_pk_value", params={"pk": key}
                )
        return super().clean(value)


class _OnlyKeys:
    """Mixin before Django's widget: only what can be a key is looked up to be shown."""

    def optgroups(self, name, value, attr=None):
        model = self.field.remote_field.model
        return super().optgroups(name, [key for key in value if may_be_key(model, key)], attr)


class AutocompleteSelect(_OnlyKeys, widgets.AutocompleteSelect):
    pass


class AutocompleteSelectMultiple(_OnlyKeys, widgets.AutocompleteSelectMultiple):
    pass
