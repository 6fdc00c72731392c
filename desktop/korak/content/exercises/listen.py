# SPDX-License-Identifier: GPL-3.0-or-later
"""Listen and choose: a word or sentence is heard, and found among written ones."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, Need, chosen, shuffled
from korak.content.part import Line
from korak.content.verdict import Verdict


class Listen(ExercisePart, frozen=True, kw_only=True, tag="listen", tag_field="kind"):
    """What is heard, and what it could be."""

    right: Line
    wrong: tuple[Line, ...]

    @property
    def needs(self) -> frozenset[Need]:
        """What must be at hand."""
        return frozenset({Need.VOICE})

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Every text, in an order that depends on the seed alone."""
        return shuffled((self.right, *self.wrong), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether what was heard was chosen."""
        del words
        return chosen(answer, self.right)

    def model(self) -> str:
        """What is heard."""
        return self.right

    def heard(self) -> str:
        """What is listened to."""
        return self.right

    def spoken(self) -> tuple[str, ...]:
        """The question and every text."""
        return (self.ask, self.right, *self.wrong)
