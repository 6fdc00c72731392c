# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group has gathered in a course, for a poster on the wall: the group's, nobody's in particular.

Counts of people from 1 to 4 are never shown as numbers: in a small group they would point at somebody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

FEWEST = 5
"""The smallest count of people that is shown as a number."""
MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class CanDo:
    """A sentence of the course, and how many people of the group can say it."""

    sentence: str
    pictogram: str
    people: int

    @property
    def shown(self) -> int | None:
        """The number that may be shown; None: some of us."""
        return self.people if self.people >= FEWEST else None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence out of a story that may be printed, with the name its author wants."""

    text: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """Everything the poster shows."""

    title: str
    group: str
    centre: str
    made_on: date
    first: date | None
    last: date | None
    meetings: int
    minutes: int  # of teaching held
    people: int
    languages: int
    words: int  # different words somebody of the group knows
    can_do: tuple[CanDo, ...]
    quotes: tuple[Said, ...] = ()
    cofunding: str = ""
    logos: tuple[bytes, ...] = ()

    @property
    def hours(self) -> int:
        """Whole teaching hours of 45 minutes; never more than were held."""
        return self.minutes // 45


def gathered(can: Iterable[Iterable[tuple[str, str, str]]]) -> tuple[CanDo, ...]:
    """Count what people can do: for each person the lessons reached (id, sentence, pictogram), each once.

    Sentences come in the order most people can say them; among equals in the order of the course.
    """
    counts: dict[str, int] = {}
    told: dict[str, tuple[str, str]] = {}
    for reached in can:
        for lesson, (sentence, pictogram) in {one[0]: one[1:] for one in reached}.items():
            counts[lesson] = counts.get(lesson, 0) + 1
            told.setdefault(lesson, (sentence, pictogram))
    return tuple(
        CanDo(*told[lesson], counts[lesson]) for lesson in sorted(counts, key=_most_first(counts).__getitem__)
    )


def _most_first(counts: Mapping[str, int]) -> Mapping[str, tuple[int, int]]:
    return {lesson: (-count, place) for place, (lesson, count) in enumerate(counts.items())}
