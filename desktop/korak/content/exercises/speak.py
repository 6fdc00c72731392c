# SPDX-License-Identifier: GPL-3.0-or-later
"""Speak and compare: hear the model, say it, hear oneself beside it; nobody judges the voice but oneself."""

from collections.abc import Container
from typing import Literal

from korak.content.exercise import Answer, ExercisePart, Need, whole
from korak.content.part import Line
from korak.content.verdict import Verdict

Alike = Literal["alike", "again"]
ALIKE: Alike = "alike"
AGAIN: Alike = "again"


class Speak(ExercisePart, frozen=True, kw_only=True, tag="speak", tag_field="kind"):
    """A word or short sentence to say aloud; the answer is what the learner thinks of their own voice."""

    text: Line

    @property
    def needs(self) -> frozenset[Need]:
        """What must be at hand."""
        return frozenset({Need.VOICE, Need.MICROPHONE})

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """What the learner says: it sounds alike, or they want to practise more."""
        del words
        return whole(answer == ALIKE, self.text)

    def model(self) -> str:
        """It sounds alike."""
        return ALIKE

    def heard(self) -> str:
        """What is listened to."""
        return self.text

    def spoken(self) -> tuple[str, ...]:
        """The question and the text."""
        return (self.ask, self.text)
