# SPDX-License-Identifier: GPL-3.0-or-later
"""The line at the foot of the window: something worth knowing, said once, until somebody closes it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from korak.i18n import N_, _
from korak.ui.announce import announce
from korak.ui.audio import Silence
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import IconButton
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

_SENTENCES: Mapping[Silence, str] = {
    Silence.NO_DEVICE: N_("There is no sound here. You can read everything."),
    Silence.NO_VOICE: N_("No voice here speaks Slovenian. You can read everything."),
    Silence.BAD_CLIP: N_("A recording cannot be played. Another voice reads it."),
    Silence.BAD_MODEL: N_("The Piper voice does not work here. Another voice reads aloud."),
}


class StatusLine(Themed, QFrame):
    """One sentence and a cross; not there while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silence: Silence | None = None
        set_role(self, "sky")
        self._label = Label("", "body")
        self._close = IconButton("x")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(12)
        sign = Picture("", 24)
        sign.set_icon("volume-x", "ink")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def tell(self, silence: Silence) -> None:
        """Say why something is not heard."""
        self._silence = silence
        self.retranslate()
        self.show()
        announce(self, self._label.text())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._close.set_name(_("Close this message"))
        if self._silence is not None:
            self._label.setText(_(_SENTENCES[self._silence]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
