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
from typing import NamedTuple

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


class Grade(IntEnum):
    """How well a word was known, as the answer shows it; nobody is asked."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


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
    parts = key.split("/")
    if len(parts) != 4 or not parts[1].isdigit():
        return None
    return Practised(parts[0], int(parts[1]), parts[2], parts[3])


def grade(kind: str, result: str, score: float, help: int) -> Grade:  # noqa: A002 - the word everywhere else
    """The grade of one answer: wrong → AGAIN, a slip, hint or shown answer → HARD, right → GOOD.

    Looking a word up is language help and lowers nothing. A match in which at least half belongs together
    (score from 0.5 up) is HARD: the word itself was probably right.
    """
    if result in ("wrong", "stopped"):
        return Grade.HARD if kind in ("match", "sort") and score >= 0.5 else Grade.AGAIN
    return Grade.GOOD if result in ("exact", "passed", "reached") and help < 2 else Grade.HARD


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
        self.key = ""  # the exercise of the open review
        self.exercise = ""  # the latest exercise, its rung before it, and its grade
        self.before = (0, 0)

    def meet(self) -> None:
        """It was seen: heard with its picture."""
        self.rung = max(self.rung, 1)

    def review(self, day: int, key: str, kind: str, got: int, model: Model) -> None:
        """An exercise was answered."""
        self._climb(f"{day}/{key}", kind, got)
        if self.day == day:
            if key == self.key and self.grade == Grade.AGAIN and got > Grade.AGAIN:
                self.grade = int(Grade.HARD)
            return
        self.close(model)
        self.day, self.key, self.grade = day, key, got

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

    def _climb(self, exercise: str, kind: str, got: int) -> None:
        if exercise == self.exercise:
            rung, missed = self.before
            got = min(got, int(Grade.HARD))
        else:
            rung, missed = self.rung, self.missed
            self.exercise, self.before = exercise, (rung, missed)
            self.seen += 1
        self.missed = missed + (got == Grade.AGAIN)
        if got == Grade.AGAIN:
            self.rung = max(rung - 1, 1)
        elif got == Grade.GOOD and _RUNG_OF.get(kind, 0) >= rung:
            self.rung = min(rung + 1, TOP)
        else:
            self.rung = max(rung, 1)


class Memory:
    """What one person remembers; facts are taken in as they come, in order of time.

    `lessons` names the words of each exercise and words station of the pack, by (lesson, station).
    """

    def __init__(self, lessons: Mapping[tuple[str, str], Sequence[str]]) -> None:
        self._lessons = lessons
        self._words: dict[str, _Word] = {}
        self._latest: tuple[int, str] = (0, "")

    def take(self, facts: Iterable[Fact]) -> bool:
        """Take facts in; False, with nothing taken, if one of them lies before what was taken already.

        A memory that said False is thrown away and made anew from all facts.
        """
        new = in_order(facts)
        if new and new[0][:2] <= self._latest:
            return False
        for fact in new:
            self._take(fact)
        if new:
            self._latest = new[-1].at, new[-1].id
        return True

    def known(self, end: date | None = None) -> Mapping[str, Known]:
        """How every word met stands; no word is due after `end`, the end of the course."""
        model = _model()
        return {name: _known(name, word, model, end) for name, word in self._words.items()}

    def _take(self, fact: Fact) -> None:
        practised = read_station(fact.station) if fact.lesson == PRACTICE else None
        if practised is not None:
            words: Sequence[str] = (practised.word,)
            kind = practised.kind
        else:
            words, kind = self._lessons.get((fact.lesson, fact.station), ()), fact.kind
        for name in words:
            word = self._words.get(name)
            if word is None:
                word = self._words[name] = _Word()
            if kind in _MEETING:
                word.meet()
            else:
                got = grade(fact.kind, fact.result, fact.score, fact.help)
                word.review(day_number(fact.at), f"{fact.lesson}/{fact.station}", kind, got, _model())


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, in the order it happened; ties in time are broken by id."""
    new = list(facts)
    if all(one[:2] < other[:2] for one, other in pairwise(new)):
        return new
    return sorted({fact.id: fact for fact in new}.values())


def _known(name: str, word: _Word, model: Model, end: date | None) -> Known:
    trace = word.reviewed(model)
    day = word.day or word.last
    if trace is None:
        return Known(name, word.rung, word.seen, word.missed, None, None, 0.0)
    last = date.fromordinal(day)
    due = date.fromordinal(day + trace.interval)
    if end is not None and last < end < due:
        due = end
    return Known(name, word.rung, word.seen, word.missed, last, due, trace.stability)


@cache
def _model() -> Model:
    """The model of forgetting; it is imported when the first word is remembered."""
    from korak.learning import forgetting  # noqa: PLC0415

    return forgetting
