# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation on the screen: the learner's own word, large, and a field for the Slovenian one."""

from korak.content.exercises.translate import Translate
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.writing import WritingView


class TranslateView(WritingView):
    """The own word is read, the Slovenian one is written."""

    def __init__(self, exercise: Translate, pack: str, frame: Frame) -> None:
        self._base = exercise.base
        self._own = OwnWords(frame, "sentence")
        super().__init__(exercise, pack, frame, heard=exercise.answer)
        self.put_question(self._own)

    def retranslate(self) -> None:
        """Show the word in the learner's language."""
        super().retranslate()
        self._own.set_text(self.second(self._base), self.frame.below() or "")
