# SPDX-License-Identifier: GPL-3.0-or-later
"""The data key that opens without anybody, found without msgspec, whose import costs the first look 12 ms.

It reads only what stands open: a demo's key, or the entry under which the computer's keyring holds it.
Whatever it does not understand counts as no key; `keys.read` then finds out what is wrong.
"""

import base64
import json
from pathlib import Path
from typing import TypedDict, cast

from korak.storage.raw import KEY_BYTES, DataKey
from korak.storage.ring import Ring

FILE_NAME = "keys.json"
KNOWN_FORMAT = 1


class _Slot(TypedDict, total=False):
    kind: str
    key: str
    entry: str


class _Found(TypedDict):
    format: int
    mark: str
    slots: list[_Slot]


def free_key(folder: Path, ring: Ring) -> DataKey | None:
    """Return the key of a demo, or of a computer whose keyring has it; None where somebody must open."""
    try:
        found = cast("_Found", json.loads((folder / FILE_NAME).read_bytes()))
        if found["format"] != KNOWN_FORMAT:
            return None
        return _open_key(found["slots"]) or _ring_key(found["slots"], ring, found["mark"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _open_key(slots: list[_Slot]) -> DataKey | None:
    keys = [base64.b64decode(slot.get("key", "")) for slot in slots if slot.get("kind") == "open"]
    return DataKey(keys[0]) if keys else None


def _ring_key(slots: list[_Slot], ring: Ring, mark: str) -> DataKey | None:
    for slot in slots:
        secret = ring.read(slot.get("entry", "")) if slot.get("kind") == "keyring" else None
        if secret is not None and len(secret) == KEY_BYTES:
            key = DataKey(secret)
            return key if key.mark == mark else None
    return None
