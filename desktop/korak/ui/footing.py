# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of a page that hosts stops: a way back, a few quiet offers, one main button."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.ui.stations.view import Footer
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout


class Foot(QWidget):
    """Shows what a stop offers; `back` and `main` are pressed, offers act by themselves."""

    back = Signal()
    main = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.main_button = Button(role="main", trailing="arrow-right")
        self.main_button.clicked.connect(self.main)
        self.back_button = Button(role="quiet", icon="arrow-left")
        self.back_button.clicked.connect(self.back)
        self._room = QWidget()
        self._offers = FlowLayout(16)
        self._room.setLayout(self._offers)
        self._offers.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._buttons: list[Button] = []
        self._acts: list[Callable[[], None]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(88, 8, 88, 24)
        row.setSpacing(16)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self._room)
        row.addWidget(self.main_button)

    def show_footer(self, footer: Footer | None) -> None:
        """Show what is offered now; nothing hides the foot."""
        self.setVisible(footer is not None)
        if footer is None:
            return
        self.main_button.setText(footer.main)
        self.main_button.setEnabled(footer.ready)
        self.main_button.set_trailing("arrow-right" if footer.onward else "")
        self._show_offers(footer)

    def _show_offers(self, footer: Footer) -> None:
        """Keep the buttons there are, so that none loses the focus."""
        while len(self._buttons) > len(footer.offers):
            spare = self._buttons.pop()
            self._offers.removeWidget(spare)
            spare.deleteLater()
        for place, offer in enumerate(footer.offers):
            if place == len(self._buttons):
                button = Button(role="second")
                button.clicked.connect(partial(self._offered, place))
                self._buttons.append(button)
                self._offers.addWidget(button)
            self._buttons[place].setText(offer.text)
        self._acts = [offer.do for offer in footer.offers]
        self._room.setVisible(bool(footer.offers))

    def _offered(self, place: int) -> None:
        self._acts[place]()
