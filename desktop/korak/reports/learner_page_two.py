# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 2 of the learner's sheet: what I am able to do, what I will try, the next step, where I get help."""

from PySide6.QtCore import QRectF

from korak import i18n
from korak.i18n import N_
from korak.learning.record import LearnerRecord, LessonRecord, NextStep, Skill
from korak.reports import paper
from korak.reports.bilingual import Pair
from korak.reports.desk import BODY, BOTTOM, LEFT, OTHER, RIGHT, SMALL, STRONG, Desk
from korak.reports.learner_facts import REASONS, ZONES, picture_of

# How many sentences and promises are shown: as many as leave room for the rest, and for the teacher.
CHOICES = ((6, 2), (5, 2), (4, 2), (4, 1), (3, 1), (2, 1), (1, 0))
NOTE, LEAST_NOTE, MOST_NOTE = 22.0, 18.0, 74.0
LINE = 9.0  # between two lines to write on
INDENT = 12.0


def draw_page_two(desk: Desk, record: LearnerRecord, y: float) -> None:
    """Draw the page below its head."""
    y = _body(desk, record, _fitting(desk, record, y), y)
    draw_note(desk, y + 5)


def _fitting(desk: Desk, record: LearnerRecord, y: float) -> tuple[int, int]:
    """The first choice that leaves room for the teacher's word, else the first that fits at all."""
    ends: list[float] = []
    for choice in CHOICES:
        with desk.paper.trial():
            ends.append(_body(desk, record, choice, y))
        if ends[-1] + NOTE <= BOTTOM:
            return choice
    return next((choice for choice, end in zip(CHOICES, ends, strict=True) if end <= BOTTOM), CHOICES[-1])


def _body(desk: Desk, record: LearnerRecord, most: tuple[int, int], y: float) -> float:
    y = _can_do(desk, record, most[0], y + 7) + 5
    y = _promises(desk, record, most[1], y)
    y = _next_steps(desk, record, y) + 4
    return draw_help(desk, record.issuer.contact, y)


def _can_do(desk: Desk, record: LearnerRecord, most: int, y: float) -> float:
    y = desk.heading(desk.words.say(N_("What I am able to do now")), y)
    if not record.can_do:
        nothing = desk.words.say(N_("Your first ticks will stand here."))
        return desk.say(nothing, LEFT, y, paper.INNER, BODY, OTHER)
    shown = sorted(record.can_do, key=_latest, reverse=True)[:most]
    for lesson in shown:
        y = _ticked(desk, lesson, y) + (2.0 if len(shown) > 4 else 3.0)
    left = len(record.can_do) - len(shown)
    if left:
        y = desk.say(desk.words.count(_more, left), LEFT + INDENT, y, paper.INNER - INDENT, BODY, OTHER)
    return y


def _ticked(desk: Desk, lesson: LessonRecord, y: float) -> float:
    mark = QRectF(LEFT, y + 0.4, 7, 7)
    alone = lesson.skill in (None, Skill.ALONE)
    desk.paper.oval(mark, fill=paper.PINE if alone else paper.WHITE, edge=paper.PINE, pen=0.5)
    desk.paper.tick(mark, colour=paper.WHITE if alone else paper.PINE)
    text = desk.words.content(lesson.can_do)
    if not alone:
        text = _with_help(text, desk.words.say(ZONES[Skill.WITH_HELP]))
    below = desk.say(text, LEFT + INDENT, y, paper.INNER - INDENT, STRONG, OTHER, most=2)
    return max(below, y + 8)


def _with_help(text: Pair, words: Pair) -> Pair:
    """The same sentence with its condition."""
    sl = f"{text.sl.rstrip('.')} – {words.sl}."
    if not text.other or not words.other:
        return Pair(sl, text.other)
    return Pair(sl, f"{text.other.rstrip('.')} – {words.other}.")


def _promises(desk: Desk, record: LearnerRecord, most: int, y: float) -> float:
    shown = record.promises[:most]
    if not shown:
        return y
    y = desk.heading(desk.words.say(N_("I will try for real")), y)
    for promise in shown:
        desk.paper.box(QRectF(LEFT + 0.5, y + 0.8, 6, 6), edge=paper.INK, radius=1, pen=0.4)
        text = desk.words.content(promise)
        below = desk.say(text, LEFT + INDENT, y, paper.INNER - INDENT, BODY, OTHER, most=2)
        y = max(below, y + 8) + 2.5
    return y + 3


def _next_steps(desk: Desk, record: LearnerRecord, y: float) -> float:
    y = desk.heading(desk.words.say(N_("Next step")), y)
    if not record.next_steps:
        return desk.say(desk.words.say(N_("All lessons so far are done.")), LEFT, y, paper.INNER, BODY, OTHER)
    for place, step in enumerate(record.next_steps):
        y = _next_step(desk, step, y, first=place == 0) + 3
    return y


def _next_step(desk: Desk, step: NextStep, y: float, *, first: bool) -> float:
    inner = paper.INNER - 30
    name = desk.both(desk.words.content(step.title), inner, STRONG, OTHER, most=2)
    why = desk.both(desk.words.say(REASONS[step.reason]), inner, SMALL, SMALL, inline=True)
    height = max(name.height + why.height + 6, 18)
    area = QRectF(LEFT, y, paper.INNER, height)
    desk.paper.box(area, fill=paper.AMBER_GROUND if first else paper.WHITE, edge=paper.EDGE, radius=3.5)
    desk.paper.picture(picture_of(step.pictogram), QRectF(LEFT + 6, y + (height - 13) / 2, 13, 13))
    desk.put(why, LEFT + 25, desk.put(name, LEFT + 25, y + 3))
    return y + height


def draw_help(desk: Desk, contact: str, y: float) -> float:
    """Where help is to be had."""
    y = desk.heading(desk.words.say(N_("Where I get help")), y)
    y = desk.say(desk.words.say(N_("Ask your teacher.")), LEFT, y, paper.INNER, BODY, OTHER)
    if contact:
        y = desk.paper.put(desk.sl(contact, paper.INNER, STRONG, most=2), LEFT, y + 1)
    return y


def draw_note(desk: Desk, y: float) -> None:
    """A box for the teacher's hand, where there is room."""
    height = min(BOTTOM - y, MOST_NOTE)
    if height < LEAST_NOTE:
        return
    area = QRectF(LEFT, y, paper.INNER, height)
    desk.paper.box(area, edge=paper.EDGE, radius=3.5)
    title = desk.words.say(N_("A word from the teacher"))
    line = desk.put(desk.both(title, paper.INNER - 10, SMALL, SMALL, inline=True), LEFT + 5, y + 2.5) + LINE
    while line < area.bottom() - 5:
        desk.paper.line(LEFT + 5, line, RIGHT - 5, line)
        line += LINE


def _more(language: str, number: int) -> str:
    return i18n.ngettext_in(language, "and {n} more", "and {n} more", number)


def _latest(lesson: LessonRecord) -> tuple[bool, str]:
    """What is done alone first, and the latest of it."""
    return lesson.skill in (None, Skill.ALONE), str(lesson.last_on)
