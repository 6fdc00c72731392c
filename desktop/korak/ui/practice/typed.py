# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields to type in: a line, several lines, a password, a code.

A field never loses a letter or its cursor when the page is drawn again: what stands in it is only replaced
when the world says something else than what was typed and sent last. Typing is sent as one action when the
learner pauses, leaves the field, presses Enter, or does anything else. While it ends in digits that could
become a real number, it is not sent in a pause.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QSizePolicy,
    QWidget,
)

from korak.content import fields
from korak.i18n import _
from korak.practice.actions import Fill
from korak.practice.view import BlockView
from korak.ui.practice import portal_words
from korak.ui.practice.field import FieldBox
from korak.ui.widgets.fields import LineEdit, Passphrase, TextArea
from korak.ui.widgets.labels import Label

PAUSE = 350
"""Milliseconds without a key after which what was typed is sent."""


_DIGITS = Qt.InputMethodHint.ImhDigitsOnly
_HINTS: Final[Mapping[type, Qt.InputMethodHint]] = {
    fields.SmsCode: _DIGITS,
    fields.Digits: _DIGITS,
    fields.Emso: _DIGITS,
    fields.TaxNumber: _DIGITS,
    fields.Card: _DIGITS,
    fields.Date: Qt.InputMethodHint.ImhDate,
    fields.Money: Qt.InputMethodHint.ImhFormattedNumbersOnly,
    fields.Phone: Qt.InputMethodHint.ImhDialableCharactersOnly,
    fields.Email: Qt.InputMethodHint.ImhEmailCharactersOnly,
}
_WIDTHS: Final[Mapping[type, int]] = {
    fields.SmsCode: 12,
    fields.PictureCode: 12,
    fields.Date: 16,
    fields.Money: 14,
    fields.Phone: 20,
    fields.Emso: 20,
    fields.TaxNumber: 14,
    fields.Card: 24,
    fields.Iban: 28,
    fields.Reference: 28,
}
"""How many letters a short field has room for."""


class TypedBox(FieldBox):
    """A field to type in: a line, several lines, a password, a code, a number, an address."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self._sent: str = ""
        self._waits = False
        self.pauses = False
        self._lines = view.block.lines if isinstance(view.block, fields.TextField) else 1
        self._editor = self._new_editor(view)
        self._fit_width(view)
        self._editor.setProperty("world", True)
        self._editor.setProperty("ringRadius", 6)
        self._editor.installEventFilter(self)
        self.label.setBuddy(self._editor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._paused)
        self._editor.textChanged.connect(self._typed)
        if isinstance(self._editor, LineEdit):
            self._editor.returnPressed.connect(self._enter)
        self.dress(view)

    def dress(self, view: BlockView) -> None:
        """Put the editor into the field; other kinds put something beside it."""
        rules = _rules(view)
        self.add_editor(self._editor)
        if rules:
            self.lines.insertWidget(1, Label(rules, "portal-help"))

    @property
    def editor(self) -> LineEdit | TextArea:
        """What one types in."""
        return self._editor

    @property
    def before_cursor(self) -> str:
        """What stands before the cursor."""
        if isinstance(self._editor, TextArea):
            return self._editor.toPlainText()[: self._editor.textCursor().position()]
        return self._editor.text()[: self._editor.cursorPosition()]

    def wait(self) -> None:
        """Take what was just sent for unsent: it is kept when the learner goes on from here."""
        self._waits = True

    def put_instead(self, text: str) -> None:
        """Put another text in the place of what was typed, and send that."""
        self._put(text)
        self.flush()

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        if isinstance(self._editor, Passphrase):
            self._editor.set_names(_("Show the password"), _("Hide the password"))
        if self._pause.isActive() or self._waits:
            return
        self._sent = view.value
        if view.value != self.text():
            self._put(view.value)

    def control(self) -> QWidget:
        return self._editor

    def text(self) -> str:
        """What stands in the field."""
        return self._editor.toPlainText() if isinstance(self._editor, TextArea) else self._editor.text()

    def flush(self) -> None:
        self._pause.stop()
        text = self.text()
        if text != self._sent or self._waits:
            self._sent, self._waits = text, False
            self.acted.emit(Fill(self.field, text))

    def retire(self) -> None:
        self._pause.stop()
        self._waits = False
        self._sent = self.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _new_editor(self, view: BlockView) -> LineEdit | TextArea:
        if isinstance(view.block, fields.Password):
            return Passphrase()
        if self._lines > 1:
            return _Area(self._lines)
        line = LineEdit()
        hint = _HINTS.get(type(view.block))
        if hint is not None:
            line.setInputMethodHints(hint)
        if isinstance(view.block, fields.SmsCode | fields.PictureCode):
            line.setProperty("code", True)
        return line

    def _fit_width(self, view: BlockView) -> None:
        """A short field for what is short: its width says how much is wanted."""
        letters = _WIDTHS.get(type(view.block))
        if letters is not None and isinstance(self._editor, LineEdit):
            self._editor.setMaximumWidth(self._editor.theme().grown(letters * 13 + 40))

    def _put(self, text: str) -> None:
        self._editor.blockSignals(True)
        if isinstance(self._editor, TextArea):
            place = self._editor.textCursor().position()
            self._editor.setPlainText(text)
            cursor = self._editor.textCursor()
            cursor.setPosition(min(place, len(text)))
            self._editor.setTextCursor(cursor)
        else:
            place = self._editor.cursorPosition()
            self._editor.setText(text)
            self._editor.setCursorPosition(min(place, len(text)) if self._editor.hasFocus() else len(text))
        self._editor.blockSignals(False)

    def _typed(self) -> None:
        self._pause.start()

    def _paused(self) -> None:
        """The learner has stopped typing, but is still here."""
        self.pauses = True
        self.flush()
        self.pauses = False

    def _enter(self) -> None:
        self.flush()
        self.entered.emit()


def _rules(view: BlockView) -> str:
    """What a new password must have, said before it is typed; nothing where the author says it."""
    block = view.block
    if not isinstance(block, fields.Password) or view.help or not (block.needs or block.shortest):
        return ""
    wanted = [portal_words.RULES[need] for need in block.needs]
    if block.shortest:
        wanted.insert(0, portal_words.AT_LEAST.format(count=block.shortest))
    if block.no_runs:
        wanted.append(portal_words.NO_RUNS)
    return f"{portal_words.STRENGTH} {', '.join(wanted)}."


class _Area(TextArea):
    """Several lines to type in, as high as the author wants."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())
