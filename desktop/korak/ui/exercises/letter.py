# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter from an office on the screen: the sheet on one side, the question on the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.exercises.letter import Letter
from korak.i18n import _
from korak.ui.choosing import ChoosingView, spoken_options
from korak.ui.frame import Frame
from korak.ui.speaking import Speaks
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.words import SecondLanguage


class LetterView(ChoosingView):
    """A short letter and a question about it."""

    def __init__(self, exercise: Letter, pack: str, frame: Frame, seed: str) -> None:
        self._sheet = _Sheet(exercise, frame)
        super().__init__(exercise, spoken_options(exercise.options(seed)), pack, frame)
        self.put_aside(self._sheet)

    def retranslate(self) -> None:
        """Put the learner's language under the letter."""
        super().retranslate()
        self._sheet.retranslate()
        language = self.frame.below() or ""
        for below, text in self._sheet.seconds:
            below.set_text(self.second(text), language)


class _Sheet(QWidget):
    """The letter as it lies on the table."""

    def __init__(self, letter: Letter, frame: Frame) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.seconds: list[tuple[SecondLanguage, str]] = []
        card = Card()
        self._speak = Speaks(frame.voice, card)
        self._speak.set_sentences((letter.title, *letter.text))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(letter.sender, "strong"), 1)
        head.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        if letter.date:
            card.body.addWidget(Label(letter.date, "soft"))
        card.body.addSpacing(8)
        card.body.addWidget(Label(letter.title, "heading"))
        for sentence in letter.text:
            card.body.addWidget(Label(sentence, "body"))
            below = SecondLanguage("soft")
            self.seconds.append((below, sentence))
            card.body.addWidget(below)
        if letter.signed:
            card.body.addSpacing(8)
            card.body.addWidget(Label(letter.signed, "body"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def retranslate(self) -> None:
        """Name the loudspeaker."""
        self._speak.set_name(_("Listen to the letter"))
