"""Which column is what: guessed from headings in many languages, or told by a file."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import gettext as _

from members import text
from members.imports import cldr
from members.imports.fields import FIELDS, IGNORE, NAME_IN
from members.imports.problems import FileRefused
from members.imports.reader import Table

# In these languages a heading may name a language: "Nom (français)", "Nombre en inglés", "الاسم بالعربية".
HEADING_LANGUAGES = ("en", "fr", "es", "ar", "fa", "tr", "id", "ur", "de", "pt", "it", "ru")
_NAMED_LANGUAGES = (
    "en fr es ar fa tr id ur de pt it ru zh ja ko hi bn sw nl bs sq sr hr ms so am ha ku ps az kk uz he el "
    "pl ro uk sv"
)
NAMED_LANGUAGES = _NAMED_LANGUAGES.split()
_NAME_WORDS = (
    "name names nom nombre الاسم اسم نام ad adı adi isim nama nome название naam title organisation "
    "organization org official i translation"
)
NAME_WORDS = frozenset(text.fold(word) for word in _NAME_WORDS.split())
_SMALL_WORDS = (
    "in en em auf dalam میں به باللغة اللغة زبان bahasa language dili dilinde langue idioma of the de"
)
SMALL_WORDS = frozenset(text.fold(word) for word in _SMALL_WORDS.split())
NUMBERING = frozenset(
    {"row", "no", "nr", "s no", "sn", "sr no", "serial no", "line", "م", "ردیف", "sıra", "sıra no", "n"}
)
SCRIPT = 4  # letters: Latn, Arab
NO_LANGUAGES = frozenset({"aka", "est", "in", "und"})  # codes to Babel, other words in a list
REGISTER_NUMBER = re.compile(r"^[A-Za-z]{2}-[0-9]{4,}$")
LOOKED_AT = 2_000
LONGEST_COUNT = 9  # figures


@dataclass
class Columns:
    """`fields` maps a column's position to a field; `values` maps raw values of a column to others."""

    fields: dict[int, str] = field(default_factory=dict)
    values: dict[int, dict[str, str]] = field(default_factory=dict)
    aside: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def is_heading(heading: str) -> bool:
    return guess(heading) is not None


def heading_test(given: Path | None) -> Callable[[str], bool]:
    """What tells the row of headings: those that `given` names, else the ones that are known."""
    return set(_read_json(given)).__contains__ if given else is_heading


def match(table: Table, given: Path | None = None) -> Columns:
    """The columns of `table`, guessed or as `given` says. FileRefused without a name or on a wrong file."""
    columns = _given(table, given) if given else _guessed(table)
    known = columns.fields.values()
    columns.aside = [
        at for at in range(len(table.headings)) if at not in columns.fields and _is_used(table, at)
    ]
    if "name" not in known and "number" not in known:
        raise FileRefused(
            _("No column holds the names. The headings are: %(headings)s. Say with --columns which is which.")
            % {"headings": ", ".join(filter(None, table.headings))[:500]}
        )
    return columns


def _is_used(table: Table, at: int) -> bool:
    return bool(table.headings[at]) or any(cells[at] for _number, cells in table.rows)


@cache
def guess(heading: str) -> tuple[str, int] | None:
    """(field, how good the guess is: 0 is best), or None."""
    folded = text.fold(heading)
    if not folded or folded in {text.fold(word) for word in NUMBERING}:
        return None
    if found := _headings().get(folded):
        return found
    if language := _language_of(heading, folded):
        return NAME_IN + language, 0
    return None


@cache
def _headings() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for name, known in FIELDS.items():
        found.setdefault(text.fold(name), (name, 0))
        for rank, heading in enumerate(known.headings):
            found.setdefault(text.fold(heading), (name, rank))
    for name, known in FIELDS.items():
        found = {text.fold(called): (name, 0) for called in known.labels()} | found
    return found


def _language_of(heading: str, folded: str) -> str | None:
    """The language when the heading is a word for "name" and a language: "Name (English)", "name_fr"."""
    words = folded.split()
    if not NAME_WORDS & set(words):
        return None
    rest = [word for word in words if word not in NAME_WORDS]
    spoken = [word for word in rest if word not in SMALL_WORDS] or rest
    return _languages().get(" ".join(spoken))


def language_named(word: str) -> str:
    """The code of the language that a label means: "fr", "French", "français", "pt-BR"; "" if none."""
    if found := _languages().get(text.fold(word)):
        return found
    if word.lower() in NO_LANGUAGES or not (word.islower() or "-" in word):
        return ""
    try:
        locale = Locale.parse(word, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    # Babel makes fr_FR of "fra", and ur of "ur-Latn": what was said stands.
    first, *rest = word.split("-")
    if not rest:
        return locale.language
    return "-".join(
        [first.lower(), *(part.title() if len(part) == SCRIPT else part.upper() for part in rest)]
    )


@cache
def _languages() -> dict[str, str]:
    """Names of languages, and their codes, as headings write them."""
    found = {code: code for code in NAMED_LANGUAGES} | {"farsi": "fa"}
    for written in (*HEADING_LANGUAGES, *NAMED_LANGUAGES):
        names = cldr.section(written, "languages")
        for code in NAMED_LANGUAGES:
            if written in HEADING_LANGUAGES or written == code:
                name = names.get(code, "")
                found.setdefault(text.fold(name), code)
                if name.startswith("ال"):
                    found.setdefault(text.fold("بال" + name[2:]), code)
                    found.setdefault(text.fold(name.removesuffix("ة")), code)
                if written == "de":
                    found.setdefault(text.fold(name + "er"), code)  # "Englischer Name"
    found.pop("", None)
    return found


def _guessed(table: Table) -> Columns:
    columns = Columns()
    taken: dict[str, tuple[int, int]] = {}
    for at, heading in enumerate(table.headings):
        found = guess(heading)
        if found is None or not _may_be(found[0], table, at):
            continue
        name, rank = found
        if name in taken and not _is_many(name):
            name, rank, at = _better(table, columns, taken[name], (rank, at), name)  # noqa: PLW2901
        taken[name] = (rank, at)
        columns.fields[at] = name
    if "name" not in taken:
        _take_translation_for_name(columns, table)
    return columns


def _better(
    table, columns: Columns, old: tuple[int, int], new: tuple[int, int], name: str
) -> tuple[str, int, int]:
    """Of two columns that look like one field the better heading wins; the other is named as left aside."""
    (rank, at), loser = min(old, new), max(old, new)[1]
    columns.fields.pop(loser, None)
    columns.notes.append(
        _("“%(loser)s” also looks like “%(field)s”, which is taken from “%(winner)s”; it is left aside.")
        % {"loser": table.headings[loser], "field": label(name), "winner": table.headings[at]}
    )
    return name, rank, at


def _is_many(name: str) -> bool:
    return name in FIELDS and FIELDS[name].is_many


def _may_be(name: str, table: Table, at: int) -> bool:
    """A column called "number" is the register's only when it holds numbers such as TR-0147, and one
    called "id" is not the legal number when it only counts the rows."""
    cells = [cells[at] for _number, cells in table.rows[:LOOKED_AT] if cells[at]]
    if name == "number":
        return any(REGISTER_NUMBER.match(cell) for cell in cells) or {cell.casefold() for cell in cells} == {
            "new"
        }
    if name == "legal_number" and text.fold(table.headings[at]) == "id":
        return not all(len(cell) <= LONGEST_COUNT and cell.isdigit() for cell in cells)
    return True


def _take_translation_for_name(columns: Columns, table: Table) -> None:
    """With names in languages only, the site's first language among them gives the official name."""
    order = [code for code, _name in settings.LANGUAGES]
    named = {
        name.removeprefix(NAME_IN): at for at, name in columns.fields.items() if name.startswith(NAME_IN)
    }
    chosen = next((code for code in (*order, *named) if code in named), None)
    if chosen is None:
        return
    columns.fields[named[chosen]] = "name"
    columns.notes.append(
        _("“%(heading)s” is taken for the official name, as no other column holds it.")
        % {"heading": table.headings[named[chosen]]}
    )


def label(name: str) -> str:
    """A field in words."""
    if name.startswith(NAME_IN):
        return _("name (%(language)s)") % {"language": name.removeprefix(NAME_IN)}
    return str(FIELDS[name].label)


def _given(table: Table, path: Path) -> Columns:
    """Only what the file says is imported; a heading or field it does not know is refused."""
    columns = Columns()
    positions = {heading: at for at, heading in enumerate(table.headings) if heading}
    for heading, said in _read_json(path).items():
        if heading not in positions:
            raise FileRefused(
                _("%(file)s: the list has no column “%(heading)s”.") % {"file": path.name, "heading": heading}
            )
        said = {"field": said} if isinstance(said, str) else said  # noqa: PLW2901
        name, values = _checked(path, heading, said)
        at = positions[heading]
        if name != IGNORE:
            if name in columns.fields.values() and not _is_many(name):
                raise FileRefused(
                    _("%(file)s: two columns are “%(field)s”.") % {"file": path.name, "field": name}
                )
            columns.fields[at] = name
            columns.values[at] = values
    return columns


def _read_json(path: Path) -> Mapping:
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_each_once)
    except (OSError, ValueError, RecursionError) as error:
        raise FileRefused(
            _("%(file)s cannot be read as JSON: %(why)s") % {"file": path.name, "why": error}
        ) from error
    if not isinstance(said, dict):
        raise FileRefused(_("%(file)s must hold {heading: field, …}.") % {"file": path.name})
    return said


def _each_once(pairs: list[tuple]) -> dict:
    """JSON lets a key stand twice and the last one win; here that would drop a column unsaid."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _value in pairs).items() if count > 1)
        raise ValueError(_("“%(key)s” stands twice.") % {"key": twice})
    return found


def _checked(path: Path, heading: str, said) -> tuple[str, dict[str, str]]:
    name = said.get("field") if isinstance(said, dict) else None
    values = said.get("values", {}) if isinstance(said, dict) else None
    if (
        not isinstance(name, str)
        or not isinstance(values, dict)
        or not all(isinstance(v, str) for v in values.values())
        or not said.keys() <= {"field", "values"}
    ):
        raise FileRefused(
            _('%(file)s: write "%(heading)s": "field" or {"field": …, "values": {…}}.')
            % {"file": path.name, "heading": heading}
        )
    if name != IGNORE and name not in FIELDS and not _is_language_field(name):
        raise FileRefused(
            _("%(file)s: “%(field)s” is no field. The fields are: %(fields)s, name:LANGUAGE, ignore.")
            % {"file": path.name, "field": name, "fields": ", ".join(FIELDS)}
        )
    return name, {text.fold(raw): value for raw, value in values.items()}


def _is_language_field(name: str) -> bool:
    if not name.startswith(NAME_IN):
        return False
    try:
        Locale.parse(name.removeprefix(NAME_IN), sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True
