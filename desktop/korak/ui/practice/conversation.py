# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversation on a portal's page: one's own messages at one side, the answers at the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.practice.view import BlockView, BubbleView
from korak.ui.practice import portal_words
from korak.ui.practice.block import BlockBox, clear, column
from korak.ui.practice.table import EmptyLine
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label


class ThreadBox(BlockBox):
    """What one sent and what came back, oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str, tuple[BubbleView, ...]] | None = None
        self._lines = column(self, 8)

    def show_view(self, view: BlockView) -> None:
        wanted = (view.text, view.help, view.bubbles)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._lines)
        if not view.bubbles and view.text:
            self._lines.addWidget(EmptyLine("message-square", view.text))
        who = getattr(view.block, "with_", "")
        for bubble in view.bubbles:
            self._lines.addWidget(_Side(bubble, who))


class _Side(QWidget):
    """A message at its side of the page."""

    def __init__(self, view: BubbleView, who: str) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        bubble = _Bubble(view, portal_words.YOU if view.own else who)
        if view.own:
            across.addStretch(1)
            across.addWidget(bubble, 4)
        else:
            across.addWidget(bubble, 4)
            across.addStretch(1)


class _Bubble(Themed, QWidget):
    """One message: who, when, what."""

    def __init__(self, view: BubbleView, who: str) -> None:
        super().__init__()
        self._own = view.own
        name, clock = Label(who, "portal-label"), Label(view.clock, "portal-help")
        if not who:
            name.hide()
        clock.setWordWrap(False)
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(clock, 0, Qt.AlignmentFlag.AlignRight)
        text = Label(view.text, "portal-text")
        text.setAccessibleName(f"{who}, {view.clock}: {view.text}")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 8, 14, 10)
        lines.setSpacing(2)
        lines.addLayout(top)
        lines.addWidget(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("sky_line" if self._own else "line"))
        painter.setBrush(theme.colour("sky_ground" if self._own else "hover"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 12, 12)
