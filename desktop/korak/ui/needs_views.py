# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions at entry, one a screen: tiles to choose wishes from, tiles to weigh an obstacle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.needs import MOST_WISHES, Obstacle, Weight
from korak.content.plan import Need
from korak.i18n import CONTENT_LANGUAGE, _, gettext_in
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.needs_words import (
    OBSTACLE_PICTURES,
    OBSTACLE_QUESTIONS,
    WEIGHT_ANSWERS,
    WEIGHT_PICTURES,
    WISHES_QUESTION,
)
from korak.ui.sitting.head import QuestionHead
from korak.ui.sitting.view import program_says
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid

_LARGE = 1.5


class AskView(QWidget):
    """One question above its tiles; `changed` comes with every press, `settled` when it is answered."""

    changed = Signal()
    settled = Signal()

    def __init__(self, frame: Frame, picture: str, columns: int) -> None:
        super().__init__()
        self.frame = frame
        self.head = QuestionHead(frame, picture)
        self.grid = TileGrid(columns=columns)
        self.told = Label("", "soft")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 12, 64, 8)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.grid)
        column.addWidget(self.told)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))

    def start(self) -> None:
        """Put the focus on what was chosen before, else on the first tile."""
        tiles = self.grid.tiles()
        chosen = next((tile for tile in tiles if tile.isChecked()), tiles[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_word(self, text: str) -> None:
        """Let a chosen word be heard, where a voice can say it."""
        if self.frame.voice.available(CONTENT_LANGUAGE):
            self.frame.voice.say(text, CONTENT_LANGUAGE)


class WishesView(AskView):
    """Up to five tiles; pressing a chosen one again takes it back."""

    def __init__(self, frame: Frame, pack: str, needs: Sequence[Need], chosen: Sequence[str]) -> None:
        super().__init__(frame, "", 6)
        self._pack = pack
        self._needs = tuple(needs)
        self._tiles = [Tile(pictogram=need.pictogram, kind="face") for need in self._needs]
        for tile, need in zip(self._tiles, self._needs, strict=True):
            tile.setCheckable(True)
            tile.setChecked(need.id in chosen)
        self.grid.set_tiles(self._tiles)
        self.grid.chosen.connect(self._pressed)
        self.retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is wished for."""
        return tuple(need.id for tile, need in zip(self._tiles, self._needs, strict=True) if tile.isChecked())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.say_quietly(program_says(self.frame, WISHES_QUESTION))
        for tile, need in zip(self._tiles, self._needs, strict=True):
            own = self.frame.second(self._pack, need.title)
            tile.set_name(f"{need.title}\n{own}" if own else need.title)
        self._count(_("Choose up to {n} pictures. Chosen: {chosen}."))

    def _pressed(self, place: int) -> None:
        tile = self._tiles[place]
        if len(self.chosen) > MOST_WISHES:
            tile.setChecked(False)
            self._count(_("You have chosen {n} already. Press one again to take it back."))
            announce(self.told, self.told.text())
            return
        if tile.isChecked():
            self.say_word(self._needs[place].title)
        self._count(_("Choose up to {n} pictures. Chosen: {chosen}."))
        self.changed.emit()

    def _count(self, text: str) -> None:
        self.told.setText(text.format(n=MOST_WISHES, chosen=len(self.chosen)))


class ObstacleView(AskView):
    """How much of a problem something is; a press answers."""

    def __init__(self, frame: Frame, obstacle: Obstacle, chosen: Weight | None) -> None:
        super().__init__(frame, OBSTACLE_PICTURES[obstacle], len(Weight))
        self._obstacle = obstacle
        large = frame.preferences.settings.text_scale >= _LARGE
        self._tiles = {
            weight: Tile(pictogram=WEIGHT_PICTURES[weight], kind="answer-small" if large else "answer")
            for weight in WEIGHT_ANSWERS
        }
        for weight, tile in self._tiles.items():
            tile.setCheckable(True)
            tile.setChecked(weight is chosen)
            tile.set_quiet(weight is Weight.UNKNOWN)
        self.grid.set_tiles(list(self._tiles.values()))
        self.grid.chosen.connect(self._pressed)
        self.told.hide()
        self.retranslate()

    @property
    def chosen(self) -> Weight | None:
        """What was answered."""
        return next((weight for weight, tile in self._tiles.items() if tile.isChecked()), None)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.say_quietly(program_says(self.frame, OBSTACLE_QUESTIONS[self._obstacle]))
        for weight, tile in self._tiles.items():
            says = program_says(self.frame, WEIGHT_ANSWERS[weight])
            tile.set_name(f"{says.text}\n{says.second}" if says.second else says.text)

    def _pressed(self, place: int) -> None:
        for number, (weight, tile) in enumerate(self._tiles.items()):
            tile.setChecked(number == place)
            if number == place:
                self.say_word(gettext_in(CONTENT_LANGUAGE, WEIGHT_ANSWERS[weight]))
        self.changed.emit()
        self.settled.emit()
