"""What was edited since an import: lines of the history after its own, and things that came to it."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Max, Model
from django.utils import formats
from django.utils.translation import gettext as _

from members.actions.imports import reason_of
from members.actions.undo_imports import Reversal, reason_of_undoing
from members.models import ImportRow, ImportRun, Membership, Organisation, OrganisationName, Suspension

BATCH = 500
# What an import itself writes to an organisation, or what is derived from it.
OWN = frozenset({"OrganisationName", "Membership", "ImportRow", "SearchPosting"})


def edits_since(run: ImportRun, reversals: list[Reversal]) -> dict[int, list[str]]:
    """Organisation to the reasons why what this run did to it cannot be taken back."""
    found: dict[int, list[str]] = defaultdict(list)
    numbers = dict(
        Organisation.objects.filter(pk__in=[r.organisation for r in reversals]).values_list("pk", "number")
    )
    for at in range(0, len(reversals), BATCH):
        batch = reversals[at : at + BATCH]
        for pk, said in _edits(run, batch):
            found[pk].append(f"{numbers.get(pk, pk)}: {said}")
    return found


def _edits(run: ImportRun, batch: list[Reversal]) -> Iterable[tuple[int, str]]:
    touched = {
        Organisation: {
            r.organisation: r.organisation
            for r in batch
            if r.is_new or r.facts or r.works_in or r.focus_areas
        },
        OrganisationName: {pk: r.organisation for r in batch for pk in r.names},
        Membership: {pk: r.organisation for r in batch for pk in (*r.memberships, *r.member_since)},
        Suspension: {pk: r.organisation for r in batch for pk in r.suspensions},
    }
    for model, owners in touched.items():
        yield from _later_lines(run, model, owners)
    yield from _dependants(run, batch)


def _later_lines(run: ImportRun, model: type[Model], owners: dict[int, int]) -> Iterable[tuple[int, str]]:
    history = model.history.model
    own = history.objects.filter(id__in=owners, history_change_reason=reason_of(run))
    lines = dict(own.values_list("id").annotate(last=Max("history_id")))
    later = history.objects.filter(id__in=owners).exclude(history_change_reason=reason_of(run))
    reversed_ = _reversed(run, later)
    for pk, history_id, at, who, reason in later.order_by("history_id").values_list(
        "id", "history_id", "history_date", "history_user__username", "history_change_reason"
    ):
        if history_id > lines.get(pk, 0) and (pk, reason) not in reversed_:
            yield (
                owners[pk],
                _("%(what)s was changed on %(day)s by %(who)s.")
                % {
                    "what": model._meta.verbose_name,
                    "day": formats.date_format(at, "Y-m-d H:i"),
                    "who": who or _("the command line"),
                },
            )


def _reversed(run: ImportRun, later) -> set[tuple[int, str]]:
    """Lines that cancel out: those of later imports, on the rows on which they were taken back."""
    undone = ImportRun.objects.filter(pk__gt=run.pk, undone_at__isnull=False)
    pairs = {reason_of_undoing(other): reason_of(other) for other in undone}
    found = later.filter(history_change_reason__in=pairs).values_list("id", "history_change_reason")
    return {(pk, reason) for pk, back in found for reason in (back, pairs[back])}


def _dependants(run: ImportRun, batch: list[Reversal]) -> Iterable[tuple[int, str]]:
    """What others hung on something this run made: it would lose its hold."""
    new = [reversal.organisation for reversal in batch if reversal.is_new]
    for relation in Organisation._meta.related_objects:
        model = relation.related_model
        if model.__name__ not in OWN and not relation.many_to_many:
            yield from _told(model, relation.field.name, {pk: pk for pk in new}, ())
    names = {pk for reversal in batch for pk in reversal.names}
    memberships = {pk: r.organisation for r in batch for pk in r.memberships}
    suspensions = {pk for reversal in batch for pk in reversal.suspensions}
    owners = {pk: pk for pk in new}
    yield from _told(OrganisationName, "organisation", owners, names)
    yield from _told(Membership, "organisation", owners, memberships)
    yield from _told(Suspension, "membership", memberships, suspensions)
    yield from _later_imports(run, new)


def _told(
    model: type[Model], field: str, owners: dict[int, int], own: Iterable[int]
) -> Iterable[tuple[int, str]]:
    rows = model._base_manager.filter(**{f"{field}__in": owners}).exclude(pk__in=own)
    for pk, count in rows.values_list(field).annotate(count=Count("pk")).order_by(field):
        yield (
            owners[pk],
            _("%(what)s added since: %(count)d.") % {"what": model._meta.verbose_name_plural, "count": count},
        )


def _later_imports(run: ImportRun, new: list[int]) -> Iterable[tuple[int, str]]:
    rows = ImportRow.objects.filter(organisation__in=new, run__gt=run, run__undone_at=None).exclude(after={})
    for pk, later in rows.values_list("organisation", "run").distinct():
        yield pk, _("Import %(run)d wrote to it later; take that one back first.") % {"run": later}
