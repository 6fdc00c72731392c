# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that survive a power cut: the old one or the new one is there, never half of either."""

import contextlib
import os
import shutil
from pathlib import Path

DATABASE = "korak.db"
COMPANIONS = ("-wal", "-shm", "-journal")


def write_whole(file: Path, content: bytes) -> None:
    """Write a file durably."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    try:
        with fresh.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        put(fresh, file)
    except OSError:
        with contextlib.suppress(OSError):  # a full disk leaves nothing half-written behind
            fresh.unlink(missing_ok=True)
        raise


def copy_whole(source: Path, file: Path) -> None:
    """Copy a file durably, however large."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    with source.open("rb") as read, fresh.open("wb") as opened:
        shutil.copyfileobj(read, opened, 1024 * 1024)
        opened.flush()
        os.fsync(opened.fileno())
    put(fresh, file)


def put(fresh: Path, file: Path) -> None:
    """Give a finished file its name."""
    fresh.replace(file)
    if os.name == "nt":
        return  # Windows keeps the names of a folder by itself and cannot open one
    handle = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_database(file: Path) -> None:
    """Remove a database file and what SQLite put beside it."""
    for each in _with_companions(file):
        each.unlink(missing_ok=True)


def move_database(file: Path, folder: Path) -> None:
    """Move a database file and what SQLite put beside it into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in _with_companions(file):
        if each.exists():
            each.replace(folder / each.name)


def _with_companions(file: Path) -> tuple[Path, ...]:
    return (file, *(file.with_name(file.name + ending) for ending in COMPANIONS))
