# SPDX-License-Identifier: GPL-3.0-or-later
"""The right form: a case after a preposition, the polite command, agreement, the dual."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, chosen, shuffled
from korak.content.part import Line, Sentence
from korak.content.verdict import Verdict

HOLE = "___"


class RightForm(ExercisePart, frozen=True, kw_only=True, tag="right_form", tag_field="kind"):
    """A sentence with one hole (___), the word as the dictionary has it, and its forms to choose from."""

    text: Sentence
    base: Line
    right: str
    wrong: tuple[str, ...]

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Every form, in an order that depends on the seed alone."""
        return shuffled((self.right, *self.wrong), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the right form was chosen."""
        del words
        return chosen(answer, self.right)

    def model(self) -> str:
        """The right form."""
        return self.right

    def filled(self) -> str:
        """The sentence with the form in its place."""
        return self.text.replace(HOLE, self.right)

    def spoken(self) -> tuple[str, ...]:
        """The question, every form and the whole sentence."""
        return (self.ask, self.right, *self.wrong, self.filled())
