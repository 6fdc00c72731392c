# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice: one right answer among wrong ones, in words or pictures."""

from collections.abc import Container, Mapping

import msgspec

from korak.content.exercise import Answer, ExercisePart, chosen, shuffled
from korak.content.part import Line, PictureName
from korak.content.verdict import Verdict


class Choice(ExercisePart, frozen=True, kw_only=True, tag="choice", tag_field="kind"):
    """A question with one right and some wrong answers."""

    right: Line
    wrong: tuple[Line, ...]
    pictures: Mapping[Line, PictureName] = msgspec.field(default_factory=dict[str, str])
    sound: bool = True

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Every answer, in an order that depends on the seed alone."""
        return shuffled((self.right, *self.wrong), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the chosen text is the right one."""
        del words
        return chosen(answer, self.right)

    def model(self) -> str:
        """The right text."""
        return self.right

    def simple(self, answer: Answer) -> str:
        """The chosen text, as it was."""
        return answer if isinstance(answer, str) else super().simple(answer)

    def spoken(self) -> tuple[str, ...]:
        """The question and every option."""
        return (self.ask, self.right, *self.wrong)
