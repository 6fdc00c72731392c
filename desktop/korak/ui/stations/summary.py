# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a practice session: which words are new, which sit firmer, which come again. No marks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.pack import Pack
from korak.content.words import Word
from korak.i18n import CONTENT_LANGUAGE, _
from korak.learning.session import Came, Summary
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.stations.view import Footer, Offer, StationView
from korak.ui.widgets.buttons import PillButton
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller


class WordsTogether(QWidget):
    """One heading and its words; each word can be pressed and is read aloud."""

    def __init__(self, frame: Frame, words: tuple[Word, ...], role: str) -> None:
        super().__init__()
        self._frame = frame
        self._card = Card(role)
        self._title = Label(role="lead")
        room = QWidget()
        flow = FlowLayout(12)
        room.setLayout(flow)
        for word in words:
            button = PillButton(word.lemma, pictogram=word.pictogram)
            button.setAccessibleName(word.lemma)
            button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            button.clicked.connect(partial(self._say, word))
            flow.addWidget(button)
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def set_title(self, text: str) -> None:
        """Say what these words are."""
        self._title.setText(text)

    def _say(self, word: Word) -> None:
        self._frame.voice.say(word.lemma, CONTENT_LANGUAGE)


class SummaryView(StationView):
    """A glad and honest end; `again` begins another session, where there would be something useful."""

    def __init__(self, frame: Frame, pack: Pack, summary: Summary, again: Callable[[], None] | None) -> None:
        super().__init__(frame)
        self._summary = summary
        self._again = again
        self._title = Label(role="title")
        self._note = Label(role="lead")
        self._cards: dict[Came, WordsTogether] = {}
        for came, role in ((Came.NEW, "mint"), (Came.FIRMER, "sky"), (Came.AGAIN, "amber")):
            words = tuple(pack.words[name] for name in summary.of(came) if name in pack.words)
            if words:
                self._cards[came] = WordsTogether(frame, words, role)
        column = QVBoxLayout()
        column.setSpacing(16)
        for widget in (self._title, self._note, *self._cards.values()):
            column.addWidget(widget)
        column.addStretch()
        content = Fold(900)
        content.row.setContentsMargins(88, 40, 88, 16)
        content.row.setSpacing(48)
        picture = Picture("party-popper" if summary.exercises else "books", 160)
        content.row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        content.row.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self.retranslate()

    def footer(self) -> Footer:
        """Home; or once more."""
        offers = () if self._again is None else (Offer(_("Practise once more"), self._again),)
        return Footer(_("Home"), onward=False, offers=offers)

    def main_pressed(self) -> None:
        """Go home."""
        self.frame.navigator.home()

    def start(self) -> None:
        """Sound the end, and say it."""
        if self._summary.exercises:
            self.frame.sounds.play("done")
        announce(self._title, f"{self._title.text()} {self._note.text()}")

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        done = self._summary.exercises > 0
        self._title.setText(_("You have practised words today.") if done else _("That is enough for today."))
        again = Came.AGAIN in self._cards and len(self._cards) == 1
        note = _("These words come again. That is how one learns.") if again else _("Everything is saved.")
        self._note.setText(note if done else _("All words you know are fresh. Come again another day."))
        titles = {
            Came.NEW: _("New words: you have practised them for the first time"),
            Came.FIRMER: _("You know these words better now"),
            Came.AGAIN: _("These words come again next time"),
        }
        for came, card in self._cards.items():
            card.set_title(titles[came])
