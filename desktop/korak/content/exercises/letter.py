# SPDX-License-Identifier: GPL-3.0-or-later
"""A short letter from an office, and a question about it."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, chosen, shuffled
from korak.content.part import Line, Sentence
from korak.content.verdict import Verdict


class Letter(ExercisePart, frozen=True, kw_only=True, tag="letter", tag_field="kind"):
    """A letter as it comes by post, and what one should understand of it."""

    sender: Line
    date: str = ""
    title: Line
    text: tuple[Sentence, ...]
    signed: Line = ""
    right: Line
    wrong: tuple[Line, ...]

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Every answer, in an order that depends on the seed alone."""
        return shuffled((self.right, *self.wrong), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the right answer was chosen."""
        del words
        return chosen(answer, self.right)

    def model(self) -> str:
        """The right answer."""
        return self.right

    def spoken(self) -> tuple[str, ...]:
        """The letter, the question and every answer."""
        return (self.title, *self.text, self.ask, self.right, *self.wrong)
