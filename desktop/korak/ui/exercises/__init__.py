# SPDX-License-Identifier: GPL-3.0-or-later
"""How exercises look: one file for each kind, and the one place that knows them all."""

from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.kinds import Exercise
from korak.content.pack import Pack
from korak.ui.exercise import ExerciseView
from korak.ui.exercises.choice import ChoiceView
from korak.ui.exercises.match import MatchView
from korak.ui.exercises.typed import TypedView
from korak.ui.frame import Frame


def exercise_view(exercise: Exercise, pack: Pack, frame: Frame, seed: str) -> ExerciseView:
    """The view of an exercise; a kind whose view is still being built raises LookupError."""
    match exercise:
        case Choice():
            return ChoiceView(exercise, pack.id, frame, seed)
        case Match():
            return MatchView(exercise, pack.id, frame, seed)
        case Typed():
            return TypedView(exercise, pack.id, frame, seed)
        case _:
            raise LookupError(exercise.kind)
