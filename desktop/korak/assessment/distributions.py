# SPDX-License-Identifier: GPL-3.0-or-later
"""The probability distributions behind the reports: beta, t, F, noncentral t, binomial.

Pure Python, so that a report costs no statistics library at run time (assessment.md §2.6). The absolute error
is below 1e-9 for degrees of freedom from 1 to some thousands; sample sizes here are 2 to a few hundred.
"""

import math
from collections.abc import Callable

Z_95 = 1.959963984540054  # normal quantile at .975

_TINY = 1e-300
_STEPS = 400


def normal_cdf(z: float) -> float:
    """P(Z <= z) for a standard normal variable."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def beta_cdf(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b), 0 <= x <= 1, a, b > 0.

    Continued fraction by Lentz's method (DLMF 8.17.22), on the side of the mean where it converges fast.
    """
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1.0) / (a + b + 2.0):
        return front * _beta_fraction(x, a, b) / a
    return 1.0 - front * _beta_fraction(1.0 - x, b, a) / b


def _beta_fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, _inverse(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = _inverse(1.0 + even * d), _away(1.0 + even / c)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = _inverse(1.0 + odd * d), _away(1.0 + odd / c)
        value *= d * c
        if abs(d * c - 1.0) < 1e-16:
            break
    return value


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _inverse(value: float) -> float:
    return 1.0 / _away(value)


def t_cdf(t: float, df: float) -> float:
    """P(T <= t) of Student's t with df > 0 degrees of freedom (need not be whole: Welch)."""
    square = t * t
    if square < df:  # near the middle, the other side keeps its digits
        return 0.5 + math.copysign(0.5 * beta_cdf(square / (df + square), 0.5, df / 2.0), t)
    tail = 0.5 * beta_cdf(df / (df + square), df / 2.0, 0.5)
    return 1.0 - tail if t > 0 else tail


def t_quantile(p: float, df: float) -> float:
    """The t with P(T <= t) = p, 0 < p < 1."""
    if p < 0.5:
        return -t_quantile(1.0 - p, df)
    high = 2.0
    while t_cdf(high, df) < p:
        high *= 2.0
    return bisect(lambda t: t_cdf(t, df) - p, 0.0, high)


def f_quantile(p: float, df1: float, df2: float) -> float:
    """The x with P(F <= x) = p, 0 < p < 1: x = df2 y / (df1 (1 - y)) with y ~ Beta(df1/2, df2/2)."""
    y = bisect(lambda share: beta_cdf(share, df1 / 2.0, df2 / 2.0) - p, 0.0, 1.0)
    return df2 * y / (df1 * (1.0 - y))


def noncentral_t_cdf(t: float, df: float, ncp: float) -> float:
    """P(T <= t) of the noncentral t with df > 0 and noncentrality ncp, |ncp| < 37.

    Lenth (1989), algorithm AS 243: a Poisson mixture of incomplete beta functions, both of its series kept
    going by recurrence.
    """
    if t < 0.0:
        return 1.0 - noncentral_t_cdf(-t, df, -ncp)
    start = normal_cdf(-ncp)
    if t == 0.0:
        return start
    x, b = t * t / (t * t + df), df / 2.0
    half = ncp * ncp / 2.0
    p = 0.5 * math.exp(-half)
    q = math.sqrt(2.0 / math.pi) * p * ncp
    odd, even = beta_cdf(x, 0.5, b), 1.0 - (1.0 - x) ** b
    odd_step = math.exp(math.lgamma(b + 0.5) - math.lgamma(b) + b * math.log1p(-x)) * 2.0
    odd_step *= math.sqrt(x / math.pi)
    even_step = b * x * (1.0 - x) ** b
    total, left, a = p * odd + q * even, 0.5 - p, 1.5
    for n in range(1, 5000):
        odd, even = odd - odd_step, even - even_step
        odd_step *= x * (a + b - 1.0) / a
        even_step *= x * (a + b - 0.5) / (a + 0.5)
        p *= half / n
        q *= half / (n + 0.5)
        total += p * odd + q * even
        left -= p
        a += 1.0
        if n > half and 2.0 * left * odd < 1e-14:
            break
    return min(max(total + start, 0.0), 1.0)


def binomial_cdf(k: int, n: int, p: float) -> float:
    """P(X <= k) of n trials with probability p each."""
    return math.fsum(math.comb(n, i) * p**i * (1.0 - p) ** (n - i) for i in range(min(k, n) + 1))


def bisect(function: Callable[[float], float], low: float, high: float) -> float:
    """The root of a rising function between low and high; it cannot diverge."""
    for _ in range(200):
        middle = (low + high) / 2.0
        if middle in (low, high):
            break
        if function(middle) < 0.0:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0
