"""An import is written and taken back: many organisations in one transaction, all or nothing."""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members import audit, revision, text
from members.actions import bulk, decisions, numbers
from members.choices import DecisionBody, DecisionKind, NameKind
from members.models import (
    Decision,
    FocusArea,
    ImportRow,
    ImportRun,
    Membership,
    MembershipClass,
    Organisation,
    OrganisationName,
    Suspension,
)
from members.models.base import today
from members.search import index

IMPORT_LOCK = 0x1A9077  # one import at a time; any number no other advisory lock has
PATIENCE = 600  # seconds an import waits for another one
INDEXED_AT_ONCE = 5_000  # names; each call looks up which words are known
IMPORT_CACHE_KB = 16_384  # of SQLite; what it saves beyond is not worth the memory


@dataclass(slots=True)
class NewName:
    value: str
    kind: str
    language: str = ""
    row: int = 0


@dataclass(slots=True)
class NewMembership:
    class_slug: str
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    how_ended: str = ""
    suspended_on: datetime.date | None = None
    row: int = 0


@dataclass(slots=True)
class Draft:
    """What an import writes of one organisation; `pk` is None for a new one. `row` is the row each part
    comes from."""

    pk: int | None
    country: str
    row: int
    facts: dict[str, object] = field(default_factory=dict)
    names: list[NewName] = field(default_factory=list)
    works_in: list[tuple[str, int]] = field(default_factory=list)
    focus_areas: list[tuple[str, int]] = field(default_factory=list)
    membership: NewMembership | None = None
    member_since: tuple[int, datetime.date] | None = None


@dataclass(slots=True)
class Written:
    """What became of a draft: per row of the file, the keys of what it wrote."""

    organisation: int
    number: str
    is_new: bool
    by_row: dict[int, dict] = field(default_factory=dict)

    def add(self, row: int, what: str, key) -> None:
        self.by_row.setdefault(row, {}).setdefault(what, []).append(key)


@contextmanager
def alone() -> Iterator[None]:
    """One transaction in which no other import runs; a second one waits for the first to end.

    An import may take minutes, so the limits that protect pages are lifted for its transaction.
    """
    if not bulk.is_postgresql():
        before = _sqlite(busy_timeout=PATIENCE * 1000, cache_size=-IMPORT_CACHE_KB)
    try:
        with transaction.atomic():
            if bulk.is_postgresql():
                with connection.cursor() as cursor:
                    for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
                        cursor.execute(f"SET LOCAL {limit} = 0")
                    cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])
            yield
    finally:
        if not bulk.is_postgresql():
            _sqlite(**before)


def _sqlite(**wanted: int) -> dict[str, int]:
    """Sets these properties of the connection; returns what they were."""
    before = {}
    with connection.cursor() as cursor:
        for name, value in wanted.items():
            before[name] = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            cursor.execute(f"PRAGMA {name} = {value}")
    return before


def reason_of(run: ImportRun) -> str:
    """What the history says of everything this import did. Undo recognises its own rows by it."""
    return f"Import {run.pk}: {run.file_name}"


class Writer:
    """Writes drafts in batches, in the transaction of `alone()`."""

    def __init__(self, run: ImportRun, *, by, new_in: Iterable[str]):
        """`new_in` names the country of each organisation that will be new, in order."""
        self.numbers = _numbers(new_in)
        self.run, self.by, self.reason = run, by, reason_of(run)
        self.classes = dict(MembershipClass.objects.values_list("slug", "pk"))
        self.areas = dict(FocusArea.objects.values_list("slug", "pk"))
        self._decision: Decision | None = None
        self._unindexed: list[OrganisationName] = []

    def write(self, drafts: list[Draft]) -> list[Written]:
        """Writes one batch; returns what became of each draft, in order."""
        organisations = self._organisations(drafts)
        written = [
            Written(organisation.pk, organisation.number, draft.pk is None)
            for draft, organisation in zip(drafts, organisations, strict=True)
        ]
        self._names(drafts, written)
        related = self._relations(drafts, written)
        self._memberships(drafts, written)
        self._history(drafts, organisations, related)
        return written

    def _organisations(self, drafts: list[Draft]) -> list[Organisation]:
        """New ones built with their numbers, old ones read; neither written but for the insert of the new."""
        old = Organisation.objects.select_for_update(of=("self",)).in_bulk([d.pk for d in drafts if d.pk])
        found = []
        for draft in drafts:
            if draft.pk is None:
                official = next(name.value for name in draft.names if name.kind == NameKind.OFFICIAL)
                organisation = Organisation(
                    number=next(self.numbers[draft.country]), country_id=draft.country
                )
                organisation.sort_name = text.sort_key(official)[:300]
            else:
                organisation = old[draft.pk]
            for name, value in draft.facts.items():
                setattr(organisation, name, value)
            found.append(organisation)
        Organisation.objects.bulk_create([o for o in found if o.pk is None], batch_size=bulk.BATCH)
        return found

    def _history(self, drafts: list[Draft], organisations: list[Organisation], related: set[int]) -> None:
        pairs = list(zip(drafts, organisations, strict=True))
        new = [o for d, o in pairs if d.pk is None]
        bulk.note(new, "+", by=self.by, reason=self.reason)
        changed = [o for d, o in pairs if d.pk and (d.facts or o.pk in related)]
        fields = sorted({name for draft in drafts if draft.pk for name in draft.facts})
        bulk.change(changed, fields, by=self.by, reason=self.reason)
        noted = [*changed, *(o for o in new if o.pk in related)]
        bulk.note_relations(noted, reason=self.reason)

    def _names(self, drafts: list[Draft], written: list[Written]) -> None:
        names, owners = [], []
        for draft, done in zip(drafts, written, strict=True):
            for new in draft.names:
                name = OrganisationName(
                    organisation_id=done.organisation, value=new.value, kind=new.kind, language=new.language
                )
                name.set_derived()
                names.append(name)
                owners.append((done, new.row))
        bulk.create(names, by=self.by, reason=self.reason)
        for name, (done, row) in zip(names, owners, strict=True):
            done.add(row, "names", name.pk)
        self._unindexed += names
        if len(self._unindexed) >= INDEXED_AT_ONCE:
            self.close()

    def close(self) -> None:
        """Indexes the names that wait for it; to be called after the last batch."""
        index.bulk_update(self._unindexed)
        self._unindexed = []

    def _relations(self, drafts: list[Draft], written: list[Written]) -> set[int]:
        works_in, areas = Organisation.works_in.through, Organisation.focus_areas.through
        rows: dict[type, list] = {works_in: [], areas: []}
        for draft, done in zip(drafts, written, strict=True):
            for code, row in draft.works_in:
                rows[works_in].append(works_in(organisation_id=done.organisation, country_id=code))
                done.add(row, "works_in", code)
            for slug, row in draft.focus_areas:
                rows[areas].append(areas(organisation_id=done.organisation, focusarea_id=self.areas[slug]))
                done.add(row, "focus_areas", slug)
        for through, added in rows.items():
            through.objects.bulk_create(added, batch_size=bulk.BATCH)
        return {relation.organisation_id for added in rows.values() for relation in added}

    def _memberships(self, drafts: list[Draft], written: list[Written]) -> None:
        made, owners = [], []
        for draft, done in zip(drafts, written, strict=True):
            if new := draft.membership:
                made.append(self._membership(new, done))
                owners.append((new, done))
        bulk.create(made, by=self.by, reason=self.reason)
        suspensions, suspended = [], []
        for membership, (new, done) in zip(made, owners, strict=True):
            done.add(new.row, "memberships", membership.pk)
            if new.suspended_on:
                suspensions.append(self._suspension(new, membership))
                suspended.append((new, done))
        bulk.create(suspensions, by=self.by, reason=self.reason)
        for suspension, (new, done) in zip(suspensions, suspended, strict=True):
            done.add(new.row, "suspensions", suspension.pk)
        self._starts(drafts)

    def _membership(self, new: NewMembership, done: Written) -> Membership:
        return Membership(
            organisation_id=done.organisation,
            membership_class_id=self.classes[new.class_slug],
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            how_ended=new.how_ended,
            admitted_by=self.decision,
            ended_by=self.decision if new.ends_on else None,
        )

    def _suspension(self, new: NewMembership, membership: Membership) -> Suspension:
        said = _("As recorded in the list %(file)s.") % {"file": self.run.file_name}
        return Suspension(
            membership=membership,
            starts_on=new.suspended_on,
            ends_on=new.ends_on,
            reason=said,
            decided_by=self.decision,
        )

    def _starts(self, drafts: list[Draft]) -> None:
        since = dict(draft.member_since for draft in drafts if draft.member_since)
        memberships = list(Membership.objects.select_for_update().filter(pk__in=since))
        for membership in memberships:
            membership.starts_on = since[membership.pk]
        bulk.change(memberships, ["starts_on"], by=self.by, reason=self.reason)

    @property
    def decision(self) -> Decision:
        """One decision for all memberships of the run: they were recorded from a list, not decided now."""
        if self._decision is None:
            said = _("Recorded from the list %(file)s (import %(run)d).")
            self._decision = decisions.record(
                by=self.by,
                kind=DecisionKind.RECORDED,
                decided_on=today(),
                effective_on=today(),
                body=DecisionBody.SECRETARIAT,
                reasons=said % {"file": self.run.file_name, "run": self.run.pk},
            )
        return self._decision


def _numbers(codes: Iterable[str]) -> dict[str, Iterator[str]]:
    """New numbers for these countries, allocated in one go per country, always in the same order."""
    wanted: dict[str, int] = {}
    for code in codes:
        wanted[code] = wanted.get(code, 0) + 1
    return {code: iter(numbers.allocate(code, count)) for code, count in sorted(wanted.items())}


def start(*, file_name: str, sha256: str, by, options: dict) -> ImportRun:
    return ImportRun.objects.create(
        file_name=file_name, sha256=sha256, started_by=by, started_at=timezone.now(), options=options
    )


def finish(run: ImportRun, rows: Iterable[ImportRow], *, counts: dict[str, int], by) -> None:
    """Notes what became of each row, writes the deed, and counts the words of the search index anew."""
    rows = iter(rows)
    while batch := list(islice(rows, bulk.BATCH)):
        bulk.insert(batch)
    run.counts, run.finished_at = counts, timezone.now()
    run.save(update_fields=["counts", "finished_at"])
    audit.record("import_members", run, by=by, reason=run.file_name, sha256=run.sha256, **counts)
    revision.raised()
    transaction.on_commit(index.refresh)
