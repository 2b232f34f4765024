"""Which organisation a row means: by number, else legal number and country, else names. Never by chance.

Rows and the register are looked up in one `Registry`, so that two rows of one society find each other by the
same rules by which they find what is registered already.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from members import text
from members.choices import ImportOutcome, NameKind
from members.imports.likeness import Likeness
from members.imports.rows import ImportedRow

_DIGIT = re.compile(r"\d")
_HOST = re.compile(r"^https?://(?:www\.)?([^/]+)/", re.IGNORECASE)
ENOUGH_NAMES = 2
MOST_NAMED = 3  # candidates told in one message


@dataclass(slots=True, eq=False)
class Entry:
    """An organisation: of the register (`pk`) or one that the file brings (`rows` alone)."""

    country: str | None
    title: str = ""
    pk: int | None = None
    number: str = ""
    legal: str = ""
    legal_scheme: str = ""
    legal_register: str = ""
    city: str = ""
    officials: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    rows: list[ImportedRow] = field(default_factory=list)
    survivor: "Entry | None" = None

    def __str__(self) -> str:
        place = f"{self.title}, {self.country}" if self.country else self.title
        if self.number:
            return f"{self.number} ({place})"
        return _("row %(row)d (%(title)s)") % {"row": self.rows[0].number, "title": place}


@dataclass(frozen=True, slots=True)
class Match:
    """What a row is. `reason` tells why in words; `is_elsewhere`: it adds a country of work."""

    outcome: str
    entry: Entry | None
    reason: str
    may_be_new: bool = False


def legal_key(value: str) -> str:
    return text.fold(value).replace(" ", "")


def legal_scheme(value: str) -> str:
    """The kind of number ("us ein", "ror.org"): numbers of two kinds do not contradict each other."""
    if host := _HOST.match(value):
        return host[1].lower()
    return text.fold(_DIGIT.split(value, maxsplit=1)[0])


class Registry:
    """All organisations by the keys that identify them."""

    def __init__(self, entries: Iterable[Entry] = ()):
        self.by_number: dict[str, Entry] = {}
        self.by_legal: dict[str, list[Entry]] = defaultdict(list)
        self.by_official: dict[str, list[Entry]] = defaultdict(list)
        self.by_name: dict[str, list[Entry]] = defaultdict(list)
        self.by_country: dict[str | None, list[Entry]] = defaultdict(list)
        self._likeness: dict[str | None, Likeness[Entry]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        if entry.number:
            self.by_number[entry.number] = entry
        if entry.survivor is not None:
            return
        if entry.legal:
            self.by_legal[entry.legal].append(entry)
        for folded in entry.officials:
            self.by_official[folded].append(entry)
        names, entry.names = entry.names, set()
        self.extend(entry, names)
        self.by_country[entry.country].append(entry)

    def extend(self, entry: Entry, names: Iterable[str]) -> None:
        for folded in names:
            if folded and folded not in entry.names:
                entry.names.add(folded)
                self.by_name[folded].append(entry)
                if entry.country in self._likeness:
                    self._likeness[entry.country].add(folded, text.skeleton(folded), entry)

    def take(self, entry: Entry, row: ImportedRow) -> None:
        """`row` is `entry`: what it adds makes further rows findable."""
        entry.rows.append(row)
        key = legal_key(str(row.facts.get("legal_number", "")))
        if key and not entry.legal:
            _set_legal(entry, row)
            self.by_legal[key].append(entry)
        self.extend(entry, full_names(row))

    def open(self, row: ImportedRow) -> Entry:
        """A new organisation out of `row`."""
        entry = Entry(
            country=row.country, title=row.official.value, city=str(row.facts.get("city", "")), rows=[row]
        )
        if row.facts.get("legal_number"):
            _set_legal(entry, row)
        entry.officials.add(row.official.folded)
        entry.names = full_names(row)
        self.add(entry)
        return entry

    def match(self, row: ImportedRow) -> Match:
        if row.register_number:
            return self._by_number(row)
        found = self._by_legal_number(row) or self._by_official_name(row)
        if found is None:
            found = self._by_several_names(row) or self._doubtful(row)
        if found is None or (row.is_said_new and found.may_be_new):
            return Match(ImportOutcome.NEW, None, "")
        return found

    def _by_number(self, row: ImportedRow) -> Match:
        entry = self.by_number.get(row.register_number)
        if entry is None:
            said = _("The number %(number)s is not in the register.") % {"number": row.register_number}
            return Match(ImportOutcome.PROBLEM, None, said)
        entry = entry.survivor or entry
        is_known = not row.names or not full_names(row).isdisjoint(entry.names)
        if row.country and row.country != entry.country and not is_known:
            said = _("The number is that of %(entry)s, but name and country are others.") % {"entry": entry}
            return Match(ImportOutcome.UNSURE, entry, said)
        return Match(ImportOutcome.SAME, entry, _("same number"))

    def _by_legal_number(self, row: ImportedRow) -> Match | None:
        key = legal_key(str(row.facts.get("legal_number", "")))
        if not key:
            return None
        found = [entry for entry in self.by_legal.get(key, ()) if not _registers_differ(row, entry)]
        here = [entry for entry in found if entry.country == row.country]
        named = [e for e in self.by_official.get(row.official.folded, ()) if e.country == row.country]
        if len(here) == 1 and (not named or here[0] in named):
            return Match(ImportOutcome.SAME, here[0], _("same legal number and country"))
        if here:
            said = _("Its legal number is that of %(one)s, its name that of %(other)s.")
            return _unsure(
                said % {"one": _told(here), "other": _told(named or here)}, here[0], may_be_new=False
            )
        elsewhere = [entry for entry in found if row.official.folded in entry.officials]
        if len(elsewhere) == 1 and not named:
            return Match(ImportOutcome.SAME, elsewhere[0], _("same legal number and name"))
        return None

    def _by_official_name(self, row: ImportedRow) -> Match | None:
        found = [e for e in self.by_official.get(row.official.folded, ()) if e.country == row.country]
        if not found:
            return None
        agreeing = [entry for entry in found if not contradict(row, entry)]
        if len(found) == 1 and agreeing:
            return Match(ImportOutcome.SAME, found[0], _("same name and country"))
        if len(found) == 1:
            said = _("Same name and country as %(entry)s, but another legal number.")
        else:
            said = _("Same name and country as several: %(entry)s.")
        has_number = bool(row.facts.get("legal_number"))
        return _unsure(said % {"entry": _told(found)}, found[0], may_be_new=has_number)

    def _by_several_names(self, row: ImportedRow) -> Match | None:
        """Two names or more, and all that one of the two has: one society, also in another country."""
        own = full_names(row)
        if len(own) < ENOUGH_NAMES:
            return None
        sharing = {id(e): e for name in own for e in self.by_name.get(name, ()) if not contradict(row, e)}
        found = [entry for entry in sharing.values() if _is_all_shared(own, entry.names)]
        if not found:
            return None
        cities = {text.fold(city) for city in (str(row.facts.get("city", "")), found[0].city) if city}
        if len(found) == 1 and len(cities) < 2:  # noqa: PLR2004
            return Match(ImportOutcome.SAME, found[0], _("same names"))
        return _unsure(_("It has the names of %(entry)s.") % {"entry": _told(found)}, found[0])

    def _doubtful(self, row: ImportedRow) -> Match | None:
        for found, said in self._likely(row):
            agreeing = [entry for entry in found if not contradict(row, entry)]
            if agreeing:
                return _unsure(said % {"entry": _told(agreeing)}, agreeing[0])
        return None

    def _likely(self, row: ImportedRow) -> Iterable[tuple[list[Entry], str]]:
        own = sorted(full_names(row))
        here = {id(e): e for name in own for e in self.by_name.get(name, ()) if e.country == row.country}
        yield list(here.values()), _("One of its names is a name of %(entry)s.")
        yield (
            self.by_official.get(row.official.folded, []),
            _("It has the name of %(entry)s, in another country."),
        )
        folded = row.official.folded
        alike = self._likeness_in(row.country).find(folded, text.skeleton(folded))
        yield alike, _("Its name is very like that of %(entry)s.")

    def _likeness_in(self, country: str | None) -> Likeness[Entry]:
        """Built for a country when its first row needs it: a list that is known already never does."""
        if country not in self._likeness:
            built = self._likeness[country] = Likeness()
            for entry in self.by_country[country]:
                for folded in entry.names:
                    built.add(folded, text.skeleton(folded), entry)
        return self._likeness[country]


def full_names(row: ImportedRow) -> set[str]:
    """Folded names without acronyms, which many share."""
    return {name.folded for name in row.names if name.kind != NameKind.ACRONYM} - {""}


def contradict(row: ImportedRow, entry: Entry) -> bool:
    """Whether both have a legal number of one kind, and not the same."""
    number = str(row.facts.get("legal_number", ""))
    if not number or not entry.legal or legal_key(number) == entry.legal:
        return False
    return legal_scheme(number) == entry.legal_scheme and not _registers_differ(row, entry)


def _registers_differ(row: ImportedRow, entry: Entry) -> bool:
    own = text.fold(str(row.facts.get("legal_register", "")))
    return bool(own and entry.legal_register and own != entry.legal_register)


def _set_legal(entry: Entry, row: ImportedRow) -> None:
    number = str(row.facts["legal_number"])
    entry.legal, entry.legal_scheme = legal_key(number), legal_scheme(number)
    entry.legal_register = text.fold(str(row.facts.get("legal_register", "")))


def _is_all_shared(own: set[str], others: set[str]) -> bool:
    return len(own & others) >= ENOUGH_NAMES and (own <= others or others <= own)


def _told(entries: list[Entry]) -> str:
    told = [str(entry) for entry in entries[:MOST_NAMED]]
    return ", ".join(told) + (" …" if len(entries) > MOST_NAMED else "")


def _unsure(said: str, entry: Entry, *, may_be_new: bool = True) -> Match:
    return Match(ImportOutcome.UNSURE, entry, said, may_be_new)
