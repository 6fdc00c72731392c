# SPDX-License-Identifier: GPL-3.0-or-later
"""One row of a table: painted as one widget, pressed as one, stacked where there is little room."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from korak.ui.practice.portal import PortalLook
from korak.ui.widgets.buttons import Pressable

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_LEFT: Final = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
)
STACKED: Final = 430
"""Pixels at 100 % below which the cells of a row stand below each other."""


def columns(widths: Sequence[int], room: int, gap: int) -> tuple[int, ...]:
    """Widths of columns that fill the room: each its share of what it would like, none too narrow."""
    free = max(room - gap * (len(widths) - 1), len(widths))
    least = free // (len(widths) * 2)
    wanted = [max(width, least) for width in widths]
    whole = sum(wanted)
    given = [max(1, width * free // whole) for width in wanted]
    given[-1] += free - sum(given)
    return tuple(given)


class Row(Pressable):
    """A row of cells; one that can be pressed is a button, the others are only looked at."""

    def __init__(self, look: PortalLook, *, mark: str = "") -> None:
        super().__init__()
        self._portal = look
        self._mark = mark
        self._cells: tuple[str, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._wanted: tuple[int, ...] = ()
        self._closed = False
        self._note = ""
        self._pressed_for = False
        self._head = False
        self._known: dict[tuple[int, bool], list[QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", 4)

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.update()

    def set_cells(self, heads: Sequence[str], cells: Sequence[str], wanted: Sequence[int]) -> None:
        """Show these cells under these heads; ``wanted`` are the widths their columns would like."""
        now = (tuple(heads), tuple(cells), tuple(wanted))
        if now == (self._heads, self._cells, self._wanted):
            return
        self._heads, self._cells, self._wanted = now
        self._known = {}
        self._name()
        self.updateGeometry()
        self.update()

    def set_head(self, *, head: bool) -> None:
        """Make it the row of the columns' names."""
        self._head = head

    def set_press(self, *, on: bool, closed: bool = False, note: str = "") -> None:
        """Let it be pressed, or not; a closed row is grey, and its note says why."""
        self._pressed_for, self._closed, self._note = on and not closed, closed, note
        self.setEnabled(not closed)
        active = self._pressed_for
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if active else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not active)
        self._name()
        self.update()

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self.theme()
        pad = theme.px("s2")
        tall = max((room.height() for room in self._rooms(width)), default=0)
        if self._stacked(width):
            tall = sum(room.height() + 2 for room in self._rooms(width))
        least = theme.px("target") if self._pressed_for or self._mark else theme.grown(36)
        return max(tall + 2 * pad, least)

    def sizeHint(self) -> QSize:
        width = sum(self._wanted) + self._side(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(140), self.theme().grown(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or (self._pressed_for and (self.underMouse() or self.isDown())):
            painter.fillRect(self.rect(), theme.colour("sky_ground" if chosen else "hover"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._mark:
            self._paint_mark(painter)
        self._paint_cells(painter)

    # internal

    def _paint_cells(self, painter: QPainter) -> None:
        theme = self.theme()
        stacked = self._stacked(self.width())
        ink = theme.colour("off" if self._closed else "ink")
        top = (self.height() - sum(room.height() + 2 for room in self._rooms(self.width()))) // 2
        for place, (room, text) in enumerate(zip(self._rooms(self.width()), self._cells, strict=True)):
            link = place == 0 and self._pressed_for and not self._mark
            painter.setFont(self._font(link=link))
            painter.setPen(self._portal.edge if link else ink)
            spot = QRect(room.left(), top, room.width(), room.height()) if stacked else room
            if not stacked:
                spot.setTop(0)
                spot.setHeight(self.height())
            painter.drawText(spot, _LEFT | _WRAP, self._said(place, text, stacked=stacked))
            top += room.height() + 2

    def _paint_mark(self, painter: QPainter) -> None:
        theme = self.theme()
        side = theme.grown(24)
        box = QRectF(theme.px("s2"), (self.height() - side) / 2, side, side)
        on = self.isChecked()
        edge = theme.colour("sky" if on else "edge")
        painter.setPen(QPen(theme.colour("line") if self._closed else edge, 2))
        painter.setBrush(theme.colour("card"))
        if self._mark == "round":
            painter.drawEllipse(box)
            if on:
                painter.setBrush(edge)
                painter.drawEllipse(box.adjusted(6, 6, -6, -6))
            return
        painter.setBrush(edge if on else theme.colour("card"))
        painter.drawRoundedRect(box, 5, 5)
        if on:
            painter.setPen(QPen(theme.colour("card"), 3))
            tick = ((0.22, 0.52), (0.43, 0.72), (0.78, 0.3))
            corner = box.topLeft()
            painter.drawPolyline([corner + QPointF(side * across, side * down) for across, down in tick])

    def _rooms(self, width: int) -> list[QRect]:
        """A room for each cell, with the height its text needs; measured once for a width."""
        key = (width, self._pressed_for)
        if key not in self._known:
            self._known[key] = self._measured(width)
        return self._known[key]

    def themed(self) -> None:
        self._known = {}
        self.updateGeometry()

    def _measured(self, width: int) -> list[QRect]:
        left, inner = self._start(), width - self._side(width)
        if not self._cells:
            return []
        gap = self.theme().px("s3")
        stacked = self._stacked(width)
        widths = (inner,) * len(self._cells) if stacked else columns(self._wanted, inner, gap)
        rooms: list[QRect] = []
        for place, (wide, text) in enumerate(zip(widths, self._cells, strict=True)):
            metrics = QFontMetrics(self._font(link=place == 0 and self._pressed_for))
            bounds = metrics.boundingRect(
                QRect(0, 0, wide, 10_000), _LEFT | _WRAP, self._said(place, text, stacked=stacked)
            )
            rooms.append(QRect(left, 0, wide, bounds.height()))
            left += 0 if stacked else wide + gap
        return rooms

    def _said(self, place: int, text: str, *, stacked: bool) -> str:
        head = self._heads[place] if place < len(self._heads) else ""
        return f"{head}: {text}" if stacked and head and place else text

    def _stacked(self, width: int) -> bool:
        return len(self._cells) > 1 and width < self.theme().grown(STACKED)

    def _start(self) -> int:
        return self.theme().px("s2") + (self.theme().grown(24) + 12 if self._mark else 0)

    def _side(self, _width: int) -> int:
        return self._start() + self.theme().px("s2")

    def _font(self, *, link: bool) -> QFont:
        font = self.theme().font("trainer", bold=self._head)
        font.setUnderline(link)
        return font

    def _name(self) -> None:
        said = (
            f"{head}: {cell}" if head else cell
            for head, cell in zip((*self._heads, *("",) * len(self._cells)), self._cells, strict=False)
        )
        self.setAccessibleName(", ".join(part for part in (*said, self._note) if part))
