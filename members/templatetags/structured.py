"""Structured data for search engines in the head of a page."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()
CONTEXT = "https://schema.org"
# Written as JSON escapes: no text can then end the element or begin another.
ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


@register.simple_tag
def structured_data(things: list[dict] | None):
    """Things of schema.org as one block of data, which no policy takes for a script; nothing for none."""
    if not things:
        return ""
    graph = {"@context": CONTEXT, "@graph": things}
    written = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(written))  # noqa: S308
