# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys for č š ž ć đ that are there while somebody writes into a field of the practice world."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from korak.i18n import _
from korak.ui.widgets.letters import LetterKeys

_NO_LETTERS = (
    Qt.InputMethodHint.ImhDigitsOnly
    | Qt.InputMethodHint.ImhDate
    | Qt.InputMethodHint.ImhFormattedNumbersOnly
    | Qt.InputMethodHint.ImhDialableCharactersOnly
    | Qt.InputMethodHint.ImhEmailCharactersOnly
)


class LettersAtHand(QObject):
    """Shows the keys while a field inside `root` has the focus, or one of the keys themselves."""

    def __init__(self, root: QWidget, keys: LetterKeys) -> None:
        super().__init__(root)
        self._root = root
        self._keys = keys
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._turn)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the keys."""
        self._keys.set_names([_("letter {letter}").format(letter=letter) for letter in "čšžćđ"])

    def _turn(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._keys.isAncestorOf(now):
            return
        field = now if isinstance(now, (QLineEdit, QPlainTextEdit)) and self._root.isAncestorOf(now) else None
        if field is not None and (field.isReadOnly() or not _takes_letters(field)):
            field = None
        self._keys.set_target(field)
        self._keys.setVisible(field is not None)


def _takes_letters(field: QLineEdit | QPlainTextEdit) -> bool:
    """Whether č or ž may stand in a field: in no number, password, e-mail or web address."""
    if isinstance(field, QPlainTextEdit):
        return True
    if field.echoMode() is not QLineEdit.EchoMode.Normal or field.property("role") == "address":
        return False
    return not field.inputMethodHints() & _NO_LETTERS
