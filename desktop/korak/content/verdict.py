# SPDX-License-Identifier: GPL-3.0-or-later
"""What an exercise says about an answer: a fact, never a sentence."""

from dataclasses import dataclass
from enum import Enum


class Result(Enum):
    """The four results of an answer."""

    EXACT = "exact"
    DIACRITICS = "diacritics"
    TYPO = "typo"
    WRONG = "wrong"

    @property
    def accepted(self) -> bool:
        """Whether the learner meant the right thing."""
        return self is not Result.WRONG


class DifferenceKind(Enum):
    """How a letter of the answer differs from the expected text."""

    MISSING = "missing"
    EXTRA = "extra"
    SWAPPED = "swapped"
    CHANGED = "changed"
    CARON = "caron"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in the expected text where the answer differs; an extra letter has start == end."""

    start: int
    end: int
    kind: DifferenceKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer: result, score, the expected text and where the answer differs from it."""

    result: Result
    score: float
    expected: str
    differences: tuple[Difference, ...] = ()
    parts: tuple[bool, ...] = ()  # right or not, for each pair of a match, in the author's order

    @property
    def accepted(self) -> bool:
        """Whether the answer counts as right."""
        return self.result.accepted
