# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice browser: tabs, an address to type in, its strips and windows, and the page below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.i18n import _
from korak.practice import actions as act
from korak.practice.view import FileView, PageKind, PageView
from korak.ui.practice.chrome import AddressBar, PadlockNote, TabStrip
from korak.ui.practice.page import PageBody
from korak.ui.practice.portal import PLAIN, PortalLook
from korak.ui.practice.signing import SigningWindow
from korak.ui.practice.strips import AskPassword, BookmarksBar, CookieStrip, HeldBack, Shelf, strips_target
from korak.ui.practice.upload import FileChooser, UploadBox
from korak.ui.practice.windows import PopupWindow, Veil
from korak.ui.theme.theme import Themed

Files = Callable[[], tuple[FileView, ...]]


class BrowserView(Themed, QWidget):
    """The whole browser: its strip of tabs, its address bar, the page in front, and what lies over it."""

    acted = Signal(object)
    hears = Signal(str)

    def __init__(self, files: Files = tuple) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._files = files
        self._page: PageView | None = None
        self._chooses_for: UploadBox | None = None
        look = PortalLook.of(PLAIN, self.theme())
        self.tabs, self.bar, self.body = TabStrip(), AddressBar(), PageBody()
        self.bookmarks, self.held_back, self.asks = BookmarksBar(), HeldBack(), AskPassword()
        self.cookies, self.shelf = CookieStrip(), Shelf()
        self._strips = (self.bookmarks, self.held_back, self.asks, self.cookies, self.shelf)
        self.note = PadlockNote(self)
        self.note.closed.connect(self._close_note)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in (self.tabs, self.bar, self.bookmarks, self.held_back, self.asks):
            lines.addWidget(part)
        lines.addWidget(self.body, 1)
        lines.addWidget(self.cookies)
        lines.addWidget(self.shelf)
        self.veil = Veil(self.body)
        self.popup, self.signing = PopupWindow(self.veil, look), SigningWindow(self.veil, look)
        self.chooser = FileChooser(self.veil)
        self._connect()
        self.retranslate()

    def show_page(self, page: PageView) -> None:
        """Show what the browser shows."""
        self._page = page
        self.tabs.show_tabs(page.tabs)
        self.bar.show_page(page)
        self.body.show_page(page)
        self._show_strips(page)
        self._show_windows(page)
        self._show_note(page)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self.body.flush()
        self.signing.flush()

    def spot(self, target: str, index: int = 0) -> QWidget | None:
        """What to point at for a target."""
        over = self._over(target)
        if over is not None:
            return over
        return self.control(target) if target.startswith("browser/") else self.body.spot(target, index)

    def control(self, target: str) -> QWidget | None:
        """What has the focus for a target on the page or of the browser itself."""
        over = self._over(target)
        if over is not None:
            return over
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
            "print": self.bar.print,
            "bookmark": self.bar.star,
        }
        return own.get(name)

    def focus_page(self) -> None:
        """Put the focus on the page, or on the window that lies over it."""
        window = self.veil.window_shown
        if window is None:
            self.body.focus_page()
        else:
            self._focus_window(window)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        for part in (self.tabs, self.bar, self.body, self.held_back, self.asks, self.shelf):
            part.retranslate()
        if self._page is not None:
            self.show_page(self._page)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the note of the padlock; the keys of every browser do what they do everywhere."""
        if event.key() == Qt.Key.Key_Escape and self.note.isVisible():
            self._close_note()
        elif event.key() == Qt.Key.Key_F5:
            self._act(act.Reload())
        elif event.matches(QKeySequence.StandardKey.Print) and not self.bar.print.isHidden():
            self._act(act.Print())
        else:
            super().keyPressEvent(event)

    # internal

    def _connect(self) -> None:
        for part in (self.tabs, self.bar, self.body, *self._strips, self.popup, self.signing):
            part.acted.connect(self._act)
        self.body.chooses.connect(self._choose)
        self.body.hears.connect(self.hears)
        self.chooser.picked.connect(self._picked)
        self.chooser.closed.connect(self._close_chooser)
        self.bar.gone.connect(self.focus_page)

    def _act(self, action: act.Action) -> None:
        if not isinstance(action, act.Fill):
            self.flush()
        self.acted.emit(action)

    def _over(self, target: str) -> QWidget | None:
        """A part of what lies around or over the page."""
        strip = strips_target(self._strips, target)
        if strip is not None:
            return strip
        if self.veil.window_shown is self.signing:
            return self.signing.part(target)
        return self.popup.part(target) if self.veil.window_shown is self.popup else None

    def _show_strips(self, page: PageView) -> None:
        look = PortalLook.of(page.colours or PLAIN, self.theme(), page.layout)
        self.bookmarks.show_bookmarks(page.bookmarks)
        self.held_back.show_page(page)
        self.asks.show_page(page)
        self.cookies.show_page(page, look)
        self.shelf.show_files(page.downloads)

    def _show_windows(self, page: PageView) -> None:
        look = PortalLook.of(page.colours or PLAIN, self.theme(), page.layout)
        needed = page.cookies is not None and page.cookies.needed
        before = self.veil.window_shown
        if page.signing is not None:
            self.signing.show_signing(page.signing, look)
            self._hold(self.signing, 720, tall=True)
        elif page.popup is not None:
            self.popup.show_popup(page.popup, look)
            self._hold(self.popup, 520)
        elif before is not self.chooser or self._chooses_for is None:
            self._release(dim=needed)
        if page.signing is None:
            self.signing.put_away()

    def _hold(self, window: QWidget, width: int, *, tall: bool = False) -> None:
        first = self.veil.window_shown is not window
        self._chooses_for = None if window is not self.chooser else self._chooses_for
        self.body.set_covered(covered=True)
        self.veil.hold(window, width, tall=tall)
        if first and self.isVisible():
            self._focus_window(window)

    def _release(self, *, dim: bool = False) -> None:
        was = self.veil.window_shown
        if was is not None:
            self.veil.release(was)
        self.body.set_covered(covered=dim)
        self.veil.dim(dim)
        if was is not None and not dim and self.isVisible():
            self.body.focus_page()

    def _focus_window(self, window: QWidget) -> None:
        if window is self.signing:
            self.signing.focus_first()
        elif window is self.chooser:
            self.chooser.focus_first()
        else:
            self.popup.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, box: UploadBox) -> None:
        self.flush()
        self._chooses_for = box
        self.chooser.offer(_("Choose a file"), _("Close"), _("There are no files."), self._files())
        self._hold(self.chooser, 620)

    def _picked(self, path: str) -> None:
        box = self._chooses_for
        self._close_chooser()
        if box is not None:
            box.choose(path)

    def _close_chooser(self) -> None:
        box, self._chooses_for = self._chooses_for, None
        self._release()
        if box is not None:
            box.button.setFocus(Qt.FocusReason.OtherFocusReason)

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
