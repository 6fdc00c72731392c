# SPDX-License-Identifier: GPL-3.0-or-later
"""A dictation: what is heard is written down."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, Need, written
from korak.content.part import Line
from korak.content.verdict import Verdict


class Dictation(ExercisePart, frozen=True, kw_only=True, tag="dictation", tag_field="kind"):
    """A word or a short sentence to hear and write."""

    answer: Line

    @property
    def needs(self) -> frozenset[Need]:
        """What must be at hand."""
        return frozenset({Need.VOICE})

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """The result, letter by letter."""
        return written(answer, self.answer, (), words)

    def model(self) -> str:
        """What is heard."""
        return self.answer

    def heard(self) -> str:
        """What is listened to."""
        return self.answer

    def spoken(self) -> tuple[str, ...]:
        """The question and the text."""
        return (self.ask, self.answer)
