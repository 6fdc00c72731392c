# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of lists of learners: details for the funder, imports that can be undone, who is one person."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, select

from korak.centre.details import Details, Eligible, Level, Sex
from korak.centre.roster import Import
from korak.storage import tables as t
from korak.storage.enrolments import enrolment_change
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

person_details = Table(
    "person_details",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("sex", Text, nullable=False),
    Column("birth_year", Integer),
    Column("eligible", Text, nullable=False),
    Column("level_in", Text, nullable=False),
    Column("level_out", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# Only where a funder needs it: the code of a group of nationalities, never a text.
person_origin = Table(
    "person_origin",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("origin", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

roster_import = Table(
    "roster_import",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, ForeignKey("person.id"), nullable=False),
    Column("file", Text, nullable=False),
    Column("undone_at", UtcTime),
    sqlite_strict=True,
)

# Who came with an import; of those who were here before also how they were (as JSON), to undo it.
roster_import_person = Table(
    "roster_import_person",
    metadata,
    Column("import", Text, ForeignKey("roster_import.id"), primary_key=True),
    Column("person", Text, primary_key=True),
    Column("before", Text),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Tables that speak of a person who has only been put on a list.
_NO_MARKS = frozenset(
    {"enrolment", "enrolment_change", "person_details", "person_origin", "roster_import_person"}
)

TRIGGERS: tuple[str, ...] = ()


class RosterShelf:
    """Keeps and finds details, imports and who is one person."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def details(self, people: Iterable[str]) -> dict[str, Details]:
        """Return what is known about these people; whoever is missing has told nothing."""
        asked = (
            select(person_details, person_origin.c.origin)
            .outerjoin_from(person_details, person_origin, person_origin.c.person == person_details.c.person)
            .where(person_details.c.person.in_(tuple(people)))
        )
        return {
            str(row.person): Details(
                Sex(row.sex),
                row.birth_year,
                Eligible(row.eligible),
                Level(row.level_in),
                Level(row.level_out),
                row.origin or "",
            )
            for row in self._store.rows(asked)
        }

    def all_details(self) -> dict[str, Details]:
        """Return what is known about everybody."""
        everybody = self._store.rows(select(person_details.c.person))
        return self.details(str(row.person) for row in everybody)

    def set_details(self, person_id: str, details: Details, at: datetime) -> None:
        """Keep what is known about a person."""
        self.forget_details([person_id])
        kept = {"person": person_id, "device": self._store.device, "changed_at": at}
        values = dataclasses.asdict(details)
        origin = values.pop("origin")
        told = {key: _stored(value) for key, value in values.items()}
        self._store.write(person_details.insert(), told | kept)
        if origin:
            self._store.write(person_origin.insert(), kept | {"origin": origin})

    def origins(self) -> frozenset[str]:
        """Return the codes of groups of nationalities that are in use."""
        return frozenset(str(row.origin) for row in self._store.rows(select(person_origin.c.origin)))

    def forget_details(self, people: Iterable[str]) -> None:
        """Take away what is known about these people."""
        for table in (person_details, person_origin):
            self._store.write(table.delete().where(table.c.person.in_(tuple(people))))

    # ------------------------------------------------------------------ lists that were saved

    def add_import(self, made: Import, people: Mapping[str, str | None]) -> None:
        """Keep that a list was saved, who came with it, and how those were who were here before."""
        values = {
            "id": made.id,
            "device": self._store.device,
            "at": made.at,
            "by": made.by,
            "file": made.file,
        }
        self._store.write(roster_import.insert(), values)
        rows = [{"import": made.id, "person": person, "before": before} for person, before in people.items()]
        if rows:
            self._store.write(roster_import_person.insert(), rows)

    def imports(self) -> tuple[Import, ...]:
        """Return the imports, the newest first."""
        kept = roster_import.c
        asked = select(roster_import).order_by(kept.at.desc(), kept.id.desc())
        rows = self._store.rows(asked)
        return tuple(Import(row.id, row.at, row.by, row.file, row.undone_at) for row in rows)

    def import_people(self, import_id: str) -> dict[str, str | None]:
        """Return who came with an import, and how those were who were here before."""
        asked = select(roster_import_person).where(roster_import_person.c["import"] == import_id)
        return {str(row.person): row.before for row in self._store.rows(asked)}

    def undo_import(self, import_id: str, at: datetime) -> None:
        """Note that an import was undone; whom it concerned is no longer kept."""
        self._store.write(roster_import.update().where(roster_import.c.id == import_id).values(undone_at=at))
        rows = roster_import_person.c["import"] == import_id
        self._store.write(roster_import_person.delete().where(rows))

    def has_marks(self, person_id: str, whole: MetaData) -> bool:
        """Tell whether somebody did anything here, or somebody wrote anything about them.

        `whole` is the whole schema (`storage/schema.py`): every table may speak of somebody.
        """
        for table in whole.sorted_tables:
            if table.name in _NO_MARKS or "person" not in table.c:
                continue
            if self._store.rows(select(table.c.person).where(table.c.person == person_id).limit(1)):
                return True
        return False

    def leave(self, person_id: str, group_id: str, at: datetime) -> None:
        """End somebody's place in a group that an import had made."""
        here = t.enrolment.c
        ended = t.enrolment.update().where(
            here.person == person_id, here.group == group_id, here.ended_at.is_(None)
        )
        self._store.write(ended.values(ended_at=at))

    def remove_people(self, people: Iterable[str]) -> None:
        """Take away people who came with a list and have left no mark yet."""
        for person in people:
            self._store.write(enrolment_change.delete().where(enrolment_change.c.person == person))
            self._store.write(t.enrolment.delete().where(t.enrolment.c.person == person))
            self.forget_details([person])
            self._store.write(t.person.delete().where(t.person.c.id == person))

    # ------------------------------------------------------------------ one person, two records

    def set_same(self, other: str, person: str, by: str, at: datetime) -> None:
        """Keep that two records are one person's; those that were the other's come along."""
        moved = t.same_person.update().where(t.same_person.c.person == other)
        self._store.write(moved.values(person=person))
        values = {"other": other, "person": person, "device": self._store.device, "at": at, "by": by}
        self._store.write(t.same_person.insert(), values)

    def part(self, other: str) -> None:
        """Two records are two people's after all."""
        self._store.write(t.same_person.delete().where(t.same_person.c.other == other))

    def same(self) -> dict[str, str]:
        """Return which record is whose, by the record that was put to another."""
        return self._store.same()


def _stored(value: object) -> object:
    return value.value if isinstance(value, (Sex, Eligible, Level)) else value
