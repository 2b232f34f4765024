"""Versions against lost updates: a row is locked, its version compared, then raised."""

from django.db import models, transaction
from django.db.models import F

from members.actions.refusals import EditConflict


def lock(instance: models.Model) -> models.Model:
    """The row as it is now, locked until the transaction ends (on SQLite the whole database is)."""
    return type(instance)._base_manager.select_for_update().get(pk=instance.pk)


@transaction.atomic
def claim(instance: models.Model, *, version: int) -> None:
    """Raises the version of `instance` if it still is `version`; EditConflict otherwise.

    The comparison and the write are one statement, so of two editors exactly one gets through.
    """
    rows = type(instance)._base_manager.filter(pk=instance.pk, version=version)
    if not rows.update(version=F("version") + 1):
        raise EditConflict
    instance.version = version + 1
