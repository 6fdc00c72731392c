# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall of tiles: who are you? One question, no typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Group, Person
from korak.i18n import _
from korak.ui.folding import Headline
from korak.ui.frame import Frame, TileSource
from korak.ui.page import Bar, BarButton, Page
from korak.ui.speaking import Speaks
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid
from korak.ui.widgets.topbar import PillMenu


class WallPage(Page):
    """The tiles of one group; whoever presses one is asked for the three pictures next."""

    group_chosen = Signal(str)

    def __init__(self, frame: Frame, source: TileSource, group_id: str | None = None) -> None:
        super().__init__(frame)
        self._source = source
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._people: tuple[Person, ...] = ()
        self._head = Headline(600)
        self._speak = Speaks(frame.voice, self, patient=True)
        self._menu: PillMenu | None = None
        self._tiles = TileGrid(columns=6)
        self._tiles.chosen.connect(self._choose)
        self._empty = Label(role="lead")
        self._lay_out()

    # what a page tells about itself

    @property
    def people(self) -> tuple[Person, ...]:
        """Whose tiles are shown."""
        return self._people

    def bar(self) -> Bar:
        """The languages, the text size, and a quiet way in for whoever has a passphrase."""
        return Bar(button=BarButton(_("For the team"), self.frame.navigator.trainer, quiet=True))

    def main_widget(self) -> QWidget | None:
        """The first tile."""
        tiles = self._tiles.tiles()
        return tiles[0] if tiles else None

    def help_texts(self) -> tuple[str, ...]:
        """How one signs in."""
        return (
            _("Find your picture and your name."),
            _("Press your picture. Then press your three pictures."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._head.title.setText(_("Hello! Who are you?"))
        self._head.note.setText(_("Choose your picture."))
        self._speak.set_name(_("Listen"))
        self._speak.set_speech(f"{self._head.title.text()} {self._head.note.text()}", i18n.language())
        if self._menu is not None:
            self._menu.setAccessibleName(_("Group"))
        self._empty.setText(_("Nobody is in this group yet. Trainers add people under “For the team”."))

    def shown(self) -> None:
        """Ask who is in the groups."""
        self._groups = self._source.groups()
        known = {group.id for group in self._groups}
        if self._group_id not in known:
            self._group_id = self._groups[0].id if self._groups else None
        if len(self._groups) > 1:
            self._offer_groups()
        self._show_group()

    def use(self, source: TileSource) -> None:
        """Take the tiles from another source from now on; the same tiles stay where they are."""
        known = (self._groups, self._people)
        self._source = source
        groups = source.groups()
        if (groups, source.tiles(self._group_id) if self._group_id else ()) != known:
            self.shown()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._show_group()
        main = self.main_widget()
        if main is not None:
            main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, index: int) -> None:
        self.frame.navigator.pin(self._people[index].id)

    # internal

    def _offer_groups(self) -> None:
        if self._menu is None:
            self._menu = PillMenu()
            self._menu.setAccessibleName(_("Group"))
            self._menu.chosen.connect(self._choose_group)
            self._head.add(self._menu)
        self._menu.set_choices([(group.id, group.name) for group in self._groups])

    def _show_group(self) -> None:
        self._people = self._source.tiles(self._group_id) if self._group_id is not None else ()
        if self._group_id is not None and self._menu is not None:
            self._menu.set_current(self._group_id)
            self._menu.setText(next(group.name for group in self._groups if group.id == self._group_id))
        self._tiles.set_tiles([Tile(person.shown_name, person.picture) for person in self._people])
        self._tiles.setVisible(bool(self._people))
        self._empty.setVisible(not self._people)

    def _lay_out(self) -> None:
        self._head.add(self._speak)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 8, 64, 32)
        column.setSpacing(24)
        column.addWidget(self._head)
        column.addWidget(self._tiles)
        column.addWidget(self._empty)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
