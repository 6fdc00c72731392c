# SPDX-License-Identifier: GPL-3.0-or-later
"""What covers a lesson or a practice session during a pause."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.middle import Middle
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

_PAUSE_WIDTH = 640


class Pause(QWidget):
    """What covers the page during a pause, so that nobody reads it in passing."""

    go_on = Signal()
    home = Signal()
    sign_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(role="title")
        self._note = Label(role="lead")
        self.main = Button(role="main")
        self.main.clicked.connect(self.go_on)
        self._home = Button(role="second")
        self._home.clicked.connect(self.home)
        self._out = Button(role="second")
        self._out.clicked.connect(self.sign_out)
        card = Card("card")
        card.body.setContentsMargins(48, 40, 48, 40)
        card.body.setSpacing(16)
        card.body.addWidget(Picture("hot-beverage", 96), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._note):
            label.set_centred(True)
            card.body.addWidget(label)
        card.body.addSpacing(8)
        for button in (self.main, self._home, self._out):
            button.set_wide(True)
            card.body.addWidget(button)
        middle = Middle(_PAUSE_WIDTH)
        middle.column.addStretch(2)
        middle.column.addWidget(card)
        middle.column.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(middle)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Pause"))
        self._note.setText(_("Everything is saved. Take your time."))
        self.main.setText(_("Continue"))
        self._home.setText(_("Home"))
        self._out.setText(_("Sign out"))
