# SPDX-License-Identifier: GPL-3.0-or-later
"""With whom? The tiles of the others of the group, for somebody who wants to work with another one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.folding import Headline
from korak.ui.frame import Frame
from korak.ui.page import Bar, Chip, Page
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid


class PartnerPage(Page):
    """Whoever is pressed presses their own three pictures next: nobody is paired without wanting it."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._person = house.people.me(session)
        self._people = house.pairs.partners(session)
        self._head = Headline(600)
        self._speak = Speaks(frame.voice, self)
        self._tiles = TileGrid(columns=6)
        self._tiles.set_tiles([Tile(person.shown_name, person.picture) for person in self._people])
        self._tiles.chosen.connect(self._choose)
        self._alone = Button(role="quiet", icon="arrow-left")
        self._alone.clicked.connect(self.back)
        self._lay_out()

    def bar(self) -> Bar:
        """Who is here already."""
        return Bar(chips=(Chip(self._person.shown_name, self._person.picture),))

    def main_widget(self) -> QWidget:
        """The first tile."""
        tiles = self._tiles.tiles()
        return tiles[0] if tiles else self._alone

    def help_texts(self) -> tuple[str, ...]:
        """What happens next."""
        return (
            _("Two people share one computer and take turns. Both keep what they did."),
            _("The other person presses their own three pictures."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._head.title.setText(_("Who works with you?"))
        self._head.note.setText(_("Choose the picture of the other person."))
        self._speak.set_name(_("Listen"))
        self._speak.set_speech(f"{self._head.title.text()} {self._head.note.text()}", i18n.language())
        self._alone.setText(_("I work alone"))

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def back(self) -> None:
        """Home, alone."""
        self.frame.navigator.home()

    def _choose(self, place: int) -> None:
        self.frame.navigator.partner_pin(self._people[place].id)

    def _lay_out(self) -> None:
        self._head.add(self._speak)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 8, 64, 32)
        column.setSpacing(24)
        column.addWidget(self._head)
        column.addWidget(self._tiles)
        column.addWidget(self._alone, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
