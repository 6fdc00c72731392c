# SPDX-License-Identifier: GPL-3.0-or-later
"""A button that reads something aloud, and is not there where nobody could."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from korak.i18n import CONTENT_LANGUAGE
from korak.ui.audio import Voice
from korak.ui.widgets.buttons import SpeakButton

_PATIENCE_MS = 150


class Speaks(SpeakButton):
    """A speak button that knows its text and its language; hidden while no voice speaks that language.

    A patient one leaves the first moments to the page around it before it looks for a voice.
    """

    def __init__(self, voice: Voice, parent: QWidget, *, patient: bool = False) -> None:
        # Without a parent, showing itself would open a window of its own.
        super().__init__(parent=parent)
        self._voice = voice
        self._text = ""
        self._language = CONTENT_LANGUAGE
        self.clicked.connect(self.speak)
        voice.changed.connect(self._reveal)
        voice.spoken.connect(self._silent)
        self._asks = not patient
        if patient:
            QTimer.singleShot(_PATIENCE_MS, self, self._ask)
        self._reveal()

    def set_speech(self, text: str, language: str = CONTENT_LANGUAGE) -> None:
        """Set what is read aloud."""
        self._text = text
        self._language = language
        self._reveal()

    def speak(self) -> None:
        """Read it aloud, or stop reading."""
        if self._voice.is_speaking():
            self._voice.stop()
            self._silent()
            return
        self._voice.say(self._text, self._language)
        self.set_playing(self._voice.is_speaking())

    def _ask(self) -> None:
        self._asks = True
        self._reveal()

    def _reveal(self) -> None:
        # The first question starts the search for a voice, in a process of its own.
        self.setVisible(self._asks and bool(self._text) and self._voice.available(self._language))

    def _silent(self) -> None:
        self.set_playing(False)
