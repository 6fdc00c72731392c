# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the exercises of a pack: options that differ, holes where they must be, right answers right."""

from collections.abc import Iterator
from dataclasses import dataclass

from korak.content.derive import LADDER, derive
from korak.content.exercise import ExercisePart
from korak.content.exercises.choice import Choice
from korak.content.exercises.choose_picture import ChoosePicture
from korak.content.exercises.choose_word import ChooseWord
from korak.content.exercises.dialogue import Dialogue
from korak.content.exercises.gap import HOLE, Gap
from korak.content.exercises.letter import Letter
from korak.content.exercises.listen import Listen
from korak.content.exercises.match import Match
from korak.content.exercises.minimal_pair import MinimalPair
from korak.content.exercises.number import Number
from korak.content.exercises.right_form import RightForm
from korak.content.exercises.sort import Sort
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.pack import Pack
from korak.content.verdict import Result

_ONE_OF = (Choice, ChooseWord, Listen, Letter, RightForm)


@dataclass(frozen=True, slots=True)
class Standing:
    """An exercise of a pack and where it stands."""

    file: str
    place: tuple[Spot, ...]
    exercise: ExercisePart


def standing(pack: Pack) -> Iterator[Standing]:
    """Every exercise an author wrote: the steps of lessons, and those for practice beside them."""
    for name, lesson in pack.lessons.items():
        for number, step in enumerate(lesson.steps, 1):
            if isinstance(step, ExercisePart):
                yield Standing(pack.files[f"lessons/{name}"], (Spot("step", number, step.id),), step)
    for name, exercise in pack.exercises.items():
        yield Standing(pack.files[f"exercise/{name}"], (Spot("exercise", 0, name),), exercise)


def answer_faults(pack: Pack) -> Iterator[Fault]:
    """What is wrong with the exercises as they are written."""
    for one in standing(pack):
        yield from _alike(one)
        yield from _holes(one)
        yield from _judged(one)


def derived_faults(pack: Pack) -> Iterator[Fault]:
    """Exercises made of words whose right answer is not judged as right."""
    for name, word in pack.words.items():
        for kind in LADDER:
            exercise = derive(word, kind, pack, "check")
            if exercise is not None:
                yield from _judged(Standing(pack.files[f"word/{name}"], (Spot("word", 0, name),), exercise))


def _judged(one: Standing) -> Iterator[Fault]:
    model = one.exercise.model()
    result = one.exercise.judge(model).result
    if result is not Result.EXACT:
        details = {"answer": one.exercise.simple(model), "result": result.value}
        yield Fault(one.file, one.place, FaultCode.NOT_RIGHT, details)


def _holes(one: Standing) -> Iterator[Fault]:
    if isinstance(one.exercise, Gap | RightForm) and one.exercise.text.count(HOLE) != 1:
        yield Fault(one.file, (*one.place, Spot("text")), FaultCode.NO_HOLE, {"hole": HOLE})


def _alike(one: Standing) -> Iterator[Fault]:
    """Options that stand there twice, and questions with nothing to choose from."""
    for key, options, least in _options(one.exercise):
        place = (*one.place, Spot(key))
        if len(options) < least:
            yield Fault(one.file, place, FaultCode.EMPTY)
        for number, option in enumerate(options):
            if option in options[:number]:
                spot = Spot(key, number + 1, option)
                yield Fault(one.file, (*one.place, spot), FaultCode.DUPLICATE, {"id": option})


def _options(exercise: ExercisePart) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """The key of each list of options, the options, and how many there must be."""
    if isinstance(exercise, _ONE_OF):
        yield "wrong", (exercise.right, *exercise.wrong), 2
    elif isinstance(exercise, Gap | Number) and exercise.wrong:
        yield "wrong", (str(exercise.model()), *exercise.wrong), 2
    elif isinstance(exercise, MinimalPair):
        yield "other", (exercise.right, exercise.other), 2
    elif isinstance(exercise, ChoosePicture):
        yield "wrong", tuple(option.text for option in (exercise.right, *exercise.wrong)), 2
        yield "wrong", tuple(option.picture for option in (exercise.right, *exercise.wrong)), 2
    else:
        yield from _lists(exercise)


def _lists(exercise: ExercisePart) -> Iterator[tuple[str, tuple[str, ...], int]]:
    if isinstance(exercise, Match):
        yield "pairs", tuple(pair.left for pair in exercise.pairs), 1
        yield "pairs", tuple(pair.right for pair in exercise.pairs), 1
    elif isinstance(exercise, Sort):
        yield "groups", tuple(group.name for group in exercise.groups), 2
        yield "groups", tuple(item for group in exercise.groups for item in group.items), 2
    elif isinstance(exercise, Dialogue):
        yield "turns", tuple(str(number) for number, _turn in enumerate(exercise.turns)), 1
        for turn in exercise.turns:
            yield "turns", (turn.right, *turn.wrong), 2
