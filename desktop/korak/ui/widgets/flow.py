# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout that fills rows and begins a new one when a row is full."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Items side by side, wrapped into rows; mirrored in a right-to-left window."""

    def __init__(self, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        spare = rect.height() - self._lay_out(rect, place=False)
        if spare > 0 and self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            rect = rect.adjusted(0, spare // 2, 0, 0)
        self._lay_out(rect, place=True)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() for item in self._items) + self.spacing() * max(
            0, len(self._items) - 1
        )
        tall = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(wide, tall)

    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        tall = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(wide, tall)

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        x, y, gap = rect.x(), rect.y(), self.spacing()
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = self._size(item, rect.width())
            if row and x + size.width() > rect.right() + 1:
                x, y, row = rect.x(), y + self._end_row(row, rect, place=place) + gap, []
            row.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + gap
        return y + self._end_row(row, rect, place=place) - rect.y()

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint()
        if size.width() > width:
            size = QSize(max(width, item.minimumSize().width()), size.height())
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
        return size

    def _end_row(self, row: Sequence[tuple[QLayoutItem, QRect]], rect: QRect, *, place: bool) -> int:
        """Return how high a row is; what is lower stands in its middle."""
        height = max((box.height() for _item, box in row), default=0)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for item, box in row if place else ():
            middle = box.translated(0, (height - box.height()) // 2)
            item.setGeometry(QStyle.visualRect(direction, rect, middle))
        return height


def flow_row(*widgets: QWidget, spacing: int = 12) -> QWidget:
    """A row of things side by side that wraps where there is too little room."""
    row = QWidget()
    flow = FlowLayout(spacing)
    row.setLayout(flow)
    for widget in widgets:
        flow.addWidget(widget)
    return row
