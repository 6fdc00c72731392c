# SPDX-License-Identifier: GPL-3.0-or-later
"""A page with one narrow column in its middle, for forms and single questions; it scrolls when it must."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.scroll import Scroller


class Middle(Themed, QWidget):
    """Fill `column`; it is as wide as `width` pixels at 100 % and keeps to the middle."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(48, 32, 48, 32)
        row.addStretch(1)
        row.addWidget(self._inner, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self.themed()

    def themed(self) -> None:
        """Grow with the text."""
        self._inner.setMaximumWidth(self.theme().grown(self._width))
