# SPDX-License-Identifier: GPL-3.0-or-later
"""How far one area is: a hatched bar before the course, a solid one after it, in three zones; no numbers."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.assessment.scoring import ALONE_FROM, WITH_HELP_FROM
from korak.ui.theme.theme import Theme, Themed
from korak.ui.widgets.text import draw

ZONES = (0.0, WITH_HELP_FROM, ALONE_FROM, 100.0)  # per cent of an area
_SHORTEST = 8.0  # nothing yet is still a short bar: an empty row would look like a fault


class TwoBars(Themed, QWidget):
    """`set_bars(before, after)` in per cent; None is left out. What it means is its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: float | None = None
        self._after: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, before: float | None, after: float | None) -> None:
        """Show these bars."""
        self._before, self._after = before, after
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(420), self.theme().grown(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(160), self.theme().grown(46))

    def themed(self) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = self.theme(), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(QPen(theme.colour("card"), 4))
        for zone in ZONES[1:-1]:
            x = self._x(zone)
            painter.drawLine(QLineF(x, 0, x, area.height()))
        shown = [one for one in (self._before, self._after) if one is not None]
        if shown:
            self._paint_bars(painter, area, len(shown))
        painter.end()

    def _paint_bars(self, painter: QPainter, area: QRectF, count: int) -> None:
        gap = 4.0
        height = (area.height() - (count + 1) * gap) / count
        if count == 1:
            height = min(height, self.theme().grown(22))
        top = (area.height() - count * height - (count - 1) * gap) / 2
        for percent, solid in ((self._before, False), (self._after, True)):
            if percent is not None:
                paint_bar(painter, self._box(percent, top, height), self.theme(), solid=solid)
                top += height + gap

    def _box(self, percent: float, top: float, height: float) -> QRectF:
        box = QRectF(0, top, max(self.width() * percent / 100, _SHORTEST), height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width())
        return box

    def _x(self, percent: float) -> float:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() * (100 - percent if rtl else percent) / 100


class ZoneNames(Themed, QWidget):
    """The names of the three zones, each above its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Name the zones, the lowest first; a name may have a second line."""
        self._names = names
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = max((name.count("\n") + 1 for name in self._names), default=1)
        return QSize(self.theme().grown(420), self.theme().grown(22) * lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self.theme()
        painter.setFont(theme.font("note"))
        painter.setPen(theme.colour("soft"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if rtl:
            start, end = end, start
        for place, name in enumerate(self._names):
            # The last zone is narrow: its name ends where the bars end.
            ends = place == len(self._names) - 1
            first = self.width() * (ZONES[place] if not ends else 60.0) / 100
            last = self.width() * ZONES[place + 1] / 100
            if rtl:
                first, last = self.width() - last, self.width() - first
            height = self.height() // (name.count("\n") + 1)
            for number, line in enumerate(name.split("\n")):
                box = QRectF(first, number * height, last - first, height).toRect()
                draw(painter, box, (end if ends else start) | Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()


class BarKey(Themed, QWidget):
    """A small bar for the key below: hatched, or solid."""

    def __init__(self, *, solid: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._solid = solid
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(34), self.theme().grown(20))

    def themed(self) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.theme(), solid=self._solid)
        painter.end()


def paint_bar(painter: QPainter, box: QRectF, theme: Theme, *, solid: bool) -> None:
    """Paint one bar: full, or hatched on the card's ground with an edge."""
    pine = theme.colour("pine")
    painter.setPen(Qt.PenStyle.NoPen if solid else QPen(pine, 1.2))
    painter.setBrush(pine if solid else theme.colour("card"))
    painter.drawRoundedRect(box, 4, 4)
    if solid:
        return
    painter.save()
    inside = QPainterPath()
    inside.addRoundedRect(box, 4, 4)
    painter.setClipPath(inside)
    painter.setPen(QPen(pine, 1.4))
    step, x = theme.grown(7), box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()
