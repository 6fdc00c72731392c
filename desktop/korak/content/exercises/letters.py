# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the word: its letters lie mixed up, each on a chip of its own."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, shuffled, written
from korak.content.part import Line
from korak.content.verdict import Verdict


class Letters(ExercisePart, frozen=True, kw_only=True, tag="letters", tag_field="kind"):
    """A word and its letters; `extra` are letters that do not belong to it."""

    answer: Line
    extra: str = ""

    def chips(self, seed: str = "") -> tuple[str, ...]:
        """Every letter, mixed so that the word cannot be read off; a space is a chip, too."""
        letters = (*self.answer, *self.extra)
        for turn in range(8):
            mixed = shuffled(letters, f"{seed}/{self.id}/{turn}")
            if "".join(mixed) != "".join(letters):
                return mixed
        return letters

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """The result, letter by letter, as of anything written."""
        return written("".join(map(str, answer)), self.answer, (), words)

    def model(self) -> str:
        """The word."""
        return self.answer

    def spoken(self) -> tuple[str, ...]:
        """The question and the word."""
        return (self.ask, self.answer)
