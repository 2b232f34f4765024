"""The hundreds of options beside the directory: a tag for each list of them, not one for each option."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()
TICK = '<label{0}><input type="checkbox" name="NAME" value="{1}" id="NAME-{1}"{2}>{3} {4}{5}{6}</label>\n'
OPTION = '<option value="{}">{} ({})</option>\n'
PART, TICKED = format_html(' class="{}"', "part"), format_html(" {}", "checked")
# What stands around a number: in a column of its own, or in brief after the words.
COLUMN = format_html('<span class="{}">', "num"), format_html("</{}>", "span")
BRIEF = format_html("{}", "("), format_html("{}", ")")
NOTHING = format_html("{}", "")


@register.simple_tag
def ticks(name: str, options: Iterable, *, in_brief: bool = False):
    """Tick boxes of a facet with the numbers of members. `name` is one of ours, never typed by anybody."""

    def parts(option) -> tuple:
        before, after = BRIEF if in_brief or option.is_part else COLUMN
        is_part, is_ticked = PART if option.is_part else NOTHING, TICKED if option.is_ticked else NOTHING
        return is_part, option.value, is_ticked, option.label, before, option.number, after

    return format_html_join("", TICK.replace("NAME", name), map(parts, options))


@register.simple_tag
def choices(options: Iterable):
    """The same in a box to choose from."""
    return format_html_join("", OPTION, ((option.value, option.label, option.number) for option in options))
