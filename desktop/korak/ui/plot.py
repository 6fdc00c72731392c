# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing of people one can point at: the mouse or the arrow keys choose somebody, who is told in words."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.announce import announce
from korak.ui.theme.theme import Themed

_NEAR = 14.0  # pixels that still count as pointing at somebody
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Left: -1}
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Mark(Protocol):
    """What a plot shows of one person."""

    @property
    def name(self) -> str:
        """Whose it is."""
        ...

    @property
    def told(self) -> str:
        """What is said of it."""
        ...


M = TypeVar("M", bound=Mark)


class Plot(Themed, QWidget, Generic[M]):
    """Per cent from the bottom to the top; `picked` tells who is chosen."""

    picked = Signal(str)
    high = 360  # pixels at 100 %

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[M, ...] = ()
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.themed()

    @property
    def chosen(self) -> M | None:
        """Who is pointed at."""
        return self._marks[self._place] if 0 <= self._place < len(self._marks) else None

    def choose(self, name: str) -> None:
        """Show who this is; nothing is told to others."""
        self._place = next((place for place, one in enumerate(self._marks) if one.name == name), -1)
        self._tell()

    def set_marks(self, marks: Sequence[M]) -> None:
        """Show these people, in the order the keys walk through them."""
        self._marks = tuple(marks)
        self._place = -1
        self._tell()

    def themed(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(320), self.theme().grown(self.high))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(220), self.theme().grown(self.high))

    # what a plot draws

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """Draw what lies below the marks."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, mark: M, *, chosen: bool) -> None:
        """Draw one person."""
        raise NotImplementedError

    def distance(self, mark: M, at: QPointF) -> float:
        """Pixels from a place to somebody's mark."""
        raise NotImplementedError

    # for those who draw

    def area(self) -> QRectF:
        """Where the marks are: what is left of numbers and words."""
        theme = self.theme()
        return QRectF(self.rect()).adjusted(
            theme.grown(44), theme.grown(16), -theme.grown(30), -theme.grown(34)
        )

    def level(self, percent: float) -> float:
        """Where so many per cent are."""
        area = self.area()
        return area.bottom() - area.height() * percent / 100

    def paint_level(self, painter: QPainter, percent: float, area: QRectF) -> None:
        """Draw a line across with its number."""
        theme, y = self.theme(), self.level(percent)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(theme.colour("soft"))
        half = theme.grown(12)
        box = QRectF(0, y - half, area.left() - 8, 2 * half).toRect()
        painter.drawText(box, int(_NUMBERS), f"{percent:.0f}")

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from person to person."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._marks:
            super().keyPressEvent(event)
            return
        self._move_to((self._place + step) % len(self._marks))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first one."""
        super().focusInEvent(event)
        if self._place < 0 and self._marks and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._move_to(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at whoever is nearest."""
        self._point(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger points without moving first."""
        super().mousePressEvent(event)
        self._point(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everybody, whoever is chosen last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme().font("note"))
        self.paint_ground(painter, self.area())
        for place in sorted(range(len(self._marks)), key=self._last):
            self.paint_mark(painter, self._marks[place], chosen=place == self._place)
        painter.end()

    # internal

    def _last(self, place: int) -> bool:
        return place == self._place

    def _point(self, at: QPointF) -> None:
        near = [(self.distance(mark, at), place) for place, mark in enumerate(self._marks)]
        distance, place = min(near, default=(_NEAR, -1))
        if distance < _NEAR and place != self._place:
            self._move_to(place)

    def _move_to(self, place: int) -> None:
        self._place = place
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
