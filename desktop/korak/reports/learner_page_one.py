# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 1 of the learner's sheet: how far every lesson is, one sentence, the numbers, the whole course."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak.i18n import N_
from korak.learning.progress import StationState
from korak.learning.record import LearnerRecord, ModuleRecord
from korak.reports import paper
from korak.reports.bilingual import Pair
from korak.reports.desk import BODY, BOTTOM, LEFT, OTHER, RIGHT, SMALL, STRONG, TITLE, Desk
from korak.reports.learner_facts import (
    ZONES,
    Row,
    course_line,
    facts_of,
    module_rows,
    picture_of,
    rows,
    sentence,
)
from korak.reports.paper import Side, Type

ICON = 12.0
MOST_STONES = 9
ROOMY = (24.0, 21.0, 19.0)  # millimetres from row to row, the most generous that fits is taken
TIGHT = (16.5, 14.0, 12.5)
FILLED = {StationState.DONE: 1.0, StationState.TRIED: 0.5, StationState.NEW: 0.0}


def draw_page_one(desk: Desk, record: LearnerRecord, title: Pair, y: float) -> None:
    """Draw the page below its head."""
    y = desk.say(title, LEFT, y + 7, paper.INNER, TITLE, Type(16, colour=paper.SOFT), most=1)
    y = desk.say(course_line(record, desk.words), LEFT, y + 2.5, paper.INNER, Type(12), OTHER, most=2) + 9
    if not record.lessons:
        _path(desk, record, _panel(desk, sentence(record, desk.words), y + 3) + 8)
        return
    lines, step = _fitting(desk, record, y)
    y = _body(desk, record, lines, step, y)
    _path(desk, record, y + 7)


def _fitting(desk: Desk, record: LearnerRecord, y: float) -> tuple[tuple[Row, ...], float]:
    """The rows and the distance between them that leave room for everything below; tried without drawing."""
    choice = (), TIGHT[-1]
    for choice in _choices(desk, record):
        with desk.paper.trial():
            below = _body(desk, record, *choice, y)
        if below <= BOTTOM:
            break
    return choice


def _choices(desk: Desk, record: LearnerRecord) -> Iterator[tuple[tuple[Row, ...], float]]:
    every = rows(record, desk.words)
    yield from ((every, step) for step in (*ROOMY, *TIGHT))
    modules = module_rows(record, desk.words)
    if modules != every:
        yield from ((modules, step) for step in (*ROOMY, *TIGHT))


def _body(desk: Desk, record: LearnerRecord, lines: Sequence[Row], step: float, y: float) -> float:
    """Everything but the course: rows, sentence, numbers, the note on the own language."""
    columns = _Columns.of(rtl=desk.words.rtl)
    y = _zones(desk, columns, y) + 3
    for line in lines:
        y = max(_row(desk, line, columns, y, step) + 2.5, y + step)
    y = _panel(desk, sentence(record, desk.words), y + 2) + 6
    y = _facts(desk, record, y)
    if not record.own_language:
        return y
    # assessment.md §1.5: language support is a condition to be named, never a deduction.
    used = desk.words.say(N_("You also used your own language."))
    return desk.put(desk.both(used, paper.INNER, SMALL, SMALL, inline=True), LEFT, y + 3)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand; a right-to-left name stands at the right edge, beyond the bar."""

    name: float
    name_width: float
    bar: float
    bar_width: float
    other: float
    other_width: float

    @classmethod
    def of(cls, *, rtl: bool) -> "_Columns":
        """The columns for a second language."""
        name = LEFT + ICON + 4
        if rtl:
            return cls(name, 52, name + 55, 66, RIGHT - 42, 42)
        return cls(name, 72, name + 76, RIGHT - name - 76, name, 72)


def _zones(desk: Desk, columns: _Columns, y: float) -> float:
    third = columns.bar_width / 3
    below = y
    for place, name in enumerate(ZONES.values()):
        x = columns.bar + place * third
        zone = desk.words.say(name)
        under = desk.paper.put(desk.sl(zone.sl, third, SMALL, Side.MIDDLE), x, y)
        if zone.other:
            under = desk.paper.put(desk.other(zone.other, third, SMALL, Side.MIDDLE), x, under - 0.4)
        below = max(below, under)
    return below


def _row(desk: Desk, row: Row, columns: _Columns, y: float, step: float) -> float:
    """One line: what it is, the bar, the stones; returns the y below its texts."""
    tight = step < ROOMY[-1]
    most = 2 if step > TIGHT[-1] else 1
    icon = min(ICON, step - 3)
    desk.paper.picture(row.pictogram, QRectF(LEFT, y, icon, icon))
    name = desk.sl(row.name.sl, columns.name_width, Type(13, bold=True) if tight else STRONG, most=most)
    below = desk.paper.put(name, columns.name, y - 0.8)
    if row.name.other:
        style = Type(11, colour=paper.SOFT) if tight else OTHER
        other = desk.other(row.name.other, columns.other_width, style, most=1 if tight else 2)
        top = y - 0.8 if desk.words.rtl else below - 0.2
        below = max(below, desk.paper.put(other, columns.other, top))
    bar = QRectF(columns.bar, y + 0.6, columns.bar_width, 5.0 if tight else 6.4)
    if row.level is not None:
        _bar(desk, bar, row.level, sure=row.sure)
    _stones(desk, row, columns, bar.bottom() + (1.0 if tight else 1.6) if row.level is not None else y + 1)
    return below


def _bar(desk: Desk, area: QRectF, level: float, *, sure: bool) -> None:
    desk.paper.box(area, fill=paper.TRACK, edge=paper.LINE, radius=1.6, pen=0.2)
    filled = QRectF(area.left(), area.top(), area.width() * level / 3, area.height())
    if level > 0 and sure:
        desk.paper.box(filled, fill=paper.PINE, radius=1.6)
    elif level > 0:
        desk.paper.hatch(filled, colour=paper.PINE, radius=1.6)
    for place in (1, 2):
        x = area.left() + place * area.width() / 3
        desk.paper.line(x, area.top() - 0.4, x, area.bottom() + 0.4, colour=paper.WHITE, pen=1.0)


def _stones(desk: Desk, row: Row, columns: _Columns, y: float) -> None:
    shown = row.stones[:MOST_STONES]
    for place, state in enumerate(shown):
        stone = QRectF(columns.bar + place * 5.4, y + 0.9, 4.2, 2.6)
        desk.paper.stone(stone, FILLED[state], colour=paper.PINE)
    left = len(shown) * 5.4 + 1.6
    desk.paper.put(desk.sl(row.caption.sl, columns.bar_width - left, SMALL, most=1), columns.bar + left, y)


def _panel(desk: Desk, words: Pair, y: float) -> float:
    both = desk.both(words, paper.INNER - 16, Type(17, bold=True), BODY)
    height = both.height + 11
    area = QRectF(LEFT, y, paper.INNER, height)
    desk.paper.box(area, fill=paper.MINT, edge=paper.PINE, radius=3.5, pen=0.2)
    desk.put(both, LEFT + 8, y + 5.5)
    return y + height


def _facts(desk: Desk, record: LearnerRecord, y: float) -> float:
    facts = facts_of(record, desk.words)
    width = min(paper.INNER / max(len(facts), 1), 46)
    left = LEFT + (paper.INNER - width * len(facts)) / 2
    below = y
    for place, fact in enumerate(facts):
        x = left + place * width + 1.5
        desk.paper.picture(picture_of(fact.pictogram), QRectF(x, y, width - 3, 9))
        number = desk.sl(fact.value, width - 3, Type(17, bold=True), Side.MIDDLE, most=1)
        under = desk.paper.put(number, x, y + 9.6)
        under = desk.paper.put(desk.sl(fact.name.sl, width - 3, SMALL, Side.MIDDLE, most=2), x, under)
        if fact.name.other:
            other = desk.other(fact.name.other, width - 3, SMALL, Side.MIDDLE, most=2)
            under = desk.paper.put(other, x, under)
        if place:
            desk.paper.line(x - 1.5, y + 1, x - 1.5, y + 24)
        below = max(below, under)
    return below


def _path(desk: Desk, record: LearnerRecord, y: float) -> None:
    """The whole course as stepping stones, where the page has room for it."""
    modules = record.modules
    columns = -(-len(modules) // 2)
    height = min((BOTTOM - y) / 2, 44)
    if not modules or height < (31 if desk.words.second else 28):
        return
    width = paper.INNER / columns
    ahead = record.next_steps[0].lesson if record.next_steps else ""
    for place, module in enumerate(modules):
        x, top = LEFT + (place % columns) * width, y + (place // columns) * height
        last = place % columns == columns - 1 or place == len(modules) - 1
        if not last:
            desk.paper.dots(x + width / 2 + 13, top + 8, x + width * 1.5 - 13, top + 8)
        _stone(desk, module, QRectF(x, top, width, height), now=_holds(module, ahead))


def _holds(module: ModuleRecord, lesson: str) -> bool:
    return any(one.id == lesson for one in module.lessons)


def _stone(desk: Desk, module: ModuleRecord, area: QRectF, *, now: bool) -> None:
    middle, y = area.center().x(), area.top()
    stone = QRectF(middle - 11.5, y + 1, 23, 14)
    done = bool(module.lessons) and module.lessons_done == len(module.lessons)
    fill = paper.MINT if done else paper.AMBER_GROUND if now else paper.WHITE
    edge = paper.INK if done or now else paper.EDGE
    desk.paper.oval(stone, fill=fill, edge=edge, pen=0.9 if now else 0.35)
    desk.paper.picture(picture_of(module.pictogram), QRectF(middle - 4.5, y + 3.5, 9, 9))
    if done:
        mark = QRectF(stone.right() - 6, stone.top() - 1.5, 6, 6)
        desk.paper.oval(mark, fill=paper.PINE)
        desk.paper.tick(mark, pen=0.7)
    name, width, x = desk.words.content(module.title), area.width() - 3, area.left() + 1.5
    title = desk.sl(name.sl, width, Type(10.5, bold=now or done), Side.MIDDLE, most=2)
    below = desk.paper.put(title, x, y + 16)
    if name.other:
        most = 3 if area.height() > 42 else 2
        other = desk.other(name.other, width, Type(9.5, colour=paper.SOFT), Side.MIDDLE, most)
        desk.paper.put(other, x, below)
