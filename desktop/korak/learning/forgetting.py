# SPDX-License-Identifier: GPL-3.0-or-later
"""How a word is forgotten: the FSRS-6 model of the package `fsrs`, asked in whole days.

Sources: Ye, Su and Cao, *A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling*
(KDD 2022), and the formulas of FSRS-6 as the package states them; the parameters are the package's defaults.
Importing this takes 30 to 70 ms, so it happens when the first word is remembered, never at the start.

How the package is used (each point is a trap): it counts whole periods of 24 hours, so it is given midnights
of learning days; times are exactly UTC; a card has an id (without one it sleeps); no learning steps of
minutes, because a word comes back within the same session anyway; no fuzz, which draws from global `random`.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State

from korak.learning.trace import Trace

RETENTION = 0.92
"""The chance (0 to 1) to know a word on the day it is due; between 0.90 and 0.95 by decision 7."""

LONGEST = 60
"""The longest interval in days: a course of 60 hours takes some months, and nothing is planned beyond it."""

_START = datetime(2026, 1, 1, tzinfo=UTC)
_GRADES = (Rating.Again, Rating.Again, Rating.Hard, Rating.Good)


class _Card(Card):
    """A card that is copied by hand: the package copies one at each review, and `copy` is slow at it."""

    def __copy__(self) -> "_Card":
        card = object.__new__(_Card)
        card.__dict__.update(self.__dict__)
        return card


_SCHEDULER = Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST,
    enable_fuzzing=False,
)


_KNOWN = _Card(card_id=1, state=State.Review, due=_START, last_review=_START)


@lru_cache(maxsize=4)
def first(grade: int) -> Trace:
    """What the first review of a word leaves; `grade` is 1 (again), 2 (hard) or 3 (good)."""
    return _reviewed(_Card(card_id=1, due=_START), grade, 0)


def after(trace: Trace, days: int, grade: int) -> Trace:
    """What a review leaves that comes `days` (1 or more) after the one before it."""
    card = _KNOWN.__copy__()
    card.stability = trace.stability
    card.difficulty = trace.difficulty
    return _reviewed(card, grade, days)


def chance(stability: float, days: int) -> float:
    """The chance (0 to 1) to know a word of some stability `days` (0 or more) after its last review."""
    card = _KNOWN.__copy__()
    card.stability = stability
    return _SCHEDULER.get_card_retrievability(card, _day(max(days, 0)))


def _reviewed(card: Card, grade: int, days: int) -> Trace:
    day = _day(days)
    reviewed, _ = _SCHEDULER.review_card(card, _GRADES[grade], day)
    if reviewed.stability is None or reviewed.difficulty is None:
        raise ArithmeticError("a reviewed card has a stability and a difficulty")
    return Trace(reviewed.stability, reviewed.difficulty, (reviewed.due - day).days)


@lru_cache(maxsize=1024)
def _day(days: int) -> datetime:
    return _START + timedelta(days=days)
