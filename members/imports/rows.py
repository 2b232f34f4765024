"""One row of the list to what the register would store, with every problem said in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from members import text
from members.choices import NameKind
from members.imports import dates, names, values
from members.imports.columns import REGISTER_NUMBER, Columns, label, language_named
from members.imports.countries import Countries
from members.imports.fields import IGNORE, NAME_IN
from members.imports.limits import MOST_CELL_LETTERS
from members.imports.membership_facts import MembershipFacts
from members.imports.names import Name
from members.imports.problems import Message, ValueProblem
from members.imports.reader import Table
from members.imports.vocabulary import CLEAR, NOTHING
from members.models import Organisation

# Fields of text and their limits, from the model, so that both say the same.
LIMITS = {
    name: Organisation._meta.get_field(name).max_length
    for name in ("legal_number", "legal_register", "city", "address", "email", "website")
}
CLEARABLE = frozenset({*LIMITS, "phone", "kind", "founded_year"})
NAME_KINDS = {
    "acronym": NameKind.ACRONYM,
    "alias": NameKind.ALIAS,
    "former_name": NameKind.FORMER,
    "names": NameKind.TRANSLATION,
}
NEW = "new"  # in the column of register numbers: none of those that look alike
_COUNTRY_FIELDS = frozenset({"country", "country_code", "works_in"})


@dataclass(frozen=True)
class Lists:
    """The union's own lists a cell may name: folded name or slug to slug."""

    countries: Countries
    classes: Mapping[str, str] = field(default_factory=dict)
    focus_areas: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ImportedRow:
    """A row as understood. With `problems` nothing of it is written; `doubts` are problems only for a row
    that stands alone, not for one that repeats another."""

    number: int
    cells: list[str]
    country: str | None = None
    register_number: str = ""
    number_place: tuple[str, str] = ("", "")  # heading and letter of its column
    is_said_new: bool = False
    names: list[Name] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    clear: frozenset[str] = frozenset()
    works_in: frozenset[str] = frozenset()
    focus_areas: frozenset[str] = frozenset()
    membership: MembershipFacts = field(default_factory=MembershipFacts)
    problems: list[Message] = field(default_factory=list)
    doubts: list[Message] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def fullness(self) -> int:
        return sum(1 for cell in self.cells if cell)

    @property
    def official(self) -> Name | None:
        return next((name for name in self.names if name.kind == NameKind.OFFICIAL), None)


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, columns: Columns, lists: Lists):
        self.table, self.columns, self.lists = table, columns, lists
        # The country first: telephones and years are read by it. Then the language of the name.
        first = {"country_code": 0, "country": 1, "name_language": 2}
        self.order = sorted(columns.fields.items(), key=lambda item: (first.get(item[1], 9), item[0]))

    def read(self, number: int, cells: list[str]) -> ImportedRow:
        row = ImportedRow(number, cells)
        found: list[Name] = []
        language = ""
        for at, name in self.order:
            try:
                cell = self._cell(row, at, name, cells[at])
                if not cell:
                    continue
                if name == "name_language":
                    language = self._language(cell)
                elif _is_of_names(name):
                    found.extend(self._names(row, at, name, cell, language))
                else:
                    self._take(row, at, name, cell)
            except ValueProblem as problem:
                row.problems.append(self._message(at, str(problem)))
        self._settle(row, found)
        return row

    def _cell(self, row: ImportedRow, at: int, name: str, cell: str) -> str:
        """The cell without characters that show nothing, which come with what was copied from elsewhere."""
        plain = values.without_entities(cell)
        if plain != cell:
            row.notes.append(self._message(at, _("Codes such as &amp; are read as what they stand for.")))
        if not _is_of_names(name):  # these are divided first
            plain = values.line(plain, MOST_CELL_LETTERS, multiline=True).strip()
        mapped = self.columns.values.get(at, {}).get(text.fold(plain), plain)
        if mapped == IGNORE or (name not in _COUNTRY_FIELDS and text.fold(mapped) in NOTHING):
            return ""
        return mapped

    def _message(self, at: int, said: str) -> Message:
        return Message(said, *self._place(at))

    def _place(self, at: int) -> tuple[str, str]:
        return self.table.headings[at] or _("(no heading)"), self.table.letter(at)

    def _language(self, cell: str) -> str:
        code = language_named(cell)
        if not code:
            raise ValueProblem(
                _("“%(value)s” is no language. Write a code such as ar or fr.") % {"value": cell}
            )
        return code

    def _names(self, row: ImportedRow, at: int, name: str, cell: str, language: str) -> list[Name]:
        if cell in CLEAR:
            row.notes.append(self._message(at, _("Names are never removed by an import.")))
            return []
        if name == "name":
            found, notes = names.official(cell, language)
        elif name.startswith(NAME_IN):
            found, notes = names.in_cell(cell, NameKind.TRANSLATION, name.removeprefix(NAME_IN))
        else:
            found, notes = names.in_cell(cell, NAME_KINDS[name])
        row.notes.extend(self._message(at, note) for note in notes)
        return found

    def _take(self, row: ImportedRow, at: int, name: str, cell: str) -> None:
        if cell in CLEAR:
            self._take_clear(row, at, name)
        elif name in LIMITS and name not in {"email", "website"}:
            row.facts[name] = values.line(cell, LIMITS[name], multiline=name == "address")
        else:
            _TAKERS[name](self, row, at, cell)

    def _take_clear(self, row: ImportedRow, at: int, name: str) -> None:
        if name not in CLEARABLE:
            raise ValueProblem(_("“%(field)s” cannot be cleared by an import.") % {"field": label(name)})
        row.clear |= {name}

    def _take_country(self, row: ImportedRow, at: int, cell: str) -> None:
        code = self.lists.countries.resolve(cell)
        if row.country and row.country != code:
            raise ValueProblem(
                _("The columns of the country contradict each other: %(one)s and %(other)s.")
                % {"one": row.country, "other": code}
            )
        row.country = code

    def _take_works_in(self, row: ImportedRow, at: int, cell: str) -> None:
        try:
            row.works_in |= {self.lists.countries.resolve(cell)}
        except ValueProblem:
            parts = [
                part.strip() for part in cell.replace("\n", ";").replace("|", ";").split(";") if part.strip()
            ]
            if len(parts) == 1:
                parts = [part.strip() for part in cell.split(",") if part.strip()]
            row.works_in |= {self.lists.countries.resolve(part) for part in parts}

    def _take_kind(self, row: ImportedRow, at: int, cell: str) -> None:
        found = values.kind(cell)
        if found:
            row.facts["kind"] = str(found)
        else:
            row.unknown.append(("kind", cell))

    def _take_focus(self, row: ImportedRow, at: int, cell: str) -> None:
        for part in cell.replace("|", ";").replace(",", ";").split(";"):
            folded = text.fold(part)
            if folded in self.lists.focus_areas:
                row.focus_areas |= {self.lists.focus_areas[folded]}
            elif folded:
                row.unknown.append(("focus", part.strip()))

    def _take_year(self, row: ImportedRow, at: int, cell: str) -> None:
        row.facts["founded_year"] = dates.year(cell, country=row.country)

    def _take_number(self, row: ImportedRow, at: int, cell: str) -> None:
        if cell.casefold() == NEW:
            row.is_said_new = True
            return
        if not REGISTER_NUMBER.match(cell):
            raise ValueProblem(
                _("“%(value)s” is no number of the register, such as TR-0147.") % {"value": cell[:40]}
            )
        row.register_number = cell.upper()
        row.number_place = self._place(at)

    def _take_website(self, row: ImportedRow, at: int, cell: str) -> None:
        self._found(row, at, "website", values.link(cell))

    def _take_email(self, row: ImportedRow, at: int, cell: str) -> None:
        self._found(row, at, "email", values.email(cell))

    def _take_phone(self, row: ImportedRow, at: int, cell: str) -> None:
        self._found(row, at, "phone", values.phone(cell, row.country))

    def _found(self, row: ImportedRow, at: int, name: str, found: values.Found) -> None:
        row.facts[name] = found.value
        if found.note:
            row.notes.append(self._message(at, found.note))

    def _take_status(self, row: ImportedRow, at: int, cell: str) -> None:
        found = values.status(cell)
        if found is None:
            said = _(
                "“%(value)s” is no status of a membership. Write member, suspended or former, or map it."
            )
            row.doubts.append(self._message(at, said % {"value": cell[:60]}))
        else:
            row.membership.status = found

    def _take_class(self, row: ImportedRow, at: int, cell: str) -> None:
        slug = self.lists.classes.get(text.fold(cell))
        if slug is None:
            raise ValueProblem(
                _("“%(value)s” is no class of membership of this union.") % {"value": cell[:60]}
            )
        row.membership.class_slug = slug

    def _take_since(self, row: ImportedRow, at: int, cell: str) -> None:
        row.membership.starts_on = dates.day(cell)

    def _take_until(self, row: ImportedRow, at: int, cell: str) -> None:
        row.membership.ends_on = dates.day(cell)

    def _take_suspended(self, row: ImportedRow, at: int, cell: str) -> None:
        row.membership.suspended_on = dates.day(cell)

    def _settle(self, row: ImportedRow, found: list[Name]) -> None:
        """What only the whole row tells: one official name, a country, a membership that is possible."""
        has_official = any(name.kind == NameKind.OFFICIAL for name in found)
        if has_official:
            row.names = names.settled(found)
        elif not row.register_number and not self._has_problem_in(row, frozenset({"name"})):
            self._missing(row, "name", _("The name is missing."))
        else:
            row.names = list({name.folded: name for name in reversed(found)}.values())[::-1]
        if not row.country and not row.register_number and not self._has_problem_in(row, _COUNTRY_FIELDS):
            self._missing(row, "country", _("The country is missing; write the country of the seat."))
        for name, said in row.membership.problems():
            row.problems.append(self._message(self.position(name), said))

    def _has_problem_in(self, row: ImportedRow, wanted: frozenset[str]) -> bool:
        headings = {self.table.headings[at] for at, name in self.columns.fields.items() if name in wanted}
        return any(problem.heading in headings for problem in row.problems)

    def _missing(self, row: ImportedRow, name: str, said: str) -> None:
        at = self.position(name)
        row.problems.append(self._message(at, said) if at is not None else Message(said))

    def position(self, name: str) -> int | None:
        return next((at for at, known in self.columns.fields.items() if known == name), None)


def _is_of_names(name: str) -> bool:
    return name == "name" or name in NAME_KINDS or name.startswith(NAME_IN)


_TAKERS = {
    "country": RowReader._take_country,
    "country_code": RowReader._take_country,
    "works_in": RowReader._take_works_in,
    "kind": RowReader._take_kind,
    "focus": RowReader._take_focus,
    "founded_year": RowReader._take_year,
    "number": RowReader._take_number,
    "website": RowReader._take_website,
    "email": RowReader._take_email,
    "phone": RowReader._take_phone,
    "status": RowReader._take_status,
    "class": RowReader._take_class,
    "member_since": RowReader._take_since,
    "member_until": RowReader._take_until,
    "suspended_since": RowReader._take_suspended,
}
