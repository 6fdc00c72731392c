# SPDX-License-Identifier: GPL-3.0-or-later
"""Argon2id, in the two strengths that this program uses.

libsodium is loaded when the first door is tried: the wall of tiles does not need it.
"""

import unicodedata
from typing import Final

SALT_BYTES: Final = 16
_MIB = 1024 * 1024

# A picture PIN is one of 1,728, and whoever holds the hash holds the data key already: the cost only has to
# make guessing at the keyboard dull, the growing wait does the rest. OWASP's smallest recommended setting.
PIN_ROUNDS, PIN_MEMORY = 2, 19 * _MIB
# A passphrase stands between a stolen laptop and the data.
PASSPHRASE_ROUNDS, PASSPHRASE_MEMORY = 3, 128 * _MIB


def hash_pin(text: str) -> str:
    """Return what may be kept of a PIN."""
    return _hash(text, PIN_ROUNDS, PIN_MEMORY)


def hash_passphrase(text: str) -> str:
    """Return what may be kept of a passphrase."""
    return _hash(text, PASSPHRASE_ROUNDS, PASSPHRASE_MEMORY)


def fits(hashed: str, text: str) -> bool:
    """Tell whether a text is the one that was hashed; the parameters travel inside the hash."""
    from nacl.exceptions import InvalidkeyError  # noqa: PLC0415 - see the module's first lines
    from nacl.pwhash import argon2id  # noqa: PLC0415

    try:
        return argon2id.verify(hashed.encode("ascii"), _bytes(text))
    except InvalidkeyError:
        return False


def derive(text: str, salt: bytes, rounds: int, memory: int) -> bytes:
    """Return 32 bytes that only this text and salt make."""
    from nacl.pwhash import argon2id  # noqa: PLC0415

    return argon2id.kdf(32, _bytes(text), salt, opslimit=rounds, memlimit=memory)


def _hash(text: str, rounds: int, memory: int) -> str:
    from nacl.pwhash import argon2id  # noqa: PLC0415

    return argon2id.str(_bytes(text), opslimit=rounds, memlimit=memory).decode("ascii")


def _bytes(text: str) -> bytes:
    # Two keyboards may write one letter (č) in two ways.
    return unicodedata.normalize("NFC", text.strip()).encode("utf-8")
