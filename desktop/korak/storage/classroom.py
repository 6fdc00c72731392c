# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of the classroom: what was given to whom, raised hands, notes about learners."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Table, Text, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from korak.centre.classroom import Assignment, Given, Hand, HandMark, Note
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

assignment = Table(
    "assignment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("group", Text, ForeignKey("course_group.id"), index=True),
    Column("person", Text, ForeignKey("person.id"), index=True),
    Column("what", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("given_at", UtcTime, nullable=False),
    Column("withdrawn_at", UtcTime),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# Append-only.
hand_mark = Table(
    "hand_mark",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("lesson", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("what", Text, nullable=False),
    Index(None, "person", "at"),
    sqlite_strict=True,
)

learner_note = Table(
    "learner_note",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("by", Text, ForeignKey("person.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("removed_at", UtcTime),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (f"CREATE TRIGGER hand_mark_stays BEFORE UPDATE ON hand_mark {_STAYS}",)

_ASSIGNED = tuple(field.name for field in dataclasses.fields(Assignment))
_NOTED = tuple(field.name for field in dataclasses.fields(Note))


class ClassroomShelf:
    """Keeps what passes between a trainer and learners."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def assign(self, given: Assignment, at: datetime) -> None:
        """Keep what was given, or that it was withdrawn."""
        fields = dataclasses.asdict(given) | {"what": given.what.value, "changed_at": at}
        changed = {"withdrawn_at": given.withdrawn_at, "changed_at": at}
        added = insert(assignment).values(**fields, device=self._store.device)
        self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=changed))

    def assignment(self, assignment_id: str) -> Assignment | None:
        """Return one assignment."""
        asked = select(*(assignment.c[name] for name in _ASSIGNED)).where(assignment.c.id == assignment_id)
        found = self._store.rows(asked)
        return _assignment(found[0]) if found else None

    def assignments(self, groups: Iterable[str], people: Iterable[str] = ()) -> tuple[Assignment, ...]:
        """Return what was given to groups or people and not withdrawn, in order."""
        asked = select(*(assignment.c[name] for name in _ASSIGNED)).where(
            assignment.c.withdrawn_at.is_(None),
            or_(assignment.c.group.in_(tuple(groups)), assignment.c.person.in_(tuple(people))),
        )
        found = self._store.rows(asked.order_by(assignment.c.given_at, assignment.c.id))
        return tuple(_assignment(row) for row in found)

    def add_hand(self, mark: HandMark) -> None:
        """Keep that somebody asked for help or was helped."""
        self._store.write(hand_mark.insert(), dataclasses.asdict(mark) | {"what": mark.what.value})

    def hands(self, people: Iterable[str], since: datetime) -> tuple[HandMark, ...]:
        """Return who asked for help or was helped since a moment, in order."""
        asked = select(hand_mark).where(hand_mark.c.person.in_(tuple(people)), hand_mark.c.at >= since)
        found = self._store.rows(asked.order_by(hand_mark.c.at, hand_mark.c.id))
        return tuple(
            HandMark(row.id, row.device, row.at, row.person, row.lesson, row.station, Hand(row.what))
            for row in found
        )

    def note(self, note: Note, at: datetime) -> None:
        """Keep a note as it is now."""
        fields = dataclasses.asdict(note) | {"changed_at": at}
        added = insert(learner_note).values(**fields, device=self._store.device)
        changed = {"text": note.text, "changed_at": at}
        self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=changed))

    def remove_note(self, note_id: str, at: datetime, *, removed: bool = True) -> None:
        """Take a note away, or bring it back."""
        changed = learner_note.update().where(learner_note.c.id == note_id)
        self._store.write(changed.values(removed_at=at if removed else None, changed_at=at))

    def notes(self, person_id: str) -> tuple[Note, ...]:
        """Return the notes about somebody, the newest first."""
        asked = select(*(learner_note.c[name] for name in _NOTED)).where(
            learner_note.c.person == person_id, learner_note.c.removed_at.is_(None)
        )
        found = self._store.rows(asked.order_by(learner_note.c.at.desc(), learner_note.c.id.desc()))
        return tuple(Note(*row) for row in found)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        row.id, row.group, row.person, Given(row.what), row.name, row.given_at, row.withdrawn_at
    )
