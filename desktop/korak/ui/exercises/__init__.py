# SPDX-License-Identifier: GPL-3.0-or-later
"""How exercises look: one file for each kind, and the one place that knows them all."""

from typing import assert_never

from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.ui.exercise import ExerciseView
from korak.ui.exercises.choice import ChoiceView
from korak.ui.exercises.match import MatchView
from korak.ui.exercises.typed import TypedView
from korak.ui.frame import Frame


def exercise_view(exercise: Choice | Match | Typed, pack: str, frame: Frame, seed: str) -> ExerciseView:
    """The view of an exercise; the type checker names a kind that has none."""
    match exercise:
        case Choice():
            return ChoiceView(exercise, pack, frame, seed)
        case Match():
            return MatchView(exercise, pack, frame, seed)
        case Typed():
            return TypedView(exercise, pack, frame, seed)
        case _:
            assert_never(exercise)
