# SPDX-License-Identifier: GPL-3.0-or-later
"""All kinds of exercise by name: the union that decoder, lessons, judges and views share."""

from typing import Literal, cast, get_args

from korak.content.exercise import ExercisePart
from korak.content.exercises.choice import Choice
from korak.content.exercises.choose_picture import ChoosePicture
from korak.content.exercises.choose_word import ChooseWord
from korak.content.exercises.dialogue import Dialogue
from korak.content.exercises.dictation import Dictation
from korak.content.exercises.find_button import FindButton
from korak.content.exercises.flash import Flash
from korak.content.exercises.gap import Gap
from korak.content.exercises.letter import Letter
from korak.content.exercises.letters import Letters
from korak.content.exercises.listen import Listen
from korak.content.exercises.match import Match
from korak.content.exercises.minimal_pair import MinimalPair
from korak.content.exercises.number import Number
from korak.content.exercises.order import Order
from korak.content.exercises.right_form import RightForm
from korak.content.exercises.sort import Sort
from korak.content.exercises.speak import Speak
from korak.content.exercises.translate import Translate
from korak.content.exercises.typed import Typed

ExerciseKind = Literal[
    "choice",
    "match",
    "typed",
    "flash",
    "choose_picture",
    "choose_word",
    "listen",
    "minimal_pair",
    "letters",
    "order",
    "gap",
    "right_form",
    "dictation",
    "translate",
    "letter",
    "dialogue",
    "number",
    "sort",
    "find_button",
    "speak",
]

Exercise = (
    Choice
    | Match
    | Typed
    | Flash
    | ChoosePicture
    | ChooseWord
    | Listen
    | MinimalPair
    | Letters
    | Order
    | Gap
    | RightForm
    | Dictation
    | Translate
    | Letter
    | Dialogue
    | Number
    | Sort
    | FindButton
    | Speak
)

EXERCISE_KINDS: frozenset[ExerciseKind] = frozenset(get_args(ExerciseKind))


def kind_of(exercise: ExercisePart) -> ExerciseKind:
    """The kind of an exercise by name."""
    return cast(ExerciseKind, exercise.kind)
