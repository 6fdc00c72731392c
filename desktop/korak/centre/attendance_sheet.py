# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance as screen, paper and spreadsheet show it: one object for all three."""

from dataclasses import dataclass
from datetime import date

PRESENT, PARTLY, EXCUSED, ABSENT, NOTHING = "present", "partly", "excused", "absent", ""
"""What a cell of the matrix can say; NOTHING: the person was not enrolled then, or nothing was noted."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of every sheet; empty parts are left out."""

    centre: str
    group: str
    programme: str = ""
    contract: str = ""
    funder: str = ""
    cofunding: str = ""
    logos: tuple[bytes, ...] = ()  # PNG or JPEG


@dataclass(frozen=True, slots=True)
class Meet:
    """One meeting: when, how long (minutes of teaching), where, what about, who taught."""

    number: int
    day: date
    begins: str  # "9.00"
    ends: str
    minutes: int
    topics: tuple[str, ...] = ()
    place: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the matrix: a cell for each meeting; attended and offered minutes."""

    name: str
    cells: tuple[str, ...]
    attended: int
    offered: int
    reaches: bool
