# SPDX-License-Identifier: GPL-3.0-or-later
"""What the learner's sheet says, before anything is drawn: its rows, its sentence and its numbers."""

from dataclasses import dataclass
from pathlib import Path

from korak import i18n
from korak.i18n import N_
from korak.learning.progress import StationState
from korak.learning.record import LearnerRecord, LessonRecord, ModuleRecord, Reason, Skill
from korak.reports import paper
from korak.reports.bilingual import Bilingual, Pair

MOST_LESSONS = 7  # more are gathered by module, so that the sheet stays two pages
ZONES = {Skill.NOT_YET: N_("not yet"), Skill.WITH_HELP: N_("with help"), Skill.ALONE: N_("by myself")}
REASONS = {
    Reason.GO_ON: N_("Go on here."),
    Reason.BEGIN: N_("A new lesson."),
    Reason.AGAIN: N_("Once more, now without help."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of page 1: a lesson or a module."""

    pictogram: Path | None
    name: Pair
    level: float | None  # 0 to 3 zones of the bar; None: there is no task in it
    sure: bool  # everything in it is done without help
    stones: tuple[StationState, ...]
    caption: Pair


@dataclass(frozen=True, slots=True)
class Fact:
    """One number of page 1, with its picture and its name."""

    pictogram: str
    value: str
    name: Pair


def sentence(record: LearnerRecord, words: Bilingual) -> Pair:
    """The one honest sentence: what was done, without praise and without a claim about effects."""
    alone, tried = record.tasks_at(Skill.ALONE), len(record.tasks_tried)
    if not record.lessons:
        return words.say(N_("You are at the beginning. Your first step is waiting."))
    if tried == 0:
        return words.say(N_("You have begun. Go on where you stopped."))
    if alone == tried:
        return words.count(_alone, alone)
    if alone > 0:
        return words.say(N_("Without help you did {alone} of {every} tasks.")).format(
            alone=alone, every=tried
        )
    if record.tasks_at(Skill.WITH_HELP) > 0:
        return words.say(N_("You can do it with help. Next time try without help."))
    return words.say(N_("You have seen how it is done. Now it is your turn."))


def _alone(language: str, number: int) -> str:
    return i18n.ngettext_in(
        language, "Without help you did {n} task.", "Without help you did {n} tasks.", number
    )


def rows(record: LearnerRecord, words: Bilingual) -> tuple[Row, ...]:
    """The lines of page 1: the lessons begun, or their modules when there are many."""
    if len(record.lessons) <= MOST_LESSONS:
        return tuple(_lesson_row(lesson, words) for lesson in record.lessons)
    return module_rows(record, words)


def module_rows(record: LearnerRecord, words: Bilingual) -> tuple[Row, ...]:
    """One line for every module begun."""
    begun = (module for module in record.modules if any(lesson.begun for lesson in module.lessons))
    return tuple(_module_row(module, words) for module in begun)


def _lesson_row(lesson: LessonRecord, words: Bilingual) -> Row:
    every = len(lesson.stages)
    caption = words.say(N_("Steps: {done} of {every}")).format(done=lesson.stages_done, every=every)
    level = float(lesson.skill or 0) if lesson.tasks else None
    stones = tuple(state for _, state in lesson.stages)
    return Row(
        picture_of(lesson.pictogram),
        words.content(lesson.title),
        level,
        lesson.skill is Skill.ALONE,
        stones,
        caption,
    )


def _module_row(module: ModuleRecord, words: Bilingual) -> Row:
    """A module's bar is the mean of its lessons begun, each counted in zones."""
    skills = [lesson.skill or 0 for lesson in module.lessons if lesson.begun and lesson.tasks]
    every = len(module.lessons)
    caption = words.say(N_("Lessons: {done} of {every}")).format(done=module.lessons_done, every=every)
    return Row(
        picture_of(module.pictogram),
        words.content(module.title),
        sum(skills) / len(skills) if skills else None,
        all(skill is Skill.ALONE for skill in skills),
        tuple(lesson.state for lesson in module.lessons),
        caption,
    )


def facts_of(record: LearnerRecord, words: Bilingual) -> tuple[Fact, ...]:
    """The numbers of the sheet; a share of nothing is left out."""
    share = words.say(N_("{done} of {every}"))
    right = share.format(done=record.right_first, every=record.exercises).sl
    known = share.format(done=len(record.words_known), every=len(record.words_met)).sl
    facts = (
        Fact("bullseye", right, words.say(N_("Exercises right at once"))) if record.exercises else None,
        Fact("books", known, words.say(N_("Words I know"))) if record.words_met else None,
        Fact("pencil", str(record.mistakes), words.say(N_("Mistakes"))),
        Fact("light-bulb", str(record.hints), words.say(N_("Hints"))),
        Fact("hourglass-done", practice_time(record.minutes), words.say(N_("Time of practice"))),
    )
    return tuple(fact for fact in facts if fact)


def practice_time(minutes: int) -> str:
    """A duration as tables write it: 35 min, 1 h 30 min (slovenian.md §4)."""
    hours, rest = divmod(minutes, 60)
    parts = ([f"{hours}\u00a0h"] if hours else []) + ([f"{rest}\u00a0min"] if rest or not hours else [])
    return " ".join(parts)


def course_line(record: LearnerRecord, words: Bilingual) -> Pair:
    """Which course, and from when to when."""
    course = words.content(record.course)
    line = words.say(N_("Course: {course}"))
    both = Pair(
        line.sl.format(course=course.sl),
        line.other and line.other.format(course=course.other or course.sl),
    )
    first, last = record.first_on, record.last_on
    if first is None or last is None:
        return both
    days = words.say(N_("from {first} to {last}") if first != last else N_("on {last}"))
    sl = days.sl.format(first=i18n.format_date(first, "sl"), last=i18n.format_date(last, "sl"))
    other = days.other and days.other.format(
        first=i18n.format_date(first, words.second), last=i18n.format_date(last, words.second)
    )
    return Pair(f"{both.sl} · {sl}", f"{both.other} · {other}" if both.other and other else both.other)


def holder_of(record: LearnerRecord) -> str:
    """Whose sheet it is: the name, or the code where no name is printed."""
    return record.holder.name or record.holder.code


def picture_of(name: str) -> Path | None:
    """A pictogram, or a sheet of paper in place of one that is missing."""
    return paper.pictogram(name) or paper.pictogram("memo")
