# SPDX-License-Identifier: GPL-3.0-or-later
"""A task: where it starts, what state of the world it aims at, and what a coach knows about the way."""

from typing import Literal

import msgspec

from korak.content.conditions import Conditions
from korak.content.part import AddressText, Line, Part, PersonName, Screen, Sentence, TargetName
from korak.content.people import Values


class StartMessage(Part, frozen=True, kw_only=True):
    """A message that is on the phone when the task starts; a code in it is an old one."""

    from_: Screen = msgspec.field(name="from")
    text: Screen
    code: str = ""
    minutes_ago: int = 60


class Start(Part, frozen=True, kw_only=True):
    """How the world stands when the task starts."""

    browser: AddressText = ""
    phone: Literal["locked", "open"] = "locked"
    date: str = "2026-11-19"
    clock: str = "10.42"
    messages: tuple[StartMessage, ...] = ()


class CardLine(Part, frozen=True, kw_only=True):
    """A line of the learner's card for this task: what it is called, and the value."""

    label: Line
    value: str


class Point(Part, frozen=True, kw_only=True):
    """What the coach says when the next thing to do is here."""

    at: TargetName
    says: Sentence


class Mistake(Part, frozen=True, kw_only=True):
    """A usual mistake: how it is noticed, and what the coach says."""

    when: Conditions
    says: Sentence
    then: Sentence = ""  # what to try


class KeyStep(Part, frozen=True, kw_only=True):
    """A step everybody must get through, in whatever order the world allows."""

    id: str
    title: Line  # in the list of steps
    says: Sentence  # what the coach says
    done: Conditions
    hints: tuple[Sentence, ...] = ()
    points: tuple[Point, ...] = msgspec.field(name="point", default=())
    mistakes: tuple[Mistake, ...] = msgspec.field(name="mistake", default=())


class Critical(Part, frozen=True, kw_only=True):
    """An error that would do harm for real; it is explained at the end."""

    when: Conditions
    says: Sentence


class Task(Part, frozen=True, kw_only=True):
    """A task in the practice world."""

    id: str = ""
    title: Line
    person: PersonName
    asks: tuple[Sentence, ...] = ()  # the situation, in a few short sentences
    start: Start
    values: Values = msgspec.field(default_factory=dict[str, str | tuple[str, ...]])
    card: tuple[CardLine, ...] = ()
    goal: Conditions
    key_steps: tuple[KeyStep, ...] = msgspec.field(name="key_step")
    mistakes: tuple[Mistake, ...] = msgspec.field(name="mistake", default=())
    critical: tuple[Critical, ...] = ()
    solution: tuple[str, ...]
