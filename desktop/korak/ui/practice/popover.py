# SPDX-License-Identifier: GPL-3.0-or-later
"""A small card over the practice world: a question with two answers, or something to know."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label


class PopOver(Themed, QFrame):
    """A small card over the view, with a close or an answer; Esc puts it away."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "popover")
        self.title = Label("", "lead")
        self.text = Label("", "body")
        self.yes = Button("", "primary")
        self.no = Button("", "secondary")
        self.no.clicked.connect(self.closed)
        row = QWidget()
        flow = FlowLayout(12)
        row.setLayout(flow)
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.text, row):
            self._lines.addWidget(part)
        self.hide()
        self.themed()

    def themed(self) -> None:
        side = self.theme().px("s4")
        self._lines.setContentsMargins(side, side, side, side)
        self._lines.setSpacing(self.theme().px("s3"))

    def open_over(self, ground: QWidget) -> None:
        """Stand in the middle of a widget, with the focus on the safe answer."""
        parent = self.parentWidget()
        width = min(self.theme().grown(480), ground.width() - 48)
        self.setFixedWidth(width)
        self.resize(width, self._lines.heightForWidth(width))
        if parent is not None:
            corner = ground.mapTo(parent, QPoint(0, 0))
            self.move(
                corner.x() + (ground.width() - width) // 2,
                max(corner.y() + 16, corner.y() + (ground.height() - self.height()) // 3),
            )
        self.show()
        self.raise_()
        self.no.setFocus(Qt.FocusReason.PopupFocusReason)
