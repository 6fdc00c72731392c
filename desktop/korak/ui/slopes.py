# SPDX-License-Identifier: GPL-3.0-or-later
"""A line for each person, from before to after: point at one, or walk through them with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from korak.ui.plot import Plot
from korak.ui.widgets.text import draw


@dataclass(frozen=True, slots=True)
class Slope:
    """One person: P before and after in per cent, whether the change is clear, and what is said of it."""

    name: str
    before: float
    after: float
    clear: bool
    told: str


class Slopes(Plot[Slope]):
    """Draws the lines over the cuts, the lowest end first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cuts: tuple[float, ...] = ()
        self._words = ("", "")
        super().__init__(parent)

    def set_slopes(self, slopes: Sequence[Slope], cuts: Sequence[float]) -> None:
        """Show these lines over these cuts."""
        self._cuts = tuple(cuts)
        self.set_marks(sorted(slopes, key=_after))

    def set_words(self, name: str, before: str, after: str) -> None:
        """Name the picture and its two sides."""
        self.setAccessibleName(name)
        self._words = (before, after)
        self.update()

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """Draw the cuts and the words below."""
        for cut in (0.0, *self._cuts, 100.0):
            self.paint_level(painter, cut, area)
        self._paint_words(painter, area)

    def paint_mark(self, painter: QPainter, mark: Slope, *, chosen: bool) -> None:
        """Draw a line with its ends."""
        theme = self.theme()
        first, last = self._ends(mark)
        colour = theme.colour("focus") if chosen else theme.colour("pine" if mark.clear else "edge")
        painter.setPen(QPen(colour, 5.0 if chosen else 3.5 if mark.clear else 1.6))
        painter.drawLine(first, last)
        painter.setPen(QPen(theme.colour("pine"), 2))
        painter.setBrush(theme.colour("card"))
        radius = theme.grown(5)
        painter.drawEllipse(first, radius, radius)
        painter.setBrush(theme.colour("pine"))
        painter.drawEllipse(last, radius, radius)

    def distance(self, mark: Slope, at: QPointF) -> float:
        """Pixels up or down to the line."""
        first, last = self._ends(mark)
        width = last.x() - first.x()
        share = min(max((at.x() - first.x()) / width, 0.0), 1.0) if width else 0.0
        return abs(first.y() + (last.y() - first.y()) * share - at.y())

    # internal

    def _ends(self, slope: Slope) -> tuple[QPointF, QPointF]:
        area = self.area()
        ends = QPointF(area.left(), self.level(slope.before)), QPointF(area.right(), self.level(slope.after))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPointF(area.right(), ends[0].y()), QPointF(area.left(), ends[1].y())
        return ends

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme = self.theme()
        painter.setPen(theme.colour("soft"))
        height = theme.grown(28)
        top = int(area.bottom()) + theme.grown(6)
        width = self.width() // 2
        words = self._words
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = words[::-1]
        boxes = QRectF(0, top, width, height).toRect(), QRectF(width, top, width, height).toRect()
        for word, box, side in zip(
            words, boxes, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            draw(painter, box, side | Qt.AlignmentFlag.AlignTop, word)


def _after(slope: Slope) -> tuple[float, str]:
    return (slope.after, slope.name)
