# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice phone in its frame: small beside the browser, or large in its place."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import _
from korak.practice import actions as act
from korak.practice.view import PhoneView
from korak.ui.practice.block import clear
from korak.ui.practice.chrome import FlatButton
from korak.ui.practice.phone_screens import Item, Screen, screen_of
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.labels import Label

_FRAME = 8


class PhoneFrame(Themed, QWidget):
    """A phone one can press; small beside the browser or large in its place."""

    acted = Signal(object)
    hears = Signal(str)

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._large = large
        self._view: PhoneView | None = None
        self._screen: Screen | None = None
        self._papers = False
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
        self._back.clicked.connect(self._go_back)
        self._speak = FlatButton("volume-2")
        self._speak.clicked.connect(self._say)
        self._balance = QWidget()
        balance = QHBoxLayout(self._balance)
        balance.setContentsMargins(0, 0, 0, 0)
        balance.addWidget(self._speak)
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

    @property
    def busy(self) -> bool:
        """Whether it shows something that wants more room than a list: a call, a request, the camera."""
        return self._screen is not None and self._screen.busy

    def show_phone(self, view: PhoneView, *, papers: bool = False) -> None:
        """Show what the phone shows; it is only drawn again when something changed.

        ``papers`` says whether there is something to photograph.
        """
        if view == self._view and papers == self._papers:
            return
        self._view, self._papers = view, papers
        self._draw(view)

    def control(self, target: str) -> QWidget | None:
        """What to point at for a target on the phone."""
        return self._targets.get(target) or (self if target.startswith("phone/") else None)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.setAccessibleName(_("Phone"))
        self._back.set_name(_("Back"))
        self._speak.set_name(_("Listen"))
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
        clear(self._lines)
        self._targets = {}
        self._screen = screen = screen_of(view, self.theme(), papers=self._papers)
        self._clock.setText(view.clock)
        set_role(self._clock, "phone-big-clock" if screen.big_clock else "phone-clock")
        self._back.setVisible(screen.back is not None)
        self._balance.setVisible(screen.back is not None or bool(screen.speaks))
        self._speak.setVisible(bool(screen.speaks))
        if screen.back is not None:
            self._targets[screen.back[0]] = self._back
        for item in screen.items:
            self._add(item)
        self._lines.addStretch(1)
        if focused is not None:
            again = self._targets.get(focused)
            if again is None:
                self.focus_screen()
            else:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, item: Item) -> None:
        button = item.button
        if button is not None and item.action is not None:
            button.clicked.connect(partial(self._act, item.action))
            self._targets[item.target] = button
        self._lines.addWidget(item.widget)

    def _go_back(self) -> None:
        if self._screen is not None and self._screen.back is not None:
            self._act(self._screen.back[1])

    def _say(self) -> None:
        if self._screen is not None:
            self.hears.emit(self._screen.speaks)

    def _act(self, action: act.Action) -> None:
        self.acted.emit(action)
