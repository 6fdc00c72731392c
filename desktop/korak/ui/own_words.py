# SPDX-License-Identifier: GPL-3.0-or-later
"""A text in the learner's own language that can be heard, too, where a voice speaks that language."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from korak.i18n import _
from korak.ui.frame import Frame
from korak.ui.speaking import Speaks
from korak.ui.widgets.words import SecondLanguage


class OwnWords(SecondLanguage):
    """The same in the learner's language, with a quiet loudspeaker beside it."""

    def __init__(self, frame: Frame, role: str = "second", parent: QWidget | None = None) -> None:
        super().__init__(role, parent)
        self._speak = Speaks(frame.voice, self)
        self._speak.set_quiet(True)
        self.put_end(self._speak)
        self._name()

    def set_text(self, text: str, language: str) -> None:
        """Show this text, and let it be heard; an empty one takes the whole thing away."""
        super().set_text(text, language)
        self._speak.set_speech(text, language)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self._speak.set_name(_("Listen in your language"))
