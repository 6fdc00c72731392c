# SPDX-License-Identifier: GPL-3.0-or-later
"""Explores what can come about in a task: pages opened, records made, mails and calls that come.

Everything that may happen is let happen, and nothing is ever taken back, until nothing new comes. What has
not come about even so never can, whatever a learner does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from korak.content.blocks import Button, Preview, Receipt, Scan, Signature, Table
from korak.content.conditions import Condition, Conditions
from korak.content.effects import (
    AskConfirm,
    Download,
    Effect,
    Effects,
    HandOver,
    Record,
    RingUp,
    SendMail,
    SendSms,
    SetField,
    SignIn,
)
from korak.content.fields import Consent
from korak.content.pack import Pack
from korak.content.portal import Block, Page
from korak.content.task import Call, CallChoice, Task
from korak.practice.scene import Scene, field_name
from korak.practice.state import NOWHERE, Place

ROUNDS = 40
"""More rounds than any chain of events needs; each adds what the one before made possible."""


@dataclass(frozen=True, slots=True)
class Made:
    """A way a record is made: by which effect, on which page, and whether the fields are looked at first."""

    effect: Record
    place: Place
    checks: bool


@dataclass
class Found:
    """What can come about so far; it only grows."""

    pages: set[str] = field(default_factory=set[str])
    signed_in: set[str] = field(default_factory=set[str])
    fields: set[str] = field(default_factory=set[str])  # fields one can get to
    filled: set[str] = field(default_factory=set[str])  # fields an effect or a scan writes into
    records: dict[tuple[str, str], list[Made]] = field(default_factory=dict[tuple[str, str], list[Made]])
    """By portal and kind; made by an event or a call, they may be any portal's: here, nobody's."""
    receipts: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    signed: set[str] = field(default_factory=set[str])
    read: set[str] = field(default_factory=set[str])  # documents one can open
    owned: set[str] = field(default_factory=set[str])  # documents one can have as a file
    papers: set[str] = field(default_factory=set[str])
    mails: set[str] = field(default_factory=set[str])
    senders: set[str] = field(default_factory=set[str])  # of messages on the phone
    rings: set[str] = field(default_factory=set[str])  # calls that come
    dialled: set[str] = field(default_factory=set[str])  # calls one can make
    told: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])  # what, and in which call
    asked: set[str] = field(default_factory=set[str])  # requests to confirm

    def size(self) -> int:
        """How much there is."""
        made = sum(len(ways) for ways in self.records.values())
        sets = (
            self.pages, self.signed_in, self.fields, self.filled, self.receipts, self.signed, self.read,
            self.owned, self.papers, self.mails, self.senders, self.rings, self.dialled, self.told,
            self.asked,
        )  # fmt: skip
        return made + sum(len(one) for one in sets)


@dataclass(frozen=True)
class Explorer:
    """What can come about in one task with one set of values."""

    scene: Scene
    task: Task
    found: Found
    may_hold: Callable[[Condition, Place], bool]

    def explore(self) -> None:
        """Let everything happen until nothing new comes."""
        self._begin()
        for _round in range(ROUNDS):
            before = self.found.size()
            for page in self._open_pages():
                self._page(*page)
            for event in self.task.events:
                if self._all(event.when, NOWHERE):
                    self._happen(event.does, NOWHERE, checks=False)
            for call in self.task.calls:
                if call.id in self.found.rings | self.found.dialled:
                    self._call(call)
            if self.found.size() == before:
                return

    def _all(self, conditions: Conditions, here: Place) -> bool:
        return all(self.may_hold(condition, here) for condition in conditions)

    def _begin(self) -> None:
        start, found = self.task.start, self.found
        placed = (*self.scene.person.files, *start.files)
        found.owned.update(one.document for one in placed)
        found.papers.update(start.papers)
        found.senders.update(self.scene.text(one.from_) for one in start.messages)
        found.mails.update(mail.id for mail in start.mails)
        found.owned.update(name for mail in start.mails for name in mail.attachments)
        found.dialled.update(contact.call for contact in start.contacts if contact.call)

    def _open_pages(self) -> Iterator[tuple[Place, Page]]:
        for portal in self.scene.pack.portals.values():
            for page in portal.pages:
                if page.open_to == "everyone" or portal.id in self.found.signed_in:
                    yield Place(portal.id, page.id), page

    def _page(self, place: Place, page: Page) -> None:
        self.found.pages.add(place.name)
        self._happen(page.opens, place, checks=False)
        if page.popup is not None:
            self._happen(page.popup.does, place, checks=False)
        for block in page.blocks:
            if self._all(block.when, place):
                self._block(block, place)

    def _block(self, block: Block, place: Place) -> None:
        name = field_name(block.id, place) if block.id else ""
        if name in self.scene.pack.fields:
            self.found.fields.add(name)
        match block:
            case Button() | Signature():
                if all(self.may_hold(need.that, place) for need in block.needs):
                    self._pressed(block, name, place)
            case Table():
                for row in block.rows:
                    if self._all(row.when, place):
                        self._happen(row.does, place, checks=False)
            case _:
                self._seen(block, place)

    def _pressed(self, block: Button | Signature, name: str, place: Place) -> None:
        """What comes of a button, or of a signature."""
        found = self.found
        if isinstance(block, Signature):
            found.signed.update(one for one in (name, block.document) if one)
            found.read.update([block.document] if block.document else ())
            found.senders.update([self.scene.text(block.from_)] if block.from_ else ())
        self._happen(block.does, place, checks=block.checks)

    def _seen(self, block: Block, place: Place) -> None:
        """What one gets from what stands on a page."""
        found = self.found
        match block:
            case Preview():
                found.read.add(block.document)
                found.owned.update([block.document] if block.download else ())
            case Receipt() if (place.portal, block.record) in found.records:
                found.receipts.add((place.portal, block.record))
            case Scan():
                found.filled.update(field_name(one, place) for one in block.fills)
            case Consent() if block.document:
                found.read.add(block.document)
            case _:
                return

    def _happen(self, effects: Effects, place: Place, *, checks: bool) -> None:
        for effect in effects:
            self._effect(effect, place, checks=checks)

    def _effect(self, effect: Effect, place: Place, *, checks: bool) -> None:
        found = self.found
        match effect:
            case Record():
                ways = found.records.setdefault((place.portal, effect.record), [])
                made = Made(effect, place, checks)
                if made not in ways:
                    ways.append(made)
            case SignIn():
                found.signed_in.update(_opened_by(self.scene.pack, place.portal))
            case SetField():
                found.filled.add(field_name(effect.set, place))
            case AskConfirm():
                found.asked.add(effect.confirm)
                self._happen(effect.does, place, checks=checks)
                self._happen(effect.declined, place, checks=checks)
            case _:
                self._comes(effect)

    def _comes(self, effect: Effect) -> None:
        """What comes to a device."""
        found = self.found
        match effect:
            case SendSms():
                found.senders.add(self.scene.text(effect.from_))
            case SendMail():
                found.mails.add(effect.mail)
                found.owned.update(effect.attachments)
            case RingUp():
                found.rings.add(effect.call)
            case Download():
                found.owned.add(effect.download)
            case HandOver():
                found.papers.add(effect.paper)
            case _:
                return

    def _call(self, call: Call) -> None:
        """Every turn of a call that its choices lead to."""
        turns = {turn.id: turn for turn in call.turns}
        waiting, seen = [call.turns[0].id] if call.turns else [], set[str]()
        while waiting:
            turn = turns.get(waiting.pop())
            if turn is None or turn.id in seen:
                continue
            seen.add(turn.id)
            for choice in turn.choices:
                if self._all(choice.when, NOWHERE):
                    self._choice(call, choice)
                    waiting.append(choice.go)

    def _choice(self, call: Call, choice: CallChoice) -> None:
        if choice.tells:
            self.found.told.add((choice.tells, call.id))
        self._happen(choice.does, NOWHERE, checks=False)


def _opened_by(pack: Pack, portal: str) -> Iterator[str]:
    """The portals a sign-in in this portal lets one into: its own, and those it is the door of."""
    yield portal
    yield from (one.id for one in pack.portals.values() if one.door == portal)
