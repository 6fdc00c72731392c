# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the words in order: a sentence in pieces."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, shared, shuffled
from korak.content.part import Sentence
from korak.content.verdict import Verdict


class Order(ExercisePart, frozen=True, kw_only=True, tag="order", tag_field="kind"):
    """A sentence; `pieces` cut it where single words would not do; `also` are other good orders."""

    sentence: Sentence
    pieces: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def chips(self, seed: str = "") -> tuple[str, ...]:
        """The pieces, mixed so that the sentence cannot be read off."""
        pieces = self.model()
        for turn in range(8):
            mixed = shuffled(pieces, f"{seed}/{self.id}/{turn}")
            if mixed != pieces:
                return mixed
        return pieces

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether the pieces make the sentence or another good one; the score is the share in its place."""
        del words
        given = answer.split() if isinstance(answer, str) else [str(one) for one in answer]
        line = " ".join(given)
        if any(_same(line, one) for one in (self.sentence, *self.also)):
            return shared([True] * len(self.model()), self.sentence)
        places = zip(self.model(), given + [""] * len(self.model()), strict=False)
        parts = [wanted == put for wanted, put in places]
        return shared(parts if not all(parts) else [*parts, False], self.sentence)

    def model(self) -> tuple[str, ...]:
        """The pieces in the order of the sentence."""
        return self.pieces or tuple(self.sentence.split(" "))

    def simple(self, answer: Answer) -> str:
        """The sentence that was put together."""
        return " ".join(answer.split() if isinstance(answer, str) else map(str, answer))

    def spoken(self) -> tuple[str, ...]:
        """The question, the pieces and the sentence."""
        return (self.ask, *self.model(), self.sentence)


def _same(line: str, sentence: str) -> bool:
    """Whether two sentences are made of the same words: capitals and marks come from where a piece stood."""
    return _bare(line) == _bare(sentence)


def _bare(sentence: str) -> list[str]:
    return [word.strip(".,!?;:…").casefold() for word in sentence.split()]
