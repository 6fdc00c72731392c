# SPDX-License-Identifier: GPL-3.0-or-later
"""A button that reads something aloud, and is not there where nobody could."""

from collections.abc import Sequence

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
        self._parts: tuple[tuple[str, str], ...] = ()
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
        self.set_parts(((text, language),))

    def set_sentences(self, sentences: Sequence[str], language: str = CONTENT_LANGUAGE) -> None:
        """Set what is read aloud, sentence by sentence: each may have a recording of its own."""
        self.set_parts([(sentence, language) for sentence in sentences])

    def set_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Set texts that are read one after the other, each in its language."""
        self._parts = tuple((text, language) for text, language in parts if text)
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
        self._voice.say_all(self._parts)
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
        parts = self._parts if self._asks else ()
        layers = {layer for one in parts if (layer := self._voice.layer(*one)) is not None}
        self.setVisible(bool(layers))
        self.set_machine(Layer.ESPEAK in layers, _("Computer voice"))

    def _silent(self) -> None:
        self._mine = False
        self.set_playing(False)
