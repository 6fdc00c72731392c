# SPDX-License-Identifier: GPL-3.0-or-later
"""The exact signed-rank test, conditional on ties, and the Hodges-Lehmann shift with its interval.

Why exact and own: assessment.md §2.2. With 8 to 20 people ties and zeros are the rule, where the tie-free
table and the normal approximation give other p values.
"""

from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import median

DIGITS = 9  # differences are rounded before zeros and ties are looked for: 1.1 + 0.2 must tie with 1.3
LEVEL = 0.95
FEWEST_PAIRS = 5  # below, no inferential number at all


class SignedRanks(NamedTuple):
    """W+ and W-: the sums of the mid-ranks of |d| over rises and falls, and the exact two-sided p, 0 to 1."""

    w_plus: float
    w_minus: float
    p: float

    @property
    def rank_biserial(self) -> float | None:
        """Matched-pairs r = (W+ - W-) / (W+ + W-), -1 to 1; None when nobody changed (Kerby 2014)."""
        total = self.w_plus + self.w_minus
        return (self.w_plus - self.w_minus) / total if total else None


class Shift(NamedTuple):
    """The typical change in points with its interval and the confidence the interval really has (0 to 1)."""

    estimate: float
    low: float | None
    high: float | None
    confidence: float | None


def rounded(differences: Sequence[float]) -> list[float]:
    """Differences as the tests see them."""
    return [round(d, DIGITS) + 0.0 for d in differences]


def signed_ranks(differences: Sequence[float], *, pratt: bool = False) -> SignedRanks:
    """Wilcoxon's test: zeros dropped before ranking (Wilcoxon 1945), or ranked and then dropped (Pratt 1959).

    p = min(1, 2 min(P(W <= w), P(W >= w))) over all sign flips of the observed mid-ranks. No change at all
    gives p = 1.
    """
    ranked = _doubled_ranks(rounded(differences), with_zeros=pratt)
    plus = sum(rank for d, rank in ranked if d > 0)
    total = sum(rank for _, rank in ranked)
    chances = _flips([rank for _, rank in ranked])
    below = sum(chances[: plus + 1])
    above = sum(chances[plus:])
    return SignedRanks(plus / 2, (total - plus) / 2, min(1.0, 2.0 * min(below, above)))


def hodges_lehmann(differences: Sequence[float]) -> Shift | None:
    """The median of all n (n + 1) / 2 Walsh averages (d_i + d_j) / 2, i <= j, with zeros; None of nothing.

    Interval (Hollander & Wolfe): the k-th Walsh average from either end, k = max(1, qsignrank(.025, n)); its
    confidence is 1 - 2 psignrank(k - 1, n): 93.75 % with 5 people, conservative with ties. None below 5.
    """
    values = rounded(differences)
    n = len(values)
    walsh = sorted((values[i] + values[j]) / 2 for i in range(n) for j in range(i, n))
    middle = median(walsh)
    if middle is None:
        return None
    if n < FEWEST_PAIRS:
        return Shift(middle, None, None, None)
    chances = _flips([2 * rank for rank in range(1, n + 1)])[::2]
    k = max(1, _quantile(chances, (1 - LEVEL) / 2))
    return Shift(middle, walsh[k - 1], walsh[-k], 1.0 - 2.0 * sum(chances[:k]))


def _quantile(chances: Sequence[float], p: float) -> int:
    """The smallest w with P(W <= w) >= p."""
    reached = 0.0
    for w, chance in enumerate(chances):
        reached += chance
        if reached >= p * (1 - 1e-12):
            return w
    return len(chances) - 1


def _doubled_ranks(differences: Sequence[float], *, with_zeros: bool) -> list[tuple[float, int]]:
    """Twice the mid-rank of |d| for every d that is not zero: twice, to stay with whole numbers."""
    kept = sorted((d for d in differences if with_zeros or d != 0.0), key=abs)
    ranked: list[tuple[float, int]] = []
    start = 0
    while start < len(kept):
        end = start
        while end < len(kept) and abs(kept[end]) == abs(kept[start]):
            end += 1
        ranked.extend((d, start + 1 + end) for d in kept[start:end] if d != 0.0)
        start = end
    return ranked


def _flips(doubled: Sequence[int]) -> list[float]:
    """The distribution of the doubled rank sum when every sign falls either way with chance 1/2."""
    chances = [1.0]
    for rank in doubled:
        longer = [0.0] * (len(chances) + rank)
        for w, chance in enumerate(chances):
            half = chance / 2
            longer[w] += half
            longer[w + rank] += half
        chances = longer
    return chances
