# SPDX-License-Identifier: GPL-3.0-or-later
"""The right form on the screen: a sentence with a hole, the word, and its forms to choose from."""

from korak.content.exercises.right_form import RightForm
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.choosing import ChoosingView, spoken_options
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.sentence import HoleSentence
from korak.ui.widgets.labels import Label


class RightFormView(ChoosingView):
    """A case after a preposition, the polite command, agreement, the dual."""

    def __init__(self, exercise: RightForm, pack: str, frame: Frame, seed: str) -> None:
        self._exercise = exercise
        self._sentence = HoleSentence(exercise.text)
        self._base = Label("", "soft")
        self._below = OwnWords(frame, "soft")
        super().__init__(
            exercise, spoken_options(exercise.options(seed)), pack, frame, heard=exercise.filled()
        )
        if "→" in exercise.text:
            self.heard = exercise.right
        self.put_question(self._sentence)
        self.put_question(self._below)
        self.put_question(self._base)

    def mark_answer(self, verdict: Verdict) -> None:
        """Show the chosen form in the sentence; once settled the right one."""
        super().mark_answer(verdict)
        self._sentence.fill(self._exercise.right if self.settled else "")

    def retranslate(self) -> None:
        """Name the word as the dictionary has it."""
        super().retranslate()
        self._below.set_text(self.second(self._exercise.text), self.frame.below() or "")
        gloss = self.second(self._exercise.base)
        word = f"{self._exercise.base} ({gloss})" if gloss else self._exercise.base
        self._base.setText(_("The word: {word}").format(word=word))
