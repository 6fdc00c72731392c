# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the lessons met so far: picture, sound, own language, an example."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from korak.centre.people import Role, Session
from korak.centre.privacy import Deed, may
from korak.content.words import Word
from korak.i18n import _, ngettext
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card, NowCard
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid
from korak.ui.word_card import WordLines

_WITHOUT_PICTURE = "speech-balloon"


class WordsPage(Page):
    """Words as tiles on one side, the chosen word on the other."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person = house.people.me(session)
        self._words: tuple[Word, ...] = ()
        self._now = NowCard()
        self._now.go.connect(frame.navigator.word_session)
        self._now.set_progress(0, 0)
        self._now.set_pictogram("books")
        self._now.speaker.hide()
        self._away = Button(icon="download")
        self._away.clicked.connect(frame.navigator.away)
        self._title = Label(role="title")
        self._note = Label(role="soft")
        self._tiles = TileGrid(columns=4)
        self._tiles.chosen.connect(self._choose)
        self._picture = Picture("", 132)
        self._lines = WordLines(frame, house.pack.id)
        self._card = Card("card")
        self._lay_out()

    def bar(self) -> Bar:
        """Who is here, the languages, and the way home."""
        return Bar(
            chips=(Chip(self._person.shown_name, self._person.picture),),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget | None:
        """The practice, or the first word."""
        if self._now.isVisibleTo(self):
            return self._now.action
        tiles = self._tiles.tiles()
        return tiles[0] if tiles else None

    def help_texts(self) -> tuple[str, ...]:
        """How to use the words."""
        return (_("Press a word to hear it and to see what it means."),)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Words"))
        count = ngettext("{n} word from your lessons", "{n} words from your lessons", len(self._words))
        empty = _("The words of a lesson come here when you have begun it.")
        self._note.setText(count.format(n=len(self._words)) if self._words else empty)
        self._lines.retranslate()
        self._away.setText(_("Take words along"))
        self._now.set_kicker(_("Practise today"))
        self._now.set_title(_("10 minutes of words"))
        self._now.set_note(_("Hear, choose, build and write words."))
        self._now.set_action(_("Practise"))

    def shown(self) -> None:
        """Ask which words were met."""
        self._words = tuple(self._met())
        pictures = [word.pictogram or _WITHOUT_PICTURE for word in self._words]
        tiles = [Tile(word.lemma, picture) for word, picture in zip(self._words, pictures, strict=True)]
        self._tiles.set_tiles(tiles)
        self._card.setVisible(bool(self._words))
        learner = self._session.role is Role.LEARNER
        self._now.setVisible(learner and self._house.words.ready(self._session))
        if self._words:
            self._show(0)
        self.retranslate()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def back(self) -> None:
        """Home."""
        self.frame.navigator.home()

    def _met(self) -> Sequence[Word]:
        """The words of every lesson begun; a trainer sees those of all lessons."""
        pack = self._house.pack
        course = self._house.lessons.course(self._session)
        everything = may(self._session, Deed.TEACH)
        names = [
            name for lesson in course.lessons if lesson.begun or everything for name in lesson.lesson.words
        ]
        return [pack.words[name] for name in dict.fromkeys(names)]

    def _choose(self, index: int) -> None:
        self._show(index)
        self._lines.speak()

    def _show(self, index: int) -> None:
        word = self._words[index]
        self._picture.set_pictogram(word.pictogram or _WITHOUT_PICTURE)
        self._lines.show_word(word)

    def _folded(self, folded: bool) -> None:
        """Above the tiles, the word stands beside its picture."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._word_row.setDirection(across if folded else down)
        self._picture.set_size(72 if folded else 132)

    def _lay_out(self) -> None:
        self._word_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._word_row.setSpacing(24)
        self._word_row.addWidget(self._picture)
        self._word_row.addWidget(self._lines, 1)
        self._card.body.addLayout(self._word_row)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._note)
        words = Fold(700)
        words.row.addLayout(texts, 1)
        words.row.addWidget(self._away, 0, Qt.AlignmentFlag.AlignVCenter)
        tiles = QVBoxLayout()
        tiles.addWidget(self._tiles)
        tiles.addStretch()
        side = QVBoxLayout()
        side.addWidget(self._card)
        side.addStretch()
        columns = Fold(1000, last_first=True)
        columns.row.setSpacing(32)
        columns.row.addLayout(tiles, 3)
        columns.row.addLayout(side, 2)
        columns.folded.connect(self._folded)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 8, 64, 32)
        column.setSpacing(24)
        column.addWidget(self._now)
        column.addWidget(words)
        column.addWidget(columns)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._tiles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
