# SPDX-License-Identifier: GPL-3.0-or-later
"""A table that is as tall as its rows: the page scrolls, not the table."""

from PySide6.QtCore import QAbstractItemModel, QSize, Qt

from korak.ui.widgets.table import Table

_EMPTY_ROWS = 1


class TallTable(Table):
    """Shows every row at once."""

    def __init__(self) -> None:
        self._model: QAbstractItemModel | None = None
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_model(self, model: QAbstractItemModel) -> None:
        """Show the rows of a model, and grow and shrink with them."""
        self._model = model
        self.setModel(model)
        model.modelReset.connect(self._rows_changed)
        self._rows_changed()

    def cells(self) -> list[list[str]]:
        """Every text, row by row."""
        model = self._model
        if model is None:
            return []
        columns = range(model.columnCount())
        return [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in range(model.rowCount())
        ]

    def themed(self) -> None:
        """Grow with the text."""
        super().themed()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as wanted, as tall as needed."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never less tall than its rows."""
        return QSize(super().minimumSizeHint().width(), self._height())

    def _rows_changed(self) -> None:
        self.updateGeometry()
        self.fit_columns()

    def _height(self) -> int:
        rows = max(self._model.rowCount() if self._model is not None else 0, _EMPTY_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        sideways = self.horizontalScrollBar().sizeHint().height()
        return head + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + sideways
