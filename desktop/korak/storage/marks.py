# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of agreed marks: what two people who marked a task on paper agreed on after they had talked."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, select, text

from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

# Append-only: it belongs to one answer with its two marks; where a mark is entered anew, it is void.
agreed_mark = Table(
    "agreed_mark",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sitting", Text, ForeignKey("sitting.id"), nullable=False, index=True),
    Column("answer", Text, ForeignKey("sitting_answer.id"), nullable=False),
    Column("mark", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (f"CREATE TRIGGER agreed_mark_stays BEFORE UPDATE ON agreed_mark {_STAYS}",)


class MarkShelf:
    """Agreed marks, by the answer they belong to."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, identity: str, sitting: str, answer: str, mark: int, by: str, at: datetime) -> None:
        """Keep what was agreed on."""
        self._store.write(
            agreed_mark.insert(),
            {
                "id": identity,
                "sitting": sitting,
                "answer": answer,
                "mark": mark,
                "by": by,
                "device": self._store.device,
                "at": at,
            },
        )

    def of_sittings(self, sittings: Iterable[str]) -> Mapping[str, int]:
        """Return the agreed marks of several sittings by answer; the last of an answer counts."""
        mark = agreed_mark.c
        asked: Any = select(mark.answer, mark.mark).where(mark.sitting.in_(tuple(sittings)))
        rows = self._store.rows(asked.order_by(mark.at, text("rowid")))
        return {str(row.answer): int(row.mark) for row in rows}
