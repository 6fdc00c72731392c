# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar's rules: series, days off, numbers, and which meeting a trainer means."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from korak.centre.meetings import (
    Meeting,
    MeetingState,
    Series,
    at_hand,
    days_of,
    easter,
    is_day_off,
    is_possible,
    numbered,
    overlapping,
)

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def meeting(identity: str, start: datetime = NOON, *, minutes: int = 150, group: str = "g") -> Meeting:
    return Meeting(identity, group, start, start + timedelta(minutes=minutes), break_minutes=15)


def test_a_series_keeps_its_days_of_the_week_and_skips_days_off() -> None:
    series = Series(date(2026, 12, 21), time(17), time(19, 30), frozenset({0, 4}), 4)
    assert list(days_of(series, off={date(2026, 12, 28)})) == [
        date(2026, 12, 21),
        date(2027, 1, 4),
        date(2027, 1, 8),
        date(2027, 1, 11),
    ]


def test_a_series_without_days_is_empty_and_a_huge_one_is_bounded() -> None:
    assert list(days_of(Series(date(2026, 11, 2), time(9), time(10), frozenset(), 5))) == []
    assert len(list(days_of(Series(date(2026, 11, 2), time(9), time(10), frozenset({1}), 9999)))) == 200


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_on_its_sunday(year: int, day: date) -> None:
    assert easter(year) == day
    assert is_day_off(day + timedelta(days=1))


def test_the_break_is_not_taught() -> None:
    assert meeting("a").teaching_minutes == 135
    assert not is_possible(NOON, NOON, 0)
    assert not is_possible(NOON, NOON + timedelta(minutes=30), 30)
    assert not is_possible(NOON, NOON + timedelta(hours=13), 0)
    assert is_possible(NOON, NOON + timedelta(minutes=150), 15)


def test_meetings_are_numbered_by_time_within_a_group_and_cancelled_ones_are_skipped() -> None:
    first = meeting("late", NOON + timedelta(days=7))
    gone = replace(meeting("gone", NOON + timedelta(days=1)), cancelled_at=NOON)
    other = meeting("other", NOON, group="h")
    assert numbered([first, gone, meeting("early"), other]) == {"early": 1, "late": 2, "other": 1}


def test_the_running_meeting_is_meant_then_the_next_then_the_last_of_today() -> None:
    morning = replace(meeting("morning", NOON - timedelta(hours=4)), begun_at=NOON, ended_at=NOON)
    evening = meeting("evening", NOON + timedelta(hours=4))
    running = replace(meeting("running"), begun_at=NOON)
    assert morning.state is MeetingState.ENDED
    assert at_hand([morning, evening, running], NOON) == running
    assert at_hand([morning, evening], NOON) == evening
    assert at_hand([morning], NOON) == morning
    assert at_hand([meeting("tomorrow", NOON + timedelta(days=1))], NOON) is None


def test_two_meetings_of_a_group_at_one_time_are_found() -> None:
    one = meeting("one")
    assert overlapping(one, [meeting("two", NOON + timedelta(minutes=149))]) != ()
    assert overlapping(one, [meeting("two", NOON + timedelta(minutes=150))]) == ()
    assert overlapping(one, [one, meeting("two", group="h")]) == ()
