# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of two people finishes now; the other one goes on alone at the same place."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from korak.centre.people import Person
from korak.i18n import _
from korak.ui.forms.form import Form
from korak.ui.widgets.tile import Tile, TileGrid


class Sitting(Protocol):
    """Somebody who sits here."""

    @property
    def person(self) -> Person:
        """Who it is."""
        ...


class PartDialog(Form):
    """Two faces to choose from; `finishes` brings the id of whoever leaves."""

    finishes = Signal(str)

    def __init__(self, seats: Sequence[Sitting], parent: QWidget) -> None:
        note = _("Everything is saved for both. The other one goes on alone.")
        super().__init__(_("Who finishes now?"), note, parent, (680, 520))
        self._people = [seat.person for seat in seats]
        self._grid = TileGrid(columns=2)
        self._grid.set_tiles(
            [Tile(person.shown_name, person.picture, kind="face") for person in self._people]
        )
        self._grid.chosen.connect(self._choose)
        self.body.addWidget(self._grid)
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self._grid.tiles()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, place: int) -> None:
        person = self._people[place]
        self.accept()
        self.finishes.emit(person.id)
