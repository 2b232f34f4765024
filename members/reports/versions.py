"""The versions of a page of the union: which one a reader of a language sees, and which others there are."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.conf import settings

from members import text
from members.models import PageText
from members.models.fields import in_language

# What the public may know of a version beside its body, which is asked for when it is shown.
FACTS = ("page", "language", "number", "title", "is_authentic", "adopted_on", "published_on")
DECISION = ("decided_on", "body", "session", "reference")


@dataclass(frozen=True)
class Published:
    """`shown`: the version a reader sees. `current`: the newest one of its language. `versions`: all there
    are, newest first, each in the reader's language where it is there. `authentic`: the texts that are
    authentic in place of the one shown."""

    shown: PageText
    current: PageText
    versions: list[PageText]
    authentic: list[PageText]
    newest_on: datetime.date | None

    @property
    def direction(self) -> str:
        return text.direction_of(f"{self.shown.title} {self.shown.body[:200]}")

    @property
    def is_behind(self) -> bool:
        """Whether another language has a version that was adopted later."""
        adopted_on = self.shown.adopted_on
        return bool(
            adopted_on and self.newest_on and self.shown == self.current and adopted_on < self.newest_on
        )


def published(slug: str, language: str, number: int | None = None) -> Published | None:
    """What is published of a page, for a reader of `language`: its newest version, or the one of that number.

    Where there is none in that language, one in the first language of the site that has it. None: nothing is
    published, or no version has that number. One query; the body is another.
    """
    decision = [f"adopted_by__{name}" for name in DECISION]
    rows = PageText.objects.published().filter(page__slug=slug).select_related("adopted_by")
    rows = list(rows.only(*FACTS, *decision).order_by("number"))
    newest = {row.language: row for row in rows}
    numbered = {
        key: {row.language: row for row in group} for key, group in groupby(rows, attrgetter("number"))
    }
    wanted = newest if number is None else numbered.get(number, {})
    shown = _for_reader(wanted, language)
    if shown is None:
        return None
    others = [] if shown.is_authentic else [row for row in wanted.values() if row.is_authentic]
    return Published(
        shown=shown,
        current=newest[shown.language],
        versions=[_for_reader(texts, language) for texts in reversed(numbered.values())],
        authentic=sorted(others, key=_place),
        newest_on=max((row.adopted_on for row in newest.values() if row.adopted_on), default=None),
    )


def _for_reader(texts: dict[str, PageText], language: str) -> PageText | None:
    """The text in that language, else in the first language of the site in which it is there."""
    return texts.get(in_language({code: code for code in texts}, language)[1])


def _place(row: PageText) -> tuple[int, str]:
    codes = [code for code, _name in settings.LANGUAGES]
    return codes.index(row.language) if row.language in codes else len(codes), row.language
