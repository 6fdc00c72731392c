# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice phone in its frame: locked, its list of messages, one message with its code."""

import html
import re
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import _, ngettext
from korak.practice import actions as act
from korak.practice.view import PhoneView, SmsView
from korak.ui.practice.chrome import FlatButton
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.text import draw, leading, width

_CODE = re.compile(r"\b(\d[\d ]{2,}\d)\b")
_FRAME = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE


class PhoneFrame(Themed, QWidget):
    """A phone one can press; small beside the browser or large in its place."""

    acted = Signal(object)

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._large = large
        self._view: PhoneView | None = None
        self._targets: dict[str, QWidget] = {}
        self._clock = Label("", "phone-clock")
        self._clock.set_centred(True)
        self._room = QWidget()
        self._lines = QVBoxLayout(self._room)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(self._room)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(2)
        self._back = FlatButton("arrow-left")
        self._back.clicked.connect(partial(self._act, act.CloseMessage()))
        self._balance = QWidget()
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._back)
        top.addWidget(self._clock, 1)
        top.addWidget(self._balance)
        self._whole.addLayout(top)
        self._whole.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring", False)
        self.themed()

    def show_phone(self, view: PhoneView) -> None:
        """Show what the phone shows; it is only drawn again when something changed."""
        if view == self._view:
            return
        self._view = view
        self._draw(view)

    def control(self, target: str) -> QWidget | None:
        """What to point at for a target on the phone."""
        return self._targets.get(target) or (self if target.startswith("phone/") else None)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.setAccessibleName(_("Phone"))
        self._back.set_name(_("All messages"))
        if self._view is not None:
            self._draw(self._view)

    def focus_screen(self) -> None:
        """Put the focus on the screen itself; the next Tab leads to the first thing to press."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(380), 640) if self._large else QSize(theme.grown(300), theme.grown(196))

    def minimumSizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(220), min(theme.grown(150), 260))

    def themed(self) -> None:
        theme = self.theme()
        side = _FRAME + theme.px("s2") + (8 if self._large else 0)
        top = _FRAME + (theme.px("s3") if self._large else 4)
        self._whole.setContentsMargins(side, top, side, _FRAME + theme.px("s2"))
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px("s2"))
        self._balance.setFixedWidth(theme.px("target"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _FRAME / 2
        painter.setPen(QPen(theme.colour("night"), _FRAME))
        painter.setBrush(theme.colour("card"))
        radius = 24 if not self._large else 34
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    # internal

    def _draw(self, view: PhoneView) -> None:
        focused = next((name for name, widget in self._targets.items() if widget.hasFocus()), None)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._targets = {}
        self._clock.setText(view.clock)
        self._back.setVisible(view.open is not None)
        self._balance.setVisible(view.open is not None)
        if view.locked:
            self._draw_locked(view)
        elif view.open is not None:
            self._draw_message(view.open)
        else:
            self._draw_list(view)
        self._lines.addStretch(1)
        if focused is not None:
            self.focus_screen()

    def _draw_locked(self, view: PhoneView) -> None:
        set_role(self._clock, "phone-big-clock")
        if view.unseen:
            text = ngettext("{count} new message", "{count} new messages", view.unseen).format(
                count=view.unseen
            )
            self._lines.addWidget(_Line("message-square", text))
        else:
            self._lines.addWidget(_Line("lock", _("The phone is locked.")))
        self._add("phone/unlock", PhonePress(_("Unlock"), "lock-open"), act.Unlock())

    def _draw_list(self, view: PhoneView) -> None:
        set_role(self._clock, "phone-clock")
        if not view.messages:
            self._lines.addWidget(_Line("inbox", _("No messages")))
        for message in view.messages:
            row = MessageRow(message)
            self._add(f"phone/message/{message.index}", row, act.OpenMessage(message.index))

    def _draw_message(self, message: SmsView) -> None:
        set_role(self._clock, "phone-clock")
        self._lines.addWidget(Bubble(message))
        self._targets["phone/close"] = self._back

    def _add(self, target: str, widget: QAbstractButton, action: act.Action) -> None:
        widget.clicked.connect(partial(self._act, action))
        self._targets[target] = widget
        self._lines.addWidget(widget)

    def _act(self, action: act.Action) -> None:
        self.acted.emit(action)


class PhonePress(Pressable):
    """Something to press on the phone, as wide as its screen."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
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
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.colour("night")
        painter.setBrush(ground.lighter(125) if self.underMouse() or self.isDown() else ground)
        painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), 12, 12)
        ink, font, side = theme.colour("on_night"), theme.font("small", bold=True), theme.grown(18)
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


class _Line(QWidget):
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
