# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice browser: tabs, an address to type in, a padlock that explains itself, and the page below."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from korak.practice import actions as act
from korak.practice.view import PageKind, PageView
from korak.ui.practice.chrome import AddressBar, PadlockNote, TabStrip
from korak.ui.practice.page import PageBody
from korak.ui.theme.theme import Themed


class BrowserView(Themed, QWidget):
    """The whole browser: its strip of tabs, its address bar and the page in front."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._page: PageView | None = None
        self.tabs = TabStrip()
        self.bar = AddressBar()
        self.body = PageBody()
        self.note = PadlockNote(self)
        self.note.closed.connect(self._close_note)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.tabs)
        lines.addWidget(self.bar)
        lines.addWidget(self.body, 1)
        for part in (self.tabs, self.bar, self.body):
            part.acted.connect(self._act)
        self.bar.gone.connect(self.body.focus_page)
        self.retranslate()

    def show_page(self, page: PageView) -> None:
        """Show what the browser shows."""
        self._page = page
        self.tabs.show_tabs(page.tabs)
        self.bar.show_page(page)
        self.body.show_page(page)
        self._show_note(page)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self.body.flush()

    def spot(self, target: str, index: int = 0) -> QWidget | None:
        """What to point at for a target."""
        return self.control(target) if target.startswith("browser/") else self.body.spot(target, index)

    def control(self, target: str) -> QWidget | None:
        """What has the focus for a target on the page or of the browser itself."""
        if not target.startswith("browser/"):
            return self.body.control(target)
        name = target.removeprefix("browser/")
        if name.startswith("tab/"):
            return self.tabs.tab(int(name.removeprefix("tab/")))
        own: dict[str, QWidget] = {
            "address": self.bar.address,
            "back": self.bar.back,
            "forward": self.bar.forward,
            "reload": self.bar.reload,
            "padlock": self.bar.padlock,
            "new-tab": self.tabs.new,
        }
        return own.get(name)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        for part in (self.tabs, self.bar, self.body):
            part.retranslate()
        if self._page is not None:
            self.show_page(self._page)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the note of the padlock; the keys of every browser move through pages."""
        if event.key() == Qt.Key.Key_Escape and self.note.isVisible():
            self._close_note()
        elif event.key() == Qt.Key.Key_F5:
            self._act(act.Reload())
        else:
            super().keyPressEvent(event)

    def _act(self, action: act.Action) -> None:
        if not isinstance(action, act.Fill):
            self.body.flush()
        self.acted.emit(action)

    def _show_note(self, page: PageView) -> None:
        opened = page.padlock_open and page.kind is PageKind.PORTAL
        if opened:
            self.note.show_page(page)
            self._place_note()
            self.note.raise_()
        self.note.setVisible(opened)

    def _place_note(self) -> None:
        width = min(self.theme().grown(430), self.width() - 48)
        self.note.setFixedWidth(width)
        self.note.resize(width, self.note.heightForWidth(width))
        corner = self.bar.padlock.mapTo(self, QPoint(0, self.bar.padlock.height() + 4))
        self.note.move(min(corner.x(), self.width() - width - 16), corner.y())

    def _close_note(self) -> None:
        if self._page is not None and self._page.padlock_open:
            self._act(act.ShowPadlock())
            self.bar.padlock.setFocus(Qt.FocusReason.OtherFocusReason)
