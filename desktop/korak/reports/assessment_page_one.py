# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 1 of the assessment's sheet: six areas with two bars each, one sentence, the words."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak.assessment.learner_result import LearnerResult
from korak.assessment.measured import AREAS, Measured
from korak.assessment.scoring import ALONE_FROM, WITH_HELP_FROM
from korak.assessment.sitting import Area
from korak.i18n import N_
from korak.reports import paper
from korak.reports.assessment_words import (
    course_lines,
    gap_sentence,
    sentence,
    shown,
    support_lines,
    words_line,
)
from korak.reports.bilingual import Pair
from korak.reports.desk import BODY, BOTTOM, LEFT, OTHER, RIGHT, SMALL, STRONG, TITLE, Desk
from korak.reports.learner_facts import ZONES, picture_of
from korak.reports.paper import Side, Type
from korak.reports.result_texts import ResultTexts

ICON = 12.0
STEPS = (22.0, 20.5, 19.0, 17.5)  # from row to row; the most generous that leaves room is taken
LIMITS = (0.0, WITH_HELP_FROM, ALONE_FROM, 100.0)  # per cent of an area: the zones of its bar


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand; a right-to-left name stands at the right edge, beyond the bar."""

    name: float
    name_width: float
    bar: float
    bar_width: float
    other: float
    other_width: float

    @classmethod
    def of(cls, *, rtl: bool) -> "Columns":
        """The columns for a second language."""
        name = LEFT + ICON + 4
        if rtl:
            return cls(name, 48, name + 51, 72, RIGHT - 40, 40)
        return cls(name, 66, name + 70, RIGHT - name - 70, name, 66)


def draw_page_one(desk: Desk, result: LearnerResult, texts: ResultTexts, title: Pair, y: float) -> None:
    """Draw the page below its head."""
    y = desk.say(title, LEFT, y + 6, paper.INNER, TITLE, Type(16, colour=paper.SOFT), most=1)
    course = course_lines(result, texts, desk.words)
    y = desk.say(course, LEFT, y + 2, paper.INNER, Type(12), OTHER, most=2) + 6
    if result.latest is None:
        _panel(desk, (sentence(result, desk.words),), y)
        return
    step = STEPS[-1]
    for step in STEPS:
        with desk.paper.trial():
            below = _body(desk, result, texts, y, step)
        if below <= BOTTOM:
            break
    _body(desk, result, texts, y, step)


def _body(desk: Desk, result: LearnerResult, texts: ResultTexts, y: float, step: float) -> float:
    columns = Columns.of(rtl=desk.words.rtl)
    y = _zones(desk, columns, y) + 2.5
    for area in AREAS:
        _row(desk, result, texts, area, columns, y)
        y += step
    y = _key(desk, result, columns, y - 1) + 4
    said = [sentence(result, desk.words), gap_sentence(result, desk.words)]
    y = _panel(desk, tuple(pair for pair in said if pair), y) + 5
    line = words_line(result, desk.words)
    if line:
        y = desk.put(desk.both(line, paper.INNER, Type(16, bold=True), BODY, inline=True), LEFT, y) + 2
    for support in support_lines(result, desk.words):
        y = desk.put(desk.both(support, paper.INNER, SMALL, SMALL, inline=True), LEFT, y) + 1
    return y


def _zones(desk: Desk, columns: Columns, y: float) -> float:
    below = y
    for place, name in enumerate(ZONES.values()):
        x = columns.bar + columns.bar_width * LIMITS[place] / 100
        width = columns.bar_width * (LIMITS[place + 1] - LIMITS[place]) / 100 + (9 if place == 2 else 0)
        zone = desk.words.say(name)
        blocks = [desk.sl(zone.sl, width, SMALL, Side.LEFT)]
        if zone.other:
            blocks.append(desk.other(zone.other, width, SMALL, Side.LEFT))
        # the last zone is narrow: its name ends where the bar ends, if it is longer
        x = min(x, columns.bar + columns.bar_width - max(block.natural for block in blocks))
        under = y
        for block in blocks:
            under = desk.paper.put(block, x, under) - 0.4
        under += 0.4
        below = max(below, under)
    return below


def _row(
    desk: Desk, result: LearnerResult, texts: ResultTexts, area: Area, columns: Columns, y: float
) -> None:
    """One area: its picture, its name in both languages, the bars before and after."""
    text = texts.area(area)
    name = desk.words.content(text.label)
    desk.paper.picture(picture_of(text.pictogram), QRectF(LEFT, y, ICON, ICON))
    below = desk.paper.put(desk.sl(name.sl, columns.name_width, STRONG, most=2), columns.name, y - 0.8)
    if name.other:
        top = y - 0.8 if desk.words.rtl else below - 0.2
        desk.paper.put(desk.other(name.other, columns.other_width, OTHER, most=2), columns.other, top)
    before, after = shown(result)
    track = QRectF(columns.bar, y + 0.4, columns.bar_width, 11.6)
    _track(desk, track)
    upper = QRectF(track.left(), track.top(), track.width(), 5.4)
    if after is None:
        _bar(desk, before, area, track.adjusted(0, 2.6, 0, -2.6), solid=False)
    elif before is None:
        _bar(desk, after, area, track.adjusted(0, 2.6, 0, -2.6), solid=True)
    else:
        _bar(desk, before, area, upper, solid=False)
        _bar(desk, after, area, upper.translated(0, 6.2), solid=True)


def _track(desk: Desk, area: QRectF) -> None:
    desk.paper.box(area, fill=paper.TRACK, radius=1.6)
    for limit in LIMITS[1:-1]:
        x = area.left() + area.width() * limit / 100
        desk.paper.line(x, area.top() - 0.4, x, area.bottom() + 0.4, colour=paper.WHITE, pen=1.0)


def _bar(desk: Desk, measured: Measured | None, area: Area, box: QRectF, *, solid: bool) -> None:
    percent = measured.area(area).percent if measured else None
    if percent is None:
        return
    # Nothing yet is still a short bar: an empty row would look like a fault of the printer.
    filled = QRectF(box.left(), box.top(), max(box.width() * percent / 100, 2.2), box.height())
    if solid:
        desk.paper.box(filled, fill=paper.PINE, radius=1.6)
    else:
        desk.paper.box(filled, fill=paper.WHITE, radius=1.6)
        desk.paper.hatch(filled, colour=paper.PINE, radius=1.6)


def _key(desk: Desk, result: LearnerResult, columns: Columns, y: float) -> float:
    before, after = shown(result)
    said = [(N_("before the course"), False)] if before is not None else []
    said += [(N_("after the course"), True)] if after is not None else []
    x, below = columns.bar, y
    for message, solid in said:
        box = QRectF(x, y + 0.8, 8, 4)
        if solid:
            desk.paper.box(box, fill=paper.PINE, radius=1)
        else:
            desk.paper.hatch(box, colour=paper.PINE, radius=1)
        both = desk.both(desk.words.say(message), columns.bar_width / 2 - 12, Type(11), SMALL)
        below = max(below, desk.put(both, x + 10, y))
        x += columns.bar_width / 2
    return below


def _panel(desk: Desk, said: tuple[Pair, ...], y: float) -> float:
    blocks = [
        desk.both(pair, paper.INNER - 16, Type(17 if place == 0 else 13, bold=True), BODY)
        for place, pair in enumerate(said)
    ]
    height = sum(block.height + 2 for block in blocks) + 9
    desk.paper.box(
        QRectF(LEFT, y, paper.INNER, height), fill=paper.MINT, edge=paper.PINE, radius=3.5, pen=0.2
    )
    top = y + 5
    for block in blocks:
        top = desk.put(block, LEFT + 8, top) + 2
    return y + height
