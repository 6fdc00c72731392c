# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose the word on the screen: a picture, the learner's own word or a sentence; words below."""

from korak.content.exercises.choose_word import ChooseWord
from korak.content.verdict import Verdict
from korak.ui.choosing import ChoosingView, spoken_options
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.sentence import HoleSentence


class ChooseWordView(ChoosingView):
    """A word among words alike."""

    def __init__(self, exercise: ChooseWord, pack: str, frame: Frame, seed: str) -> None:
        self._right = exercise.right
        self._gloss = OwnWords(frame)
        self._clue = HoleSentence(exercise.clue)
        self._clue.setVisible(False)
        super().__init__(exercise, spoken_options(exercise.options(seed)), pack, frame, heard=exercise.right)
        self.put_question(self._gloss)
        self.put_question(self._clue)
        self._clue.setVisible(bool(exercise.clue) and not exercise.picture)

    def mark_answer(self, verdict: Verdict) -> None:
        """Once settled the sentence is whole."""
        super().mark_answer(verdict)
        if self.settled:
            self._clue.fill(self._right)

    def retranslate(self) -> None:
        """Show the learner's own word."""
        super().retranslate()
        self._gloss.set_text(self.second(self._right), self.frame.below() or "")
