# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around a portal's page: its header with menu and person, a menu at the side, a footer."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.practice.actions import Press
from korak.practice.view import LinkView, PageView
from korak.ui.practice.portal import WIDEST_PAGE, PortalLook, PortalPress, page_side
from korak.ui.theme.theme import Theme, Themed
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.text import draw

SIDE_MENU: Final = 640
"""Pixels at 100 % a page must be wide for its menu to stand at its side."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


def _header_font(theme: Theme, *, bold: bool) -> QFont:
    """The letters of a header: they grow, but leave room for the page."""
    font = theme.font("trainer", bold=bold)
    font.setPixelSize(min(font.pixelSize(), 26))
    return font


def _header_height(theme: Theme) -> int:
    return min(theme.px("target"), 54)


class HeaderLink(PortalPress):
    """An entry of the menu in a portal's header; the one that is open is underlined."""

    def __init__(self, look: PortalLook, text: str = "", *, here: bool = False) -> None:
        super().__init__(look, text)
        self._here = here

    def set_here(self, here: bool) -> None:
        """Mark the entry whose page is open."""
        if here != self._here:
            self._here = here
            self.updateGeometry()
            self.update()

    def letters(self) -> QFont:
        return _header_font(self.theme(), bold=self._here)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _header_height(self.theme()))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _header_height(self.theme()))

    def heightForWidth(self, width: int) -> int:
        del width
        return _header_height(self.theme())

    def sides(self) -> int:
        return self.theme().px("s2")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._portal.on_header
        self.paint_text(painter, colour, Qt.AlignmentFlag.AlignHCenter)
        if self._here or self.underMouse():
            thick = 3 if self._here else 1
            line = QRect(self.sides(), self.height() - 9, self.width() - 2 * self.sides(), thick)
            painter.fillRect(line, colour)


class HeaderText(Themed, QWidget):
    """Words in a portal's header that one cannot press: its name, who is signed in."""

    def __init__(self, look: PortalLook, *, bold: bool) -> None:
        super().__init__()
        self._portal = look
        self._bold = bold
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setVisible(bool(text))
            self.updateGeometry()
            self.update()

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._letters())
        return QSize(metrics.horizontalAdvance(self._text) + 4, _header_height(self.theme()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._letters())
        painter.setPen(self._portal.on_header)
        draw(painter, self.rect(), Qt.AlignmentFlag.AlignLeft | _MIDDLE, self._text)

    def _letters(self) -> QFont:
        return _header_font(self.theme(), bold=self._bold)


class PortalHeader(Themed, QWidget):
    """The band on top of a portal's pages: its name, its menu, who is signed in."""

    acted = Signal(object)

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._portal = look
        self._links: dict[str, HeaderLink] = {}
        self._title = HeaderText(look, bold=True)
        self._person = HeaderText(look, bold=False)
        self._menu = QWidget()
        self._entries = FlowLayout(0)
        self._menu.setLayout(self._entries)
        self._persons = QWidget()
        self._end = QHBoxLayout(self._persons)
        self._end.setContentsMargins(0, 0, 0, 0)
        self._end.addWidget(self._person)
        self._rows = 0
        self._line = QGridLayout(self)
        self._line.setColumnStretch(1, 1)
        self.themed()

    def link(self, target: str) -> HeaderLink | None:
        """The entry with this target."""
        return self._links.get(target)

    def show_page(self, page: PageView, look: PortalLook, *, beside: bool = False) -> None:
        """Show the header of a page; entries that stay are kept, with their focus.

        ``beside`` leaves the menu to the page's side.
        """
        self._portal = look
        self._title.set_text(page.header)
        self._person.set_text(page.person)
        menu = () if beside else page.menu
        wanted = [*menu, *([page.sign_out] if page.sign_out else [])]
        if [entry.target for entry in wanted] != list(self._links):
            self._renew(menu, page.sign_out)
        for entry in wanted:
            link = self._links[entry.target]
            link.set_text(entry.text)
            link.set_here(entry.current)
        for part in (self._title, self._person, *self._links.values()):
            part.set_look(look)
        self._menu.setVisible(bool(menu))
        self._fold()
        self.update()

    def themed(self) -> None:
        """Take distances from the theme."""
        theme = self.theme()
        side = max(page_side(theme, self.width()), (self.width() - WIDEST_PAGE) // 2)
        self._line.setContentsMargins(side, theme.px("s1"), side, theme.px("s1"))
        self._line.setHorizontalSpacing(theme.px("s4"))
        self._line.setVerticalSpacing(0)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.themed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._portal.header)
        if self._portal.stripe:
            painter.fillRect(QRect(0, 0, self.width(), 5), self._portal.accent)
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self.theme().colour("line"))

    def _renew(self, menu: tuple[LinkView, ...], sign_out: LinkView | None) -> None:
        for link in self._links.values():
            link.hide()
            link.setParent(None)
            link.deleteLater()
        self._links = {}
        for entry in menu:
            self._entries.addWidget(self._new_link(entry))
        if sign_out is not None:
            self._end.addWidget(self._new_link(sign_out))

    def _new_link(self, entry: LinkView) -> HeaderLink:
        link = HeaderLink(self._portal, entry.text)
        link.clicked.connect(partial(self._press, entry.target))
        self._links[entry.target] = link
        return link

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))

    def minimumSizeHint(self) -> QSize:
        """It folds where there is little room, so it never makes a page wider than its window."""
        return QSize(self.theme().grown(200), super().minimumSizeHint().height())

    def _fold(self) -> None:
        """Menu between name and person; in a row of its own where they do not fit; then the person, too."""
        margins = self._line.contentsMargins()
        title, gap = self._title.sizeHint().width(), self._line.horizontalSpacing()
        entries = [link for link in self._links.values() if link.parentWidget() is self._menu]
        persons = self._persons.sizeHint().width()
        room = self.width() - margins.left() - margins.right()
        if title + persons + sum(link.sizeHint().width() for link in entries) <= room - 3 * gap:
            rows = 1
        else:
            rows = 2 if title + persons <= room - gap else 3
        if rows == self._rows:
            return
        self._rows = rows
        for part in (self._title, self._menu, self._persons):
            self._line.removeWidget(part)
        self._line.addWidget(self._title, 0, 0)
        if rows < 3:
            self._line.addWidget(self._persons, 0, 2)
        else:
            self._line.addWidget(self._persons, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        if rows > 1:
            self._line.addWidget(self._menu, 1, 0, 1, 3)
        else:
            middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
            self._line.addWidget(self._menu, 0, 1, middle)


class SideMenu(Themed, QWidget):
    """The menu of a portal at the side of its pages, on a tinted ground."""

    acted = Signal(object)

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._portal = look
        self._links: dict[str, SideLink] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 12, 0, 12)
        self._lines.setSpacing(0)
        self._lines.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def link(self, target: str) -> "SideLink | None":
        """The entry with this target."""
        return self._links.get(target)

    def show_menu(self, menu: tuple[LinkView, ...], look: PortalLook) -> None:
        """Show these entries; those that stay are kept."""
        self._portal = look
        if [entry.target for entry in menu] != list(self._links):
            self._renew(menu)
        for entry in menu:
            link = self._links[entry.target]
            link.set_text(entry.text)
            link.set_here(entry.current)
            link.set_look(look)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._portal.tint)
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), self.theme().colour("line"))

    def _renew(self, menu: tuple[LinkView, ...]) -> None:
        for link in self._links.values():
            link.hide()
            link.setParent(None)
            link.deleteLater()
        self._links = {}
        for place, entry in enumerate(menu):
            link = SideLink(self._portal, entry.text)
            link.clicked.connect(partial(self.acted.emit, Press(entry.target)))
            self._links[entry.target] = link
            self._lines.insertWidget(place, link)


class SideLink(PortalPress):
    """An entry of the menu at the side; the one that is open has a bar before it."""

    def __init__(self, look: PortalLook, text: str) -> None:
        super().__init__(look, text)
        self._here = False
        self.setProperty("ringRadius", 2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_here(self, here: bool) -> None:
        """Mark the entry whose page is open."""
        if here != self._here:
            self._here = here
            self.update()

    def letters(self) -> QFont:
        return self.theme().font("trainer", bold=self._here)

    def sides(self) -> int:
        return self.theme().px("s3")

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(190), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        if self._here or self.underMouse():
            painter.fillRect(self.rect(), theme.colour("card"))
        if self._here:
            painter.fillRect(QRect(0, 0, 5, self.height()), self._portal.edge)
        self.paint_text(painter, self._portal.edge, Qt.AlignmentFlag.AlignLeft)


class Footer(Themed, QWidget):
    """The line at the end of a portal's pages."""

    def __init__(self) -> None:
        super().__init__()
        self._ground = self.theme().colour("hover")
        self._words = Label("", "portal-help")
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._words)
        self.hide()

    def show_text(self, text: str, look: PortalLook) -> None:
        """Say it; an empty text takes the line away."""
        self._ground = look.tint
        self._words.setText(text)
        self.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = page_side(self.theme(), self.width())
        self._line.setContentsMargins(side, 10, side, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        painter.fillRect(QRect(0, 0, self.width(), 1), self.theme().colour("line"))
