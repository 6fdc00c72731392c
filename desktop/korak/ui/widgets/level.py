# SPDX-License-Identifier: GPL-3.0-or-later
"""How loud it is at the microphone: a bar that fills, with a mark from where on it is loud enough."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.theme.theme import Themed

LOUD_ENOUGH = 0.12
"""Where the mark stands, of 1."""


class LevelBar(Themed, QWidget):
    """A bar from silence to full; it keeps the loudest moment as a thin line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0.0
        self._most = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_level(self, level: float) -> None:
        """Show how loud it is now, from 0 to 1."""
        self._level = min(max(level, 0.0), 1.0)
        self._most = max(self._most, self._level)
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._level = self._most = 0.0
        self.update()

    def level(self) -> float:
        """What is shown now."""
        return self._level

    def most(self) -> float:
        """The loudest moment since it was cleared."""
        return self._most

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(160), self.theme().grown(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(80), self.theme().grown(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._level > 0.01:
            painter.setBrush(theme.colour("pine"))
            painter.drawRoundedRect(self._stretch(0.0, self._level, right_to_left), radius, radius)
        painter.setBrush(theme.colour("ink"))
        mark = LOUD_ENOUGH
        painter.drawRect(self._stretch(mark, mark + 2 / max(self.width(), 1), right_to_left))
        if self._most > self._level + 0.01:
            painter.drawRect(self._stretch(self._most - 3 / max(self.width(), 1), self._most, right_to_left))
        painter.end()

    def _stretch(self, begin: float, end: float, right_to_left: bool) -> QRectF:
        wide = float(self.width())
        left = wide * (1 - end) if right_to_left else wide * begin
        return QRectF(left, 0, wide * (end - begin), self.height())
