# SPDX-License-Identifier: GPL-3.0-or-later
"""The learning day: it begins at four in the morning, Slovenian time, so that an evening is one day.

The rule for summer time is that of the European Union (Directive 2000/84/EC: from one o'clock UTC on the last
Sunday of March to one o'clock UTC on the last Sunday of October). It is written here, and not asked of the
computer, so that two machines count the same days even if the clock zone of one of them is set wrongly.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HOUR = 3_600_000_000  # microseconds
_ROLLOVER = 4  # o'clock
_EPOCH_DAY = date(1970, 1, 1).toordinal()


def day_number(at: int) -> int:
    """The learning day of a moment (microseconds since 1970 in UTC), counted as `date.toordinal` does."""
    return _day_of_hour(at // _HOUR)


def learning_day(moment: datetime) -> date:
    """The learning day of an aware moment."""
    return date.fromordinal(day_number((moment - _EPOCH) // timedelta(microseconds=1)))


def microseconds(moment: datetime) -> int:
    """An aware moment as whole microseconds since 1970 in UTC."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


@lru_cache(maxsize=32768)
def _day_of_hour(hour: int) -> int:
    local = hour + (2 if _is_summer(hour) else 1)
    return (local - _ROLLOVER) // 24 + _EPOCH_DAY


def _is_summer(hour: int) -> bool:
    year = (_EPOCH + timedelta(hours=hour)).year
    begin, end = _summer(year)
    return begin <= hour < end


@lru_cache(maxsize=256)
def _summer(year: int) -> tuple[int, int]:
    """The hours since 1970 at which summer time begins and ends."""
    return _last_sunday(year, 3) * 24 + 1, _last_sunday(year, 10) * 24 + 1


def _last_sunday(year: int, month: int) -> int:
    """The last Sunday of a month with 31 days, counted in days since 1970."""
    last = date(year, month, 31)
    return last.toordinal() - last.isoweekday() % 7 - _EPOCH_DAY
