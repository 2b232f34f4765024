"""Lists that filter and sort only by what each page names, and filters built for long lists of choices."""

from collections.abc import Iterable

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import F

TERM_LENGTH = 200  # characters of a search that are read
TERM_WORDS = 10


class RegisterChangeList(ChangeList):
    """Sorts by the columns in `sortable_by` alone, whatever the address asks for."""

    def get_ordering_field(self, field_name):
        return super().get_ordering_field(field_name) if field_name in self.sortable_by else None

    def get_ordering(self, request, queryset):
        """What is empty stands last both ways up, on both databases."""
        may_be_empty = {field.name for field in self.lookup_opts.fields if field.null}
        return [
            _empty_last(order) if isinstance(order, str) and order.lstrip("-") in may_be_empty else order
            for order in super().get_ordering(request, queryset)
        ]


def _empty_last(order: str):
    column = F(order.lstrip("-"))
    return column.desc(nulls_last=True) if order.startswith("-") else column.asc(nulls_last=True)


class KeyPaginator(Paginator):
    """Reads the keys of a page first, then these rows alone: nothing is computed for rows passed over."""

    def page(self, number):
        page = super().page(number)
        keys = list(page.object_list.values_list("pk", flat=True))
        page.object_list = self.object_list.filter(pk__in=keys)
        return page


def clamped(term: str) -> str:
    """As much of a search as a person types; a longer one would only cost time."""
    return " ".join(term[:TERM_LENGTH].split()[:TERM_WORDS])


def parameters_of(list_filter: Iterable) -> frozenset[str]:
    """The names by which these filters may be asked for in an address."""
    names: set[str] = set()
    for entry in list_filter:
        names.update([f"{entry}__exact"] if isinstance(entry, str) else entry.parameters())
    return frozenset(names)


class ChoiceFilter(admin.SimpleListFilter):
    """Links, one for each choice; a value that is no choice is refused. `chosen(queryset, value)` filters."""

    @classmethod
    def parameters(cls) -> list[str]:
        return [cls.parameter_name]

    def value(self):
        value = super().value()
        if value and value not in {str(choice) for choice, _label in self.lookup_choices}:
            raise IncorrectLookupParameters
        return value or None

    def queryset(self, request, queryset):
        value = self.value()
        return queryset if value is None else self.chosen(queryset, value)


class SelectFilter(ChoiceFilter):
    """The same as one drop-down with a button, for more than some eight choices."""

    template = "admin/filters/select.html"

    def choices(self, changelist):
        self.kept = kept_parameters(changelist, self.parameters())
        yield from super().choices(changelist)

    def options(self):
        chosen = self.value()
        return [(value, label, str(value) == chosen) for value, label in self.lookup_choices]


class FormFilter(admin.ListFilter):
    """A small form whose fields are the parameters; `chosen(queryset, facts)` filters. Junk is refused."""

    template = "admin/filters/form.html"
    form_class: type[forms.Form]

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        for name in self.parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]
        self.form = self.form_class(self.used_parameters or None, auto_id="filter_%s")

    @classmethod
    def parameters(cls) -> list[str]:
        return list(cls.form_class.base_fields)

    def expected_parameters(self):
        return self.parameters()

    def has_output(self):
        return True

    def choices(self, changelist):
        self.kept = kept_parameters(changelist, self.parameters())
        self.clear = changelist.get_query_string(remove=self.parameters())
        return []

    def queryset(self, request, queryset):
        if not self.used_parameters:
            return queryset
        if not self.form.is_valid():
            raise IncorrectLookupParameters
        return self.chosen(queryset, self.form.cleaned_data)


def kept_parameters(changelist, without: list[str]) -> list[tuple[str, str]]:
    """What a filter's own form must carry along: the other filters and the search."""
    kept = changelist.get_filters_params(changelist.filter_params)
    kept |= {name: changelist.filter_params[name] for name in ("q", "o") if name in changelist.filter_params}
    return [(name, values[-1]) for name, values in kept.items() if name not in without]
