"""What all models share: a version against lost updates, a history, questions about periods."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


def today() -> datetime.date:
    """Today in the register's time zone (TIME_ZONE)."""
    return timezone.localdate()


def history(**options) -> HistoricalRecords:
    """A history of every field, with who, when and why."""
    return HistoricalRecords(
        history_change_reason_field=models.TextField(null=True),
        history_user_id_field=None,
        cascade_delete_history=False,
        inherit=False,
        **options,
    )


class Versioned(models.Model):
    """A row that two people may have open: `version` rises with each save, and a stale save is refused."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True


class PeriodQuerySet(models.QuerySet):
    """Questions about `starts_on` and `ends_on`. The last day belongs to the period."""

    def on(self, date: datetime.date):
        return self.filter(running_on(date))

    def current(self):
        return self.on(today())

    def ended_before(self, date: datetime.date):
        return self.filter(ends_on__lt=date)

    def starting_after(self, date: datetime.date):
        return self.filter(starts_on__gt=date)


def running_on(date: datetime.date, prefix: str = "") -> Q:
    """Condition on a period: it has begun and has not ended before `date`. An empty date is open."""
    started = Q(**{f"{prefix}starts_on__isnull": True}) | Q(**{f"{prefix}starts_on__lte": date})
    not_over = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": date})
    return started & not_over


class Period(models.Model):
    """A stretch of days, both ends included; an empty start is unknown, an empty end open."""

    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day, included."))

    class Meta:
        abstract = True

    def is_running_on(self, date: datetime.date) -> bool:
        return (self.starts_on is None or self.starts_on <= date) and (
            self.ends_on is None or self.ends_on >= date
        )


def period_in_order(name: str) -> models.CheckConstraint:
    """A period does not end before it starts."""
    return models.CheckConstraint(
        name=name,
        condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
        violation_error_message=_("The last day is before the first."),
    )
