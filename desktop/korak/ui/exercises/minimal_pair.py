# SPDX-License-Identifier: GPL-3.0-or-later
"""A minimal pair on the screen: one of two words is heard; afterwards both may be compared by ear."""

from korak.content.exercises.minimal_pair import MinimalPair
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.choosing import ChoosingView, spoken_options
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing
from korak.ui.widgets.cards import Feedback


class MinimalPairView(ChoosingView):
    """Two words that sound almost alike, each with its own loudspeaker."""

    def __init__(self, exercise: MinimalPair, pack: str, frame: Frame, seed: str) -> None:
        self._contrast = exercise.contrast
        self._hearing = Hearing(frame, exercise.right)
        super().__init__(exercise, spoken_options(exercise.options(seed)), pack, frame, heard=exercise.right)
        self.put_question(self._hearing)

    def start(self) -> None:
        """Say the word."""
        super().start()
        self._hearing.begin()

    def feedback(self, verdict: Verdict) -> Feedback:
        """Name the two sounds, and let them be compared."""
        said = super().feedback(verdict)
        sounds = _("Listen to both words: {sounds}.").format(sounds=self._contrast)
        return Feedback(said.kind, said.title, said.pieces, sounds)

    def retranslate(self) -> None:
        super().retranslate()
        self._hearing.retranslate()
