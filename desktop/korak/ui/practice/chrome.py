# SPDX-License-Identifier: GPL-3.0-or-later
"""The browser's own parts: its strip of tabs, its address bar, the note behind the padlock."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import _
from korak.practice import actions as act
from korak.practice.view import PageKind, PageView, TabView
from korak.ui.theme import icons
from korak.ui.theme.theme import Theme, Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.labels import Label
from korak.ui.widgets.text import draw

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
        self._filled = False
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say what it does."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_filled(self, filled: bool) -> None:
        """Stand on a tinted ground: what it stands for is so."""
        if filled != self._filled:
            self._filled = filled
            self.update()

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
        if self._filled:
            painter.setPen(QPen(theme.colour("sky"), 1))
            painter.setBrush(theme.colour("sky_ground"))
            painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), 15, 15)
        side = min(theme.grown(20), 30)
        colour = theme.colour("sky" if self._filled else "ink" if self.isEnabled() else "edge")
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
            paint_top(painter, QRectF(self.rect()), theme.px("s2") + 2, theme.colour("card"))
        elif self.underMouse():
            paint_top(painter, QRectF(self.rect()).adjusted(0, 4, 0, 0), 8, theme.colour("hover"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink" if self._current else "soft"))
        side = theme.px("s3")
        room = self.rect().adjusted(side, 0, -side // 2, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        draw(painter, room, left, text)


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
        paint_top(painter, QRectF(self.rect()), self.theme().px("radius") - 1, self.theme().colour("track"))

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
        self.star = FlatButton("star", narrow=True)
        self.print = FlatButton("printer")
        self.phone = FlatButton("smartphone")
        self.prints = False
        self._narrow = False
        self._is_portal = False
        self._shown = ""
        self._moves: tuple[tuple[FlatButton, act.Action], ...] = (
            (self.back, act.Back()),
            (self.forward, act.Forward()),
            (self.reload, act.Reload()),
            (self.padlock, act.ShowPadlock()),
            (self.star, act.Bookmark()),
            (self.print, act.Print()),
        )
        for button, action in self._moves:
            button.clicked.connect(partial(self._act, action))
        self._field = _AddressGround()
        inner = QHBoxLayout(self._field)
        inner.setContentsMargins(8, 0, 8, 0)
        inner.setSpacing(2)
        inner.addWidget(self.padlock)
        inner.addWidget(self.address, 1)
        inner.addWidget(self.star)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(0)
        for button in (self.back, self.forward, self.reload):
            self._line.addWidget(button)
        self._line.addSpacing(4)
        self._line.addWidget(self._field, 1)
        self._line.addWidget(self.print)
        self._line.addWidget(self.phone)
        self.themed()

    def show_page(self, page: PageView) -> None:
        """Follow the page; what is being typed is left alone until the page changes."""
        self.back.setEnabled(page.can_go_back)
        self.forward.setEnabled(page.can_go_forward)
        self.padlock.set_icon("lock" if page.padlock else "lock-open")
        portal = page.kind is PageKind.PORTAL
        self._is_portal = portal
        self.padlock.setVisible(portal)
        self.star.setVisible(portal and not self._narrow)
        self.star.set_filled(page.bookmarked)
        self.star.setAccessibleDescription(_("this page has a bookmark") if page.bookmarked else "")
        self.print.setVisible(portal and self.prints)
        if page.address != self._shown:
            self._shown = page.address
            self.address.setText(page.address)
            self.address.setCursorPosition(0)
        elif not self.address.hasFocus() and self.address.text() != page.address:
            self.address.setText(page.address)
            self.address.setCursorPosition(0)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the room there is to the address, as a phone does; what one rarely presses goes."""
        self._narrow = narrow
        for button in (self.forward, self.reload):
            button.setVisible(not narrow)
        self.star.setVisible(self._is_portal and not narrow)

    def retranslate(self) -> None:
        """Name everything."""
        self.back.set_name(_("Back to the page before"))
        self.forward.set_name(_("Forward to the page after"))
        self.reload.set_name(_("Load the page again"))
        self.padlock.set_name(_("What the padlock says"))
        self.star.set_name(_("Bookmark for this page"))
        self.print.set_name(_("Print this page"))
        self.phone.set_name(_("Show the page as on a phone"))
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


def paint_top(painter: QPainter, box: QRectF, radius: float, colour: object) -> None:
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
