# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose the word: a picture, the learner's own word or a sentence with a gap, and words to choose from."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, Need, chosen, shuffled
from korak.content.part import Line, Sentence
from korak.content.verdict import Verdict


class ChooseWord(ExercisePart, frozen=True, kw_only=True, tag="choose_word", tag_field="kind"):
    """A word among words alike; `clue` is a sentence in which it is missing (___)."""

    right: Line
    wrong: tuple[Line, ...]
    clue: Sentence = ""

    @property
    def needs(self) -> frozenset[Need]:
        """Without a picture, the learner's own word must say what is meant."""
        return frozenset() if self.picture else frozenset({Need.OWN_LANGUAGE})

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Every word, in an order that depends on the seed alone."""
        return shuffled((self.right, *self.wrong), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the right word was chosen."""
        del words
        return chosen(answer, self.right)

    def model(self) -> str:
        """The right word."""
        return self.right

    def spoken(self) -> tuple[str, ...]:
        """The question and every word."""
        return (self.ask, self.right, *self.wrong)
