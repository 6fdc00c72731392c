# SPDX-License-Identifier: GPL-3.0-or-later
"""Things side by side that move below each other where there is little room, or where letters are large."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label

_ACROSS, _DOWN, _UP = (
    QBoxLayout.Direction.LeftToRight,
    QBoxLayout.Direction.TopToBottom,
    QBoxLayout.Direction.BottomToTop,
)


class Fold(Themed, QWidget):
    """Fill `row`; it stands on end when narrower than `least` pixels at 100 %, the last first if asked."""

    folded = Signal(bool)

    def __init__(self, least: int, *, last_first: bool = False) -> None:
        super().__init__()
        self._least = least
        self._standing = _UP if last_first else _DOWN
        self.row = QBoxLayout(_ACROSS, self)
        self.row.setContentsMargins(0, 0, 0, 0)

    @property
    def is_folded(self) -> bool:
        """Whether things stand below each other now."""
        return self.row.direction() != _ACROSS

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold, or unfold."""
        super().resizeEvent(event)
        self._look_at_width()

    def themed(self) -> None:
        """Larger letters need more room."""
        self._look_at_width()

    def _look_at_width(self) -> None:
        narrow = self.width() < self.theme().grown(self._least)
        if narrow != self.is_folded:
            self.row.setDirection(self._standing if narrow else _ACROSS)
            self.folded.emit(narrow)


_NO_LIMIT = 16_777_215
_STRIP_SHARE = 0.26


def fit_strip(panel: QWidget, content: Fold, room: QWidget) -> None:
    """Above the text a picture is only a strip of its room: the text must be seen without scrolling."""
    strip = min(content.theme().px("s6") * 4, round(room.height() * _STRIP_SHARE))
    panel.setMaximumHeight(max(strip, content.theme().px("s6")) if content.is_folded else _NO_LIMIT)


class Headline(Fold):
    """The head of a page: its title, a quiet line below, and what can be done at the far side."""

    def __init__(self, least: int = 760) -> None:
        super().__init__(least)
        self.title = Label(role="title")
        self.note = Label(role="soft")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        self._acts = QWidget()
        self._acts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(12)
        self._acts.setLayout(self._flow)
        self.row.setSpacing(12)
        self.row.addLayout(words, 1)
        self.row.addWidget(self._acts)

    def add(self, widget: QWidget) -> None:
        """Put something at the far side."""
        self._flow.addWidget(widget)
