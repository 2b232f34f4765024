"""Markdown to HTML: anchors that are the same in every language, and nothing that harms."""

import re

import pytest

from members import markup
from members.markup import rendered

ALLOWED = re.compile(
    r"</?(?:p|br|hr|ul|li|blockquote|strong|em|code|pre|table|thead|tbody|tr|th|td)(?: /)?>"
    r'|</h[2-6]>|<h[2-6] id="[a-z0-9-]+">'
    r'|</?ol>|<ol start="\d+">|</a>|<a href="[^"<>]*"(?: title="[^"<>]*")?(?: rel="nofollow noopener")?>'
)


def anchors(body: str) -> list[str]:
    return re.findall(r' id="([^"]*)"', rendered(body).html)


def levels(body: str) -> list[int]:
    return [int(level) for level in re.findall(r"<h(\d)", rendered(body).html)]


@pytest.mark.parametrize(
    "title",
    [
        "Article 12. Name", "ARTICLE 12", "Art. 12 – Name", "المادة 12: الاسم", "المادة ١٢", "مادة (12)",
        "Article 12er", "Artículo 12. Nombre", "Articulo 12º", "Madde 12. Ad", "MADDE 12", "Pasal 12",
        "ماده ۱۲: نام", "مادهٔ 12", "دفعہ 12", "دفعہ ۱۲۔ نام", "**Article 12.** Name",
    ],
)  # fmt: skip
def test_an_article_has_one_anchor_in_every_language(title):
    assert anchors(f"## {title}") == ["art-12"]


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Article 1er. Nom", "art-1"),
        ("Article 12bis", "art-12bis"),
        ("Article 12 ter. Name", "art-12ter"),
        ("المادة 12 مكرر", "art-12bis"),
        ("ماده ۱۲ مکرر", "art-12bis"),
        ("Article 12a", "art-12a"),
        ("Article 12 a member leaves", "art-12"),
        ("Article 12th", "s-article-12th"),
        ("Articles 12 and 13", "s-articles-12-and-13"),
        ("Chapter 3. Organs", "ch-3"),
        ("Chapter IV", "ch-4"),
        ("CHAPITRE XIX. Fin", "ch-19"),
        ("Capítulo 3", "ch-3"),
        ("Bölüm 3. Organlar", "ch-3"),
        ("Bab III", "ch-3"),
        ("الفصل ٣: الأجهزة", "ch-3"),
        ("الباب 3", "ch-3"),
        ("فصل ۳", "ch-3"),
        ("باب 3", "ch-3"),
        ("Chapters of the union", "s-chapters-of-the-union"),
        ("Babies", "s-babies"),
        ("main", "s-main"),
        ("الأهداف", "s-lhdf"),
        ("— !", "s"),
    ],
)
def test_anchors(title, anchor):
    assert anchors(f"## {title}") == [anchor]


def test_chapters_numbered_in_words_are_counted():
    assert anchors("## الفصل الأول: أ\n## الفصل الثاني: ب\n### المادة 1\n## الفصل الثالث") == [
        "ch-1", "ch-2", "art-1", "ch-3",
    ]  # fmt: skip
    assert anchors("# Birinci Bölüm\n# İkinci Bölüm\n# پہلا باب") == ["ch-1", "ch-2", "ch-3"]


def test_no_anchor_is_given_twice():
    assert anchors("## Seat\n## Seat\n## Article 1\n## Article 1\n## Seat 2\n## Seat\n## Seat") == [
        "s-seat", "s-seat-2", "art-1", "art-1-2", "s-seat-2-2", "s-seat-3", "s-seat-4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# A\n## B\n# C", [2, 3, 2]),
        ("#### A\n###### B\n## C\n### D", [2, 3, 2, 3]),
        ("# A\n## B\n### C\n#### D\n##### E\n###### F", [2, 3, 4, 5, 6, 6]),
        ("Alpha\n=====\n\nBeta\n----", [2, 3]),
        ("> # A\n\n- ## B", [2, 3]),
    ],
)
def test_levels_begin_below_the_h1_and_have_no_gaps(body, expected):
    assert levels(body) == expected


def test_contents_are_two_levels_in_order():
    contents = rendered(
        "# Chapter 1 & so on\n## Article 1 *here*\n### Deeper\n## Article 2\n# Chapter 2"
    ).contents
    assert [(row.anchor, row.title, row.level) for row in contents] == [
        ("ch-1", "Chapter 1 & so on", 2), ("ch-2", "Chapter 2", 2),
    ]  # fmt: skip
    assert [(row.anchor, row.title) for row in contents[0].below] == [
        ("art-1", "Article 1 here"), ("art-2", "Article 2"),
    ]  # fmt: skip
    assert rendered("No heading.").contents == []


def test_the_summary_is_the_first_paragraph_in_plain_words():
    assert rendered("# A\n\nOne *two*\nthree & [four](/en/).\n\nFive.").summary == "One two three & four."
    assert rendered("# A").summary == ""


def test_lists_keep_their_numbers_and_tables_their_cells():
    html = rendered("3. c\n4. d\n\n| a | b |\n|---|--:|\n| 1 | 2 |").html
    assert '<ol start="3">' in html
    assert "<td>2</td>" in html
    assert "style" not in html


def test_links():
    html = rendered(
        "[a](https://x.example/?b=1&c) [b](/en/) [c](#art-1) [d](mailto:a@b.example) [e](members/) <http://y.example>"
    ).html
    assert '<a href="https://x.example/?b=1&amp;c" rel="nofollow noopener">a</a>' in html
    assert '<a href="http://y.example" rel="nofollow noopener">' in html
    for own in (
        '<a href="/en/">',
        '<a href="#art-1">',
        '<a href="mailto:a@b.example">',
        '<a href="members/">',
    ):
        assert own in html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></main><h1>x</h1>",
    "<!-- <a> --> <?php ?> <![CDATA[x]]>",
    "## <script>alert(1)</script>",
    "## \"><img src=x onerror=alert(1)>",
    "```<script>\n<script>alert(1)</script>\n```",
    "![x](https://evil.example/x.png) ![\"><b>](x)",
    "| <b> |\n|---|\n| <script> |",
    "&lt;script&gt; &#60;script&#62;",
]  # fmt: skip
HARMFUL = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:x", "&#106;avascript:alert(1)",
    "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//evil.example/", "javascript&colon;alert(1)", "ftp://x.example",
    "\\x01javascript:x", "x:y",
]  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE)
def test_markup_comes_out_as_text(body):
    html = rendered(body).html
    assert "<" not in ALLOWED.sub("", html)
    assert "evil.example" not in re.sub(r">[^<]*<", "><", html)


@pytest.mark.parametrize("address", HARMFUL)
def test_no_link_runs_a_script_or_leaves_unseen(address):
    for body in (f"[x]({address})", f"[x](<{address}>)", f"<{address}>", f"[x]\n\n[x]: {address}"):
        html = rendered(body).html
        for target in re.findall(r'href="([^"]*)"', html):
            assert re.match(r"(?:https?://|mailto:|/(?!/)|#)|[^:]*$", target), (body, target)
            assert "script" not in target.partition("(")[0].lower() or ":" not in target


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000, "![" * 10_000, "[a](" * 5_000, "*a" * 10_000, "> " * 10_000 + "x", "- " * 10_000 + "x",
        ">" * 20_000, "`" * 20_000, "# a\n" * 5_000, "&" * 20_000, "<" * 20_000,
        "|a" * 100 + "\n" + "|-" * 100 + "\n" + ("|b" * 100 + "\n") * 80, "[a]: x\n" * 2_800,
    ],
    ids=lambda body: body[:6].strip(),
)  # fmt: skip
def test_endless_and_deep_texts_are_harmless(body):
    assert "<" not in ALLOWED.sub("", rendered(body).html)


def test_what_may_come_out_is_written_down():
    assert not markup.TAGS & {
        "script",
        "style",
        "img",
        "iframe",
        "form",
        "input",
        "svg",
        "div",
        "h1",
        "object",
    }
    assert {name for names in markup.ATTRIBUTES.values() for name in names} == {
        "href",
        "title",
        "rel",
        "start",
        "id",
    }
