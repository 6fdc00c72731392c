# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's record: the one result object behind the screen, the sheet and the export.

Every number on a sheet is a field or property of it and is a fold of stored attempts; nothing is computed
while drawing. Sentences are the pack's own (Slovenian message ids); whoever shows them translates them.

Rules and where they come from:

* Skill of a task (assessment.md §1.5, area states; help counts, time does not): "še ne" when it was only
  shown or not reached; "s pomočjo" when it was done in "Vodi me", or in "Brez pomoči" with a hint;
  "samostojno" when it was done in "Brez pomoči" with language support at most. A run in which the program did
  every step counts as shown. Skill never falls again: a later run with a hint does not undo one without.
* Skill of a lesson: that of its weakest task, once any of its tasks was tried.
* A can-do sentence is reached when the lesson's tasks are done at least with help (§3.3, tasks solved with
  score >= 3); in a lesson without a task, when the lesson is done.
* Words met: those of a words step gone through. Words known: those asked for by an exercise whose latest
  answer was accepted without a hint; a known word also counts as met.
* Next steps, two at most (§3.3): the lesson to go on with; then the finished lesson with the lowest skill
  below "samostojno", safety (first outcome in DigComp area 4) first; else the next lesson not begun.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import Enum, IntEnum

from korak.content.exercise import ExercisePart
from korak.content.kinds import Exercise
from korak.content.lesson import Lesson, Stage, TaskStep, WordsStep
from korak.content.pack import Pack
from korak.content.words import Words
from korak.learning.attempt import (
    EXERCISES,
    Attempt,
    Help,
    Promise,
    in_order,
    passed,
    read_my_step,
    read_task_answer,
)
from korak.learning.progress import (
    CourseProgress,
    LessonProgress,
    StationState,
    course_progress,
    hints_in,
)

SAFETY = "LO4."  # DigComp 3.0 learning outcomes of area 4


class Skill(IntEnum):
    """How well a task goes, in the three zones of the sheet."""

    NOT_YET = 1
    WITH_HELP = 2
    ALONE = 3


class Reason(Enum):
    """Why a lesson is proposed."""

    GO_ON = "go_on"
    BEGIN = "begin"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """One task of a lesson; no skill before it was tried."""

    step: str
    task: str
    skill: Skill | None


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """One lesson the learner may have begun."""

    id: str
    title: str
    pictogram: str
    safety: bool
    begun: bool
    done: bool
    stations_done: int
    stations: int
    stages: tuple[tuple[Stage, StationState], ...]
    tasks: tuple[TaskRecord, ...]
    skill: Skill | None
    exercises: int
    right_first: int
    mistakes: int
    hints: int
    seconds: float
    words_met: tuple[str, ...]
    words_known: tuple[str, ...]
    can_do: str  # empty until it is reached
    promise: Promise
    own_language: bool  # language support was asked for
    first_on: date | None
    last_on: date | None

    @property
    def stages_done(self) -> int:
        """How many stages have all their stations done."""
        return sum(1 for _, state in self.stages if state is StationState.DONE)

    @property
    def state(self) -> StationState:
        """Whether the lesson is done, begun or new."""
        if self.done:
            return StationState.DONE
        return StationState.TRIED if self.begun else StationState.NEW


@dataclass(frozen=True, slots=True)
class ModuleRecord:
    """One module of the course with the lessons written for it."""

    id: str
    title: str
    pictogram: str
    lessons: tuple[LessonRecord, ...]

    @property
    def lessons_done(self) -> int:
        """How many lessons are done."""
        return sum(1 for lesson in self.lessons if lesson.done)


@dataclass(frozen=True, slots=True)
class NextStep:
    """A lesson proposed, and why."""

    lesson: str
    title: str
    pictogram: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose record it is: the shown name, a code if there is one, and the language beside Slovenian."""

    person: str
    name: str
    code: str = ""
    second_language: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who hands the record out, and how a learner reaches them."""

    centre: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class LearnerRecord:
    """Everything a learner may see about own learning."""

    holder: Holder
    issuer: Issuer
    made_on: date
    pack: str
    pack_version: str
    course: str
    modules: tuple[ModuleRecord, ...]
    next_steps: tuple[NextStep, ...]

    @property
    def lessons(self) -> tuple[LessonRecord, ...]:
        """The lessons begun, in the order of the course."""
        return tuple(lesson for module in self.modules for lesson in module.lessons if lesson.begun)

    @property
    def lessons_done(self) -> int:
        """How many lessons are done."""
        return sum(1 for lesson in self.lessons if lesson.done)

    @property
    def stations_done(self) -> int:
        """How many stations are done in the lessons begun."""
        return sum(lesson.stations_done for lesson in self.lessons)

    @property
    def stations(self) -> int:
        """How many stations the lessons begun have."""
        return sum(lesson.stations for lesson in self.lessons)

    @property
    def tasks_tried(self) -> tuple[TaskRecord, ...]:
        """The tasks tried at least once."""
        return tuple(task for lesson in self.lessons for task in lesson.tasks if task.skill is not None)

    def tasks_at(self, skill: Skill) -> int:
        """How many tasks stand at this skill."""
        return sum(1 for task in self.tasks_tried if task.skill is skill)

    @property
    def exercises(self) -> int:
        """How many exercises were answered at least once."""
        return sum(lesson.exercises for lesson in self.lessons)

    @property
    def right_first(self) -> int:
        """How many exercises were right at the first try."""
        return sum(lesson.right_first for lesson in self.lessons)

    @property
    def mistakes(self) -> int:
        """How many mistakes were made on the way."""
        return sum(lesson.mistakes for lesson in self.lessons)

    @property
    def hints(self) -> int:
        """How many hints were used on the way."""
        return sum(lesson.hints for lesson in self.lessons)

    @property
    def seconds(self) -> float:
        """How long the learner practised."""
        return sum(lesson.seconds for lesson in self.lessons)

    @property
    def minutes(self) -> int:
        """How many whole minutes the learner practised, rounded; never 0 once anything was done."""
        return max(int(self.seconds / 60 + 0.5), 1 if self.lessons else 0)

    @property
    def words_met(self) -> tuple[str, ...]:
        """The ids of the words met."""
        return tuple(dict.fromkeys(word for lesson in self.lessons for word in lesson.words_met))

    @property
    def words_known(self) -> tuple[str, ...]:
        """The ids of the words known."""
        return tuple(dict.fromkeys(word for lesson in self.lessons for word in lesson.words_known))

    @property
    def can_do(self) -> tuple[LessonRecord, ...]:
        """The lessons whose can-do sentence is reached."""
        return tuple(lesson for lesson in self.lessons if lesson.can_do)

    @property
    def promises(self) -> tuple[str, ...]:
        """What the learner will try for real, the latest first."""
        latest = sorted(self.lessons, key=_last_on, reverse=True)
        return tuple(dict.fromkeys(will for lesson in latest for will in lesson.promise.will))

    @property
    def own_language(self) -> bool:
        """Whether texts were also read or heard in the learner's own language on request."""
        return any(lesson.own_language for lesson in self.lessons)

    @property
    def first_on(self) -> date | None:
        """The day of the first attempt."""
        return min((lesson.first_on for lesson in self.lessons if lesson.first_on), default=None)

    @property
    def last_on(self) -> date | None:
        """The day of the latest attempt."""
        return max((lesson.last_on for lesson in self.lessons if lesson.last_on), default=None)


def learner_record(
    pack: Pack,
    attempts: Iterable[Attempt],
    holder: Holder,
    issuer: Issuer,
    made_on: date,
    zone: tzinfo | None = UTC,
) -> LearnerRecord:
    """Fold one person's attempts into the record; other people's and other packs' attempts are left out.

    Days are those of `zone`; of the computer's own zone when it is None.
    """
    own = [fact for fact in in_order(attempts) if fact.person == holder.person and fact.pack == pack.id]
    course = course_progress(pack, own)
    by_lesson: dict[str, list[Attempt]] = {}
    for fact in own:
        by_lesson.setdefault(fact.lesson, []).append(fact)
    modules = tuple(
        ModuleRecord(
            id=progress.module.id,
            title=progress.module.title,
            pictogram=progress.module.pictogram,
            lessons=tuple(
                _lesson_record(lesson, by_lesson.get(lesson.lesson.id, ()), pack.words, zone)
                for lesson in progress.lessons
            ),
        )
        for progress in course.modules
    )
    return LearnerRecord(
        holder=holder,
        issuer=issuer,
        made_on=made_on,
        pack=pack.id,
        pack_version=pack.version,
        course=pack.title,
        modules=modules,
        next_steps=_next_steps(course, modules),
    )


def skill_of_run(attempt: Attempt) -> Skill:
    """What one run of a task shows."""
    if not passed(attempt) or attempt.mode == "show":
        return Skill.NOT_YET
    steps = read_task_answer(attempt.answer)
    if steps and all(step.help == Help.SHOWN for step in steps):
        return Skill.NOT_YET
    if attempt.mode == "alone" and attempt.help <= Help.LANGUAGE and hints_in(attempt) == 0:
        return Skill.ALONE
    return Skill.WITH_HELP


def words_asked(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """The ids of the words an exercise asks for: those its author names, else those of its right answer."""
    if exercise.words:
        return exercise.words
    answer = exercise.model()
    halves = (answer,) if isinstance(answer, str) else answer
    shapes = [shape for half in halves for shape in ((half,) if isinstance(half, str) else half)]
    found = (words.find(shape.strip(" .?!,")) for shape in shapes)
    return tuple(dict.fromkeys(word.id for word in found if word))


def _lesson_record(
    progress: LessonProgress, facts: Sequence[Attempt], words: Words, zone: tzinfo | None
) -> LessonRecord:
    lesson = progress.lesson
    tasks = tuple(_task_record(step, facts) for step in lesson.steps if isinstance(step, TaskStep))
    skill = _weakest(tasks)
    known = _words_known(lesson, facts, words)
    reached = skill >= Skill.WITH_HELP if skill is not None else progress.done and not tasks
    return LessonRecord(
        id=lesson.id,
        title=lesson.title,
        pictogram=lesson.pictogram,
        safety=lesson.outcomes[:1] != () and lesson.outcomes[0].startswith(SAFETY),
        begun=progress.begun,
        done=progress.done,
        stations_done=progress.stations_done,
        stations=len(progress.stations),
        stages=progress.stages,
        tasks=tasks,
        skill=skill,
        exercises=progress.exercises,
        right_first=progress.right_first,
        mistakes=progress.mistakes,
        hints=progress.hints,
        seconds=progress.seconds,
        words_met=tuple(dict.fromkeys((*_words_met(progress), *known))),
        words_known=known,
        can_do=lesson.can_do if reached else "",
        promise=_promise(facts),
        own_language=any(_with_language(fact) for fact in facts),
        first_on=_day(progress.first_at, zone),
        last_on=_day(progress.last_at, zone),
    )


def _task_record(step: TaskStep, facts: Sequence[Attempt]) -> TaskRecord:
    keys = {f"{step.id}:{mode}" for mode in step.modes}
    skills = [skill_of_run(fact) for fact in facts if fact.kind == "task" and fact.station in keys]
    return TaskRecord(step.id, step.task, max(skills, default=None))


def _weakest(tasks: Sequence[TaskRecord]) -> Skill | None:
    if all(task.skill is None for task in tasks):
        return None
    return min(task.skill or Skill.NOT_YET for task in tasks)


def _words_met(progress: LessonProgress) -> tuple[str, ...]:
    met: list[str] = []
    for station in progress.stations:
        step = station.station.step
        if isinstance(step, WordsStep) and station.state is StationState.DONE:
            met.extend(progress.lesson.words_of(step))
    return tuple(met)


def _words_known(lesson: Lesson, facts: Sequence[Attempt], words: Words) -> tuple[str, ...]:
    latest = {fact.station: fact for fact in facts if fact.kind in EXERCISES}
    known: list[str] = []
    for station in lesson.stations():
        fact = latest.get(station.key)
        if isinstance(station.step, ExercisePart) and fact is not None:
            sure = passed(fact) and fact.help < Help.HINT
            known.extend(words_asked(station.step, words) if sure else ())
    return tuple(dict.fromkeys(known))


def _promise(facts: Sequence[Attempt]) -> Promise:
    said = [read_my_step(fact.answer) for fact in facts if fact.kind == "my_step"]
    return said[-1] if said else Promise()


def _with_language(fact: Attempt) -> bool:
    return Help.LANGUAGE in (fact.help, *(step.help for step in read_task_answer(fact.answer)))


def _next_steps(course: CourseProgress, modules: Sequence[ModuleRecord]) -> tuple[NextStep, ...]:
    lessons = [lesson for module in modules for lesson in module.lessons]
    steps: list[NextStep] = []
    if course.next is not None:
        ahead = next(lesson for lesson in lessons if lesson.id == course.next.lesson.id)
        steps.append(_proposed(ahead, Reason.GO_ON if ahead.begun else Reason.BEGIN))
        lessons.remove(ahead)
    weak = [lesson for lesson in lessons if lesson.done and lesson.skill in (Skill.NOT_YET, Skill.WITH_HELP)]
    fresh = [lesson for lesson in lessons if not lesson.begun]
    if weak:
        steps.append(_proposed(min(weak, key=_need), Reason.AGAIN))
    elif fresh:
        steps.append(_proposed(fresh[0], Reason.BEGIN))
    return tuple(steps)


def _proposed(lesson: LessonRecord, reason: Reason) -> NextStep:
    return NextStep(lesson.id, lesson.title, lesson.pictogram, reason)


def _need(lesson: LessonRecord) -> tuple[bool, int]:
    return not lesson.safety, lesson.skill or 0


def _last_on(lesson: LessonRecord) -> date:
    return lesson.last_on or date.min


def _day(moment: datetime | None, zone: tzinfo | None) -> date | None:
    return moment.astimezone(zone).date() if moment else None
