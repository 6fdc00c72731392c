# SPDX-License-Identifier: GPL-3.0-or-later
"""The few facts about a learner that a funder asks for, and no more: no EMŠO, no address.

Of a nationality only a coarse group is kept, as a code of a list the centre may edit, and only where a funder
needs it; free text about it is never kept.

The year of birth is kept, never the date; age brackets are derived for each fund (see `bracket`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_YEAR = 1900
YOUNGEST = 10  # years; nobody younger comes to a course for adults


class Sex(StrEnum):
    """As learners say it themselves; UNKNOWN: not asked, or not told."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"
    UNKNOWN = ""


class Eligible(StrEnum):
    """Whether the funder counts the person: for AMIF, a citizen of a country outside the EU."""

    YES = "yes"
    NO = "no"
    UNKNOWN = ""


class Level(StrEnum):
    """A level of Slovenian by the CEFR as a teacher or an examination found it; Korak does not measure it."""

    NONE = ""
    A0 = "A0"  # below A1
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


LEVELS = tuple(level for level in Level if level is not Level.NONE)


@dataclass(frozen=True, slots=True)
class Details:
    """What is known about one learner beside name, tile and language; every part may be unknown."""

    sex: Sex = Sex.UNKNOWN
    birth_year: int | None = None
    eligible: Eligible = Eligible.UNKNOWN
    level_in: Level = Level.NONE  # of Slovenian, when the course began
    level_out: Level = Level.NONE  # and when it ended
    origin: str = ""  # the code of a group of nationalities; nothing: not told, or not needed


NOTHING_KNOWN = Details()


def is_year(year: int, today: date) -> bool:
    """Tell whether somebody in a course could have been born in that year."""
    return FIRST_YEAR <= year <= today.year - YOUNGEST


def age(birth_year: int, on: date) -> int:
    """Return the age reached in the course of that day's year (the day of birth is not kept)."""
    return on.year - birth_year


def bracket(birth_year: int | None, on: date, bounds: Sequence[int]) -> int | None:
    """Return the number of the age bracket, from 0; None where the year is unknown.

    `bounds` are the first ages of the brackets after the first: (18, 61) makes <18, 18-60, >60.
    """
    if birth_year is None:
        return None
    return sum(1 for first in bounds if age(birth_year, on) >= first)


def improved(details: Details) -> bool | None:
    """Tell whether the level of Slovenian rose by at least one step; None where one of the two is missing."""
    if Level.NONE in (details.level_in, details.level_out):
        return None
    return LEVELS.index(details.level_out) > LEVELS.index(details.level_in)
