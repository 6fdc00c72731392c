# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the cuts between bands come from: the judgements of a panel (modified Angoff; assessment.md §1.8)."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import mean, sd

RP67 = math.log(2.0)  # the bookmark at which two of three just succeed lies ln 2 above the difficulty


class Standard(NamedTuple):
    """The cut in per cent: each judge's, their mean, spread and its standard error."""

    judges: tuple[float, ...]
    cut: float | None
    sd: float | None
    se: float | None

    def accepted(self, sem: float) -> bool:
        """Whether the panel agrees well enough: SE at most half the standard error of measurement."""
        return self.se is not None and self.se <= sem / 2


def angoff(ratings: Sequence[Sequence[float]], maxima: Sequence[float] | None = None) -> Standard:
    """Rows are judges, columns items: the share of the points a just-sufficient learner gets, 0 to 1."""
    weights = maxima or ([1.0] * len(ratings[0]) if ratings else [])
    possible = math.fsum(weights)
    judges = tuple(
        100.0 * math.fsum(share * weight for share, weight in zip(row, weights, strict=True)) / possible
        for row in ratings
        if possible > 0
    )
    spread = sd(judges)
    return Standard(judges, mean(judges), spread, None if spread is None else spread / math.sqrt(len(judges)))


def bookmark(difficulties: Sequence[float]) -> float | None:
    """The check by a calibrated bank: mean difficulty of the level's steps + ln 2, in logits."""
    middle = mean(difficulties)
    return None if middle is None else middle + RP67
