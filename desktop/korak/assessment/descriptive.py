# SPDX-License-Identifier: GPL-3.0-or-later
"""Where scores lie and how they spread; an undefined figure is None, never NaN."""

import math
from collections.abc import Sequence
from typing import NamedTuple

FLOOR_OR_CEILING = 0.15  # Terwee et al. 2007: 15 % of the people at an end of the scale


class Summary(NamedTuple):
    """n, mean, sd (n - 1), median, quartiles (type 7) and range, in the unit of the values."""

    n: int
    mean: float | None
    sd: float | None
    median: float | None
    q1: float | None
    q3: float | None
    low: float | None
    high: float | None

    @property
    def iqr(self) -> float | None:
        """The distance between the quartiles."""
        return None if self.q1 is None or self.q3 is None else self.q3 - self.q1


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean; None of nothing."""
    return math.fsum(values) / len(values) if values else None


def variance(values: Sequence[float]) -> float | None:
    """The variance with denominator n - 1; None below two values."""
    if len(values) < 2:
        return None
    centre = math.fsum(values) / len(values)
    return math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1)


def sd(values: Sequence[float]) -> float | None:
    """The standard deviation with denominator n - 1; None below two values."""
    spread = variance(values)
    return None if spread is None else math.sqrt(spread)


def quantile(values: Sequence[float], p: float) -> float | None:
    """The p-quantile of type 7 (R's default, Excel's QUARTILE.INC, numpy's linear), 0 <= p <= 1."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * p
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def median(values: Sequence[float]) -> float | None:
    """The middle value."""
    return quantile(values, 0.5)


def summary(values: Sequence[float]) -> Summary:
    """Describe values; no value gives n = 0 and None everywhere."""
    return Summary(
        n=len(values),
        mean=mean(values),
        sd=sd(values),
        median=median(values),
        q1=quantile(values, 0.25),
        q3=quantile(values, 0.75),
        low=min(values, default=None),
        high=max(values, default=None),
    )


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's r, -1 to 1; None below two pairs or when one side does not vary."""
    if len(first) < 2 or len(first) != len(second):
        return None
    centre1, centre2 = math.fsum(first) / len(first), math.fsum(second) / len(second)
    spread1 = math.fsum((x - centre1) ** 2 for x in first)
    spread2 = math.fsum((y - centre2) ** 2 for y in second)
    if spread1 <= 0.0 or spread2 <= 0.0 or is_constant(first) or is_constant(second):
        return None
    both = math.fsum((x - centre1) * (y - centre2) for x, y in zip(first, second, strict=True))
    return max(-1.0, min(1.0, both / math.sqrt(spread1 * spread2)))


def is_constant(values: Sequence[float]) -> bool:
    """Whether all values are the same, down to rounding of the arithmetic."""
    return not values or max(values) - min(values) <= 1e-12 * max(1.0, abs(values[0]))


def at_floor(values: Sequence[float], lowest: float) -> bool:
    """Whether the scale is too hard for this group: 15 % or more at its minimum (Terwee 2007)."""
    return bool(values) and sum(value <= lowest for value in values) >= FLOOR_OR_CEILING * len(values)


def at_ceiling(values: Sequence[float], highest: float) -> bool:
    """Whether the scale is too easy for this group: 15 % or more at its maximum (Terwee 2007)."""
    return bool(values) and sum(value >= highest for value in values) >= FLOOR_OR_CEILING * len(values)
