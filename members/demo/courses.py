"""Courses of membership: which decision followed which, and in which session of the Council."""

import datetime
from dataclasses import dataclass

from members.choices import DecisionKind, HowEnded
from members.demo.dice import Dice

FIRST_YEAR = 2001
SESSIONS = 50  # two a year, April and October, until October 2025
LATE = 45  # from here on a suspension is still running
BAR = datetime.timedelta(days=3 * 365)

_ADMITTED = "The file was complete and the conditions of article 4 were met."
_REASONS = {
    DecisionKind.ADMISSION: _ADMITTED,
    DecisionKind.READMISSION: "The organisation applied again and the conditions of article 4 were met.",
    DecisionKind.CLASS_CHANGE: "The member asked for another class and met its conditions.",
    DecisionKind.SUSPENSION: "No report was received after two written reminders.",
    DecisionKind.REINSTATEMENT: "The report that was due has been received.",
    DecisionKind.RECORDED: "Taken over from the list of 2001, which gives no date of admission.",
}
_ENDINGS = {
    HowEnded.RESIGNED: "The member gave notice in writing.",
    HowEnded.WITHDRAWN: "The report was still due one year after the suspension.",
    HowEnded.LAPSED: "Three letters to the member came back.",
    HowEnded.EXPELLED: "The member used the name of the union contrary to article 5 after a written warning.",
    HowEnded.DISSOLVED: "The organisation was dissolved by its general meeting.",
    HowEnded.MERGED: "The organisation joined another member.",
}


@dataclass(frozen=True)
class Step:
    """One decision: `value` is a class for admissions and changes, a way for endings."""

    kind: DecisionKind
    session: int
    value: str = ""

    @property
    def decided_on(self) -> datetime.date:
        year, second = divmod(self.session - 1, 2)
        return datetime.date(FIRST_YEAR + year, 10 if second else 4, 15)

    @property
    def effective_on(self) -> datetime.date:
        """Rights begin on the first of the next month, a membership ends with the last day of the year."""
        if self.kind == DecisionKind.ENDING:
            return datetime.date(self.decided_on.year, 12, 31)
        return self.decided_on.replace(month=self.decided_on.month + 1, day=1)

    @property
    def reasons(self) -> str:
        return _ENDINGS[self.value] if self.kind == DecisionKind.ENDING else _REASONS[self.kind]

    @property
    def barred_until(self) -> datetime.date | None:
        return self.effective_on + BAR if self.value == HowEnded.EXPELLED else None


# Each course with the number of organisations that took it; all others are full members.
_ADMIT, _CHANGE, _SUSPEND = DecisionKind.ADMISSION, DecisionKind.CLASS_CHANGE, DecisionKind.SUSPENSION
_RESTORE, _READMIT, _END = DecisionKind.REINSTATEMENT, DecisionKind.READMISSION, DecisionKind.ENDING
FULL = ((_ADMIT, "full"),)
SUSPENDED = ((_ADMIT, "full"), (_SUSPEND, ""))
COURSES = [
    (SUSPENDED, 12),
    (((_ADMIT, "full"), (_SUSPEND, ""), (_RESTORE, "")), 16),
    (((_ADMIT, "observer"), (_CHANGE, "full")), 24),
    (((_ADMIT, "full"), (_CHANGE, "observer")), 4),
    (((_ADMIT, "full"), (_END, HowEnded.LAPSED), (_READMIT, "full")), 6),
    (((_ADMIT, "observer"),), 36),
    (((_ADMIT, "associate"),), 8),
    (((DecisionKind.RECORDED, "full"),), 4),
    (((_ADMIT, "full"), (_END, HowEnded.RESIGNED)), 6),
    (((_ADMIT, "full"), (_SUSPEND, ""), (_END, HowEnded.WITHDRAWN)), 4),
    (((_ADMIT, "observer"), (_END, HowEnded.LAPSED)), 5),
    (((_ADMIT, "full"), (_SUSPEND, ""), (_END, HowEnded.EXPELLED)), 3),
    (((_ADMIT, "full"), (_END, HowEnded.DISSOLVED)), 4),
    (((_ADMIT, "full"), (_END, HowEnded.MERGED)), 1),
    ((), 4),
]


def shuffled(count: int, dice: Dice) -> list[tuple]:
    """One course for each of `count` organisations, mixed."""
    rare = [course for course, times in COURSES for _time in range(times)]
    courses = rare[:count] + [FULL] * (count - len(rare))
    dice.shuffle(courses)
    return courses


def dated(course: tuple, dice: Dice) -> list[Step]:
    """The steps of a course, each in a session after the one before."""
    sessions = sorted(dice.sample(range(1, LATE), len(course)))
    if course == SUSPENDED:
        sessions[-1] = dice.randint(LATE, SESSIONS)
    return [Step(kind, session, value) for (kind, value), session in zip(course, sessions, strict=True)]
