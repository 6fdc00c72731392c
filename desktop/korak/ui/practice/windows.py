# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows over a page: a veil, and on it a pop-up, the signing window or the list of files."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from korak.practice.actions import Press
from korak.practice.view import PopupView
from korak.ui.practice.chrome import FlatButton
from korak.ui.practice.portal import PortalButton, PortalLook
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

POPUP_GO: Final = "browser/popup/go"
POPUP_CLOSE: Final = "browser/popup/close"


_SHADE = QColor(0, 0, 0, 130)
"""What a window throws over the page: dark in every theme."""


class Veil(Themed, QWidget):
    """Darkens what is below, and holds one window in its middle; what is below cannot be pressed."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground.parentWidget())
        self._ground = ground
        self._window: QWidget | None = None
        self._width, self._tall = 0, False
        ground.installEventFilter(self)
        self.hide()

    @property
    def window_shown(self) -> QWidget | None:
        """The window on it."""
        return None if self.isHidden() else self._window

    def hold(self, window: QWidget, width: int, *, tall: bool = False) -> None:
        """Show a window so wide, at 100 %; a tall one takes the height there is."""
        if self._window is not None and self._window is not window:
            self._window.hide()
        self._window, self._width, self._tall = window, width, tall
        window.setParent(self)
        self.place()
        self.show()
        self.raise_()
        window.show()
        self.place()

    def release(self, window: QWidget) -> None:
        """Take a window away, and the veil with it."""
        if self._window is window:
            self._window = None
            window.hide()
            self.hide()

    def dim(self, dim: bool) -> None:
        """Only darken, without a window; or let everything be seen again."""
        if self._window is None:
            self.place()
            self.setVisible(dim)
            self.raise_()

    def place(self) -> None:
        """Lie over the ground, the window in the middle."""
        self.setGeometry(self._ground.geometry())
        window = self._window
        if window is None:
            return
        width = min(self.theme().grown(self._width), self.width() - 24)
        natural = window.heightForWidth(width) if window.hasHeightForWidth() else window.sizeHint().height()
        height = self.height() - 24 if self._tall else min(natural, self.height() - 24)
        window.setGeometry((self.width() - width) // 2, max(12, (self.height() - height) // 3), width, height)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _SHADE)


class PopupWindow(Themed, QFrame):
    """A window that jumped up: its bait, and two ways to be rid of it."""

    acted = Signal(object)

    def __init__(self, parent: QWidget, look: PortalLook) -> None:
        super().__init__(parent)
        self.hide()
        set_role(self, "popover")
        self._title = Label("", "portal-section")
        self._text = Label("", "portal-text")
        self._picture = Picture("", 84)
        self.cross = FlatButton("x", narrow=True)
        self.go = PortalButton(look, "")
        self.close_button = PortalButton(look, "", main=False)
        self.cross.clicked.connect(partial(self._press, POPUP_CLOSE))
        self.close_button.clicked.connect(partial(self._press, POPUP_CLOSE))
        self.go.clicked.connect(partial(self._press, POPUP_GO))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        middle.addWidget(self._text, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addStretch(1)
        below.addWidget(self.close_button)
        below.addWidget(self.go)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 12, 14, 18)
        lines.setSpacing(12)
        lines.addLayout(top)
        lines.addLayout(middle)
        lines.addLayout(below)
        self.hide()

    def show_popup(self, view: PopupView, look: PortalLook) -> None:
        """Show what jumped up."""
        self._title.setText(view.title)
        self._text.setText(view.text)
        self._picture.set_pictogram(view.picture)
        self._picture.setVisible(bool(view.picture))
        self.go.set_text(view.button)
        self.go.setVisible(bool(view.button))
        self.close_button.set_text(view.close)
        self.cross.set_name(view.close)
        for button in (self.go, self.close_button):
            button.set_look(look)

    def part(self, target: str) -> QWidget | None:
        """What stands for a target of the window."""
        return {POPUP_GO: self.go, POPUP_CLOSE: self.close_button}.get(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._press(POPUP_CLOSE)
        else:
            super().keyPressEvent(event)

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))
