# SPDX-License-Identifier: GPL-3.0-or-later
"""A dialog with a heading, a body that scrolls, a line for what is wrong, and buttons at the foot."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.services.faults import ServiceFault
from korak.ui.announce import announce
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for

T = TypeVar("T")


class Form(QDialog):
    """What is asked stands in `body`; `try_to` does something and says why it could not be done."""

    def __init__(self, title: str, note: str, parent: QWidget, size: tuple[int, int] = (640, 520)) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.heading = Label(title, "heading")
        self.note = Label(note, "soft")
        if not note:
            self.note.hide()  # never shown before it has a parent: it would be a window of its own
        self.said = Label("", "attention")
        self.said.hide()
        self._ring = FocusRing(self)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(32, 4, 32, 8)
        self.body.setSpacing(16)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(32, 0, 32, 0)
        self.foot.setSpacing(12)
        self.foot.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(32, 0, 32, 0)
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.note)
        below = QVBoxLayout()
        below.setContentsMargins(32, 0, 32, 0)
        below.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(Scroller(content), 1)
        column.addLayout(below)
        column.addLayout(self.foot)
        width, height = size
        self.resize(min(width, max(parent.window().width() - 40, 480)), height)

    def button(self, text: str, do: Callable[[], object], role: str = "secondary") -> Button:
        """Put a button at the foot."""
        made = Button(text, role)
        made.clicked.connect(do)
        made.setDefault(role == "primary")
        made.setAutoDefault(False)
        self.foot.addWidget(made)
        return made

    @staticmethod
    def column_of(widget: QWidget) -> QVBoxLayout:
        """A column without margins within a widget of the body."""
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        return column

    def refuse(self, sentence: str) -> None:
        """Say why something could not be done."""
        self.said.set_role("attention")
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        announce(self.said, sentence)

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self.said.set_role("soft")
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        announce(self.said, sentence)

    def try_to(self, work: Callable[[], T]) -> T | None:
        """Do something; say in words why it could not be done, and return None."""
        try:
            return work()
        except ServiceFault as fault:
            words = words_for(fault)
            self.refuse(f"{words.happened} {words.todo}")
            return None
