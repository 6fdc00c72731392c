# SPDX-License-Identifier: GPL-3.0-or-later
"""My step: what I can do now, and what I will try for real; ticked by the learner, kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.lesson import MyStep
from korak.i18n import _
from korak.learning.attempt import Promise, my_step_answer
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.stations.view import Footer, StationView
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller


class TickRow(QWidget):
    """One sentence that can be ticked, with its loudspeaker and the own language below."""

    def __init__(self, frame: Frame, pack: str, sentence: str) -> None:
        super().__init__()
        self._frame = frame
        self._pack = pack
        self.sentence = sentence
        self._speak = Speaks(frame.voice, self)
        self.button = Button(sentence, "tick")
        self._below = OwnWords(frame)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button, 1)
        row.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._below)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._speak.set_speech(self.sentence)
        self._speak.set_name(_("Listen: {text}").format(text=self.sentence))
        self._below.set_text(self._frame.second(self._pack, self.sentence), self._frame.below() or "")


class MyStepView(StationView):
    """Two cards: now I can, and I will try for real."""

    def __init__(self, frame: Frame, pack: str, step: MyStep) -> None:
        super().__init__(frame)
        self._can_title = Label(role="heading")
        self._can_note = Label(role="soft")
        self._will_title = Label(role="heading")
        self._will_note = Label(role="soft")
        self._can = [TickRow(frame, pack, sentence) for sentence in step.can]
        self._will = [TickRow(frame, pack, sentence) for sentence in step.will]
        content = Fold(820)
        content.row.setContentsMargins(64, 24, 64, 16)
        content.row.setSpacing(32)
        content.row.addWidget(self._group("sparkles", self._can_title, self._can_note, self._can), 1)
        if self._will:
            content.row.addWidget(self._group("footprints", self._will_title, self._will_note, self._will), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self.retranslate()

    def footer(self) -> Footer:
        """One button; nothing has to be ticked."""
        return Footer(_("Save and finish"))

    def main_pressed(self) -> None:
        """Keep what was ticked."""
        promise = Promise(_ticked(self._can), _ticked(self._will))
        self.passed.emit(my_step_answer(promise), " · ".join((*promise.can, *promise.will)))

    def start(self) -> None:
        """Put the focus on the first sentence."""
        if self._can:
            self._can[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._can_title.setText(_("Now I can"))
        self._can_note.setText(_("Tick what you can do now."))
        self._will_title.setText(_("I will try for real"))
        self._will_note.setText(_("Choose one thing. Tell about it next time."))
        for row in (*self._can, *self._will):
            row.retranslate()

    def _group(self, picture: str, title: Label, note: Label, rows: list[TickRow]) -> QWidget:
        card = Card("card")
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(note)
        head.addWidget(Picture(picture, 56))
        head.addLayout(words, 1)
        card.body.addLayout(head)
        card.body.addSpacing(8)
        for row in rows:
            card.body.addWidget(row)
        card.body.addStretch()
        return card


def _ticked(rows: list[TickRow]) -> tuple[str, ...]:
    return tuple(row.sentence for row in rows if row.button.isChecked())
