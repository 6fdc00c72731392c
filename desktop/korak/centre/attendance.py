# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was there and for how long: minutes are kept, hours of 45 and of 60 minutes are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from korak.centre.meetings import Meeting, MeetingState

TEACHING_HOUR = 45
CLOCK_HOUR = 60
MOST_MINUTES = 12 * CLOCK_HOUR


class Presence(StrEnum):
    """Whether somebody was there."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"  # absent, and said so


@dataclass(frozen=True, slots=True)
class Mark:
    """What was noted about one person at one meeting; the latest mark holds.

    `late` and `early` are minutes of teaching that were missed at the beginning and at the end.
    """

    id: str
    device: str
    at: datetime
    meeting: str
    person: str
    presence: Presence
    late: int = 0
    early: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """A length of time, kept in minutes."""

    minutes: int

    @property
    def teaching(self) -> Fraction:
        """In teaching hours of 45 minutes."""
        return Fraction(self.minutes, TEACHING_HOUR)

    @property
    def clock(self) -> Fraction:
        """In hours of 60 minutes."""
        return Fraction(self.minutes, CLOCK_HOUR)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much one person was there.

    `offered` counts the meetings held while the person was enrolled, `held` all of the group's; both in
    minutes, of meetings that have ended only.
    """

    person: str
    attended: int = 0
    offered: int = 0
    held: int = 0
    meetings_attended: int = 0
    meetings_offered: int = 0
    excused: int = 0  # meetings

    def reaches(self, per_cent: int) -> bool:
        """Tell whether at least so many per cent of the offered minutes were attended; exact, not rounded."""
        return self.offered > 0 and self.attended * 100 >= self.offered * per_cent


def attended(meeting: Meeting, mark: Mark | None) -> int:
    """Return the minutes of teaching somebody was there; nobody was where nothing was noted."""
    if mark is None or mark.presence is not Presence.PRESENT:
        return 0
    return max(meeting.teaching_minutes - mark.late - mark.early, 0)


def latest(marks: Iterable[Mark]) -> dict[tuple[str, str], Mark]:
    """Return the marks that hold, by meeting and person."""
    held: dict[tuple[str, str], Mark] = {}
    for mark in sorted(marks, key=_order):
        held[mark.meeting, mark.person] = mark
    return held


def tally(
    person: str, meetings: Iterable[Meeting], marks: Mapping[tuple[str, str], Mark], offered: frozenset[str]
) -> Tally:
    """Return how much one person was there; `offered` names the meetings held while they were enrolled.

    Whoever was there without being enrolled yet is counted as there, and as offered.
    """
    minutes = own = held = count = own_count = excused = 0
    for meeting in meetings:
        if meeting.state is not MeetingState.ENDED:
            continue
        held += meeting.teaching_minutes
        mark = marks.get((meeting.id, person))
        there = mark is not None and mark.presence is Presence.PRESENT
        if there or meeting.id in offered:
            own += meeting.teaching_minutes
            own_count += 1
        minutes += attended(meeting, mark)
        count += there
        excused += mark is not None and mark.presence is Presence.EXCUSED
    return Tally(person, minutes, own, held, count, own_count, excused)


def _order(mark: Mark) -> tuple[datetime, str]:
    return mark.at, mark.id
