# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of corrections: what was changed after it counted. Lines are only added."""

import dataclasses

from sqlalchemy import Column, ForeignKey, Index, Table, Text, select

from korak.centre.audit import Correction
from korak.storage.store import Store
from korak.storage.tables import UtcTime, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, ForeignKey("person.id"), nullable=False),
    Column("subject", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "thing"),
    sqlite_strict=True,
)

TRIGGERS = (
    "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END",
)


class AuditShelf:
    """Adds corrections and finds them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, correction: Correction) -> None:
        """Keep one correction."""
        self._store.write(audit.insert(), dataclasses.asdict(correction))

    def of(self, subject: str, thing: str | None = None) -> tuple[Correction, ...]:
        """Return the corrections of a kind of thing (or of one thing), the newest first."""
        asked = select(audit).where(audit.c.subject == subject)
        if thing is not None:
            asked = asked.where(audit.c.thing == thing)
        found = self._store.rows(asked.order_by(audit.c.at.desc(), audit.c.id.desc()))
        return tuple(Correction(*row) for row in found)
