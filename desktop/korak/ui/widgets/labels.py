# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the page."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from korak.ui.theme.theme import set_role
from korak.ui.widgets.text import direction_of_text, draw, height, leading, longest_word, width


class Label(QLabel):
    """A plain text that wraps; its role (`title`, `lead`, `soft`, `note` ...) decides how it looks."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._centred = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, role)
        self.setAlignment(leading(self.layoutDirection()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and not self._centred:
            self.setAlignment(leading(self.layoutDirection()))

    def set_centred(self, centred: bool) -> None:
        """Set the lines in the middle, or at the start again."""
        self._centred = centred
        self.setAlignment(Qt.AlignmentFlag.AlignCenter if centred else leading(self.layoutDirection()))

    def sizeHint(self) -> QSize:
        """One line, as long as it can still be read; Qt's own hint for wrapped text is too narrow."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        natural = width(self.font(), self.text())
        margins = self.contentsMargins()
        wide = min(natural, metrics.averageCharWidth() * 64) + margins.left() + margins.right() + 2
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, room: int) -> int:
        if direction_of_text(self.text()) == Qt.LayoutDirection.LeftToRight:
            return super().heightForWidth(room)
        margins = self.contentsMargins()
        tall = height(self.font(), room - margins.left() - margins.right(), self.text())
        return tall + margins.top() + margins.bottom()

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(longest_word(self.font(), self.text()) + 2, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if direction_of_text(self.text()) == Qt.LayoutDirection.LeftToRight:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw(painter, self.contentsRect(), self.alignment(), self.text())
        painter.end()

    def set_role(self, role: str) -> None:
        """Change what this text is."""
        set_role(self, role)
