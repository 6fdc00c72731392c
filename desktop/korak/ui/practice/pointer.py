# SPDX-License-Identifier: GPL-3.0-or-later
"""The pointer that shows: it glides to what is meant, and a ring stands around it.

It lies above the whole practice view and lets every press through. It stands still where nothing may move,
and it follows its target through scrolling, resizing and mirrored layouts by watching the target and whatever
holds it. While nothing moves it costs nothing.
"""

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from korak.ui.theme.theme import Themed

GLIDE = 600
"""Milliseconds the pointer takes to its target at the usual speed; slow enough for the eye to follow."""

_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
)


class Pointer(Themed, QWidget):
    """The pointer and its ring; ``arrived`` says that it stands at its target."""

    arrived = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self._at = QPointF()
        self._box = QRectF()
        self._shows_hand = True
        self._pressed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._see_again)
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._moved)
        self._glide.finished.connect(self._stand)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground.installEventFilter(self)
        self.hide()

    # properties

    @property
    def target(self) -> QWidget | None:
        """What it points at."""
        return self._target

    # methods

    def point_at(self, target: QWidget, *, hand: bool = True, speed: float = 1.0) -> None:
        """Bring the target into sight and glide there; ``arrived`` follows, at once if nothing may move."""
        fresh = self._target is None or self.isHidden()
        self._forget()
        self._target = target
        self._shows_hand = hand
        self._pressed = False
        _bring_into_sight(target)
        self._soon.start()  # a page that has just been drawn may still grow
        self._watch(target)
        self._box = self._find_box()
        self.setGeometry(self._ground.rect())
        self.show()
        self.raise_()
        end = self._tip()
        start = QPointF(self._ground.rect().center()) if fresh else self._at
        self._glide.stop()
        if not self.theme().motion or not hand:
            self._at = end
            self._stand()
            return
        self._at = start
        self._glide.setStartValue(start)
        self._glide.setEndValue(end)
        self._glide.setDuration(round(GLIDE / max(speed, 0.1)))
        self._glide.start()

    def press(self) -> None:
        """Show that the target is being pressed."""
        self._pressed = True
        self.update()

    def rest(self) -> None:
        """Point at nothing."""
        self._glide.stop()
        self._forget()
        self._target = None
        self.hide()

    def follow(self) -> None:
        """Stand at the target again after something moved."""
        if self._target is None:
            return
        self.setGeometry(self._ground.rect())
        self._box = self._find_box()
        if self._glide.state() == QVariantAnimation.State.Running:
            self._glide.setEndValue(self._tip())
        else:
            self._at = self._tip()
        self.update()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._target is not None:
            self.follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._box.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        if self._shows_hand:
            self._paint_hand(painter)

    # internal

    def _paint_ring(self, painter: QPainter) -> None:
        theme = self.theme()
        box = self._box.adjusted(-5, -5, 5, 5)
        for colour, width in ((theme.colour("card"), 8), (theme.colour("amber"), 5)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 11, 11)
        painter.setPen(QPen(theme.colour("focus"), 1.5))
        painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 13, 13)

    def _paint_hand(self, painter: QPainter) -> None:
        theme = self.theme()
        painter.translate(self._at)
        scale = theme.grown(30) / 24
        painter.scale(scale, scale)
        if self._pressed:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawEllipse(QPointF(0, 0), 9, 9)
            painter.scale(0.9, 0.9)
        painter.setPen(QPen(theme.colour("card"), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(theme.colour("night"))
        painter.drawPath(_arrow())

    def _tip(self) -> QPointF:
        """Where the tip stands: inside the target, where it hides none of its first letters."""
        box = self._box
        mirrored = (
            self._target is not None and self._target.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        share = min(0.5, 60 / max(box.width(), 1)) if box.width() > 260 else 0.5
        x = box.left() + box.width() * (share if mirrored else 1 - share)
        return QPointF(x, box.top() + min(box.height() * 0.62, 34))

    def _find_box(self) -> QRectF:
        target = self._target
        if target is None or not target.isVisible() or not self._ground.isAncestorOf(target):
            return QRectF()
        box = QRect(target.mapTo(self._ground, QPoint(0, 0)), target.size())
        step = target.parentWidget()
        while step is not None and step is not self._ground:
            parent = step.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is step:
                box = box.intersected(QRect(step.mapTo(self._ground, QPoint(0, 0)), step.size()))
            step = parent
        return QRectF(box)

    def _watch(self, target: QWidget) -> None:
        step: QWidget | None = target
        while step is not None and step is not self._ground:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        target.destroyed.connect(self._gone)

    def _forget(self) -> None:
        if self._target is not None:
            self._target.destroyed.disconnect(self._gone)
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []

    def _gone(self) -> None:
        self._target = None
        self._watched = []
        self._glide.stop()
        self.hide()

    def _see_again(self) -> None:
        if self._target is not None:
            _bring_into_sight(self._target)
            self.follow()

    def _moved(self, value: object) -> None:
        if isinstance(value, QPointF):
            self._at = value
            self.update()

    def _stand(self) -> None:
        if self._target is not None:
            self._at = self._tip()
            self.update()
            self.arrived.emit()


def _bring_into_sight(target: QWidget) -> None:
    step = target.parentWidget()
    while step is not None:
        area = step.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is step:
            spot = target.mapTo(step, QPoint(0, 0))
            bar = area.verticalScrollBar()
            if spot.y() < 16:
                bar.setValue(bar.value() + spot.y() - 24)
            elif spot.y() + target.height() > step.height() - 16:
                bar.setValue(
                    bar.value() + spot.y() + min(target.height(), step.height() - 48) - step.height() + 24
                )
        step = area


def _arrow() -> QPainterPath:
    """An arrow whose tip is the origin, in a square of 24."""
    path = QPainterPath(QPointF(0, 0))
    for x, y in ((0, 19), (4.6, 15), (7.6, 21.8), (11, 20.3), (8, 13.6), (14, 13.4)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path
