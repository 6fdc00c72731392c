# SPDX-License-Identifier: GPL-3.0-or-later
"""The phone's screens: locked, messages and contacts, one message, a call, a request, the camera."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.i18n import _, ngettext
from korak.practice import actions as act
from korak.practice.view import AskView, CallView, CameraView, LinkView, PhoneView, SmsView
from korak.ui.practice.phone_parts import Bubble, MessageRow, PhonePress, QuietLine
from korak.ui.practice.portal import PLAIN, PortalButton, PortalLink, PortalLook
from korak.ui.theme import icons
from korak.ui.theme.theme import Theme, Themed
from korak.ui.widgets.labels import Label

HOME: Final = act.Press("phone/home")


@dataclass(frozen=True, slots=True)
class Item:
    """Something on the screen; what can be pressed has a target, and the action it stands for."""

    widget: QWidget
    target: str = ""
    action: act.Action | None = None
    press: QAbstractButton | None = None

    @property
    def button(self) -> QAbstractButton | None:
        """What is pressed: the widget itself, or a part of it."""
        return self.press or (self.widget if isinstance(self.widget, QAbstractButton) else None)


@dataclass(frozen=True, slots=True)
class Screen:
    """What the phone shows: its items, where its arrow leads, and what can be heard."""

    items: tuple[Item, ...]
    back: tuple[str, act.Action] | None = None
    big_clock: bool = False
    speaks: str = ""
    busy: bool = field(default=False)


def screen_of(view: PhoneView, theme: Theme, *, papers: bool) -> Screen:
    """The screen in front: a call lies over everything, the camera and a request over the messages."""
    if view.call is not None:
        return _call(view.call, theme)
    if view.locked:
        return Screen(tuple(_locked(view)), big_clock=True)
    if view.camera is not None:
        return _camera(view.camera)
    if view.ask is not None:
        return _ask(view.ask)
    if view.open is not None:
        return _message(view.open, theme)
    return Screen(tuple(_home(view, papers=papers)))


def _locked(view: PhoneView) -> Iterator[Item]:
    if view.unseen:
        text = ngettext("{count} new message", "{count} new messages", view.unseen)
        yield Item(QuietLine("message-square", text.format(count=view.unseen)))
    else:
        yield Item(QuietLine("lock", _("The phone is locked.")))
    yield Item(PhonePress(_("Unlock"), "lock-open"), "phone/unlock", act.Unlock())


def _home(view: PhoneView, *, papers: bool) -> Iterator[Item]:
    if not view.messages:
        yield Item(QuietLine("inbox", _("No messages")))
    for message in view.messages:
        action = act.OpenMessage(message.index)
        yield Item(MessageRow(message), f"phone/message/{message.index}", action)
    for contact in view.contacts:
        text = _("Call {name}").format(name=contact.text)
        yield _pressed(PhonePress(text, "phone", tone="plain"), contact.target)
    if papers:
        yield _pressed(PhonePress(_("Camera"), "camera", tone="plain"), "phone/camera")


def _message(message: SmsView, theme: Theme) -> Screen:
    items = [Item(Bubble(message))]
    if message.link:
        items.append(_pressed(_link(message.link, theme), "phone/link"))
    delete = PhonePress(_("Delete the message"), "trash-2", tone="plain")
    items.append(_pressed(delete, "phone/delete"))
    return Screen(tuple(items), back=("phone/close", act.CloseMessage()))


def _call(call: CallView, theme: Theme) -> Screen:
    items = [Item(_Caller(call.name, call.number, ringing=call.ringing))]
    if call.ringing:
        items.append(_pressed(PhonePress(_("Answer"), "phone", tone="yes"), "phone/call/answer"))
        items.append(_pressed(PhonePress(_("Decline"), "x", tone="no"), "phone/call/decline"))
        return Screen(tuple(items), busy=True)
    items.append(Item(_Speech(call.says)))
    items += [_pressed(_choice(choice, theme), choice.target) for choice in call.choices]
    items.append(_pressed(PhonePress(_("Hang up"), "x", tone="no"), "phone/call/hang-up"))
    return Screen(tuple(items), speaks=call.says, busy=True)


def _ask(ask: AskView) -> Screen:
    words = Label(ask.text, "portal-text")
    words.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    number = Label(ask.number, "code")
    number.set_centred(True)
    number.setAccessibleName(_("Number {number}").format(number=ask.number))
    items = [
        Item(QuietLine("shield-check", _("Confirm it is you"))),
        Item(words),
        Item(number),
        _pressed(PhonePress(_("Confirm"), "check", tone="yes"), "phone/confirm/approve"),
        _pressed(PhonePress(_("Refuse"), "x", tone="no"), "phone/confirm/decline"),
    ]
    return Screen(tuple(items), speaks=ask.text, busy=True)


def _camera(camera: CameraView) -> Screen:
    hint = _("Which code do you photograph?") if camera.scans else _("What do you photograph?")
    items = [Item(_Finder()), Item(Label(hint, "portal-label"))]
    if not camera.papers:
        items.append(Item(QuietLine("file-text", _("There is no paper on the table."))))
    items += [
        _pressed(PhonePress(paper.text, "camera", tone="plain"), paper.target) for paper in camera.papers
    ]
    return Screen(tuple(items), back=("phone/camera/close", act.Press("phone/camera/close")), busy=True)


def _pressed(widget: QAbstractButton, target: str) -> Item:
    return Item(widget, target, act.Press(target))


def _choice(choice: LinkView, theme: Theme) -> PortalButton:
    button = PortalButton(PortalLook.of(PLAIN, theme), choice.text, main=False)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return button


def _link(address: str, theme: Theme) -> PortalLink:
    link = PortalLink(PortalLook.of(PLAIN, theme), address)
    link.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return link


class _Caller(Themed, QWidget):
    """Who calls, as the phone knows it."""

    def __init__(self, name: str, number: str, *, ringing: bool) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(2)
        state = Label(_("The phone rings.") if ringing else _("You are on the phone."), "portal-help")
        who, digits = Label(name, "portal-section"), Label(number, "portal-label")
        for label in (state, who, digits):
            label.set_centred(True)
            lines.addWidget(label)
        if not number:
            digits.hide()


class _Speech(Themed, QWidget):
    """What the other one says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        words = Label(text, "portal-text")
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 10, 14, 10)
        across.addWidget(words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sky_ground"))
        painter.drawRoundedRect(self.rect(), 14, 14)


class _Finder(Themed, QWidget):
    """The camera's view: a dark ground with four corners."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(200), theme.grown(84))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("night"))
        painter.drawRoundedRect(self.rect(), 10, 10)
        side = theme.grown(40)
        pixmap = icons.icon_pixmap("qr-code", theme.colour("on_night"), side, ratio=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, pixmap)
