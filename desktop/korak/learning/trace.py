# SPDX-License-Identifier: GPL-3.0-or-later
"""What a review of a word leaves, and what a model of forgetting can be asked."""

from typing import NamedTuple, Protocol


class Trace(NamedTuple):
    """What the reviews of a word leave behind."""

    stability: float  # days until the chance to know the word falls to 0.9
    difficulty: float  # 1 (easy) to 10 (hard)


class Model(Protocol):
    """A model of forgetting; days are whole, grades are 1 (again), 2 (hard) and 3 (good)."""

    def first(self, grade: int) -> Trace:
        """What the first review of a word leaves."""
        ...

    def after(self, trace: Trace, days: int, grade: int) -> Trace:
        """What a review leaves that comes some days (1 or more) after the one before it."""
        ...

    def interval(self, stability: float) -> int:
        """The days (1 or more) after a review until a word of some stability is due again."""
        ...

    def chance(self, stability: float, days: int) -> float:
        """The chance (0 to 1) to know a word some days (0 or more) after its last review."""
        ...
