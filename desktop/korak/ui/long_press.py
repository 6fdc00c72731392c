# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters with a mark by a long press: hold c for č (longer: ć), s for š, z for ž, d for đ."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_MARKED: Final = {"c": "čć", "s": "š", "z": "ž", "d": "đ"}
_LONGER: Final = 12  # repeats of the key after which the second letter comes


class LongPress(QObject):
    """Watches the field that has the focus; a held key repeats no letter that has a mark, it marks it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._repeats = 0
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._turn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Replace the letter under a held key; everything else goes its way."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not event.isAutoRepeat():
            self._repeats = 0
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier or not isinstance(watched, QWidget):
            return False
        marks = _MARKED.get(event.text().casefold(), "")
        if not marks:
            return False
        self._repeats += 1
        if self._repeats == 1:
            self._replace(event.text(), marks[0])
        elif self._repeats == _LONGER and len(marks) > 1:
            self._replace(marks[0], marks[1])
        return True

    def _turn(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, (QLineEdit, QPlainTextEdit)) else None
        self._repeats = 0
        if isinstance(self._field, QLineEdit) and self._field.echoMode() != QLineEdit.EchoMode.Normal:
            self._field = None
        if self._field is not None:
            self._field.destroyed.connect(self._gone)
            self._field.installEventFilter(self)

    def _gone(self) -> None:
        self._field = None

    def _replace(self, typed: str, marked: str) -> None:
        """Put the marked letter in the place of the one just typed, large if that was large."""
        field = self._field
        if field is None or field.isReadOnly():
            return
        before = _before_cursor(field)
        if before.casefold() != typed.casefold():
            return
        text = marked.upper() if before.isupper() else marked
        if isinstance(field, QLineEdit):
            field.backspace()
            field.insert(text)
        else:
            cursor = field.textCursor()
            cursor.deletePreviousChar()
            cursor.insertText(text)


def _before_cursor(field: QLineEdit | QPlainTextEdit) -> str:
    if isinstance(field, QLineEdit):
        return field.text()[: field.cursorPosition()][-1:]
    cursor = field.textCursor()
    return cursor.block().text()[: cursor.positionInBlock()][-1:]
