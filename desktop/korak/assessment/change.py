# SPDX-License-Identifier: GPL-3.0-or-later
"""The change of one person: when it is clear, when likely, and when it is noise (assessment.md §2.5)."""

import math
from enum import Enum
from typing import NamedTuple

CLEAR, LIKELY = 1.96, 1.28  # two-sided 95 % and 80 %


class Change(Enum):
    """What a reliable change value may be called."""

    CLEAR_UP = "clear_up"
    LIKELY_UP = "likely_up"
    SAME = "same"
    LIKELY_DOWN = "likely_down"
    CLEAR_DOWN = "clear_down"
    MISSING = "missing"


class Verdict(Enum):
    """The classical verdict on a change (Jacobson & Truax 1991)."""

    RELIABLE_IMPROVEMENT = "reliable_improvement"
    NO_RELIABLE_CHANGE = "no_reliable_change"
    RELIABLE_DECLINE = "reliable_decline"
    UNDEFINED = "undefined"
    MISSING = "missing"


class ReliableChange(NamedTuple):
    """SEM, S_diff and threshold in points; rc without unit; None where it is not defined."""

    sem: float | None
    s_diff: float | None
    rc: float | None
    threshold: float | None
    verdict: Verdict


class CutOffs(NamedTuple):
    """Cut-offs of Jacobson & Truax: a = 2 sd above the low group, b = 2 sd below the high one, c between."""

    a: float
    b: float
    c: float | None


def reliable_change(
    pre: float | None, post: float | None, sd_pre: float, reliability: float
) -> ReliableChange:
    """Classical: SEM = sd sqrt(1 - r), S_diff = sqrt(2) SEM, RC = (post - pre) / S_diff; r is the bank's."""
    sem = sd_pre * math.sqrt(max(0.0, 1.0 - reliability))
    s_diff = math.sqrt(2.0) * sem
    return _judged(pre, post, s_diff, sem)


def reliable_change_of_abilities(
    pre: float | None, post: float | None, se_pre: float | None, se_post: float | None
) -> ReliableChange:
    """With Rasch: RC = (theta_post - theta_pre) / sqrt(SE_pre^2 + SE_post^2), everything in logits."""
    if se_pre is None or se_post is None:
        return ReliableChange(None, None, None, None, Verdict.MISSING)
    return _judged(pre, post, math.hypot(se_pre, se_post), None)


def _judged(pre: float | None, post: float | None, s_diff: float, sem: float | None) -> ReliableChange:
    threshold = CLEAR * s_diff
    if pre is None or post is None:
        return ReliableChange(sem, s_diff, None, threshold, Verdict.MISSING)
    if s_diff <= 0.0:
        return ReliableChange(sem, s_diff, None, threshold, Verdict.UNDEFINED)
    rc = (post - pre) / s_diff
    return ReliableChange(sem, s_diff, rc, threshold, verdict(rc))


def verdict(rc: float) -> Verdict:
    """Reliable beyond 1.96 either way."""
    if abs(rc) <= CLEAR:
        return Verdict.NO_RELIABLE_CHANGE
    return Verdict.RELIABLE_IMPROVEMENT if rc > 0 else Verdict.RELIABLE_DECLINE


def change(rc: float | None) -> Change:
    """The word for a change: clear beyond 1.96, likely beyond 1.28, else the same."""
    if rc is None:
        return Change.MISSING
    if abs(rc) <= LIKELY:
        return Change.SAME
    if abs(rc) <= CLEAR:
        return Change.LIKELY_UP if rc > 0 else Change.LIKELY_DOWN
    return Change.CLEAR_UP if rc > 0 else Change.CLEAR_DOWN


def cut_offs(low_mean: float, low_sd: float, high_mean: float, high_sd: float) -> CutOffs:
    """Cut-offs between a group that cannot yet and one that can, in the unit of the scores."""
    both = low_sd + high_sd
    middle = (low_sd * high_mean + high_sd * low_mean) / both if both > 0 else None
    return CutOffs(low_mean + 2 * low_sd, high_mean - 2 * high_sd, middle)
