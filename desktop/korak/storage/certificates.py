# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of certificates: how much attendance they need, who wants the list of skills, the numbers."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, select
from sqlalchemy.dialects.sqlite import insert

from korak.centre.certificates import Issued
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

certificate_rule = Table(
    "certificate_rule",
    metadata,
    Column("programme", Text, primary_key=True),  # empty: groups without a programme
    Column("percent", Integer, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# Append-only: the last one of a person counts.
certificate_wish = Table(
    "certificate_wish",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("can_do", Flag, nullable=False),
    Column("by", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index(None, "person"),
    sqlite_strict=True,
)

# Append-only: a number that was given stays the one of this person and group.
certificate = Table(
    "certificate",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("attended", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index(None, "group"),
    Index(None, "person"),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} {_STAYS}"
    for table in ("certificate", "certificate_wish")
)
_ISSUED = tuple(field.name for field in dataclasses.fields(Issued))


class CertificateShelf:
    """Keeps what certificates need."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def percent(self, programme: str) -> int | None:
        """Return how many per cent of the hours a programme asks for; None: nobody has said."""
        asked = select(certificate_rule.c.percent).where(certificate_rule.c.programme == programme)
        found = self._store.rows(asked)
        return found[0].percent if found else None

    def set_percent(self, programme: str, percent: int, at: datetime) -> None:
        """Keep how many per cent a programme asks for."""
        told = {"percent": percent, "device": self._store.device, "changed_at": at}
        added = insert(certificate_rule).values(programme=programme, **told)
        self._store.write(added.on_conflict_do_update(index_elements=["programme"], set_=told))

    def wishes(self, people: Iterable[str]) -> Mapping[str, bool]:
        """Return who wants the list of skills on the certificate, and who said no."""
        told = [certificate_wish.c.person, certificate_wish.c.can_do]
        asked = select(*told).where(certificate_wish.c.person.in_(list(people)))
        rows = self._store.rows(asked.order_by(certificate_wish.c.at, certificate_wish.c.id))
        return {row.person: row.can_do for row in rows}

    def wish(self, identity: str, person: str, can_do: bool, by: str, at: datetime) -> None:
        """Keep what somebody wants on the certificate."""
        values = {"id": identity, "person": person, "can_do": can_do, "by": by, "at": at}
        self._store.write(certificate_wish.insert(), values | {"device": self._store.device})

    def issued(self, people: Iterable[str]) -> tuple[Issued, ...]:
        """Return the certificates of people, the oldest first."""
        asked = select(*(certificate.c[name] for name in _ISSUED))
        asked = asked.where(certificate.c.person.in_(list(people)))
        rows = self._store.rows(asked.order_by(certificate.c.at, certificate.c.id))
        return tuple(Issued(*row) for row in rows)

    def issue(self, one: Issued) -> None:
        """Keep that a certificate was made."""
        self._store.write(certificate.insert(), dataclasses.asdict(one) | {"device": self._store.device})
