# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of local services."""

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Table, Text, select
from sqlalchemy.engine import Row

from korak.centre.local_services import LocalService
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

local_service = Table(
    "local_service",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("town", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("web", Text, nullable=False),
    Column("hours", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("appointment", Flag),
    Column("for_what", Text, nullable=False),
    Column("documents", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("verified_on", Text),
    Column("verified_by", Text, nullable=False),
    Column("active", Flag, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

TRIGGERS: tuple[str, ...] = ()


class LocalServiceShelf:
    """Keeps and finds the entries of the map."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[LocalService, ...]:
        """Return every entry, by town and name."""
        asked = select(local_service).order_by(local_service.c.town, local_service.c.name, local_service.c.id)
        return tuple(_service(row) for row in self._store.rows(asked))

    def keep(self, services: Iterable[LocalService], at: datetime) -> None:
        """Keep entries as they are now; whatever stood under their ids goes."""
        for service in services:
            self._store.write(local_service.delete().where(local_service.c.id == service.id))
            self._store.write(
                local_service.insert(), _fields(service) | {"device": self._store.device, "changed_at": at}
            )


def _fields(service: LocalService) -> dict[str, Any]:
    fields = dataclasses.asdict(service)
    fields["languages"] = " ".join(service.languages)
    fields["verified_on"] = None if service.verified_on is None else service.verified_on.isoformat()
    return fields


def _service(row: Row[Any]) -> LocalService:
    names = [field.name for field in dataclasses.fields(LocalService)]
    told = {name: getattr(row, name) for name in names}
    told["languages"] = tuple(row.languages.split())
    told["verified_on"] = None if row.verified_on is None else date.fromisoformat(row.verified_on)
    return LocalService(**told)
