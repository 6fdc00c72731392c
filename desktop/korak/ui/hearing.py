# SPDX-License-Identifier: GPL-3.0-or-later
"""The big loudspeaker of exercises in which something is to be heard: at normal speed and slowly."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout

BREATH = 350
"""Milliseconds before the voice begins by itself, so that the page is seen first."""


class Hearing(QWidget):
    """Two buttons that say a text as often as one likes; not there where no voice is."""

    def __init__(self, frame: Frame, text: str) -> None:
        super().__init__()
        self._frame = frame
        self._text = text
        self.normal = Button("", "second", icon="volume-2")
        self.slow = Button("", "quiet", icon="volume-1")
        self.normal.clicked.connect(self.speak)
        self.slow.clicked.connect(self._speak_slowly)
        row = FlowLayout(12, self)
        row.addWidget(self.normal)
        row.addWidget(self.slow)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BREATH)
        self._soon.timeout.connect(self.speak)
        self.retranslate()

    @property
    def possible(self) -> bool:
        """Whether this text can be heard here."""
        return self._frame.voice.can_say(self._text, CONTENT_LANGUAGE)

    def set_text(self, text: str) -> None:
        """Say something else from now on."""
        self._text = text

    def begin(self) -> None:
        """Say it once by itself, in a moment."""
        self._soon.start()

    def speak(self) -> None:
        """Say it."""
        self._frame.voice.say(self._text, CONTENT_LANGUAGE)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.normal.setText(_("Listen"))
        self.slow.setText(_("Slowly"))

    def _speak_slowly(self) -> None:
        self._frame.voice.say(self._text, CONTENT_LANGUAGE, slow=True)


def beside(text: QWidget, hearing: Hearing) -> Fold:
    """A text with its loudspeakers beside it; below it where there is little room."""
    both = Fold(640)
    both.row.setSpacing(16)
    both.row.addWidget(text, 1)
    both.row.addWidget(hearing)
    return both
