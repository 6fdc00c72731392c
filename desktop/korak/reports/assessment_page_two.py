# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 2 of the assessment's sheet: what I can do, what was new to me, the next step, where I get help."""

from PySide6.QtCore import QRectF

from korak.assessment.learner_result import LearnerResult
from korak.assessment.measured import TaskOutcome
from korak.i18n import N_
from korak.reports import paper
from korak.reports.desk import BODY, BOTTOM, LEFT, OTHER, SMALL, STRONG, Desk
from korak.reports.learner_facts import picture_of
from korak.reports.learner_page_two import draw_help, draw_note
from korak.reports.result_texts import ResultTexts

CHOICES = ((6, 3), (6, 2), (5, 2), (4, 2), (4, 1), (3, 1), (3, 0), (2, 0))
NOTE = 24.0


def draw_page_two(desk: Desk, result: LearnerResult, texts: ResultTexts, contact: str, y: float) -> None:
    """Draw the page below its head: as many sentences as leave room for the teacher's hand."""
    choice = CHOICES[-1]
    for choice in CHOICES:
        with desk.paper.trial():
            below = _body(desk, result, texts, contact, choice, y)
        if below + NOTE <= BOTTOM:
            break
    draw_note(desk, _body(desk, result, texts, contact, choice, y) + 5)


def _body(
    desk: Desk, result: LearnerResult, texts: ResultTexts, contact: str, most: tuple[int, int], y: float
) -> float:
    y = _can_do(desk, result, texts, most[0], y + 6) + 4
    y = _new(desk, result, texts, most[1], y)
    y = _next(desk, result, texts, y) + 3
    return draw_help(desk, contact, y)


def _can_do(desk: Desk, result: LearnerResult, texts: ResultTexts, most: int, y: float) -> float:
    after = result.after is not None
    y = desk.heading(desk.words.say(N_("I am able to do this now") if after else N_("I can do already")), y)
    if not result.can_do:
        nothing = desk.words.say(N_("Your first ticks will stand here."))
        return desk.say(nothing, LEFT, y, paper.INNER, BODY, OTHER)
    for task in result.can_do[:most]:
        y = _ticked(desk, task, texts, y) + 2.2
    return y


def _ticked(desk: Desk, task: TaskOutcome, texts: ResultTexts, y: float) -> float:
    """One sentence with its tick and its picture; what took a hint says so."""
    text = texts.task(task.template)
    mark = QRectF(LEFT, y + 0.8, 7, 7)
    desk.paper.oval(mark, fill=paper.PINE if task.alone else paper.WHITE, edge=paper.PINE, pen=0.5)
    desk.paper.tick(mark, colour=paper.WHITE if task.alone else paper.PINE)
    desk.paper.picture(picture_of(text.pictogram), QRectF(LEFT + 10, y, 9, 9))
    sentence = desk.words.content(text.can_do or text.title)
    below = desk.say(sentence, LEFT + 22, y, paper.INNER - 22, STRONG, OTHER, most=2)
    if not task.alone:
        hint = desk.both(desk.words.say(N_("with a hint")), paper.INNER - 22, SMALL, SMALL, inline=True)
        below = desk.put(hint, LEFT + 22, below)
    return max(below, y + 9.5)


def _new(desk: Desk, result: LearnerResult, texts: ResultTexts, most: int, y: float) -> float:
    """What was "not tried yet" before and was tried since."""
    shown = result.newly_tried[:most]
    if not shown:
        return y
    y = desk.heading(desk.words.say(N_("New for me")), y)
    for key in shown:
        desk.paper.picture(picture_of("seedling"), QRectF(LEFT, y, 8, 8))
        text = desk.words.content(texts.statement(key))
        y = max(desk.say(text, LEFT + 12, y, paper.INNER - 12, BODY, OTHER, most=2), y + 8) + 2
    return y + 2


def _next(desk: Desk, result: LearnerResult, texts: ResultTexts, y: float) -> float:
    y = desk.heading(desk.words.say(N_("Next step")), y)
    if not result.next_tasks:
        every = desk.words.say(N_("You did every task without help."))
        return desk.say(every, LEFT, y, paper.INNER, BODY, OTHER)
    for place, task in enumerate(result.next_tasks):
        y = _step(desk, task, texts, y, first=place == 0) + 3
    return y


def _step(desk: Desk, task: TaskOutcome, texts: ResultTexts, y: float, *, first: bool) -> float:
    text, inner = texts.task(task.template), paper.INNER - 30
    name = desk.both(desk.words.content(text.title), inner, STRONG, OTHER, most=2)
    if text.lesson_title:
        lesson = desk.words.content(text.lesson_title)
        line = desk.words.say(N_("Lesson: {lesson}"))
        said = type(line)(
            line.sl.format(lesson=lesson.sl),
            line.other.format(lesson=lesson.other or lesson.sl) if line.other else None,
        )
    else:
        said = desk.words.say(N_("Practise it with your teacher."))
    why = desk.both(said, inner, SMALL, SMALL, inline=True)
    height = max(name.height + why.height + 6, 18)
    area = QRectF(LEFT, y, paper.INNER, height)
    desk.paper.box(area, fill=paper.AMBER_GROUND if first else paper.WHITE, edge=paper.EDGE, radius=3.5)
    desk.paper.picture(picture_of(text.pictogram), QRectF(LEFT + 6, y + (height - 13) / 2, 13, 13))
    desk.put(why, LEFT + 25, desk.put(name, LEFT + 25, y + 3))
    return y + height
