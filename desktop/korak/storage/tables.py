# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables. Ids are UUID text, so that two machines never make the same one; times are UTC.

A change here needs a migration (`storage/migrations`); the drift test compares the two.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_number(moment: datetime) -> int:
    """Return a moment as it is stored: whole microseconds since 1970 in UTC."""
    return (moment - _EPOCH) // _MICROSECOND


def to_moment(number: int) -> datetime:
    """Return the moment that was stored."""
    return _EPOCH + number * _MICROSECOND


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, stored as microseconds since 1970: short, exact and in order."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Store a moment."""
        return None if value is None else to_number(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return a moment."""
        return None if value is None else to_moment(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, stored as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Store yes or no."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:  # noqa: ARG002
        """Return yes or no."""
        return None if value is None else bool(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


device = Table(
    "device",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

centre = Table(
    "centre",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# What holds for this data folder: its own device, its own centre, what the trainer set.
setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("centre", Text, ForeignKey("centre.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("alias", Text, nullable=False),
    Column("picture", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("active", Flag, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# "group" is a word of SQL.
course_group = Table(
    "course_group",
    metadata,
    Column("id", Text, primary_key=True),
    Column("centre", Text, ForeignKey("centre.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("active", Flag, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False, index=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    sqlite_strict=True,
)

# What opens a door, kept apart from the person so that no list and no export can carry it along.
secret = Table(
    "secret",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("hash", Text, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

guard = Table(
    "guard",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("shut_until", UtcTime),
    sqlite_strict=True,
)

# Append-only. A trigger of the first migration refuses every change.
attempt = Table(
    "attempt",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("lesson", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("mode", Text),
    Column("answer", Text, nullable=False),
    Column("simple_answer", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("score", REAL, nullable=False),
    Column("help", Integer, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("seconds", REAL, nullable=False),
    Index(None, "person", "at"),
    sqlite_strict=True,
)

# A task run and its log are append-only too: a run has ended when its log says so.
task_run = Table(
    "task_run",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("lesson", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Index(None, "person", "started_at"),
    sqlite_strict=True,
)

task_log = Table(
    "task_log",
    metadata,
    Column("run", Text, ForeignKey("task_run.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("seconds", REAL, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Where somebody stopped in each lesson.
place = Table(
    "place",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("lesson", Text, primary_key=True),
    Column("station", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Who came and went: one line each time somebody is let in or leaves.
visit = Table(
    "visit",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("what", Text, nullable=False),
    Index(None, "person", "at"),
    sqlite_strict=True,
)

# Two records that are one person: the facts stay where they are and are read together.
same_person = Table(
    "same_person",
    metadata,
    Column("other", Text, ForeignKey("person.id"), primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, ForeignKey("person.id"), nullable=False),
    Index(None, "person"),
    sqlite_strict=True,
)

# What tables cannot say; `migrations/0001` writes the same.
TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    for table in ("attempt", "task_run", "task_log", "visit")
)
