# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation: a word of the learner's own language, written in Slovenian."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, Need, written
from korak.content.part import Line
from korak.content.verdict import Verdict


class Translate(ExercisePart, frozen=True, kw_only=True, tag="translate", tag_field="kind"):
    """A word whose translation (from the catalogue) is shown; the word itself is written."""

    base: Line  # the word as the dictionary has it: its translation is shown
    answer: Line
    also: tuple[Line, ...] = ()

    @property
    def needs(self) -> frozenset[Need]:
        """What must be at hand."""
        return frozenset({Need.OWN_LANGUAGE})

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """The best result over the word and its variants, letter by letter."""
        return written(answer, self.answer, self.also, words)

    def model(self) -> str:
        """The Slovenian word."""
        return self.answer

    def spoken(self) -> tuple[str, ...]:
        """The question and the word."""
        return (self.ask, self.answer)
