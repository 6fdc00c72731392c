# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of an open centre, and the doors it is wrapped for."""

import threading
from pathlib import Path

from korak.centre.doors import SHORTEST_PASSPHRASE, is_strong
from korak.services.faults import FaultKind, ServiceFault, telling
from korak.storage import backup, hashing, keys, recovery
from korak.storage.raw import DataKey
from korak.storage.ring import Ring


class KeyKeeper:
    """Changes the slots of `keys.json` while the centre is open."""

    def __init__(self, folder: Path, key: DataKey, ring: Ring) -> None:
        self._folder = folder
        self._ring = ring
        self._lock = threading.Lock()
        self.key = key

    def is_demo(self) -> bool:
        """Tell whether the key lies open because nobody here is real."""
        return bool(self._read().of(keys.OpenSlot))

    def opens(self, person_id: str, passphrase: str) -> bool | None:
        """Tell whether a passphrase opens somebody's slot; None for a person without one."""
        slots = [slot for slot in self._read().of(keys.PassphraseSlot) if slot.person == person_id]
        if not slots:
            return None
        return any(keys.unwrap(slot.wrapped, passphrase) is not None for slot in slots)

    def has_slot(self, person_id: str) -> bool:
        """Tell whether somebody has a passphrase that opens the centre."""
        return any(slot.person == person_id for slot in self._read().of(keys.PassphraseSlot))

    def set_passphrase(self, person_id: str, passphrase: str) -> None:
        """Wrap the key for somebody's new passphrase."""
        require_strong(passphrase)
        self._write(keys.PassphraseSlot(person_id, keys.wrap(self.key, passphrase)))

    def take_passphrase(self, person_id: str) -> None:
        """Take somebody's slot away: their passphrase opens nothing any more."""
        with self._lock:
            self._put(self._read().without(person_id))

    def new_recovery_code(self) -> str:
        """Wrap the key for a new recovery code; the one printed before opens nothing from now on."""
        code = recovery.new_code()
        self._write(recovery_slot(self.key, code))
        return code

    def remember(self) -> bool:
        """Give the key to this computer's keyring; False where there is none."""
        if not self._ring.write(self.key.mark, self.key.secret):
            return False
        if not self._read().of(keys.RingSlot):
            self._write(keys.RingSlot(self.key.mark))
        return True

    def forget(self) -> None:
        """Take the key out of this computer's keyring: from now on the centre opens with the passphrase."""
        self._ring.forget(self.key.mark)

    def _read(self) -> keys.KeyFile:
        with telling(self._folder):
            found = keys.read(self._folder)
        if found is None:
            raise ServiceFault(FaultKind.KEYS_MISSING, {"folder": str(self._folder), "file": keys.FILE_NAME})
        return found

    def _write(self, slot: keys.Slot) -> None:
        with self._lock:
            self._put(self._read().having(slot))

    def _put(self, changed: keys.KeyFile) -> None:
        with telling(self._folder):
            keys.write(self._folder, changed)
            backup.copy_keys(self._folder)


def recovery_slot(key: DataKey, code: str) -> keys.RecoverySlot:
    """Wrap a key for a recovery code; 113 bits need no slow hash."""
    plain = recovery.read(code) or code
    return keys.RecoverySlot(keys.wrap(key, plain, hashing.PIN_ROUNDS, hashing.PIN_MEMORY))


def require_strong(passphrase: str) -> None:
    """Refuse a passphrase that is too short or too simple."""
    if not is_strong(passphrase):
        raise ServiceFault(FaultKind.WEAK_PASSPHRASE, {"shortest": str(SHORTEST_PASSPHRASE)})
