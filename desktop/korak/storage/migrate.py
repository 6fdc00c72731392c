# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing an older database up to date; the only module that knows Alembic, imported when it is needed."""

from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from korak.storage.raw import RawConnection

FOLDER = Path(__file__).parent / "migrations"


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration: no file, and the connection that is open already."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run every migration that is missing, all of them or none."""
    _foreign_keys(connection, "OFF")  # a table that is rebuilt must not take others' rows with it
    try:
        with connection.begin():
            command.upgrade(config(connection), revision)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise RuntimeError("a migration left rows without their parents")
    finally:
        _foreign_keys(connection, "ON")


def _foreign_keys(connection: Connection, state: str) -> None:
    # Inside a transaction SQLite ignores this, and SQLAlchemy begins one with every statement.
    driver = cast("RawConnection", connection.connection.driver_connection)
    driver.execute(f"PRAGMA foreign_keys = {state}")


def revisions() -> tuple[str, ...]:
    """Return the revisions of the shipped migrations, oldest first."""
    found = ScriptDirectory.from_config(config()).walk_revisions()
    return tuple(script.revision for script in found)[::-1]
