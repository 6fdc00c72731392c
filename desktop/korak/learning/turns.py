# SPDX-License-Identifier: GPL-3.0-or-later
"""How two people share a lesson: whose turn it is at each station, card and key step.

Turns follow from the lesson alone, so an interrupted lesson goes on with the same turns and both can see
beforehand that nobody gets more than a fair share. People are counted 0 and 1. The rules:

* Reading, and watching "Pokaži mi": both, together.
* An exercise: one answers, the other helps; at the next exercise it is the other way round.
* Words: the turn changes from word to word. "Vodi me": from key step to key step.
* "Brez pomoči": one does the first half of the key steps (the longer half, where they are odd), the other the
  rest.
* What nobody can do for another (own plans, mouse and keyboard): each alone, one after the other.

Exercises alternate among themselves, words and tasks among themselves: in any stretch of a lesson the two
have begun equally many of a kind, give or take one.
"""

from collections.abc import Sequence
from enum import Enum
from typing import assert_never

from korak.content.exercise import ExercisePart
from korak.content.lesson import HandsStep, MyStep, Read, Station, TaskStep, WordsStep

PEOPLE = (0, 1)


class Way(Enum):
    """How two people share a station."""

    BOTH = "both"  # the same at the same time
    TURN = "turn"  # one answers, the other helps
    CARDS = "cards"  # the turn changes from card to card
    STEPS = "steps"  # the turn changes from key step to key step
    HALVES = "halves"  # one does the first half, the other the rest
    EACH = "each"  # one after the other


_PARTED = frozenset({Way.CARDS, Way.STEPS, Way.HALVES})


def way_of(station: Station) -> Way:
    """Return how two people share a station."""
    match station.step:
        case Read():
            return Way.BOTH
        case WordsStep():
            return Way.CARDS
        case TaskStep():
            return {"guide": Way.STEPS, "alone": Way.HALVES}.get(station.mode or "", Way.BOTH)
        case HandsStep() | MyStep():
            return Way.EACH
        case ExercisePart():
            return Way.TURN
        case _:
            assert_never(station.step)


def beginner(stations: Sequence[Station], place: int) -> int:
    """Return who begins at a station of a lesson (`place` from 0): 0 or 1."""
    way = way_of(stations[place])
    if way in (Way.BOTH, Way.EACH):
        return 0
    kind = _PARTED if way in _PARTED else frozenset({way})
    return sum(1 for station in stations[:place] if way_of(station) in kind) % 2


def turn(way: Way, begins: int, number: int, count: int) -> int:
    """Return whose turn it is at the card or key step `number` (from 0) of `count`."""
    if way in (Way.CARDS, Way.STEPS):
        return (begins + number) % 2
    if way is Way.HALVES and number >= (count + 1) // 2:
        return 1 - begins
    return begins
