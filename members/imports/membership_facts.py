"""What a row says of the membership, and whether that can be."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from members.imports.vocabulary import CURRENT, Status


@dataclass(slots=True)
class MembershipFacts:
    """Without a status the membership runs; without a first day its start is not known."""

    class_slug: str = ""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    suspended_on: datetime.date | None = None
    status: Status = CURRENT

    def problems(self) -> Iterator[tuple[str, str]]:
        """(field, what is wrong). A status without the date it needs is a problem, never a current member."""
        if self.status.ended and self.ends_on is None:
            yield (
                "status",
                _("A former member needs its last day, in a column “Member until”."),
            )
        if self.status.is_suspended and self.suspended_on is None:
            yield "status", _("A suspended member needs the day it began, in a column “Suspended since”.")
        if self.ends_on and not self.status.ended:
            said = _("A last day needs a status that says how the membership ended: resigned, expelled …")
            yield "member_until", said
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            yield "member_until", _("The last day is before the first.")
        if self.suspended_on and not self.status.is_suspended:
            yield "suspended_since", _("A day of suspension needs the status “suspended”.")
        elif self.suspended_on and not self._is_suspension_inside():
            yield "suspended_since", _("The suspension begins outside of the membership.")

    def _is_suspension_inside(self) -> bool:
        has_begun = self.starts_on is None or self.starts_on <= self.suspended_on
        return has_begun and (self.ends_on is None or self.suspended_on <= self.ends_on)
