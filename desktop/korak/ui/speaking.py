# SPDX-License-Identifier: GPL-3.0-or-later
"""A button that reads something aloud, and is not there where nobody could."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.ui.audio import Layer, Voice
from korak.ui.widgets.buttons import SpeakButton

_PATIENCE_MS = 150


class Speaks(SpeakButton):
    """A speak button that knows its text and its language; hidden while no voice can say that.

    A patient one leaves the first moments to the page around it before it looks for a voice. Where only
    espeak-ng speaks, a small mark says so: it is no model to learn from.
    """

    def __init__(self, voice: Voice, parent: QWidget, *, patient: bool = False) -> None:
        # Without a parent, showing itself would open a window of its own.
        super().__init__(parent=parent)
        self._voice = voice
        self._text = ""
        self._language = CONTENT_LANGUAGE
        self._mine = False
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

    def set_name(self, name: str) -> None:
        """Say what this button does; the mark keeps its words."""
        super().set_name(name)
        self.set_machine(self.is_machine(), _("Computer voice"))

    def speak(self) -> None:
        """Read it aloud, or stop reading it; what another button began is cut off."""
        if self._mine and self._voice.is_speaking():
            self._voice.stop()
            self._silent()
            return
        self._voice.say(self._text, self._language)
        self._mine = self._voice.is_speaking()
        self.set_playing(self._mine)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_machine(self.is_machine(), _("Computer voice"))

    def _ask(self) -> None:
        self._asks = True
        self._reveal()

    def _reveal(self) -> None:
        # The first question starts the search for a voice, in a process of its own.
        layer = self._voice.layer(self._text, self._language) if self._asks and self._text else None
        self.setVisible(layer is not None)
        self.set_machine(layer is Layer.ESPEAK, _("Computer voice"))

    def _silent(self) -> None:
        self._mine = False
        self.set_playing(False)
