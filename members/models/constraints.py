"""Constraints that hold on both databases and that Django has no portable class for.

`NoOverlap` is an exclusion constraint on PostgreSQL and a pair of triggers on SQLite; `Forbid` is a
trigger on both. Being constraints of `Meta`, they have a name, a message, travel with the table through
migrations, and raise IntegrityError like any other.
"""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Q
from django.db.models.constraints import BaseConstraint

SQLITE_TRIGGER = (
    "CREATE TRIGGER %(name)s BEFORE %(event)s ON %(table)s FOR EACH ROW WHEN %(when)s "
    "BEGIN SELECT RAISE(ABORT, 'constraint failed: %(label)s'); END"
)
POSTGRESQL_TRIGGER = (
    "CREATE OR REPLACE FUNCTION %(name)s() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF %(when)s THEN RAISE EXCEPTION 'constraint failed: %(label)s' "
    "USING ERRCODE = 'check_violation', CONSTRAINT = '%(label)s'; END IF; "
    "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$; "
    "CREATE TRIGGER %(name)s BEFORE %(events)s ON %(table)s FOR EACH ROW EXECUTE FUNCTION %(name)s()"
)


class TriggerConstraint(BaseConstraint):
    """A constraint kept by triggers that refuse the row when a condition on NEW and OLD is true."""

    events: tuple[str, ...] = ("INSERT", "UPDATE")

    def condition(self, model, schema_editor) -> str:
        raise NotImplementedError

    def constraint_sql(self, model, schema_editor):
        # Inside CREATE TABLE there is no place for a trigger: it follows once the table is there.
        schema_editor.deferred_sql.extend(self._statements(model, schema_editor))

    def create_sql(self, model, schema_editor):
        *first, last = self._statements(model, schema_editor)
        for statement in first:
            schema_editor.execute(statement)
        return last

    def remove_sql(self, model, schema_editor):
        name = schema_editor.quote_name
        table = model._meta.db_table
        if schema_editor.connection.vendor == "postgresql":
            return f"DROP TRIGGER {name(self.name)} ON {name(table)}; DROP FUNCTION {name(self.name)}()"
        *first, last = [f"DROP TRIGGER {name(f'{self.name}_{event.lower()}')}" for event in self.events]
        for statement in first:
            schema_editor.execute(statement)
        return last

    def _statements(self, model, schema_editor) -> list[Statement]:
        quote = schema_editor.quote_name
        parts = {
            "table": Table(model._meta.db_table, quote),
            "when": self.condition(model, schema_editor),
            "label": self.name,
        }
        if schema_editor.connection.vendor == "postgresql":
            return [
                Statement(POSTGRESQL_TRIGGER, name=quote(self.name), events=" OR ".join(self.events), **parts)
            ]
        return [
            Statement(SQLITE_TRIGGER, name=quote(f"{self.name}_{event.lower()}"), event=event, **parts)
            for event in self.events
        ]


class Forbid(TriggerConstraint):
    """No write of kind `events` for which the SQL condition `when` is true.

    `when` is written in SQL that both databases read, on NEW and OLD. It is no business of forms: what
    it forbids cannot be asked for on any page, so `validate` has nothing to say.
    """

    def __init__(self, *, name, events, when="TRUE", violation_error_code=None, violation_error_message=None):
        self.events, self.when = tuple(events), when
        super().__init__(
            name=name,
            violation_error_code=violation_error_code,
            violation_error_message=violation_error_message,
        )

    def condition(self, model, schema_editor):
        return f"({self.when})"

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        return None

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "events": self.events, "when": self.when}

    def __eq__(self, other):
        return isinstance(other, Forbid) and self.deconstruct() == other.deconstruct()

    __hash__ = BaseConstraint.__hash__


class NoOverlap(TriggerConstraint):
    """Periods of rows that agree in `fields` do not share a day.

    Both days belong to the period; an empty start is "before anything known", an empty end "still going
    on". `only` narrows it to rows with these values, `{"rank": "principal"}`.
    """

    def __init__(self, *, name, fields, only=None, violation_error_code=None, violation_error_message=None):
        self.fields, self.only = tuple(fields), dict(only or {})
        super().__init__(
            name=name,
            violation_error_code=violation_error_code,
            violation_error_message=violation_error_message,
        )

    def constraint_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return super().constraint_sql(model, schema_editor)
        return f"CONSTRAINT {schema_editor.quote_name(self.name)} {self._exclusion(model, schema_editor)}"

    def create_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return super().create_sql(model, schema_editor)
        table = Table(model._meta.db_table, schema_editor.quote_name)
        added = f"{schema_editor.quote_name(self.name)} {self._exclusion(model, schema_editor)}"
        return Statement("ALTER TABLE %(table)s ADD CONSTRAINT %(added)s", table=table, added=added)

    def remove_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return super().remove_sql(model, schema_editor)
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def _columns(self, model) -> list[str]:
        return [model._meta.get_field(field).column for field in self.fields]

    def _exclusion(self, model, schema_editor) -> str:
        quote = schema_editor.quote_name
        parts = [f"{quote(column)} WITH =" for column in self._columns(model)]
        parts.append("daterange(starts_on, ends_on, '[]') WITH &&")
        where = " AND ".join(f"{quote(field)} = '{value}'" for field, value in self.only.items())
        return f"EXCLUDE USING gist ({', '.join(parts)})" + (f" WHERE ({where})" if where else "")

    def condition(self, model, schema_editor) -> str:
        quote = schema_editor.quote_name
        table = quote(model._meta.db_table.removeprefix("new__"))
        same = [f"o.{quote(column)} = NEW.{quote(column)}" for column in self._columns(model)]
        only = [
            f"{row}.{quote(field)} = '{value}'" for field, value in self.only.items() for row in ("o", "NEW")
        ]
        pk = quote(model._meta.pk.column)
        return (  # every part is a name from Meta, none comes from outside
            f"EXISTS (SELECT 1 FROM {table} o WHERE {' AND '.join(same + only)} AND o.{pk} IS NOT NEW.{pk} "
            "AND COALESCE(o.starts_on, '0001-01-01') <= COALESCE(NEW.ends_on, '9999-12-31') "
            "AND COALESCE(NEW.starts_on, '0001-01-01') <= COALESCE(o.ends_on, '9999-12-31'))"
        )

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        if exclude and set(exclude) & {*self.fields, "starts_on", "ends_on"}:
            return
        if any(getattr(instance, field) != value for field, value in self.only.items()):
            return
        same = {name: getattr(instance, model._meta.get_field(name).attname) for name in self.fields}
        others = model._default_manager.using(using).filter(**same, **self.only).exclude(pk=instance.pk)
        if instance.ends_on:
            others = others.filter(Q(starts_on=None) | Q(starts_on__lte=instance.ends_on))
        if instance.starts_on:
            others = others.filter(Q(ends_on=None) | Q(ends_on__gte=instance.starts_on))
        if others.exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "fields": self.fields, "only": self.only}

    def __eq__(self, other):
        return isinstance(other, NoOverlap) and self.deconstruct() == other.deconstruct()

    __hash__ = BaseConstraint.__hash__
