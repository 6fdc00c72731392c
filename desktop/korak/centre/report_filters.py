# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report is asked for: programme, group, learner, time, how people stand in their group."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from korak.centre.enrolment import Standing, Stretch

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included; None: from the beginning, without an end."""

    first: date | None = None
    last: date | None = None

    def has(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def microseconds(self, zone: tzinfo | None = None) -> tuple[int, int | None]:
        """From when to before when, since 1970 in UTC; days are those of `zone` (None: the computer's)."""
        begin = 0 if self.first is None else _moment(self.first, zone)
        return begin, None if self.last is None else _moment(self.last + timedelta(days=1), zone)


@dataclass(frozen=True, slots=True)
class ReportFilters:
    """Empty texts and None stand for everything."""

    programme: str = ""
    group: str = ""
    person: str = ""
    days: Days = Days()
    standing: Standing | None = None


def lies_in(stretch: Stretch, days: Days) -> bool:
    """Whether somebody was in a group on at least one of these days."""
    begun = stretch.started_at.astimezone().date()
    ended = None if stretch.ended_at is None else stretch.ended_at.astimezone().date()
    return (days.last is None or begun <= days.last) and (
        days.first is None or ended is None or days.first <= ended
    )


def year_of(year: int) -> Days:
    """A calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def school_year_of(day: date) -> Days:
    """The school year a day lies in: from September to August."""
    begins = day.year if day.month >= 9 else day.year - 1
    return Days(date(begins, 9, 1), date(begins + 1, 8, 31))


def month_of(day: date) -> Days:
    """The month a day lies in."""
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return Days(day.replace(day=1), following - timedelta(days=1))


def _moment(day: date, zone: tzinfo | None) -> int:
    midnight = datetime.combine(day, time(), zone)
    return (midnight.astimezone(UTC) - _EPOCH) // _MICROSECOND
