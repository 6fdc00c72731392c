# SPDX-License-Identifier: GPL-3.0-or-later
"""A task: where it starts, what state of the world it aims at, and what a coach knows about the way."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from korak.content.conditions import Conditions
from korak.content.documents import PlacedFile
from korak.content.effects import Effects, MailLink, QuietEffects
from korak.content.part import (
    AddressText,
    CallName,
    DocumentName,
    Line,
    PageName,
    Part,
    PersonName,
    Screen,
    Sentence,
    TargetName,
)
from korak.content.people import Value, Values


class StartMessage(Part, frozen=True, kw_only=True):
    """A message that is on the phone when the task starts; a code in it is an old one."""

    from_: Screen = msgspec.field(name="from")
    text: Screen
    code: str = ""
    link: AddressText = ""  # where pressing the message's link leads
    minutes_ago: int = 60


class StartMail(Part, frozen=True, kw_only=True):
    """A mail that is there when the task starts."""

    id: str
    from_: Screen = msgspec.field(name="from")
    address: str  # the true address of the sender, shown on demand
    subject: Screen
    text: Screen
    links: tuple[MailLink, ...] = ()
    attachments: tuple[DocumentName, ...] = ()
    folder: Literal["inbox", "spam"] = "inbox"
    seen: bool = False
    minutes_ago: int = 120


class Contact(Part, frozen=True, kw_only=True):
    """Somebody in the phone's list of contacts, and the call that comes of calling them."""

    name: Screen
    number: str
    call: CallName


class Start(Part, frozen=True, kw_only=True):
    """How the world stands when the task starts."""

    browser: AddressText = ""
    phone: Literal["locked", "open"] = "locked"
    date: str = "2026-11-19"
    clock: str = "10.42"
    messages: tuple[StartMessage, ...] = ()
    mails: tuple[StartMail, ...] = ()
    mail_address: str = ""  # the learner's own; without one: the person's value uporabnik
    files: tuple[PlacedFile, ...] = ()
    folders: tuple[str, ...] = ()  # empty folders; folders of files are there anyway
    papers: tuple[DocumentName, ...] = ()  # what lies on the table: to read and to photograph
    contacts: tuple[Contact, ...] = ()
    bookmarks: tuple[PageName, ...] = ()
    save_password: bool = False  # whether the browser offers to remember passwords
    devices: tuple[Literal["browser", "phone", "mail", "files", "printer"], ...] = ("browser", "phone")


class CallChoice(Part, frozen=True, kw_only=True):
    """What one may say in a call, and what comes of it."""

    text: Screen
    tells: Literal["", "code", "data"] = ""  # code: a code, PIN or password
    go: str = ""  # the next turn; without one the call ends
    does: QuietEffects = ()
    when: Conditions = ()


class CallTurn(Part, frozen=True, kw_only=True):
    """What the other one says, and what one may answer."""

    id: str
    says: Screen
    choices: tuple[CallChoice, ...] = msgspec.field(name="choice", default=())


class Call(Part, frozen=True, kw_only=True):
    """A telephone call with its turns; the first turn opens it."""

    id: str
    name: Screen  # what the phone shows
    number: str = ""
    turns: tuple[CallTurn, ...] = msgspec.field(name="turn")


class TaskEvent(Part, frozen=True, kw_only=True):
    """Something that happens by itself, once, as soon as its conditions hold."""

    when: Conditions
    does: Effects


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
    """An error that would do harm for real; it is explained at the end: what happened, and what to do."""

    when: Conditions
    says: Sentence
    then: Sentence = ""  # why it matters, or what to do for real


class Task(Part, frozen=True, kw_only=True):
    """A task in the practice world."""

    id: str = ""
    title: Line
    person: PersonName
    asks: tuple[Sentence, ...] = ()  # the situation, in a few short sentences
    start: Start
    values: Values = msgspec.field(default_factory=dict[str, Value])
    surfaces: Mapping[str, Values] = msgspec.field(name="surface", default_factory=dict[str, Values])
    variants: Mapping[str, tuple[Values, ...]] = msgspec.field(
        name="variant", default_factory=dict[str, tuple[Values, ...]]
    )  # of a surface: values that belong together; the seed chooses one of the sets
    calls: tuple[Call, ...] = msgspec.field(name="call", default=())
    events: tuple[TaskEvent, ...] = msgspec.field(name="event", default=())
    card: tuple[CardLine, ...] = ()
    goal: Conditions
    once: bool = False  # handed in once, right or not: the goal ends it, and key steps count for themselves
    key_steps: tuple[KeyStep, ...] = msgspec.field(name="key_step")
    mistakes: tuple[Mistake, ...] = msgspec.field(name="mistake", default=())
    critical: tuple[Critical, ...] = ()
    solution: tuple[str, ...]
