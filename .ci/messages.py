"""Message catalogues: `python .ci/messages.py` brings them up to date, `--check` says what is wrong.

What is to be translated is every string of ours (Python and templates) and every string of Django's own
pages that Django does not have in a language. Needs no gettext programs. Catalogues are kept in
locale/<language>/LC_MESSAGES/django.po and .mo, in the order of the strings, without fuzzy or dead entries.
"""

import contextlib
import datetime
import io
import re
import sys
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
DJANGO = Path(django.__file__).parent
# Django's own parts whose words a visitor or a member of staff may read.
PARTS = ("conf", "contrib/admin", "contrib/auth", "contrib/contenttypes", "contrib/sessions")
# As CLDR has them for whole numbers; of "many" in French and Spanish (millions) no page has a need.
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 "
    ": n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
    "fa": "nplurals=2; plural=(n > 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "tr": "nplurals=2; plural=(n > 1);",
    "id": "nplurals=1; plural=0;",
    "ur": "nplurals=2; plural=(n != 1);",
}
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[a-z]|\{\w*\}")
LONG_AGO = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
Key = tuple[str | None, str | tuple[str, str]]


def path_of(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def of_ours() -> dict[Key, set[str]]:
    """Our own strings, with the files in which they stand."""
    found: dict[Key, set[str]] = {}
    sources = [path for folder in ("members", "union") for path in (ROOT / folder).rglob("*.py")]
    sources += (ROOT / "templates").rglob("*.html")
    for path in sorted(sources):
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            lines = templatize(source, origin=str(path)).splitlines()
            source = "\n".join(line.strip() for line in lines)
        for _line, message, _comments, context in extract(
            "python", io.BytesIO(source.encode()), keywords=KEYWORDS
        ):
            if message:
                found.setdefault((context, message), set()).add(str(path.relative_to(ROOT)))
    return found


def of_django(language: str) -> set[Key]:
    """Django's strings that Django has not translated into a language."""
    missing: set[Key] = set()
    for part in PARTS:
        folder = DJANGO / part / "locale"
        has = _keys(folder / language / "LC_MESSAGES" / "django.po", only_translated=True)
        missing |= _keys(folder / "en" / "LC_MESSAGES" / "django.po", only_translated=False) - has
    return missing


def _keys(path: Path, *, only_translated: bool) -> set[Key]:
    with path.open("rb") as file, contextlib.redirect_stdout(io.StringIO()):  # Babel's remarks on plurals
        catalog = read_po(file)
    return {
        (message.context, message.id)
        for message in catalog
        if message.id and (not only_translated or (_is_whole(message) and not message.fuzzy))
    }


def _is_whole(message: Message) -> bool:
    said = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(said)


def wanted(language: str, ours: dict[Key, set[str]]) -> Catalog:
    """The catalogue as it should be, with what has been translated of it."""
    catalog = read_po(io.BytesIO(head(language)), locale=language)
    known = read(language) if path_of(language).exists() else catalog
    needed = {key: sorted(places) for key, places in ours.items()}
    needed |= {key: ["django"] for key in of_django(language) - ours.keys()}
    forms = int(re.search(r"nplurals=(\d)", PLURALS[language])[1])
    for (context, text), places in sorted(needed.items(), key=_order):
        old = known.get(text[0] if isinstance(text, tuple) else text, context)
        string = old.string if old is not None else ""
        if isinstance(text, tuple):
            string = string if isinstance(string, tuple) and len(string) == forms else ("",) * forms
        elif not isinstance(string, str):
            string = ""
        flags = {"python-format"} if any("%" in part for part in _parts(text)) else set()
        catalog.add(text, string, locations=[(place, 0) for place in places], flags=flags, context=context)
    return catalog


def _parts(text: str | tuple[str, str]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def _order(item: tuple[Key, list[str]]) -> tuple[str, str]:
    (context, text), _places = item
    return (_parts(text)[0], context or "")


def read(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.creation_date = catalog.revision_date = LONG_AGO  # the same strings give the same bytes
    return catalog


def head(language: str) -> bytes:
    return (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS[language]}\\n"\n\n'
    ).encode()


def as_po(catalog: Catalog, language: str) -> bytes:
    target = io.BytesIO()
    write_po(target, catalog, width=110, include_lineno=False, omit_header=True, ignore_obsolete=True)
    return head(language) + target.getvalue()


def as_mo(language: str) -> bytes:
    target = io.BytesIO()
    write_mo(target, read(language))
    return target.getvalue()


def update() -> None:
    ours = of_ours()
    for language in PLURALS:
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(wanted(language, ours), language))
        path.with_suffix(".mo").write_bytes(as_mo(language))
        empty = [message for message in read(language) if message.id and not _is_whole(message)]
        print(f"{language}: {len(read(language))} strings, {len(empty)} to translate")


def check() -> list[str]:
    """What is wrong, a line each."""
    wrong, ours = [], of_ours()
    for language in PLURALS:
        path = path_of(language)
        if not path.exists() or path.read_bytes() != as_po(wanted(language, ours), language):
            wrong.append(f"{language}: the catalogue is not up to date; run: make messages")
            continue
        if path.with_suffix(".mo").read_bytes() != as_mo(language):
            wrong.append(f"{language}: the compiled catalogue is not up to date; run: make messages")
        wrong += [
            f"{language}: {said}" for message in read(language) if message.id for said in faults(message)
        ]
    return wrong


def faults(message: Message) -> list[str]:
    """What is wrong with one translation."""
    originals, said = _parts(message.id), _parts(message.string)
    name = repr(originals[0][:70])
    if not all(said):
        return [f"{name} is not translated"]
    found = [f"{name} is fuzzy"] if message.fuzzy else []
    allowed = {frozenset(_placeholders(part)) for part in originals}
    everything = frozenset().union(*allowed)
    for form in said:
        has = frozenset(_placeholders(form))
        # A form for one or two may leave out the number; nothing may stand that the original has not.
        if has not in allowed and not (len(said) > 1 and has <= everything):
            found.append(f"{name} has other placeholders: {form!r}")
        edges = originals[0][:1].isspace(), originals[0][-1:].isspace()
        if (form[:1].isspace(), form[-1:].isspace()) != edges:
            found.append(f"{name} begins or ends with a space where the original does not")
    return found


def _placeholders(text: str) -> list[str]:
    return [match[0] for match in PLACEHOLDER.finditer(text.replace("%%", ""))]


if __name__ == "__main__":
    if "--check" in sys.argv:
        problems = check()
        print("\n".join(problems[:200]) or "Message catalogues are complete.")
        sys.exit(bool(problems))
    update()
