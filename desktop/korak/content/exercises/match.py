# SPDX-License-Identifier: GPL-3.0-or-later
"""A match: left and right halves that belong together."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, shared, shuffled
from korak.content.part import Line, Part, PictureName
from korak.content.verdict import Verdict


class Pair(Part, frozen=True, kw_only=True):
    """Two halves that belong together; the picture stands for the left half."""

    left: Line
    right: Line
    picture: PictureName = ""


class Match(ExercisePart, frozen=True, kw_only=True, tag="match", tag_field="kind"):
    """Pairs to put together; with `by_picture` only the pictures are seen on the left."""

    pairs: tuple[Pair, ...]
    by_picture: bool = False

    def options(self, seed: str = "") -> tuple[str, ...]:
        """The right halves, in an order that depends on the seed alone."""
        return shuffled((pair.right for pair in self.pairs), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """How many pairs are put together rightly; the score is their share."""
        del words
        given = {one[0]: one[1] for one in answer if len(one) == 2}
        parts = [given.get(pair.left) == pair.right for pair in self.pairs]
        return shared(parts, "; ".join(f"{pair.left} – {pair.right}" for pair in self.pairs))

    def model(self) -> tuple[tuple[str, str], ...]:
        """Every pair."""
        return tuple((pair.left, pair.right) for pair in self.pairs)

    def spoken(self) -> tuple[str, ...]:
        """The question and both halves of every pair."""
        return (self.ask, *(half for pair in self.pairs for half in (pair.left, pair.right)))
