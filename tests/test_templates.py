"""Rules for templates that no reader of a page would notice, until it is too late."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
PUBLIC = [path for path in TEMPLATES if "admin" not in path.parts and "widgets" not in path.parts]
CODE = sorted((settings.BASE_DIR / "members").rglob("*.py"))
# Files that may mark text as safe: the one that sanitises it.
MAY_BE_SAFE = {"members/markup.py", "members/templatetags/structured.py"}
# A name, city or other text that people typed, written out without a tag that puts it into <bdi>.
TYPED = re.compile(
    r"\{\{\s*[\w.]*(?:title_name|\.title\.|names?\.value|\.value|\.city|public_address|legal_register|"
    r"official_name|post\.name)[\w.|]*\s*\}\}"
)
OWN_SCRIPT = re.compile(r'<script defer src="\{% static "[\w./-]+" %\}"></script>')
BARE_VALUE = {"_options.html", "_filters.html"}  # the value of a tick box or a box, from an allowlist


def at(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("path", TEMPLATES, ids=at)
def test_template_compiles_and_is_short(path):
    source = path.read_text()
    engines["django"].from_string(source)
    assert len(source.splitlines()) <= 120


@pytest.mark.parametrize("path", PUBLIC, ids=at)
def test_typed_text_stands_in_bdi(path):
    if path.name in BARE_VALUE:
        return
    found = TYPED.findall(path.read_text())
    assert not found, f"{at(path)}: use {{% name … %}} or {{% bdi … %}} for {found}"


def test_the_lint_finds_what_it_looks_for():
    assert TYPED.findall("<b>{{ entry.organisation.city }}</b> {{ name.value }} {{ entry.title.value }}") == [
        "{{ entry.organisation.city }}", "{{ name.value }}", "{{ entry.title.value }}",
    ]  # fmt: skip
    assert not TYPED.findall("{% bdi entry.organisation.city %} {{ chip.label }}")


@pytest.mark.parametrize("path", PUBLIC, ids=at)
def test_nothing_inline_and_nothing_from_elsewhere(path):
    source = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", source)
    scripts = re.findall(r"<script.*?</script>|<script", source, re.DOTALL)
    assert all(OWN_SCRIPT.fullmatch(script) for script in scripts), scripts
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", source)


@pytest.mark.parametrize("path", [*TEMPLATES, *CODE], ids=at)
def test_nothing_is_marked_safe(path):
    if at(path) in MAY_BE_SAFE:
        return
    source = path.read_text()
    assert not re.search(r"\|\s*safe\b|mark_safe|autoescape off|SafeString|\|\s*safeseq", source)


def test_templates_are_formatted():
    command = [sys.executable, "-m", "djhtml", "--check", "-t", "2", *map(str, TEMPLATES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_style_sheet_brings_nothing_from_elsewhere():
    source = (settings.BASE_DIR / "static/css/site.css").read_text()
    assert "@import" not in source
    assert not re.search(r"url\((?!\.\./)", source)


def test_every_country_has_its_flag():
    from django_countries import countries

    flags = settings.BASE_DIR / "static/flags"
    assert not [
        code for code in [*countries.countries, "XK"] if not (flags / f"{code.lower()}.svg").is_file()
    ]
