"""The style sheets: readable colours in light and dark, and no left and right."""

import re

import pytest
from django.conf import settings

CSS = settings.BASE_DIR / "static" / "css"
SITE = (CSS / "site.css").read_text(encoding="utf-8")
TEXT, CONTROL = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
# Text and ground of docs/ux.md 4.4, and what tells controls and dots from their ground.
PAIRS = [
    *[(text, ground, TEXT) for text in ("ink", "ink2", "link") for ground in ("paper", "surface", "tint")],
    ("hover", "paper", TEXT), ("on-link", "link", TEXT), ("on-link", "hover", TEXT),
    ("on-brand", "brand", TEXT), ("on-brand2", "brand", TEXT), ("sun", "brand", TEXT), ("q4", "brand", TEXT),
    ("seal", "paper", TEXT), ("seal", "surface", TEXT), ("seal", "seal-t", TEXT), ("seal", "tint", TEXT),
    ("ok", "ok-t", TEXT), ("warn", "warn-t", TEXT), ("on-sun", "sun", TEXT), ("on-sun", "q4", TEXT),
    ("paper", "ink", TEXT),
    ("control", "paper", CONTROL), ("control", "surface", CONTROL), ("ink", "paper", CONTROL),
    *[(dots, "brand", CONTROL) for dots in ("q1", "q2", "q3", "q4")],
]  # fmt: skip
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)[\w-]*\s*:"
    r"|(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)"
    # Four values, of which the second and the fourth differ.
    r"|(?<![\w-])(?:inset|margin|padding)\s*:\s*[^\s;}]+\s+([^\s;}]+)\s+[^\s;}]+\s+(?!\1\s*[;}])[^\s;}!]+\s*[;}]"
)


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; dark takes what it does not name from light."""
    light, _media, rest = SITE.partition("@media (prefers-color-scheme:dark)")
    found = colours(light)
    return found | colours(rest.partition("}}")[0]) if scheme == "dark" else found


def colours(source: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})\b", source))


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_contrast(scheme, text, ground, least):
    found = tokens(scheme)
    assert contrast(found[text], found[ground]) >= least


def test_every_pair_is_of_this_scheme():
    """The dark scheme is read where it stands: paper is darker than ink there."""
    for scheme, is_light in (("light", True), ("dark", False)):
        found = tokens(scheme)
        assert (luminance(found["paper"]) > luminance(found["ink"])) is is_light
    assert round(contrast("#000", "#ffffff"), 1) == 21


def test_monograms_are_read_in_both_schemes():
    grounds = re.findall(r"\.m(?:ono|\d)\{[^}]*background:(#[0-9a-f]+);?(?:color:#fff|\})", SITE)
    assert len(grounds) == 6
    assert all(contrast(ground, "#fff") >= TEXT for ground in grounds)


@pytest.mark.parametrize("path", sorted(CSS.glob("*.css")), ids=lambda path: path.name)
def test_no_left_and_right(path):
    found = PHYSICAL.finditer(path.read_text(encoding="utf-8"))
    assert [one[0] for one in found] == []


@pytest.mark.parametrize(
    "rule",
    ["a{margin-left:1px}", "a{left:0}", "a{text-align:right}", "a{float:left}", "a{inset:0 1px 2px 3px}",
     "a{border-top-left-radius:2px}", "a{color:red;right:0}", "a{padding: 1px 2px 3px 4px}"],
)  # fmt: skip
def test_the_lint_finds_left_and_right(rule):
    assert PHYSICAL.search(rule)


def test_the_lint_lets_logical_ones_pass():
    source = "a{margin-inline-start:1px;inset-inline-end:0;text-align:start;margin:0 auto;--right-t:1}"
    assert not PHYSICAL.search(source + "a{padding:1px 2px 3px 2px}a{margin: 0 0 1px;inset:0}")
