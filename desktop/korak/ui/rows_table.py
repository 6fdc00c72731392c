# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of the desk that scrolls by itself, keeps what is chosen, and sorts when its head is pressed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from korak.ui.rows_model import RowsModel
from korak.ui.widgets.table import Table

_FEWEST_ROWS = 3
_NARROWEST = 120  # pixels at 100 %: what a column keeps that gives way


class RowsTable(Table):
    """As tall as its rows where there is room; `picked` tells which row is chosen ("" for none).

    `least` is how many rows stand on a page that scrolls; what is more is scrolled to within the table.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, least: int = _FEWEST_ROWS) -> None:
        self._sideways = False
        self._least = least
        super().__init__(parent)
        self.rows = RowsModel(self)
        self._chosen = ""
        self.setModel(self.rows)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.rows.sort)
        self.rows.modelReset.connect(self._rows_changed)
        self.selectionModel().currentRowChanged.connect(self._pick)

    @property
    def chosen(self) -> str:
        """Which row is chosen; nothing if none is."""
        return self.rows.name(self.currentIndex().row()) or ""

    def choose(self, name: str) -> None:
        """Choose a row, if it is shown."""
        place = self.rows.place(name)
        if place >= 0:
            self.selectRow(place)

    def cells(self) -> list[list[str]]:
        """Every text that is shown, row by row."""
        return [
            [str(self.rows.index(row, column).data() or "") for column in range(self.rows.columnCount())]
            for row in range(self.rows.rowCount())
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort by a column with Ctrl and its number; Enter opens what is chosen."""
        column = event.key() - Qt.Key.Key_1
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and 0 <= column < self.rows.columnCount():
            header = self.horizontalHeader()
            rising = (
                header.sortIndicatorSection() == column
                and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            )
            order = Qt.SortOrder.DescendingOrder if rising else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, order)
            return
        super().keyPressEvent(event)

    def fit_columns(self) -> None:
        """Give every column what it needs; where that is too much, the widest give way and end in dots.

        Names with faces and states in chips keep their room.
        """
        header, room = self.horizontalHeader(), self.viewport().width()
        shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
        if not shown or not hasattr(self, "rows"):
            return
        widths = {one: max(self._needed(one), header.sectionSizeHint(one)) for one in shown}
        kept = {one: width for one, width in widths.items() if self.rows.keeps_room(one)}
        give = {one: width for one, width in widths.items() if one not in kept} or widths
        left = room - sum(kept.values()) if give is not widths else room
        level = _level(list(give.values()), left, self.theme().grown(_NARROWEST))
        widths |= {column: min(width, level) for column, width in give.items()}
        spare = max(0, room - sum(widths.values())) // len(shown)
        self._stand_for(sideways=sum(widths.values()) > room)
        for column, width in widths.items():
            header.resizeSection(column, width + spare)

    def themed(self) -> None:
        """Grow with the text."""
        super().themed()
        if hasattr(self, "rows"):
            self._fit_height()

    def sizeHint(self) -> QSize:
        """A few rows; give it a stretch, and it grows to all of them where there is room."""
        return QSize(super().sizeHint().width(), self._few())

    def minimumSizeHint(self) -> QSize:
        """A few rows at least."""
        return QSize(super().minimumSizeHint().width(), self._few())

    def _pick(self) -> None:
        self._chosen = self.chosen or self._chosen
        self.picked.emit(self.chosen)

    def _rows_changed(self) -> None:
        self._fit_height()
        place = self.rows.place(self._chosen)
        if place >= 0:
            self.selectRow(place)
        self.picked.emit(self.chosen)

    def _fit_height(self) -> None:
        self.setMaximumHeight(self._height(max(self.rows.rowCount(), 1)))
        self.updateGeometry()

    def _needed(self, column: int) -> int:
        """The room of a column's longest text: Qt itself would measure a thousand rows."""
        place = self.rows.widest(column)
        return self.sizeHintForIndex(self.rows.index(place, column)).width() if place >= 0 else 0

    def _stand_for(self, *, sideways: bool) -> None:
        """Leave room for the bar below where one has to scroll sideways."""
        if sideways != self._sideways:
            self._sideways = sideways
            self._fit_height()

    def _few(self) -> int:
        return self._height(min(max(self.rows.rowCount(), 1), self._least))

    def _height(self, rows: int) -> int:
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height() if self._sideways else 0
        return head + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2 + bar


def _level(widths: list[int], room: int, least: int) -> int:
    """How wide a column may be so that all fit, the widest giving way together; never below `least`."""
    ordered = sorted(widths)
    left = room
    for place, width in enumerate(ordered):
        share = left // (len(ordered) - place)
        if width > share:
            return max(share, least)
        left -= width
    return max(widths)
