# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the phone's screen: things to press, messages in a list, one message in full."""

import html
import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from korak.i18n import _
from korak.practice.view import SmsView
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.text import draw, leading, width

_CODE = re.compile(r"\b(\d[\d ]{2,}\d)\b")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE


_GROUNDS = {"night": "night", "plain": "card", "yes": "sky", "no": "clay"}


class PhonePress(Pressable):
    """Something to press on the phone, as wide as its screen."""

    def __init__(self, text: str, icon: str, *, tone: str = "night") -> None:
        super().__init__()
        self._icon = icon
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("ringRadius", 12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        wide = width(theme.font("small", bold=True), self.text())
        return QSize(wide + theme.grown(60), theme.px("target"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.isDown()
        plain = self._tone == "plain"
        ground = theme.colour(_GROUNDS[self._tone])
        painter.setPen(QPen(theme.colour("edge"), 1) if plain else QPen(Qt.PenStyle.NoPen))
        lively = theme.colour("hover") if plain else ground.lighter(118)
        painter.setBrush(lively if active else ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 12, 12)
        ink = theme.colour("ink" if plain else "on_night" if self._tone == "night" else "card")
        font, side = theme.font("small", bold=True), theme.grown(18)
        wide = width(font, self.text()) + 4
        start = (self.width() - wide - side - 8) // 2
        direction = self.layoutDirection()
        mirrored = direction == Qt.LayoutDirection.RightToLeft
        box = QStyle.visualRect(direction, self.rect(), QRect(start, (self.height() - side) // 2, side, side))
        pixmap = icons.icon_pixmap(self._icon, ink, side, ratio=self.devicePixelRatioF(), mirrored=mirrored)
        painter.drawPixmap(box.topLeft(), pixmap)
        painter.setPen(ink)
        painter.setFont(font)
        room = QRect(start + side + 8, 0, wide, self.height())
        draw(painter, QStyle.visualRect(direction, self.rect(), room), leading(direction), self.text())


class MessageRow(Pressable):
    """A message in the list: who sent it, when, how it begins; a dot says that it is new."""

    def __init__(self, message: SmsView) -> None:
        super().__init__()
        self._message = message
        self.setText(message.sender)
        self.setProperty("ringRadius", 12)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        new = "" if message.seen else _("new message")
        self.setAccessibleName(", ".join(part for part in (message.sender, message.clock, new) if part))

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(240), theme.grown(62))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.isDown()
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("hover" if active or self._message.seen else "sky_ground"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 12, 12)
        side = theme.px("s3")
        room = self.rect().adjusted(side, theme.px("s2"), -side, -theme.px("s2"))
        if not self._message.seen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sky"))
            painter.drawEllipse(QRectF(room.left(), self.height() / 2 - 5, 10, 10))
            room.setLeft(room.left() + 20)
        half = room.height() // 2
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small", bold=not self._message.seen))
        upper = room.adjusted(0, 0, 0, -half)
        draw(painter, upper, _LEFT, self.text())
        painter.setFont(theme.font("note", bold=False))
        painter.setPen(theme.colour("soft"))
        draw(painter, upper, _RIGHT, self._message.clock)
        lower = room.adjusted(0, half, 0, 0)
        text = self._message.text.replace("\n", " ")
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, lower.width())
        draw(painter, lower, _LEFT, text)


class Bubble(Themed, QWidget):
    """One message in full, its code larger than the rest; Slovenian, and left to right, in every language."""

    def __init__(self, message: SmsView) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._sender = Label(message.sender, "portal-strong")
        self._text = QLabel()
        self._text.setProperty("role", "portal-text")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setText(_with_code(message.text))
        self._text.setAccessibleName(message.text)
        clock = Label(message.clock, "portal-help")
        clock.setWordWrap(False)
        top = QHBoxLayout()
        top.addWidget(self._sender, 1)
        top.addWidget(clock)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 10, 14, 12)
        lines.setSpacing(2)
        lines.addLayout(top)
        lines.addWidget(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sky_ground"))
        painter.drawRoundedRect(self.rect(), 14, 14)


class QuietLine(QWidget):
    """A quiet line with an icon."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        picture = Picture("", 22)
        picture.set_icon(icon, "soft")
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 4, 8, 4)
        across.setSpacing(10)
        across.addStretch(1)
        across.addWidget(picture)
        label = Label(text, "portal-text")
        across.addWidget(label)
        across.addStretch(1)


def _with_code(text: str) -> str:
    """The text as it is, with long numbers in bold."""
    safe = html.escape(text).replace("\n", "<br>")
    return _CODE.sub(r'<b style="letter-spacing:2px">\1</b>', safe)
