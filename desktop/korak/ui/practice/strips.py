# SPDX-License-Identifier: GPL-3.0-or-later
"""The browser's strips: bookmarks, a pop-up held back, the question about a password, cookies, downloads."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.i18n import _
from korak.practice.actions import Press
from korak.practice.view import LinkView, PageView
from korak.ui.practice.chrome import FlatButton
from korak.ui.practice.paper import file_icon
from korak.ui.practice.portal import PLAIN, PortalButton, PortalLook
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

ALLOW: Final = "browser/popup/allow"
SAVE_YES, SAVE_NO = "browser/save-password/yes", "browser/save-password/no"
SHELF_CLOSE: Final = "browser/downloads/close"
_SIDE_BY_SIDE: Final = 460
"""How wide a strip must be, at 100 %, for its buttons to stand beside its words."""


class Chip(Pressable):
    """A small entry of the browser's own: a bookmark, a file that was downloaded."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        width = QFontMetrics(self._letters()).horizontalAdvance(self.text()) + theme.grown(20) + 30
        return QSize(min(width, theme.grown(280)), min(theme.grown(38), 52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), 8, 8)
        side = theme.grown(20)
        pixmap = icons.icon_pixmap(self._icon, theme.colour("sky"), side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(8, (self.height() - side) // 2, pixmap)
        painter.setFont(self._letters())
        painter.setPen(theme.colour("ink"))
        room = self.rect().adjusted(side + 16, 0, -8, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, left, text)

    def _letters(self) -> QFont:
        return self.theme().font("small", bold=False)


class Strip(Themed, QWidget):
    """A strip of the browser: an icon, some words, what one may press."""

    acted = Signal(object)

    def __init__(self, icon: str, *, top_line: bool = False, stacks: bool = True) -> None:
        super().__init__()
        self._top_line = top_line
        self._stacks = stacks
        self._icon = Picture("", 22)
        self._icon.set_icon(icon, "soft")
        self.words = Label("", "portal-label")
        self.buttons = QWidget()
        self.flow = FlowLayout(8)
        self.buttons.setLayout(self.flow)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(16, 6, 12, 6)
        self.line.setSpacing(10)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self._icon)
        said.addWidget(self.words, 1)
        self.line.addLayout(said, 1)
        self.line.addWidget(self.buttons)
        self.line.setAlignment(self.buttons, Qt.AlignmentFlag.AlignVCenter)
        self.targets: dict[str, QWidget] = {}
        self.hide()

    def ground(self) -> QColor:
        """What it is painted on."""
        return self.theme().colour("sky_ground")

    def offer(self, target: str, button: PortalButton | FlatButton) -> None:
        """Let this be pressed."""
        button.clicked.connect(partial(self._press, target))
        self.targets[target] = button
        self.flow.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons stand below the words."""
        super().resizeEvent(event)
        narrow = self._stacks and self.width() < self.theme().grown(_SIDE_BY_SIDE)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.line.direction() != wanted:
            self.line.setDirection(wanted)
            self.line.setAlignment(
                self.buttons, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignVCenter
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ground())
        painter.setPen(self.theme().colour("line"))
        at = 0 if self._top_line else self.height() - 1
        painter.drawLine(0, at, self.width(), at)

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))


class BookmarksBar(Themed, QWidget):
    """The bookmarks, below the address; gone while there are none."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[LinkView, ...] = ()
        self.targets: dict[str, QWidget] = {}
        self._flow = FlowLayout(2)
        room = QWidget()
        room.setLayout(self._flow)
        line = QVBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 2)
        line.addWidget(room)
        self.hide()

    def show_bookmarks(self, bookmarks: tuple[LinkView, ...]) -> None:
        """Show these bookmarks."""
        if bookmarks == self._shown:
            return
        self._shown = bookmarks
        _clear(self._flow, self.targets)
        for bookmark in bookmarks:
            chip = Chip("star", bookmark.text)
            chip.setAccessibleName(_("Bookmark: {title}").format(title=bookmark.text))
            chip.clicked.connect(partial(self.acted.emit, Press(bookmark.target)))
            self.targets[bookmark.target] = chip
            self._flow.addWidget(chip)
        self.setVisible(bool(bookmarks))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme().colour("card"))
        painter.setPen(self.theme().colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class HeldBack(Strip):
    """Says that a pop-up window was held back, and lets it open."""

    def __init__(self) -> None:
        super().__init__("shield")
        self._allow = PortalButton(PortalLook.of(PLAIN, self.theme()), "", main=False)
        self.offer(ALLOW, self._allow)

    def show_page(self, page: PageView) -> None:
        """Follow the page."""
        self.setVisible(page.popup_held_back)
        self._allow.set_look(PortalLook.of(PLAIN, self.theme()))

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self.words.setText(_("A pop-up window was blocked."))
        self._allow.set_text(_("Show it"))


class AskPassword(Strip):
    """The browser offers to remember a password: on a shared computer one says no."""

    def __init__(self) -> None:
        super().__init__("key-round")
        look = PortalLook.of(PLAIN, self.theme())
        self._yes, self._no = PortalButton(look, "", main=False), PortalButton(look, "", main=False)
        self.offer(SAVE_NO, self._no)
        self.offer(SAVE_YES, self._yes)
        self._title = ""

    def show_page(self, page: PageView) -> None:
        """Follow the page."""
        self._title = page.asks_password
        look = PortalLook.of(PLAIN, self.theme())
        self._yes.set_look(look)
        self._no.set_look(look)
        self.setVisible(bool(page.asks_password))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self.words.setText(_("Save the password for “{title}” in this browser?").format(title=self._title))
        self._yes.set_text(_("Save"))
        self._no.set_text(_("Never"))


class CookieStrip(Strip):
    """The banner about cookies: it waits below the page until it is answered."""

    def __init__(self) -> None:
        super().__init__("info", top_line=True)
        self._view: tuple[str, str] = ("", "")

    def show_page(self, page: PageView, look: PortalLook) -> None:
        """Follow the page; its words are the portal's."""
        cookies = page.cookies
        self.setVisible(cookies is not None)
        if cookies is None:
            return
        self.words.setText(cookies.text)
        wanted = (cookies.necessary.target, cookies.all.target)
        if wanted != self._view:
            self._view = wanted
            _clear(self.flow, self.targets)
            for link, main in ((cookies.necessary, False), (cookies.all, True)):
                self.offer(link.target, PortalButton(look, link.text, main=main))
        for button in self.targets.values():
            if isinstance(button, PortalButton):
                button.set_look(look)

    def ground(self) -> QColor:
        return self.theme().colour("card")


class Shelf(Strip):
    """The files that were downloaded, below the page; each opens, and the shelf can be closed."""

    def __init__(self) -> None:
        super().__init__("download", top_line=True, stacks=False)
        self._shown: tuple[LinkView, ...] = ()
        self._close = FlatButton("x", narrow=True)
        self._close.clicked.connect(partial(self._press, SHELF_CLOSE))
        self.line.addWidget(self._close)

    def show_files(self, downloads: tuple[LinkView, ...]) -> None:
        """Show these files."""
        self.setVisible(bool(downloads))
        if downloads == self._shown:
            return
        self._shown = downloads
        _clear(self.flow, self.targets)
        self.targets[SHELF_CLOSE] = self._close
        for link in downloads:
            chip = Chip(file_icon(link.text.rpartition(".")[2].casefold()), link.text)
            chip.clicked.connect(partial(self._press, link.target))
            self.targets[link.target] = chip
            self.flow.addWidget(chip)

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self.words.setText(_("Downloads"))
        self._close.set_name(_("Close the downloads"))

    def ground(self) -> QColor:
        return self.theme().colour("track")


def strips_target(strips: Sequence[Strip | BookmarksBar], target: str) -> QWidget | None:
    """What stands for a target in any of these strips."""
    return next((strip.targets[target] for strip in strips if target in strip.targets), None)


def _clear(flow: FlowLayout, targets: dict[str, QWidget]) -> None:
    while (item := flow.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
    targets.clear()
