# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson: steps as its author wrote them, and the stations a learner walks."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal, get_args

import msgspec

from korak.content.exercise import ExercisePart
from korak.content.kinds import Exercise
from korak.content.part import Line, Note, Part, PictureName, Sentence, SideText, TaskName, WordName

Mode = Literal["show", "guide", "alone"]


class Stage(Enum):
    """The stages of a lesson, in their order."""

    LISTEN = "listen"
    WORDS = "words"
    SHOW = "show"
    GUIDE = "guide"
    ALONE = "alone"
    CHECK = "check"
    MY_STEP = "my_step"


class Read(Part, frozen=True, kw_only=True, tag="read", tag_field="kind"):
    """A page to hear and read: one idea, one picture, a few short sentences."""

    id: str = ""
    text: tuple[Sentence, ...]
    picture: PictureName = ""
    code: str = ""  # shown large beside the picture
    notes: Note = ""  # for the trainer: what to ask the group, what to watch for


class WordsStep(Part, frozen=True, kw_only=True, tag="words", tag_field="kind"):
    """The words of the lesson; without a list, all of them."""

    id: str = ""
    words: tuple[WordName, ...] = ()
    notes: Note = ""


class TaskStep(Part, frozen=True, kw_only=True, tag="task", tag_field="kind"):
    """A task in the practice world, done in one or more modes."""

    id: str = ""
    task: TaskName
    modes: tuple[Mode, ...] = ("show", "guide", "alone")
    notes: Note = ""


class MyStep(Part, frozen=True, kw_only=True, tag="my_step", tag_field="kind"):
    """What I can do now, and what I will try for real."""

    id: str = ""
    can: tuple[Sentence, ...]
    will: tuple[Sentence, ...] = ()
    notes: Note = ""


Hand = Literal["click", "double", "right", "drag", "scroll", "letters", "marks", "name"]

HANDS: tuple[Hand, ...] = get_args(Hand)
"""In the order of learning: press, press twice, the other button, carry, scroll, type, carons, own name."""


class HandsStep(Part, frozen=True, kw_only=True, tag="hands", tag_field="kind"):
    """Practice of mouse and keyboard, one movement after the other; without a list, all of them."""

    id: str = ""
    hands: tuple[Hand, ...] = HANDS
    notes: Note = ""


Step = Read | WordsStep | TaskStep | HandsStep | MyStep | Exercise

_MODES: dict[Mode, Stage] = {"show": Stage.SHOW, "guide": Stage.GUIDE, "alone": Stage.ALONE}


@dataclass(frozen=True, slots=True)
class Station:
    """One stop of the walk through a lesson; its key is what is stored."""

    key: str
    step: Step
    stage: Stage
    mode: Mode | None = None


class Lesson(Part, frozen=True, kw_only=True):
    """One lesson, as written."""

    id: str = ""
    title: Line
    minutes: int
    pictogram: PictureName = ""
    outcomes: tuple[str, ...] = ()
    words: tuple[WordName, ...] = ()
    trainer: SideText = ""
    can_do: Line = ""
    steps: tuple[Step, ...] = msgspec.field(name="step")

    def stations(self) -> tuple[Station, ...]:
        """The stops a learner walks, one after the other."""
        return tuple(station for step in self.steps for station in _stations(step))

    def stages(self) -> tuple[Stage, ...]:
        """The stages this lesson has, in the order they are met."""
        return tuple(dict.fromkeys(station.stage for station in self.stations()))

    def notes_at(self, key: str) -> str:
        """What the trainer is told at a station: its step's notes, else the last ones of the same stage."""
        found, stage = "", None
        for station in self.stations():
            if station.stage is not stage:
                found, stage = "", station.stage
            found = station.step.notes or found
            if station.key == key:
                return found
        return ""

    def words_of(self, step: WordsStep) -> tuple[str, ...]:
        """The ids of the words a words step teaches."""
        return step.words or self.words


def _stations(step: Step) -> tuple[Station, ...]:
    match step:
        case Read():
            return (Station(step.id, step, Stage.LISTEN),)
        case WordsStep():
            return (Station(step.id, step, Stage.WORDS),)
        case TaskStep():
            return tuple(Station(f"{step.id}:{mode}", step, _MODES[mode], mode) for mode in step.modes)
        case HandsStep():
            return (Station(step.id, step, Stage.GUIDE),)
        case MyStep():
            return (Station(step.id, step, Stage.MY_STEP),)
        case ExercisePart():
            return (Station(step.id, step, Stage.CHECK),)
