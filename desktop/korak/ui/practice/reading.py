# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks to be read: headings, paragraphs, notices, lists, what the portal keeps."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from korak.practice.view import BlockView, RowView
from korak.ui.practice.block import BlockBox, clear, column
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label

_TONES: Final = {
    # tone: (ground, edge and icon in light; the same in dark; icon)
    "info": ("#E8F0F8", "#2B62A0", "#1B2A38", "#8DBDF0", "info"),
    "warning": ("#F3EDF9", "#6A3FA0", "#2B2338", "#C9AEF2", "triangle-alert"),
    "done": ("#E9F5E1", "#3E7412", "#22301A", "#A5D77E", "circle-check"),
}


class WordsBox(BlockBox):
    """A heading or a paragraph."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._label = Label("", role)
        column(self).addWidget(self._label)

    def show_view(self, view: BlockView) -> None:
        if view.text != self._label.text():
            self._label.setText(view.text)


class NoticeBox(Themed, BlockBox):
    """A paragraph in a frame, with an icon for its tone."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self._label = Label("", "portal-text")
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._label, 1)
        self.themed()

    def show_view(self, view: BlockView) -> None:
        self.set_text(view.text)

    def set_text(self, text: str) -> None:
        """Show a text."""
        self._label.setText(text)

    @property
    def icon(self) -> str:
        """The icon that stands for its tone."""
        return _TONES[self._tone][4]

    def set_tone(self, tone: str) -> None:
        """Say it in another tone."""
        self._tone = tone
        self.update()

    def themed(self) -> None:
        theme = self.theme()
        around = theme.px("s3")
        self._line.setContentsMargins(around * 2 + theme.px("icon"), around, around, around)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        light_ground, light_edge, dark_ground, dark_edge, _icon = _TONES[self._tone]
        ground = QColor(dark_ground if theme.dark else light_ground)
        edge = QColor(dark_edge if theme.dark else light_edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(ground)
        radius = theme.px("portal_radius")
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        side = theme.px("icon")
        pixmap = icons.icon_pixmap(self.icon, edge, side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(theme.px("s3"), theme.px("s3") + 2, pixmap)


class ListBox(BlockBox):
    """A list of short lines with dots."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[str, ...] = ()
        self._lines = column(self, 6)

    def show_view(self, view: BlockView) -> None:
        if view.items == self._items:
            return
        self._items = view.items
        clear(self._lines)
        for item in view.items:
            line = QWidget()
            across = QHBoxLayout(line)
            across.setContentsMargins(8, 0, 0, 0)
            dot = Label("•", "portal-text")
            dot.setWordWrap(False)
            across.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(Label(item, "portal-text"), 1)
            self._lines.addWidget(line)


class RowsBox(BlockBox):
    """What the portal keeps: records, newest first, or a word that there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, tuple[RowView, ...]] | None = None
        self._lines = column(self, 8)

    def show_view(self, view: BlockView) -> None:
        if self._shown == (view.text, view.rows):
            return
        self._shown = (view.text, view.rows)
        clear(self._lines)
        if not view.rows and view.text:
            self._lines.addWidget(Label(view.text, "portal-text"))
        for row in view.rows:
            self._lines.addWidget(self._row(row))

    def _row(self, row: RowView) -> QWidget:
        card = QFrame()
        card.setProperty("role", "portal-row")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(16, 10, 16, 10)
        lines.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(Label(row.title, "portal-strong"), 1)
        clock = Label(row.clock, "portal-help")
        clock.setWordWrap(False)
        top.addWidget(clock)
        lines.addLayout(top)
        for text in row.lines:
            lines.addWidget(Label(text, "portal-text"))
        return card
