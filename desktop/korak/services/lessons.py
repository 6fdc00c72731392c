# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning: where somebody is, what they answer and do in the practice world; kept before it is shown."""

import secrets
from dataclasses import dataclass, replace

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.exercise import ExercisePart
from korak.content.kinds import Exercise
from korak.content.lesson import HandsStep, Lesson, MyStep, Read, Station, TaskStep, WordsStep
from korak.content.pack import Pack
from korak.content.verdict import Verdict
from korak.learning.attempt import Attempt, Kind, Mode, StepTaken, mode_of, task_answer
from korak.learning.progress import CourseProgress, LessonProgress, course_progress, lesson_progress
from korak.practice import log
from korak.practice.actions import Action
from korak.practice.log import LEVELS, HelpLevel, Play, TaskLog
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.judging import Answer, judge, task_score
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.rows import Line, Place, Run
from korak.storage.store import FINISHED, Store

DONE = "do"  # the kind of every log line but the last


@dataclass(frozen=True, slots=True)
class Answered:
    """A judged answer that is kept already."""

    verdict: Verdict
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class TaskRun:
    """One run through a task, and where it stands now: `play.world`, `play.progress`."""

    id: str
    lesson: str
    station: str
    task: str
    mode: Mode
    play: Play
    kept: int  # lines on the disk


@dataclass(frozen=True, slots=True)
class LessonRun:
    """A lesson, open at the station where its learner stopped."""

    lesson: Lesson
    stations: tuple[Station, ...]
    station_index: int
    attempts: tuple[Attempt, ...]
    task_run: TaskRun | None = None  # the unfinished run of this station, as far as it came

    @property
    def station(self) -> Station:
        """The station the lesson is open at."""
        return self.stations[self.station_index]


class Lessons:
    """What a learner can do; everybody learns for themselves only."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock

    # ------------------------------------------------------------------ where somebody is

    def course(self, session: Session) -> CourseProgress:
        """Return how far somebody is in the course."""
        require(session, Deed.LEARN, session.person_id)
        return course_progress(self._pack, self._store.attempts(session.person_id))

    def progress(self, session: Session, lesson_id: str) -> LessonProgress:
        """Return how far somebody is in one lesson."""
        require(session, Deed.LEARN, session.person_id)
        lesson = self._lesson(lesson_id)
        return lesson_progress(lesson, self._attempts(session, lesson))

    def open(self, session: Session, lesson_id: str) -> LessonRun:
        """Open a lesson at the very station where its learner stopped."""
        require(session, Deed.LEARN, session.person_id)
        lesson = self._lesson(lesson_id)
        stations = lesson.stations()
        attempts = self._attempts(session, lesson)
        key = self._resume(session, lesson, stations, attempts)
        index = _index(stations, key)
        self._store.set_place(Place(session.person_id, lesson_id, key, self._clock.now()))
        return LessonRun(
            lesson, stations, index, attempts, self._unfinished(session, lesson_id, stations[index])
        )

    def go_to(self, session: Session, lesson_id: str, station_key: str) -> None:
        """Remember the station somebody went to."""
        require(session, Deed.LEARN, session.person_id)
        station = self._station(lesson_id, station_key)
        self._store.set_place(Place(session.person_id, lesson_id, station.key, self._clock.now()))

    # ------------------------------------------------------------------ answers

    def answer(
        self,
        session: Session,
        lesson_id: str,
        station_key: str,
        answer: Answer,
        help: int = 0,  # noqa: A002 - the word everywhere else
        seconds: float = 0.0,
    ) -> Answered:
        """Judge an answer to an exercise and keep it; it is on the disk when this returns."""
        require(session, Deed.LEARN, session.person_id)
        judged = judge(_exercise(self._station(lesson_id, station_key)), answer, self._pack.words.forms)
        attempt = replace(
            self._fact(session, lesson_id, station_key, judged.kind, seconds),
            answer=judged.answer,
            simple_answer=judged.simple,
            result=judged.result,
            score=judged.verdict.score,
            help=help,
            errors=0 if judged.verdict.accepted else 1,
        )
        self._store.add_attempt(attempt)
        return Answered(judged.verdict, attempt)

    def passed(
        self,
        session: Session,
        lesson_id: str,
        station_key: str,
        seconds: float = 0.0,
        answer: str = "null",
        simple_answer: str = "",
    ) -> Attempt:
        """Keep that somebody went through a station with nothing to judge; `answer` is what they chose."""
        require(session, Deed.LEARN, session.person_id)
        kind = _kind_to_pass(self._station(lesson_id, station_key))
        fact = self._fact(session, lesson_id, station_key, kind, seconds)
        attempt = replace(fact, answer=answer, simple_answer=simple_answer)
        self._store.add_attempt(attempt)
        return attempt

    # ------------------------------------------------------------------ task runs

    def begin_task(self, session: Session, lesson_id: str, station_key: str) -> TaskRun:
        """Begin a task, or go on with the run that was left unfinished at this station."""
        require(session, Deed.LEARN, session.person_id)
        station = self._station(lesson_id, station_key)
        known = self._unfinished(session, lesson_id, station)
        if known is not None:
            return known
        step, mode = _task(station)
        now = self._clock.now()
        run = Run(
            id=new_id(now),
            device=self._store.device,
            person=session.person_id,
            pack=self._pack.id,
            pack_version=self._pack.version,
            lesson=lesson_id,
            station=station.key,
            task=step.task,
            mode=mode,
            seed=secrets.randbelow(1 << 31),
            started_at=now,
        )
        opened = self._opened(run, ())
        if opened is None:
            raise wrong_station(station)
        self._store.add_run(run)
        return opened

    def act(self, session: Session, run: TaskRun, action: Action, seconds: float | None = None) -> TaskRun:
        """Do something in the world of a run; `seconds` count from the beginning of the run."""
        return self._keep(session, run, run.play.do(action, self._at(run, seconds)))

    def help(
        self, session: Session, run: TaskRun, key_step: str, level: int, seconds: float | None = None
    ) -> TaskRun:
        """Note that a key step was helped with."""
        return self._keep(session, run, run.play.help(_level(level), self._at(run, seconds), key_step))

    def undo(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Take the last action back."""
        return self._keep(session, run, run.play.undo(self._at(run, seconds)))

    def restart(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Begin the world of a run again; what happened stays in its log."""
        return self._keep(session, run, run.play.restart(self._at(run, seconds)))

    def finish_task(self, session: Session, run: TaskRun, seconds: float | None = None) -> Attempt:
        """End a run, whether its goal was reached or not, and keep the attempt it amounts to."""
        self._require_own(session, run)
        came = run.play.outcome()
        steps = tuple(
            StepTaken(step.id, step.done, step.help, step.errors, step.seconds) for step in came.steps
        )
        spent = came.seconds if seconds is None else seconds
        attempt = replace(
            self._fact(session, run.lesson, run.station, "task", spent, run.mode),
            answer=task_answer(steps),
            simple_answer=f"{sum(step.done for step in steps)}/{len(steps)}",
            result="reached" if came.reached else "stopped",
            score=task_score(steps, reached=came.reached, critical=bool(came.critical)),
            help=max((step.help for step in steps), default=0),
            errors=sum(step.errors for step in steps),
        )
        with self._store.together():
            self._store.add_attempt(attempt)
            self._store.add_line(self._line(run, run.kept, FINISHED, attempt.id, spent))
        return attempt

    def _keep(self, session: Session, run: TaskRun, play: Play) -> TaskRun:
        """Keep the lines a run has grown by."""
        self._require_own(session, run)
        new = play.log.lines[len(run.play.log.lines) :]
        with self._store.together():
            for number, line in enumerate(new, start=run.kept):
                self._store.add_line(self._line(run, number, DONE, line.text, line.at))
        return replace(run, play=play, kept=run.kept + len(new))

    def _line(self, run: TaskRun, number: int, kind: str, text: str, seconds: float) -> Line:
        return Line(run.id, number, self._clock.now(), kind, text, seconds)

    def _at(self, run: TaskRun, seconds: float | None) -> float:
        """Return the time of a line, which is never before the one above it."""
        last = run.play.log.lines[-1].at if run.play.log.lines else 0.0
        return last if seconds is None else max(last, round(seconds, 2))

    def _require_own(self, session: Session, run: TaskRun) -> None:
        known = self._store.run(run.id)
        if known is None:
            raise not_found("run", run.id)
        require(session, Deed.LEARN, known.person)
        if self._store.run_ended(run.id):
            raise ServiceFault(FaultKind.RUN_ENDED)

    def _unfinished(self, session: Session, lesson_id: str, station: Station) -> TaskRun | None:
        """Return the run left at a station, unless the task has another shape by now."""
        if not isinstance(station.step, TaskStep):
            return None
        run = self._store.open_run(session.person_id, lesson_id, station.key)
        if run is None or run.task != station.step.task or run.pack_version != self._pack.version:
            return None
        return self._opened(run, self._store.lines(run.id))

    def _opened(self, run: Run, lines: tuple[Line, ...]) -> TaskRun | None:
        kept = TaskLog(run.task, str(run.seed), tuple(log.Line(line.seconds, line.text) for line in lines))
        play = log.replay(self._pack, kept)
        if play is None:
            return None
        mode = mode_of(run.station) or "alone"
        return TaskRun(run.id, run.lesson, run.station, run.task, mode, play, len(lines))

    # ------------------------------------------------------------------ inside

    def _fact(
        self,
        session: Session,
        lesson_id: str,
        station_key: str,
        kind: Kind,
        seconds: float,
        mode: Mode | None = None,
    ) -> Attempt:
        now = self._clock.now()
        return Attempt(
            id=new_id(now),
            device=self._store.device,
            at=now,
            person=session.person_id,
            pack=self._pack.id,
            pack_version=self._pack.version,
            lesson=lesson_id,
            station=station_key,
            kind=kind,
            mode=mode,
            seconds=round(max(seconds, 0.0), 1),
        )

    def _attempts(self, session: Session, lesson: Lesson) -> tuple[Attempt, ...]:
        return self._store.attempts(session.person_id, lesson.id)

    def _resume(
        self, session: Session, lesson: Lesson, stations: tuple[Station, ...], attempts: tuple[Attempt, ...]
    ) -> str:
        progress = lesson_progress(lesson, attempts)
        places = self._store.places((session.person_id,))
        place = next((place.station for place in reversed(places) if place.lesson == lesson.id), None)
        known = {station.key for station in stations}
        if place in known and not (progress.done and place == stations[-1].key):
            return str(place)
        return progress.current.key if progress.current else stations[0].key

    def _lesson(self, lesson_id: str) -> Lesson:
        lesson = self._pack.lessons.get(lesson_id)
        if lesson is None:
            raise not_found("lesson", lesson_id)
        return lesson

    def _station(self, lesson_id: str, station_key: str) -> Station:
        for station in self._lesson(lesson_id).stations():
            if station.key == station_key:
                return station
        raise not_found("station", station_key)


def _level(level: int) -> HelpLevel:
    return LEVELS[min(max(level, 0), 3)]


def _task(station: Station) -> tuple[TaskStep, Mode]:
    if isinstance(station.step, TaskStep) and station.mode is not None:
        return station.step, station.mode
    raise wrong_station(station)


def _index(stations: tuple[Station, ...], key: str) -> int:
    return next(place for place, station in enumerate(stations) if station.key == key)


def _exercise(station: Station) -> Exercise:
    match station.step:
        case ExercisePart():
            return station.step
        case Read() | WordsStep() | TaskStep() | HandsStep() | MyStep():
            raise wrong_station(station)


def _kind_to_pass(station: Station) -> Kind:
    match station.step:
        case Read():
            return "read"
        case WordsStep():
            return "words"
        case HandsStep():
            return "hands"
        case MyStep():
            return "my_step"
        case TaskStep() | ExercisePart():
            raise wrong_station(station)


def wrong_station(station: Station) -> ServiceFault:
    """Return the fault of something done at a station of another kind."""
    return ServiceFault(FaultKind.NOT_THIS_STATION, {"station": station.key})
