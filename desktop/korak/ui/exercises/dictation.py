# SPDX-License-Identifier: GPL-3.0-or-later
"""A dictation on the screen: a big loudspeaker and a field to write in."""

from korak.content.exercises.dictation import Dictation
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing
from korak.ui.writing import WritingView


class DictationView(WritingView):
    """What is heard is written, at one's own speed and heard as often as one likes."""

    def __init__(self, exercise: Dictation, pack: str, frame: Frame) -> None:
        self._hearing = Hearing(frame, exercise.answer)
        super().__init__(exercise, pack, frame, heard=exercise.answer)
        self.put_question(self._hearing)

    def start(self) -> None:
        """Say it."""
        super().start()
        self._hearing.begin()

    def retranslate(self) -> None:
        super().retranslate()
        self._hearing.retranslate()
