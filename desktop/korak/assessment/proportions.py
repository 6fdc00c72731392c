# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares of small groups with honest intervals, and the exact test of a share that changed."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.distributions import Z_95, binomial_cdf


class Share(NamedTuple):
    """A share and its 95 % interval, each 0 to 1; None of nobody."""

    p: float | None
    low: float | None
    high: float | None


class Switched(NamedTuple):
    """Who crossed a line between two measurements: gained, lost, and the exact two-sided p."""

    gained: int
    lost: int
    p: float


def wilson(x: int, n: int) -> Share:
    """Wilson's (1927) score interval of x among n: it never prints 0 %-0 % or 100 %-100 %.

    (p + z^2/2n +- z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n), z = 1.96.
    """
    if n <= 0:
        return Share(None, None, None)
    p, square = x / n, Z_95**2
    centre = p + square / (2 * n)
    reach = Z_95 * math.sqrt(p * (1 - p) / n + square / (4 * n * n))
    whole = 1 + square / n
    low = 0.0 if x <= 0 else (centre - reach) / whole
    high = 1.0 if x >= n else (centre + reach) / whole
    return Share(p, low, high)


def mcnemar(before: Sequence[bool], after: Sequence[bool]) -> Switched:
    """McNemar's exact test of paired yes/no: see `mcnemar_counts`."""
    pairs = list(zip(before, after, strict=True))
    return mcnemar_counts(
        sum(not first and second for first, second in pairs),
        sum(first and not second for first, second in pairs),
    )


def mcnemar_counts(gained: int, lost: int) -> Switched:
    """p = min(1, 2 P(X <= min(gained, lost))), X binomial with chance 1/2; 1 when nobody switched."""
    p = min(1.0, 2.0 * binomial_cdf(min(gained, lost), gained + lost, 0.5)) if gained + lost else 1.0
    return Switched(gained, lost, p)


def transitions(before: Sequence[int], after: Sequence[int], bands: int = 5) -> tuple[tuple[int, ...], ...]:
    """How many went from band (row) to band (column): a table of counts, bands 0 to 4."""
    pairs = list(zip(before, after, strict=True))
    return tuple(tuple(pairs.count((row, column)) for column in range(bands)) for row in range(bands))
