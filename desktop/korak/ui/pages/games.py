# SPDX-License-Identifier: GPL-3.0-or-later
"""Games for the projector: choose words and a game; nobody signs in, and nothing is stored."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.content.words import Word
from korak.i18n import _, ngettext
from korak.learning.games import BINGO_SIDE, bingo_cards, memory_of, round_of
from korak.services.house import House
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.game_views import GameCard, GameView, MemoryView, RoundView
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu

_EVERYTHING, _HARD = "*", "!"
_PAIRS = 6
_CARDS = 16
_ON = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)  # what clickers send
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)


class GamesPage(Page):
    """The choice of words and games; behind each game its large view."""

    def __init__(self, frame: Frame, house: House, session: Session | None, group_id: str | None) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._group_id = group_id
        self._chosen = _EVERYTHING
        self._view: GameView | None = None
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_words)
        self._count = Label(role="soft")
        self._bingo = GameCard("bell")
        self._bingo.go.connect(partial(self.play, "bingo"))
        self._memory = GameCard("puzzle-piece")
        self._memory.go.connect(partial(self.play, "memory"))
        self._first = GameCard("speaking-head")
        self._first.go.connect(partial(self.play, "first"))
        self._print = Button(role="secondary")
        self._print.clicked.connect(self._print_cards)
        self._save = Button(role="secondary")
        self._save.clicked.connect(self._save_cards)
        self._stack = QStackedWidget()
        self._arrows: list[QShortcut] = []
        for keys, lead in ((_ON, self._onward), (_BACK, self._backward)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lead)
                self._arrows.append(shortcut)
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """Where we are, and the way back; no names of learners stand on a projector."""
        return Bar(
            title=_("Games"),
            chips=(Chip(self._house.centre.settings().name),),
            button=BarButton(_("Back"), self.back),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The game, or the first one to choose."""
        return self._view.first_focus() if self._view is not None else self._bingo.begin

    def help_texts(self) -> tuple[str, ...]:
        """How a game is led."""
        return (
            _("Page Down or the clicker goes on. Page Up goes back."),
            _("Esc ends the game."),
            _("Nobody has to sign in, and nothing is stored."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._head.title.setText(_("Games"))
        self._head.note.setText(_("For the projector. Nobody signs in, nothing is stored."))
        self._menu.setAccessibleName(_("Which words"))
        begin = _("Begin")
        self._bingo.set_texts(
            _("Bingo"),
            _("Everybody has a card with nine pictures. Cross out what is drawn."),
            begin,
        )
        self._memory.set_texts(_("Memory"), _("Find the picture and its word."), begin)
        self._first.set_texts(
            _("Who says it first?"), _("A picture appears. Who knows the word says it aloud."), begin
        )
        self._print.setText(_("Print cards"))
        self._save.setText(_("Save cards"))
        if self._view is not None:
            self._view.retranslate()
        self._show_words()

    def shown(self) -> None:
        """Ask which words there are."""
        self._show_words()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def back(self) -> None:
        """From the game to the choice, from there to the trainer's words, or to the door."""
        if self._view is not None:
            self._end()
        elif self._session is None:
            self.frame.navigator.trainer()
        else:
            self.frame.navigator.desk("words")

    # properties

    @property
    def view(self) -> GameView | None:
        """The game that is played."""
        return self._view

    # slots

    def _choose_words(self, key: str) -> None:
        self._chosen = key
        self._show_words()

    def play(self, game: str) -> None:
        """Begin a game: bingo, memory or first."""
        words = [word.id for word in self._words()]
        seed = str(self.frame.clock.monotonic())
        pack = self._house.pack
        if game == "memory":
            self._show_view(MemoryView(self.frame, pack, memory_of(words, _PAIRS, seed)))
        else:
            told = game == "bingo"
            self._show_view(RoundView(self.frame, pack, round_of(words, seed), tell_at_once=told))

    def _onward(self) -> None:
        if self._view is not None:
            self._view.onward()

    def _backward(self) -> None:
        if self._view is not None:
            self._view.backward()

    def _print_cards(self) -> None:
        print_pdf(self.cards(), self)

    def _save_cards(self) -> None:
        save_pdf(self.cards(), "bingo.pdf", self)

    # internal

    def cards(self) -> bytes:
        """Bingo cards with the chosen words, as a PDF."""
        from korak.reports.bingo import Cell, bingo_sheets  # noqa: PLC0415 - seldom needed

        words = self._words()
        cells = {word.id: Cell(word.lemma, word.pictogram) for word in words}
        cards = bingo_cards([word.id for word in words], _CARDS, str(self.frame.clock.now()))
        return bingo_sheets(_("Bingo"), [[cells[name] for name in card] for card in cards])

    def _show_view(self, view: GameView) -> None:
        self._end()
        self._view = view
        self._lead(arrows=isinstance(view, RoundView))
        view.ended.connect(self._end)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        if self._view is None:
            return
        self.frame.voice.stop()
        self._stack.removeWidget(self._view)
        self._view.deleteLater()
        self._view = None
        self._lead(arrows=False)
        self._bingo.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self, *, arrows: bool) -> None:
        """Arrows lead a round; between the cards of a memory they go where arrows go."""
        for shortcut in self._arrows:
            shortcut.setEnabled(arrows)

    def _show_words(self) -> None:
        lessons = [(lesson.id, lesson.title) for lesson in self._house.pack.lessons.values()]
        hard = [(_HARD, _("Hard words of the group"))] if self._session is not None else []
        choices = [(_EVERYTHING, _("All words with pictures")), *hard, *lessons]
        self._menu.set_choices(choices)
        self._menu.setText(dict(choices)[self._chosen])
        self._menu.set_current(self._chosen)
        words = self._words()
        told = ngettext("{n} word", "{n} words", len(words)).format(n=len(words))
        enough = len(words) >= BINGO_SIDE * BINGO_SIDE
        self._count.setText(told if enough else f"{told}. {_('Bingo needs nine words with pictures.')}")
        for button in (self._bingo.begin, self._print, self._save):
            button.setEnabled(enough)
        for card in (self._memory, self._first):
            card.begin.setEnabled(len(words) >= 2)

    def _words(self) -> tuple[Word, ...]:
        """The chosen words that have a picture, each picture once."""
        pack = self._house.pack
        if self._chosen == _EVERYTHING:
            names: Sequence[str] = tuple(pack.words)
        elif self._chosen == _HARD:
            names = self._hard()
        else:
            names = pack.lessons[self._chosen].words
        by_picture = {pack.words[name].pictogram: pack.words[name] for name in reversed(names)}
        return tuple(word for picture, word in reversed(by_picture.items()) if picture)

    def _hard(self) -> Sequence[str]:
        if self._group_id is None or self._session is None:
            return ()
        found = self._house.trainer.words(self._session, self._group_id)
        return tuple(one.word for one in found.hard)

    def _lay_out(self) -> None:
        self._head.add(self._menu)
        self._bingo.buttons.addWidget(self._print)
        self._bingo.buttons.addWidget(self._save)
        games = Fold(1000)
        games.row.setSpacing(20)
        for card in (self._bingo, self._memory, self._first):
            games.row.addWidget(card, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 16, 64, 32)
        column.setSpacing(20)
        column.addWidget(self._head)
        column.addWidget(self._count)
        column.addWidget(games)
        column.addStretch()
        self._stack.addWidget(Scroller(content))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
