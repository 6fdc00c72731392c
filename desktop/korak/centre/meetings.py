# SPDX-License-Identifier: GPL-3.0-or-later
"""The meetings of a group: when they are, how long they teach, and how a series of them is laid out.

A meeting is one session of a course; the word "session" stands for somebody who was let in.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

MOST_IN_A_SERIES = 200
LONGEST = timedelta(hours=12)


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"  # and locked: its attendance counts
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a group.

    Times are moments in UTC. `topics` are names of topics of the group's plan; `done` is what the trainer
    wrote down at the end.
    """

    id: str
    group: str
    starts_at: datetime
    ends_at: datetime
    break_minutes: int = 0
    place: str = ""
    topics: tuple[str, ...] = ()
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    cancelled_at: datetime | None = None
    why_cancelled: str = ""
    done: str = ""

    @property
    def state(self) -> MeetingState:
        """Where the meeting stands."""
        if self.cancelled_at is not None:
            return MeetingState.CANCELLED
        if self.ended_at is not None:
            return MeetingState.ENDED
        return MeetingState.PLANNED if self.begun_at is None else MeetingState.RUNNING

    @property
    def teaching_minutes(self) -> int:
        """How many minutes are taught: from beginning to end, without the break."""
        return max(int((self.ends_at - self.starts_at) / timedelta(minutes=1)) - self.break_minutes, 0)

    @property
    def day(self) -> date:
        """The day of the meeting where the computer stands."""
        return self.starts_at.astimezone().date()


@dataclass(frozen=True, slots=True)
class Series:
    """What a row of meetings is made of: from a day on, at some days of the week, at an hour.

    `weekdays` counts Monday as 0. It ends after `count` meetings (1 to 200). Days off are skipped.
    """

    first: date
    begins: time
    ends: time
    weekdays: frozenset[int]
    count: int
    break_minutes: int = 0
    place: str = ""


def is_possible(begins: datetime, ends: datetime, break_minutes: int) -> bool:
    """Tell whether a meeting can be that long: something is taught, and nobody teaches for half a day."""
    length = ends - begins
    return timedelta(0) <= timedelta(minutes=break_minutes) < length <= LONGEST


def days_of(series: Series, off: Collection[date] = ()) -> Iterator[date]:
    """Yield the days of a series in order; none where no weekday is chosen."""
    left = min(max(series.count, 0), MOST_IN_A_SERIES) if series.weekdays & frozenset(range(7)) else 0
    day = series.first
    while left:
        if day.weekday() in series.weekdays and day not in off and not is_day_off(day):
            left -= 1
            yield day
        day += timedelta(days=1)


def numbered(meetings: Iterable[Meeting]) -> dict[str, int]:
    """Return each meeting's number in its group, by meeting; cancelled ones have none."""
    numbers: dict[str, int] = {}
    last: dict[str, int] = {}
    for meeting in sorted(meetings, key=_when):
        if meeting.state is not MeetingState.CANCELLED:
            last[meeting.group] = last.get(meeting.group, 0) + 1
            numbers[meeting.id] = last[meeting.group]
    return numbers


def overlapping(meeting: Meeting, others: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return the meetings of the same group that take place at the same time."""
    return tuple(
        other
        for other in others
        if other.id != meeting.id
        and other.group == meeting.group
        and other.state is not MeetingState.CANCELLED
        and other.starts_at < meeting.ends_at
        and meeting.starts_at < other.ends_at
    )


def at_hand(meetings: Iterable[Meeting], now: datetime) -> Meeting | None:
    """Return the meeting a trainer means now: the running one, else today's next, else today's last."""
    today = [one for one in meetings if one.state is not MeetingState.CANCELLED and one.day == _day(now)]
    today.sort(key=_when)
    running = [one for one in today if one.state is MeetingState.RUNNING]
    planned = [one for one in today if one.state is MeetingState.PLANNED]
    found = running or planned or today[-1:]
    return found[0] if found else None


# Days free of work in Slovenia (Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji).
_FREE = frozenset(
    {
        (1, 1), (1, 2), (2, 8), (4, 27), (5, 1), (5, 2), (6, 25), (8, 15), (10, 31), (11, 1), (12, 25),
        (12, 26),
    }
)  # fmt: skip


def is_day_off(day: date) -> bool:
    """Tell whether a day is free of work in Slovenia."""
    return (day.month, day.day) in _FREE or day == easter(day.year) + timedelta(days=1)


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus, as printed by Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def _day(now: datetime) -> date:
    return now.astimezone().date()


def _when(meeting: Meeting) -> tuple[datetime, str]:
    return meeting.starts_at, meeting.id
