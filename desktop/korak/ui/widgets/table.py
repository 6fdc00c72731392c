# SPDX-License-Identifier: GPL-3.0-or-later
"""Dense, calm tables for trainers: how a table is dressed, state chips, people with their pictures."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from korak.ui.theme import icons
from korak.ui.theme.theme import Theme, Themed, load
from korak.ui.widgets.text import width as text_width

CHIP: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Model role: the kind of chip around the cell's text: works, help, idle, done, absent."""
PICTOGRAM: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Model role: the pictogram before the cell's text."""

_CHIPS: Final = {
    "works": ("mint", "pine"),
    "help": ("clay_ground", "clay"),
    "idle": ("amber_ground", "amber_word"),
    "done": ("pine", "on_pine"),
    "absent": ("off_ground", "soft"),
}
_SIGNS: Final = {"help": "hand", "idle": "clock", "done": "check"}

Index = QModelIndex | QPersistentModelIndex


class Table(Themed, QTableView):
    """A table that knows its theme; rows are chosen whole, columns fill the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setItemDelegate(RowDelegate(self))
        self.themed()

    def themed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.theme().grown(52))
        self.horizontalHeader().setMinimumHeight(self.theme().grown(44))
        self.fit_columns()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self.fit_columns)
            model.rowsInserted.connect(self.fit_columns)
        self.fit_columns()

    def selectRow(self, row: int) -> None:
        """Choose the row at a place; Qt's own way finds no column in a mirrored table with room to spare."""
        self.setCurrentIndex(self.model().index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column what it needs and share the rest; what does not fit is scrolled to, not cut."""
        header = self.horizontalHeader()
        count = header.count()
        if not count:
            return
        needed = [max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in range(count)]
        spare = max(0, self.viewport().width() - sum(needed)) // count
        for column, width in enumerate(needed):
            header.resizeSection(column, width + spare)
        last = self.viewport().width() - header.sectionPosition(count - 1)
        if last > needed[-1]:
            header.resizeSection(count - 1, last)


def theme_of(widget: QWidget | None) -> Theme:
    """The theme of the nearest themed ancestor."""
    while widget is not None:
        if isinstance(widget, Themed):
            return widget.theme()
        widget = widget.parentWidget()
    return load("light")


class RowDelegate(QStyledItemDelegate):
    """Draws every cell: a fine line below, a picture before a bold name, a chip with a sign for a state."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(option.widget)
        rect, state = option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("mint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        direction = option.direction
        kind = index.data(CHIP)
        if kind in _CHIPS:
            self._paint_chip(painter, theme, (rect, direction), str(kind), str(index.data() or ""))
        else:
            self._paint_text(painter, theme, (rect, direction), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = theme_of(option.widget)
        width = text_width(theme.font("trainer", bold=True), str(index.data() or "")) + 2 * theme.px("s3")
        if index.data(PICTOGRAM):
            width += theme.grown(50)
        if index.data(CHIP):
            width += theme.grown(44)
        return QSize(width, theme.grown(52))

    def _paint_text(
        self, painter: QPainter, theme: Theme, place: tuple[QRect, Qt.LayoutDirection], index: Index
    ) -> None:
        rect, direction = place
        left = theme.px("s3")
        pictogram = index.data(PICTOGRAM)
        if pictogram:
            side = theme.grown(32)
            box = QRect(rect.left() + left + 2, rect.center().y() - side // 2, side, side)
            spot = QStyle.visualRect(direction, rect, box)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                spot.topLeft(), icons.pictogram(str(pictogram), side, ratio=ratio, theme=theme)
            )
            left += side + theme.px("s3") + 2
        font = theme.font("trainer", bold=bool(pictogram))
        room = QStyle.visualRect(direction, rect, rect.adjusted(left, 0, -theme.px("s2"), 0))
        text = QFontMetrics(font).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        given = index.data(Qt.ItemDataRole.TextAlignmentRole)
        alignment = Qt.AlignmentFlag(int(given)) if given is not None else Qt.AlignmentFlag.AlignLeft
        sideways = QStyle.visualAlignment(direction, alignment) & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(room, int(sideways | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_chip(
        self, painter: QPainter, theme: Theme, place: tuple[QRect, Qt.LayoutDirection], kind: str, text: str
    ) -> None:
        rect, direction = place
        ground, ink = _CHIPS[kind]
        font = theme.font("note", bold=True)
        sign, pad, mark = _SIGNS.get(kind), theme.grown(12), theme.grown(15)
        width = text_width(font, text) + 2 * pad + (mark + theme.grown(6) if sign else 0)
        height = theme.grown(30)
        box = QRect(rect.left() + theme.px("s3"), rect.center().y() - height // 2, width, height)
        chip = QStyle.visualRect(direction, rect, box)
        edge = theme.name == "contrast"
        painter.setPen(QPen(theme.colour(ink), 1) if edge else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(chip), height / 2, height / 2)
        x = pad
        if sign:
            spot = QStyle.visualRect(
                direction, chip, QRect(chip.left() + x, chip.center().y() - mark // 2, mark, mark)
            )
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                QPoint(spot.topLeft()), icons.icon_pixmap(sign, theme.colour(ink), mark, ratio=ratio)
            )
            x += mark + theme.grown(6)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        room = QStyle.visualRect(direction, chip, chip.adjusted(x, 0, -pad + 2, 0))
        sideways = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(sideways | Qt.AlignmentFlag.AlignVCenter), text)
