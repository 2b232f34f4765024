"""Taking an import back: what it made goes, what it replaced returns. The history keeps both."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from members import audit, revision
from members.actions import bulk
from members.models import (
    Filing,
    ImportRow,
    ImportRun,
    Membership,
    Organisation,
    OrganisationName,
    SearchPosting,
    Suspension,
)
from members.search import filing, index

BATCH = 500


@dataclass
class Reversal:
    """What one run did to one organisation. `facts` holds the values to return to."""

    organisation: int
    is_new: bool = False
    facts: dict[str, object] = field(default_factory=dict)
    names: list[int] = field(default_factory=list)
    works_in: list[str] = field(default_factory=list)
    focus_areas: list[str] = field(default_factory=list)
    memberships: list[int] = field(default_factory=list)
    suspensions: list[int] = field(default_factory=list)
    member_since: list[int] = field(default_factory=list)

    def take(self, before: dict, after: dict) -> None:
        """Adds what one row did, as its ImportRow keeps it."""
        self.is_new = self.is_new or after.get("created", False)
        self.facts = {**before, **self.facts}
        for name in ("names", "works_in", "focus_areas", "memberships", "suspensions"):
            getattr(self, name).extend(after.get(name, []))
        self.member_since.extend(after.get("member_since", [])[:1])


def reason_of_undoing(run: ImportRun) -> str:
    """What the history says where this import was taken back."""
    return f"Import {run.pk} taken back: {run.file_name}"


def take_back(run: ImportRun, reversals: list[Reversal], *, by, refused: int = 0) -> None:
    """Reverses the run for these organisations, in the caller's transaction, and notes the deed.

    Numbers that were given stay given: none is given a second time.
    """
    reason = reason_of_undoing(run)
    for at in range(0, len(reversals), BATCH):
        _reverse(reversals[at : at + BATCH], by=by, reason=reason)
    run.undone_at, run.undone_by = timezone.now(), by
    run.save(update_fields=["undone_at", "undone_by"])
    audit.record(
        "undo_import", run, by=by, reason=run.file_name, organisations=len(reversals), refused=refused
    )
    revision.raised()
    transaction.on_commit(index.refresh)


def _reverse(reversals: list[Reversal], *, by, reason: str) -> None:
    how = {"by": by, "reason": reason}
    names = _all(reversal.names for reversal in reversals)
    bulk.remove(Suspension.objects.filter(pk__in=_all(r.suspensions for r in reversals)), **how)
    bulk.remove(Membership.objects.filter(pk__in=_all(r.memberships for r in reversals)), **how)
    _forget_starts(_all(r.member_since for r in reversals), **how)
    _unrelate(reversals)
    SearchPosting.objects.filter(name__in=names)._raw_delete("default")
    bulk.remove(OrganisationName.objects.filter(pk__in=names), **how)
    new = [reversal.organisation for reversal in reversals if reversal.is_new]
    ImportRow.objects.filter(organisation__in=new).update(organisation=None)
    Filing.objects.filter(organisation__in=new)._raw_delete("default")
    bulk.remove(Organisation.objects.filter(pk__in=new), **how)
    filing.update(reversal.organisation for reversal in reversals if not reversal.is_new)
    _return_facts([reversal for reversal in reversals if not reversal.is_new], **how)


def _all(lists: Iterable[list]) -> list:
    return [item for items in lists for item in items]


def _forget_starts(pks: list[int], *, by, reason: str) -> None:
    memberships = list(Membership.objects.select_for_update().filter(pk__in=pks))
    for membership in memberships:
        membership.starts_on = None
    bulk.change(memberships, ["starts_on"], by=by, reason=reason)


def _unrelate(reversals: list[Reversal]) -> None:
    for reversal in reversals:
        of_this = {"organisation": reversal.organisation}
        if reversal.works_in:
            Organisation.works_in.through.objects.filter(country__in=reversal.works_in, **of_this).delete()
        if reversal.focus_areas:
            areas = Organisation.focus_areas.through.objects
            areas.filter(focusarea__slug__in=reversal.focus_areas, **of_this).delete()


def _return_facts(reversals: list[Reversal], *, by, reason: str) -> None:
    changed = {r.organisation: r for r in reversals if r.facts or r.works_in or r.focus_areas}
    organisations = list(Organisation.objects.select_for_update(of=("self",)).filter(pk__in=changed))
    for organisation in organisations:
        for name, value in changed[organisation.pk].facts.items():
            setattr(organisation, name, value)
    fields = sorted({name for reversal in changed.values() for name in reversal.facts})
    bulk.change(organisations, fields, by=by, reason=reason)
    bulk.note_relations(organisations, reason=reason)
