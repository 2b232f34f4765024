"""One row of a list: which names it shows, which status, and why it was found."""

import datetime
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from members.choices import MembershipStatus, NameKind
from members.models import Organisation, OrganisationName
from members.models.name import displayed, official
from members.reports.register import Register, Term


@dataclass(frozen=True)
class Tag:
    """A status in words; `look` is its class in the style sheet."""

    text: str
    look: str = ""


class Entry:
    """An organisation that came from `reports.rows` or `for_profile()`, as a reader of this language sees it.
    `name_id` is the name by which a search found it; `on`: with the names of that day."""

    def __init__(
        self,
        organisation: Organisation,
        register: Register,
        name_id: int | None = None,
        on: datetime.date | None = None,
    ):
        self.organisation, self._register, self._name_id, self._on = organisation, register, name_id, on

    @cached_property
    def names(self) -> list[OrganisationName]:
        return self.organisation.sorted_names()

    @cached_property
    def title(self) -> OrganisationName | None:
        return displayed(self.names, get_language(), self._on)

    @cached_property
    def second(self) -> OrganisationName | None:
        """The official name where the title is another; else, for a title in a foreign script, the romanised
        one (docs/ux.md 2.0.2)."""
        if self.title != (name := official(self.names, self._on)):
            return name
        if self.title is None or get_language_bidi() or self.title.script == "Latn":
            return None
        return next((name for name in self.names if name.kind == NameKind.ROMANISED), None)

    @cached_property
    def found_by(self) -> OrganisationName | None:
        """The name that a search met, where the row does not show it anyway."""
        shown = {name.pk for name in (self.title, self.second) if name}
        wanted = self._name_id not in shown
        return next((name for name in self.names if wanted and name.pk == self._name_id), None)

    @property
    def found_as(self) -> str:
        if self.found_by.is_former:
            return _("Former name")
        return _("Acronym") if self.found_by.kind == NameKind.ACRONYM else _("Also known as")

    @property
    def focus_areas(self) -> list[Term]:
        return self._register.focus_of(self.organisation.focus_slugs)

    @property
    def what(self) -> list[str]:
        """What it is and what it works on, in words."""
        kind = self.organisation.get_kind_display()
        return [*([kind] if kind else []), *(area.name for area in self.focus_areas)]

    @property
    def membership_class(self) -> Term | None:
        return self._register.classes.get(self.organisation.class_slug)

    @property
    def tag(self) -> Tag | None:
        """The status, where it is not that of a plain member of the first class."""
        status, membership_class = MembershipStatus(self.organisation.status_on), self.membership_class
        if status in {MembershipStatus.SUSPENDED, MembershipStatus.FORMER}:
            return Tag(status.label, "x")
        if membership_class and not membership_class.is_first:
            return Tag(membership_class.name, "w")
        return None

    @property
    def status(self) -> Tag:
        """The status of a profile: never empty."""
        return self.tag or Tag(self.membership_class.name)

    @property
    def is_summary_foreign(self) -> bool:
        return self.organisation.summary_language != get_language()
