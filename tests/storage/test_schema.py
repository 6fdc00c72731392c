# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables in the code, the migrations and the files of old releases say the same."""

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.storage.making import KEY, make, opened

from korak.storage import database, keys, migrate, raw
from korak.storage.faults import StorageFault, Trouble
from korak.storage.programmes import ProgrammeShelf
from korak.storage.raw import DataKey, RawConnection
from korak.storage.revisions import RELEASED

OLD = Path(__file__).parents[1] / "old_databases"
OLD_FILES = sorted(OLD.glob("*.db"))


def schema(connection: RawConnection) -> set[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE name != 'alembic_version'").fetchall()
    return {re.sub(r"\s+|(?<=\()\s+|\s+(?=\))", "", str(row[0])) for row in rows if row[0]}


def test_the_migrations_make_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    make(tmp_path)
    made = raw.connect(tmp_path / "korak.db", KEY)
    migrated = raw.connect(tmp_path / "migrated.db", KEY, create=True)
    spoken = database._speak(migrated)
    migrate.upgrade(spoken)
    assert schema(migrated) == schema(made)
    found = migrated.execute("SELECT version_num FROM alembic_version").fetchall()
    assert found == [(database.NEWEST,)]
    spoken.close()
    spoken.engine.dispose()
    made.close()


def test_alembic_finds_nothing_to_do(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from korak.storage import schema as whole

    make(tmp_path)
    connection = database._speak(raw.connect(tmp_path / "korak.db", KEY))
    assert compare_metadata(MigrationContext.configure(connection), whole.TABLES) == []
    connection.close()
    connection.engine.dispose()


def test_every_shipped_migration_is_known_and_in_order() -> None:
    assert migrate.revisions() == database.REVISIONS


def test_every_released_schema_has_a_kept_file() -> None:
    assert [path.stem for path in OLD_FILES] == list(RELEASED)


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda path: path.stem)
def test_an_old_release_is_upgraded_with_everything_in_it(old: Path, tmp_path: Path) -> None:
    shutil.copy(old, tmp_path / "korak.db")
    shutil.copy(old.with_suffix(".json"), tmp_path / "keys.json")
    kept = keys.read(tmp_path)
    assert kept is not None
    (slot,) = kept.of(keys.OpenSlot)
    store = opened(tmp_path, DataKey(slot.key))
    (group, *_) = store.groups()
    learners = store.learners(group.id)
    assert len(learners) == 4
    assert sum(len(store.attempts(learner.id)) for learner in learners) == store.attempt_count() > 20
    store.close()
    checked = raw.connect(tmp_path / "korak.db", DataKey(slot.key))
    assert raw.check(checked)
    make(tmp_path / "new")
    fresh = raw.connect(tmp_path / "new" / "korak.db", KEY)
    assert schema(checked) == schema(fresh)
    checked.close()
    fresh.close()


def test_the_end_of_a_course_moves_from_one_computers_settings_to_its_group(tmp_path: Path) -> None:
    shutil.copy(OLD / "0001.db", tmp_path / "korak.db")
    shutil.copy(OLD / "0001.json", tmp_path / "keys.json")
    kept = keys.read(tmp_path)
    assert kept is not None
    (slot,) = kept.of(keys.OpenSlot)
    old = raw.connect(tmp_path / "korak.db", DataKey(slot.key))
    [(group,)] = old.execute("SELECT id FROM course_group LIMIT 1").fetchall()
    old.execute("INSERT INTO setting VALUES (?, '2027-02-26', 1)", (f"course_end/{group}",))
    old.execute("INSERT INTO setting VALUES ('course_end/nobody', '2027-02-26', 1)")
    old.close()

    store = opened(tmp_path, DataKey(slot.key))

    assert ProgrammeShelf(store).end(str(group)) == date(2027, 2, 26)
    assert store.setting(f"course_end/{group}") is None
    store.close()


def set_revision(folder: Path, revision: str) -> None:
    connection = raw.connect(folder / "korak.db", KEY)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()


def test_a_file_of_a_newer_release_is_left_alone(tmp_path: Path) -> None:
    make(tmp_path)
    set_revision(tmp_path, "0999")
    before = (tmp_path / "korak.db").read_bytes()
    with pytest.raises(StorageFault) as caught:
        opened(tmp_path)
    assert caught.value.trouble is Trouble.NEWER
    assert caught.value.details == {"found": "0999", "known": database.NEWEST}
    assert (tmp_path / "korak.db").read_bytes() == before


def test_the_file_is_copied_before_it_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    monkeypatch.setattr(database, "REVISIONS", ("0000", *database.REVISIONS))
    set_revision(tmp_path, "0000")
    monkeypatch.setattr(migrate, "upgrade", set_at)
    opened(tmp_path).close()
    (copy,) = (tmp_path / "backups").glob("*.db")
    assert copy.stem.endswith("-migration")
    connection = raw.connect(copy, KEY)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0000",)]
    connection.close()


def set_at(connection: object) -> None:
    with connection.begin():  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")  # type: ignore[attr-defined]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path)
    connection = database._speak(raw.connect(tmp_path / "korak.db", KEY))

    def fail(config: object, revision: str) -> None:
        connection.exec_driver_sql("CREATE TABLE half (id TEXT)")
        raise RuntimeError(revision)

    monkeypatch.setattr(migrate.command, "upgrade", fail)
    with pytest.raises(RuntimeError, match="head"):
        migrate.upgrade(connection)
    left = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'half'").all()
    assert left == []
    connection.close()
    connection.engine.dispose()


def test_opening_an_up_to_date_file_does_not_import_alembic(tmp_path: Path) -> None:
    make(tmp_path)
    script = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from korak.storage.opening import open_store; from korak.storage.raw import DataKey\n"
        "from datetime import UTC as utc\n"
        f"key, folder = DataKey(bytes(range(32))), Path({str(tmp_path)!r})\n"
        "open_store(folder, key, datetime.now(utc), Exception).close()\n"
        "print(sorted({'alembic', 'nacl', 'keyring', 'sqlalchemy.orm'} & set(sys.modules)))"
    )
    desktop = Path(__file__).parents[2] / "desktop"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(desktop)},
    )
    assert ended.stdout == "[]\n"
