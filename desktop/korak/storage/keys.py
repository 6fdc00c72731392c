# SPDX-License-Identifier: GPL-3.0-or-later
"""`keys.json`: the data key, wrapped once for every way of opening the centre.

Nothing here opens anything by itself, except in a demo centre, whose people do not exist. The file may be
copied with a backup; without a passphrase, the recovery code or the computer's keyring it is worth nothing.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from korak.centre.doors import Guard
from korak.storage import files, hashing
from korak.storage.faults import StorageFault, Trouble, from_disk
from korak.storage.free_key import FILE_NAME, KNOWN_FORMAT
from korak.storage.raw import KEY_BYTES, DataKey
from korak.storage.ring import Ring

FORMAT = KNOWN_FORMAT

_ABOUT = "Keys of a Korak centre. Keep this file with korak.db; without it nobody can open the database."
_OPEN = "A demo centre: its people do not exist, so this key is open on purpose. Not for real people."


class Wrapped(msgspec.Struct, frozen=True):
    """The data key, encrypted with what argon2id makes of a text."""

    rounds: int
    memory: int
    salt: bytes
    box: bytes


class PassphraseSlot(msgspec.Struct, frozen=True, tag="passphrase", tag_field="kind"):
    """Opens with the passphrase of one trainer, mediator or member of the staff."""

    person: str
    wrapped: Wrapped


class RecoverySlot(msgspec.Struct, frozen=True, tag="recovery", tag_field="kind"):
    """Opens with the printed recovery code."""

    wrapped: Wrapped


class RingSlot(msgspec.Struct, frozen=True, tag="keyring", tag_field="kind"):
    """Opens on a computer whose keyring was given the key."""

    entry: str


class OpenSlot(msgspec.Struct, frozen=True, tag="open", tag_field="kind"):
    """Opens by itself: demo centres only."""

    key: bytes
    about: str = _OPEN


Slot = PassphraseSlot | RecoverySlot | RingSlot | OpenSlot
_Kind = TypeVar("_Kind", PassphraseSlot, RecoverySlot, RingSlot, OpenSlot)


class KeyFile(msgspec.Struct, frozen=True):
    """All slots of a centre, and how the last tries at them went."""

    mark: str  # of the data key; every database file of this centre begins with it
    slots: tuple[Slot, ...]
    failed: int = 0
    shut_until: datetime | None = None
    format: int = FORMAT
    about: str = _ABOUT

    @property
    def guard(self) -> Guard:
        """How the last tries went."""
        return Guard(self.failed, self.shut_until)

    def with_guard(self, guard: Guard) -> "KeyFile":
        """Return the file after another try."""
        return msgspec.structs.replace(self, failed=guard.failed, shut_until=guard.shut_until)

    def having(self, slot: Slot) -> "KeyFile":
        """Return the file with a slot in place of the one for the same door."""
        kept = tuple(other for other in self.slots if not _same_door(other, slot))
        return msgspec.structs.replace(self, slots=(*kept, slot))

    def without(self, person: str) -> "KeyFile":
        """Return the file without somebody's passphrase."""
        kept = tuple(
            slot for slot in self.slots if not (isinstance(slot, PassphraseSlot) and slot.person == person)
        )
        return msgspec.structs.replace(self, slots=kept)

    def of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """Return the slots of one kind."""
        return tuple(slot for slot in self.slots if isinstance(slot, kind))


def new_key() -> DataKey:
    """Return a new data key."""
    return DataKey(os.urandom(KEY_BYTES))


def key_file(key: DataKey, slots: Iterable[Slot]) -> KeyFile:
    """Return the file of a new centre."""
    return KeyFile(key.mark, tuple(slots))


def wrap(key: DataKey, text: str, rounds: int | None = None, memory: int | None = None) -> Wrapped:
    """Encrypt the data key so that only this text opens it."""
    from nacl.secret import SecretBox  # noqa: PLC0415 - see hashing.py

    salt = os.urandom(hashing.SALT_BYTES)
    rounds, memory = rounds or hashing.PASSPHRASE_ROUNDS, memory or hashing.PASSPHRASE_MEMORY
    box = SecretBox(hashing.derive(text, salt, rounds, memory)).encrypt(key.secret)
    return Wrapped(rounds, memory, salt, bytes(box))


def unwrap(wrapped: Wrapped, text: str) -> DataKey | None:
    """Return the data key; None if the text is not the right one."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415
    from nacl.secret import SecretBox  # noqa: PLC0415

    try:
        derived = hashing.derive(text, wrapped.salt, wrapped.rounds, wrapped.memory)
        return DataKey(SecretBox(derived).decrypt(wrapped.box))
    except (CryptoError, ValueError):
        return None


def free_key(found: KeyFile, ring: Ring) -> DataKey | None:
    """Return the key if it opens without anybody: in a demo, or on a computer whose keyring has it."""
    for slot in found.of(OpenSlot):
        return DataKey(slot.key)
    for slot in found.of(RingSlot):
        secret = ring.read(slot.entry)
        if secret is not None and len(secret) == KEY_BYTES:
            key = DataKey(secret)
            return key if key.mark == found.mark else None
    return None


def read(folder: Path) -> KeyFile | None:
    """Return the key file of a folder; None if there is none, a fault if it cannot be understood."""
    try:
        content = (folder / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise from_disk(error) from error
    try:
        return _understood(content)
    except msgspec.MsgspecError as error:
        raise StorageFault(Trouble.KEYS_MISSING, file=FILE_NAME) from error


def write(folder: Path, keys: KeyFile) -> None:
    """Write the key file so that a power cut leaves the old or the new one."""
    try:
        files.write_whole(folder / FILE_NAME, msgspec.json.format(msgspec.json.encode(keys), indent=1))
    except OSError as error:
        raise from_disk(error) from error


class _Head(msgspec.Struct):
    format: int


def _understood(content: bytes) -> KeyFile:
    found = msgspec.json.decode(content, type=_Head).format
    if found > FORMAT:
        raise StorageFault(Trouble.NEWER, found=str(found), known=str(FORMAT))
    return msgspec.json.decode(content, type=KeyFile)


def _same_door(one: Slot, other: Slot) -> bool:
    if isinstance(one, PassphraseSlot) and isinstance(other, PassphraseSlot):
        return one.person == other.person
    return type(one) is type(other)
