# SPDX-License-Identifier: GPL-3.0-or-later
"""Listen and choose on the screen: a big loudspeaker, written words below."""

from korak.content.exercises.listen import Listen
from korak.ui.choosing import ChoosingView, Option
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing


class ListenView(ChoosingView):
    """Something heard, and what it could be; the cards stay silent, or one could simply compare."""

    def __init__(self, exercise: Listen, pack: str, frame: Frame, seed: str) -> None:
        self._hearing = Hearing(frame, exercise.right)
        options = tuple(Option(text) for text in exercise.options(seed))
        super().__init__(exercise, options, pack, frame, heard=exercise.right)
        self.put_question(self._hearing)

    def start(self) -> None:
        """Say it."""
        super().start()
        self._hearing.begin()

    def retranslate(self) -> None:
        super().retranslate()
        self._hearing.retranslate()
