# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of the practice world in black and white, to be ringed with a pencil: large and plain.

All its text is at least 14 points. A screen that is too long for its place is cut like a page one has to
scroll: the row to be ringed stays, with its neighbours, and a wavy edge says that the page goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from korak.reports import paper
from korak.reports.leaf import Leaf
from korak.reports.paper import Block, Type
from korak.reports.paper_marks import Mark, Row, Screen, Shape

TEXT, STRONG = Type(14), Type(14, bold=True)
GAP = 1.5
PAD = 2.8
ICON = 5.4
BAR = 8.0
BESIDE = 2.2
SIDE = {Shape.BUTTON: 2.3, Shape.ROW: 1.0}  # the air beside a text


@dataclass(frozen=True, slots=True)
class _Set:
    """A mark that is set: its texts and its place inside the row."""

    mark: Mark
    block: Block
    value: Block | None
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A screen that is set for a place: its rows that fit, and whether it goes on above and below."""

    screen: Screen
    rows: tuple[tuple[_Set, ...], ...]
    heights: tuple[float, ...]
    above: bool
    below: bool

    @property
    def height(self) -> float:
        """How high it is drawn."""
        return BAR + PAD + sum(self.heights) + GAP * max(0, len(self.heights) - 1) + PAD


def fit_screen(leaf: Leaf, screen: Screen, width: float, most: float) -> Fitted:
    """Set a screen in a width; what lies far from the ring goes where it is higher than ``most``."""
    rows = [_row(leaf, row, width - 2 * PAD) for row in screen.rows]
    heights = [max(one.y + one.height for one in row) for row in rows]
    ringed = next((n for n, row in enumerate(screen.rows) if screen.right in row), 0)
    first, last = 0, len(rows) - 1
    room = most - BAR - 2 * PAD
    while first < last and sum(heights[first : last + 1]) + GAP * (last - first) > room:
        if _from_below(screen.rows, first, last, ringed):
            last -= 1
        else:
            first += 1
    kept = slice(first, last + 1)
    return Fitted(screen, tuple(rows[kept]), tuple(heights[kept]), first > 0, last < len(rows) - 1)


def _from_below(rows: Sequence[Row], first: int, last: int, ringed: int) -> bool:
    """Whether the last row goes before the first: what cannot be ringed goes first, then what is farther."""
    if ringed in (first, last):
        return ringed == first
    plain = [not any(mark.at for mark in rows[end]) for end in (first, last)]
    if plain[0] != plain[1]:
        return plain[1]
    return last - ringed >= ringed - first


def draw_screen(
    leaf: Leaf, fitted: Fitted, x: float, y: float, width: float, *, ringed: bool = False
) -> float:
    """Draw a screen; return the y below it. ``ringed``: for the key, with the right place ringed."""
    area = QRectF(x, y, width, fitted.height)
    leaf.paper.box(area, edge=paper.INK, radius=2.4, pen=0.45)
    _bar(leaf, fitted.screen, x, y, width)
    top = y + BAR + PAD
    for row, height in zip(fitted.rows, fitted.heights, strict=True):
        for one in row:
            _draw(leaf, one, x + PAD, top)
            if ringed and one.mark is fitted.screen.right:
                _ring(leaf, one, x + PAD, top)
        top += height + GAP
    if fitted.above:
        _torn(leaf, x, y + BAR + 1.2, width)
    if fitted.below:
        _torn(leaf, x, area.bottom() - 1.2, width)
    return area.bottom()


# ------------------------------------------------------------------------------------------- setting


def _row(leaf: Leaf, marks: Row, inner: float) -> tuple[_Set, ...]:
    """Set the marks of a row side by side; what has no room begins a new line."""
    lines: list[list[_Set]] = [[]]
    x = 0.0
    for one in (_one(leaf, mark, inner) for mark in marks):
        if x > 0 and x + one.width > inner:
            lines.append([])
            x = 0.0
        lines[-1].append(replace(one, x=x))
        x += one.width + BESIDE
    done: list[_Set] = []
    y = 0.0
    for line in lines:
        deep = max(one.height for one in line)
        done += [replace(one, y=y + (deep - one.height) / 2) for one in line]
        y += deep + GAP
    return tuple(done)


def _one(leaf: Leaf, mark: Mark, inner: float) -> _Set:
    icon = ICON + 1.5 if mark.pictogram else 0.0
    if mark.shape is Shape.FIELD:
        return _field(leaf, mark, inner)
    style = STRONG if mark.shape in (Shape.BUTTON, Shape.TITLE) else TEXT
    side = SIDE.get(mark.shape, 0.0)
    block = leaf.block(mark.text, inner - icon - 2 * side, style, most=2)
    tall = {Shape.BUTTON: 1.6, Shape.ROW: 0.8}.get(mark.shape, 0.2)
    return _Set(mark, block, None, 0, 0, min(block.natural + icon + 2 * side, inner), block.height + tall)


def _field(leaf: Leaf, mark: Mark, inner: float) -> _Set:
    """A label and its box: side by side where the label is short, else below each other."""
    block = leaf.block(mark.text, inner, TEXT, most=2)
    beside = block.lines == 1 and block.natural < 0.62 * inner
    room = inner - block.natural - 6 if beside else inner - 4
    value = leaf.block(mark.value or " ", room, TEXT, most=1)
    height = value.height + 1.4 if beside else block.height + value.height + 1.4
    return _Set(mark, block, value, 0, 0, inner, height)


# ------------------------------------------------------------------------------------------- drawing


def _bar(leaf: Leaf, screen: Screen, x: float, y: float, width: float) -> None:
    leaf.paper.line(x, y + BAR, x + width, y + BAR, colour=paper.INK, pen=0.3)
    if screen.pictogram:
        leaf.paper.picture(paper.pictogram(screen.pictogram), QRectF(x + 2.5, y + 1.3, ICON, ICON))
        leaf.text(screen.bar, x + ICON + 5, y + 0.6, width - ICON - 8, STRONG, most=1)
        return
    for place in range(3):
        leaf.paper.oval(QRectF(x + 2.5 + place * 3.2, y + 3, 2, 2), edge=paper.INK, pen=0.3)
    field = QRectF(x + 13.5, y + 1.0, width - 16, BAR - 2)
    leaf.paper.box(field, edge=paper.EDGE, radius=3, pen=0.25)
    leaf.text(screen.bar, field.left() + 2.5, y + 0.6, field.width() - 4, TEXT, most=1)


def _draw(leaf: Leaf, one: _Set, left: float, top: float) -> None:
    x, y, mark = left + one.x, top + one.y, one.mark
    if mark.shape is Shape.FIELD and one.value is not None:
        _draw_field(leaf, one, one.value, x, y)
        return
    if mark.shape is Shape.BUTTON:
        leaf.paper.box(QRectF(x, y, one.width, one.height), edge=paper.INK, radius=2, pen=0.55)
    side = SIDE.get(mark.shape, 0.0)
    text_at = x + side
    if mark.pictogram:
        middle = y + (one.height - ICON) / 2
        leaf.paper.picture(paper.pictogram(mark.pictogram), QRectF(text_at, middle, ICON, ICON))
        text_at += ICON + 1.5
    under = leaf.paper.put(one.block, text_at, y + (one.height - one.block.height) / 2)
    if mark.shape is Shape.LINK:
        leaf.paper.line(x, under - 0.6, x + one.block.natural, under - 0.6, colour=paper.INK, pen=0.3)
    if mark.shape is Shape.ROW and mark.cells:
        foot = y + one.height
        leaf.paper.line(left, foot, left + one.block.width, foot, colour=paper.EDGE, pen=0.2)


def _draw_field(leaf: Leaf, one: _Set, value: Block, x: float, y: float) -> None:
    beside = one.height < one.block.height + value.height
    left = x + one.block.natural + 2 if beside else x
    top = y if beside else y + one.block.height
    leaf.paper.put(one.block, x, y + (0.7 if beside else 0))
    box = QRectF(left, top, x + one.width - left, value.height + 1.4)
    leaf.paper.box(box, edge=paper.INK, radius=1, pen=0.35)
    leaf.paper.put(value, left + 2, top + 0.7)


def _ring(leaf: Leaf, one: _Set, left: float, top: float) -> None:
    area = QRectF(left + one.x - 2, top + one.y - 1.2, one.width + 4, one.height + 2.4)
    leaf.paper.oval(area, edge=paper.INK, pen=1.0)


def _torn(leaf: Leaf, x: float, y: float, width: float) -> None:
    """A wavy line: the page goes on."""
    step = 4.0
    points: Sequence[float] = [x + 3 + n * step for n in range(int((width - 6) / step))]
    for n, at in enumerate(points):
        up, down = (y, y - 0.9) if n % 2 else (y - 0.9, y)
        leaf.paper.line(at, up, at + step, down, colour=paper.EDGE, pen=0.3)
