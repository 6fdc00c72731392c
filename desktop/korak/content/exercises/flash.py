# SPDX-License-Identifier: GPL-3.0-or-later
"""A flash card: a picture and its sound, then the word; the learner says whether they knew it."""

from collections.abc import Container
from typing import Literal

from korak.content.exercise import Answer, ExercisePart, whole
from korak.content.part import Line, Sentence
from korak.content.verdict import Verdict

Knew = Literal["known", "new"]
KNOWN: Knew = "known"
NEW: Knew = "new"


class Flash(ExercisePart, frozen=True, kw_only=True, tag="flash", tag_field="kind"):
    """One word on a card: the picture in front, the word and its example behind."""

    text: Line
    example: Sentence = ""

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """What the learner says of themselves: the word was known, or it is new."""
        del words
        return whole(answer == KNOWN, self.text)

    def model(self) -> str:
        """The word was known."""
        return KNOWN

    def spoken(self) -> tuple[str, ...]:
        """The word and its example."""
        return tuple(text for text in (self.ask, self.text, self.example) if text)
