# SPDX-License-Identifier: GPL-3.0-or-later
"""From a folder and a key to a store."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy.engine import Connection

from korak.storage import backup, database
from korak.storage.faults import StorageFault, Trouble
from korak.storage.files import DATABASE
from korak.storage.raw import DataKey
from korak.storage.rows import Device
from korak.storage.store import DEVICE, FaultMaker, Store


def create_store(folder: Path, key: DataKey, device: Device, fill: Callable[[Store], None]) -> None:
    """Make the database of a new centre; it is there, with what `fill` wrote, or not at all."""
    database.create(folder / DATABASE, key, partial(_fill, device, fill))


def open_store(
    folder: Path, key: DataKey, now: datetime, told: FaultMaker, *, portable: bool = False
) -> Store:
    """Open the database of a folder; one of an older schema is copied and brought up to date first."""
    keep = partial(backup.make, folder, key, backup.MIGRATION, now)
    connection = database.open_database(folder / DATABASE, key, portable=portable, before_migration=keep)
    try:
        return Store(connection, _device(connection), told)
    except BaseException:
        connection.close()
        connection.engine.dispose()
        raise


def _fill(device: Device, fill: Callable[[Store], None], connection: Connection) -> None:
    fill(Store(connection, device.id))


def _device(connection: Connection) -> str:
    with connection.begin():
        found = connection.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (DEVICE,)).scalar()
    if not isinstance(found, str):
        raise StorageFault(Trouble.DAMAGED, reason="no device", file=DATABASE)
    return found
