# SPDX-License-Identifier: GPL-3.0-or-later
"""The stepping stones over a lesson on the wall: which part is now, how far it is, which part is next."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.tile import draw_tick

_STONE: Final = 30
_NOW: Final = 38
_WATER: Final = 34  # from stone to stone, where there is room


class StoneLine(Themed, QWidget):
    """A stone for every part: ticked, now (larger, numbered), to come; the way to the next one fills."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 1
        self._now = 0
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def now(self) -> int:
        """Which part is now, from 0; the number of parts means all are done."""
        return self._now

    def show_place(self, names: Sequence[str], now: int, share: float, told: str) -> None:
        """Show the parts, which is now, and the share of it (0 to 1) that is behind; `told` says it."""
        self._count = max(len(names), 1)
        self._now = now
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        grown = self.theme().grown
        return QSize(self._count * grown(_STONE) + (self._count - 1) * grown(_WATER) + 12, grown(_NOW) + 8)

    def minimumSizeHint(self) -> QSize:
        grown = self.theme().grown
        return QSize(self._count * grown(_STONE) + (self._count - 1) * 8 + 12, grown(_NOW) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres = self._centres()
        for place in range(self._count - 1):
            self._paint_way(painter, place, centres[place], centres[place + 1])
        for place, centre in enumerate(centres):
            self._paint_stone(painter, place, centre)
        painter.end()

    # internal

    def _centres(self) -> list[QPointF]:
        grown, middle = self.theme().grown, self.height() / 2
        room = min(self.width(), self.sizeHint().width()) - grown(_NOW) - 4
        between = room / max(self._count - 1, 1)
        left = [grown(_NOW) / 2 + 2 + place * between for place in range(self._count)]
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return [QPointF(self.width() - x if mirrored else x, middle) for x in left]

    def _paint_way(self, painter: QPainter, place: int, here: QPointF, there: QPointF) -> None:
        theme = self.theme()
        thick = theme.grown(5)
        behind = 1.0 if place < self._now else self._share if place == self._now else 0.0
        painter.setPen(QPen(theme.colour("track"), thick))
        painter.drawLine(here, there)
        if behind > 0:
            painter.setPen(QPen(theme.colour("pine" if place < self._now else "amber"), thick))
            painter.drawLine(here, here + (there - here) * behind)

    def _paint_stone(self, painter: QPainter, place: int, centre: QPointF) -> None:
        theme = self.theme()
        now = place == self._now
        side = theme.grown(_NOW if now else _STONE)
        box = QRectF(0, 0, side, side * 0.92)
        box.moveCenter(centre)
        if place < self._now:
            spot = QRect(0, 0, side, side)
            spot.moveCenter(centre.toPoint())
            draw_tick(painter, self, spot)
            return
        painter.setPen(QPen(theme.colour("amber" if now else "stone_next_edge"), theme.px("strong_border")))
        painter.setBrush(theme.colour("amber" if now else "stone_next"))
        painter.drawEllipse(box)
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(theme.colour("on_amber" if now else "soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
