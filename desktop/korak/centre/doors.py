# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in: picture PINs, passphrases, and the growing wait between wrong tries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

PIN_PICTURES = (
    "house", "key", "fish", "sun",
    "books", "tulip", "cat", "bus",
    "umbrella", "star", "bell", "red-apple",
)  # fmt: skip
PIN_LENGTH = 3

SHORTEST_PASSPHRASE = 10

_FREE_TRIES = 3  # a slip of the finger costs nobody anything
_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Guard:
    """How often somebody failed at a door since it last opened, and until when it stays shut."""

    failed: int = 0
    shut_until: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """Return how long the door still stays shut."""
        if self.shut_until is None:
            return timedelta(0)
        # A clock that was set back must not shut anybody out for longer than any wait lasts.
        return min(max(self.shut_until - now, timedelta(0)), _LONGEST_WAIT)

    def after_failure(self, now: datetime) -> "Guard":
        """Return the guard after one more wrong try."""
        failed = self.failed + 1
        wait = wait_after(failed)
        return Guard(failed, now + wait if wait else None)


def wait_after(failed: int) -> timedelta:
    """Return the wait after so many wrong tries in a row: none for the first two, then doubling."""
    if failed < _FREE_TRIES:
        return timedelta(0)
    doublings = min(failed - _FREE_TRIES, 16)
    return min(_FIRST_WAIT * 2**doublings, _LONGEST_WAIT)


def is_pin(pictures: tuple[str, ...]) -> bool:
    """Tell whether these can be somebody's picture PIN (one picture may come twice)."""
    return len(pictures) == PIN_LENGTH and all(picture in PIN_PICTURES for picture in pictures)


def is_too_simple(pictures: tuple[str, ...]) -> bool:
    """Tell whether anybody would try these first: three times the same picture."""
    return len(set(pictures)) == 1


def pin_text(pictures: tuple[str, ...]) -> str:
    """Return what is hashed: the pictures in order."""
    return "-".join(pictures)


def is_strong(passphrase: str) -> bool:
    """Tell whether a passphrase is long enough and not one character over and over."""
    plain = passphrase.strip()
    return len(plain) >= SHORTEST_PASSPHRASE and len(set(plain.casefold())) >= 4
