# SPDX-License-Identifier: GPL-3.0-or-later
"""The games as the projector shows them: large, and led by keys, a clicker or the mouse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.pack import Pack
from korak.i18n import CONTENT_LANGUAGE, _
from korak.learning.games import MemoryGame, Round
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture, PicturePanel
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid

_PAIRS_ACROSS = 6


class GameView(QWidget):
    """A game on the screen; `onward` and `backward` are what keys and clickers do."""

    ended = Signal()

    def onward(self) -> None:
        """The next thing."""

    def backward(self) -> None:
        """One thing back."""

    def first_focus(self) -> QWidget:
        """What has the focus when the game begins."""
        return self

    def retranslate(self) -> None:
        """Set every text in the current language."""


class RoundView(GameView):
    """Bingo, or who says it first: one large picture, then its word and its sound."""

    def __init__(self, frame: Frame, pack: Pack, game: Round, *, tell_at_once: bool) -> None:
        super().__init__()
        self._frame = frame
        self._pack = pack
        self._game = game.tell() if tell_at_once else game
        self._tell_at_once = tell_at_once
        self._panel = PicturePanel("sky", "", 300)
        self._word = Label(role="sentence")
        self._below = Label(role="soft")
        self._speak = Speaks(frame.voice, self)
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self.onward)
        self._out_title = Label(role="soft")
        self._out = FlowLayout(8)
        self._lay_out()
        self._show()

    @property
    def game(self) -> Round:
        """Where the game stands."""
        return self._game

    def onward(self) -> None:
        """Tell the word, or draw the next one; after the last one the game ends."""
        if not self._game.told:
            self._game = self._game.tell()
        elif self._game.over:
            self.ended.emit()
            return
        else:
            self._game = self._game.onward()
            if self._tell_at_once:
                self._game = self._game.tell()
        self._show()
        if self._game.told:
            self._speak.speak()

    def backward(self) -> None:
        """Take the last word back."""
        self._game = self._game.back()
        self._show()

    def first_focus(self) -> QWidget:
        """The one button."""
        return self._main

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._show()

    def _show(self) -> None:
        word = self._pack.words[self._game.now]
        told = self._game.told
        self._panel.set_pictogram(word.pictogram)
        self._word.setText(word.lemma if told else _("What is this called?"))
        second = self._frame.second(self._pack.id, word.lemma) if told else ""
        self._below.setText(second)
        self._speak.set_name(_("Listen"))
        self._speak.set_speech(word.lemma if told else "", CONTENT_LANGUAGE)
        last = self._game.over
        self._main.setText(_("End") if last else _("Next") if told else _("Show the word"))
        self._out_title.setText(_("Already drawn") if self._game.drawn > 1 else "")
        self._show_out()
        announce(self._word, self._word.text())

    def _show_out(self) -> None:
        while (item := self._out.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name in reversed(self._game.out[:-1]):
            word = self._pack.words[name]
            picture = Picture(word.pictogram, 44)
            picture.set_description(word.lemma)
            picture.setToolTip(word.lemma)
            self._out.addWidget(picture)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(20)
        words.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._word, 1)
        room = QWidget()
        room.setLayout(self._out)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addStretch()
        column.addLayout(words)
        column.addWidget(self._below)
        column.addSpacing(16)
        column.addWidget(self._main)
        column.addSpacing(24)
        column.addWidget(self._out_title)
        column.addWidget(room)
        column.addStretch()
        content = Fold(900)
        content.row.setContentsMargins(64, 24, 64, 24)
        content.row.setSpacing(48)
        content.row.addWidget(self._panel, 1)
        content.row.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


class MemoryView(GameView):
    """Cards face down in rows; two that belong together stay open."""

    def __init__(self, frame: Frame, pack: Pack, game: MemoryGame) -> None:
        super().__init__()
        self._frame = frame
        self._pack = pack
        self._game = game
        self._told = Label(role="lead")
        self._tiles: list[Tile] = []
        for _card in game.cards:
            tile = Tile(kind="answer")
            tile.setCheckable(True)
            self._tiles.append(tile)
        grid = TileGrid(columns=_PAIRS_ACROSS)
        grid.set_tiles(self._tiles)
        grid.chosen.connect(self._turn)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(48, 8, 48, 24)
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addWidget(grid)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._show()

    @property
    def game(self) -> MemoryGame:
        """Where the game stands."""
        return self._game

    def onward(self) -> None:
        """End the game, once every pair is found."""
        if self._game.over:
            self.ended.emit()

    def first_focus(self) -> QWidget:
        """The first card."""
        return self._tiles[0]

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._show()

    def _turn(self, place: int) -> None:
        before = self._game.found
        self._game = self._game.turn(place)
        word = self._pack.words[self._game.cards[place].word]
        self._show()
        if self._game.found != before:
            self._frame.sounds.play("right")
            self._frame.voice.say(word.lemma, CONTENT_LANGUAGE)
            announce(self._told, word.lemma)

    def _show(self) -> None:
        self._told.setText(
            _("All pairs are found. Well done together!")
            if self._game.over
            else _("Turn two cards: a picture and its word.")
        )
        for place, (tile, card) in enumerate(zip(self._tiles, self._game.cards, strict=True)):
            word = self._pack.words[card.word]
            is_open = self._game.is_open(place)
            tile.setChecked(is_open)
            tile.set_pictogram(word.pictogram if is_open and card.is_picture else "")
            tile.set_name("" if card.is_picture or not is_open else word.lemma)
            if not is_open:
                tile.set_icon("circle-help", "soft")
            number = _("Card {n}").format(n=place + 1)
            tile.set_accessible(f"{number}: {word.lemma}" if is_open else number)
            tile.set_quiet(card.word in self._game.found)


class GameCard(Card):
    """One game to choose: its picture, its name, how it goes, and the button that begins it."""

    go = Signal()

    def __init__(self, pictogram: str) -> None:
        super().__init__("card")
        self._title = Label(role="lead")
        self._how = Label()
        self.begin = Button(role="primary")
        self.begin.clicked.connect(self.go)
        room = QWidget()
        self.buttons = FlowLayout(12)
        room.setLayout(self.buttons)
        self.buttons.addWidget(self.begin)
        self.body.addWidget(Picture(pictogram, 88), 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._title)
        self.body.addWidget(self._how)
        self.body.addStretch()
        self.body.addWidget(room)

    def set_texts(self, title: str, how: str, begin: str) -> None:
        """Name the game."""
        self._title.setText(title)
        self._how.setText(how)
        self.begin.setText(begin)
        self.begin.setAccessibleName(f"{begin}: {title}")
