# SPDX-License-Identifier: GPL-3.0-or-later
"""The one window, bare: it can be on the screen before anything else of the program is there.

Nothing here may ask for `Qt`, whose enums take 15 ms to make, before the first paint; so the ground is a
pixmap and not a palette. What fills the window is in ui/stage.py.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Window(QWidget):
    """A window of one colour, until it is filled; says `appeared` when first painted, empty and filled."""

    appeared = Signal()
    closing = Signal()

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._painted = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._ground: QPixmap | None = QPixmap(1, 1)
        self._ground.fill(QColor(ground))
        self.setWindowTitle("Korak")
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)

    def appear(self) -> None:
        """Come on the screen: all of a small one, a comfortable part of a big one."""
        screen = QGuiApplication.primaryScreen().availableSize()
        if screen.width() <= 1440 or screen.height() <= 820:
            self.showMaximized()
        else:
            self.show()

    def fill(self, content: QWidget) -> None:
        """Put the program into the window."""
        self._ground = None  # from now on the theme colours it
        self._painted = False
        self._column.addWidget(content)
        content.show()

    def come_forward(self) -> None:
        """Come before all other windows, out of the task bar if need be."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Be of one colour until the theme is there; take note of the first time."""
        if self._ground is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self.width(), self.height(), self._ground)
            painter.end()
        if not self._painted:
            self._painted = True
            self.appeared.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everybody store what is unfinished, then go."""
        self.closing.emit()
        super().closeEvent(event)
