# SPDX-License-Identifier: GPL-3.0-or-later
"""What is frozen about a bank: a hash for every item version, one for the whole, and what has been changed.

An item is more than its own lines: a task with its surfaces, its person, and the portals and documents it is
played on belong to it. What calibration adds and whether the item is in use does not: the same item, better
known, is still the same item.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import msgspec

from korak.content.assessment import FORMS, Assessment, Item, Performed
from korak.content.pack import Pack
from korak.content.part import Part
from korak.content.walk import walk

_KNOWN_LATER = frozenset({"difficulty", "status", "leaked", "surfaces", "can_do", "pictogram", "lesson"})


class Manifest(NamedTuple):
    """What is stored with every sitting, so that its result can always be reproduced."""

    version: str
    cuts: tuple[float, ...]  # per cent
    reliability: str  # JSON: scale -> alpha, sem, sittings
    calibrated: bool
    sha256: str


@dataclass(frozen=True)
class Frozen:
    """The hashes of a pack's bank."""

    pack: Pack
    bank: Assessment

    def content_hash(self, item: Item) -> str:
        """The hash of all that makes up an item: the same content gives the same hash on every machine."""
        table = msgspec.to_builtins(item)
        own = {key: value for key, value in table.items() if key not in _KNOWN_LATER}
        parts: list[object] = [own]
        if isinstance(item, Performed):
            parts += [msgspec.to_builtins(part) for part in self._played_on(item.task)]
        return _hash(parts)

    def hashes(self) -> dict[str, str]:
        """The content hash of every item, by item@version."""
        return {item.key: self.content_hash(item) for item in self.bank.items.values()}

    def manifest(self) -> Manifest:
        """The bank in one line; its hash covers cuts, forms, items and what calibration has found."""
        bank = self.bank.bank
        reliability = {name: msgspec.to_builtins(one) for name, one in sorted(bank.reliability.items())}
        known = {item.key: msgspec.to_builtins(item.difficulty) for item in self.bank.items.values()}
        plans = {name: msgspec.to_builtins(bank.forms[name]) for name in FORMS if name in bank.forms}
        whole = _hash([bank.version, list(bank.cuts), reliability, known, plans, self.hashes()])
        text = msgspec.json.encode(reliability, order="deterministic").decode()
        return Manifest(bank.version, bank.cuts, text, bank.calibrated, whole)

    def changed(self) -> tuple[str, ...]:
        """The item versions whose content is not what the lock fixed (drafts are not fixed yet)."""
        fixed = self.bank.lock.items
        return tuple(
            item.key
            for item in self.bank.items.values()
            if item.status != "draft" and item.key in fixed and self.content_hash(item) != fixed[item.key]
        )

    def unfixed(self) -> tuple[str, ...]:
        """The item versions in use that the lock does not know."""
        fixed = self.bank.lock.items
        return tuple(
            item.key
            for item in self.bank.items.values()
            if item.status in {"pilot", "active"} and item.key not in fixed
        )

    def _played_on(self, name: str) -> Iterator[Part]:
        """The task, its person, and the portals and documents it names, in a fixed order."""
        task = self.pack.tasks.get(name)
        if task is None:
            return
        yield task
        if task.person in self.pack.people:
            yield self.pack.people[task.person]
        portals = self._portals_of(task)
        yield from (self.pack.portals[one] for one in sorted(portals))
        parts: list[Part] = [task, *(self.pack.portals[one] for one in sorted(portals))]
        named = {found.value for part in parts for found in walk(part)}
        if task.person in self.pack.people:
            named |= {one.document for one in self.pack.people[task.person].files}
        yield from (self.pack.documents[one] for one in sorted(named) if one in self.pack.documents)

    def _portals_of(self, task: Part) -> set[str]:
        """The portals a task names in any way, and those that they lead to by a door."""
        found: set[str] = set()
        for one in walk(task):
            text = one.value.split(" ", 1)[-1] if one.place[0].name == "solution" else one.value
            portal = self.pack.page_at(text).partition("/")[0] or text.partition("/")[0].partition(" ")[0]
            if portal in self.pack.portals:
                found.add(portal)
        return found | {door for name in found if (door := self.pack.portals[name].door) in self.pack.portals}


def is_older(version: str, other: str) -> bool:
    """Whether a bank's version is older than another: versions are numbers with dots, compared one by one."""
    return _numbers(version) < _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(piece) if piece.isdigit() else 0 for piece in version.split("."))


def _hash(value: object) -> str:
    return sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
