# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers, dates, times and amounts as offices say them: heard or read in words, found in digits."""

import re
from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, chosen, shuffled, simple
from korak.content.verdict import Result, Verdict

_GROUPS = re.compile(r"\d+")


class Number(ExercisePart, frozen=True, kw_only=True, tag="number", tag_field="kind"):
    """What is said, in words; the same in digits, among others or to be written."""

    says: str  # v torek ob pol devetih
    right: str  # 8.30
    wrong: tuple[str, ...] = ()  # without any, the learner writes

    def options(self, seed: str = "") -> tuple[str, ...]:
        """The digits to choose from, in an order that depends on the seed alone; none when one writes."""
        return shuffled((self.right, *self.wrong), f"{seed}/{self.id}") if self.wrong else ()

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Chosen: right or not. Written: spaces do not count; other marks between the digits are a typo."""
        del words
        if self.wrong:
            return chosen(answer, self.right)
        text = simple(answer)
        if _close(text) == _close(self.right):
            return Verdict(Result.EXACT, 1.0, self.right)
        same = _digits(text) == _digits(self.right) and bool(_digits(text))
        return Verdict(Result.TYPO if same else Result.WRONG, 1.0 if same else 0.0, self.right)

    def model(self) -> str:
        """The digits."""
        return self.right

    def spoken(self) -> tuple[str, ...]:
        """The question and what is said."""
        return (self.ask, self.says)


def _close(text: str) -> str:
    return "".join(text.split()).casefold().strip(".")


def _digits(text: str) -> tuple[str, ...]:
    """The groups of digits without spaces and leading zeros, so that 05. 03. is 5. 3."""
    return tuple(group.lstrip("0") or "0" for group in _GROUPS.findall("".join(text.split())))
