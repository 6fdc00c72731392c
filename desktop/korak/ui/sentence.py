# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence or a form with a hole in it, and how it looks when the hole is filled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label

HOLE = "___"
_SHOWN = "______"


class HoleSentence(QWidget):
    """A sentence in large letters; the hole is a line until it is filled."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._label = Label("", "sentence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._label)
        self.fill("")

    def fill(self, word: str) -> None:
        """Put a word into the hole; nothing empties it."""
        self._label.setText(self._text.replace(HOLE, word or _SHOWN))

    def text(self) -> str:
        """What is read now."""
        return self._label.text()


class HoleForm(Themed, QWidget):
    """A paper form: labels and what stands beside them, one place empty."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._places: list[tuple[Label, str]] = []
        card = Card()
        if title:
            card.body.addWidget(Label(title, "strong"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for line in text.splitlines():
            name, colon, value = line.partition(":")
            label, written = Label("", "soft"), Label("", "strong")
            self._places += [
                (label, f"{name}:" if colon else ""),
                (written, value.strip() if colon else line),
            ]
            form.addRow(label, written)
        card.body.addLayout(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(card)
        self.fill("")

    def fill(self, word: str) -> None:
        """Put a word into the empty place; nothing empties it."""
        for label, text in self._places:
            label.setText(text.replace(HOLE, word or _SHOWN))

    def text(self) -> str:
        """What is read now, line by line."""
        return "\n".join(label.text() for label, _text in self._places if label.text())
