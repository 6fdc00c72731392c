# SPDX-License-Identifier: GPL-3.0-or-later
"""The signing window over a portal's page: what is signed, to be read first; the code; the signature."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from korak.practice.actions import Fill, Press
from korak.practice.view import SigningView
from korak.ui.practice import portal_words
from korak.ui.practice.field import FaultLine
from korak.ui.practice.paper import Paper
from korak.ui.practice.portal import PortalButton, PortalLook
from korak.ui.practice.structure import Pairs
from korak.ui.practice.typed import PAUSE
from korak.ui.theme.theme import Themed, set_property, set_role
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

_PARTS: Final = ("read", "send", "confirm", "cancel")


class SigningWindow(Themed, QFrame):
    """The window: a document or a summary to read, and the steps below it."""

    acted = Signal(object)

    def __init__(self, parent: QWidget, look: PortalLook) -> None:
        super().__init__(parent)
        set_role(self, "popover")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._view: SigningView | None = None
        self._sent = ""
        self._title = Label(portal_words.SIGNING, "portal-section")
        self._remark = Label(portal_words.READ_FIRST, "portal-text")
        self._mark = Picture("", 22)
        self._sheet, self._pairs = Paper(), Pairs()
        self._buttons = {
            "read": PortalButton(look, portal_words.READ, main=True),
            "send": PortalButton(look, portal_words.SEND_CODE, main=False),
            "confirm": PortalButton(look, portal_words.SIGN, main=True),
            "cancel": PortalButton(look, portal_words.CANCEL, main=False),
        }
        for name in _PARTS:
            self._buttons[name].clicked.connect(partial(self._press, name))
        self._code_label, self.code, self._fault = (
            Label(portal_words.CODE, "portal-label"),
            LineEdit(),
            FaultLine(),
        )
        self._told = Label(portal_words.CODE_SENT, "portal-help")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        self.code.textChanged.connect(self._typed)
        self.code.returnPressed.connect(partial(self._press, "confirm"))
        self._lay_out()
        self.hide()

    def show_signing(self, view: SigningView, look: PortalLook) -> None:
        """Show the window as it is now."""
        first = self._view is None or self._view.target != view.target
        self._view = view
        if view.document is not None:
            self._sheet.show_paper(view.document)
        self._pairs.set_pairs(view.summary)
        self._sheet.setVisible(view.document is not None)
        self._pairs.setVisible(bool(view.summary))
        self._remark.setText(portal_words.IS_READ if view.read else portal_words.READ_FIRST)
        self._mark.set_icon("circle-check" if view.read else "info", "moss" if view.read else "sky")
        self._buttons["read"].setVisible(not view.read)
        self._buttons["send"].setVisible(view.needs_code)
        asks = view.needs_code and view.sent
        for part in (self._code_label, self.code, self._told):
            part.setVisible(asks)
        self._follow_code(view)
        for button in self._buttons.values():
            button.set_look(look)
        self._fit()
        if first:
            self._scroll.verticalScrollBar().setValue(0)

    def put_away(self) -> None:
        """Close the window."""
        self._pause.stop()
        self._view = None
        self._sent = ""
        self.code.clear()
        self._pause.stop()
        self.hide()

    def part(self, target: str) -> QWidget | None:
        """What stands for a target of the window."""
        if self._view is None or not target.startswith(f"{self._view.target}/"):
            return None
        name = target.removeprefix(f"{self._view.target}/")
        return self.code if name == "code" else self._buttons.get(name)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self._pause.stop()
        if self._view is not None and self.code.text() != self._sent:
            self._sent = self.code.text()
            self.acted.emit(Fill(f"{self._view.target}/code", self._sent))

    def focus_first(self) -> None:
        """Put the focus on the next thing to do."""
        for name in ("read", "send", "confirm"):
            if not self._buttons[name].isHidden():
                self._buttons[name].setFocus(Qt.FocusReason.PopupFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc signs nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self._press("cancel")
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.code.setProperty("world", True)
        self.code.setProperty("code", True)
        self.code.setProperty("ringRadius", 6)
        self.code.setMaximumWidth(240)
        self.code.setAccessibleName(portal_words.CODE)
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        room = QWidget()
        inside = QVBoxLayout(room)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(10)
        inside.addWidget(self._sheet)
        inside.addWidget(self._pairs)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(portal_words.READ)
        self._scroll.setWidget(room)
        remark = QHBoxLayout()
        remark.setSpacing(10)
        remark.addWidget(self._mark)
        remark.addWidget(self._remark, 1)
        buttons = QWidget()
        flow = FlowLayout(10)
        buttons.setLayout(flow)
        for name in ("cancel", "read", "send", "confirm"):
            flow.addWidget(self._buttons[name])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 16, 22, 18)
        lines.setSpacing(8)
        lines.addWidget(self._title)
        lines.addWidget(self._scroll, 1)
        self._steps = QWidget()
        below = QVBoxLayout(self._steps)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(remark)
        for part in (self._told, self._code_label, self.code, self._fault):
            below.addWidget(part)
        below.addSpacing(8)
        below.addWidget(buttons)
        self._inside, self._lines = inside, lines
        lines.addWidget(self._steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the steps scroll with the document where there is no room for both: none may be cut off."""
        margins = self._lines.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        needed = self._steps.heightForWidth(width) + self._title.sizeHint().height()
        cramped = needed + self.theme().grown(120) > self.height() - margins.top() - margins.bottom()
        inside = self._inside.indexOf(self._steps) >= 0
        if cramped == inside:
            return
        if cramped:
            self._inside.insertWidget(2, self._steps)
        else:
            self._lines.addWidget(self._steps)

    def _follow_code(self, view: SigningView) -> None:
        if not self._pause.isActive():
            self._sent = view.code
            if self.code.text() != view.code:
                self.code.blockSignals(True)
                self.code.setText(view.code)
                self.code.blockSignals(False)
        said = portal_words.portals_words(view.message)
        self._fault.say(said)
        set_property(self.code, "state", "attention" if said else "")
        self.code.setAccessibleDescription(said)

    def _typed(self) -> None:
        self._pause.start()

    def _press(self, name: str) -> None:
        if self._view is not None:
            target = self._view.target
            self.flush()
            self.acted.emit(Press(f"{target}/{name}"))
