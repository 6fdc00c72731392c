# SPDX-License-Identifier: GPL-3.0-or-later
"""Gain freed from the difference of forms: half the group sits A then B, half B then A (§2.3)."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import mean, variance
from korak.assessment.distributions import t_quantile


class TwoOrders(NamedTuple):
    """Gain and form effect (B - A) in points; None where an order has nobody, errors where it has one."""

    n_ab: int
    n_ba: int
    mean_ab: float | None
    mean_ba: float | None
    naive: float | None  # the plain mean of all differences, for comparison
    gain: float | None
    form_effect: float | None
    se: float | None  # of the gain and of the form effect alike
    df: float | None  # Welch
    low: float | None  # 95 % interval of the gain
    high: float | None

    @property
    def balanced(self) -> bool:
        """Whether the two orders differ by one person at most."""
        return abs(self.n_ab - self.n_ba) <= 1


def two_orders(ab: Sequence[float], ba: Sequence[float]) -> TwoOrders:
    """Gain = (mean d_AB + mean d_BA) / 2, form effect = (mean d_AB - mean d_BA) / 2, d = post - pre.

    SE = sqrt(s2_AB / n_AB + s2_BA / n_BA) / 2 with Welch's degrees of freedom.
    """
    first, second = mean(ab), mean(ba)
    se, df = _error(ab, ba)
    gain = None if first is None or second is None else (first + second) / 2
    reach = None if se is None or df is None else t_quantile(0.975, df) * se
    return TwoOrders(
        n_ab=len(ab),
        n_ba=len(ba),
        mean_ab=first,
        mean_ba=second,
        naive=mean([*ab, *ba]),
        gain=gain,
        form_effect=None if first is None or second is None else (first - second) / 2,
        se=se,
        df=df,
        low=None if gain is None or reach is None else gain - reach,
        high=None if gain is None or reach is None else gain + reach,
    )


def form_effect_is_large(orders: TwoOrders, sem: float) -> bool:
    """Whether the forms differ by more than half the standard error of measurement: then the report warns."""
    return orders.form_effect is not None and abs(orders.form_effect) > sem / 2


def _error(ab: Sequence[float], ba: Sequence[float]) -> tuple[float | None, float | None]:
    spread1, spread2 = variance(ab), variance(ba)
    if spread1 is None or spread2 is None:
        return None, None
    part1, part2 = spread1 / len(ab), spread2 / len(ba)
    below = part1**2 / (len(ab) - 1) + part2**2 / (len(ba) - 1)
    df = (part1 + part2) ** 2 / below if below > 0 else None
    return 0.5 * math.sqrt(part1 + part2), df
