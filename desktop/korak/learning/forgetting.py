# SPDX-License-Identifier: GPL-3.0-or-later
"""How a word is forgotten: the FSRS-6 model of the package `fsrs`, asked in whole days.

Sources: Ye, Su and Cao, *A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling*
(KDD 2022), and the formulas of FSRS-6 as the package states them; the parameters are the package's defaults.
Importing this takes 30 to 70 ms, so it happens when the first word is remembered, never at the start.

How the package is used (each point is a trap): it counts whole periods of 24 hours, so it is given midnights
of learning days; times are exactly UTC; a card has an id (without one it sleeps); no learning steps of
minutes, because a word comes back within the same session anyway; no fuzz, which draws from global `random`.

A review of the package makes and copies cards, ten times the work of its formulas, and somebody who comes for
half a year has thousands of reviews to fold. `after` therefore says the formulas itself, term by term in the
package's order, so that not a bit differs; a test compares the two over histories of any kind.
"""

import math
from datetime import UTC, datetime
from functools import lru_cache

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import MAX_DIFFICULTY, MIN_DIFFICULTY, STABILITY_MIN

from korak.learning.trace import Trace

RETENTION = 0.92
"""The chance (0 to 1) to know a word on the day it is due; between 0.90 and 0.95 by decision 7."""

LONGEST = 60
"""The longest interval in days: a course of 60 hours takes some months, and nothing is planned beyond it."""

_START = datetime(2026, 1, 1, tzinfo=UTC)
_GRADES = (Rating.Again, Rating.Again, Rating.Hard, Rating.Good)
_AGAIN, _HARD = 1, 2

_SCHEDULER = Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST,
    enable_fuzzing=False,
)

# The parameters w0 ... w20 of the model, and what follows from them alone.
_W = _SCHEDULER.parameters
_DECAY = -_W[20]
_FACTOR = 0.9 ** (1 / _DECAY) - 1
_DIFFICULTY_OF_EASY = _W[4] - math.e ** (_W[5] * 3) + 1
_GROWTH = math.e ** _W[8]
_SHORT_TERM = math.e ** (_W[17] * _W[18])


@lru_cache(maxsize=4)
def first(grade: int) -> Trace:
    """What the first review of a word leaves; `grade` is 1 (again), 2 (hard) or 3 (good)."""
    reviewed, _ = _SCHEDULER.review_card(Card(card_id=1, due=_START), _GRADES[grade], _START)
    if reviewed.stability is None or reviewed.difficulty is None:
        raise ArithmeticError("a reviewed card has a stability and a difficulty")
    return Trace(reviewed.stability, reviewed.difficulty)


def after(trace: Trace, days: int, grade: int) -> Trace:
    """What a review leaves that comes `days` (1 or more) after the one before it."""
    stability, difficulty = trace
    known = (1 + _FACTOR * days / stability) ** _DECAY
    grown = _forgot(stability, difficulty, known) if grade == _AGAIN else _knew(trace, known, grade)
    eased = difficulty + (10.0 - difficulty) * -(_W[6] * (grade - 3)) / 9.0
    harder = _W[7] * _DIFFICULTY_OF_EASY + (1 - _W[7]) * eased
    return Trace(max(grown, STABILITY_MIN), min(max(harder, MIN_DIFFICULTY), MAX_DIFFICULTY))


def interval(stability: float) -> int:
    """The days (1 to LONGEST) until the chance to know a word falls to RETENTION."""
    days = round((stability / _FACTOR) * ((RETENTION ** (1 / _DECAY)) - 1))
    return min(max(days, 1), LONGEST)


def chance(stability: float, days: int) -> float:
    """The chance (0 to 1) to know a word of some stability `days` (0 or more) after its last review."""
    return (1 + _FACTOR * max(days, 0) / stability) ** _DECAY


def _knew(trace: Trace, known: float, grade: int) -> float:
    stability, difficulty = trace
    penalty = _W[15] if grade == _HARD else 1
    return stability * (
        1
        + _GROWTH
        * (11 - difficulty)
        * (stability ** -_W[9])
        * ((math.e ** ((1 - known) * _W[10])) - 1)
        * penalty
        * 1
    )


def _forgot(stability: float, difficulty: float, known: float) -> float:
    long_term = (
        _W[11]
        * (difficulty ** -_W[12])
        * (((stability + 1) ** (_W[13])) - 1)
        * (math.e ** ((1 - known) * _W[14]))
    )
    return min(long_term, stability / _SHORT_TERM)
