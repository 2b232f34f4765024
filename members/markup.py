"""Markdown to HTML that harms nobody: the only place where text becomes markup that templates trust.

What comes out is made of the tags below and nothing else. Chapters and numbered articles have anchors that
are the same in every language (`ch-2`, `art-12`), so that a link survives a change of language.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

import nh3
from anyascii import anyascii
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TOP, DEEPEST = 2, 6  # the page itself has the h1
HEADINGS = {f"h{level}" for level in range(TOP, DEEPEST + 1)}
TAGS = HEADINGS | set(
    "p br hr ul ol li blockquote strong em code pre a table thead tbody tr th td".split()  # noqa: SIM905
)
ATTRIBUTES = {"a": {"href", "title", "rel"}, "ol": {"start"}, **{tag: {"id"} for tag in HEADINGS}}
OUTBOUND = {"http", "https"}
SCHEMES = OUTBOUND | {"mailto"}
LONGEST_ANCHOR = 60

# "Article 12", "Article 1er", "المادة 12 مكرر" and so on, in the eight languages, with any digits.
_ARTICLE = re.compile(
    r"(?:article|artículo|articulo|art\.|madde|pasal|(?:ال)?ماد[ةه]\u0654?|مادۀ|دفعہ)\s*\(?"
    r"(\d{1,4})(?:er|re|º)?(?:([a-z])|\s?(bis|ter|quater|مكرر|مکرر))?(?![^\W_])",
    re.IGNORECASE,
)
_AGAIN = {"مكرر": "bis", "مکرر": "bis"}
# A chapter with its number in digits, in Roman numerals, or in words that are not read.
_CHAPTER = re.compile(
    r"(?:(?:chapter|chapitre|capítulo|capitulo|bab|الفصل|الباب|فصل|باب)|(?:\w+\s+)?(?:bölüm|باب))(?![^\W_])"
    r"(?:\s+(?:(\d{1,3})|([ivxlc]{1,7}))(?![^\W_]))?",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True)
class Heading:
    """A heading in the table of contents, with those of the next level below it."""

    anchor: str
    title: str
    level: int
    below: list["Heading"] = field(default_factory=list)


@dataclass(frozen=True)
class Rendered:
    """`summary`: the first paragraph in plain text."""

    html: SafeString
    contents: list[Heading]
    summary: str


def rendered(body: str) -> Rendered:
    """`body` (Markdown) as sanitised HTML, and its table of contents: two levels, in order."""
    tokens = _reader().parse(body)
    _mark_outbound(tokens)
    headings = _anchored(tokens)
    html = nh3.clean(
        _reader().renderer.render(tokens, _reader().options, {}),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return Rendered(mark_safe(html), _nested(headings), _first(tokens))  # noqa: S308 -- what nh3 let through


def _reader() -> MarkdownIt:
    return _READER


def _made() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    reader.enable("table")
    reader.validateLink = _is_harmless
    reader.add_render_rule("image", _said)
    return reader


def _said(_renderer, tokens: list[Token], index: int, _options, _env) -> str:
    """A picture would come from elsewhere: its words stand for it."""
    return escape(tokens[index].content)


def _is_harmless(url: str) -> bool:
    """http(s), mailto, and addresses on this site; what is none of them stays plain text."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in SCHEMES
    return not url.startswith("//") and ":" not in url.partition("/")[0].partition("#")[0]


def _mark_outbound(tokens: Iterable[Token]) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open" and urlsplit(str(child.attrs["href"])).scheme in OUTBOUND:
                child.attrSet("rel", "nofollow noopener")


def _anchored(tokens: list[Token]) -> list[Heading]:
    """Gives each heading its level and anchor, and returns them in order.

    The first one follows the page's own h1, and no level is skipped on the way down.
    """
    above: list[int] = []
    given, chapters, found = Counter(), 0, []
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "heading_open":
            continue
        written = int(opening.tag[1])
        above = [level for level in above if level < written]
        above.append(written)
        level = min(TOP + len(above) - 1, DEEPEST)
        title = _plain(inline)
        chapters += bool(_CHAPTER.match(title))
        anchor = _unused(_anchor(title, chapters), given)
        opening.tag = closing.tag = f"h{level}"
        opening.attrSet("id", anchor)
        found.append(Heading(anchor, title, level))
    return found


def _first(tokens: list[Token]) -> str:
    after = (inline for opening, inline in pairwise(tokens) if opening.type == "paragraph_open")
    return next(map(_plain, after), "")


def _plain(inline: Token) -> str:
    parts = [" " if child.type.endswith("break") else child.content for child in inline.children or ()]
    return " ".join("".join(parts).split())


def _anchor(title: str, chapters: int) -> str:
    """`chapters`: how many there are so far, for one whose number is written in words."""
    if found := _ARTICLE.match(title):
        number, letter, again = found.groups()
        again = (again or "").lower()
        return f"art-{int(number)}{(letter or '').lower()}{_AGAIN.get(again, again)}"
    if found := _CHAPTER.match(title):
        digits, roman = found.groups()
        return f"ch-{int(digits) if digits else _roman(roman) if roman else chapters}"
    words = re.findall("[a-z0-9]+", re.sub("[`']", "", anyascii(title)).lower())
    return "-".join(["s", *words])[:LONGEST_ANCHOR].rstrip("-")


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral.lower()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _unused(anchor: str, given: Counter) -> str:
    """The anchor itself, or with the turn in which it comes: `art-1-2`. `given` counts those given."""
    counted = anchor
    while counted in given:
        given[anchor] += 1
        counted = f"{anchor}-{given[anchor]}"
    given[counted] += 1
    return counted


def _nested(headings: list[Heading]) -> list[Heading]:
    contents: list[Heading] = []
    for heading in headings:
        if heading.level == TOP:
            contents.append(heading)
        elif heading.level == TOP + 1:
            contents[-1].below.append(heading)
    return contents


_READER = _made()
