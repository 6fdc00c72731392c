# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with files on a disk, told apart by what helps."""

import errno
import shutil
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

_ROOM_TO_WORK = 256 * 1024


class Trouble(Enum):
    """One sort of trouble with the data folder; each has another way on."""

    DAMAGED = auto()
    WRONG_KEY = auto()
    KEYS_MISSING = auto()
    BUSY = auto()
    READ_ONLY = auto()
    FULL = auto()
    DISK = auto()
    NEWER = auto()
    BACKUP_BAD = auto()


class StorageFault(Exception):  # noqa: N818 - a state of the disk, not a mistake of the program
    """The data folder cannot be used as asked."""

    def __init__(self, trouble: Trouble, **details: str) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        self.details: Mapping[str, str] = details


_BY_CODE: Mapping[str, Trouble] = {
    "SQLITE_NOTADB": Trouble.DAMAGED,
    "SQLITE_CORRUPT": Trouble.DAMAGED,
    "SQLITE_BUSY": Trouble.BUSY,
    "SQLITE_LOCKED": Trouble.BUSY,
    "SQLITE_PROTOCOL": Trouble.BUSY,
    "SQLITE_READONLY": Trouble.READ_ONLY,
    "SQLITE_PERM": Trouble.READ_ONLY,
    "SQLITE_CANTOPEN": Trouble.READ_ONLY,
    "SQLITE_FULL": Trouble.FULL,
    "SQLITE_IOERR": Trouble.DISK,
    "SQLITE_NOMEM": Trouble.DISK,
}

# Copying a database reports without a code.
_BY_WORDS: Mapping[str, str] = {
    "database or disk is full": "SQLITE_FULL",
    "database is locked": "SQLITE_BUSY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
}

_BY_ERRNO: Mapping[int, Trouble] = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
    errno.ENOTDIR: Trouble.READ_ONLY,
    errno.EEXIST: Trouble.READ_ONLY,
}


def from_database(error: BaseException, folder: Path | None = None) -> StorageFault | None:
    """Return the trouble behind an error of the database driver; None for a mistake of the program."""
    name = getattr(error, "sqlite_errorname", None) or _BY_WORDS.get(str(error))
    if not isinstance(name, str):
        return None
    for code, trouble in _BY_CODE.items():
        if name.startswith(code):
            full = trouble is Trouble.DISK and folder is not None and _is_full(folder)
            return StorageFault(Trouble.FULL if full else trouble, reason=name)
    return None


def _is_full(folder: Path) -> bool:
    # Where a file cannot grow, SQLite sometimes reports a broken disk.
    try:
        return shutil.disk_usage(folder).free < _ROOM_TO_WORK
    except OSError:
        return False


def from_disk(error: OSError) -> StorageFault:
    """Return the trouble behind an error of the operating system."""
    trouble = _BY_ERRNO.get(error.errno or 0, Trouble.DISK)
    return StorageFault(trouble, reason=errno.errorcode.get(error.errno or 0, type(error).__name__))
