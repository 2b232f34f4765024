"""What a second editor sees whose save was refused: both versions, and a form that can be saved again."""

from dataclasses import dataclass
from itertools import pairwise

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from members.forms.values import shown
from members.forms.versioned import RowForm

MOST_VERSIONS = 100  # how far back the author of a change is looked for


@dataclass(frozen=True)
class Difference:
    """One field. `is_theirs`: its reader had not touched it, so the present value stays on saving again."""

    label: str
    entered: str
    present: str
    changed_by: str
    is_theirs: bool


def settle(form: RowForm) -> list[Difference]:
    """Differences between what was typed and what is there now; readies the form for a second save.

    What was typed stays in the form. Fields its reader had not touched take their present value, so that
    saving again undoes nobody's work. The form carries the present version from now on.
    """
    present = type(form.instance)._base_manager.get(pk=form.instance.pk)
    versions = _versions(form)
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = str(present.version)
    return [
        _difference(form, name, present, versions)
        for name in form.fields
        if _is_compared(form, name)
        and form.fields[name].has_changed(_initial(form, name), _typed(form, name))
    ]


def _is_compared(form: RowForm, name: str) -> bool:
    field = form.fields[name]
    if name in form.not_stored or field.disabled or isinstance(field, forms.FileField):
        return False
    return any(name == field.name and field.editable for field in _model_fields(form))


def _model_fields(form: RowForm):
    return [*form.instance._meta.concrete_fields, *form.instance._meta.many_to_many]


def _initial(form: RowForm, name: str):
    return form.get_initial_for_field(form.fields[name], name)


def _typed(form: RowForm, name: str):
    return form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def _versions(form: RowForm) -> list[models.Model]:
    """The row as its reader had it, and every version since, oldest first; empty when none is known."""
    read = form.cleaned_data.get("version")
    if read is None:
        return []
    kept = form.instance.history.filter(version__gte=read).select_related("history_user")
    records = list(kept.order_by("-history_date", "-history_id")[:MOST_VERSIONS])[::-1]
    as_read = [position for position, record in enumerate(records) if record.version == read]
    return records[as_read[-1] :] if as_read else []


def _difference(form: RowForm, name: str, present: models.Model, versions: list[models.Model]) -> Difference:
    field, typed = form.fields[name], _typed(form, name)
    is_theirs = bool(versions) and not field.has_changed(_recorded(versions[0], name), typed)
    model_field = form.instance._meta.get_field(name)
    now = getattr(present, name)
    difference = Difference(
        label=str(field.label),
        entered=shown(model_field, form.cleaned_data.get(name, typed)),
        present=shown(model_field, now.all() if model_field.many_to_many else now),
        changed_by=_author(versions, name),
        is_theirs=is_theirs,
    )
    if is_theirs:
        _put(form, name, _initial(form, name))
    return difference


def _recorded(record: models.Model, name: str):
    """The value of a field in a historical record, as a form's initial value."""
    field = record.instance_type._meta.get_field(name)
    if not field.many_to_many:
        return getattr(record, field.attname)
    return [getattr(row, f"{field.m2m_reverse_field_name()}_id") for row in getattr(record, name).all()]


def _author(versions: list[models.Model], name: str) -> str:
    """Who changed the field last since it was read; empty when nobody is known."""
    author = ""
    for before, after in pairwise(versions):
        if _recorded(before, name) != _recorded(after, name):
            author = str(after.history_user or _("the command line"))
    return author


def _put(form: RowForm, name: str, value) -> None:
    """Writes `value` into the form's data as if it had been typed."""
    field, prefixed = form.fields[name], form.add_prefix(name)
    value = field.prepare_value(value)
    if isinstance(field.widget, forms.MultiWidget):
        for suffix, part in zip(field.widget.widgets_names, field.widget.decompress(value), strict=True):
            form.data[prefixed + suffix] = part or ""
    elif isinstance(field, forms.ModelMultipleChoiceField):
        form.data.setlist(prefixed, [str(key) for key in value])
    elif isinstance(field, forms.BooleanField):
        form.data.pop(prefixed, None)
        if value:
            form.data[prefixed] = "on"
    else:
        form.data[prefixed] = "" if value is None else field.widget.format_value(value) or ""
