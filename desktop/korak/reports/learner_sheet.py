# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's sheet "Kaj že znam": two A4 pages in Slovenian and the learner's own language.

Page 1 says how far every lesson (with many lessons: every module) is, page 2 what that makes possible and
what comes next. Bars and stones where a picture says it better than a number; no per cent, no rank, nothing
that only colour tells: a bar is hatched while help is needed and solid when it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF

from korak import __version__, i18n, paths
from korak.i18n import N_
from korak.learning.progress import StationState
from korak.learning.record import LearnerRecord, LessonRecord, ModuleRecord, NextStep, Reason, Skill
from korak.reports import paper
from korak.reports.bilingual import Bilingual, Pair
from korak.reports.paper import Block, Paper, Side, Type

TITLE = Type(27, bold=True)
HEADING = Type(17, bold=True, colour=paper.PINE)
STRONG = Type(14, bold=True)
BODY = Type(14)
OTHER = Type(12, colour=paper.SOFT)
SMALL = Type(10.5, colour=paper.SOFT)
BRAND = Type(13, bold=True, colour=paper.PINE)

LEFT, RIGHT, BOTTOM = paper.MARGIN, paper.WIDTH - paper.MARGIN, 279.0
MOST_LESSONS = 7  # more are gathered by module, so that the sheet stays two pages
MOST_SENTENCES = 6
MOST_PROMISES = 2
MOST_STONES = 9
ICON = 12.0
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


def learner_sheet(record: LearnerRecord, second_language: str | None = None) -> bytes:
    """Return the sheet as a PDF; a second language that is unknown or Slovenian is left out."""
    second = None if second_language == i18n.CONTENT_LANGUAGE else second_language
    return _Sheet(record, Bilingual(record.pack, second)).draw()


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
    begun = (module for module in record.modules if any(lesson.begun for lesson in module.lessons))
    return tuple(_module_row(module, words) for module in begun)


def _lesson_row(lesson: LessonRecord, words: Bilingual) -> Row:
    every = len(lesson.stages)
    caption = words.say(N_("Steps: {done} of {every}")).format(done=lesson.stages_done, every=every)
    level = float(lesson.skill or 0) if lesson.tasks else None
    stones = tuple(state for _, state in lesson.stages)
    return Row(
        _picture(lesson.pictogram),
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
        _picture(module.pictogram),
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


def _picture(name: str) -> Path | None:
    return paper.pictogram(name) or paper.pictogram("memo")


class _Sheet:
    """One sheet while it is drawn."""

    def __init__(self, record: LearnerRecord, words: Bilingual) -> None:
        self.record = record
        self.words = words
        self.title = words.say(N_("What I can do already"))
        self.paper = Paper(title=f"{self.title.sl} · {_holder(record)}", author=record.issuer.centre)

    def draw(self) -> bytes:
        self._first_page()
        self.paper.next_page()
        self._second_page()
        return self.paper.finish()

    # ------------------------------------------------------------------------------------------ page 1

    def _first_page(self) -> None:
        y = self._head()
        y = self._pair(self.title, LEFT, y + 7, paper.INNER, TITLE, Type(16, colour=paper.SOFT))
        y = self._pair(self._course_line(), LEFT, y + 2.5, paper.INNER, Type(12), OTHER) + 9
        lines = rows(self.record, self.words)
        summary = sentence(self.record, self.words)
        if lines:
            y = self._rows(lines, y, BOTTOM - 74)
        y = self._panel(summary, y + 3) + 8
        if lines:
            y = self._language(self._facts(y) + 3) + 7
        self._path(y)
        self._foot(1)

    def _head(self) -> float:
        holder = self._set(_holder(self.record), 78, STRONG, Side.RIGHT)
        centre = self._set(
            " · ".join(part for part in ("Korak", self.record.issuer.centre) if part), 84, BRAND
        )
        self.paper.picture(paths.assets() / "icons" / "korak.svg", QRectF(LEFT, 12.5, 11, 8))
        below = self.paper.put(centre, LEFT + 14, 13)
        below = max(below, self.paper.put(holder, RIGHT - 78, 13))
        code = self.record.holder.code if self.record.holder.name else ""
        if code:
            below = max(below, self.paper.put(self._set(code, 78, SMALL, Side.RIGHT), RIGHT - 78, below))
        return below

    def _course_line(self) -> Pair:
        record, words = self.record, self.words
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

    def _rows(self, lines: Sequence[Row], top: float, bottom: float) -> float:
        columns = _Columns.of(rtl=self.words.rtl)
        y = self._zones(columns, top) + 3
        step = min(max((bottom - y) / len(lines), 14.0), 24.0)
        for line in lines:
            self._row(line, columns, y, step)
            y += step
        return y

    def _zones(self, columns: "_Columns", y: float) -> float:
        third = columns.bar_width / 3
        below = y
        for place, name in enumerate(ZONES.values()):
            x = columns.bar + place * third
            zone = self.words.say(name)
            under = self.paper.put(self._set(zone.sl, third, SMALL, Side.MIDDLE), x, y)
            if zone.other:
                under = self.paper.put(self._other(zone.other, third, SMALL, Side.MIDDLE), x, under - 0.4)
            below = max(below, under)
        return below

    def _row(self, row: Row, columns: "_Columns", y: float, height: float) -> None:
        tight = height < 19
        icon = min(ICON, height - 3)
        self.paper.picture(row.pictogram, QRectF(LEFT, y, icon, icon))
        name = self._set(row.name.sl, columns.name_width, Type(13, bold=True) if tight else STRONG)
        below = self.paper.put(name, columns.name, y - 0.8)
        if row.name.other:
            other = self._other(
                row.name.other, columns.other_width, Type(11, colour=paper.SOFT) if tight else OTHER
            )
            self.paper.put(other, columns.other, y - 0.8 if self.words.rtl else below - 0.2)
        bar = QRectF(columns.bar, y + 0.6, columns.bar_width, 5.0 if tight else 6.4)
        if row.level is not None:
            self._bar(bar, row.level, sure=row.sure)
        self._stones(row, columns, bar.bottom() + 1.6 if row.level is not None else y + 1)

    def _bar(self, area: QRectF, level: float, *, sure: bool) -> None:
        self.paper.box(area, fill=paper.TRACK, edge=paper.LINE, radius=1.6, pen=0.2)
        filled = QRectF(area.left(), area.top(), area.width() * level / 3, area.height())
        if level > 0 and sure:
            self.paper.box(filled, fill=paper.PINE, radius=1.6)
        elif level > 0:
            self.paper.hatch(filled, colour=paper.PINE, radius=1.6)
        for place in (1, 2):
            x = area.left() + place * area.width() / 3
            self.paper.line(x, area.top() - 0.4, x, area.bottom() + 0.4, colour=paper.WHITE, pen=1.0)

    def _stones(self, row: Row, columns: "_Columns", y: float) -> None:
        shown = row.stones[:MOST_STONES]
        for place, state in enumerate(shown):
            stone = QRectF(columns.bar + place * 5.4, y + 0.9, 4.2, 2.6)
            filled = {StationState.DONE: 1.0, StationState.TRIED: 0.5, StationState.NEW: 0.0}[state]
            self.paper.stone(stone, filled, colour=paper.PINE)
        left = len(shown) * 5.4 + 1.6
        self.paper.put(self._set(row.caption.sl, columns.bar_width - left, SMALL), columns.bar + left, y)

    def _panel(self, words: Pair, y: float) -> float:
        sl = self._set(words.sl, paper.INNER - 16, Type(17, bold=True))
        other = self._other(words.other, paper.INNER - 16, BODY) if words.other else None
        height = sl.height + (other.height + 1 if other else 0) + 11
        self.paper.box(
            QRectF(LEFT, y, paper.INNER, height), fill=paper.MINT, edge=paper.PINE, radius=3.5, pen=0.2
        )
        below = self.paper.put(sl, LEFT + 8, y + 5.5)
        if other:
            self.paper.put(other, LEFT + 8, below + 1)
        return y + height

    def _facts(self, y: float) -> float:
        facts = facts_of(self.record, self.words)
        width = min(paper.INNER / max(len(facts), 1), 46)
        left = LEFT + (paper.INNER - width * len(facts)) / 2
        below = y
        for place, fact in enumerate(facts):
            x = left + place * width + 1.5
            self.paper.picture(_picture(fact.pictogram), QRectF(x, y, width - 3, 9))
            under = self.paper.put(
                self._set(fact.value, width - 3, Type(17, bold=True), Side.MIDDLE), x, y + 9.6
            )
            under = self.paper.put(self._set(fact.name.sl, width - 3, SMALL, Side.MIDDLE), x, under)
            if fact.name.other:
                under = self.paper.put(self._other(fact.name.other, width - 3, SMALL, Side.MIDDLE), x, under)
            if place:
                self.paper.line(x - 1.5, y + 1, x - 1.5, y + 24)
            below = max(below, under)
        return below

    def _language(self, y: float) -> float:
        """Say that own language helped, as assessment.md §1.5 asks: a condition, never a deduction."""
        if not self.record.own_language:
            return y
        used = self._both(
            self.words.say(N_("You also used your own language.")), paper.INNER, SMALL, SMALL, inline=True
        )
        return self._put(used, LEFT, y)

    def _path(self, y: float) -> None:
        """The whole course as stepping stones, where the page has room for it."""
        modules = self.record.modules
        columns = -(-len(modules) // 2)
        height = min((BOTTOM - y) / 2, 44)
        if not modules or height < (31 if self.words.second else 28):
            return
        width = paper.INNER / columns
        ahead = self.record.next_steps[0].lesson if self.record.next_steps else ""
        for place, module in enumerate(modules):
            x, top = LEFT + (place % columns) * width, y + (place // columns) * height
            last = place % columns == columns - 1 or place == len(modules) - 1
            if not last:
                self.paper.dots(x + width / 2 + 13, top + 8, x + width * 1.5 - 13, top + 8)
            self._stone(module, x, top, width, now=any(lesson.id == ahead for lesson in module.lessons))

    def _stone(self, module: ModuleRecord, x: float, y: float, width: float, *, now: bool) -> None:
        stone = QRectF(x + width / 2 - 11.5, y + 1, 23, 14)
        done = bool(module.lessons) and module.lessons_done == len(module.lessons)
        fill = paper.MINT if done else paper.AMBER_GROUND if now else paper.WHITE
        self.paper.oval(
            stone, fill=fill, edge=paper.INK if done or now else paper.EDGE, pen=0.9 if now else 0.35
        )
        self.paper.picture(_picture(module.pictogram), QRectF(x + width / 2 - 4.5, y + 3.5, 9, 9))
        if done:
            mark = QRectF(stone.right() - 6, stone.top() - 1.5, 6, 6)
            self.paper.oval(mark, fill=paper.PINE)
            self.paper.tick(mark, pen=0.7)
        name = self.words.content(module.title)
        style = Type(10.5, bold=now or done)
        below = self.paper.put(self._set(name.sl, width - 3, style, Side.MIDDLE), x + 1.5, y + 16)
        if name.other:
            small = Type(9.5, colour=paper.SOFT)
            self.paper.put(self._other(name.other, width - 3, small, Side.MIDDLE), x + 1.5, below)

    # ------------------------------------------------------------------------------------------ page 2

    def _second_page(self) -> None:
        y = self._head() + 7
        y = self._can_do(y) + 5
        y = self._promises(y)
        y = self._next_steps(y) + 5
        self._help_and_note(y)
        self._foot(2)

    def _can_do(self, y: float) -> float:
        y = self._heading(N_("What I am able to do now"), y)
        reached = self.record.can_do
        if not reached:
            nothing = self.words.say(N_("Your first ticks will stand here."))
            return self._pair(nothing, LEFT, y, paper.INNER, BODY, OTHER)
        shown = sorted(reached, key=_latest, reverse=True)[:MOST_SENTENCES]
        for lesson in shown:
            y = self._ticked(lesson, y) + (2.2 if len(shown) > 4 else 3.5)
        left = len(reached) - len(shown)
        if left:
            more = self.words.count(_more, left)
            y = self._pair(more, LEFT + 12, y, paper.INNER - 12, BODY, OTHER)
        return y

    def _ticked(self, lesson: LessonRecord, y: float) -> float:
        mark = QRectF(LEFT, y + 0.4, 7, 7)
        alone = lesson.skill in (None, Skill.ALONE)
        self.paper.oval(mark, fill=paper.PINE if alone else paper.WHITE, edge=paper.PINE, pen=0.5)
        self.paper.tick(mark, colour=paper.WHITE if alone else paper.PINE)
        text = self.words.content(lesson.can_do)
        if not alone:
            with_help = self.words.say(ZONES[Skill.WITH_HELP])
            text = Pair(
                f"{text.sl.rstrip('.')} – {with_help.sl}.",
                text.other
                and (f"{text.other.rstrip('.')} – {with_help.other}." if with_help.other else text.other),
            )
        return max(self._pair(text, LEFT + 12, y, paper.INNER - 12, STRONG, OTHER), y + 8)

    def _promises(self, y: float) -> float:
        if not self.record.promises:
            return y
        y = self._heading(N_("I will try for real"), y)
        for promise in self.record.promises[:MOST_PROMISES]:
            self.paper.box(QRectF(LEFT + 0.5, y + 0.8, 6, 6), edge=paper.INK, radius=1, pen=0.4)
            text = self.words.content(promise)
            y = max(self._pair(text, LEFT + 12, y, paper.INNER - 12, BODY, OTHER), y + 8) + 2.5
        return y + 3

    def _next_steps(self, y: float) -> float:
        y = self._heading(N_("Next step"), y)
        if not self.record.next_steps:
            done = self.words.say(N_("All lessons so far are done."))
            return self._pair(done, LEFT, y, paper.INNER, BODY, OTHER)
        for place, step in enumerate(self.record.next_steps):
            y = self._next_step(step, y, first=place == 0) + 3
        return y

    def _next_step(self, step: NextStep, y: float, *, first: bool) -> float:
        inner = paper.INNER - 30
        title, reason = self.words.content(step.title), self.words.say(REASONS[step.reason])
        name, why = (
            self._both(title, inner, STRONG, OTHER),
            self._both(reason, inner, SMALL, SMALL, inline=True),
        )
        height = max(name.height + why.height + 6, 18)
        area = QRectF(LEFT, y, paper.INNER, height)
        self.paper.box(area, fill=paper.AMBER_GROUND if first else paper.WHITE, edge=paper.EDGE, radius=3.5)
        self.paper.picture(_picture(step.pictogram), QRectF(LEFT + 6, y + (height - 13) / 2, 13, 13))
        self._put(why, LEFT + 25, self._put(name, LEFT + 25, y + 3))
        return y + height

    def _help_and_note(self, y: float) -> None:
        y = self._heading(N_("Where I get help"), y)
        y = self._pair(self.words.say(N_("Ask your teacher.")), LEFT, y, paper.INNER, BODY, OTHER)
        if self.record.issuer.contact:
            y = self.paper.put(self._set(self.record.issuer.contact, paper.INNER, STRONG), LEFT, y + 1)
        y += 5
        if BOTTOM - 4 - y < 18:
            return
        note = self.words.say(N_("A word from the teacher"))
        area = QRectF(LEFT, y, paper.INNER, min(BOTTOM - 4 - y, 74))
        self.paper.box(area, edge=paper.EDGE, radius=3.5)
        below = self._put(self._both(note, paper.INNER - 10, SMALL, SMALL, inline=True), LEFT + 5, y + 2.5)
        line = below + 9
        while line < area.bottom() - 5:
            self.paper.line(LEFT + 5, line, RIGHT - 5, line)
            line += 9

    # ------------------------------------------------------------------------------------------- parts

    def _foot(self, page: int) -> None:
        record = self.record
        here = self.words.say(N_("page {page} of {pages}")).sl.format(page=page, pages=2)
        parts = (
            here,
            i18n.format_date(record.made_on, "sl"),
            f"Korak {__version__}",
            f"{record.pack} {record.pack_version}",
        )
        self.paper.line(LEFT, 283, RIGHT, 283)
        self.paper.put(self._set(" · ".join(parts), paper.INNER, Type(9.5, colour=paper.SOFT)), LEFT, 284)

    def _heading(self, message: str, y: float) -> float:
        heading = self._both(self.words.say(message), paper.INNER, HEADING, OTHER, inline=True)
        return self._put(heading, LEFT, y) + 2.5

    def _pair(self, words: Pair, x: float, y: float, width: float, sl: Type, other: Type) -> float:
        return self._put(self._both(words, width, sl, other), x, y)

    def _both(self, words: Pair, width: float, sl: Type, other: Type, *, inline: bool = False) -> "_Both":
        """Set both texts; on one line where they fit and it is wanted, or the second is right-to-left."""
        first = self._set(words.sl, width, sl)
        if not words.other:
            return _Both(first, None)
        second = self._other(words.other, width, other)
        fits = first.lines == second.lines == 1 and first.natural + second.natural + 6 <= width
        if fits and self.words.rtl:
            return _Both(first, second, beside=0.0)
        return _Both(first, second, beside=first.natural + 4 if fits and inline else None)

    def _put(self, both: "_Both", x: float, y: float) -> float:
        below = self.paper.put(both.first, x, y)
        if both.second is None:
            return below
        if both.beside is None:
            return self.paper.put(both.second, x, below)
        self.paper.put(both.second, x + both.beside, y + both.first.ascent - both.second.ascent)
        return y + both.height

    def _set(self, words: str, width: float, style: Type, side: Side = Side.START) -> Block:
        return self.paper.block(words, width, style, side=side)

    def _other(self, words: str, width: float, style: Type, side: Side = Side.START) -> Block:
        return self.paper.block(words, width, style, self.words.second, side)


@dataclass(frozen=True, slots=True)
class _Both:
    """A text in both languages, set: one below the other, or beside it by so many millimetres."""

    first: Block
    second: Block | None
    beside: float | None = None

    @property
    def height(self) -> float:
        """How much of the page they take."""
        if self.second is None:
            return self.first.height
        if self.beside is None:
            return self.first.height + self.second.height
        return max(self.first.height, self.first.ascent - self.second.ascent + self.second.height)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of page 1 stand; a right-to-left name stands at the right edge, beyond the bar."""

    name: float
    name_width: float
    bar: float
    bar_width: float
    other: float
    other_width: float

    @classmethod
    def of(cls, *, rtl: bool) -> "_Columns":
        name = LEFT + ICON + 4
        if rtl:
            return cls(name, 52, name + 55, 66, RIGHT - 42, 42)
        return cls(name, 72, name + 76, RIGHT - name - 76, name, 72)


def _more(language: str, number: int) -> str:
    return i18n.ngettext_in(language, "and {n} more", "and {n} more", number)


def _holder(record: LearnerRecord) -> str:
    return record.holder.name or record.holder.code


def _latest(lesson: LessonRecord) -> tuple[bool, str]:
    return lesson.skill is Skill.ALONE, str(lesson.last_on)
