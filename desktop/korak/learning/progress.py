# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a learner is: pure folds of attempts over the lessons of a pack.

The order in which attempts arrive and how often the same one arrives make no difference (`in_order`), so two
machines that know the same facts show the same progress. How things are counted:

* A station is DONE once it was passed (read, words, my step: gone through; exercise: accepted; task: reached,
  or watched to its end).
  A task done in a later mode covers its earlier ones: who did it alone need not be shown.
* A mistake is a wrong answer to an exercise, or an error the coach noticed in a task run.
* A hint is an exercise answer, or a key step of a task run, with help of level HINT or SHOWN (assessment.md
  §1.5: language support costs nothing). Watching "Pokaži mi" is no hint.
* Right at the first try: the first answer was accepted and no hint was used.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from korak.content.lesson import Lesson, Stage, Station
from korak.content.pack import Module, Pack
from korak.learning.attempt import EXERCISES, Attempt, Help, in_order, passed, read_task_answer

_MODES = ("show", "guide", "alone")


class StationState(Enum):
    """How a learner stands to one station of a lesson."""

    NEW = "new"
    TRIED = "tried"
    DONE = "done"


class ModuleState(Enum):
    """How a learner stands to one stepping stone of the course; LATER is not written yet."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class StationProgress:
    """What happened at one station."""

    station: Station
    state: StationState
    tries: int = 0
    mistakes: int = 0
    hints: int = 0
    seconds: float = 0.0
    right_first: bool | None = None  # exercises that were answered at least once


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How far a learner is in one lesson."""

    lesson: Lesson
    stations: tuple[StationProgress, ...]
    mistakes: int = 0
    hints: int = 0
    seconds: float = 0.0
    first_at: datetime | None = None
    last_at: datetime | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was done in this lesson; only opening it does not count."""
        return self.last_at is not None

    @property
    def stations_done(self) -> int:
        """How many stations are done."""
        return sum(1 for progress in self.stations if progress.state is StationState.DONE)

    @property
    def done(self) -> bool:
        """Whether every station is done."""
        return bool(self.stations) and self.stations_done == len(self.stations)

    @property
    def current(self) -> Station | None:
        """The first station not done; None when the lesson is done."""
        left = (progress.station for progress in self.stations if progress.state is not StationState.DONE)
        return next(left, None)

    @property
    def exercises(self) -> int:
        """How many exercises were answered at least once."""
        return sum(1 for progress in self.stations if progress.right_first is not None)

    @property
    def right_first(self) -> int:
        """How many exercises were right at the first try."""
        return sum(1 for progress in self.stations if progress.right_first)

    @property
    def stages(self) -> tuple[tuple[Stage, StationState], ...]:
        """The stages of the lesson (Poslušam in berem, Besede ...): DONE, TRIED once anything was, or NEW."""
        return tuple((stage, self._state_of(stage)) for stage in self.lesson.stages())

    @property
    def stages_done(self) -> int:
        """How many stages have all their stations done."""
        return sum(1 for _, state in self.stages if state is StationState.DONE)

    def _state_of(self, stage: Stage) -> StationState:
        states = {progress.state for progress in self.stations if progress.station.stage is stage}
        return states.pop() if len(states) == 1 else StationState.TRIED


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """How far a learner is in one module."""

    module: Module
    state: ModuleState
    lessons: tuple[LessonProgress, ...]

    @property
    def lessons_done(self) -> int:
        """How many lessons are done."""
        return sum(1 for lesson in self.lessons if lesson.done)


@dataclass(frozen=True, slots=True)
class CourseProgress:
    """How far a learner is in the course, and where it goes on."""

    modules: tuple[ModuleProgress, ...]
    next: LessonProgress | None  # None when every written lesson is done

    @property
    def lessons(self) -> tuple[LessonProgress, ...]:
        """The lessons in the order of the course."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def station(self) -> Station | None:
        """The station at which the learner goes on."""
        return self.next.current if self.next else None


def lesson_progress(lesson: Lesson, attempts: Iterable[Attempt]) -> LessonProgress:
    """Fold attempts into the progress of one lesson; those of other lessons are left out."""
    facts = [attempt for attempt in in_order(attempts) if attempt.lesson == lesson.id]
    by_station: dict[str, list[Attempt]] = {}
    for fact in facts:
        by_station.setdefault(fact.station, []).append(fact)
    return LessonProgress(
        lesson=lesson,
        stations=tuple(_station_progress(station, by_station) for station in lesson.stations()),
        mistakes=sum(mistakes_in(fact) for fact in facts),
        hints=sum(hints_in(fact) for fact in facts),
        seconds=sum(fact.seconds for fact in facts),
        first_at=facts[0].at if facts else None,
        last_at=facts[-1].at if facts else None,
    )


def is_finished(lesson: Lesson, passed_at: Collection[str]) -> bool:
    """Tell whether a lesson is done, from the keys of the stations somebody passed in it."""
    stations = lesson.stations()
    return bool(stations) and all(
        any(key in passed_at for key in (station.key, *covering(station))) for station in stations
    )


def course_progress(pack: Pack, attempts: Iterable[Attempt]) -> CourseProgress:
    """Fold attempts into the progress of the whole course; those of other packs are left out."""
    by_lesson: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        if attempt.pack == pack.id:
            by_lesson.setdefault(attempt.lesson, []).append(attempt)
    lessons = {
        name: lesson_progress(pack.lessons[name], by_lesson.get(name, ()))
        for module in pack.course
        for name in module.lessons
    }
    following = _following(tuple(lessons.values()))
    modules = tuple(
        _module_progress(module, tuple(lessons[name] for name in module.lessons), following)
        for module in pack.course
    )
    return CourseProgress(modules, following)


def mistakes_in(attempt: Attempt) -> int:
    """How many mistakes this attempt holds."""
    if attempt.kind in EXERCISES:
        return 0 if passed(attempt) else 1
    return attempt.errors


def hints_in(attempt: Attempt) -> int:
    """How many hints this attempt used."""
    if attempt.mode == "show":
        return 0
    steps = read_task_answer(attempt.answer) if attempt.kind == "task" else ()
    if steps:
        return sum(1 for step in steps if step.help >= Help.HINT)
    return 1 if attempt.help >= Help.HINT else 0


def _station_progress(station: Station, facts: Mapping[str, Sequence[Attempt]]) -> StationProgress:
    own = facts.get(station.key, ())
    later = [fact for key in covering(station) for fact in facts.get(key, ())]
    first = next((fact for fact in own if fact.kind in EXERCISES), None)
    return StationProgress(
        station=station,
        state=_state(own, later),
        tries=sum(1 for fact in own if fact.kind != "helped"),
        mistakes=sum(mistakes_in(fact) for fact in own),
        hints=sum(hints_in(fact) for fact in own),
        seconds=sum(fact.seconds for fact in own),
        right_first=None if first is None else passed(first) and first.help < Help.HINT,
    )


def _state(own: Sequence[Attempt], covering: Sequence[Attempt]) -> StationState:
    if any(passed(fact) for fact in (*own, *covering)):
        return StationState.DONE
    return StationState.TRIED if own else StationState.NEW


def covering(station: Station) -> tuple[str, ...]:
    """The keys that take a learner past a station too: those of the same task's later modes."""
    if station.mode is None:
        return ()
    task = station.key.removesuffix(f":{station.mode}")
    return tuple(f"{task}:{mode}" for mode in _MODES[_MODES.index(station.mode) + 1 :])


def _following(lessons: Sequence[LessonProgress]) -> LessonProgress | None:
    """Where the course goes on: the unfinished lesson touched last, else the first after the last touched.

    (product.md: a learner goes on where the last session ended.)
    """
    open_ones = [lesson for lesson in lessons if not lesson.done]
    underway = [lesson for lesson in open_ones if lesson.begun]
    if underway:
        return max(underway, key=_last_touched)
    touched = [place for place, lesson in enumerate(lessons) if lesson.begun]
    latest = max(touched, key=lambda place: _last_touched(lessons[place]), default=-1)
    after = [lesson for lesson in lessons[latest + 1 :] if not lesson.done]
    return next(iter((*after, *open_ones)), None)


def _last_touched(lesson: LessonProgress) -> float:
    return lesson.last_at.timestamp() if lesson.last_at else 0.0


def _module_progress(
    module: Module, lessons: tuple[LessonProgress, ...], following: LessonProgress | None
) -> ModuleProgress:
    if not lessons:
        state = ModuleState.LATER
    elif following in lessons:
        state = ModuleState.NOW
    elif all(lesson.done for lesson in lessons):
        state = ModuleState.DONE
    else:
        state = ModuleState.NEXT
    return ModuleProgress(module, state, lessons)
