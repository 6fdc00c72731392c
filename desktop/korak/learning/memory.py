# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody remembers of the words, folded from attempts alone.

Nothing of this is stored. It depends on the set of facts and not on the order they came in, so two machines
that know the same facts agree on the day each word is due. The rules:

* Days are learning days (`days`): they begin at four in the morning.
* A word is reviewed at most once a learning day. The first exercise of the day shows what was remembered; the
  later ones repeat what was just seen, and make the next exercise harder or easier, but plan nothing.
* The grade comes from the answer (`grade`). A retry of the same exercise lifts AGAIN to HARD: one retry
  counts as help, not as failure.
* To have met a word (a flash card, the words of a lesson) is no review.
* Each word stands on a rung of the ladder of exercises (`RUNGS`): right climbs one, wrong steps one back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from korak.learning.days import day_number
from korak.learning.trace import Model, Trace

PRACTICE = "@words"
"""What attempts of word practice name as their lesson."""

RUNGS: tuple[tuple[str, ...], ...] = (
    ("flash",),
    ("choose_picture", "listen", "choose_word"),
    ("match", "minimal_pair"),
    ("letters", "order"),
    ("gap", "right_form"),
    ("dictation",),
    ("translate", "typed"),
)
"""The kinds of exercises in the order of learning: hear with picture, choose the picture, match, build from
letters, gap, dictation, write freely. What stands together is about equally hard."""

TOP = len(RUNGS) - 1

_RUNG_OF = {kind: rung for rung, kinds in enumerate(RUNGS) for kind in kinds} | {
    "choice": 1,
    "sort": 2,
    "find_button": 2,
    "speak": 3,
}
_MEETING = frozenset({"flash", "words"})
_RIGHT = frozenset({"exact", "passed", "reached"})
_WRONG = frozenset({"wrong", "stopped"})
_HIGHER = (*range(1, TOP + 1), TOP)

_Exercise: TypeAlias = tuple[int, str, str]  # an exercise on a learning day: day, lesson, station
_NOWHERE: _Exercise = (0, "", "")


class Grade(IntEnum):
    """How well a word was known, as the answer shows it; nobody is asked."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


_AGAIN, _HARD, _GOOD = 1, 2, 3  # the same as plain numbers: an enumeration is slow in a long loop


class Fact(NamedTuple):
    """What counts of one attempt at an exercise or a words station."""

    at: int  # microseconds since 1970 in UTC
    id: str
    lesson: str
    station: str
    kind: str
    result: str
    score: float
    help: int
    seconds: float = 0.0


Row: TypeAlias = tuple[int, str, str, str, str, str, float, int, float]
"""A fact as the database hands it over: what `Fact` names, in its order."""


class Practised(NamedTuple):
    """The station of an exercise of word practice: which session, its number there, the word, the kind."""

    run: str
    number: int
    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Known:
    """How one word stands."""

    word: str
    rung: int  # 0 to TOP: the exercise that fits next
    exercises: int  # so many were done with it
    missed: int  # so many of them were not right in the end
    last: date | None  # the learning day of the last review; None: met only
    due: date | None
    stability: float  # days until the chance to know it falls to 0.9; 0 while it was only met

    def chance(self, today: date) -> float:
        """The chance (0 to 1) that the word is known today; 0 where it was only met."""
        if self.last is None:
            return 0.0
        return _model().chance(self.stability, max((today - self.last).days, 0))


def station(practised: Practised) -> str:
    """The station's key of an exercise of word practice."""
    return f"{practised.run}/{practised.number}/{practised.word}/{practised.kind}"


def read_station(key: str) -> Practised | None:
    """The exercise a station's key stands for, or None where it is no such key."""
    parts = _parts(key)
    return None if parts is None else Practised(parts[0], int(parts[1]), parts[2], parts[3])


def grade(kind: str, result: str, score: float, help: int) -> Grade:  # noqa: A002 - the word everywhere else
    """The grade of one answer: wrong → AGAIN, a slip, hint or shown answer → HARD, right → GOOD.

    Looking a word up is language help and lowers nothing. A match in which at least half belongs together
    (score from 0.5 up) is HARD: the word itself was probably right.
    """
    return Grade(_graded(kind, result, score, help))


def _graded(kind: str, result: str, score: float, used: int) -> int:
    if result in _RIGHT:
        return _GOOD if used < 2 else _HARD
    if result in _WRONG:
        return _HARD if score >= 0.5 and kind in ("match", "sort") else _AGAIN
    return _HARD


def _parts(key: str) -> list[str] | None:
    """The parts of a station's key: session, number, word, kind."""
    parts = key.split("/")
    return parts if len(parts) == 4 and parts[1].isdigit() else None


class _Word:
    """What is known of one word while facts are taken in."""

    __slots__ = ("before", "day", "exercise", "grade", "key", "last", "missed", "rung", "seen", "trace")

    def __init__(self) -> None:
        self.rung = 0
        self.seen = 0
        self.missed = 0
        self.trace: Trace | None = None  # what the reviews of earlier days left
        self.last = 0  # the day of the last of them
        self.day = 0  # the day of the open review; 0: none
        self.grade = 0
        self.key = _NOWHERE  # the exercise of the open review
        self.exercise = _NOWHERE  # the latest exercise, its rung before it, and what was missed before it
        self.before = (0, 0)

    def meet(self) -> None:
        """It was seen: heard with its picture."""
        self.rung = self.rung or 1

    def review(self, key: _Exercise, kind: str, got: int, model: Model) -> None:
        """An exercise was answered."""
        self._climb(key, kind, got)
        day = key[0]
        if self.day != day:
            self.close(model)
            self.day, self.key, self.grade = day, key, got
        elif self.grade == _AGAIN and got > _AGAIN and key == self.key:
            self.grade = _HARD

    def close(self, model: Model) -> None:
        """Take the open review into what is remembered."""
        if self.day:
            self.trace, self.last, self.day = self.reviewed(model), self.day, 0

    def reviewed(self, model: Model) -> Trace | None:
        """What the reviews leave, the open one among them."""
        if not self.day:
            return self.trace
        if self.trace is None:
            return model.first(self.grade)
        return model.after(self.trace, self.day - self.last, self.grade)

    def _climb(self, exercise: _Exercise, kind: str, got: int) -> None:
        if exercise == self.exercise:
            rung, missed = self.before
            got = _HARD if got > _HARD else got  # noqa: FURB136 - called twenty thousand times in a row
        else:
            rung, missed = self.rung, self.missed
            self.exercise, self.before = exercise, (rung, missed)
            self.seen += 1
        if got == _AGAIN:
            self.missed = missed + 1
            self.rung = rung - 1 if rung > 1 else 1
            return
        self.missed = missed
        up = got == _GOOD and _RUNG_OF.get(kind, 0) >= rung
        self.rung = _HIGHER[rung] if up else rung or 1


class Memory:
    """What one person remembers; facts are taken in as they come, in order of time.

    `lessons` names the words of each exercise and words station of the pack, by (lesson, station).
    """

    def __init__(self, lessons: Mapping[tuple[str, str], Sequence[str]]) -> None:
        self._lessons = lessons
        self._words: dict[str, _Word] = {}
        self._latest: tuple[int, str] = (0, "")
        self._model = _model()

    def take(self, facts: Iterable[Row]) -> bool:
        """Take facts in; False, with nothing taken, if one of them lies before what was taken already.

        A memory that said False is thrown away and made anew from all facts.
        """
        new = in_order(facts)
        if new and new[0][:2] <= self._latest:
            return False
        for fact in new:
            self._take(fact)
        if new:
            self._latest = new[-1][:2]
        return True

    def known(self, end: date | None = None) -> Mapping[str, Known]:
        """How every word met stands; no word is due after `end`, the end of the course."""
        model = self._model
        return {name: _known(name, word, model, end) for name, word in self._words.items()}

    def _take(self, fact: Row) -> None:
        at, _id, lesson, station, kind, result, score, used, _seconds = fact
        words: Sequence[str] = ()
        asked = kind
        if lesson != PRACTICE:
            words = self._lessons.get((lesson, station), ())
        elif (practised := _parts(station)) is not None:
            words, asked = (practised[2],), practised[3]
        if not words:
            return
        meeting = asked in _MEETING
        got = 0 if meeting else _graded(kind, result, score, used)
        key = (day_number(at), lesson, station)
        for name in words:
            word = self._words.get(name)
            if word is None:
                word = self._words[name] = _Word()
            if meeting:
                word.meet()
            else:
                word.review(key, asked, got, self._model)


def in_order(facts: Iterable[Row]) -> Sequence[Row]:
    """Each fact once, in the order it happened; what happened at the same moment is ordered by its id.

    Ids are made by chance, so the order within a moment means nothing; but every machine has the same one.
    """
    new = facts if isinstance(facts, list | tuple) else list(facts)
    if all(one[0] < other[0] or one[:2] < other[:2] for one, other in pairwise(new)):
        return new
    return sorted({fact[1]: fact for fact in new}.values())


def _known(name: str, word: _Word, model: Model, end: date | None) -> Known:
    trace = word.reviewed(model)
    day = word.day or word.last
    if trace is None:
        return Known(name, word.rung, word.seen, word.missed, None, None, 0.0)
    last = date.fromordinal(day)
    due = date.fromordinal(day + model.interval(trace.stability))
    if end is not None and last < end < due:
        due = end
    return Known(name, word.rung, word.seen, word.missed, last, due, trace.stability)


@cache
def _model() -> Model:
    """The model of forgetting; it is imported when the first word is remembered."""
    from korak.learning import forgetting  # noqa: PLC0415

    return forgetting
