# SPDX-License-Identifier: GPL-3.0-or-later
"""Rolling backups in `backups/`: same key, read back page by page before they count."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from korak.storage import database, files, keys, raw
from korak.storage.faults import StorageFault, Trouble, from_disk
from korak.storage.raw import DataKey

FOLDER = "backups"
BROKEN = "broken"

DAY = "day"
MIGRATION = "migration"
BY_HAND = "hand"

KEPT_DAYS = 7
KEPT_WEEKS = 5
KEPT_OTHERS = 3

_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the database that was found whole when it was made."""

    path: Path
    made_at: datetime
    kind: str
    size: int


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a data folder, the newest first."""
    try:
        found = [_described(path) for path in (folder / FOLDER).glob("korak-*.db")]
    except OSError as error:
        raise from_disk(error) from error
    return tuple(sorted((one for one in found if one), key=_made_at, reverse=True))


def at(path: Path) -> Backup | None:
    """Return the backup a file is; None if it cannot be one."""
    try:
        size = path.stat().st_size
    except OSError:
        return None
    if not path.is_file() or size < raw.PAGE_BYTES or size % raw.PAGE_BYTES:
        return None
    named = _described(path)
    return named or Backup(path, datetime.fromtimestamp(path.stat().st_mtime, UTC), BY_HAND, size)


def copy_to(folder: Path, made: Backup, target: Path) -> Path:
    """Copy a backup and the key file into another folder."""
    try:
        files.copy_whole(made.path, target / made.path.name)
        files.copy_whole(folder / keys.FILE_NAME, target / keys.FILE_NAME)
    except OSError as error:
        raise from_disk(error) from error
    return target / made.path.name


def make(folder: Path, key: DataKey, kind: str, now: datetime) -> Backup:
    """Copy the database as it is now, read the copy back, keep it, and let the oldest go."""
    target = folder / FOLDER / f"korak-{now.astimezone(UTC).strftime(_STAMP)}-{kind}.db"
    fresh = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        files.remove_database(fresh)
        try:
            _copy(folder / files.DATABASE, fresh, key)
            files.put(fresh, target)
        finally:
            files.remove_database(fresh)
        copy_keys(folder)
        _let_go(folder, target)
        return Backup(target, now.replace(microsecond=0), kind, target.stat().st_size)
    except OSError as error:
        raise from_disk(error) from error


def is_whole(file: Path, key: DataKey) -> bool:
    """Read a database file to its end and tell whether nothing is missing."""
    connection = raw.connect(file, key)
    try:
        return raw.check(connection)
    finally:
        connection.close()


def copy_keys(folder: Path) -> None:
    """Keep the key file with the backups: all of them open with today's passphrase, none with yesterday's."""
    source = folder / keys.FILE_NAME
    if source.exists() and (folder / FOLDER).is_dir():
        files.write_whole(folder / FOLDER / keys.FILE_NAME, source.read_bytes())


def restore(folder: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the database's place; return the folder where the old files went, if there were any."""
    try:
        mark = _mark(backup)
        replacement = _keys_for(folder, backup, mark)
        current = folder / files.DATABASE
        fresh = current.with_name(current.name + ".restored")
        files.remove_database(fresh)
        files.copy_whole(backup, fresh)
        aside = None
        if current.exists():
            aside = folder / BROKEN / now.astimezone(UTC).strftime(_STAMP)
            files.move_database(current, aside)
            _copy_if_there(folder / keys.FILE_NAME, aside / keys.FILE_NAME)
        if replacement is not None:
            files.copy_whole(replacement, folder / keys.FILE_NAME)
        files.put(fresh, current)
    except OSError as error:
        raise from_disk(error) from error
    return aside


def _copy(source: Path, fresh: Path, key: DataKey) -> None:
    reading = raw.connect(source, key)
    try:
        writing = raw.connect(fresh, key, create=True)
        try:
            reading.backup(writing)
            whole = raw.check(writing)
        finally:
            writing.close()
    except raw.DriverError as error:
        raise database.fault_of(error, fresh) from error
    finally:
        reading.close()
    if not whole:
        raise StorageFault(Trouble.DAMAGED, file=source.name)
    with fresh.open("rb+") as opened:
        os.fsync(opened.fileno())


def _described(path: Path) -> Backup | None:
    parts = path.stem.split("-")
    if len(parts) != 3:
        return None
    try:
        made_at = datetime.strptime(parts[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, made_at, parts[2], path.stat().st_size)


def _made_at(backup: Backup) -> datetime:
    return backup.made_at


def _let_go(folder: Path, made: Path) -> None:
    """Keep the newest of the last days and weeks, the last few of the others, and the one just made."""
    found = list_backups(folder)
    kept = _newest_of_each([one for one in found if one.kind == DAY], "%Y-%m-%d", KEPT_DAYS)
    kept |= _newest_of_each([one for one in found if one.kind == DAY], "%G-%V", KEPT_WEEKS)
    kept |= {one.path for one in [one for one in found if one.kind != DAY][:KEPT_OTHERS]} | {made}
    for one in found:
        if one.path not in kept:
            files.remove_database(one.path)


def _newest_of_each(found: list[Backup], period: str, count: int) -> set[Path]:
    newest: dict[str, Path] = {}
    for one in found:
        newest.setdefault(one.made_at.strftime(period), one.path)
    return set(list(newest.values())[:count])


def _mark(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(16).hex()


def _keys_for(folder: Path, backup: Path, mark: str) -> Path | None:
    """Return the key file to copy in; None when the one in place fits the backup."""
    if _fits(folder, mark):
        return None
    for place in (backup.parent, folder / FOLDER):
        if _fits(place, mark):
            return place / keys.FILE_NAME
    raise StorageFault(Trouble.KEYS_MISSING, file=keys.FILE_NAME)


def _fits(folder: Path, mark: str) -> bool:
    try:
        found = keys.read(folder)
    except StorageFault:
        return False
    return found is not None and found.mark == mark


def _copy_if_there(source: Path, target: Path) -> None:
    if source.exists():
        files.copy_whole(source, target)
