# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys on the screen for the letters a foreign keyboard lacks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Button


class LetterKeys(Themed, QWidget):
    """č š ž ć đ: each key types its letter where the cursor is and leaves the cursor there."""

    def __init__(self, letters: str = "čšžćđ", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: QWidget | None = None
        self._keys: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        # The letters are Slovenian and stay in the order of the alphabet in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for letter in letters:
            key = Button(letter, "letter")
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            key.setAccessibleName(letter)
            key.clicked.connect(self._pressed)
            self._keys.append(key)
            self._row.addWidget(key)
        self._row.addStretch(1)
        self.themed()

    def set_target(self, target: QWidget | None) -> None:
        """Type into this field; without one, into whatever has the focus."""
        self._target = target

    def set_names(self, names: Sequence[str]) -> None:
        """Name the keys as they are read out, e.g. »črka č«."""
        for key, name in zip(self._keys, names, strict=True):
            key.setAccessibleName(name)

    def themed(self) -> None:
        self._row.setSpacing(self.theme().px("s2") + 2)

    def _pressed(self) -> None:
        key = self.sender()
        if not isinstance(key, Button):
            return
        target = self._target or QApplication.focusWidget()
        if isinstance(target, QLineEdit):
            target.insert(key.text())
        elif isinstance(target, (QPlainTextEdit, QTextEdit)):
            target.insertPlainText(key.text())
        else:
            return
        target.setFocus(Qt.FocusReason.OtherFocusReason)
