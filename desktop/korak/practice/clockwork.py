# SPDX-License-Identifier: GPL-3.0-or-later
"""The task's clock: days and moments as authors, portals and people write them."""

import re
from datetime import date, datetime, timedelta

_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_HOUR = re.compile(r"(\d{1,2})[.:](\d{2})")


def day_text(day: date) -> str:
    """A day as Slovenian writes it: 25. 11. 2026."""
    return f"{day.day}. {day.month}. {day.year}"


def read_day(text: str) -> date | None:
    """The day somebody wrote (25. 11. 2026, 25.11.2026, 2026-11-25); None when it is no day."""
    text = text.strip().rstrip(".")
    iso, usual = _ISO.fullmatch(text), _DAY.fullmatch(text)
    numbers = (iso[1], iso[2], iso[3]) if iso else (usual[3], usual[2], usual[1]) if usual else None
    try:
        return date(*(int(number) for number in numbers)) if numbers else None
    except ValueError:
        return None


def begin(day: str, clock: str) -> datetime:
    """The moment a task starts, from its date (2026-11-19) and clock (10.42)."""
    hour = _HOUR.fullmatch(clock)
    at = timedelta(hours=int(hour[1]), minutes=int(hour[2])) if hour else timedelta()
    start = read_day(day) or date(2026, 11, 19)
    return datetime(start.year, start.month, start.day) + at  # noqa: DTZ001 - a clock in a play world


def moment_of(text: str, start: datetime) -> datetime | None:
    """The moment an author wrote: "10.50", "2026-11-25", "2026-11-25 8.00", "+15" minutes; or None."""
    text = text.strip()
    if text.startswith("+") and text[1:].isdigit():
        return start + timedelta(minutes=int(text[1:]))
    day_part, _, hour_part = text.rpartition(" ") if " " in text and _HOUR.search(text) else (text, "", "")
    if _HOUR.fullmatch(text):
        day_part, hour_part = "", text
    day = read_day(day_part) if day_part else start.date()
    hour = _HOUR.fullmatch(hour_part) if hour_part else None
    if day is None or (hour_part and hour is None):
        return None
    at = timedelta(hours=int(hour[1]), minutes=int(hour[2])) if hour else timedelta()
    return datetime(day.year, day.month, day.day) + at  # noqa: DTZ001 - a clock in a play world


def day_limit(text: str, today: date) -> date | None:
    """A limit of a date field: days from today (+7, -30), »danes«, or a day; None without one."""
    text = text.strip()
    if text == "danes":
        return today
    if text[:1] in {"+", "-"} and text[1:].isdigit():
        return today + timedelta(days=int(text))
    return read_day(text) if text else None


def next_workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
