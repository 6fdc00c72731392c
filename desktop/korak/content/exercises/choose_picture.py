# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose the picture: a word is heard and read, one of several pictures shows it."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, chosen, shuffled
from korak.content.part import Line, Part, PictureName
from korak.content.verdict import Verdict


class PictureOption(Part, frozen=True, kw_only=True):
    """A picture and the word it stands for."""

    text: Line
    picture: PictureName


class ChoosePicture(ExercisePart, frozen=True, kw_only=True, tag="choose_picture", tag_field="kind"):
    """A word and its picture among others."""

    right: PictureOption
    wrong: tuple[PictureOption, ...]

    def options(self, seed: str = "") -> tuple[PictureOption, ...]:
        """Every picture, in an order that depends on the seed alone."""
        known = {one.text: one for one in (self.right, *self.wrong)}
        return tuple(known[text] for text in shuffled(known, f"{seed}/{self.id}"))

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the picture of the right word was chosen; the answer is the word of the picture."""
        del words
        return chosen(answer, self.right.text)

    def model(self) -> str:
        """The word."""
        return self.right.text

    def spoken(self) -> tuple[str, ...]:
        """The question and the word."""
        return (self.ask, self.right.text)
