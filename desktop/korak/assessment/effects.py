# SPDX-License-Identifier: GPL-3.0-or-later
"""Standardised effect sizes of paired scores, for the technical annex only (assessment.md §2.2)."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import correlation, is_constant, mean, sd
from korak.assessment.distributions import bisect, noncentral_t_cdf, t_cdf, t_quantile
from korak.assessment.signed_rank import FEWEST_PAIRS

LARGEST_NCP = 37.0  # the noncentral t is good up to here


class PairedT(NamedTuple):
    """The paired t test: mean and sd of d = post - pre in points, t, df, two-sided p, 95 % interval."""

    mean: float | None
    sd: float | None
    t: float | None
    df: int | None
    p: float | None
    low: float | None
    high: float | None


class Effects(NamedTuple):
    """Effect sizes without unit; None where a denominator is zero or n too small."""

    dz: float | None  # mean(d) / sd(d)
    dz_low: float | None
    dz_high: float | None
    j: float | None  # Hedges' correction for df = n - 1
    gz: float | None  # J dz
    d_av: float | None  # mean(d) / sqrt((sd_pre^2 + sd_post^2) / 2)
    g_av: float | None  # J d_av: the one to compare courses by
    g_av_lakens: float | None  # Lakens 2013: mean of the two sd, correction 1 - 3 / (4 (n1 + n2) - 9)
    r: float | None  # correlation of pre and post


def paired_t(differences: Sequence[float]) -> PairedT:
    """Student's paired t; no p and no interval below five pairs or when everybody changed by the same."""
    centre, spread, n = mean(differences), sd(differences), len(differences)
    if centre is None or spread is None or n < FEWEST_PAIRS or is_constant(differences):
        return PairedT(
            centre, 0.0 if n > 1 and is_constant(differences) else spread, None, None, None, None, None
        )
    error = spread / math.sqrt(n)
    t = centre / error
    reach = t_quantile(0.975, n - 1) * error
    p = 2.0 * t_cdf(-abs(t), n - 1)
    return PairedT(centre, spread, t, n - 1, p, centre - reach, centre + reach)


def hedges_j(df: float) -> float | None:
    """Hedges' exact correction gamma(df/2) / (sqrt(df/2) gamma((df - 1)/2)), 0 to 1; None for df <= 1."""
    if df <= 1:
        return None
    return math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)


def effects(pre: Sequence[float], post: Sequence[float]) -> Effects:
    """All effect sizes of complete pairs."""
    differences = [after - before for before, after in zip(pre, post, strict=True)]
    n, centre = len(differences), mean(differences)
    j = hedges_j(n - 1)
    dz = _dz(differences)
    low, high = dz_interval(dz, n) if dz is not None and n >= FEWEST_PAIRS else (None, None)
    before, after = _spread(pre), _spread(post)
    d_av = _ratio(centre, math.sqrt((before**2 + after**2) / 2))
    lakens = _ratio(centre, (before + after) / 2)
    return Effects(
        dz=dz,
        dz_low=low,
        dz_high=high,
        j=j,
        gz=_product(j, dz),
        d_av=d_av,
        g_av=_product(j, d_av),
        g_av_lakens=_product(1 - 3 / (4 * 2 * n - 9), lakens) if n > 1 else None,
        r=correlation(pre, post),
    )


def dz_interval(dz: float, n: int) -> tuple[float | None, float | None]:
    """The 95 % interval of dz: ncp / sqrt(n) where P(T <= t; ncp) = .975 and .025 (noncentral t)."""
    t = dz * math.sqrt(n)
    return _inverted(t, n - 1, 0.975, n), _inverted(t, n - 1, 0.025, n)


def _inverted(t: float, df: int, p: float, n: int) -> float | None:
    low, high = -LARGEST_NCP, LARGEST_NCP
    if noncentral_t_cdf(t, df, low) < p or noncentral_t_cdf(t, df, high) > p:
        return None  # an effect so large that it has no interval worth printing
    return bisect(lambda ncp: p - noncentral_t_cdf(t, df, ncp), low, high) / math.sqrt(n)


def detectable_dz(n: int, power: float = 0.8) -> float | None:
    """The smallest dz a paired t test (two-sided .05) finds with this power; None below two pairs."""
    if n < 2:
        return None
    limit = t_quantile(0.975, n - 1)

    def missing(dz: float) -> float:
        return 1.0 - noncentral_t_cdf(limit, n - 1, dz * math.sqrt(n)) - power

    high = LARGEST_NCP / math.sqrt(n)
    return bisect(missing, 0.0, high) if missing(high) >= 0 else None


def _dz(differences: Sequence[float]) -> float | None:
    centre, spread = mean(differences), sd(differences)
    if centre is None or not spread or is_constant(differences):
        return None
    return centre / spread


def _spread(values: Sequence[float]) -> float:
    return 0.0 if is_constant(values) else sd(values) or 0.0


def _ratio(value: float | None, unit: float) -> float | None:
    return None if value is None or unit <= 0.0 else value / unit


def _product(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first * second
