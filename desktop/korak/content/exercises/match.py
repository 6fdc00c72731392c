# SPDX-License-Identifier: GPL-3.0-or-later
"""A match: left and right halves that belong together."""

from collections.abc import Container
from hashlib import sha256

from korak.content.part import Line, Part, PictureName, Sentence
from korak.content.verdict import Result, Verdict


class Pair(Part, frozen=True, kw_only=True):
    """Two halves that belong together; the picture stands for the left half."""

    left: Line
    right: Line
    picture: PictureName = ""


class Match(Part, frozen=True, kw_only=True, tag="match", tag_field="kind"):
    """Pairs to put together."""

    id: str = ""
    ask: Sentence
    pairs: tuple[Pair, ...]
    why: Sentence = ""

    def options(self, seed: str = "") -> tuple[str, ...]:
        """The right halves, in an order that depends on the seed alone."""

        def place(text: str) -> bytes:
            return sha256(f"{seed}/{self.id}/{text}".encode()).digest()

        return tuple(sorted((pair.right for pair in self.pairs), key=place))

    def judge(self, answer: tuple[tuple[str, str], ...], words: Container[str] = ()) -> Verdict:
        """How many pairs are put together rightly; the score is their share."""
        del words
        given = dict(answer)
        parts = tuple(given.get(pair.left) == pair.right for pair in self.pairs)
        score = sum(parts) / len(parts) if parts else 1.0
        expected = "; ".join(f"{pair.left} – {pair.right}" for pair in self.pairs)
        return Verdict(Result.EXACT if all(parts) else Result.WRONG, score, expected, parts=parts)

    def simple(self, answer: tuple[tuple[str, str], ...]) -> str:
        """The answer as a short readable text."""
        return "; ".join(f"{left} – {right}" for left, right in answer)
