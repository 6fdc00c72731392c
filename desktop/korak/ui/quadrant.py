# SPDX-License-Identifier: GPL-3.0-or-later
"""The square of what people think they can do over what they do: a point for each person."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from korak.ui.plot import Plot
from korak.ui.widgets.text import draw
from korak.ui.widgets.text import width as text_width

_LEVELS = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
_RADIUS = 6.0


@dataclass(frozen=True, slots=True)
class Point:
    """One person: performance and self-report in per cent, whether they are far apart, and what is said."""

    name: str
    label: str
    performance: float
    self_report: float
    apart: bool
    told: str


class Quadrant(Plot[Point]):
    """Draws the square, the strip where both agree, and the points; whoever is outside is labelled."""

    high = 400

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = ("", "")
        self._gap = 20.0
        super().__init__(parent)

    def set_points(self, points: Sequence[Point], gap: float) -> None:
        """Show these points; `gap` is from where on the two do not agree, in percent points."""
        self._gap = gap
        self.set_marks(sorted(points, key=_place))

    def set_words(self, name: str, performance: str, self_report: str) -> None:
        """Name the picture and its two axes."""
        self.setAccessibleName(name)
        self._words = (performance, self_report)
        self.update()

    def area(self) -> QRectF:
        """A square, as large as there is room for, in the middle."""
        theme = self.theme()
        left, top, below = theme.grown(44), theme.grown(36), theme.grown(56)
        side = max(min(self.width() - left - theme.grown(20), self.height() - top - below), 1)
        return QRectF(max((self.width() - side) / 2, left), top, side, side)

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """Draw the square with its strip, its numbers and its words."""
        theme = self.theme()
        painter.save()
        painter.setClipRect(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("mint"))
        gap = self._gap
        corners = (
            (0.0, 0.0),
            (gap, 0.0),
            (100.0, 100.0 - gap),
            (100.0, 100.0),
            (100.0 - gap, 100.0),
            (0.0, gap),
        )
        painter.drawPolygon([self._at(*corner) for corner in corners])
        painter.restore()
        for level in _LEVELS:
            self._paint_level(painter, level, area)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(theme.colour("soft"))
        performance, self_report = self._words
        height = theme.grown(26)
        under = QRectF(0, area.bottom() + theme.grown(26), self.width(), height).toRect()
        start = max(0.0, area.left() - theme.grown(30))
        over = QRectF(start, 0, self.width() - start, height).toRect()
        draw(painter, under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, performance)
        draw(painter, over, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self_report)

    def paint_mark(self, painter: QPainter, mark: Point, *, chosen: bool) -> None:
        """Draw a point: full and with its label where the two are apart, else empty."""
        theme, at = self.theme(), self._at(mark.performance, mark.self_report)
        painter.setPen(QPen(theme.colour("focus" if chosen else "pine"), 4 if chosen else 2))
        painter.setBrush(theme.colour("pine" if mark.apart else "card"))
        radius = theme.grown(_RADIUS) + (3 if chosen else 0)
        painter.drawEllipse(at, radius, radius)
        if mark.apart or chosen:
            self._paint_label(painter, mark, at, chosen=chosen)

    def distance(self, mark: Point, at: QPointF) -> float:
        """Pixels to the point."""
        away = self._at(mark.performance, mark.self_report) - at
        return hypot(away.x(), away.y())

    # internal

    def _at(self, performance: float, self_report: float) -> QPointF:
        area = self.area()
        share = performance / 100
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return QPointF(area.left() + area.width() * share, self.level(self_report))

    def _paint_level(self, painter: QPainter, level: float, area: QRectF) -> None:
        theme, x, half = self.theme(), self._at(level, 0).x(), self.theme().grown(20)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        y = self.level(level)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(theme.colour("soft"))
        under = QRectF(x - half, area.bottom() + 3, 2 * half, theme.grown(22)).toRect()
        painter.drawText(
            under, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), f"{level:.0f}"
        )
        side = QRectF(area.left() - 2 * half - 6, y - half, 2 * half, 2 * half).toRect()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(side, int(right), f"{level:.0f}")

    def _paint_label(self, painter: QPainter, mark: Point, at: QPointF, *, chosen: bool) -> None:
        theme = self.theme()
        font = theme.font("note", bold=chosen)
        painter.setFont(font)
        wide, tall, away = text_width(font, mark.label) + 2, theme.grown(24), theme.grown(_RADIUS) + 5
        after, before = at.x() + away, at.x() - away - wide
        # Above the strip to the left, below it to the right: away from those inside it.
        above = mark.apart and mark.self_report > mark.performance
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            above = not above
        left = before if (above and before >= 0) or after + wide > self.width() else after
        box = QRectF(left, at.y() - tall / 2, wide, tall)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("card"))
            painter.drawRoundedRect(box.adjusted(-3, 0, 3, 0), 5, 5)
        painter.setPen(theme.colour("ink"))
        draw(painter, box.toRect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark.label)


def _place(point: Point) -> tuple[float, float, str]:
    return (point.performance, point.self_report, point.name)
