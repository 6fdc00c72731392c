# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 4 of the group sheet: how each task went, where people stopped, and who needs help."""

from PySide6.QtCore import QRectF

from korak.assessment.group_result import FEWEST_FOR_ITEMS, GroupResult, Need, TaskCounts, TaskFacts
from korak.i18n import N_, NO_BREAK
from korak.reports import paper
from korak.reports.leaf import (
    BODY,
    BOTTOM,
    CELL,
    CELL_STRONG,
    INNER,
    LEFT,
    RIGHT,
    SMALL,
    Leaf,
)
from korak.reports.paper import Side, Type
from korak.reports.result_words import NEEDS

NAME, BAR = 50.0, 58.0
FEWEST_STUCK = 2
ROW, LOWEST = 17.0, 14.0
NEED_ROW = 12.5
PARTS = (N_("alone"), N_("with a hint"), N_("shown"), N_("not yet"))


def draw_tasks(leaf: Leaf, group: GroupResult, y: float) -> None:
    """Draw the page below its head."""
    words = leaf.words
    note = words.say(N_("Upper bar before the course, lower bar after it; numbers are people."))
    y = leaf.title(words.say(N_("Tasks · {group}"), group=group.name), y, note)
    if not group.tasks:
        leaf.panel((words.say(N_("Nobody has done a task on the screen yet.")),), y)
        return
    y = _key(leaf, y) + 3
    room = BOTTOM - y - (12 + NEED_ROW * max(len(group.in_need), 1))
    height = max(LOWEST, min(ROW, room / len(group.tasks)))
    for facts in group.tasks:
        _row(leaf, facts, y, height)
        y += height
    _needs(leaf, group, y + 3)


def _key(leaf: Leaf, y: float) -> float:
    x = LEFT + NAME
    for kind, name in enumerate(PARTS):
        _part(leaf, kind, QRectF(x, y + 0.7, 6, 3.4))
        block = leaf.block(leaf.words.say(name), 40, SMALL)
        leaf.paper.put(block, x + 7.5, y)
        x += 7.5 + block.natural + 5
    return y + 4.5


def _row(leaf: Leaf, facts: TaskFacts, y: float, height: float) -> None:
    words, text = leaf.words, leaf.texts.task(facts.template)
    leaf.paper.line(LEFT, y - 1.2, RIGHT, y - 1.2, colour=paper.LINE, pen=0.2)
    name = leaf.block(text.title, NAME - 12, CELL_STRONG, most=2)
    leaf.text(facts.template.upper(), LEFT, y, 9, CELL)
    below = leaf.paper.put(name, LEFT + 9, y)
    seconds = facts.after.seconds or facts.before.seconds
    if seconds is not None and below < y + height - 4:
        said = words.say(N_("median time {minutes} min"), minutes=minutes(leaf, seconds))
        leaf.text(said, LEFT + 9, below, NAME - 10, SMALL, most=1)
    _bar(leaf, facts.before, QRectF(LEFT + NAME, y + 0.4, BAR, 5))
    _bar(leaf, facts.after, QRectF(LEFT + NAME, y + 6.4, BAR, 5))
    _stuck(leaf, facts, y)


def minutes(leaf: Leaf, seconds: float) -> str:
    """A median time in minutes with one decimal."""
    return leaf.words.number(seconds / 60, 1)


def _bar(leaf: Leaf, counts: TaskCounts, area: QRectF) -> None:
    if not counts.n:
        leaf.text("—", area.left(), area.top(), 10, SMALL)
        return
    x = area.left()
    for kind, count in enumerate((counts.alone, counts.hint, counts.shown, counts.not_done)):
        if not count:
            continue
        width = area.width() * count / counts.n
        part = QRectF(x, area.top(), width, area.height())
        _part(leaf, kind, part)
        _number(leaf, kind, count, part)
        x += width


def _part(leaf: Leaf, kind: int, area: QRectF) -> None:
    if kind == 0:
        leaf.paper.box(area, fill=paper.PINE, edge=paper.PINE, pen=0.25)
    elif kind == 1:
        leaf.paper.box(area, fill=paper.MINT, edge=paper.PINE, pen=0.25)
    elif kind == 2:
        leaf.paper.hatch(area, colour=paper.PINE, step=1.3)
    else:
        leaf.paper.box(area, fill=paper.WHITE, edge=paper.EDGE, pen=0.25)


def _number(leaf: Leaf, kind: int, count: int, area: QRectF) -> None:
    style = CELL_STRONG if kind else Type(10.5, bold=True, colour=paper.WHITE)
    if kind == 2:
        middle = area.center()
        leaf.paper.box(
            QRectF(middle.x() - 2.1, area.top() + 0.5, 4.2, area.height() - 1), fill=paper.WHITE, radius=1
        )
    leaf.text(str(count), area.left(), area.top() - 0.05, area.width(), style, Side.MIDDLE, 1)


def _stuck(leaf: Leaf, facts: TaskFacts, y: float) -> None:
    """Where most people stopped or were helped, after the course or, without it, before."""
    words, x = leaf.words, LEFT + NAME + BAR + 6
    counts = facts.after if facts.after.n else facts.before
    if counts.stuck_n >= FEWEST_STUCK:
        said = words.say(
            N_("It sticks at: {step} ({n} of {all})"),
            step=leaf.texts.step(facts.template, counts.stuck).replace("»", "›").replace("«", "‹"),
            n=counts.stuck_n,
            all=counts.n,
        )
        y = leaf.text(said, x, y, RIGHT - x, CELL, most=2)
    if min(facts.before.n, facts.after.n) >= FEWEST_FOR_ITEMS:
        share = words.say(
            N_("points: {before} → {after}"),
            before=words.percent(facts.before.facility),
            after=words.percent(facts.after.facility),
        )
        leaf.text(share, x, y, RIGHT - x, SMALL, most=1)


def _needs(leaf: Leaf, group: GroupResult, y: float) -> None:
    words = leaf.words
    y = leaf.heading(words.say(N_("Who needs help")), y)
    if not group.in_need:
        leaf.text(words.say(N_("Nobody stands out. Look at the heat map.")), LEFT, y, INNER, BODY)
        return
    for need in group.in_need:
        y = _need(leaf, need, y)


def _need(leaf: Leaf, need: Need, y: float) -> float:
    words = leaf.words
    leaf.paper.box(QRectF(LEFT, y, INNER, NEED_ROW - 1.5), fill=paper.AMBER_GROUND, radius=2)
    who = f"{need.member.result.code}{NO_BREAK} {need.member.initials}"
    leaf.text(who, LEFT + 3, y + 2.9, 40, CELL_STRONG, most=1)
    why = ", ".join(words.say(NEEDS[reason]) for reason in need.reasons)
    block = leaf.block(why, 62, CELL, most=2)
    leaf.paper.put(block, LEFT + 44, y + (NEED_ROW - 1.5 - block.height) / 2)
    if need.task is not None:
        text = leaf.texts.task(need.task.template)
        lesson = text.lesson_title or text.title
        block = leaf.block(words.say(N_("Next: {lesson}"), lesson=lesson), INNER - 112, CELL_STRONG, most=2)
        leaf.paper.put(block, LEFT + 109, y + (NEED_ROW - 1.5 - block.height) / 2)
    return y + NEED_ROW
