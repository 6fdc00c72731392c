# SPDX-License-Identifier: GPL-3.0-or-later
"""The page's scroller: whatever does not fit at 200 % can be scrolled to, never cut."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from korak.ui.theme.theme import Themed


class Scroller(Themed, QScrollArea):
    """Scrolls its content up and down, takes its width, and keeps what has the focus in sight."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport made by Qt has no Python type yet: finding it out makes the enums of all widgets (14 ms).
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """Show this, as wide as the page."""
        self.setWidget(content)

    def _focus_changed(self, _old: QObject | None, new: QObject | None) -> None:
        content = self.widget()
        if isinstance(new, QWidget) and content is not None and content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 24, 32)
