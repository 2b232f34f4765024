"""A country in any convention and language to its code. Never by likeness: exactly, or not at all."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from django.conf import settings
from django.utils.translation import gettext as _
from django_countries import countries as iso
from django_countries.data import COUNTRIES as ISO_NAMES
from rapidfuzz import fuzz, process

from members import text
from members.imports import cldr
from members.imports.country_names import (
    ALIASES,
    AMBIGUOUS,
    DESIGNATOR_ENDINGS,
    DESIGNATORS,
    FORM_MATTERS,
    TERRITORIES,
    TWINS,
)
from members.imports.problems import ValueProblem

WORDS = {
    "st": "saint",
    "ste": "saint",
    "is": "islands",
    "isl": "islands",
    "island": "islands",
    "isles": "islands",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federated",
    "peoples": "people s",
}
SMALL_WORDS = frozenset({"the", "and", "la", "le", "les", "el", "los", "las", "l", "of"})
PAIR = re.compile(r"^(?P<first>[^,،(\[]+?)\s*[,،(\[]\s*(?P<second>[^)\]]+?)\s*[)\]]?$")
CODE_FIRST = re.compile(r"^[(\[]\s*([A-Za-z]{2,3})\s*[)\]]\s*(.+)$")
INITIALS = re.compile(r"\b(?:[a-z] ){1,3}[a-z]\b")
DOUBT = ("?", "؟", "？")
SEVERAL = re.compile(r"\s*[;/|\n]\s*|\s+[-–—]\s+|\s*:\s*")
NUMERIC = re.compile(r"^[0-9]{3}$")
SUGGEST_FROM = 84
LONGEST = 200


def key(value: str) -> str:
    """What is compared: folded, without articles, abbreviations written out, initials put together."""
    folded = INITIALS.sub(lambda found: found[0].replace(" ", ""), text.fold(value))
    words = (WORDS.get(word, word) for word in folded.split())
    return " ".join(word for word in words if word not in SMALL_WORDS)


class Countries:
    """Names and codes of the register's countries, read once for one import.

    `rows` are `Country` objects or anything with code, alpha3, m49 and name_overrides.
    """

    def __init__(self, rows: Iterable):
        self.rows = {str(row.code): row for row in rows}
        self._cache: dict[str, str | ValueProblem] = {}

    def resolve(self, value: str) -> str:
        """The code of `value`; ValueProblem says what it could mean, or that it is not known."""
        found = self._cache.get(value)
        if found is None:
            try:
                found = self._resolve(value)
            except ValueProblem as problem:
                found = problem
            self._cache[value] = found
        if isinstance(found, ValueProblem):
            raise found
        return found

    def name(self, code: str) -> str:
        row = self.rows.get(code)
        return row.name if row is not None and hasattr(row, "name") else iso.name(code) or code

    def _resolve(self, value: str) -> str:
        if len(value) > LONGEST:
            raise ValueProblem(_("This is too long for a country."))
        if value.strip(" ()[]").endswith(DOUBT) or value.strip().startswith(DOUBT):
            raise ValueProblem(_("“%(value)s” is in doubt; write the country alone.") % {"value": value})
        for reading in self._readings(value):
            if code := self._lookup(reading):
                return code
        if code := self._agreed(value):
            return code
        raise ValueProblem(self._unknown(value))

    def _readings(self, value: str):
        """The value itself, then turned round: "Tanzania, United Republic of", "Congo (Republic of the)"."""
        yield value
        if pair := PAIR.match(value.strip()):
            yield f"{pair['second']} {pair['first']}"

    def _lookup(self, value: str) -> str | None:
        wanted = key(value)
        if wanted in self.ambiguous:
            raise ValueProblem(self._several(value, self.ambiguous[wanted]))
        found = self._by_code(value) or self.by_name.get(wanted) or self._by_any_name(wanted)
        if found is None:
            return self._without_designator(value)
        if len(found) > 1:
            raise ValueProblem(self._several(value, found))
        return next(iter(found))

    def _by_code(self, value: str) -> frozenset[str] | None:
        """Codes as they are: LA and ST are no small words, and of "+254" the figures are no code. Nor is
        "T.C.", which stands for words."""
        written = text.fold(value)
        if "." in value.strip(" ."):
            return None
        return None if written.isdigit() and written != value.strip() else self.by_code.get(written)

    def _by_any_name(self, wanted: str) -> frozenset[str] | None:
        return (_in_any_language().get(wanted, frozenset()) & self.rows.keys()) or None

    def _without_designator(self, value: str) -> str | None:
        """ "Republic of Kenya" is Kenya. Where the form of state tells countries apart, it is not dropped."""
        folded = " ".join(WORDS.get(word, word) for word in text.fold(value).split() if word != "the")
        for rest in _stripped(folded):
            found = self.by_name.get(key(rest)) or self._by_any_name(key(rest)) or frozenset()
            if len(found) == 1 and not found & FORM_MATTERS:
                return next(iter(found))
        return None

    def _agreed(self, value: str) -> str | None:
        """The code when the cell names one country twice: "Türkiye (Turkey)", "KE - Kenya"."""
        pair = PAIR.match(value.strip()) or CODE_FIRST.match(value.strip())
        parts = list(pair.groups()) if pair else [part for part in SEVERAL.split(value) if part]
        codes = [self._part(part) for part in parts]
        if len(parts) > 1 and None not in codes:
            if len(set(codes)) == 1 or (pair and TERRITORIES.get(codes[0]) == codes[1]):
                return codes[0]
            raise ValueProblem(_("The cell names several countries. The seat is in one; write that one."))
        return None

    def _part(self, value: str) -> str | None:
        try:
            return self._lookup(value)
        except ValueProblem:
            return None

    def _several(self, value: str, codes: Iterable[str]) -> str:
        names = _(" or ").join(f"{self.name(code)} ({code})" for code in sorted(codes))
        if not names:
            return _("“%(value)s” is not one country.") % {"value": value}
        return _("“%(value)s” is not clear. It could mean %(names)s.") % {"value": value, "names": names}

    def _unknown(self, value: str) -> str:
        said = _("“%(value)s” is not the name or code of a country.") % {"value": value}
        near = process.extractOne(key(value), self.suggestions, scorer=fuzz.ratio, score_cutoff=SUGGEST_FROM)
        if near is None:
            return said
        name = self.name(next(iter(self.by_name[near[0]])))
        return said + " " + _("Did you mean %(name)s?") % {"name": name}

    @cached_property
    def ambiguous(self) -> dict[str, tuple[str, ...]]:
        return {key(name): codes for name, codes in AMBIGUOUS.items()}

    @cached_property
    def by_code(self) -> dict[str, frozenset[str]]:
        """Two and three letters and the UN's three figures. Fewer figures could be a telephone code."""
        found = {}
        for code, row in self.rows.items():
            for written in (code, row.alpha3, row.m49):
                if written and (written.isalpha() or NUMERIC.match(written)):
                    found[written.lower()] = frozenset({code})
        return found

    @cached_property
    def by_name(self) -> dict[str, frozenset[str]]:
        """Names chosen by the union, aliases, ISO's, and CLDR's in the languages of the site."""
        site = [cldr.section(code, "territories") for code, _name in settings.LANGUAGES]
        found = defaultdict(set)
        for code, row in self.rows.items():
            names = [
                *row.name_overrides.values(),
                *ALIASES.get(code, ()),
                iso.name(code),
                str(ISO_NAMES.get(code, "")),
            ]
            for name in (*names, *(territories.get(code, "") for territories in site)):
                found[key(name)].add(code)
        found.pop("", None)
        return {name: frozenset(codes) for name, codes in found.items()}

    @cached_property
    def suggestions(self) -> list[str]:
        return [name for name, codes in self.by_name.items() if len(codes) == 1]


@cache
def _in_any_language() -> dict[str, frozenset[str]]:
    """CLDR's names in every language it has; made once, and only when a name is in none of the site's."""
    known = set(ISO_NAMES) | {"XK"}
    found = defaultdict(set)
    for identifier in cldr.identifiers():
        for code, name in cldr.section(identifier, "territories").items():
            if code in known:
                bare = code in TWINS and " " not in key(name)
                found[key(name)].update(TWINS if bare else [code])
    found.pop("", None)
    return {name: frozenset(codes) for name, codes in found.items()}


def _stripped(folded: str):
    for designator in DESIGNATORS:
        prefix = text.fold(designator) + " "
        if folded.startswith(prefix):
            rest = folded.removeprefix(prefix)
            yield rest
            yield from _without_ending(rest)
    yield from _without_ending(folded)


def _without_ending(folded: str):
    for ending in DESIGNATOR_ENDINGS:
        suffix = " " + text.fold(ending)
        if folded.endswith(suffix):
            yield folded.removesuffix(suffix)
