"""Deleting a row: what goes with it is counted beforehand, what holds it is named, nothing is spelt out."""

from collections import Counter

from django.contrib.admin.utils import NestedObjects
from django.db import router, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from members import audit, revision
from members.models.fields import cleaned


def summary(objs, request):
    """As ModelAdmin.get_deleted_objects, in numbers: names of people never stand on a page of deletion."""
    rows = list(objs)
    collector = NestedObjects(using=router.db_for_write(rows[0].__class__), origin=rows)
    collector.collect(rows)
    counts = {model._meta.verbose_name_plural: len(found) for model, found in collector.model_objs.items()}
    protected = Counter(str(row._meta.verbose_name_plural) for row in collector.protected)
    return _lines(counts), counts, set(), _lines(protected)


def _lines(counts) -> list[str]:
    return [
        _("%(what)s: %(count)s") % {"what": capfirst(str(what)), "count": count}
        for what, count in counts.items()
    ]


@transaction.atomic
def delete(row, *, by, reason: str) -> None:
    """Deletes a row that nothing depends on, and records that it was done."""
    reason = cleaned(reason)
    audit.because(row, by=by, reason=reason)
    audit.record("delete", row, by=by, reason=reason)
    is_unseen = revision.is_draft(row)
    row.delete()
    if not is_unseen:
        revision.raised()
