# SPDX-License-Identifier: GPL-3.0-or-later
"""The driver: SQLCipher connections that are opened with a raw key and nothing else."""

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from types import ModuleType
from typing import Protocol, cast
from urllib.parse import quote

from sqlcipher3 import dbapi2

from korak.storage.faults import StorageFault, Trouble, from_database

KEY_BYTES = 32
PAGE_BYTES = 4096
_PATIENCE_SECONDS = 5.0
_FEW_PAGES = 64 * 1024 * 1024 // PAGE_BYTES

DRIVER = cast("ModuleType", dbapi2)
DriverError = cast("type[Exception]", DRIVER.Error)


class RawCursor(Protocol):
    """What is used of the driver's cursor."""

    def fetchall(self) -> list[tuple[object, ...]]:
        """Return all rows."""
        ...


class RawConnection(Protocol):
    """What is used of the driver's connection; the driver ships no types of its own."""

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> RawCursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]]) -> RawCursor:
        """Run one statement for many rows."""
        ...

    def backup(self, target: "RawConnection") -> None:
        """Copy every page into another connection."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


@dataclass(frozen=True, slots=True)
class DataKey:
    """The 256 random bits that encrypt a centre's database and its backups."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")

    @property
    def mark(self) -> str:
        """Sixteen bytes that tell keys apart and give nothing away; the files of this key begin with them."""
        return hashlib.blake2b(self.secret, digest_size=16, person=b"korak data key").hexdigest()

    def pragma(self) -> str:
        """Return the statement that unlocks a file: the raw key, and the mark in place of a random salt."""
        return f"PRAGMA key = \"x'{self.secret.hex()}{self.mark}'\""


def connect(file: Path, key: DataKey, *, create: bool = False) -> RawConnection:
    """Open a database file with its key, or say what is the matter with it."""
    open_file = cast("Callable[..., RawConnection]", DRIVER.connect)
    try:
        connection = open_file(
            address(file.resolve(), create=create),
            uri=True,
            timeout=_PATIENCE_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to standard error
            connection.execute(key.pragma())
            _first_look(connection)
        except BaseException:
            connection.close()
            raise
    except DriverError as error:
        raise _what_is_wrong(error, file, key) from error
    return connection


def address(file: PurePath, *, create: bool = False) -> str:
    """Return how SQLite wants a file named: drives and shares need more slashes than Python gives them."""
    plain = file.as_posix()
    slashes = "//" if plain.startswith("//") else "" if plain.startswith("/") else "/"
    return f"file:{slashes}{quote(plain, safe='/:')}?mode={'rwc' if create else 'rw'}"


def _first_look(connection: RawConnection) -> None:
    # A file that is being copied, moved or scanned by a virus scanner may refuse for a moment.
    for attempt in range(3):
        with suppress(DriverError):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            return
        time.sleep(0.02 * attempt)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _what_is_wrong(error: Exception, file: Path, key: DataKey) -> StorageFault:
    fault = from_database(error)
    if fault is None:
        raise error
    if fault.trouble is Trouble.DAMAGED and _is_anothers(file, key):
        return StorageFault(Trouble.WRONG_KEY, file=file.name)
    return StorageFault(fault.trouble, file=file.name, **fault.details)


def _is_anothers(file: Path, key: DataKey) -> bool:
    """Tell whether a whole file begins with the mark of another key."""
    try:
        with file.open("rb") as opened:
            head = opened.read(16)
        whole = file.stat().st_size % PAGE_BYTES == 0
        # A mark looks like chance; zeroes are what a broken disk leaves.
        return whole and len(set(head)) > 4 and head.hex() != key.mark
    except OSError:
        return False


def check(connection: RawConnection) -> bool:
    """Read every page, and tell whether all of it is as it was written."""
    try:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            return False
        # Comparing each index with its table is five times the work of the rest, a minute for a gigabyte. The
        # pages are proved by their own codes already.
        pages = connection.execute("PRAGMA page_count").fetchall()[0][0]
        how = "integrity_check" if pages in range(_FEW_PAGES) else "quick_check"
        return connection.execute(f"PRAGMA {how}(1)").fetchall() == [("ok",)]
    except DriverError as error:
        if from_database(error) is None:
            raise
        return False
