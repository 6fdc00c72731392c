# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.storage.making import KEY, OTHER_KEY, START, attempt, make, opened

from korak.storage import backup, keys, raw
from korak.storage.faults import StorageFault, Trouble


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path)
    keys.write(tmp_path, keys.key_file(KEY, (keys.OpenSlot(KEY.secret),)))
    return tmp_path


def test_a_backup_holds_everything_written_so_far_even_while_the_centre_is_open(folder: Path) -> None:
    store = opened(folder)
    store.add_attempt(attempt(1))
    made = backup.make(folder, KEY, backup.DAY, START)
    store.add_attempt(attempt(2))
    assert backup.list_backups(folder) == (made,)
    assert made.made_at == START.replace(microsecond=0)
    copy = raw.connect(made.path, KEY)
    assert copy.execute("SELECT id FROM attempt").fetchall() == [("attempt-1",)]
    copy.close()
    store.close()


def test_a_backup_needs_the_same_key(folder: Path) -> None:
    made = backup.make(folder, KEY, backup.DAY, START)
    assert made.path.read_bytes()[:16].hex() == KEY.mark
    with pytest.raises(StorageFault) as caught:
        raw.connect(made.path, OTHER_KEY)
    assert caught.value.trouble is Trouble.WRONG_KEY


def test_a_damaged_database_makes_no_backup(folder: Path) -> None:
    store = opened(folder)
    store.add_attempts([attempt(number) for number in range(400)])
    store.close()
    content = bytearray((folder / "korak.db").read_bytes())
    content[-3000] ^= 1
    (folder / "korak.db").write_bytes(content)
    with pytest.raises(StorageFault) as caught:
        backup.make(folder, KEY, backup.DAY, START)
    assert caught.value.trouble is Trouble.DAMAGED
    assert backup.list_backups(folder) == ()
    assert [path.name for path in (folder / "backups").iterdir() if path.suffix != ".json"] == []


def test_the_last_days_the_last_weeks_and_a_few_others_are_kept(folder: Path) -> None:
    now = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
    for day in range(44):
        backup.make(folder, KEY, backup.DAY, now + timedelta(days=day, hours=4))
    for hours in range(5, 13):
        kind = backup.BY_HAND if hours % 2 else backup.DAY
        backup.make(folder, KEY, kind, now + timedelta(days=43, hours=hours))
    last = now + timedelta(days=43)
    found = backup.list_backups(folder)
    days = [one.made_at for one in found if one.kind == backup.DAY]
    assert len({moment.date() for moment in days}) == len(days)
    assert [moment.hour for moment in days] == [20] + [12] * (len(days) - 1)
    assert {(last - timedelta(days=ago)).date() for ago in range(backup.KEPT_DAYS)} <= {
        each.date() for each in days
    }
    assert len({moment.isocalendar()[:2] for moment in days}) == backup.KEPT_WEEKS
    assert len([one for one in found if one.kind == backup.BY_HAND]) == backup.KEPT_OTHERS
    assert list(found) == sorted(found, key=lambda one: one.made_at, reverse=True)


def test_a_backup_just_made_is_kept_whatever_the_clock_says(folder: Path) -> None:
    for day in range(10):
        backup.make(folder, KEY, backup.DAY, START + timedelta(days=day))
    made = backup.make(folder, KEY, backup.DAY, START - timedelta(days=400))
    assert made.path.exists()


def test_files_that_are_no_backups_are_not_listed_and_not_removed(folder: Path) -> None:
    strange = folder / "backups" / "korak-yesterday-x.db"
    strange.parent.mkdir()
    strange.write_text("mine")
    (folder / "backups" / "korak-photo.db").write_text("mine too")
    backup.make(folder, KEY, backup.DAY, START)
    assert len(backup.list_backups(folder)) == 1
    assert strange.exists()


def test_restoring_keeps_the_broken_file_with_its_keys(folder: Path) -> None:
    made = backup.make(folder, KEY, backup.DAY, START)
    (folder / "korak.db").write_bytes(b"broken")
    (folder / "korak.db-wal").write_bytes(b"broken too")
    aside = backup.restore(folder, made.path, START)
    assert aside is not None
    assert {path.name for path in aside.iterdir()} == {"korak.db", "korak.db-wal", "keys.json"}
    assert not (folder / "korak.db-wal").exists()
    opened(folder).close()


def test_a_backup_without_any_fitting_keys_is_refused(folder: Path) -> None:
    made = backup.make(folder, KEY, backup.DAY, START)
    for place in (folder, folder / "backups"):
        keys.write(place, keys.key_file(OTHER_KEY, ()))
    before = (folder / "korak.db").read_bytes()
    with pytest.raises(StorageFault) as caught:
        backup.restore(folder, made.path, START)
    assert caught.value.trouble is Trouble.KEYS_MISSING
    assert (folder / "korak.db").read_bytes() == before
