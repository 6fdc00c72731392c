# SPDX-License-Identifier: GPL-3.0-or-later
"""A flash card on the screen: picture and sound first; turned, it shows the word and what it means."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.exercises.flash import KNOWN, NEW, Flash
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.choosing import ChoosingView, Option
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing
from korak.ui.own_words import OwnWords
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card, Feedback
from korak.ui.widgets.labels import Label


class FlashView(ChoosingView):
    """One word; the learner turns the card and says whether they knew it."""

    def __init__(self, exercise: Flash, pack: str, frame: Frame) -> None:
        self._exercise = exercise
        self._hearing = Hearing(frame, exercise.text)
        self._front = not exercise.picture
        self._turned = False
        self._word = Label(exercise.text, "title")
        self._gloss = OwnWords(frame)
        self._example = Label(exercise.example, "lead")
        self._example_gloss = OwnWords(frame, "soft")
        self._turn = Button("", "main", icon="refresh-cw")
        self._turn.clicked.connect(self.turn)
        options = (Option(KNOWN, "", _("I knew it.")), Option(NEW, "", _("It is new to me.")))
        super().__init__(exercise, options, pack, frame)
        self._card_of_word = Card("now")
        self._card_of_word.body.addWidget(self._word)
        for part in (self._gloss, self._example, self._example_gloss):
            self._card_of_word.body.addWidget(part)
        side = QWidget()
        lines = QVBoxLayout(side)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(16)
        lines.addWidget(self._hearing)
        lines.addWidget(self._card_of_word)
        lines.addWidget(self._turn)
        self.put_question(side)
        frame.voice.changed.connect(self._show_side)
        self._show_side()

    @property
    def turned(self) -> bool:
        """Whether the back of the card is seen."""
        return self._turned

    def turn(self) -> None:
        """Show the back of the card."""
        self._turned = True
        self._show_side()
        self.focus_answer()

    def feedback(self, verdict: Verdict) -> Feedback:
        """What comes next; nothing here is a mistake."""
        if verdict.accepted:
            return Feedback("right", _("Good. The word comes back later."))
        return Feedback("near", _("Good to know. You will soon meet the word again."))

    def mark_answer(self, verdict: Verdict) -> None:
        """What was said of oneself stays marked as chosen."""

    def start(self) -> None:
        """Say the word."""
        super().start()
        self._hearing.begin()

    def focus_answer(self) -> None:
        """Put the focus on the turn button, then on what one says of oneself."""
        if self._turned:
            super().focus_answer()
        else:
            self._turn.setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._hearing.retranslate()
        self._turn.setText(_("Turn the card"))
        language = self.frame.below() or ""
        self._gloss.set_text(self.second(self._exercise.text), language)
        self._example_gloss.set_text(self.second(self._exercise.example), language)
        for card, text in zip(self._cards, (_("I knew it."), _("It is new to me.")), strict=False):
            card.setText(text)
            card.setAccessibleName(text)
        self._show_side()

    def _show_side(self) -> None:
        self._hearing.setVisible(self._hearing.possible)
        self._card_of_word.setVisible(self._turned or self._front or not self._hearing.possible)
        for part in (self._gloss, self._example_gloss):
            part.setVisible(self._turned and bool(part.text()))
        self._example.setVisible(self._turned and bool(self._exercise.example))
        self._turn.setVisible(not self._turned)
        self._board.setVisible(self._turned)
