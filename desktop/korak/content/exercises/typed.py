# SPDX-License-Identifier: GPL-3.0-or-later
"""A typed answer: what the learner writes, judged letter by letter."""

from collections.abc import Container

from korak.content.letters import compare
from korak.content.part import Line, Part, PictureName, Sentence
from korak.content.verdict import Result, Verdict

SCORES = {Result.EXACT: 1.0, Result.DIACRITICS: 1.0, Result.TYPO: 1.0, Result.WRONG: 0.0}
ORDER = tuple(SCORES)


class Typed(Part, frozen=True, kw_only=True, tag="typed", tag_field="kind"):
    """A question answered by writing; `also` lists other right answers."""

    id: str = ""
    ask: Sentence
    answer: Line
    also: tuple[Line, ...] = ()
    picture: PictureName = ""
    why: Sentence = ""

    def judge(self, answer: str, words: Container[str] = ()) -> Verdict:
        """The best result over the answer and its variants; `words` are real words, never typos."""
        best: Verdict | None = None
        for expected in (self.answer, *self.also):
            result, shown, differences = compare(expected, answer, words)
            if best is None or ORDER.index(result) < ORDER.index(best.result):
                best = Verdict(result, SCORES[result], shown, differences)
        assert best is not None  # noqa: S101 - there is always the answer itself
        return best

    def simple(self, answer: str) -> str:
        """The answer as a short readable text."""
        return " ".join(answer.split())
