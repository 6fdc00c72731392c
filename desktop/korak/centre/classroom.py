# SPDX-License-Identifier: GPL-3.0-or-later
"""What passes between a trainer and learners in class: tasks given, hands raised, notes, the quick pulse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

PLAYGROUND = "@playground"
"""What stands for the lesson in a hand mark of the practice ground; its station is the task."""


class Given(StrEnum):
    """What can be given to a group or a learner."""

    LESSON = "lesson"
    TASK = "task"  # of the practice ground
    WORDS = "words"  # ten minutes of words


@dataclass(frozen=True, slots=True)
class Assignment:
    """Something a trainer gave to a group or to one learner; `name` is a lesson's or a task's id."""

    id: str
    group: str | None
    person: str | None
    what: Given
    name: str
    given_at: datetime
    withdrawn_at: datetime | None = None


class Hand(StrEnum):
    """What a hand mark says."""

    ASKED = "asked"  # the learner asked for help
    HELPED = "helped"  # somebody in the room helped (F9)


@dataclass(frozen=True, slots=True)
class HandMark:
    """A learner asked for help at a place, or was helped there."""

    id: str
    device: str
    at: datetime
    person: str
    lesson: str
    station: str
    what: Hand


@dataclass(frozen=True, slots=True)
class Note:
    """What a trainer wrote down about a learner; those who teach read it, and the learner on request."""

    id: str
    person: str
    by: str
    at: datetime
    text: str


class Pulse(StrEnum):
    """The three faces at the end of a meeting."""

    USEFUL = "useful"
    HARD = "hard"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class PulseCount:
    """How often each face was chosen; nobody knows by whom."""

    faces: Mapping[Pulse, int] = field(default_factory=dict[Pulse, int])

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.faces.values())

    def of(self, pulse: Pulse) -> int:
        """How often one face was chosen."""
        return self.faces.get(pulse, 0)

    def mostly(self) -> Pulse | None:
        """Return the face that more than half chose, if there is one."""
        return next((pulse for pulse in Pulse if self.of(pulse) * 2 > self.total), None)


def waiting(marks: Iterable[HandMark]) -> dict[str, HandMark]:
    """Return who asked for help and has not been helped since, by person."""
    left: dict[str, HandMark] = {}
    for mark in sorted(marks, key=_order):
        if mark.what is Hand.ASKED:
            left.setdefault(mark.person, mark)
        else:
            left.pop(mark.person, None)
    return left


def _order(mark: HandMark) -> tuple[datetime, str]:
    return mark.at, mark.id
