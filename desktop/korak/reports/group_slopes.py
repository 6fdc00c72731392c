# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 3 of the group sheet: one line for each person, and self-report against performance."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from korak.assessment.group_result import GroupResult, Member, Stand
from korak.assessment.scoring import GAP
from korak.i18n import N_
from korak.reports import paper
from korak.reports.leaf import BODY, LEFT, RIGHT, SMALL, TINY, Leaf
from korak.reports.paper import Side, Type

SLOPES = QRectF(LEFT + 26, 0, 92, 116)  # its top is set when it is drawn
SQUARE = 76.0
LABEL = 3.4  # from label to label, millimetres
LABELS_X = 46.0


def draw_slopes(leaf: Leaf, group: GroupResult, y: float) -> None:
    """Draw the page below its head."""
    words = leaf.words
    note = words.say(N_("Each line is one person. A bold line is a clear change."))
    y = leaf.title(words.say(N_("Each person · {group}"), group=group.name), y, note)
    if not group.paired:
        leaf.panel(
            (words.say(N_("Nobody has both assessments yet, so nothing can be said about change.")),), y
        )
        return
    area = SLOPES.translated(0, y + 6)
    _slopes(leaf, group, area)
    y = area.bottom() + 9
    _quadrant(leaf, group, QRectF(LEFT + 14, y + 14, SQUARE, SQUARE), y)


def _slopes(leaf: Leaf, group: GroupResult, area: QRectF) -> None:
    words = leaf.words
    _bands(leaf, group, area)
    leaf.text(words.say(N_("before")), area.left() - 15, area.bottom() + 1, 30, BODY, Side.MIDDLE)
    leaf.text(words.say(N_("after")), area.right() - 15, area.bottom() + 1, 30, BODY, Side.MIDDLE)
    ends: list[tuple[float, Member]] = []
    for member in sorted(group.paired, key=_clear):
        pair = member.result.pair
        if pair is None:
            continue
        bold = member.result.clear
        first, last = _at(area, pair[0]), _at(area, pair[1])
        colour = paper.PINE if bold else paper.EDGE
        leaf.paper.line(area.left(), first, area.right(), last, colour=colour, pen=0.9 if bold else 0.4)
        _dot(leaf, QPointF(area.left(), first), full=False)
        _dot(leaf, QPointF(area.right(), last), full=True)
        ends.append((last, member))
    _labels(leaf, ends, area)
    _sem(leaf, group, area)


def _bands(leaf: Leaf, group: GroupResult, area: QRectF) -> None:
    """The cuts as lines, the names of the bands between them."""
    limits = (0.0, *group.cuts, 100.0)
    for place, limit in enumerate(limits):
        at = _at(area, limit)
        leaf.paper.line(area.left() - 3, at, area.right() + 3, at, colour=paper.LINE, pen=0.35)
        leaf.text(leaf.words.number(limit, 0), area.left() - 12, at - 2.1, 8, TINY, Side.RIGHT)
        if place + 1 < len(limits):
            middle = (at + _at(area, limits[place + 1])) / 2
            name = leaf.block(f"{place} {leaf.texts.band(place)}", 25, TINY, most=2)
            leaf.paper.put(name, LEFT - 2, middle - name.height / 2)


def _at(area: QRectF, percent: float) -> float:
    return area.bottom() - area.height() * percent / 100


def _dot(leaf: Leaf, at: QPointF, *, full: bool) -> None:
    area = QRectF(at.x() - 1.2, at.y() - 1.2, 2.4, 2.4)
    leaf.paper.oval(area, fill=paper.PINE if full else paper.WHITE, edge=paper.PINE, pen=0.4)


def _labels(leaf: Leaf, ends: Sequence[tuple[float, Member]], area: QRectF) -> None:
    """Codes beside the ends of the lines, moved apart where they would cover each other."""
    if not ends:
        return
    ordered = sorted(ends, key=_height)
    wanted = spread([at for at, _ in ordered], LABEL, area.top() - 4, area.bottom() + 4)
    for (end, member), at in zip(ordered, wanted, strict=True):
        leaf.paper.line(area.right() + 1.6, end, area.right() + 6, at, colour=paper.LINE, pen=0.25)
        said = f"{member.result.code}  {member.initials}  {leaf.words.signed(member.result.difference, 0)}"
        style = Type(8.5, bold=member.result.clear)
        leaf.text(said, area.right() + 7, at - 2.1, LABELS_X, style, most=1)


def spread(wanted: Sequence[float], step: float, low: float, high: float) -> list[float]:
    """Places at least `step` apart, in order, near where they are wanted and inside the limits."""
    step = min(step, (high - low) / max(len(wanted) - 1, 1))
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + step) if placed else max(place, low))
    limit = high
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - step
    return placed


def _clear(member: Member) -> bool:
    return member.result.clear


def _height(end: tuple[float, Member]) -> float:
    return end[0]


def _sem(leaf: Leaf, group: GroupResult, area: QRectF) -> None:
    """How long the error of measurement is, as a bar to compare with."""
    x, middle = area.left() + area.width() / 2, area.top() - 4
    half = group.sem * area.height() / 100
    leaf.paper.line(x - half, middle, x + half, middle, colour=paper.INK, pen=0.5)
    for end in (x - half, x + half):
        leaf.paper.line(end, middle - 1, end, middle + 1, colour=paper.INK, pen=0.5)
    said = leaf.words.say(N_("error of measurement ±{n}"), n=leaf.words.number(group.sem))
    leaf.text(said, x + half + 3, middle - 2.3, 50, TINY, most=1)


def _quadrant(leaf: Leaf, group: GroupResult, area: QRectF, y: float) -> None:
    """Self-report over performance at the newest measurement."""
    words = leaf.words
    leaf.heading(words.say(N_("What people think they can do, and what they do")), y)
    leaf.paper.box(area, fill=paper.WHITE, edge=paper.LINE)
    for place in (0, 20, 40, 60, 80, 100):
        x, at = area.left() + area.width() * place / 100, _at(area, place)
        leaf.paper.line(x, area.top(), x, area.bottom(), colour=paper.TRACK, pen=0.25)
        leaf.paper.line(area.left(), at, area.right(), at, colour=paper.TRACK, pen=0.25)
        leaf.text(str(place), x - 5, area.bottom() + 0.6, 10, TINY, Side.MIDDLE)
        leaf.text(str(place), area.left() - 9, at - 2, 8, TINY, Side.RIGHT)
    for low, high in ((0.0, GAP), (GAP, 0.0)):
        size = area.width() * (100 - GAP) / 100
        leaf.paper.line(
            area.left() + area.width() * low / 100,
            _at(area, high),
            area.left() + area.width() * low / 100 + size,
            _at(area, high) - size,
            colour=paper.EDGE,
            pen=0.3,
        )
    leaf.text(
        words.say(N_("performance")), area.left(), area.bottom() + 4.2, area.width(), SMALL, Side.MIDDLE
    )
    leaf.text(words.say(N_("self-report")), area.left() - 12, area.top() - 5.2, 40, SMALL)
    apart = _points(leaf, group, area)
    _explain(leaf, apart, area)


def _points(leaf: Leaf, group: GroupResult, area: QRectF) -> list[Stand]:
    for stand in group.quadrant:
        at = QPointF(area.left() + area.width() * stand.performance / 100, _at(area, stand.self_report))
        _dot(leaf, at, full=stand.apart)
        if stand.apart:
            right = at.x() > area.right() - 24
            x, side = (at.x() - 26, Side.RIGHT) if right else (at.x() + 2, Side.LEFT)
            leaf.text(stand.member.result.code, x, at.y() - 2, 24, Type(7.5), side, 1)
    return [stand for stand in group.quadrant if stand.apart]


def _explain(leaf: Leaf, apart: Sequence[Stand], area: QRectF) -> None:
    words, x = leaf.words, area.right() + 8
    width, y = RIGHT - x, area.top()
    lines = (
        words.say(N_("Between the two lines, self-report and performance agree.")),
        words.say(N_("Above them a person thinks they can do more than they do: practise safety first.")),
        words.say(N_("Below them a person can do more than they think: tell them so.")),
    )
    y = leaf.bullets(lines, x, y, width)
    if not apart:
        leaf.text(words.say(N_("Nobody is 20 points or more apart.")), x, y + 2, width, BODY)
