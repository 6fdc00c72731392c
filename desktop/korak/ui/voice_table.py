# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trainer may record, as a table: the text, and whose voice says it now."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from korak.content.clips import Said
from korak.content.words import Words
from korak.i18n import N_, _
from korak.services.voices import Line, Origin
from korak.ui.widgets import table

_TEXT, _WHO = range(2)
_VOICES = {
    Origin.OWN: N_("own"),
    Origin.PACK: N_("course"),
    Origin.RENDERED: N_("Piper"),
}
_CHIPS = {Origin.OWN: "works", Origin.PACK: "works", Origin.RENDERED: "idle"}
Index = QModelIndex | QPersistentModelIndex


class Wanted(Enum):
    """Which lines are listed."""

    MISSING = "missing"
    WORDS = "words"
    SENTENCES = "sentences"
    RECORDED = "recorded"

    def takes(self, line: Line) -> bool:
        """Tell whether a line is listed."""
        own = line.origin in {Origin.OWN, Origin.PACK}
        match self:
            case Wanted.MISSING:
                return not own
            case Wanted.WORDS:
                return line.said is Said.WORD
            case Wanted.SENTENCES:
                return line.said is Said.SENTENCE
            case Wanted.RECORDED:
                return line.origin is Origin.OWN


class VoiceLinesModel(QAbstractTableModel):
    """Words and sentences in the order of the course."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def renew(self, place: int, line: Line) -> None:
        """Show that a line has changed."""
        self._lines[place] = line
        self.dataChanged.emit(self.index(place, 0), self.index(place, _WHO))

    def line(self, place: int) -> Line | None:
        """The line at a place, if there is one."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, text: str) -> int:
        """Where a text stands; -1 where it is not listed."""
        return next((place for place, line in enumerate(self._lines) if line.text == text), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Text, whose voice."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (_("Text"), _("Voice"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        line = self._lines[index.row()]
        if role == table.PICTOGRAM and index.column() == _TEXT and line.said is Said.WORD:
            return self._words[line.word].pictogram or None
        if role == table.CHIP and index.column() == _WHO and line.origin is not None:
            return _CHIPS[line.origin]
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == _TEXT:
            return line.text
        return _(_VOICES[line.origin]) if line.origin is not None else "–"
