# SPDX-License-Identifier: GPL-3.0-or-later
"""The file `korak.db`: made, opened, brought up to date."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from korak.storage import files, place, raw
from korak.storage.faults import StorageFault, Trouble, from_database, from_disk
from korak.storage.raw import DataKey, RawConnection
from korak.storage.revisions import NEWEST, REVISIONS

_WRITTEN = 1  # any number; that it can be written is what counts
_VERSION_TABLE = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"


def create(file: Path, key: DataKey, fill: Callable[[Connection], None]) -> None:
    """Make a new database and its first rows; the file appears whole or not at all."""
    from korak.storage import schema  # noqa: PLC0415 - every table there is, needed once in a centre's life

    fresh = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        files.remove_database(fresh)
        connection = _speak(raw.connect(fresh, key, create=True))
        try:
            with connection.begin():
                schema.TABLES.create_all(connection)
                for trigger in schema.TRIGGERS:
                    connection.exec_driver_sql(trigger)
                connection.exec_driver_sql(_VERSION_TABLE)
                connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (NEWEST,))
            fill(connection)
        finally:
            connection.close()
            connection.engine.dispose()
        files.put(fresh, file)
    except DBAPIError as error:
        raise fault_of(error, file) from error
    except OSError as error:
        raise from_disk(error) from error


def open_database(
    file: Path, key: DataKey, *, portable: bool, before_migration: Callable[[], object]
) -> Connection:
    """Open the database, ready to be written to and of the newest schema."""
    connection = raw.connect(file, key)
    try:
        revision = _known_revision(connection)
        _prepare(connection, place.journal_for(file.parent, portable=portable))
        spoken = _speak(connection)
        if revision != NEWEST:
            _bring_up_to_date(spoken, file, before_migration)
    except raw.DriverError as error:
        connection.close()
        raise fault_of(error, file) from error
    except BaseException:
        connection.close()
        raise
    return spoken


def fault_of(error: Exception, file: Path) -> Exception:
    """Return the trouble behind an error of the driver, or the error itself if it is a mistake of ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    fault = from_database(original, file.parent) if original is not None else None
    return error if fault is None else StorageFault(fault.trouble, file=file.name, **fault.details)


def _known_revision(connection: RawConnection) -> str:
    found = _revision(connection)
    if found not in REVISIONS:
        raise StorageFault(Trouble.NEWER, found=found, known=NEWEST)
    return found


def _revision(connection: RawConnection) -> str:
    tables_there = connection.execute(
        "SELECT name FROM sqlite_master WHERE name = 'alembic_version'"
    ).fetchall()
    if not tables_there:
        raise StorageFault(Trouble.DAMAGED, reason="no schema")
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(found[0][0]) if found else ""


def _prepare(connection: RawConnection, journal: str) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA fullfsync = ON")
    if connection.execute(f"PRAGMA journal_mode = {journal}").fetchall() != [(journal.lower(),)]:
        raise StorageFault(Trouble.BUSY)
    connection.execute("PRAGMA synchronous = FULL")
    # Nothing can be learned where nothing is kept, so write now: SQLite opens a read-only file in silence.
    connection.execute(f"PRAGMA user_version = {_WRITTEN}")


def _speak(connection: RawConnection) -> Connection:
    """Return the SQLAlchemy side of a raw connection."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=raw.DRIVER,
        creator=partial(_itself, connection),
        poolclass=StaticPool,
        hide_parameters=True,  # names of people do not belong into a crash report
    )
    # The driver leaves transactions to us (isolation_level=None), so that tables can be changed inside one.
    event.listen(engine, "begin", _begin)
    return engine.connect()


def _itself(connection: RawConnection) -> RawConnection:
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _bring_up_to_date(connection: Connection, file: Path, before: Callable[[], object]) -> None:
    try:
        before()
        _migrate(connection, file)
    except BaseException:
        # Before the raw connection: what is left open would be rolled back later, on a file already closed.
        connection.close()
        connection.engine.dispose()
        raise


def _migrate(connection: Connection, file: Path) -> None:
    from korak.storage import migrate  # noqa: PLC0415 - a quarter of a second, needed once a year

    try:
        migrate.upgrade(connection)
    except DBAPIError as error:
        raise fault_of(error, file) from error
