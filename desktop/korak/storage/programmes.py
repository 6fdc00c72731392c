# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of programmes: what funders pay for, their logos, which groups belong to them, group plans."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from korak.centre.programmes import Logo, Programme
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

programme = Table(
    "programme",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("contract", Text, nullable=False),
    Column("funder", Text, nullable=False),
    Column("cofunding", Text, nullable=False),
    Column("begins", Text),
    Column("ends", Text),
    Column("planned_hours", Integer, nullable=False),
    Column("active", Flag, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

programme_logo = Table(
    "programme_logo",
    metadata,
    Column("id", Text, primary_key=True),
    Column("programme", Text, ForeignKey("programme.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# What a programme and a plan add to a group; a group without a line belongs to no programme.
group_course = Table(
    "group_course",
    metadata,
    Column("group", Text, ForeignKey("course_group.id"), primary_key=True),
    Column("programme", Text, ForeignKey("programme.id")),
    Column("plan", Text),  # the topics' names in the group's own order, a JSON list; none: as the pack has it
    Column("ends", Text),  # the day the group's course ends; none: when its programme does
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

TRIGGERS: tuple[str, ...] = ()


class ProgrammeShelf:
    """Keeps programmes and what groups have of them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def programmes(self, *, active: bool | None = True) -> tuple[Programme, ...]:
        """Return the programmes by name (None: also those put away)."""
        asked = select(programme).order_by(programme.c.name, programme.c.id)
        if active is not None:
            asked = asked.where(programme.c.active == active)
        return tuple(_programme(row) for row in self._store.rows(asked))

    def programme(self, programme_id: str) -> Programme | None:
        """Return one programme."""
        found = self._store.rows(select(programme).where(programme.c.id == programme_id))
        return _programme(found[0]) if found else None

    def keep(self, kept: Programme, at: datetime) -> None:
        """Keep a programme as it is now."""
        fields = dataclasses.asdict(kept)
        fields |= {"begins": _text(kept.begins), "ends": _text(kept.ends), "changed_at": at}
        changed = {name: value for name, value in fields.items() if name != "id"}
        added = insert(programme).values(**fields, device=self._store.device, created_at=at)
        self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=changed))

    def logos(self, programme_id: str) -> tuple[Logo, ...]:
        """Return the logos of a programme in the order they were added."""
        told = [programme_logo.c[name] for name in ("id", "programme", "name", "data")]
        asked = select(*told).where(programme_logo.c.programme == programme_id)
        asked = asked.order_by(programme_logo.c.id)
        return tuple(Logo(*row) for row in self._store.rows(asked))

    def add_logo(self, logo: Logo, at: datetime) -> None:
        """Keep a logo."""
        self._store.write(programme_logo.insert(), dataclasses.asdict(logo) | {"changed_at": at})

    def drop_logo(self, logo_id: str) -> None:
        """Take a logo away."""
        self._store.write(programme_logo.delete().where(programme_logo.c.id == logo_id))

    def groups(self) -> Mapping[str, str]:
        """Return the programme of each group that has one."""
        told = [group_course.c.group, group_course.c.programme]
        asked = select(*told).where(group_course.c.programme.is_not(None))
        return {row.group: row.programme for row in self._store.rows(asked)}

    def put_group(self, group_id: str, programme_id: str | None, at: datetime) -> None:
        """Say which programme a group belongs to."""
        self._keep_group(group_id, at, programme=programme_id)

    def plan(self, group_id: str) -> str | None:
        """Return what is kept of a group's plan."""
        found = self._store.rows(select(group_course.c.plan).where(group_course.c.group == group_id))
        return found[0].plan if found else None

    def set_plan(self, group_id: str, plan: str | None, at: datetime) -> None:
        """Keep a group's plan (None: as the pack has it)."""
        self._keep_group(group_id, at, plan=plan)

    def end(self, group_id: str) -> date | None:
        """Return the day set for the end of a group's course."""
        found = self._store.rows(select(group_course.c.ends).where(group_course.c.group == group_id))
        return _date(found[0].ends) if found else None

    def set_end(self, group_id: str, end: date | None, at: datetime) -> None:
        """Keep the day a group's course ends (None: when its programme does)."""
        self._keep_group(group_id, at, ends=_text(end))

    def last_end(self, groups: Iterable[str]) -> date | None:
        """Return the last day of any of these groups' courses: each group's own, else its programme's."""
        ends = func.coalesce(group_course.c.ends, programme.c.ends)
        asked = select(func.max(ends)).select_from(group_course.outerjoin(programme))
        return _date(self._store.rows(asked.where(group_course.c.group.in_(tuple(groups))))[0][0])

    def _keep_group(self, group_id: str, at: datetime, **values: str | None) -> None:
        changed: dict[str, Any] = {**values, "changed_at": at}
        added = insert(group_course).values(group=group_id, **changed)
        self._store.write(added.on_conflict_do_update(index_elements=["group"], set_=changed))


def _programme(row: Row[Any]) -> Programme:
    return Programme(
        row.id,
        row.name,
        row.contract,
        row.funder,
        row.cofunding,
        _date(row.begins),
        _date(row.ends),
        row.planned_hours,
        row.active,
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
