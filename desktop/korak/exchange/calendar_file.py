# SPDX-License-Identifier: GPL-3.0-or-later
"""A file for other calendars: iCalendar (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

import icalendar


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting as another calendar sees it; `identity` stays the same when it is moved."""

    identity: str
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str = ""
    text: str = ""
    cancelled: bool = False


class _Properties(Protocol):
    """What is used of a component; the library types it only in part."""

    def add(self, name: str, value: object) -> None:
        """Add a property."""
        ...


def calendar_file(name: str, events: Iterable[Event], made_at: datetime) -> bytes:
    """Return the file; times are in UTC, so that no table of time zones is needed."""
    calendar = icalendar.Calendar()
    properties = cast("_Properties", calendar)
    properties.add("prodid", "-//Korak//Calendar//SL")
    properties.add("version", "2.0")
    properties.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_event(event, made_at))
    return bytes(calendar.to_ical())


def _event(event: Event, made_at: datetime) -> icalendar.Event:
    component = icalendar.Event()
    made = cast("_Properties", component)
    made.add("uid", f"{event.identity}@korak.invalid")
    made.add("dtstamp", made_at)
    made.add("dtstart", event.starts_at)
    made.add("dtend", event.ends_at)
    made.add("summary", event.title)
    if event.place:
        made.add("location", event.place)
    if event.text:
        made.add("description", event.text)
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    return component
