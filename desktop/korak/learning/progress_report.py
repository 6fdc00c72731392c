# SPDX-License-Identifier: GPL-3.0-or-later
"""How far people are, in numbers that add up: a learner by lesson, a group by learner, a centre by group.

The numbers are those of the record (`learning.record`) and `learning.progress`, counted from what a database
can find out by itself: when a station was passed first, what a task run showed, how an exercise was answered
last. With a period only what happened in it counts:

* a lesson, a station: it came to its end in the period;
* a task: the best run of the period;
* a word: met, or known, by what was done in the period;
* a word to be repeated is due on the day the report is made; a period that is over has none.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from korak.content.lesson import Station, TaskStep, WordsStep
from korak.content.pack import Pack
from korak.learning.attempt import Help, Mode, read_task_answer
from korak.learning.progress import covering
from korak.learning.record import Skill

FOR_EVER = 1 << 62  # microseconds: later than anything


class Scope(StrEnum):
    """What the lines of a report are."""

    LEARNER = "learner"  # a line is a lesson
    GROUP = "group"  # a line is a learner
    CENTRE = "centre"  # a line is a group


class Reached(NamedTuple):
    """When somebody passed a station first, in microseconds since 1970."""

    person: str
    lesson: str
    station: str
    at: int


class Ran(NamedTuple):
    """A run of a task that came to its end."""

    person: str
    lesson: str
    station: str
    mode: Mode | None
    help: int
    answer: str = ""  # its key steps; needed only where one of them was shown


class Answered(NamedTuple):
    """How somebody answered an exercise last: whether without a hint and accepted; when, in microseconds."""

    person: str
    lesson: str
    station: str
    sure: bool
    at: int


@dataclass(frozen=True, slots=True)
class Span:
    """A time, in microseconds since 1970: from `first` to before `end`."""

    first: int = 0
    end: int = FOR_EVER

    @property
    def is_open(self) -> bool:
        """Whether it has no end."""
        return self.end == FOR_EVER


@dataclass(frozen=True, slots=True)
class Counts:
    """How far somebody is, or several together; minutes are minutes of teaching."""

    lessons: int = 0
    stations: int = 0
    alone: int = 0  # tasks done without help
    helped: int = 0  # tasks done with help
    shown: int = 0  # tasks tried, but not done yet
    met: int = 0
    known: int = 0
    due: int = 0
    attended: int = 0
    offered: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in COUNTED))


COUNTED = tuple(Counts.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Line:
    """One lesson, learner or group; `counts` of a group are sums of its `people`."""

    id: str
    name: str
    counts: Counts
    people: int = 1
    standing: str = ""  # of a learner in the group, a code
    band: str = ""  # the word for what was measured last
    done: bool = False  # lessons: it is finished
    of: int = 0  # lessons: so many stations


@dataclass(frozen=True, slots=True)
class Course:
    """How large the course is."""

    lessons: int
    stations: int
    tasks: int
    words: int


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """What screen, paper and spreadsheet show alike."""

    scope: Scope
    title: str  # whose report it is
    programme: str
    period: tuple[date | None, date | None]
    made_on: date
    course: Course
    lines: tuple[Line, ...]
    total: Counts  # each person once
    people: int  # different people
    with_due: bool = True
    with_bands: bool = False


@dataclass(frozen=True, slots=True)
class LessonMap:
    """What of a lesson its progress depends on."""

    id: str
    title: str
    stations: tuple[tuple[str, ...], ...]  # each with the keys that take one past it
    tasks: Mapping[str, frozenset[str]]  # the keys of each task's stations
    words: Mapping[str, tuple[str, ...]]  # of words stations
    asked: Mapping[str, tuple[str, ...]]  # of exercises


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one person, by lesson."""

    reached: Mapping[str, Mapping[str, int]] = field(default_factory=dict[str, Mapping[str, int]])
    skills: Mapping[str, Mapping[str, Skill]] = field(default_factory=dict[str, Mapping[str, Skill]])
    sure: Mapping[str, Collection[str]] = field(default_factory=dict[str, Collection[str]])


def map_of(pack: Pack, words: Mapping[tuple[str, str], Sequence[str]]) -> Mapping[str, LessonMap]:
    """The lessons of the course in order; `words` names those of each station that has any."""
    names = [name for module in pack.course for name in module.lessons]
    return {name: _lesson_map(pack, name, words) for name in names}


def course_of(lessons: Mapping[str, LessonMap]) -> Course:
    """How large a course is."""
    every = lessons.values()
    words = {
        word for one in every for each in (one.words, one.asked) for found in each.values() for word in found
    }
    return Course(
        len(lessons),
        sum(len(one.stations) for one in every),
        sum(len(one.tasks) for one in every),
        len(words),
    )


def skill_of(ran: Ran) -> Skill:
    """What a run that came to its end shows (as `record.skill_of_run`)."""
    if ran.mode == "show":
        return Skill.NOT_YET
    steps = read_task_answer(ran.answer) if ran.help >= Help.SHOWN else ()
    if steps and all(step.help == Help.SHOWN for step in steps):
        return Skill.NOT_YET
    return Skill.ALONE if ran.mode == "alone" and ran.help <= Help.LANGUAGE else Skill.WITH_HELP


def facts_of(
    reached: Iterable[Reached], ran: Iterable[Ran], answered: Iterable[Answered]
) -> Mapping[str, Facts]:
    """Everybody's facts, by person."""
    passed: dict[str, dict[str, dict[str, int]]] = {}
    for one in reached:
        stations = passed.setdefault(one.person, {}).setdefault(one.lesson, {})
        stations[one.station] = min(one.at, stations.get(one.station, one.at))
    skills: dict[str, dict[str, dict[str, Skill]]] = {}
    for run in ran:
        best = skills.setdefault(run.person, {}).setdefault(run.lesson, {})
        best[run.station] = max(skill_of(run), best.get(run.station, Skill.NOT_YET))
    sure: dict[str, dict[str, set[str]]] = {}
    latest = {one[:3]: one for one in sorted(answered, key=_moment)}  # of two records that are one person's
    for answer in latest.values():
        if answer.sure:
            sure.setdefault(answer.person, {}).setdefault(answer.lesson, set()).add(answer.station)
    people = passed.keys() | skills.keys() | sure.keys()
    return {one: Facts(passed.get(one, {}), skills.get(one, {}), sure.get(one, {})) for one in people}


def counts_of(lessons: Mapping[str, LessonMap], facts: Facts, span: Span) -> Counts:
    """How far one person is; hours and what is due are added by whoever knows them."""
    met: set[str] = set()
    known: set[str] = set()
    total = Counts()
    for name in lessons.keys() & (facts.reached.keys() | facts.skills.keys() | facts.sure.keys()):
        found, seen, sure = _of_lesson(lessons[name], facts, span)
        total += found
        met |= seen | sure
        known |= sure
    return total + Counts(met=len(met), known=len(known))


def lesson_lines(lessons: Mapping[str, LessonMap], facts: Facts, span: Span) -> tuple[Line, ...]:
    """One person lesson by lesson: what was begun, in the order of the course."""
    lines: list[Line] = []
    for name, lesson in lessons.items():
        counts, met, known = _of_lesson(lesson, facts, span)
        counts += Counts(met=len(met | known), known=len(known))
        if counts != Counts():
            lines.append(Line(name, lesson.title, counts, done=counts.lessons > 0, of=len(lesson.stations)))
    return tuple(lines)


def together(counts: Iterable[Counts]) -> Counts:
    """The sum."""
    return sum(counts, Counts())


def _of_lesson(lesson: LessonMap, facts: Facts, span: Span) -> tuple[Counts, set[str], set[str]]:
    """What was done in a lesson, the words met in it, and those known."""
    passed = facts.reached.get(lesson.id, {})
    moments = [_first(passed, keys) for keys in lesson.stations]
    inside = [at for at in moments if at is not None and span.first <= at < span.end]
    finished = bool(moments) and None not in moments and bool(inside) and _last(moments) in inside
    best = [_best(facts.skills.get(lesson.id, {}), keys) for keys in lesson.tasks.values()]
    tally = {skill: best.count(skill) for skill in Skill}
    met = {
        word
        for key, words in lesson.words.items()
        if span.first <= passed.get(key, -1) < span.end
        for word in words
    }
    known = {word for key in facts.sure.get(lesson.id, ()) for word in lesson.asked.get(key, ())}
    counts = Counts(
        int(finished), len(inside), tally[Skill.ALONE], tally[Skill.WITH_HELP], tally[Skill.NOT_YET]
    )
    return counts, met, known


def _moment(answered: Answered) -> int:
    return answered.at


def _first(passed: Mapping[str, int], keys: Iterable[str]) -> int | None:
    return min((passed[key] for key in keys if key in passed), default=None)


def _last(moments: Iterable[int | None]) -> int:
    return max(at for at in moments if at is not None)


def _best(skills: Mapping[str, Skill], keys: Iterable[str]) -> Skill | None:
    return max((skills[key] for key in keys if key in skills), default=None)


def _lesson_map(pack: Pack, name: str, words: Mapping[tuple[str, str], Sequence[str]]) -> LessonMap:
    lesson = pack.lessons[name]
    stations = lesson.stations()
    steps = [step for step in lesson.steps if isinstance(step, TaskStep)]
    return LessonMap(
        name,
        lesson.title,
        tuple((one.key, *covering(one)) for one in stations),
        {step.id: frozenset(f"{step.id}:{mode}" for mode in step.modes) for step in steps},
        {one.key: tuple(words.get((name, one.key), ())) for one in stations if _tells(one)},
        {one.key: tuple(words.get((name, one.key), ())) for one in stations if not _tells(one)},
    )


def _tells(station: Station) -> bool:
    return isinstance(station.step, WordsStep)
