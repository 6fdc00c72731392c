# SPDX-License-Identifier: GPL-3.0-or-later
"""A group's hard words as a table: the word, with how many it goes wrong, what it is taken for."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from korak.content.words import Words
from korak.i18n import _
from korak.learning.group_words import GroupWords
from korak.ui.widgets import table

_WORD, _PEOPLE, _TIMES, _TAKEN = range(4)
_MOST = 3
Index = QModelIndex | QPersistentModelIndex


class HardWordsModel(QAbstractTableModel):
    """The hard words of a group, the hardest first."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._found = GroupWords((), (), 0)

    def show_words(self, found: GroupWords) -> None:
        """Show these words."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def word(self, place: int) -> str | None:
        """The id of the word at a place, if there is one."""
        return self._found.hard[place].word if 0 <= place < len(self._found.hard) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many words."""
        return 0 if parent.isValid() else len(self._found.hard)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Word, people, answers, what it is taken for."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (_("Word"), _("People"), _("Wrong answers"), _("Taken for"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        one = self._found.hard[index.row()]
        if role == table.PICTOGRAM and index.column() == _WORD:
            return self._words[one.word].pictogram or None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == _WORD:
            return self._words[one.word].lemma
        if index.column() == _PEOPLE:
            return _("{n} of {all}").format(n=one.people, all=one.of)
        if index.column() == _TIMES:
            return _("{n} of {all}").format(n=one.wrong, all=one.answers)
        return ", ".join(self._taken(one.word))

    def _taken(self, word: str) -> Sequence[str]:
        return [f"»{one.given}«" for one in self._found.confusions if one.word == word][:_MOST]
