# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of plain texts for the desk's tables: sorted by any column, narrowed while one types."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from korak.alphabet import Order, order, plain
from korak.i18n import format_date
from korak.ui.widgets import table

Index = QModelIndex | QPersistentModelIndex
Key = str | float


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `key` sorts it (None: its text), `chip` and `picture` dress it."""

    text: str
    key: Key | None = None
    chip: str = ""
    picture: str = ""

    @property
    def order(self) -> tuple[bool, float, Order]:
        """What it is sorted by: numbers before texts."""
        key = self.text if self.key is None else self.key
        return (True, 0.0, order(key)) if isinstance(key, str) else (False, key, ())


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `name` says which thing it shows."""

    name: str
    cells: tuple[Cell, ...]
    found_by: str = field(default="", compare=False)  # what a search looks at, without accents


def day_cell(day: date) -> Cell:
    """A day in words, sorted by the calendar."""
    return Cell(format_date(day), float(day.toordinal()))


class RowsModel(QAbstractTableModel):
    """A table of rows; what is shown is what the search leaves, in the order of the chosen column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._column: int | None = None
        self._falling = False
        self._sought = ""

    def set_titles(self, titles: Sequence[str]) -> None:
        """Name the columns."""
        same = len(titles) == len(self._titles)
        self._titles = tuple(titles)
        if same and titles:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)
        else:
            self.beginResetModel()
            self.endResetModel()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self._all = [
            Row(row.name, row.cells, plain("\n".join(cell.text for cell in row.cells))) for row in rows
        ]
        self._lay_out()

    def seek(self, text: str) -> None:
        """Show only rows in which every word of a text stands."""
        self._sought = plain(text)
        self._lay_out()

    def name(self, place: int) -> str | None:
        """Which thing stands in a row."""
        return self._rows[place].name if 0 <= place < len(self._rows) else None

    def place(self, name: str) -> int:
        """In which row a thing stands; -1 if it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.name == name), -1)

    def widest(self, column: int) -> int:
        """In which row the longest text of a column stands; -1 where there are no rows."""
        lengths = [len(row.cells[column].text) for row in self._rows]
        return lengths.index(max(lengths)) if lengths else -1

    def keeps_room(self, column: int) -> bool:
        """Whether a column shows faces with names, or states in chips: what cut off tells nothing."""
        return any(row.cells[column].chip or row.cells[column].picture for row in self._rows[:1])

    def names(self) -> tuple[str, ...]:
        """Everything that is shown, in order."""
        return tuple(row.name for row in self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are equal keep their order."""
        self._column = column if column >= 0 else None
        self._falling = order == Qt.SortOrder.DescendingOrder
        self._lay_out()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        cell = self._rows[index.row()].cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == table.CHIP:
            return cell.chip or None
        if role == table.PICTOGRAM:
            return cell.picture or None
        return None

    def _lay_out(self) -> None:
        self.beginResetModel()
        words = self._sought.split()
        rows = [row for row in self._all if all(word in row.found_by for word in words)]
        column = self._column
        if column is not None and column < len(self._titles):
            rows.sort(key=lambda row: row.cells[column].order, reverse=self._falling)
        self._rows = rows
        self.endResetModel()
