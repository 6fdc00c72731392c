# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of a portal: colours that are data, and the few widgets that wear them.

A portal's colours come from its author and are no part of the program's theme, so these widgets paint
themselves instead of asking the stylesheet. None of them wears Korak's pine or amber.
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from korak.content.portal import Colours
from korak.practice.actions import Press
from korak.practice.view import LinkView, PageView
from korak.ui.theme.theme import Theme, Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.text import draw

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_READABLE: Final = 4.5
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
"""Portals run from left to right; a painter would mirror them with the program."""


@dataclass(frozen=True, slots=True)
class PortalLook:
    """The colours of one portal as they can be read on the theme's ground."""

    header: QColor
    on_header: QColor
    accent: QColor
    on_accent: QColor
    edge: QColor

    @staticmethod
    def of(colours: Colours, theme: Theme) -> "PortalLook":
        """Take an author's colours; lines and letters on a dark ground become light enough to be read."""
        accent = QColor(colours.accent or colours.header)
        on_accent = QColor(colours.on_accent if colours.accent else colours.on_header)
        edge = readable(accent, theme.colour("card"))
        return PortalLook(QColor(colours.header), QColor(colours.on_header), accent, on_accent, edge)


PLAIN = Colours(header="#44525F", on_header="#FFFFFF")
"""What a page wears that belongs to no portal."""


def readable(colour: QColor, ground: QColor) -> QColor:
    """The colour, made lighter or darker until it can be read on the ground."""
    lighter = ground.lightnessF() < 0.5
    found = QColor(colour)
    for _step in range(20):
        if contrast(found, ground) >= _READABLE:
            break
        light = found.lightnessF() + (0.05 if lighter else -0.05)
        vivid = max(found.hslSaturationF(), 0.45) if found.hslSaturationF() > 0.08 else 0.0
        found = QColor.fromHslF(max(found.hslHueF(), 0.0), vivid, min(max(light, 0.0), 1.0))
    return found


def contrast(one: QColor, two: QColor) -> float:
    """The contrast of two colours as the web's rules count it, from 1 to 21."""
    lights = sorted((_luminance(one), _luminance(two)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


class PortalPress(Pressable):
    """Something to press on a portal's page: pressed by mouse, Space and Enter."""

    def __init__(self, look: PortalLook, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portal = look
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", 6)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.update()

    def letters(self) -> QFont:
        """The font of its text."""
        return self.theme().font("body", bold=False)

    def sides(self) -> int:
        """How far its text stands from its edge."""
        return self.theme().px("s1")

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.letters()).horizontalAdvance(self.text()) + 2 * self.sides() + 2
        return QSize(max(width, self.theme().px("target")), self.theme().px("target"))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.letters())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = max(longest + 2 * self.sides() + 2, self.theme().px("target"))
        return QSize(min(width, self.sizeHint().width()), self.theme().px("target"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * self.sides(), 1), 10_000)
        text = QFontMetrics(self.letters()).boundingRect(room, _WRAP, self.text())
        return max(self.theme().px("target"), text.height() + 2 * self.theme().px("s2"))

    def paint_text(self, painter: QPainter, colour: QColor, align: Qt.AlignmentFlag) -> None:
        """Draw the text inside its sides."""
        painter.setFont(self.letters())
        painter.setPen(colour)
        room = self.rect().adjusted(self.sides(), 0, -self.sides(), 0)
        draw(painter, room, align | _MIDDLE, self.text())


class PortalButton(PortalPress):
    """A button of a portal: filled in its accent, or only edged."""

    def __init__(self, look: PortalLook, text: str = "", *, main: bool = True) -> None:
        super().__init__(look, text)
        self._main = main

    def letters(self) -> QFont:
        return self.theme().font("body", bold=True)

    def sides(self) -> int:
        return self.theme().px("s4")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge = self._colours()
        painter.setPen(QPen(edge, 2))
        painter.setBrush(ground)
        radius = self.theme().px("portal_radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self.paint_text(painter, ink, Qt.AlignmentFlag.AlignHCenter)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme, look = self.theme(), self._portal
        if not self.isEnabled():
            return theme.colour("off_ground"), theme.colour("off"), theme.colour("edge")
        if self._main:
            ground = look.accent.darker(125 if self.isDown() else 112 if self.underMouse() else 100)
            return ground, look.on_accent, look.edge if theme.dark else ground
        return theme.colour("hover" if self.underMouse() or self.isDown() else "card"), look.edge, look.edge


class PortalLink(PortalPress):
    """A link in a page: underlined words in the portal's accent."""

    def letters(self) -> QFont:
        font = super().letters()
        font.setUnderline(True)
        return font

    def sides(self) -> int:
        return 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._portal.edge if self.isEnabled() else self.theme().colour("off")
        self.paint_text(painter, colour.lighter(120) if self.isDown() else colour, Qt.AlignmentFlag.AlignLeft)


WIDEST_PAGE: Final = 1080
"""No page is wider, in pixels: longer lines are hard to read."""


def page_side(theme: Theme, width: int) -> int:
    """How far a page stands from its edge: little where there is little room."""
    return theme.px("s6") + 4 if width > theme.grown(680) else theme.px("s4")


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
        self._folded: bool | None = None
        self._line = QGridLayout(self)
        self._line.setColumnStretch(1, 1)
        self.themed()

    def link(self, target: str) -> HeaderLink | None:
        """The entry with this target."""
        return self._links.get(target)

    def show_page(self, page: PageView, look: PortalLook) -> None:
        """Show the header of a page; entries that stay are kept, with their focus."""
        self._portal = look
        self._title.set_text(page.header)
        self._person.set_text(page.person)
        wanted = [*page.menu, *([page.sign_out] if page.sign_out else [])]
        if [entry.target for entry in wanted] != list(self._links):
            self._renew(page)
        for entry in wanted:
            link = self._links[entry.target]
            link.set_text(entry.text)
            link.set_here(entry.current)
        for part in (self._title, self._person, *self._links.values()):
            part.set_look(look)
        self._menu.setVisible(bool(page.menu))
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
        QPainter(self).fillRect(self.rect(), self._portal.header)

    def _renew(self, page: PageView) -> None:
        for link in self._links.values():
            link.hide()
            link.setParent(None)
            link.deleteLater()
        self._links = {}
        for entry in page.menu:
            self._entries.addWidget(self._new_link(entry))
        if page.sign_out is not None:
            self._end.addWidget(self._new_link(page.sign_out))

    def _new_link(self, entry: LinkView) -> HeaderLink:
        link = HeaderLink(self._portal, entry.text)
        link.clicked.connect(partial(self._press, entry.target))
        self._links[entry.target] = link
        return link

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))

    def _fold(self) -> None:
        """Menu between name and person; in a row of its own where they do not fit side by side."""
        margins = self._line.contentsMargins()
        needed = self._title.sizeHint().width() + self._person.sizeHint().width()
        needed += sum(link.sizeHint().width() for link in self._links.values())
        room = self.width() - margins.left() - margins.right() - 3 * self._line.horizontalSpacing()
        folded = needed > room
        if folded == self._folded:
            return
        self._folded = folded
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for part in (self._title, self._menu, self._persons):
            self._line.removeWidget(part)
        self._line.addWidget(self._title, 0, 0)
        self._line.addWidget(self._persons, 0, 2)
        if folded:
            self._line.addWidget(self._menu, 1, 0, 1, 3)
        else:
            self._line.addWidget(self._menu, 0, 1, middle)
