# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of enrolments: who was in which group when, and the steps that were written down."""

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Select, Table, Text, select
from sqlalchemy.engine import Row

from korak.centre.enrolment import Change, Reason, Step, Stretch
from korak.centre.people import Person
from korak.storage import tables as t
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

# Append-only; beside it the table "enrolment" says who is in which group now.
enrolment_change = Table(
    "enrolment_change",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("enrolment", Text, ForeignKey("enrolment.id"), nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False, index=True),
    Column("step", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (f"CREATE TRIGGER enrolment_change_stays BEFORE UPDATE ON enrolment_change {_STAYS}",)

_OF_STRETCH = ("id", "person", "group", "started_at", "ended_at")
_STRETCHES: Select[Any] = select(*(t.enrolment.c[name] for name in _OF_STRETCH)).order_by(
    t.enrolment.c.started_at, t.enrolment.c.id
)
_CHANGES: Select[Any] = select(enrolment_change).order_by(enrolment_change.c.at, enrolment_change.c.id)


class EnrolmentShelf:
    """Finds stretches, ends and begins them, and keeps the steps."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def stretches(
        self, *, person: str | None = None, groups: Iterable[str] | None = None
    ) -> tuple[Stretch, ...]:
        """Return the stretches of a person, of groups, or all, by beginning."""
        asked = _STRETCHES
        if person is not None:
            asked = asked.where(t.enrolment.c.person == person)
        if groups is not None:
            asked = asked.where(t.enrolment.c.group.in_(tuple(groups)))
        return tuple(Stretch(*row) for row in self._store.rows(asked))

    def people(self, groups: Iterable[str]) -> tuple[Person, ...]:
        """Return everybody who was ever in these groups, each once."""
        ever = select(t.enrolment.c.person).where(t.enrolment.c.group.in_(tuple(groups)))
        return self._store.people_of(ever)

    def changes(
        self, *, person: str | None = None, groups: Iterable[str] | None = None
    ) -> tuple[Change, ...]:
        """Return the steps that were written down about a person, about groups, or all, in order."""
        asked = _CHANGES
        if person is not None:
            asked = asked.where(enrolment_change.c.person == person)
        if groups is not None:
            asked = asked.where(enrolment_change.c.group.in_(tuple(groups)))
        return tuple(_change(row) for row in self._store.rows(asked))

    def add_change(self, change: Change) -> None:
        """Keep a step."""
        fields = dataclasses.asdict(change)
        fields |= {"step": change.step.value, "reason": change.reason.value, "day": change.day.isoformat()}
        self._store.write(enrolment_change.insert(), fields)

    def end(self, stretch_id: str, at: datetime) -> None:
        """End a stretch."""
        ended = t.enrolment.update().where(t.enrolment.c.id == stretch_id, t.enrolment.c.ended_at.is_(None))
        self._store.write(ended.values(ended_at=at))


def _change(row: Row[Any]) -> Change:
    return Change(
        row.id,
        row.device,
        row.at,
        row.enrolment,
        row.person,
        row.group,
        Step(row.step),
        date.fromisoformat(row.day),
        Reason(row.reason),
        row.by,
    )
