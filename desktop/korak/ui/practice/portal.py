# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of a portal: colours that are data, and the few widgets that wear them.

A portal's colours come from its author and are no part of the program's theme, so these widgets paint
themselves instead of asking the stylesheet. None of them wears Korak's pine or amber.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.content.portal import Colours, Layout
from korak.ui.theme import icons
from korak.ui.theme.theme import Theme
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.text import draw, longest_word
from korak.ui.widgets.text import height as text_height
from korak.ui.widgets.text import width as text_width

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_READABLE: Final = 4.5
_ON_DARK, _IN_CONTRAST = 6.0, 7.0
"""Contrasts of a portal's letters and edges: on light, on dark ground, and where contrast was asked for."""
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
    tint: QColor
    corner: int = 6
    stripe: bool = False

    @staticmethod
    def of(colours: Colours, theme: Theme, layout: Layout = "top") -> "PortalLook":
        """Take an author's colours; lines and letters on a dark ground become light enough to be read.

        The layout says more than where the menu stands: a plain header is a light one under a stripe, and
        the corners of its buttons are round; those of a portal with its menu at the side are almost square.
        """
        accent = QColor(colours.accent or colours.header)
        on_accent = QColor(colours.on_accent if colours.accent else colours.on_header)
        card = theme.colour("card")
        least = _IN_CONTRAST if theme.name == "contrast" else _ON_DARK if theme.dark else _READABLE
        edge = readable(accent, card, least)
        tint = _mixed(card, edge, 0.14 if theme.dark else 0.07)
        edge = readable(edge, tint, least)  # links stand on it, too
        if layout == "plain":
            ink = readable(QColor(colours.header), card, least)
            return PortalLook(card, ink, accent, on_accent, edge, tint, corner=20, stripe=True)
        corner = 2 if layout == "side" else 6
        return PortalLook(
            QColor(colours.header), QColor(colours.on_header), accent, on_accent, edge, tint, corner=corner
        )


PLAIN = Colours(header="#44525F", on_header="#FFFFFF")
"""What a page wears that belongs to no portal."""


def readable(colour: QColor, ground: QColor, least: float = _READABLE) -> QColor:
    """The colour, made lighter or darker until it can be read on the ground with this contrast (1 to 21)."""
    lighter = ground.lightnessF() < 0.5
    found = QColor(colour)
    for _step in range(20):
        if contrast(found, ground) >= least:
            break
        light = found.lightnessF() + (0.05 if lighter else -0.05)
        vivid = max(found.hslSaturationF(), 0.45) if found.hslSaturationF() > 0.08 else 0.0
        found = QColor.fromHslF(max(found.hslHueF(), 0.0), vivid, min(max(light, 0.0), 1.0))
    return found


def _mixed(ground: QColor, colour: QColor, part: float) -> QColor:
    """A ground with a breath of a colour."""
    return QColor.fromRgbF(
        ground.redF() * (1 - part) + colour.redF() * part,
        ground.greenF() * (1 - part) + colour.greenF() * part,
        ground.blueF() * (1 - part) + colour.blueF() * part,
    )


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

    def lead(self) -> int:
        """What stands before its text: an icon's room, or nothing."""
        return 0

    def sizeHint(self) -> QSize:
        wide = text_width(self.letters(), self.text()) + 2 * self.sides() + self.lead() + 2
        return QSize(max(wide, self.theme().px("target")), self.theme().px("target"))

    def minimumSizeHint(self) -> QSize:
        word = longest_word(self.letters(), self.text()) + 2 * self.sides() + self.lead() + 2
        wide = max(word, self.theme().px("target"))
        return QSize(min(wide, self.sizeHint().width()), self.theme().px("target"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(width - 2 * self.sides() - self.lead(), 1)
        tall = text_height(self.letters(), room, self.text())
        return max(self.theme().px("target"), tall + 2 * self.theme().px("s2"))

    def paint_text(self, painter: QPainter, colour: QColor, align: Qt.AlignmentFlag) -> None:
        """Draw the text inside its sides."""
        painter.setFont(self.letters())
        painter.setPen(colour)
        room = self.rect().adjusted(self.sides() + self.lead(), 0, -self.sides(), 0)
        draw(painter, room, align | _MIDDLE, self.text())


class PortalButton(PortalPress):
    """A button of a portal: filled in its accent, or only edged."""

    def __init__(self, look: PortalLook, text: str = "", *, main: bool = True, icon: str = "") -> None:
        super().__init__(look, text)
        self._main = main
        self._icon = icon

    def letters(self) -> QFont:
        return self.theme().font("body", bold=True)

    def sides(self) -> int:
        return self.theme().px("s4")

    def lead(self) -> int:
        return self.theme().grown(20) + 10 if self._icon else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge = self._colours()
        painter.setPen(QPen(edge, 2))
        painter.setBrush(ground)
        radius = self._portal.corner
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        if self._icon:
            side = self.theme().grown(20)
            pixmap = icons.icon_pixmap(self._icon, ink, side, ratio=self.devicePixelRatioF())
            painter.drawPixmap(self.sides(), (self.height() - side) // 2, pixmap)
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
