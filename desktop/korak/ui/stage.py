# SPDX-License-Identifier: GPL-3.0-or-later
"""What fills the window: the top bar and, below it, one page at a time."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.audio import Silence
from korak.ui.head import Head
from korak.ui.page import Page
from korak.ui.preferences import Preferences
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.window import Window

_CALM_MS = 400
"""Only an opening that takes longer than this is worth a sentence."""


class Opening(QWidget):
    """What is seen while the centre is being opened: nothing moves; a sentence only if it takes a while."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Label("", "lead")
        self._sentence.set_centred(True)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addStretch(3)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say)
        self._timer.start(_CALM_MS)

    def _say(self) -> None:
        self._sentence.setText(_("Just a moment. Your centre is opening."))


class Teller(Protocol):
    """The line at the foot of the window, once there is one."""

    def tell(self, silence: Silence) -> None:
        """Say why something is not heard."""
        ...


class Stage(QWidget):
    """Fills the window: the top bar and, below it, one page at a time; the keys that work everywhere."""

    def __init__(self, window: Window, preferences: Preferences, head: Head) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._head = head
        self._page: Page | None = None
        self._stack = QStackedWidget()
        self._ring = FocusRing(window)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        self._column = column
        self._status: Teller | None = None
        self._shortcuts()
        self.retranslate()
        window.closing.connect(self.clear)

    # properties

    @property
    def page(self) -> Page | None:
        """The page that is shown now; None while the centre is being opened."""
        return self._page

    @property
    def head(self) -> Head:
        """The top bar."""
        return self._head

    # methods

    def wait(self) -> None:
        """Show that the centre is being opened, as long as there is no page yet."""
        self._stack.addWidget(Opening())

    def show_page(self, page: Page) -> None:
        """Show a page, with its top bar and its focus, and let the one before it go."""
        before: QWidget | None = self._stack.currentWidget()
        self.leave_page()
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        page.retranslate()
        page.shown()
        page.bar_changed.connect(self._renew_bar)
        self._renew_bar()
        self._focus_main(page)

    def leave_page(self) -> None:
        """Let the page store what is unfinished."""
        if self._page is not None:
            self._page.bar_changed.disconnect(self._renew_bar)
            self._page.leave()
            self._page = None

    def clear(self) -> None:
        """Let the page store what is unfinished, and go."""
        page = self._page
        self.leave_page()
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def tell(self, silence: Silence) -> None:
        """Say at the foot of the window, until somebody closes it, why something is not heard."""
        if self._status is None:
            from korak.ui.status_line import StatusLine  # noqa: PLC0415 - seldom needed

            line = StatusLine(self)
            self._column.addWidget(line)
            self._status = line
        self._status.tell(silence)

    def retranslate(self) -> None:
        """Set the window's title."""
        page = self._page
        title = page.bar().title if page is not None else ""
        self._window.setWindowTitle(_("{page} – Korak").format(page=title) if title else _("Korak"))

    # slots

    def go_back(self) -> None:
        """Go where the page's way back leads."""
        if self._page is not None:
            self._page.back()

    def escape(self) -> None:
        """Do what Esc does on this page."""
        if self._page is not None:
            self._page.escape()

    def show_help(self) -> None:
        """Say what can be done on this page, and with which keys."""
        from korak.ui.help import HelpDialog  # noqa: PLC0415 - seldom needed

        page = self._page
        texts, keys = (page.help_texts(), page.help_keys()) if page is not None else ((), ())
        HelpDialog(texts, self._window, keys).open()

    # events

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # internal

    def _renew_bar(self) -> None:
        if self._page is not None:
            bar = self._page.bar()
            self._head.show_bar(bar)
            self._head.setVisible(not bar.hidden)
            self.retranslate()

    def _focus_main(self, page: Page) -> None:
        main = page.main_widget() or self._head.main_button()
        main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shortcuts(self) -> None:
        ways = (
            ("Esc", self.escape),
            ("Alt+Left", self.go_back),
            ("F1", self.show_help),
            ("F11", self._window.toggle_full_screen),
            ("Ctrl++", partial(self._preferences.grow, 1)),
            ("Ctrl+=", partial(self._preferences.grow, 1)),
            ("Ctrl+-", partial(self._preferences.grow, -1)),
            ("Ctrl+0", partial(self._preferences.choose_scale, 1.0)),
        )
        for keys, act in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)
