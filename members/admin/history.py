"""The history of a row: differences of fields and deeds in one stream, as far as its reader may know them."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import disclosure
from members.forms.values import NOTHING, shown
from members.models import AuditEvent, Decision, Document, Organisation, Person

MOST_ENTRIES = 200
# Known to those who may view these models; others read a number.
PRIVATE = (Person, Document, Decision)
VERBS = {
    "register": gettext_lazy("Entered in the register"),
    "admit": gettext_lazy("Admitted"),
    "suspend": gettext_lazy("Membership suspended"),
    "reinstate": gettext_lazy("Suspension lifted"),
    "end": gettext_lazy("Membership ended"),
    "change_class": gettext_lazy("Class changed"),
    "change_official_name": gettext_lazy("Official name changed"),
    "appoint": gettext_lazy("Representative appointed"),
    "end_term": gettext_lazy("Term ended"),
    "seal": gettext_lazy("Sealed"),
    "unseal": gettext_lazy("Unsealed"),
    "reveal": gettext_lazy("Sealed facts read"),
    "read_document": gettext_lazy("File opened"),
    "publish": gettext_lazy("Published"),
    "delete": gettext_lazy("Deleted"),
    "mark": gettext_lazy("Marked"),
    "import_members": gettext_lazy("List imported"),
    "undo_import": gettext_lazy("Import taken back"),
    "create_staff": gettext_lazy("Account made on the command line"),
    "add_account": gettext_lazy("Account added"),
    "change_account": gettext_lazy("Account changed"),
}
TYPES = {"+": gettext_lazy("Added"), "~": gettext_lazy("Changed"), "-": gettext_lazy("Deleted")}


@dataclass(frozen=True)
class Source:
    """Rows below a page's row: their model, how they point to it, and rights beyond viewing their model."""

    model: type[models.Model]
    path: str
    rights: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass
class Entry:
    at: datetime.datetime
    what: str
    who: str
    why: str
    changes: list[Change] = field(default_factory=list)


def of(row: models.Model, user, sources: Iterable[Source] = ()) -> list[Entry]:
    """The newest entries about a row and the rows below it. `user` may view it."""
    reader = _Reader(user)
    records = (
        list(row.history.select_related("history_user")[:MOST_ENTRIES]) if hasattr(row, "history") else []
    )
    entries = reader.entries(records)
    for source in sources:
        if user.has_perms([f"members.view_{source.model._meta.model_name}", *source.rights]):
            entries += reader.entries(_records(source, row, user), is_below=True)
    entries += _deeds(row)
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:MOST_ENTRIES]


def latest_author(row: models.Model) -> str:
    """Who saved the row last, and when."""
    record = row.history.select_related("history_user").first()
    return str(record.history_user or _("the command line")) if record else ""


def keep_beginning(row: models.Model) -> None:
    """Keeps the row as it is stored if no history has begun: it came with a migration or in bulk."""
    if not row.history.exists():
        stored = type(row)._base_manager.get(pk=row.pk)
        stored._history_user = None  # whoever reads this page now has not entered it
        type(row).history.bulk_history_create([stored])


def _records(source: Source, row: models.Model, user) -> list[models.Model]:
    records = source.model.history.filter(**{source.path: row.pk}).select_related("history_user")
    if any(getattr(column, "related_model", None) is Person for column in source.model._meta.fields):
        records = records.filter(person_id__in=Person.objects.visible_to(user).values("pk"))
    return list(records[:MOST_ENTRIES])


def _deeds(row: models.Model) -> list[Entry]:
    events = AuditEvent.objects.filter(subject_type=row._meta.model_name, subject_id=str(row.pk))
    events = list(events[:MOST_ENTRIES])
    names = get_user_model().objects.in_bulk({event.actor_id for event in events if event.actor_id})
    return [
        Entry(
            at=event.at,
            what=str(VERBS.get(event.verb) or event.verb.replace("_", " ").capitalize()),
            who=str(names.get(event.actor_id) or _("the command line")),
            why=event.reason,
            changes=[Change(_("on"), NOTHING, event.facts["on"])] if "on" in event.facts else [],
        )
        for event in events
    ]


class _Reader:
    """Turns historical records into entries. Related rows are looked up once for each model."""

    def __init__(self, user):
        self.user = user
        self.known: dict[type[models.Model], dict] = defaultdict(dict)

    def entries(self, records: list[models.Model], *, is_below: bool = False) -> list[Entry]:
        by_row = defaultdict(list)
        for record in reversed(records):
            by_row[getattr(record, record.instance_type._meta.pk.attname)].append(record)
        steps = [step for versions in by_row.values() for step in _steps(versions)]
        chosen = _chosen_rows(records)
        values = [(step, _values(step[1], chosen), _values(step[0], chosen)) for step in steps]
        self._look_up(values)
        return [self._entry(step, new, old, is_below=is_below) for step, new, old in values]

    def _look_up(self, values) -> None:
        wanted = defaultdict(set)
        for (_old, record), *sides in values:
            for name, value in (item for side in sides for item in side.items()):
                model = record.instance_type._meta.get_field(name).related_model
                if model is not None and value:
                    wanted[model].update(value if isinstance(value, list) else [value])
        for model, keys in wanted.items():
            if model not in PRIVATE or self.user.has_perm(f"members.view_{model._meta.model_name}"):
                rows = model._default_manager.all()
                rows = rows.visible_to(self.user) if model is Person else rows
                self.known[model] |= rows.in_bulk(keys - self.known[model].keys())

    def _entry(self, step, new, old, *, is_below) -> Entry:
        _before, record = step
        meta = record.instance_type._meta
        what = str(TYPES[record.history_type])
        return Entry(
            at=record.history_date,
            what=f"{what}: {meta.verbose_name}" if is_below else what,
            who=str(record.history_user or _("the command line")),
            why=record.history_change_reason or "",
            changes=[
                self._change(meta.get_field(name), old.get(name), new.get(name))
                for name in dict.fromkeys([*new, *old])
                if (old.get(name) or None) != (new.get(name) or None)
            ],
        )

    def _change(self, column, before, after) -> Change:
        return Change(
            str(getattr(column, "verbose_name", column.name)),
            self._shown(column, before),
            self._shown(column, after),
        )

    def _shown(self, column, value) -> str:
        if column.related_model is None or not value:
            return shown(column, value)
        known = self.known[column.related_model]
        keys = value if isinstance(value, list) else [value]
        return ", ".join(str(known.get(key, f"#{key}")) for key in keys)


def _columns(record) -> list[models.Field]:
    """Fields that a reader of the row may read: no inner ones, no sealed ones, no names of stored files."""
    model = record.instance_type
    hidden = {*disclosure.fields(model, "internal"), *disclosure.fields(model, "sealed")}
    return [
        column
        for column in record.tracked_fields
        if column.editable
        and not column.primary_key
        and column.name not in hidden
        and not isinstance(column, models.FileField)
        and column.related_model is not Organisation
    ]


def _chosen_rows(records: list[models.Model]) -> dict[tuple, list]:
    """What many-to-many fields held in each record, in one query for each field."""
    chosen = defaultdict(list)
    for column in records[0]._history_m2m_fields if records else ():
        rows = getattr(type(records[0]), column.name).filter(history__in=[record.pk for record in records])
        key = f"{column.m2m_reverse_field_name()}_id"
        for row in rows.order_by(key):
            chosen[row.history_id, column.name].append(getattr(row, key))
    return chosen


def _values(record, chosen: dict[tuple, list]) -> dict:
    if record is None or record.history_type == "-":
        return {}
    values = {column.name: getattr(record, column.attname) for column in _columns(record)}
    names = [column.name for column in record._history_m2m_fields]
    return values | {name: chosen[record.pk, name] for name in names}


def _steps(records) -> list[tuple]:
    """Pairs of a record and the one before it. Records of one save count as one: fields and many-to-many
    fields are recorded one after another."""
    steps, before = [], None
    for _key, group in groupby(records, key=_save):
        first, *others = group
        latest = others[-1] if others else first
        latest.history_type = first.history_type  # adding, then its many-to-many fields: added
        steps.append((before, latest))
        before = latest
    return steps


def _save(record) -> tuple:
    version = getattr(record, "version", None)
    return record.history_type == "-", version, record.history_user_id, record.history_change_reason
