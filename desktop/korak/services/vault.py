# SPDX-License-Identifier: GPL-3.0-or-later
"""The door of a data folder: what is in it, how it is opened, how it is brought back."""

import os
import platform
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from korak import paths
from korak.centre.doors import Guard
from korak.centre.people import Group, NewCentre, Person, Role
from korak.clock import Clock
from korak.content.pack import Pack
from korak.services import demo
from korak.services.faults import FaultKind, ServiceFault, teller, telling
from korak.services.house import House, Reads
from korak.services.key_keeper import KeyKeeper, recovery_slot, require_strong
from korak.services.packs import load_bank, load_pack
from korak.services.people import admit, needed
from korak.services.sign_in import require_pin, tries_left, waiting
from korak.storage import backup, keys, media, recovery
from korak.storage.backup import Backup
from korak.storage.faults import StorageFault
from korak.storage.files import DATABASE
from korak.storage.ids import new_id
from korak.storage.keys import KeyFile, Slot
from korak.storage.opening import create_store, open_store
from korak.storage.raw import DataKey
from korak.storage.ring import Ring, SystemRing
from korak.storage.rows import Device
from korak.storage.store import Store

COURSE = "koraki"


class VaultState(StrEnum):
    """How a data folder stands before anything of it is read."""

    EMPTY = "empty"  # no centre yet: the first start
    READY = "ready"  # `open()` needs nobody
    LOCKED = "locked"  # `unlock()` or `recover()`
    KEYS_MISSING = "keys_missing"
    DAMAGED = "damaged"  # the database is gone, or nothing is left in it
    READ_ONLY = "read_only"
    NEWER = "newer"


class Vault:
    """A data folder and the ways into it."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        ring: Ring | None = None,
        read_pack: Callable[[], Pack] | None = None,
        read_bank: Callable[[], Pack] | None = None,
        portable: bool | None = None,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._ring: Ring = ring or SystemRing()
        self._read_pack = read_pack or partial(load_pack, paths.packs() / COURSE)
        self._read_bank = read_bank or partial(load_bank, paths.packs() / COURSE)
        self._portable = paths.is_portable() if portable is None else portable
        self._at_hand: DataKey | None = None  # what a slot gave away for nothing

    # ------------------------------------------------------------------ looking

    def state(self) -> VaultState:
        """Return how the folder stands; the database itself is only read by opening it."""
        try:
            found = keys.read(self._folder)
            return self._state_with(found)
        except StorageFault as fault:
            return _STATES.get(teller(self._folder)(fault).code, VaultState.KEYS_MISSING)
        except OSError:
            return VaultState.READ_ONLY

    def _state_with(self, found: KeyFile | None) -> VaultState:
        file = self._folder / DATABASE
        copies = bool(backup.list_backups(self._folder))
        if not file.exists():
            return VaultState.DAMAGED if copies else self._state_of_empty()
        if found is None:
            return VaultState.KEYS_MISSING
        if not os.access(file, os.W_OK) or not os.access(self._folder, os.W_OK):
            return VaultState.READ_ONLY
        if file.stat().st_size == 0:
            return VaultState.DAMAGED
        self._at_hand = keys.free_key(found, self._ring)
        return VaultState.READY if self._at_hand else VaultState.LOCKED

    def _state_of_empty(self) -> VaultState:
        nearest = next(place for place in (self._folder, *self._folder.parents) if place.exists())
        fit = nearest.is_dir() and os.access(nearest, os.W_OK)
        return VaultState.EMPTY if fit else VaultState.READ_ONLY

    # ------------------------------------------------------------------ making

    def create(self, new: NewCentre) -> tuple[House, str]:
        """Make a centre; return it open, and the recovery code to print once."""
        self._require_empty()
        group = needed(new.group, "group")
        centre, name = needed(new.centre, "centre"), needed(new.trainer, "trainer")
        require_strong(new.passphrase)
        for learner in new.learners:
            needed(learner.name, "name")
            if learner.pin is not None:
                require_pin(learner.pin)
        now = self._clock.now()
        trainer = Person(new_id(now), Role.TRAINER, name, picture="teacher", language=new.language)
        key, code = keys.new_key(), recovery.new_code()
        slots = (
            keys.PassphraseSlot(trainer.id, keys.wrap(key, new.passphrase)),
            recovery_slot(key, code),
        )

        def fill(store: Store) -> None:
            store.begin(device, new_id(now), centre, now)
            store.add_person(trainer, now)
            made = Group(new_id(now), group, group)
            store.add_group(made, now)
            for learner in new.learners:
                admit(store, self._clock, made.id, learner)

        device = _device(new_id(now))
        self._make(key, slots, device, fill)
        house = self._open_with(key)
        self._keeper(key).remember()
        return house, code

    def create_demo(
        self,
        groups: int = 1,
        learners: int = 12,
        seed: int = 1,
        attempts: int | None = None,
        meetings: int = 0,
        *,
        assessed: bool = False,
    ) -> House:
        """Make a centre of people who do not exist, with a history; its key lies open.

        `meetings` is how many each group has held; with 0 nothing of a calendar is written. `assessed`: some
        people have sat the assessment (about 0.1 s for each sitting).
        """
        self._require_empty()
        key = keys.new_key()
        plan = demo.Plan(groups, learners, seed, attempts, self._clock.now(), meetings)
        bank = self._read_bank if assessed else None
        fill = partial(demo.fill, plan, self._read_pack(), read_bank=bank)
        self._make(key, (keys.OpenSlot(key.secret),), demo.device(plan), fill)
        return self._open_with(key)

    def _require_empty(self) -> None:
        state = self.state()
        if state is VaultState.EMPTY:
            return
        code = FaultKind.READ_ONLY if state is VaultState.READ_ONLY else FaultKind.ALREADY_THERE
        raise ServiceFault(code, {"folder": str(self._folder)})

    def _make(
        self, key: DataKey, slots: tuple[Slot, ...], device: Device, fill: Callable[[Store], None]
    ) -> None:
        with telling(self._folder):
            # Keys first: a database without its keys would be lost, keys without a database are nothing.
            keys.write(self._folder, keys.key_file(key, slots))
            create_store(self._folder, key, device, fill)

    # ------------------------------------------------------------------ opening

    def open(self) -> House:
        """Open the centre without anybody: by this computer's keyring, or because it is a demo."""
        key = self._at_hand or keys.free_key(self._keys(), self._ring)
        if key is None:
            raise ServiceFault(FaultKind.LOCKED)
        return self._open_with(key)

    def unlock(self, passphrase: str) -> House:
        """Open the centre with anybody's passphrase, and let this computer's keyring remember the key."""
        found = self._keys()
        self._require_open(found)
        tried = (keys.unwrap(slot.wrapped, passphrase) for slot in found.of(keys.PassphraseSlot))
        key = next((key for key in tried if key is not None), None)
        if key is None:
            raise self._failed(found, FaultKind.WRONG_PASSPHRASE)
        return self._opened_by_hand(found, key)

    def recover(self, code: str, new_passphrase: str) -> tuple[House, str]:
        """Open the centre with the printed code; set the trainers' new passphrase and make a new code."""
        plain = recovery.read(code)
        if plain is None:
            raise ServiceFault(FaultKind.MISTYPED_CODE)
        require_strong(new_passphrase)
        found = self._keys()
        self._require_open(found)
        tried = (keys.unwrap(slot.wrapped, plain) for slot in found.of(keys.RecoverySlot))
        key = next((key for key in tried if key is not None), None)
        if key is None:
            raise self._failed(found, FaultKind.WRONG_CODE)
        house = self._opened_by_hand(found, key)
        try:
            keeper = self._keeper(key)
            # Trainers only: the printed code must not make a mediator's passphrase one of a trainer.
            for person in house.trainers():
                keeper.set_passphrase(person, new_passphrase)
            return house, keeper.new_recovery_code()
        except BaseException:
            house.close()
            raise

    def _opened_by_hand(self, found: KeyFile, key: DataKey) -> House:
        if found.guard != Guard():
            self._write(found.with_guard(Guard()))
        house = self._open_with(key)
        self._keeper(key).remember()
        return house

    def _open_with(self, key: DataKey) -> House:
        with telling(self._folder):
            store = open_store(
                self._folder, key, self._clock.now(), teller(self._folder), portable=self._portable
            )
        try:
            reads = Reads(self._read_pack, self._read_bank)
            return House(self._folder, store, self._clock, self._keeper(key), reads)
        except BaseException:
            store.close()
            raise

    def _keeper(self, key: DataKey) -> KeyKeeper:
        return KeyKeeper(self._folder, key, self._ring)

    def _keys(self) -> KeyFile:
        with telling(self._folder):
            found = keys.read(self._folder)
        if found is not None:
            return found
        there = (self._folder / DATABASE).exists()
        raise ServiceFault(
            FaultKind.KEYS_MISSING if there else FaultKind.EMPTY,
            {"folder": str(self._folder), "file": keys.FILE_NAME},
        )

    # ------------------------------------------------------------------ guessing

    def _require_open(self, found: KeyFile) -> None:
        wait = found.guard.wait(self._clock.now()).total_seconds()
        if wait > 0:
            raise waiting(wait)

    def _failed(self, found: KeyFile, code: FaultKind) -> ServiceFault:
        guard = found.guard.after_failure(self._clock.now())
        self._write(found.with_guard(guard))
        seconds = guard.wait(self._clock.now()).total_seconds()
        return ServiceFault(code, {"left": str(tries_left(guard)), "seconds": f"{seconds:.0f}"})

    def _write(self, changed: KeyFile) -> None:
        with telling(self._folder):
            keys.write(self._folder, changed)

    # ------------------------------------------------------------------ backups

    def backups(self) -> tuple[Backup, ...]:
        """Return the copies that can be put back, the newest first."""
        with telling(self._folder):
            return backup.list_backups(self._folder)

    def backup_at(self, path: Path) -> Backup:
        """Return a copy that lies anywhere, a stick for instance; its `keys.json` is looked for beside it."""
        found = backup.at(path)
        if found is None:
            raise ServiceFault(FaultKind.BACKUP_BAD, {"file": path.name})
        return found

    def restore(self, chosen: Backup) -> Path | None:
        """Put a copy in the database's place; return the folder to which the old files were moved."""
        with telling(self._folder):
            key = self._at_hand
            if key is not None and not self._is_whole(chosen, key):
                raise ServiceFault(FaultKind.BACKUP_BAD, {"file": chosen.path.name})
            aside = backup.restore(self._folder, chosen.path, self._clock.now())
        self._at_hand = None
        with telling(self._folder):
            media.fetch_missing(chosen.path.parent, self._folder)
        return aside

    def _is_whole(self, chosen: Backup, key: DataKey) -> bool:
        try:
            return backup.is_whole(chosen.path, key)
        except StorageFault:
            return False


_STATES = {
    FaultKind.READ_ONLY: VaultState.READ_ONLY,
    FaultKind.NEWER: VaultState.NEWER,
    FaultKind.KEYS_MISSING: VaultState.KEYS_MISSING,
}


def _device(identity: str) -> Device:
    return Device(identity, platform.node() or "?")
