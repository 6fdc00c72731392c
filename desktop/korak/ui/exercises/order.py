# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the words in order on the screen: a sentence on numbered chips, each heard when it is pressed."""

from korak.content.exercises.order import Order
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.chips import ChipsView
from korak.ui.exercise import HINTED
from korak.ui.frame import Frame
from korak.ui.widgets.cards import Feedback


class OrderView(ChipsView):
    """A sentence to put together."""

    def __init__(self, exercise: Order, pack: str, frame: Frame, seed: str) -> None:
        self._exercise = exercise
        super().__init__(
            exercise, exercise.chips(seed), pack, frame, role="secondary", heard=exercise.sentence
        )

    def answer(self) -> tuple[str, ...] | None:
        """The pieces in the line, or None while one still waits."""
        return None if self.waiting else self.placed()

    def feedback(self, verdict: Verdict) -> Feedback:
        """How far the sentence is right, and what to try."""
        if verdict.accepted:
            return Feedback("right", _("The sentence is right."), hint=self._below())
        if not self.settled:
            first = _("The sentence begins like this: “{word}”.").format(word=self._exercise.model()[0])
            return Feedback("near", _("Almost. Some words stand elsewhere."), hint=first)
        title = _("This is the usual order: “{sentence}”").format(sentence=verdict.expected)
        return Feedback("near", title, hint=self.why or self._below())

    def mark_answer(self, verdict: Verdict) -> None:
        """Once settled the sentence lies there."""
        super().mark_answer(verdict)
        if self.settled and not verdict.accepted:
            self.lay(self._exercise.model())

    def help_of_next_try(self, verdict: Verdict) -> int:
        """The beginning is told."""
        return HINTED

    def pressed(self, text: str) -> None:
        """Say the piece."""
        self.say(text)

    def least(self) -> int:
        """Enter hands in when every piece lies there."""
        return len(self._texts)

    def face(self, place: int) -> str:
        """The piece, with the number of its key."""
        return f"{place + 1}  {self._texts[place]}" if place < 9 else self._texts[place]

    def place_of_key(self, key: str) -> int | None:
        """The piece with this number, if it waits."""
        place = int(key) - 1 if len(key) == 1 and key in "123456789" else -1
        return place if place in self.waiting else None

    def _below(self) -> str:
        return self.second(self._exercise.sentence)
