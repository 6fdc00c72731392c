# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice browser: tabs, an address to type in, a padlock that explains itself, and the page below."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import _
from korak.practice import actions as act
from korak.practice.view import BlockView, LinkView, PageKind, PageView, TabView
from korak.ui.practice.blocks import BlockBox, ButtonBox, NoticeBox, block_box
from korak.ui.practice.portal import PLAIN, PortalHeader, PortalLink, PortalLook
from korak.ui.theme import icons
from korak.ui.theme.theme import Theme, Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.labels import Label

_MARK_ROOM = 112
"""What the strip of tabs leaves free at its end for the mark VAJA, at 100 %."""


def chrome(theme: Theme) -> int:
    """How high the browser's own buttons are: they grow with the letters, but leave room for the page."""
    return min(theme.px("target"), 58)


class FlatButton(Pressable):
    """A line icon to press, without an edge: back, forward, reload, close, the padlock."""

    def __init__(self, icon: str, *, narrow: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._narrow = narrow
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say what it does."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def sizeHint(self) -> QSize:
        side = chrome(self.theme())
        return QSize(round(side * 0.73) if self._narrow else side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("track" if self.isDown() else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 8, 8)
        side = min(theme.grown(20), 30)
        colour = theme.colour("ink" if self.isEnabled() else "edge")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ratio = self.devicePixelRatioF()
        pixmap = icons.icon_pixmap(self._icon, colour, side, ratio=ratio, mirrored=mirrored)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, pixmap)


class TabButton(Pressable):
    """One tab of the browser; the one in front joins the page below."""

    def __init__(self) -> None:
        super().__init__()
        self._current = False
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_tab(self, title: str, current: bool) -> None:
        """Show a title, in front or behind."""
        if (title, current) == (self.text(), self._current):
            return
        self._current = current
        self.setText(title)
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(_("open tab") if current else _("tab"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.theme()
        width = QFontMetrics(theme.font("small")).horizontalAdvance(self.text()) + 2 * theme.px("s3")
        return QSize(min(max(width, theme.grown(110)), theme.grown(230)), chrome(theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(60), chrome(self.theme()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            _paint_top(painter, QRectF(self.rect()), theme.px("s2") + 2, theme.colour("card"))
        elif self.underMouse():
            _paint_top(painter, QRectF(self.rect()).adjusted(0, 4, 0, 0), 8, theme.colour("hover"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink" if self._current else "soft"))
        side = theme.px("s3")
        room = self.rect().adjusted(side, 0, -side // 2, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, left, text)


class TabStrip(Themed, QWidget):
    """The tabs and the sign for a new one."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tabs: list[tuple[TabButton, FlatButton]] = []
        self._new = FlatButton("plus")
        self._new.clicked.connect(self._new_tab)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(0)
        self._line.addWidget(self._new)
        self._line.addStretch(1)
        self.themed()

    def tab(self, index: int) -> QWidget:
        """The tab at this place."""
        return self._tabs[index][0] if 0 <= index < len(self._tabs) else self

    @property
    def new(self) -> QWidget:
        """The sign for a new tab."""
        return self._new

    def show_tabs(self, tabs: tuple[TabView, ...]) -> None:
        """Show these tabs."""
        while len(self._tabs) < len(tabs):
            self._add()
        while len(self._tabs) > len(tabs):
            for part in self._tabs.pop():
                part.hide()
                part.setParent(None)
                part.deleteLater()
        for (button, close), tab in zip(self._tabs, tabs, strict=True):
            title = tab.title or _("New tab")
            button.show_tab(title, tab.current)
            close.setVisible(len(tabs) > 1)
            close.set_name(_("Close the tab “{title}”").format(title=title))

    def retranslate(self) -> None:
        """Name the sign for a new tab."""
        self._new.set_name(_("Open a new tab"))

    def themed(self) -> None:
        theme = self.theme()
        self._line.setContentsMargins(10, 8, theme.grown(_MARK_ROOM), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_top(painter, QRectF(self.rect()), self.theme().px("radius") - 1, self.theme().colour("track"))

    def _add(self) -> None:
        index = len(self._tabs)
        button, close = TabButton(), FlatButton("x", narrow=True)
        button.clicked.connect(partial(self._switch, index))
        close.clicked.connect(partial(self._close, index))
        self._line.insertWidget(2 * index, button)
        self._line.insertWidget(2 * index + 1, close)
        self._tabs.append((button, close))

    def _switch(self, index: int) -> None:
        self.acted.emit(act.SwitchTab(index))

    def _close(self, index: int) -> None:
        self.acted.emit(act.CloseTab(index))

    def _new_tab(self) -> None:
        self.acted.emit(act.NewTab())


class AddressBar(Themed, QWidget):
    """Back, forward, reload, the padlock and the address, which one can type."""

    acted = Signal(object)
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = FlatButton("arrow-left")
        self.forward = FlatButton("arrow-right")
        self.reload = FlatButton("rotate-cw")
        self.padlock = FlatButton("lock", narrow=True)
        self.address = QLineEdit()
        self.address.setProperty("role", "address")
        self.address.setProperty("ringRadius", 8)
        self.address.returnPressed.connect(self._typed)
        self._shown = ""
        self._moves: tuple[tuple[FlatButton, act.Action], ...] = (
            (self.back, act.Back()),
            (self.forward, act.Forward()),
            (self.reload, act.Reload()),
            (self.padlock, act.ShowPadlock()),
        )
        for button, action in self._moves:
            button.clicked.connect(partial(self._act, action))
        self._field = _AddressGround()
        inner = QHBoxLayout(self._field)
        inner.setContentsMargins(8, 0, 8, 0)
        inner.setSpacing(2)
        inner.addWidget(self.padlock)
        inner.addWidget(self.address, 1)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(0)
        for button in (self.back, self.forward, self.reload):
            self._line.addWidget(button)
        self._line.addSpacing(8)
        self._line.addWidget(self._field, 1)
        self.themed()

    def show_page(self, page: PageView) -> None:
        """Follow the page; what is being typed is left alone until the page changes."""
        self.back.setEnabled(page.can_go_back)
        self.forward.setEnabled(page.can_go_forward)
        self.padlock.set_icon("lock" if page.padlock else "lock-open")
        self.padlock.setVisible(page.kind is PageKind.PORTAL)
        if page.address != self._shown:
            self._shown = page.address
            self.address.setText(page.address)
            self.address.setCursorPosition(0)
        elif not self.address.hasFocus():
            self.address.setText(page.address)

    def retranslate(self) -> None:
        """Name everything."""
        self.back.set_name(_("Back to the page before"))
        self.forward.set_name(_("Forward to the page after"))
        self.reload.set_name(_("Load the page again"))
        self.padlock.set_name(_("What the padlock says"))
        self.address.setAccessibleName(_("Address"))
        self.address.setPlaceholderText(_("Type an address here"))

    def themed(self) -> None:
        theme = self.theme()
        self._line.setContentsMargins(theme.px("s2"), theme.px("s1"), theme.px("s3"), theme.px("s1"))
        self._field.setFixedHeight(chrome(theme) - 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme().colour("card"))
        painter.setPen(self.theme().colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _act(self, action: act.Action) -> None:
        self.acted.emit(action)

    def _typed(self) -> None:
        text = self.address.text().strip()
        if text:
            self.acted.emit(act.TypeAddress(text))
            self.gone.emit()


class _AddressGround(Themed, QWidget):
    """The rounded ground of the address."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme()
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("paper"))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class PadlockNote(Themed, QFrame):
    """What the padlock proves and what it does not; closed by Esc or by the padlock itself."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self._title = Label("", "portal-strong")
        self._host = Label("", "portal-code")
        self._text = Label("", "portal-text")
        self._close = FlatButton("x", narrow=True)
        self._close.clicked.connect(self.closed)
        across = QHBoxLayout()
        across.addWidget(self._title, 1)
        across.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 12, 12, 16)
        lines.addLayout(across)
        lines.addWidget(self._host)
        lines.addWidget(self._text)
        self.hide()

    def show_page(self, page: PageView) -> None:
        """Explain the padlock of this page."""
        self._close.set_name(_("Close"))
        self._host.setText(page.host)
        if page.padlock:
            self._title.setText(_("The connection is encrypted."))
            safe = _("Nobody on the way can read what you type.")
            but = _("False pages have a padlock, too. Check the name.")
            self._text.setText(f"{safe} {but}")
        else:
            self._title.setText(_("The connection is not encrypted."))
            self._text.setText(_("Others could read what you type. Do not type a password here."))
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class PageBody(Themed, QScrollArea):
    """The page: header and blocks; made anew for another page, followed in place on the same one."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._page: PageView | None = None
        self._boxes: dict[str, BlockBox] = {}
        self._results: dict[str, PortalLink] = {}
        self._colours = PortalLook.of(PLAIN, self.theme())
        self._sheet = _Sheet()
        self._whole = QVBoxLayout(self._sheet)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._header = PortalHeader(self._colours)
        self._header.acted.connect(self.acted)
        self._whole.addWidget(self._header)
        self._margins = QHBoxLayout()
        self._whole.addLayout(self._margins)
        self._whole.addStretch(1)
        self._notice = NoticeBox("done")
        self._content = QWidget()
        self.setWidget(self._sheet)

    # methods

    def box(self, target: str) -> BlockBox | None:
        """The block of this target, if it is on the page."""
        return self._boxes.get(target)

    def control(self, target: str) -> QWidget | None:
        """What has the focus for a target."""
        box = self._boxes.get(target)
        if box is not None:
            return box.control()
        return self._header.link(target) or self._results.get(target)

    def spot(self, target: str, index: int = 0) -> QWidget | None:
        """What to point at for a target."""
        box = self._boxes.get(target)
        return box.spot(index) if box is not None else self.control(target)

    def boxes(self) -> tuple[BlockBox, ...]:
        """Every block on the page, in its order."""
        return tuple(self._boxes.values())

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        for box in tuple(self._boxes.values()):
            box.flush()

    def show_page(self, page: PageView) -> None:
        """Show a page, or follow the one that is shown."""
        before, self._page = self._page, page
        if before is None or _structure(before) != _structure(page):
            self._open(page)
        else:
            self._follow(before, page)

    def retranslate(self) -> None:
        """Say anew what is in the program's language."""
        for box in self._boxes.values():
            box.retranslate()
        if self._page is not None:
            if self._page.kind is PageKind.PORTAL:
                self.show_page(self._page)
            else:
                self._open(self._page)

    def focus_page(self) -> None:
        """Put the focus on the page itself: the next Tab leads to its first field, no ring tells which."""
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s5") if theme.scale > 1.4 else theme.px("s6") + 4
        self._margins.setContentsMargins(side, theme.px("s4"), side, theme.px("s4"))
        if self._page is not None:
            self._wear(self._page)

    # internal

    def _open(self, page: PageView) -> None:
        for box in self._boxes.values():
            box.retire()
        old = self._content
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self._sheet or self.isAncestorOf(focused))
        self._boxes, self._results = {}, {}
        self._wear(page)
        self._notice = NoticeBox("done")
        self._content = QWidget()
        self._content.setMaximumWidth(1080)
        lines = QVBoxLayout(self._content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self.theme().px("s3"))
        lines.addWidget(self._notice)
        self._fill(lines, page)
        self._margins.addWidget(self._content)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._say_notice(page)
        self.verticalScrollBar().setValue(0)
        self._sheet.setAccessibleName(page.title)
        if inside:
            self.focus_page()

    def _fill(self, lines: QVBoxLayout, page: PageView) -> None:
        if page.kind is not PageKind.PORTAL:
            self._fill_own(lines, page)
            return
        row: QHBoxLayout | None = None
        for view in page.blocks:
            box = self._add_box(view)
            if isinstance(box, ButtonBox):
                if row is None:
                    row = QHBoxLayout()
                    row.setSpacing(self.theme().px("s3"))
                    row.addStretch(1)
                    lines.addLayout(row)
                row.addWidget(box)
            else:
                row = None
                lines.addWidget(box)

    def _add_box(self, view: BlockView) -> BlockBox:
        box = block_box(view, self._colours)
        box.acted.connect(self.acted)
        box.entered.connect(self._enter)
        self._boxes[view.target] = box
        return box

    def _fill_own(self, lines: QVBoxLayout, page: PageView) -> None:
        """The browser's own pages: an empty tab, and what it finds for an address nobody has."""
        empty = page.kind is PageKind.EMPTY
        lines.addWidget(Label(_("A new, empty tab") if empty else page.typed, "portal-heading"))
        words = _("Type an address above and press Enter.")
        if not empty:
            words = _("Nobody has this address. Did you mean one of these?")
            if not page.results:
                words = _("Nobody has this address. Check every letter.")
        lines.addWidget(Label(words, "portal-text"))
        for result in page.results:
            lines.addWidget(self._result(result))

    def _result(self, result: LinkView) -> QWidget:
        card = QWidget()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(0)
        link = PortalLink(self._colours, result.text)
        link.clicked.connect(partial(self._press, result.target))
        self._results[result.target] = link
        inner.addWidget(link)
        inner.addWidget(Label(result.detail, "portal-help"))
        return card

    def _follow(self, before: PageView, page: PageView) -> None:
        if before.colours != page.colours or before.menu != page.menu or before.person != page.person:
            self._wear(page)
        for view in page.blocks:
            self._boxes[view.target].show_view(view)
        if page.notice != before.notice:
            self._say_notice(page)
        self._show_fault(page)

    def _say_notice(self, page: PageView) -> None:
        self._notice.set_text(page.notice)
        self._notice.setVisible(bool(page.notice))
        if page.notice:
            self.verticalScrollBar().setValue(0)

    def _show_fault(self, page: PageView) -> None:
        """Bring the first field the portal finds fault with into sight."""
        faulted = [view.target for view in page.blocks if view.message is not None]
        if not faulted or any(self._boxes[target].control().hasFocus() for target in faulted):
            return
        box = self._boxes[faulted[0]]
        self.ensureWidgetVisible(box, 0, 24)

    def _wear(self, page: PageView) -> None:
        self._colours = PortalLook.of(page.colours or PLAIN, self.theme())
        self._header.setVisible(page.kind is PageKind.PORTAL)
        self._header.show_page(page, self._colours)
        for box in self._boxes.values():
            box.wear(self._colours)
        for link in self._results.values():
            link.set_look(self._colours)

    def _enter(self) -> None:
        """Enter in a field presses the page's main button, as browsers do."""
        buttons = [box for box in self._boxes.values() if isinstance(box, ButtonBox)]
        main = next((box for box in buttons if box.main), None)
        if main is not None:
            main.press()

    def _press(self, target: str) -> None:
        self.acted.emit(act.Press(target))


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


class _Sheet(Themed, QWidget):
    """The ground of the page; it takes the focus when a page opens."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring", False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme().colour("card"))


def _structure(page: PageView) -> tuple[object, ...]:
    """What must stay the same for a page to be followed in place."""
    blocks = tuple((view.target, type(view.block), view.options) for view in page.blocks)
    return page.kind, page.portal, page.page, page.typed, page.results, blocks


def _paint_top(painter: QPainter, box: QRectF, radius: float, colour: object) -> None:
    """Fill a box whose two upper corners are round."""
    path = QPainterPath()
    path.moveTo(box.left(), box.bottom())
    path.lineTo(box.left(), box.top() + radius)
    path.arcTo(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 180, -90)
    path.lineTo(box.right() - radius, box.top())
    path.arcTo(QRectF(box.right() - 2 * radius, box.top(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(box.right(), box.bottom())
    path.closeSubpath()
    painter.fillPath(path, colour)  # pyright: ignore[reportArgumentType, reportCallIssue]
