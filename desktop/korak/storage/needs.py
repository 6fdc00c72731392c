# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of needs: what people told at entry, and what stays counted of those who were forgotten."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from korak.centre.needs import Answer, Obstacle, Told, Way, Weight, keys, latest
from korak.storage import tables as t
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

# Append-only.
needs_answer = Table(
    "needs_answer",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("by", Text, ForeignKey("person.id"), nullable=False),
    Column("way", Text, nullable=False),
    Column("wishes", Text, nullable=False),
    Column("obstacles", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("declined", Flag, nullable=False),
    Index(None, "person", "at"),
    sqlite_strict=True,
)

# What stays counted of people who were forgotten: a number for a group, no name, no day of their own.
kept_count = Table(
    "kept_count",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("group", Text, ForeignKey("course_group.id"), primary_key=True),
    Column("device", Text, ForeignKey("device.id"), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (f"CREATE TRIGGER needs_answer_stays BEFORE UPDATE ON needs_answer {_STAYS}",)

_NEEDS = "needs/"
AS_WRITTEN = literal_column("rowid", Integer)
"""The order of facts of one and the same moment."""


class KeptCounts:
    """Keeps and finds what stays counted of people who were forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, group_id: str, subjects: Iterable[str], at: datetime) -> None:
        """Count one more person of a group under each of these names."""
        for subject in subjects:
            row = {"subject": subject, "group": group_id, "device": self._store.device}
            added = insert(kept_count).values(**row, n=1, changed_at=at)
            more = {"n": kept_count.c.n + 1, "changed_at": at}
            keys_of = ["subject", "group", "device"]
            self._store.write(added.on_conflict_do_update(index_elements=keys_of, set_=more))

    def groups_of(self, person_id: str) -> tuple[str, ...]:
        """Return every group somebody is or was in."""
        asked = select(t.enrolment.c.group).where(t.enrolment.c.person == person_id).distinct()
        return tuple(str(row.group) for row in self._store.rows(asked.order_by(t.enrolment.c.group)))

    def people_of(self, group_id: str) -> frozenset[str]:
        """Return everybody who is or was in a group; two records of one person are one person."""
        same = self._store.same()
        asked = select(t.enrolment.c.person).where(t.enrolment.c.group == group_id).distinct()
        return frozenset(same.get(row.person, str(row.person)) for row in self._store.rows(asked))

    def of(self, group_id: str, beginning: str) -> dict[str, int]:
        """Return the counts of a group whose names begin so, by the rest of the name."""
        here = kept_count.c
        asked: Any = (
            select(here.subject, func.sum(here.n).label("n"))
            .where(here.group == group_id, here.subject.startswith(beginning, autoescape=True))
            .group_by(here.subject)
        )
        return {str(row.subject).removeprefix(beginning): int(row.n) for row in self._store.rows(asked)}

    def drop(self, beginning: str) -> None:
        """Take away the counts whose names begin so."""
        gone = kept_count.c.subject.startswith(beginning, autoescape=True)
        self._store.write(kept_count.delete().where(gone))


class NeedsShelf:
    """Keeps and finds what people told at entry."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counts = KeptCounts(store)

    def add(self, answer: Answer) -> None:
        """Keep an answer."""
        values = {
            "id": answer.id,
            "device": self._store.device,
            "at": answer.at,
            "person": answer.person,
            "by": answer.by,
            "way": answer.way.value,
            "wishes": " ".join(answer.told.wishes),
            "obstacles": json.dumps({key.value: told.value for key, told in answer.told.obstacles.items()}),
            "words": answer.told.words,
            "declined": answer.declined,
        }
        self._store.write(needs_answer.insert(), values)

    def answers(self, people: Iterable[str]) -> tuple[Answer, ...]:
        """Return the answers of these people in order; two records of one person are one person."""
        same = self._store.same()
        wanted = set(people)
        wanted |= {other for other, person in same.items() if person in wanted}
        asked = select(needs_answer).where(needs_answer.c.person.in_(tuple(wanted)))
        found = self._store.rows(asked.order_by(needs_answer.c.at, AS_WRITTEN))
        return tuple(_answer(row, same) for row in found)

    def kept(self, group_id: str) -> dict[str, int]:
        """Return what stays counted of people of a group who were forgotten."""
        return self._counts.of(group_id, _NEEDS)

    def let_go(self, person_id: str, at: datetime) -> None:
        """Count the last answer of somebody who is going to be forgotten, in every group they were in."""
        last = latest(self.answers([person_id])).get(person_id)
        if last is not None:
            subjects = [f"{_NEEDS}{key}" for key in keys(last.told)]
            for group_id in self._counts.groups_of(person_id):
                self._counts.add(group_id, subjects, at)


def _answer(row: Row[Any], same: Mapping[str, str]) -> Answer:
    told = Told(
        tuple(row.wishes.split()),
        {Obstacle(key): Weight(weight) for key, weight in json.loads(row.obstacles).items()},
        row.words,
    )
    person = same.get(row.person, str(row.person))
    return Answer(row.id, row.at, person, row.by, Way(row.way), told, row.declined)
