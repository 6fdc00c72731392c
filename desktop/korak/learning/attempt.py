# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing a learner did: an append-only fact, never changed and never deleted by a merge.

Everything else (progress, sheets, due dates) is a pure function over these facts, so merging two machines
is a set union by `Attempt.id`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Literal

import msgspec

from korak.content.kinds import EXERCISE_KINDS, ExerciseKind

Kind = ExerciseKind | Literal["task", "read", "words", "my_step", "hands", "helped"]
"""What was done. "helped" is the part of whoever helped with somebody else's answer or task (see `turns`): it
takes them past the station too, but says nothing about what they know."""
Mode = Literal["show", "guide", "alone"]
Outcome = Literal["exact", "diacritics", "typo", "wrong", "reached", "stopped", "passed"]

EXERCISES: frozenset[Kind] = frozenset(EXERCISE_KINDS)


class Help(IntEnum):
    """The help a step needed, in the levels of assessment.md §1.5; the worst one counts, never how often."""

    NONE = 0
    LANGUAGE = 1  # read aloud, translated, repeated, picture dictionary: never lowers anything
    HINT = 2  # told or pointed where to look
    SHOWN = 3  # demonstrated, or done by the program or the trainer


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One answer given, one task run ended, or one page read, exactly as it happened."""

    id: str  # UUID; two rows with one id are one fact
    device: str
    at: datetime  # UTC, aware
    person: str
    pack: str
    pack_version: str
    lesson: str
    station: str  # Station.key: "<step id>" or "<step id>:guide"
    kind: Kind
    mode: Mode | None = None  # tasks only
    answer: str = "null"  # JSON from which the answer can be drawn again
    simple_answer: str = ""  # the same for people
    result: Outcome = "passed"  # exercises: the verdict; tasks: reached or stopped; the rest: passed
    score: float = 1.0  # 0..1
    help: int = 0  # Help, the worst level used
    errors: int = 0
    seconds: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what cannot have happened."""
        if self.at.utcoffset() != timedelta(0):
            raise ValueError("An attempt needs a time in UTC.")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"A score lies between 0 and 1, not at {self.score}.")
        if self.help not in (0, 1, 2, 3):
            raise ValueError(f"There is no help level {self.help}.")
        if self.errors < 0 or not 0.0 <= self.seconds < float("inf"):
            raise ValueError("Errors and seconds are never negative.")


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One key step of a task run: whether it was done, with which help, after how many errors."""

    step: str
    done: bool
    help: int = 0
    errors: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Promise:
    """What a learner said at the end of a lesson: this I can do now, this I will try for real."""

    can: tuple[str, ...] = ()
    will: tuple[str, ...] = ()


def task_answer(steps: Iterable[StepTaken]) -> str:
    """The `answer` of a task run: its key steps as JSON."""
    return msgspec.json.encode(tuple(steps)).decode()


def read_task_answer(answer: str) -> tuple[StepTaken, ...]:
    """The key steps of a task run; none when the text is of an unknown kind."""
    try:
        return msgspec.json.decode(answer, type=tuple[StepTaken, ...])
    except msgspec.MsgspecError:
        return ()


def my_step_answer(promise: Promise) -> str:
    """The `answer` of a finished »Moj korak«: its sentences (message ids of the pack) as JSON."""
    return msgspec.json.encode(promise).decode()


def read_my_step(answer: str) -> Promise:
    """The sentences of a »Moj korak«; none when the text is of an unknown kind."""
    try:
        return msgspec.json.decode(answer, type=Promise)
    except msgspec.MsgspecError:
        return Promise()


def in_order(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Each fact once, in the order it happened, however often and from wherever it came.

    Ties in time are broken by id, so every machine that knows the same facts sees the same order.
    """
    once: Mapping[str, Attempt] = {attempt.id: attempt for attempt in attempts}
    return tuple(sorted(once.values(), key=_moment))


def _moment(attempt: Attempt) -> tuple[datetime, str]:
    return attempt.at, attempt.id


NOT_PASSED = frozenset({"wrong", "stopped"})
"""The results that do not take a learner past a station."""


def passed(attempt: Attempt) -> bool:
    """Whether this attempt takes the learner past its station: anything right, read or reached."""
    return attempt.result not in NOT_PASSED


def mode_of(station: str) -> Mode | None:
    """The mode written in a station's key (`"naloga:guide"`), if it is a task's."""
    mode = station.rpartition(":")[2] if ":" in station else ""
    return mode if mode in ("show", "guide", "alone") else None
