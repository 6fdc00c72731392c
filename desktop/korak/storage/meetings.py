# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of meetings: the calendar, who was there, and the quick pulse at the end."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, Select, Table, Text, func, select, type_coerce
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from korak.centre.attendance import Mark, Presence
from korak.centre.classroom import Pulse, PulseCount
from korak.centre.meetings import Meeting
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

meeting = Table(
    "meeting",
    metadata,
    Column("id", Text, primary_key=True),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("ends_at", UtcTime, nullable=False),
    Column("break_minutes", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("topics", Text, nullable=False),  # a JSON list of names
    Column("begun_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("cancelled_at", UtcTime),
    Column("why_cancelled", Text, nullable=False),
    Column("done", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Index(None, "group", "starts_at"),
    Index(None, "starts_at"),
    sqlite_strict=True,
)

# Append-only: the latest mark of a person at a meeting holds.
attendance = Table(
    "attendance",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("meeting", Text, ForeignKey("meeting.id"), nullable=False, index=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("presence", Text, nullable=False),
    Column("late", Integer, nullable=False),
    Column("early", Integer, nullable=False),
    Column("by", Text, nullable=False),
    sqlite_strict=True,
)

# Nobody's name stands here, and the ids are pure chance, so that their order tells nothing either.
pulse = Table(
    "pulse",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("meeting", Text, ForeignKey("meeting.id"), nullable=False, index=True),
    Column("face", Text, nullable=False),
    Column("count", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Who answered already, so that nobody is asked twice.
pulse_asked = Table(
    "pulse_asked",
    metadata,
    Column("meeting", Text, ForeignKey("meeting.id"), primary_key=True),
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    for table in ("attendance", "pulse")
)

_FIELDS = (
    "id", "group", "starts_at", "ends_at", "break_minutes", "place", "topics", "begun_at", "ended_at",
    "cancelled_at", "why_cancelled", "done",
)  # fmt: skip
_MEETINGS: Select[Any] = select(*(meeting.c[name] for name in _FIELDS)).order_by(
    meeting.c.starts_at, meeting.c.id
)


_MICROSECONDS_IN_A_MINUTE = 60_000_000


class MeetingShelf:
    """Keeps the calendar and what was noted at meetings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Return one meeting."""
        found = self._store.rows(_MEETINGS.where(meeting.c.id == meeting_id))
        return _meeting(found[0]) if found else None

    def meetings(
        self,
        groups: Iterable[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Meeting, ...]:
        """Return the meetings of some groups (None: of all) that begin from `since` to before `until`."""
        asked = _MEETINGS
        if groups is not None:
            asked = asked.where(meeting.c.group.in_(tuple(groups)))
        if since is not None:
            asked = asked.where(meeting.c.starts_at >= since)
        if until is not None:
            asked = asked.where(meeting.c.starts_at < until)
        return tuple(_meeting(row) for row in self._store.rows(asked))

    def numbers(self, groups: Iterable[str] | None = None) -> Mapping[str, int]:
        """Return the number of each meeting in its group, by time; cancelled ones have none."""
        place = func.row_number().over(
            partition_by=meeting.c.group, order_by=(meeting.c.starts_at, meeting.c.id)
        )
        told = [meeting.c.id, place.label("number")]
        asked = select(*told).where(meeting.c.cancelled_at.is_(None))
        if groups is not None:
            asked = asked.where(meeting.c.group.in_(tuple(groups)))
        return {row.id: int(row.number) for row in self._store.rows(asked)}

    def held(self) -> Mapping[str, int]:
        """Return how many minutes each group was taught in meetings that have ended."""
        length = type_coerce(meeting.c.ends_at, Integer) - type_coerce(meeting.c.starts_at, Integer)
        taught = func.sum(length / _MICROSECONDS_IN_A_MINUTE - meeting.c.break_minutes).label("minutes")
        told = [meeting.c.group, taught]
        asked = select(*told).where(meeting.c.ended_at.is_not(None), meeting.c.cancelled_at.is_(None))
        return {row.group: int(row.minutes) for row in self._store.rows(asked.group_by(meeting.c.group))}

    def keep(self, meetings: Iterable[Meeting], at: datetime) -> None:
        """Keep meetings as they are now, all of them or none."""
        with self._store.together():
            for one in meetings:
                fields = dataclasses.asdict(one) | {"topics": json.dumps(one.topics), "changed_at": at}
                changed = {name: value for name, value in fields.items() if name != "id"}
                added = insert(meeting).values(**fields, device=self._store.device, created_at=at)
                self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=changed))

    def add_many(self, meetings: Iterable[Meeting], at: datetime) -> None:
        """Keep many new meetings at once."""
        own = {"device": self._store.device, "created_at": at, "changed_at": at}
        rows = [dataclasses.asdict(one) | {"topics": json.dumps(one.topics)} | own for one in meetings]
        if rows:
            self._store.write(meeting.insert(), rows)

    def drop(self, meetings: Iterable[str]) -> None:
        """Take meetings away at which nobody was noted."""
        self._store.write(meeting.delete().where(meeting.c.id.in_(tuple(meetings))))

    # ------------------------------------------------------------------ who was there

    def marks(
        self, *, meeting_id: str | None = None, groups: Iterable[str] | None = None, person: str | None = None
    ) -> tuple[Mark, ...]:
        """Return every mark of a meeting, of groups' meetings or of a person, in order."""
        asked = select(attendance).order_by(attendance.c.at, attendance.c.id)
        if meeting_id is not None:
            asked = asked.where(attendance.c.meeting == meeting_id)
        if groups is not None:
            held = select(meeting.c.id).where(meeting.c.group.in_(tuple(groups)))
            asked = asked.where(attendance.c.meeting.in_(held))
        if person is not None:
            asked = asked.where(attendance.c.person == person)
        return tuple(_mark(row) for row in self._store.rows(asked))

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Keep marks; a later one of the same person and meeting takes an earlier one's place."""
        rows = [dataclasses.asdict(one) | {"presence": one.presence.value} for one in marks]
        if rows:
            self._store.write(attendance.insert(), rows)

    # ------------------------------------------------------------------ the pulse

    def add_pulse(self, pulse_id: str, meeting_id: str, face: Pulse, count: int) -> None:
        """Keep that a face was chosen so often."""
        values = {
            "id": pulse_id,
            "device": self._store.device,
            "meeting": meeting_id,
            "face": face.value,
            "count": count,
        }
        self._store.write(pulse.insert(), values)

    def pulse(self, meeting_id: str) -> PulseCount:
        """Return how often each face was chosen."""
        told = [pulse.c.face, func.sum(pulse.c.count).label("total")]
        asked = select(*told).where(pulse.c.meeting == meeting_id)
        found: Mapping[str, int] = {
            row.face: int(row.total) for row in self._store.rows(asked.group_by(pulse.c.face))
        }
        return PulseCount({face: max(found[face.value], 0) for face in Pulse if face.value in found})

    def asked(self, meeting_id: str, person_id: str) -> bool:
        """Tell whether somebody answered already."""
        asked = select(pulse_asked).where(
            pulse_asked.c.meeting == meeting_id, pulse_asked.c.person == person_id
        )
        return bool(self._store.rows(asked))

    def note_asked(self, meeting_id: str, person_id: str) -> None:
        """Note that somebody answered."""
        added = insert(pulse_asked).values(meeting=meeting_id, person=person_id)
        self._store.write(added.on_conflict_do_nothing())


def _meeting(row: Row[Any]) -> Meeting:
    identity, group, starts, ends, pause, place, topics, *rest = tuple(row)
    return Meeting(identity, group, starts, ends, pause, place, _topics(topics), *rest)


@lru_cache(maxsize=512)
def _topics(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _mark(row: Row[Any]) -> Mark:
    return Mark(
        row.id,
        row.device,
        row.at,
        row.meeting,
        row.person,
        Presence(row.presence),
        row.late,
        row.early,
        row.by,
    )
