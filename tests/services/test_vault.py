# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways into a data folder, and the ways back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.services.making import NEW, PASSPHRASE, Place, amra, maja, refused

from korak.centre.people import NewLearner
from korak.services.faults import FaultKind
from korak.services.vault import VaultState
from korak.storage import database, keys

LONGER = "nova dolga pot domov"


def test_a_new_folder_is_empty_and_has_nothing_to_open(place: Place) -> None:
    assert place.vault().state() is VaultState.EMPTY
    with refused(FaultKind.EMPTY):
        place.vault().open()
    with refused(FaultKind.EMPTY):
        place.vault().unlock(PASSPHRASE)
    assert place.vault().backups() == ()
    assert not place.folder.exists()


def test_a_centre_is_made_with_its_group_and_learners(place: Place) -> None:
    house, code = place.create()
    assert len(code) == 29
    (group,) = house.sign_in.groups()
    assert group.name == "Jesenice 1"
    assert [person.name for person in house.sign_in.tiles(group.id)] == ["Amra", "Beni", "Blerta"]
    assert house.centre.settings().name == "LU Vzorec"
    assert not house.is_demo
    assert house.device.name


def test_a_second_centre_is_not_made_over_the_first(place: Place) -> None:
    place.create()
    with refused(FaultKind.ALREADY_THERE):
        place.create()
    with refused(FaultKind.ALREADY_THERE):
        place.demo()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"centre": "  "}, FaultKind.NAME_MISSING),
        ({"trainer": ""}, FaultKind.NAME_MISSING),
        ({"group": "\n"}, FaultKind.NAME_MISSING),
        ({"learners": (NewLearner(" "),)}, FaultKind.NAME_MISSING),
        ({"learners": (NewLearner("Amra", pin=("house", "key")),)}, FaultKind.BAD_PIN),
        ({"passphrase": "kratko"}, FaultKind.WEAK_PASSPHRASE),
        ({"passphrase": "aaaaaaaaaaaa"}, FaultKind.WEAK_PASSPHRASE),
    ],
)
def test_a_centre_that_cannot_be_made_leaves_nothing_behind(
    place: Place, change: dict[str, object], code: FaultKind
) -> None:
    with refused(code):
        place.create(replace(NEW, **change))
    assert place.vault().state() is VaultState.EMPTY
    place.create()


def test_a_power_cut_while_a_centre_is_made_leaves_an_empty_folder(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(database.files, "put", fail)
    with pytest.raises(KeyboardInterrupt):
        place.create()
    monkeypatch.undo()
    assert place.vault().state() is VaultState.EMPTY
    place.create()


def test_without_a_keyring_the_passphrase_opens_the_centre(place: Place) -> None:
    place.create()
    place.close()
    vault = place.vault()
    assert vault.state() is VaultState.LOCKED
    with refused(FaultKind.LOCKED):
        vault.open()
    house = place.keep(vault.unlock(f"  {PASSPHRASE} "))
    assert len(house.sign_in.groups()) == 1


def test_with_a_keyring_learners_can_start_without_the_trainer(place: Place) -> None:
    place.ring.works = True
    place.create()
    place.close()
    vault = place.vault()
    assert vault.state() is VaultState.READY
    place.keep(vault.open())


def test_a_keyring_learns_the_key_when_the_passphrase_was_given(place: Place) -> None:
    place.create()
    place.close()
    place.ring.works = True
    assert place.vault().state() is VaultState.LOCKED
    place.keep(place.vault().unlock(PASSPHRASE))
    place.close()
    assert place.vault().state() is VaultState.READY


def test_the_keyring_of_another_centre_opens_nothing(place: Place) -> None:
    place.ring.works = True
    place.create()
    place.close()
    place.ring.kept = dict.fromkeys(place.ring.kept, bytes(32))
    assert place.vault().state() is VaultState.LOCKED
    place.ring.kept = dict.fromkeys(place.ring.kept, b"short")
    assert place.vault().state() is VaultState.LOCKED


def test_guessing_a_passphrase_takes_longer_and_longer_even_after_a_restart(place: Place) -> None:
    place.create()
    place.close()
    for _ in range(2):
        with refused(FaultKind.WRONG_PASSPHRASE):
            place.vault().unlock("wrong passphrase")
    with refused(FaultKind.WRONG_PASSPHRASE) as third:
        place.vault().unlock("wrong passphrase")
    assert third.fault.details["seconds"] == "15"
    with refused(FaultKind.WAIT) as waiting:
        place.vault().unlock(PASSPHRASE)
    assert waiting.fault.details == {"seconds": "15"}
    place.clock.forward(15)
    with refused(FaultKind.WRONG_PASSPHRASE) as fourth:
        place.vault().unlock("wrong passphrase")
    assert fourth.fault.details["seconds"] == "30"
    place.clock.forward(30)
    place.keep(place.vault().unlock(PASSPHRASE))
    place.close()
    with refused(FaultKind.WRONG_PASSPHRASE) as first_again:
        place.vault().unlock("wrong passphrase")
    assert first_again.fault.details["left"] == "1"


def test_the_recovery_code_sets_a_new_passphrase_and_a_new_code(place: Place) -> None:
    house, code = place.create()
    made = house.back_up()
    place.close()
    house, new_code = place.vault().recover(code.lower().replace("-", " "), LONGER)
    place.keep(house)
    assert new_code != code
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.trainer(PASSPHRASE)
    house.sign_in.trainer(LONGER)
    place.close()
    with refused(FaultKind.WRONG_CODE):
        place.vault().recover(code, LONGER)
    with refused(FaultKind.WRONG_PASSPHRASE):
        place.vault().unlock(PASSPHRASE)
    place.keep(place.vault().unlock(LONGER))
    place.close()
    # An old backup does not bring the old passphrase back.
    place.vault().restore(made)
    place.clock.forward(60)
    house = place.keep(place.vault().unlock(LONGER))
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.trainer(PASSPHRASE)


def test_a_mistyped_code_is_told_from_a_wrong_one_and_costs_no_wait(place: Place) -> None:
    _, code = place.create()
    place.close()
    mistyped = ("2" if code[0] != "2" else "3") + code[1:]
    for _ in range(6):
        with refused(FaultKind.MISTYPED_CODE):
            place.vault().recover(mistyped, LONGER)
    with refused(FaultKind.WEAK_PASSPHRASE):
        place.vault().recover(code, "short")
    place.keep(place.vault().recover(code, LONGER)[0])


def test_a_changed_passphrase_opens_the_centre_and_its_backups(place: Place) -> None:
    house, _ = place.create()
    house.back_up()
    session = maja(house)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.change_passphrase(session, "something else", LONGER)
    with refused(FaultKind.WEAK_PASSPHRASE):
        house.change_passphrase(session, PASSPHRASE, "short")
    house.change_passphrase(session, PASSPHRASE, LONGER)
    house.sign_in.trainer(LONGER)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.trainer(PASSPHRASE)
    place.close()
    assert (place.folder / "keys.json").read_bytes() == (place.folder / "backups" / "keys.json").read_bytes()
    (place.folder / "keys.json").unlink()
    place.vault().restore(place.vault().backups()[0])
    place.keep(place.vault().unlock(LONGER))


def test_a_new_recovery_code_takes_the_old_ones_place(place: Place) -> None:
    house, code = place.create()
    new_code = house.new_recovery_code(maja(house), PASSPHRASE)
    place.close()
    with refused(FaultKind.WRONG_CODE):
        place.vault().recover(code, LONGER)
    place.keep(place.vault().recover(new_code, LONGER)[0])


def test_a_learner_cannot_touch_the_keys(place: Place) -> None:
    house, _ = place.create()
    with refused(FaultKind.NOT_ALLOWED):
        house.change_passphrase(amra(house), PASSPHRASE, LONGER)
    with refused(FaultKind.NOT_ALLOWED):
        house.new_recovery_code(amra(house), PASSPHRASE)


def test_a_demo_opens_by_itself_and_says_so(place: Place) -> None:
    assert place.demo().is_demo
    place.close()
    vault = place.vault()
    assert vault.state() is VaultState.READY
    house = place.keep(vault.open())
    house.change_passphrase(house.sign_in.trainer("korak za korakom"), "korak za korakom", LONGER)
    house.sign_in.trainer(LONGER)


# ---------------------------------------------------------------------- trouble


def broken_in_the_middle(content: bytes) -> bytes:
    return content[:6000] + bytes(200) + content[6200:]


@pytest.mark.parametrize(
    "break_it",
    [
        pytest.param(lambda content: content[: len(content) // 2], id="cut off"),
        pytest.param(lambda content: content[:-10], id="cut off inside a page"),
        pytest.param(lambda content: b"\x00" * len(content), id="zeroes"),
        pytest.param(lambda content: content[:16] + b"garbage" * 1000, id="garbage"),
        pytest.param(broken_in_the_middle, id="a hole"),
        pytest.param(lambda content: b"", id="empty"),
    ],
)
def test_a_damaged_database_is_told_and_a_backup_brings_it_back(
    place: Place, break_it: Callable[[bytes], bytes]
) -> None:
    place.ring.works = True
    house, _ = place.create()
    lesson = "sporocilo-zdravniku"
    session = amra(house)
    house.lessons.passed(session, lesson, house.lessons.open(session, lesson).station.key)
    house.back_up()
    place.close()
    damaged = break_it(place.database.read_bytes())
    place.database.write_bytes(damaged)
    vault = place.vault()
    state = vault.state()
    assert state in {VaultState.READY, VaultState.DAMAGED}
    if state is VaultState.READY:
        with refused(FaultKind.DAMAGED):
            house = vault.open()
            place.keep(house)
            assert house.back_up()
    place.close()
    aside = vault.restore(vault.backups()[0])
    assert aside is not None
    assert (aside / "korak.db").stat().st_size >= len(damaged) - 4096
    house = place.keep(place.vault().open())
    assert len(house.lessons.open(amra(house), lesson).attempts) == 1


def test_a_salt_that_was_scribbled_over_is_no_damage(place: Place) -> None:
    place.ring.works = True
    place.create()
    place.close()
    content = place.database.read_bytes()
    place.database.write_bytes(b"\xff" * 16 + content[16:])
    place.keep(place.vault().open())


def test_the_keys_of_another_centre_are_noticed_and_a_backup_brings_the_right_ones(
    place: Place, another: Callable[[str], Place]
) -> None:
    house, _ = place.create()
    house.back_up()
    place.close()
    other = another("other")
    other.ring.works = True
    place.ring = other.ring
    other.create()
    other.close()
    (place.folder / "keys.json").write_bytes((other.folder / "keys.json").read_bytes())
    vault = place.vault()
    assert vault.state() is VaultState.READY
    with refused(FaultKind.WRONG_KEY):
        vault.open()
    place.vault().restore(vault.backups()[0])
    place.keep(place.vault().unlock(PASSPHRASE))


def test_missing_and_unreadable_keys_are_told(place: Place) -> None:
    place.create()
    place.close()
    (place.folder / "keys.json").write_bytes(b"\x00\x01")
    assert place.vault().state() is VaultState.KEYS_MISSING
    with refused(FaultKind.KEYS_MISSING):
        place.vault().unlock(PASSPHRASE)
    (place.folder / "keys.json").unlink()
    assert place.vault().state() is VaultState.KEYS_MISSING
    with refused(FaultKind.KEYS_MISSING):
        place.vault().open()


def test_a_lost_database_is_damage_as_long_as_there_is_a_backup(place: Place) -> None:
    house, _ = place.create()
    house.back_up()
    place.close()
    place.database.unlink()
    assert place.vault().state() is VaultState.DAMAGED
    with refused(FaultKind.ALREADY_THERE):
        place.create()
    assert place.vault().restore(place.vault().backups()[0]) is None
    place.keep(place.vault().unlock(PASSPHRASE))


def test_a_backup_that_does_not_fit_or_is_damaged_is_not_put_in_place(place: Place, tmp_path: Path) -> None:
    place.ring.works = True
    house, _ = place.create()
    made = house.back_up()
    place.close()
    before = place.database.read_bytes()
    made.path.write_bytes(made.path.read_bytes()[:8192] + b"\x00" * 4096 + made.path.read_bytes()[12288:])
    vault = place.vault()
    assert vault.state() is VaultState.READY
    with refused(FaultKind.BACKUP_BAD):
        vault.restore(made)
    assert place.database.read_bytes() == before
    (tmp_path / "picture.png").write_bytes(b"x" * 5000)
    for path in (tmp_path / "nothing.db", tmp_path / "picture.png", tmp_path):
        with refused(FaultKind.BACKUP_BAD):
            vault.backup_at(path)


def test_a_backup_on_a_stick_restores_a_new_computer(
    place: Place, another: Callable[[str], Place], tmp_path: Path
) -> None:
    house, _ = place.create()
    copied = house.copy_backup(house.back_up(), tmp_path / "stick")
    new = another("new-computer")
    vault = new.vault()
    vault.restore(vault.backup_at(copied))
    house = new.keep(new.vault().unlock(PASSPHRASE))
    assert house.centre.settings().name == "LU Vzorec"


def test_a_newer_database_is_left_to_the_newer_program(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.ring.works = True
    place.create()
    place.close()
    monkeypatch.setattr(database, "REVISIONS", ("0000",))
    with refused(FaultKind.NEWER) as newer:
        place.vault().open()
    assert newer.fault.details["found"] == database.NEWEST


def test_keys_of_a_newer_program_are_left_to_it(place: Place) -> None:
    place.create()
    place.close()
    (place.folder / "keys.json").write_text('{"format": 99}')
    assert place.vault().state() is VaultState.NEWER


def test_a_folder_that_is_a_file_cannot_be_written_to(place: Place) -> None:
    place.folder.write_text("not a folder")
    assert place.vault().state() is VaultState.READ_ONLY
    with refused(FaultKind.READ_ONLY):
        place.create()


def test_another_program_that_holds_the_database_is_told(place: Place) -> None:
    from korak.storage import raw

    place.ring.works = True
    place.create()
    place.close()
    found = keys.read(place.folder)
    assert found is not None
    key = keys.free_key(found, place.ring)
    assert key is not None
    holder = raw.connect(place.database, key)
    holder.execute("BEGIN EXCLUSIVE")
    with refused(FaultKind.BUSY):
        place.vault().open()
    holder.execute("COMMIT")
    holder.close()
    place.keep(place.vault().open())
