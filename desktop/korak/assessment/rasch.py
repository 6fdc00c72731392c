# SPDX-License-Identifier: GPL-3.0-or-later
"""Ability from a calibrated bank: partial credit model, fixed difficulties, Warm's estimate and its error.

P(x) is proportional to exp(sum over k <= x of (theta - d_k)), in logits; an item with one threshold is the
Rasch model. Items not administered are left out. Calibration is never done here (assessment.md §1.7).
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from korak.assessment.distributions import bisect

LIMIT = 20.0  # logits; no estimate lies outside

Thresholds = Sequence[float]


class Ability(NamedTuple):
    """An estimate in logits with its standard error; None where there is none."""

    theta: float | None
    se: float | None


class TableRow(NamedTuple):
    """What a raw score means: the maximum likelihood and Warm's estimate with its standard error."""

    raw: int
    mle: float | None
    wle: float | None
    se: float | None


class Moments(NamedTuple):
    """Expected score, information (variance) and third central moment of a set of items at one ability."""

    expected: float
    information: float
    third: float


def moments(theta: float, items: Sequence[Thresholds]) -> Moments:
    """Sum the moments of the items' scores at an ability."""
    single = [_item_moments(theta, item) for item in items]
    return Moments(
        math.fsum(item.expected for item in single),
        math.fsum(item.information for item in single),
        math.fsum(item.third for item in single),
    )


def _item_moments(theta: float, thresholds: Thresholds) -> Moments:
    exponents = [0.0]
    for threshold in thresholds:
        exponents.append(exponents[-1] + theta - threshold)
    largest = max(exponents)
    weights = [math.exp(exponent - largest) for exponent in exponents]
    whole = math.fsum(weights)
    chances = [weight / whole for weight in weights]
    expected = math.fsum(x * chance for x, chance in enumerate(chances))
    second = math.fsum((x - expected) ** 2 * chance for x, chance in enumerate(chances))
    third = math.fsum((x - expected) ** 3 * chance for x, chance in enumerate(chances))
    return Moments(expected, second, third)


def highest_score(items: Sequence[Thresholds]) -> int:
    """The most points these items give."""
    return sum(len(item) for item in items)


def mle(raw: float, items: Sequence[Thresholds]) -> Ability:
    """Solve raw = E(theta); infinite at either end of the scale, hence None there."""
    if not items or not 0 < raw < highest_score(items):
        return Ability(None, None)
    return _at(_root(lambda theta: moments(theta, items).expected - raw), items)


def wle(raw: float, items: Sequence[Thresholds]) -> Ability:
    """Warm's (1989) weighted likelihood estimate, the one to report: raw - E + J / 2I = 0, always finite."""
    if not items or not 0 <= raw <= highest_score(items):
        return Ability(None, None)

    def distance(theta: float) -> float:
        here = moments(theta, items)
        if here.information <= 0.0:
            return math.copysign(1.0, theta)
        return here.expected - raw - here.third / (2 * here.information)

    return _at(_root(distance), items)


def scored(scores: Sequence[int | None], items: Sequence[Thresholds]) -> Ability:
    """Warm's estimate of one person from item scores; an item not administered (None) is left out."""
    given = [(score, item) for score, item in zip(scores, items, strict=True) if score is not None]
    return wle(sum(score for score, _ in given), [item for _, item in given])


def score_table(items: Sequence[Thresholds]) -> tuple[TableRow, ...]:
    """What every raw score means when all items were administered."""
    rows: list[TableRow] = []
    for raw in range(highest_score(items) + 1):
        warm = wle(raw, items)
        rows.append(TableRow(raw, mle(raw, items).theta, warm.theta, warm.se))
    return tuple(rows)


def expected_percent(theta: float, items: Sequence[Thresholds]) -> float | None:
    """The percent score to expect at an ability; None of no items."""
    most = highest_score(items)
    return 100.0 * moments(theta, items).expected / most if most else None


def _root(distance: Callable[[float], float]) -> float:
    return bisect(distance, -LIMIT, LIMIT)


def _at(theta: float, items: Sequence[Thresholds]) -> Ability:
    """SE = 1 / sqrt(I(theta))."""
    information = moments(theta, items).information
    return Ability(theta, 1.0 / math.sqrt(information) if information > 0.0 else None)
