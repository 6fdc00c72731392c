# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids that no two machines make twice, in the order of time so that an index stays together on the disk."""

import secrets
import uuid
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id(now: datetime) -> str:
    """Return a new UUID (version 7): 48 bits of milliseconds, then chance."""
    return made_id(now, secrets.randbits(74))


def made_id(now: datetime, chance: int) -> str:
    """Return the UUID of a moment and 74 bits; demo data draw them from their seed."""
    milliseconds = (now - _EPOCH) // timedelta(milliseconds=1)
    high, low = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    number = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
    return str(uuid.UUID(int=number))
