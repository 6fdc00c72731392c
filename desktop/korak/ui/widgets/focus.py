# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus ring: one line around what the keyboard would press, the same for every widget.

A stylesheet's `outline` cannot stand apart from its widget, so the ring is a widget of its own above the
page. It is cut out in the middle (mask), so typing underneath never repaints it. It follows whatever moves
the focused widget by watching that widget and its ancestors, and nothing else.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from korak.ui.theme.theme import Themed

_MOVES = frozenset({
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest,
    QEvent.Type.StyleChange, QEvent.Type.EnabledChange, QEvent.Type.ParentChange, QEvent.Type.ZOrderChange,
    QEvent.Type.LayoutDirectionChange,
})  # fmt: skip


@dataclass(frozen=True)
class Outline:
    """A shape to go around: a box with rounded corners; with radii of half its sides it is an ellipse."""

    box: QRectF
    x_radius: float
    y_radius: float

    def path(self, distance: float) -> QPainterPath:
        """The shape, larger by a distance on every side."""
        path = QPainterPath()
        wide = self.box.adjusted(-distance, -distance, distance, distance)
        path.addRoundedRect(wide, self.x_radius + distance, self.y_radius + distance)
        return path


def ellipse(box: QRectF) -> Outline:
    """The outline of an ellipse."""
    return Outline(box, box.width() / 2, box.height() / 2)


@runtime_checkable
class HasOutline(Protocol):
    """A widget that knows its own shape; others get a rounded box."""

    def focus_outline(self) -> Outline:
        """The shape the ring goes around, in the widget's own coordinates."""
        ...


def _wants_ring(target: QWidget) -> bool:
    """Tell whether a widget is seen, and is not one that wants no ring (property `ring`: `none`)."""
    return target.isVisible() and target.property("ring") != "none"


class FocusRing(Themed, QWidget):
    """The ring of one window; make one per top-level window or dialog, it does the rest itself.

    It is seen when the focus came by keyboard or was set by the program, and always around a place to type. A
    button pressed with the mouse gets none.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watched: list[QObject] = []
        self._target: QWidget | None = None
        self._path = QPainterPath()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
            self._focus_changed(None, application.focusWidget())

    def target(self) -> QWidget | None:
        """The widget the ring is around at this moment."""
        return self._target

    def themed(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Lay the ring around its widget again."""
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not isValid(target) or not _wants_ring(target):
            self.hide()
            return
        theme = self.theme()
        width, gap = theme.px("focus"), theme.px("focus_gap")
        margin = width + gap
        outline = self._outline(target)
        origin = target.mapTo(window, QPoint(0, 0))
        inner = outline.box.toAlignedRect().translated(origin)
        box = inner.adjusted(-margin, -margin, margin, margin)
        visible = self._visible(target, window, margin)
        if not visible.intersects(inner):
            self.hide()
            return
        shift = QPointF(origin - box.topLeft())
        self._path = outline.path(gap + width / 2).translated(shift)
        hole = outline.path(gap - 1).translated(shift).toFillPolygon().toPolygon()
        self.setGeometry(box)
        self.setMask(QRegion(visible.translated(-box.topLeft())).subtracted(QRegion(hole)))
        self.show()
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            if watched is self.parentWidget() and event.type() == QEvent.Type.ZOrderChange:
                return False
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme().colour("focus"), self.theme().px("focus")))
        painter.drawPath(self._path)
        painter.end()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = self.parentWidget()
        for watched in self._watched:
            if isValid(watched):  # a page may have taken its widgets with it
                watched.removeEventFilter(self)
        self._watched = []
        self._target = None
        if new is not None and window is not None and new.window() is window and self._wanted(new):
            self._target = new
            step: QWidget | None = new
            while step is not None:
                step.installEventFilter(self)
                self._watched.append(step)
                step = None if step is window else step.parentWidget()
        self.follow()

    def _wanted(self, widget: QWidget) -> bool:
        if widget.property("ring") is False:
            return False
        typed = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
        return isinstance(widget, typed) or QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton

    def _outline(self, widget: QWidget) -> Outline:
        if isinstance(widget, HasOutline):
            return widget.focus_outline()
        given = widget.property("ringRadius")
        radius = float(given) if isinstance(given, (int, float)) else float(self.theme().px("radius"))
        return Outline(QRectF(widget.rect()), radius, radius)

    def _visible(self, widget: QWidget, window: QWidget, margin: int) -> QRect:
        """What scroll areas leave to be seen; the ring may stand over their edge by its own width."""
        visible = window.rect()
        step = widget.parentWidget()
        while step is not None and step is not window:
            parent = step.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is step:
                spot = QRect(step.mapTo(window, QPoint(0, 0)), step.size())
                visible = visible.intersected(spot.adjusted(-margin, -margin, margin, margin))
            step = parent
        return visible
