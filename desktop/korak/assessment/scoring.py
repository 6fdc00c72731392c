# SPDX-License-Identifier: GPL-3.0-or-later
"""From what happened to points, and from points to the percent of a scale (assessment.md §1.5, §1.6).

Help counts, because the levels of digital competence differ by guidance. Time, repaired errors and language
support never cost points. Missing is None and never 0.
"""

import math
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

ENOUGH = 0.75  # the share of valid items a scale needs
GAP = 20.0  # percent points between self-report and performance
ALONE_FROM, WITH_HELP_FROM = 80.0, 40.0  # per cent of an area
FEWEST_ITEMS = 2  # an area says nothing on fewer

TASK_POINTS, MOST_POINTS = {3: 2, 2: 3}, 4
JUDGEMENT_POINTS = {4: 1, 5: 2, 6: 4}
MISSING = frozenset({"not_reached", "technical", "exempt"})
SELF_POINTS = {"NT": 0, "0": 0, "1": 1, "2": 2, "SKIP": None}


class AreaState(Enum):
    """How an area is shown: three states, no decimals."""

    NOT_YET = "not_yet"
    WITH_HELP = "with_help"
    ALONE = "alone"


class Gap(Enum):
    """How self-report stands to performance."""

    SELF_HIGHER = "self_higher"
    PERFORMANCE_HIGHER = "performance_higher"
    ALIGNED = "aligned"
    MISSING = "missing"


class KeyStep(NamedTuple):
    """One step of a task run; only key steps count. Help: 0 none, 1 language, 2 hint, 3 shown."""

    done: bool
    help: int = 0
    key: bool = True


class SelfReport(NamedTuple):
    """A scored self-report: points per item (None where skipped), per cent, and what is told separately."""

    scores: tuple[int | None, ...]
    percent: float | None
    n_not_tried: int
    n_skipped: int


def task_score(steps: Sequence[KeyStep], status: str = "completed", *, critical: bool = False) -> int | None:
    """Points of a performance task, 0 to 4; None when it was not reached, exempt or broken off by technology.

    No key step done 0, some 1, all 4, 3 with a hint, 2 with a step shown; after a critical error at most 1.
    One hint or five give the same: nobody need be afraid of asking.
    """
    if status in MISSING:
        return None
    key = [step for step in steps if step.key]
    if not any(step.done for step in key):
        points = 0
    elif not all(step.done for step in key):
        points = 1
    else:
        points = TASK_POINTS.get(max(step.help for step in key), MOST_POINTS)
    return min(points, 1) if critical else points


def judgement_score(
    correct: int, *, worst_help: int = 0, critical: bool = False, status: str = "completed"
) -> int | None:
    """Points of six judgements (real or false?): 0-3 right 0, four 1, five 2, six 4; any hint at most 3."""
    if status in MISSING:
        return None
    points = JUDGEMENT_POINTS.get(correct, 0)
    points = min(points, 3) if worst_help >= 2 else points
    return min(points, 1) if critical else points


def scale_percent(
    scores: Sequence[float | None], maxima: Sequence[float], enough: float = ENOUGH
) -> float | None:
    """100 times points over points to be had on the valid items; None with fewer than 75 % of them valid."""
    valid = [(score, most) for score, most in zip(scores, maxima, strict=True) if score is not None]
    possible = math.fsum(most for _, most in valid)
    if possible <= 0.0 or len(valid) < enough * len(scores) - 1e-9:
        return None
    return 100.0 * math.fsum(score for score, _ in valid) / possible


def self_report(codes: Sequence[str], most: int = 2, enough: float = ENOUGH) -> SelfReport:
    """Score can-do answers: NT (not tried yet) is 0 and told separately, SKIP is missing."""
    scores = tuple(SELF_POINTS[code] for code in codes)
    return SelfReport(
        scores=scores,
        percent=scale_percent(scores, [most] * len(scores), enough),
        n_not_tried=sum(code == "NT" for code in codes),
        n_skipped=sum(code == "SKIP" for code in codes),
    )


def area_state(scores: Sequence[float | None], maxima: Sequence[float]) -> AreaState | None:
    """The state of an area; None below two valid items."""
    if sum(score is not None for score in scores) < FEWEST_ITEMS:
        return None
    percent = scale_percent(scores, maxima, enough=0.0)
    if percent is None:
        return None
    if percent >= ALONE_FROM:
        return AreaState.ALONE
    return AreaState.WITH_HELP if percent >= WITH_HELP_FROM else AreaState.NOT_YET


def gap(own: float | None, performance: float | None) -> tuple[float | None, Gap]:
    """Self-report minus performance in percent points, and what it is called from 20 points on."""
    if own is None or performance is None:
        return None, Gap.MISSING
    distance = own - performance
    if distance >= GAP:
        return distance, Gap.SELF_HIGHER
    return distance, Gap.PERFORMANCE_HIGHER if distance <= -GAP else Gap.ALIGNED
