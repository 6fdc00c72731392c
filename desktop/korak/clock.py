# SPDX-License-Identifier: GPL-3.0-or-later
"""What time it is: handed to whoever needs it, so that a test can set it."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """A source of the present moment."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start that never run backwards."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start that never run backwards."""
        return time.monotonic()


class FixedClock:
    """A clock that stands still until it is moved by :meth:`forward`."""

    def __init__(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock needs a moment with a time zone")
        self._moment = moment.astimezone(UTC)
        self._seconds = 0.0

    def now(self) -> datetime:
        """Return the moment the clock was set to."""
        return self._moment

    def monotonic(self) -> float:
        """Return the seconds the clock was moved since it was made."""
        return self._seconds

    def forward(self, seconds: float) -> None:
        """Move the clock on by ``seconds`` (0 or more)."""
        if seconds < 0:
            raise ValueError("a clock only moves forward")
        self._moment += timedelta(seconds=seconds)
        self._seconds += seconds
