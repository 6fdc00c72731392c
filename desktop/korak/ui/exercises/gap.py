# SPDX-License-Identifier: GPL-3.0-or-later
"""A gap on the screen: a sentence or a form with a hole; the word is chosen, or written."""

from korak.content.exercises.gap import Gap
from korak.content.verdict import Verdict
from korak.ui.choosing import ChoosingView, spoken_options
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.sentence import HoleForm, HoleSentence
from korak.ui.writing import WritingView


def gap_view(exercise: Gap, pack: str, frame: Frame, seed: str) -> ExerciseView:
    """The view of a gap: with options to choose from, or a field to write in."""
    if exercise.wrong:
        return ChosenGapView(exercise, pack, frame, seed)
    return WrittenGapView(exercise, pack, frame)


class ChosenGapView(ChoosingView):
    """The missing word among others; what is chosen is seen in its place at once."""

    def __init__(self, exercise: Gap, pack: str, frame: Frame, seed: str) -> None:
        self._exercise = exercise
        self._gloss = OwnWords(frame)
        self._text = _drawn(exercise)
        super().__init__(
            exercise, spoken_options(exercise.options(seed)), pack, frame, heard=exercise.filled()
        )
        self.put_question(self._text)
        self.put_question(self._gloss)
        self.can_submit.connect(self._fill)

    def mark_answer(self, verdict: Verdict) -> None:
        """Once settled the right word stands in the hole."""
        super().mark_answer(verdict)
        self._text.fill(self._exercise.answer if self.settled else "")

    def retranslate(self) -> None:
        """Say in the learner's language which word, or what sentence, is meant."""
        super().retranslate()
        said = self._exercise.base or self._exercise.text
        self._gloss.set_text(self.second(said), self.frame.below() or "")

    def _fill(self) -> None:
        self._text.fill(self.answer() or "")


class WrittenGapView(WritingView):
    """The missing word is written."""

    def __init__(self, exercise: Gap, pack: str, frame: Frame) -> None:
        self._exercise = exercise
        self._gloss = OwnWords(frame)
        self._text = _drawn(exercise)
        super().__init__(exercise, pack, frame, heard=exercise.filled())
        self.put_question(self._text)
        self.put_question(self._gloss)

    def mark_answer(self, verdict: Verdict) -> None:
        """Once settled the right word stands in the hole."""
        super().mark_answer(verdict)
        self._text.fill(self._exercise.answer if self.settled else "")

    def retranslate(self) -> None:
        """Say in the learner's language which word, or what sentence, is meant."""
        super().retranslate()
        said = self._exercise.base or self._exercise.text
        self._gloss.set_text(self.second(said), self.frame.below() or "")


def _drawn(exercise: Gap) -> HoleSentence | HoleForm:
    if exercise.drawn == "form":
        return HoleForm(exercise.title, exercise.text)
    return HoleSentence(exercise.text)
