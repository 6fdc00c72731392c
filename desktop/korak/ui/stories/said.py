# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences of the program for learners: in Slovenian, in their own language, and to be heard in both."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.sitting.view import program_says
from korak.ui.speaking import Speaks
from korak.ui.widgets.labels import Label


class Said(QWidget):
    """One label a sentence, the learner's language below all of them, a loudspeaker beside each."""

    def __init__(self, frame: Frame, *messages: str, role: str = "body", name: str = "") -> None:
        super().__init__()
        self._frame = frame
        self._messages = messages
        self._name = name
        self._labels = [Label("", role) for _message in messages]
        self._speak = Speaks(frame.voice, self)
        self._speak.set_quiet(True)
        self._own = OwnWords(frame)
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in self._labels:
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._own)
        self.retranslate()

    def text(self) -> str:
        """What is said, in Slovenian."""
        return " ".join(label.text() for label in self._labels)

    def retranslate(self) -> None:
        """Set every text in the current languages."""
        says = [program_says(self._frame, message) for message in self._messages]
        texts = [(one.text.format(name=self._name), one.second.format(name=self._name)) for one in says]
        for label, (text, _second) in zip(self._labels, texts, strict=True):
            label.setText(text)
        whole = all(second for _text, second in texts)
        self._own.set_text("\n".join(second for _text, second in texts) if whole else "", self._below())
        self._speak.set_speech(self.text(), CONTENT_LANGUAGE)
        self._speak.set_name(_("Listen"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _below(self) -> str:
        return self._frame.below() or ""
