# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper version of the assessment: what is rung on printed screens, what is read aloud, the marks.

A task is printed as three or four screens of its own solution; the learner rings where one presses.
Everything else of the booklet (messages, questions, statements, words) comes from the items themselves.
"""

from typing import Literal

import msgspec

from korak.content.part import Line, Note, Part, PictureName, Sentence

PartName = Literal["tasks", "messages", "recognition", "statements", "words"]


class Ring(Part, frozen=True, kw_only=True):
    """A printed screen and the place to be rung on it; $names stand for the values of the surface."""

    after: int  # how many lines of the task's solution are done on this screen
    ask: Sentence
    at: str  # what is pressed or filled there: the target the ring must touch
    text: str = ""  # where the target is a whole table: the entry in it
    step: str  # the key step it stands for; a step is done when every ring of it is right


class PaperTask(Part, frozen=True, kw_only=True):
    """A performance template on paper."""

    template: str
    ask: tuple[Sentence, ...] = ()  # above the screens; nothing: the asks of the task itself
    rings: tuple[Ring, ...] = msgspec.field(name="ring")


class PaperSign(Part, frozen=True, kw_only=True):
    """A picture on the cover, and the few words beside it."""

    picture: PictureName
    says: Sentence


class PaperWay(Part, frozen=True, kw_only=True):
    """How the words of one way are done, where it differs from the part's own sentence."""

    way: Literal["sound", "form"]
    how: Sentence


class PaperPart(Part, frozen=True, kw_only=True):
    """A part of the booklet: its title, how it is done, and what the teacher reads aloud."""

    id: PartName
    title: Line
    picture: PictureName
    how: Sentence  # for the learner, beside the picture
    ways: tuple[PaperWay, ...] = msgspec.field(name="way", default=())
    script: tuple[Note, ...]

    def how_of(self, way: str) -> str:
        """How it is done, for words of this way."""
        return next((one.how for one in self.ways if one.way == way), self.how)


class PaperFile(Part, frozen=True, kw_only=True):
    """What assessment/paper.toml says."""

    seed: str  # the surface that is printed, the same for everybody
    cap: int = 3  # the most points of a task on paper: it shows nobody acting alone
    signs: tuple[PaperSign, ...] = msgspec.field(name="sign", default=())  # the instructions on the cover
    before: tuple[Note, ...]  # what the teacher does and says before the first page
    after: tuple[Note, ...]
    marking: tuple[Note, ...]  # how the booklet is marked, beside the key
    parts: tuple[PaperPart, ...] = msgspec.field(name="part")
    tasks: tuple[PaperTask, ...] = msgspec.field(name="task")
