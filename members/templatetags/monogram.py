"""The logo of an organisation, or the hexagon with letters that stands for one without (docs/ux.md 4.7)."""

import re

from django import template
from django.utils.html import format_html

register = template.Library()
GROUNDS = 6
ARTICLE = "ال"
# Words that say what kind of thing it is, or nothing.
GENERIC = frozenset(
    """
    of the and for in on to a an de du des la le les et en y del las los el al e o da do der die das und für
    ve ile za i na dan untuk di va và van het

    جمعية مؤسسة وقف مركز شبكة صندوق منظمة اتحاد هيئة رابطة معهد الجمعية المؤسسة المركز الشبكة المنظمة
    الاتحاد الهيئة الرابطة المعهد في من على للتنمية و
    انجمن بنیاد موسسه مؤسسهٔ مؤسسه سازمان کانون خانه شبکه مرکز انجمنِ ادارہ ادارۂ تنظیم فاؤنڈیشن
    """.split()  # noqa: SIM905 -- a list of words reads better as words
)
_WORDS = re.compile(r"[^\W\d_][^\W_]*")
_QUIET = str.maketrans("", "", "'’‘ʼʻʿʾ`")


def letters(value: str, script: str) -> str:
    """The first letters of the first two words that say something; one letter in Arabic script, without the
    article. Empty for a name without letters."""
    words = _WORDS.findall(value.translate(_QUIET))
    telling = [word for word in words if word.casefold() not in GENERIC] or words
    if not telling:
        return ""
    if script == "Arab":
        first = telling[0]
        return first[2] if first.startswith(ARTICLE) and len(first) > len(ARTICLE) + 1 else first[0]
    return "".join(word[0] for word in telling[:2]).upper()


def ground(number: str) -> int:
    """Which of the six colours: always the same for a register number."""
    return sum(map(ord, number)) % GROUNDS


@register.simple_tag
def monogram(title, number: str, logo=None):
    """The logo where there is one. Decoration, so hidden from screen readers: the name stands beside it.
    `title` is a name or None."""
    if logo:
        return format_html(
            '<img class="logo" src="{}" alt="" width="68" height="76" loading="lazy">', logo.url
        )
    if title is None:
        return ""
    language = format_html(' lang="{}"', title.language) if title.language else ""
    return format_html(
        '<span class="mono m{}" aria-hidden="true"{} dir="{}">{}</span>',
        ground(number), language, title.direction, letters(title.value, title.script),
    )  # fmt: skip
