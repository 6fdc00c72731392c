# SPDX-License-Identifier: GPL-3.0-or-later
"""One Korak a data folder: a lock that dies with its process, and the address the first one listens at."""

import contextlib
import errno
import getpass
import hashlib
import os
import sys
from pathlib import Path
from typing import IO

from korak.services.faults import FaultKind, ServiceFault, told
from korak.storage.faults import from_disk

FILE_NAME = "korak.lock"
_BYTE = 1 << 20  # the byte that is locked on Windows, far behind anything written
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})


class Instance:
    """The claim on a data folder; it lasts until `release()` or the process ends, however that comes."""

    def __init__(self, folder: Path, opened: IO[str]) -> None:
        self._opened = opened
        self.address = address(folder)

    def release(self) -> None:
        """Give the folder free."""
        with contextlib.suppress(OSError):
            _unlock(self._opened)
        self._opened.close()


def address(folder: Path) -> str:
    """Return the name of the local socket of this folder and this user."""
    place = f"{folder.resolve()}\n{getpass.getuser()}"
    return "korak-" + hashlib.blake2b(place.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()


def claim(folder: Path) -> Instance:
    """Claim a data folder; ALREADY_OPEN (address, pid) if a running Korak has it."""
    file = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = file.open("a+", encoding="ascii", errors="replace")
    except OSError as error:
        raise told(folder, from_disk(error)) from error
    try:
        _lock(opened)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return Instance(folder, opened)  # a share without locks: the database's own locks must do
        opened.seek(0)
        pid = opened.read(20).strip()
        opened.close()
        raise ServiceFault(FaultKind.ALREADY_OPEN, {"address": address(folder), "pid": pid}) from error
    opened.truncate(0)
    opened.write(str(os.getpid()))
    opened.flush()
    return Instance(folder, opened)


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: IO[str]) -> None:
        opened.seek(_BYTE)
        msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)
        opened.seek(0)

    def _unlock(opened: IO[str]) -> None:
        opened.seek(_BYTE)
        msvcrt.locking(opened.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(opened: IO[str]) -> None:
        fcntl.flock(opened.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(opened: IO[str]) -> None:
        fcntl.flock(opened.fileno(), fcntl.LOCK_UN)
