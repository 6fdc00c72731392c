# SPDX-License-Identifier: GPL-3.0-or-later
"""A line for each person, from before to after: point at one, or walk through them with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.announce import announce
from korak.ui.theme.theme import Themed
from korak.ui.widgets.text import draw

_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NEAR = 14.0  # pixels from a line that still count as pointing at it


@dataclass(frozen=True, slots=True)
class Slope:
    """One person: P before and after in per cent, whether the change is clear, and what is said of it."""

    name: str
    before: float
    after: float
    clear: bool
    told: str


class Slopes(Themed, QWidget):
    """Draws the lines; `picked` tells whose line is chosen ("" for none)."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slopes: tuple[Slope, ...] = ()
        self._cuts: tuple[float, ...] = ()
        self._chosen = -1
        self._words = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.themed()

    def set_slopes(self, slopes: Sequence[Slope], cuts: Sequence[float]) -> None:
        """Show these lines over these cuts."""
        self._slopes = tuple(sorted(slopes, key=_after))
        self._cuts = tuple(cuts)
        self._chosen = -1
        self.update()

    def set_words(self, name: str, before: str, after: str) -> None:
        """Name the picture and its two sides."""
        self.setAccessibleName(name)
        self._words = (before, after)
        self.update()

    @property
    def chosen(self) -> Slope | None:
        """The line that is pointed at."""
        return self._slopes[self._chosen] if 0 <= self._chosen < len(self._slopes) else None

    def choose(self, name: str) -> None:
        """Show whose line this is; nothing is told to others."""
        self._chosen = next((place for place, one in enumerate(self._slopes) if one.name == name), -1)
        self._tell()

    def themed(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Higher than wide."""
        return QSize(self.theme().grown(320), self.theme().grown(360))

    def minimumSizeHint(self) -> QSize:
        """As narrow as two columns of numbers."""
        return QSize(self.theme().grown(220), self.theme().grown(360))

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from line to line."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or not self._slopes:
            super().keyPressEvent(event)
            return
        self._move_to((self._chosen + step) % len(self._slopes))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the lowest line."""
        super().focusInEvent(event)
        if self._chosen < 0 and self._slopes:
            self._move_to(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest line."""
        place = self._nearest(event.position())
        if place != self._chosen and place >= 0:
            self._move_to(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cuts, lines and ends; the chosen line last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, theme = self._area(), self.theme()
        painter.setFont(theme.font("note"))
        for cut in (0.0, *self._cuts, 100.0):
            y = self._y(cut)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("soft"))
            box = QRectF(0, y - 12, area.left() - 8, 24).toRect()
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{cut:.0f}"
            )
        order = sorted(range(len(self._slopes)), key=self._last)
        for place in order:
            self._paint_slope(painter, self._slopes[place], chosen=place == self._chosen)
        self._paint_words(painter, area)
        painter.end()

    # internal

    def _last(self, place: int) -> bool:
        return place == self._chosen

    def _move_to(self, place: int) -> None:
        self._chosen = place
        self._tell()
        chosen = self.chosen
        if chosen is not None:
            announce(self, chosen.told)
            self.picked.emit(chosen.name)

    def _tell(self) -> None:
        chosen = self.chosen
        self.setAccessibleDescription(chosen.told if chosen else "")
        self.setToolTip(chosen.told if chosen else "")
        self.update()

    def _area(self) -> QRectF:
        theme = self.theme()
        return QRectF(self.rect()).adjusted(
            theme.grown(44), theme.grown(16), -theme.grown(30), -theme.grown(34)
        )

    def _y(self, percent: float) -> float:
        area = self._area()
        return area.bottom() - area.height() * percent / 100

    def _ends(self, slope: Slope) -> tuple[QPointF, QPointF]:
        area = self._area()
        ends = QPointF(area.left(), self._y(slope.before)), QPointF(area.right(), self._y(slope.after))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPointF(area.right(), ends[0].y()), QPointF(area.left(), ends[1].y())
        return ends

    def _nearest(self, at: QPointF) -> int:
        best, nearest = _NEAR, -1
        for place, slope in enumerate(self._slopes):
            first, last = self._ends(slope)
            width = last.x() - first.x()
            share = min(max((at.x() - first.x()) / width, 0.0), 1.0) if width else 0.0
            distance = abs(first.y() + (last.y() - first.y()) * share - at.y())
            if distance < best:
                best, nearest = distance, place
        return nearest

    def _paint_slope(self, painter: QPainter, slope: Slope, *, chosen: bool) -> None:
        theme = self.theme()
        first, last = self._ends(slope)
        colour = theme.colour("focus") if chosen else theme.colour("pine" if slope.clear else "edge")
        painter.setPen(QPen(colour, 5.0 if chosen else 3.5 if slope.clear else 1.6))
        painter.drawLine(first, last)
        painter.setPen(QPen(theme.colour("pine"), 2))
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(first, 5.0, 5.0)
        painter.setBrush(theme.colour("pine"))
        painter.drawEllipse(last, 5.0, 5.0)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme = self.theme()
        painter.setFont(theme.font("note"))
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
