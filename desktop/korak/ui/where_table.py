# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is where today, as a table: person, lesson, step, since when, state in words."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from korak.centre.today import Whereabouts
from korak.i18n import _, ngettext
from korak.services.trainer import WhereRow
from korak.ui.stage_words import stage_name
from korak.ui.widgets import table

_CHIPS = {
    Whereabouts.NEEDS_HELP: "help",
    Whereabouts.WORKING: "works",
    Whereabouts.IDLE: "idle",
    Whereabouts.DONE: "done",
    Whereabouts.ABSENT: "absent",
}
_PERSON, _LESSON, _STEP, _SINCE, _STATE = range(5)
Index = QModelIndex | QPersistentModelIndex


class WhereModel(QAbstractTableModel):
    """The rows of a group."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[WhereRow, ...] = ()

    def show_rows(self, rows: Sequence[WhereRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, place: int) -> WhereRow | None:
        """The row at a place, if there is one."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Person, lesson, step, since, state."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (_("Person"), _("Works on"), _("Step"), _("Since"), _("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == table.PICTOGRAM and index.column() == _PERSON:
            return row.person.picture
        if role == table.CHIP and index.column() == _STATE:
            return _CHIPS[row.state]
        return None

    def _text(self, row: WhereRow, column: int) -> str:
        if column == _PERSON:
            return row.person.shown_name
        if column == _LESSON:
            return row.lesson.title if row.lesson is not None else "–"
        if column == _STEP:
            return _step(row)
        if column == _SINCE:
            return _since(row)
        return _state(row.state)


def _step(row: WhereRow) -> str:
    if row.station is None:
        return ""
    name = stage_name(row.station.stage)
    if not row.errors:
        return name
    mistakes = ngettext("{n} mistake", "{n} mistakes", row.errors).format(n=row.errors)
    return f"{name} · {mistakes}"


def _since(row: WhereRow) -> str:
    if row.minutes is None:
        return ""
    if row.minutes == 0:
        return _("now")
    if row.minutes < 120:
        return _("{n} min").format(n=row.minutes)
    return _("{n} h").format(n=row.minutes // 60)


def _state(state: Whereabouts) -> str:
    return {
        Whereabouts.NEEDS_HELP: _("needs help"),
        Whereabouts.WORKING: _("works"),
        Whereabouts.IDLE: _("rests"),
        Whereabouts.DONE: _("finished"),
        Whereabouts.ABSENT: _("not here"),
    }[state]
