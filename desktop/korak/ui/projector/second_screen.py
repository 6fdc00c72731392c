# SPDX-License-Identifier: GPL-3.0-or-later
"""The second screen: which one it is, and the window of the wall that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.projector.projection import Projection
from korak.ui.widgets.focus import FocusRing


def other_screen(window: QWidget) -> QScreen | None:
    """A screen beside the one a window stands on that shows something else, or None."""
    here = window.screen()
    for screen in QGuiApplication.screens():
        if screen is not here and not screen.geometry().intersects(here.geometry()):
            return screen
    return None


class WallWindow(QWidget):
    """A window with nothing but the wall; closed by hand, the wall goes back where it was."""

    closed = Signal()

    def __init__(self, projection: Projection, screen: QScreen) -> None:
        super().__init__()
        self._wall = projection
        self.setWindowTitle(_("On the projector"))
        self._ring = FocusRing(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(projection)
        projection.bind(self)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(projection.escape)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def fill(self, full: bool) -> None:
        """Fill the screen, or let its frame be seen."""
        state, whole = self.windowState(), Qt.WindowState.WindowFullScreen
        self.setWindowState(state | whole if full else state & ~whole)

    def release(self) -> None:
        """Let the wall go, and go."""
        self._wall.unbind(self)
        self._wall.setParent(None)
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window does not end the presentation."""
        event.ignore()
        self.closed.emit()
