# SPDX-License-Identifier: GPL-3.0-or-later
"""A minimal pair: two words that differ by one sound only; one of them is heard."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, Need, chosen, shuffled
from korak.content.verdict import Verdict


class MinimalPair(ExercisePart, frozen=True, kw_only=True, tag="minimal_pair", tag_field="kind"):
    """The word that is heard and the one that sounds almost alike; `contrast` names the sounds: s/š."""

    right: str
    other: str
    contrast: str

    @property
    def needs(self) -> frozenset[Need]:
        """What must be at hand."""
        return frozenset({Need.VOICE})

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Both words, in an order that depends on the seed alone."""
        return shuffled((self.right, self.other), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the word that was heard was chosen."""
        del words
        return chosen(answer, self.right)

    def model(self) -> str:
        """The word that is heard."""
        return self.right

    def heard(self) -> str:
        """What is listened to."""
        return self.right

    def spoken(self) -> tuple[str, ...]:
        """The question and both words."""
        return (self.ask, self.right, self.other)
