# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates of participation: who has attended enough, who not, and which numbers were given."""

from dataclasses import dataclass
from datetime import datetime

from korak.centre.people import Person

USUAL_PERCENT = 75
"""Of the teaching hours held by the group, where a programme says nothing else."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that was made; `attended` and `held` are the minutes it was made for."""

    id: str
    person: str
    group: str
    number: str
    attended: int
    held: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of a group before the certificates are printed.

    `attended` of `held` are minutes, `percent` is what is needed; `can_do` whether the list of skills is
    wanted; `number` is empty until the first one was made.
    """

    person: Person
    attended: int
    held: int
    percent: int
    can_do: bool = False
    number: str = ""

    @property
    def earns(self) -> bool:
        """Whether enough was attended; whole minutes, so that no rounding decides."""
        return self.held > 0 and self.attended * 100 >= self.held * self.percent

    @property
    def share(self) -> int | None:
        """Whole per cent attended, rounded down; None where no meeting was held."""
        return self.attended * 100 // self.held if self.held else None


def numbered(base: str, taken: frozenset[str]) -> str:
    """The number a new certificate gets: its base, or with -2, -3 ... where that is another group's."""
    number, count = base, 1
    while number in taken:
        count += 1
        number = f"{base}-{count}"
    return number
