# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of exposure: how often tasks of the assessment were given here, and what is given no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Table, Text, func, select
from sqlalchemy.dialects.sqlite import insert

from korak.storage.sittings import sitting, sitting_run
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

# Append-only: a set of data that became known is retired for good, with the reason.
retired_surface = Table(
    "retired_surface",
    metadata,
    Column("id", Text, primary_key=True),
    Column("item", Text, nullable=False),
    Column("seed", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index(None, "item", "seed", unique=True),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (f"CREATE TRIGGER retired_surface_stays BEFORE UPDATE ON retired_surface {_STAYS}",)


@dataclass(frozen=True, slots=True)
class Retired:
    """A set of data that is given no more."""

    id: str
    item: str
    seed: str
    reason: str
    by: str
    device: str
    at: datetime


class ExposureShelf:
    """What was given how often, and what is retired."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def times_begun(self) -> Mapping[tuple[str, str], int]:
        """Return how many sittings have begun each task with each set of data: (item, seed) to a count."""
        run = sitting_run.c
        asked: Any = select(run.item, run.seed, func.count(run.sitting.distinct()))
        rows = self._store.rows(asked.group_by(run.item, run.seed))
        return {(str(item), str(seed)): int(count) for item, seed, count in (tuple(row) for row in rows)}

    def times_on_paper(self) -> Mapping[str, int]:
        """Return how many booklets of each form were planned; all of them show the same data."""
        asked: Any = select(sitting.c.form, func.count()).where(sitting.c.mode == "paper")
        return {str(form): int(count) for form, count in map(tuple, self._store.rows(asked.group_by("form")))}

    def retire(self, one: Retired) -> None:
        """Keep that a set of data is given no more; the first reason stays."""
        values = {name: getattr(one, name) for name in ("id", "item", "seed", "reason", "by", "at")}
        self._store.write(
            insert(retired_surface).on_conflict_do_nothing(), values | {"device": self._store.device}
        )

    def retired(self, item: str | None = None) -> tuple[Retired, ...]:
        """Return what is retired of one item, or of all, the oldest first."""
        asked = select(retired_surface).order_by(retired_surface.c.at, retired_surface.c.id)
        if item is not None:
            asked = asked.where(retired_surface.c.item == item)
        return tuple(Retired(*row) for row in self._store.rows(asked))
