# SPDX-License-Identifier: GPL-3.0-or-later
"""The question of an item: picture, loudspeaker, the Slovenian sentence, the learner's language below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says
from korak.ui.speaking import Speaks
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.words import SecondLanguage

SL_AUDIO, L1_AUDIO, L1_TEXT = "sl_audio", "l1_audio", "l1_text"


class QuestionHead(Themed, QWidget):
    """Says which support was used: Slovenian heard, the own language heard, the own language shown."""

    supported = Signal(str)

    def __init__(self, frame: Frame, picture: str = "", role: str = "sentence") -> None:
        super().__init__()
        self._frame = frame
        self._above = Label("", "lead")
        self._above.hide()
        self._text = Label("", role)
        self._second = SecondLanguage()
        self._speak = Speaks(frame.voice, self)
        self._own = Speaks(frame.voice, self)
        self._speak.clicked.connect(self._heard)
        self._own.clicked.connect(self._heard_own)
        self._picture = Picture(picture, 100)
        if not picture:
            self._picture.hide()
        self._below = QWidget()
        self._below.hide()
        own = QHBoxLayout(self._below)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(12)
        own.addWidget(self._own, 0, Qt.AlignmentFlag.AlignTop)
        own.addWidget(self._second, 1)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._above)
        words.addWidget(self._text)
        words.addWidget(self._below)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.themed()

    @property
    def question(self) -> str:
        """The question as it is read."""
        return self._text.text()

    def say(self, says: Says, above: str = "") -> None:
        """Show a question, with a line above it where there is one; the own language below it is support."""
        self.say_quietly(says, above)
        if says.second:
            self.supported.emit(L1_TEXT)

    def say_quietly(self, says: Says, above: str = "") -> None:
        """Show a mere instruction, whose translation helps with nothing that is measured."""
        language = self._frame.below() or ""
        self._above.setText(above)
        self._above.setVisible(bool(above))
        self._text.setText(says.text)
        self._second.set_text(says.second, language)
        self._below.setVisible(bool(says.second))
        self._speak.set_speech(f"{above} {says.text}".strip(), CONTENT_LANGUAGE)
        self._own.set_speech(says.second, language or CONTENT_LANGUAGE)
        self._speak.set_name(_("Listen"))
        self._own.set_name(_("Listen in my language"))

    def themed(self) -> None:
        self._row.setSpacing(self.theme().px("s3"))

    def _heard(self) -> None:
        self.supported.emit(SL_AUDIO)

    def _heard_own(self) -> None:
        self.supported.emit(L1_AUDIO)
