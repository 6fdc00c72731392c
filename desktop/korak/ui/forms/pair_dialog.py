# SPDX-License-Identifier: GPL-3.0-or-later
"""With whom shall a learner work today? The trainer proposes; the two say yes with their own pictures."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from korak.centre.pairs import PairWish
from korak.centre.people import Person, Session
from korak.i18n import _
from korak.services.pairs import Pairs
from korak.services.trainer import WhereRow
from korak.ui.forms.form import Form
from korak.ui.widgets.tile import Tile, TileGrid


class PairDialog(Form):
    """The faces of the others of the group; `did` says in words what was proposed or taken back."""

    did = Signal(str)

    def __init__(self, pairs: Pairs, session: Session, row: WhereRow, group_id: str, parent: QWidget) -> None:
        note = _("When one of them signs in, Korak proposes it. The other one presses the three pictures.")
        super().__init__(
            _("Who works with {name}?").format(name=row.person.shown_name), note, parent, (960, 620)
        )
        self._pairs = pairs
        self._session = session
        self._person = row.person
        self._people: tuple[Person, ...] = pairs.candidates(session, row.person.id)
        self._wish = next(
            (one for one in pairs.proposed(session, group_id) if row.person.id in (one.person, one.other)),
            None,
        )
        self._grid = TileGrid(columns=6)
        self._grid.set_tiles([Tile(one.shown_name, one.picture, kind="face") for one in self._people])
        for tile, person in zip(self._grid.tiles(), self._people, strict=True):
            tile.setCheckable(True)
            tile.setChecked(self._wish is not None and self._wish.partner(row.person.id) == person.id)
        self._grid.chosen.connect(self._choose)
        self.body.addWidget(self._grid)
        self.body.addStretch()
        if self._wish is not None:
            self.button(_("Take the proposal back"), partial(self._withdraw, self._wish))
        self.button(_("Cancel"), self.reject)
        tiles = self._grid.tiles()
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, place: int) -> None:
        other = self._people[place]
        work = partial(self._pairs.propose, self._session, self._person.id, other.id)
        if self.try_to(work) is not None:
            told = _("Proposed for today: {name} and {other}.")
            self.accept()
            self.did.emit(told.format(name=self._person.shown_name, other=other.shown_name))

    def _withdraw(self, wish: PairWish) -> None:
        self._pairs.withdraw(self._session, wish.id)
        self.accept()
        self.did.emit(_("Taken back."))
