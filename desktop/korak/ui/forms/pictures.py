# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing the picture of a tile."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.tiles import TILE_PICTURES
from korak.i18n import _
from korak.ui.picture_words import picture_word
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid


class PictureDialog(QDialog):
    """All pictures a tile can have; those already taken are left out."""

    picked = Signal(str)

    def __init__(self, taken: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Choose a picture"))
        self._pictures = [picture for picture in TILE_PICTURES if picture not in taken]
        self._grid = TileGrid(columns=6)
        tiles = [Tile("", picture, kind="pin") for picture in self._pictures]
        for tile, picture in zip(tiles, self._pictures, strict=True):
            tile.set_accessible(picture_word(picture))
        self._grid.set_tiles(tiles)
        self._grid.chosen.connect(self._pick)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self._ring = FocusRing(self)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Label(_("Choose a picture"), "heading"))
        column.addWidget(Scroller(self._grid), 1)
        column.addLayout(foot)
        self.resize(900, 640)
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, index: int) -> None:
        self.picked.emit(self._pictures[index])
        self.accept()
