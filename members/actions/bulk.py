"""Many rows written at once, each with its line in the history, as `save()` would have left it."""

from collections.abc import Iterable

from django.db import connection, models
from django.utils import timezone
from psycopg2.extras import execute_values

BATCH = 500


def create(objects: list[models.Model], *, by, reason: str) -> list[models.Model]:
    """Inserts `objects`; returns their history rows, in the same order."""
    if not objects:
        return []
    model = type(objects[0])
    model._base_manager.bulk_create(objects, batch_size=BATCH)
    return note(objects, "+", by=by, reason=reason)


def change(objects: list[models.Model], fields: Iterable[str], *, by, reason: str) -> list[models.Model]:
    """Writes `fields` of `objects` and raises their versions; returns their history rows."""
    if not objects:
        return []
    for instance in objects:
        instance.version += 1
    type(objects[0])._base_manager.bulk_update(objects, [*fields, "version"], batch_size=BATCH // 2)
    return note(objects, "~", by=by, reason=reason)


def remove(queryset: models.QuerySet, *, by, reason: str) -> int:
    """Deletes the rows and notes each in the history. What points to them must have gone before."""
    objects = list(queryset)
    note(objects, "-", by=by, reason=reason)
    for at in range(0, len(objects), BATCH):
        rows = queryset.model._base_manager.filter(
            pk__in=[instance.pk for instance in objects[at : at + BATCH]]
        )
        rows._raw_delete(rows.db)
    return len(objects)


def note(objects: list[models.Model], kind: str, *, by, reason: str) -> list[models.Model]:
    """History rows of `kind` ("+", "~", "-") for `objects` as they are now; without keys."""
    if not objects:
        return []
    history = type(objects[0]).history.model
    now = timezone.now()
    rows = [
        history(
            history_date=now,
            history_user=by,
            history_change_reason=reason,
            history_type=kind,
            **{field.attname: getattr(instance, field.attname) for field in history.tracked_fields},
        )
        for instance in objects
    ]
    insert(rows)
    return rows


def insert(rows: list[models.Model]) -> None:
    """Inserts rows whose keys nobody asks for, past the ORM: in a quarter of its time."""
    fields = [
        field for field in rows[0]._meta.local_concrete_fields if not isinstance(field, models.AutoField)
    ]
    quote = connection.ops.quote_name
    into = (
        f"INSERT INTO {quote(rows[0]._meta.db_table)} ({', '.join(quote(field.column) for field in fields)})"
    )
    values = [
        tuple(field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields)
        for row in rows
    ]
    with connection.cursor() as cursor:
        if is_postgresql():
            execute_values(cursor.cursor, f"{into} VALUES %s", values, page_size=BATCH)
        else:
            cursor.executemany(f"{into} VALUES ({', '.join(['%s'] * len(fields))})", values)


def note_relations(organisations: Iterable[models.Model], *, reason: str) -> None:
    """Copies the present many-to-many relations of each object to its latest history row for `reason`."""
    by_pk = {instance.pk: instance for instance in organisations}
    if not by_pk:
        return
    history = type(next(iter(by_pk.values()))).history.model
    lines = history.objects.filter(id__in=by_pk, history_change_reason=reason).order_by("history_id")
    latest = {line.id: line for line in lines}
    for field in history._history_m2m_fields:
        _note_relation(field, getattr(history, field.name).model, latest)


def _note_relation(field: models.ManyToManyField, noted: type[models.Model], latest: dict) -> None:
    owner, target = field.m2m_field_name() + "_id", field.m2m_reverse_field_name() + "_id"
    relations = field.remote_field.through.objects.filter(**{f"{owner}__in": latest})
    noted.objects.bulk_create(
        [
            noted(
                history=latest[getattr(relation, owner)],
                id=relation.pk,
                **{owner: getattr(relation, owner), target: getattr(relation, target)},
            )
            for relation in relations
        ],
        batch_size=BATCH,
    )


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"
