# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of pairs: who worked with whom, whose part in an answer was which, what a trainer proposed."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Table, Text, or_, select
from sqlalchemy.dialects.sqlite import insert

from korak.centre.pairs import PairMark, PairPart, PairWish, Role, What
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

# Append-only.
pair_mark = Table(
    "pair_mark",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("pair", Text, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("other", Text, ForeignKey("person.id"), nullable=False),
    Column("what", Text, nullable=False),
    Index(None, "person", "at"),
    Index(None, "other", "at"),
    sqlite_strict=True,
)

# Append-only: an attempt made in a pair has a line here, everybody's own attempt one.
pair_part = Table(
    "pair_part",
    metadata,
    Column("attempt", Text, ForeignKey("attempt.id"), primary_key=True),
    Column("pair", Text, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("role", Text, nullable=False),
    Index(None, "pair"),
    Index(None, "person"),
    sqlite_strict=True,
)

pair_wish = Table(
    "pair_wish",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("other", Text, ForeignKey("person.id"), nullable=False),
    Column("by", Text, ForeignKey("person.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("withdrawn_at", UtcTime),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Index(None, "at"),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} {_STAYS}" for table in ("pair_mark", "pair_part")
)

_WISHED = tuple(field.name for field in dataclasses.fields(PairWish))


class PairShelf:
    """Keeps what happens in pairs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add_mark(self, mark: PairMark) -> None:
        """Keep that two people began to work together, or ended it."""
        self._store.write(pair_mark.insert(), dataclasses.asdict(mark) | {"what": mark.what.value})

    def marks(self, people: Iterable[str], since: datetime) -> tuple[PairMark, ...]:
        """Return who came together and apart since a moment, in order."""
        asked = tuple(people)
        mine = or_(pair_mark.c.person.in_(asked), pair_mark.c.other.in_(asked))
        found = self._store.rows(
            select(pair_mark).where(mine, pair_mark.c.at >= since).order_by(pair_mark.c.at, pair_mark.c.id)
        )
        return tuple(
            PairMark(row.id, row.device, row.at, row.pair, row.person, row.other, What(row.what))
            for row in found
        )

    def add_parts(self, parts: Iterable[PairPart]) -> None:
        """Keep whose part in attempts was which."""
        rows = [dataclasses.asdict(part) | {"role": part.role.value} for part in parts]
        if rows:
            self._store.write(pair_part.insert(), rows)

    def parts(self, person_id: str) -> tuple[PairPart, ...]:
        """Return somebody's parts in attempts made in pairs."""
        found = self._store.rows(select(pair_part).where(pair_part.c.person == person_id))
        return tuple(PairPart(row.attempt, row.pair, row.person, Role(row.role)) for row in found)

    def wish(self, wish: PairWish, at: datetime) -> None:
        """Keep a proposal, or that it was withdrawn."""
        fields = dataclasses.asdict(wish) | {"device": self._store.device, "changed_at": at}
        changed = {"withdrawn_at": wish.withdrawn_at, "changed_at": at}
        added = insert(pair_wish).values(**fields)
        self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=changed))

    def wishes(self, people: Iterable[str], since: datetime) -> tuple[PairWish, ...]:
        """Return what was proposed to people since a moment and not withdrawn, in order."""
        asked = tuple(people)
        found = self._store.rows(
            select(*(pair_wish.c[name] for name in _WISHED))
            .where(
                or_(pair_wish.c.person.in_(asked), pair_wish.c.other.in_(asked)),
                pair_wish.c.withdrawn_at.is_(None),
                pair_wish.c.at >= since,
            )
            .order_by(pair_wish.c.at, pair_wish.c.id)
        )
        return tuple(PairWish(*row) for row in found)
