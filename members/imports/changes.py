"""What a row adds to or changes in its organisation. Nothing is deleted; an empty cell changes nothing."""

import datetime
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from members.choices import NameKind
from members.imports.columns import label
from members.imports.names import Name
from members.imports.problems import Message
from members.imports.rows import ImportedRow

FACTS = (
    "kind", "founded_year", "legal_number", "legal_register", "city", "address", "email", "phone", "website",
)  # fmt: skip


@dataclass(slots=True)
class MembershipState:
    """A membership as stored. `pk` is None for one that this import makes."""

    class_slug: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    pk: int | None = None
    is_suspended: bool = False


@dataclass(slots=True)
class State:
    """An organisation as it stands, and as it will stand after the rows taken up so far."""

    country: str
    facts: dict[str, object] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    works_in: set[str] = field(default_factory=set)
    focus_areas: set[str] = field(default_factory=set)
    memberships: list[MembershipState] = field(default_factory=list)


@dataclass(slots=True)
class Changes:
    """What one row does. `facts` maps a field to (before, after)."""

    facts: dict[str, tuple] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    works_in: list[str] = field(default_factory=list)
    focus_areas: list[str] = field(default_factory=list)
    is_member: bool = False
    member_since: tuple[int, datetime.date] | None = None
    notes: list[Message] = field(default_factory=list)

    def __bool__(self) -> bool:
        parts = (self.facts, self.names, self.works_in, self.focus_areas, self.is_member, self.member_since)
        return any(parts)

    def in_words(self) -> list[str]:
        said = [
            _("%(field)s: “%(before)s” becomes “%(after)s”")
            % {"field": label(name), "before": before or "", "after": after or ""}
            for name, (before, after) in self.facts.items()
        ]
        said += [_("adds the name “%(name)s”") % {"name": name.value} for name in self.names]
        said += [_("adds the country of work %(code)s") % {"code": code} for code in self.works_in]
        said += [_("adds the focus area %(slug)s") % {"slug": slug} for slug in self.focus_areas]
        if self.is_member:
            said.append(_("becomes a member"))
        if self.member_since:
            said.append(_("member since %(day)s") % {"day": self.member_since[1].isoformat()})
        return said


def absorb(state: State, row: ImportedRow, *, is_head: bool) -> Changes:
    """Takes `row` into `state` and returns what that changed.

    The head of the rows of one society speaks for it; the others only fill what is empty and add.
    """
    changes = Changes()
    _absorb_facts(state, row, changes, is_head=is_head)
    _absorb_names(state, row, changes)
    _absorb_countries(state, row, changes)
    new_areas = sorted(row.focus_areas - state.focus_areas)
    state.focus_areas.update(new_areas)
    changes.focus_areas.extend(new_areas)
    _absorb_membership(state, row, changes, is_head=is_head)
    return changes


def _absorb_facts(state: State, row: ImportedRow, changes: Changes, *, is_head: bool) -> None:
    for name in FACTS:
        before = state.facts.get(name)
        after = row.facts.get(name)
        if name in row.clear:
            after = None if name == "founded_year" else ""
        elif after is None or after == before:
            continue
        if not before and not after:
            continue
        if before and not is_head:
            said = _("%(field)s: “%(other)s” is left aside, “%(kept)s” stays.")
            changes.notes.append(Message(said % {"field": label(name), "other": after, "kept": before}))
            continue
        changes.facts[name] = (before, after)
        state.facts[name] = after


def _absorb_names(state: State, row: ImportedRow, changes: Changes) -> None:
    has_official = any(name.kind == NameKind.OFFICIAL for name in state.names)
    for name in row.names:
        if _is_there(name, state.names):
            continue
        if name.kind == NameKind.OFFICIAL and has_official:
            kept = next(known for known in state.names if known.kind == NameKind.OFFICIAL)
            said = _("“%(name)s” is added as another name; the official name stays “%(official)s”.")
            changes.notes.append(Message(said % {"name": name.value, "official": kept.value}))
            name = Name(name.value, NameKind.ALIAS, name.language)  # noqa: PLW2901
        state.names.append(name)
        changes.names.append(name)


def _is_there(name: Name, known: list[Name]) -> bool:
    """By folded text; a translation only where the same text stands for its language, or for none."""
    folded = name.folded
    same = [other for other in known if other.folded == folded]
    if name.kind != NameKind.TRANSLATION or not name.language:
        return bool(same)
    return any(
        other.language == name.language or (not other.language and other.kind != NameKind.OFFICIAL)
        for other in same
    )


def _absorb_countries(state: State, row: ImportedRow, changes: Changes) -> None:
    elsewhere = {row.country} - {state.country, None}
    for code in sorted((row.works_in | elsewhere) - state.works_in):
        state.works_in.add(code)
        changes.works_in.append(code)
        if code in elsewhere:
            said = _("%(code)s is taken as a country of work; the seat stays %(seat)s.")
            changes.notes.append(Message(said % {"code": code, "seat": state.country}))


def _absorb_membership(state: State, row: ImportedRow, changes: Changes, *, is_head: bool) -> None:
    facts = row.membership
    if not state.memberships:
        state.memberships.append(MembershipState(facts.class_slug, facts.starts_on, facts.ends_on))
        changes.is_member = True
        return
    current = state.memberships[-1]
    unknown_start = len(state.memberships) == 1 and current.starts_on is None
    if (
        is_head
        and unknown_start
        and facts.starts_on
        and (not current.ends_on or facts.starts_on <= current.ends_on)
    ):
        changes.member_since = (current.pk, facts.starts_on)
        current.starts_on = facts.starts_on
    for said in _differences(current, row):
        changes.notes.append(
            Message(_("%(said)s A status is changed in the register, by a decision.") % {"said": said})
        )


def _differences(current: MembershipState, row: ImportedRow) -> list[str]:
    facts = row.membership
    said = []
    if facts.ends_on and facts.ends_on != current.ends_on:
        said.append(
            _("The register has no end of the membership on %(day)s.") % {"day": facts.ends_on.isoformat()}
        )
    if facts.starts_on and facts.starts_on != current.starts_on:
        said.append(
            _("The register has another first day than %(day)s.") % {"day": facts.starts_on.isoformat()}
        )
    if facts.status.is_suspended and not current.is_suspended:
        said.append(_("The register knows of no suspension."))
    if facts.class_slug and facts.class_slug != current.class_slug:
        said.append(_("The register has another class than “%(name)s”.") % {"name": facts.class_slug})
    return said
