# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of results: learner codes, and the reports that were frozen for a period.

The table of codes is the only place where a code and a person stand side by side; nothing that is exported
reads it together with a name.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint, select

from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

learner_code = Table(
    "learner_code",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("code", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("code"),
    sqlite_strict=True,
)

# Append-only: a report that went out stays known, a re-issue is a new version.
frozen_report = Table(
    "frozen_report",
    metadata,
    Column("id", Text, primary_key=True),
    Column("programme", Text, nullable=False),  # empty: the whole centre
    Column("begins", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("hidden", Text, nullable=False),  # the cells not printed, JSON: {table: [cells]}
    Column("by", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

TRIGGERS: tuple[str, ...] = (
    (
        "CREATE TRIGGER frozen_report_is_kept BEFORE UPDATE ON frozen_report"
        " BEGIN SELECT RAISE(ABORT, 'frozen_report is append-only'); END"
    ),
    (
        "CREATE TRIGGER frozen_report_stays BEFORE DELETE ON frozen_report"
        " BEGIN SELECT RAISE(ABORT, 'frozen_report is append-only'); END"
    ),
)


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A report that was made for outside: which period, which version, what it did not show."""

    id: str
    programme: str
    begins: date
    ends: date
    version: int
    hidden: Mapping[str, frozenset[str]]
    by: str
    at: datetime


class ResultShelf:
    """Keeps codes and frozen reports."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def codes(self, people: Iterable[str] | None = None) -> Mapping[str, str]:
        """Return the codes by person (None: of everybody who has one)."""
        told = [learner_code.c.person, learner_code.c.code]
        asked = select(*told)
        if people is not None:
            asked = asked.where(learner_code.c.person.in_(list(people)))
        return {row.person: row.code for row in self._store.rows(asked)}

    def person_of(self, code: str) -> str | None:
        """Return whose code this is."""
        found = self._store.rows(select(learner_code.c.person).where(learner_code.c.code == code))
        return found[0].person if found else None

    def add_code(self, person: str, code: str, at: datetime) -> None:
        """Keep the code of somebody who has none."""
        values = {"person": person, "code": code, "device": self._store.device, "created_at": at}
        self._store.write(learner_code.insert(), values)

    def frozen(self, programme: str = "") -> tuple[FrozenReport, ...]:
        """Return the reports frozen for a programme, the oldest first."""
        asked = select(frozen_report).where(frozen_report.c.programme == programme)
        asked = asked.order_by(frozen_report.c.at, frozen_report.c.begins, frozen_report.c.version)
        return tuple(
            FrozenReport(
                row.id,
                row.programme,
                date.fromisoformat(row.begins),
                date.fromisoformat(row.ends),
                row.version,
                {table: frozenset(cells) for table, cells in json.loads(row.hidden).items()},
                row.by,
                row.at,
            )
            for row in self._store.rows(asked)
        )

    def freeze(self, report: FrozenReport) -> None:
        """Keep a report that goes out."""
        hidden = {table: sorted(cells) for table, cells in sorted(report.hidden.items())}
        values = {
            "id": report.id,
            "programme": report.programme,
            "begins": report.begins.isoformat(),
            "ends": report.ends.isoformat(),
            "version": report.version,
            "hidden": json.dumps(hidden),
            "by": report.by,
            "device": self._store.device,
            "at": report.at,
        }
        self._store.write(frozen_report.insert(), values)
