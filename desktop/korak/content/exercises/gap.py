# SPDX-License-Identifier: GPL-3.0-or-later
"""A gap in a sentence or on a form: a word is missing, to be chosen or written."""

from collections.abc import Container
from typing import Literal

from korak.content.exercise import Answer, ExercisePart, Need, chosen, shuffled, written
from korak.content.part import Line, Sentence
from korak.content.verdict import Verdict

HOLE = "___"


class Gap(ExercisePart, frozen=True, kw_only=True, tag="gap", tag_field="kind"):
    """A text with one hole (___); without wrong answers the word is written, else chosen."""

    text: Sentence  # on a form: the lines of the form, one of them with the hole
    answer: Line
    also: tuple[Line, ...] = ()
    wrong: tuple[Line, ...] = ()
    drawn: Literal["sentence", "form"] = "sentence"
    title: Line = ""  # the heading of the form
    base: Line = ""  # the word as the dictionary has it: its translation says what is meant

    @property
    def needs(self) -> frozenset[Need]:
        """A gap for one word of a dictionary needs its picture or its translation."""
        return frozenset({Need.OWN_LANGUAGE}) if self.base and not self.picture else frozenset()

    def options(self, seed: str = "") -> tuple[str, ...]:
        """The words to choose from, in an order that depends on the seed alone; none when one writes."""
        return shuffled((self.answer, *self.wrong), f"{seed}/{self.id}") if self.wrong else ()

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Chosen: right or not; written: letter by letter."""
        if self.wrong:
            return chosen(answer, self.answer)
        return written(answer, self.answer, self.also, words)

    def model(self) -> str:
        """The missing word."""
        return self.answer

    def filled(self) -> str:
        """The text with the word in its place."""
        return self.text.replace(HOLE, self.answer)

    def spoken(self) -> tuple[str, ...]:
        """The question, every word and the whole text."""
        return (self.ask, self.answer, *self.wrong, self.filled())
