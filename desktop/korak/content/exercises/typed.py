# SPDX-License-Identifier: GPL-3.0-or-later
"""A typed answer: what the learner writes, judged letter by letter."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, written
from korak.content.part import Line
from korak.content.verdict import Verdict


class Typed(ExercisePart, frozen=True, kw_only=True, tag="typed", tag_field="kind"):
    """A question answered by writing; `also` lists other right answers."""

    answer: Line
    also: tuple[Line, ...] = ()

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """The best result over the answer and its variants; `words` are real words, never typos."""
        return written(answer, self.answer, self.also, words)

    def model(self) -> str:
        """The expected text."""
        return self.answer

    def spoken(self) -> tuple[str, ...]:
        """The question and the word."""
        return (self.ask, self.answer)
