# SPDX-License-Identifier: GPL-3.0-or-later
"""A long list of choices over the page, narrowed while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from korak.alphabet import plain
from korak.i18n import _
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.labels import Label

_ROWS = 9
_WIDTH = 340  # pixels at 100 %

Index = QModelIndex | QPersistentModelIndex


class Choices(QAbstractListModel):
    """The choices that are left of a search; the current one is ticked."""

    def __init__(self, choices: Sequence[tuple[str, str]], current: str, parent: QObject) -> None:
        super().__init__(parent)
        self._all = [(key, text, plain(text)) for key, text in choices]
        self._left = self._all
        self._current = current

    def seek(self, text: str) -> None:
        """Leave only choices in which every word of a text stands."""
        words = plain(text).split()
        self.beginResetModel()
        self._left = [one for one in self._all if all(word in one[2] for word in words)]
        self.endResetModel()

    def key(self, place: int) -> str:
        """Which choice stands there."""
        return self._left[place][0]

    def place(self, key: str) -> int:
        """Where a choice stands; the first place if it is not left."""
        return next((place for place, one in enumerate(self._left) if one[0] == key), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many are left."""
        return 0 if parent.isValid() else len(self._left)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A choice's text, and whether it is ticked."""
        key, text, _sought = self._left[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if key == self._current else None
        return None


class ChoiceList(Themed, QFrame):
    """A field to search with and what it finds; arrows move, Enter chooses, Escape goes back."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], current: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "card")
        self.setAccessibleName(name)
        self._anchor = parent
        self._choices = Choices(choices, current, self)
        self._seek = LineEdit()
        self._seek.setAccessibleName(_("Search"))
        self._seek.setPlaceholderText(_("Search"))
        self._seek.textChanged.connect(self._sought)
        self._list = QListView()
        self._list.setAccessibleName(name)
        self._list.setModel(self._choices)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self._choose)
        self._none = Label(_("Nothing is called that."), "soft")
        self._none.hide()
        self._column = column = QVBoxLayout(self)
        for widget in (self._seek, self._list, self._none):
            column.addWidget(widget)
        self._go_to(self._choices.place(current))
        self.themed()

    def themed(self) -> None:
        """Grow with the text."""
        side, row = self.theme().px("s2"), self.theme().px("target")
        self._column.setContentsMargins(side, side, side, side)
        self.setFixedWidth(self.theme().grown(_WIDTH))
        self._list.setFixedHeight(row * min(_ROWS, max(1, self._choices.rowCount())))

    def open_at(self, corner: QPoint) -> None:
        """Open below what was pressed, inside its screen."""
        room = self._anchor.screen().availableGeometry()
        size = self.sizeHint()
        self.move(
            max(room.left(), min(corner.x(), room.right() - size.width())),
            max(room.top(), min(corner.y(), room.bottom() - size.height())),
        )
        self.show()
        self._seek.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the field keeps the focus."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        elif key in step:
            self._go_to(self._list.currentIndex().row() + step[key])
        else:
            super().keyPressEvent(event)

    def _sought(self, text: str) -> None:
        self._choices.seek(text)
        found = self._choices.rowCount() > 0
        self._list.setVisible(found)
        self._none.setVisible(not found)
        self._go_to(0)

    def _go_to(self, place: int) -> None:
        last = self._choices.rowCount() - 1
        index = self._choices.index(max(0, min(place, last)), 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self._choices.key(index.row())
            self.close()
            self.chosen.emit(key)
