# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the items of a scale hang together: alpha with its interval, omega, and figures of single items.

For bank maintainers and pooled data; a group's own alpha is never used for the precision of its scores
(assessment.md §2.4). What to show: alpha from 30 people on, omega from 50, discrimination from 30.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import correlation, is_constant, mean, variance
from korak.assessment.distributions import f_quantile

SHOW_ALPHA_FROM = 30
SHOW_OMEGA_FROM = 50
_ITERATIONS = 5000

Rows = Sequence[Sequence[float | None]]


class Reliability(NamedTuple):
    """Figures of a scale over complete rows; None where they are not defined."""

    n: int
    k: int
    alpha: float | None
    low: float | None
    high: float | None
    r_drop: tuple[float | None, ...]  # corrected item-total correlation
    means: tuple[float | None, ...]

    def facility(self, maxima: Sequence[float]) -> tuple[float | None, ...]:
        """The share of the points of each item that was reached, 0 to 1."""
        pairs = zip(self.means, maxima, strict=True)
        return tuple(None if middle is None or most <= 0 else middle / most for middle, most in pairs)


def complete_rows(rows: Rows) -> list[list[float]]:
    """The people who answered every item (listwise deletion)."""
    kept: list[list[float]] = []
    for row in rows:
        values = [value for value in row if value is not None]
        if len(values) == len(row):
            kept.append(values)
    return kept


def reliability(rows: Rows) -> Reliability:
    """Cronbach's alpha k/(k - 1) (1 - sum of item variances / variance of the sum), with Feldt's interval.

    Feldt (1965): 1 - (1 - alpha) F[.975; n - 1, (n - 1)(k - 1)] to 1 - (1 - alpha) F[.025; ...]. KR-20 is
    alpha of items scored 0/1.
    """
    people = complete_rows(rows)
    k = len(rows[0]) if rows else 0
    items = [[row[place] for row in people] for place in range(k)]
    alpha = cronbach(items)
    low, high = _feldt(alpha, len(people), k)
    totals = [math.fsum(row) for row in people]
    return Reliability(
        n=len(people),
        k=k,
        alpha=alpha,
        low=low,
        high=high,
        r_drop=tuple(_r_drop(item, totals) for item in items),
        means=tuple(mean(item) for item in items),
    )


def cronbach(items: Sequence[Sequence[float]]) -> float | None:
    """Alpha of items (columns); None below two items or two people, or when sums do not vary."""
    if len(items) < 2 or len(items[0]) < 2:
        return None
    totals = [math.fsum(row) for row in zip(*items, strict=True)]
    if is_constant(totals):
        return None
    single = math.fsum(variance(item) or 0.0 for item in items)
    k = len(items)
    return k / (k - 1) * (1 - single / (variance(totals) or 1.0))


def _feldt(alpha: float | None, n: int, k: int) -> tuple[float | None, float | None]:
    if alpha is None:
        return None, None
    df1, df2 = n - 1, (n - 1) * (k - 1)
    return 1 - (1 - alpha) * f_quantile(0.975, df1, df2), 1 - (1 - alpha) * f_quantile(0.025, df1, df2)


def _r_drop(item: Sequence[float], totals: Sequence[float]) -> float | None:
    """Correlation of an item with the sum of the others; None when one of them is constant."""
    return correlation(item, [total - value for total, value in zip(totals, item, strict=True)])


def omega(rows: Rows) -> float | None:
    """McDonald's omega total of one factor: (sum of loadings)^2 / (the same + sum of uniquenesses).

    Maximum likelihood on the correlations, put back on the covariance metric. None when an item is constant
    or there are too few.
    """
    people = complete_rows(rows)
    k = len(rows[0]) if rows else 0
    items = [[row[place] for row in people] for place in range(k)]
    if k < 3 or len(people) < 3 or any(is_constant(item) for item in items):
        return None
    matrix = [[correlation(a, b) or 0.0 for b in items] for a in items]
    for place in range(k):
        matrix[place][place] = 1.0
    loadings, unique = _one_factor(matrix)
    spreads = [math.sqrt(variance(item) or 0.0) for item in items]
    common = math.fsum(loading * spread for loading, spread in zip(loadings, spreads, strict=True)) ** 2
    rest = math.fsum(own * spread**2 for own, spread in zip(unique, spreads, strict=True))
    return common / (common + rest)


def _one_factor(matrix: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    """Loadings and uniquenesses of one factor by the EM algorithm (Rubin & Thayer 1982)."""
    k = len(matrix)
    loadings, unique = [0.7] * k, [0.5] * k
    for _ in range(_ITERATIONS):
        weights = [loading / own for loading, own in zip(loadings, unique, strict=True)]
        precision = 1.0 + math.fsum(w * loading for w, loading in zip(weights, loadings, strict=True))
        beta = [weight / precision for weight in weights]
        cross = [math.fsum(matrix[i][j] * beta[j] for j in range(k)) for i in range(k)]
        second = 1.0 / precision + math.fsum(b * c for b, c in zip(beta, cross, strict=True))
        renewed = [c / second for c in cross]
        change = max(abs(new - old) for new, old in zip(renewed, loadings, strict=True))
        loadings = renewed
        unique = [max(1.0 - loading * c, 0.005) for loading, c in zip(loadings, cross, strict=True)]
        if change < 1e-9:
            break
    return loadings, unique
