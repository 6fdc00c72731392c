# SPDX-License-Identifier: GPL-3.0-or-later
"""A square code as papers carry it: drawn to be recognised by the eye, read by the practice camera only.

No telephone can read it, on purpose: the modules are a pattern made from a name, not data.
"""

import hashlib
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.theme.theme import Themed

_SIDE: Final = 29
_FINDER: Final = 7
_QUIET: Final = 2


def modules(name: str) -> Iterator[tuple[int, int]]:
    """The dark squares of the code for a name, column and row from 0 to 28; the same for the same name."""
    bits = b"".join(hashlib.sha256(f"{name} {part}".encode()).digest() for part in range(4))
    for number in range(_SIDE * _SIDE):
        column, row = number % _SIDE, number // _SIDE
        finder = _in_finder(column, row)
        dark = bool(bits[number // 8] >> (number % 8) & 1) if finder is None else finder
        if dark:
            yield column, row


def _in_finder(column: int, row: int) -> bool | None:
    """Dark or light inside the three large corner squares; None outside them."""
    far = _SIDE - _FINDER
    for left, top in ((0, 0), (far, 0), (0, far)):
        x, y = column - left, row - top
        if -1 <= x <= _FINDER and -1 <= y <= _FINDER:
            ring = max(abs(x - _FINDER // 2), abs(y - _FINDER // 2))
            return ring in {0, 1, 3}
    return None


class QrCode(Themed, QWidget):
    """A square code on its white ground; its name says to a reader what it is."""

    def __init__(self, name: str, side: int = 132) -> None:
        super().__init__()
        self._name = name
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Koda QR")

    def sizeHint(self) -> QSize:
        side = self.theme().grown(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        step = self.width() / (_SIDE + 2 * _QUIET)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#101414"))
        for column, row in modules(self._name):
            corner = QPoint(column + _QUIET, row + _QUIET)
            painter.drawRect(QRectF(corner.x() * step, corner.y() * step, step + 0.4, step + 0.4))
