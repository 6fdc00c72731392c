# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that whatever a pack names is there: pages, fields, words, people, pictures, values, records."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from korak.content.blocks import Messages, Signature
from korak.content.conditions import AllOf, AnyOf, Condition, Not, Recorded
from korak.content.doings import effects_of, every_effect
from korak.content.effects import Record, SendMail
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.pack import Pack
from korak.content.shape import near
from korak.content.texts import Written

_VALUE = re.compile(r"\$(dan[+-]\d+|\w+)")
_DAY = re.compile(r"dan[+-]\d+")
_ALWAYS = frozenset(
    {"ime", "koda", "minute", "sms", "danes", "jutri", "ura", "stevilka", "slika", "vloga"}
)  # the world itself knows these
_DEVICES = ("phone/", "browser/", "device/", "search/", "mail/", "files/", "printer/", "paper/")
_HOMES = {  # where the things stand that a reference names
    "word": "words/",
    "lesson": "lessons/",
    "topic": "plan.toml",
    "task": "tasks/",
    "person": "people.toml",
    "portal": "portals/",
    "page": "portals/",
    "field": "portals/",
    "target": "portals/",
    "address": "portals/",
    "file": "trainer/",
    "document": "documents",
    "call": "tasks/",
    "mail": "tasks/",
    "item": "items/",
}


@dataclass(frozen=True)
class References:
    """Finds names of things that are not there; what may stand in a broken file is not missed."""

    pack: Pack
    pictures: frozenset[str]
    broken: frozenset[str] = frozenset()

    def faults(self, written: Iterable[Written]) -> Iterator[Fault]:
        """Every name of something that is not there."""
        for one in written:
            yield from self._reference(one)
            yield from self._values(one)
        yield from self._records()

    def _reference(self, one: Written) -> Iterator[Fault]:
        ref, value = one.found.ref, one.found.value
        if not ref or value.startswith("$") or self._may_be_broken(ref) or self._is_there(ref, one):
            return
        code = FaultCode.MISSING_PICTURE if ref == "picture" else FaultCode.DANGLING
        details = {"kind": ref, "name": value, **near(self._full(one), self._known[ref])}
        yield Fault(one.file, one.found.place, code, details)

    def _values(self, one: Written) -> Iterator[Fault]:
        if self._may_be_broken("person"):
            return
        for name in _VALUE.findall(one.found.value):
            known = self._values_in(one.task)
            if name not in known and not _DAY.fullmatch(name):
                details = {"name": f"${name}", **near(f"${name}", [f"${value}" for value in known])}
                yield Fault(one.file, one.found.place, FaultCode.UNKNOWN_VALUE, details)

    def _values_in(self, task: str) -> frozenset[str]:
        """The $names that mean something here: in a task those of its person, elsewhere those of anybody."""
        tasks = [self.pack.tasks[task]] if task else list(self.pack.tasks.values())
        ids = {one.person for one in tasks} if task else set(self.pack.people)
        people = [self.pack.people[name] for name in ids if name in self.pack.people]
        surfaces = [surface for one in tasks for surface in one.surfaces.values()]
        surfaces += [values for one in tasks for some in one.variants.values() for values in some]
        return _ALWAYS.union(*(person.values for person in people), *(one.values for one in tasks), *surfaces)

    def _is_there(self, ref: str, one: Written) -> bool:
        if ref == "target":
            return self._is_target(one)
        if ref == "address":
            return bool(self.pack.page_at(one.found.value))
        if ref == "field" and self._is_code(one):
            return True
        return self._full(one) in self._known[ref]

    def _is_code(self, one: Written) -> bool:
        """Whether this is the code in a signing window: portal/page/block/code."""
        name, _, part = self._full(one).rpartition("/")
        return part == "code" and isinstance(self.pack.blocks.get(name), Signature)

    def _is_target(self, one: Written) -> bool:
        value = self._full(one)
        if value in self.pack.blocks or "/".join(value.split("/")[:3]) in self.pack.blocks:
            return True
        if f"{one.found.value}/".startswith(_DEVICES):
            return True
        portal, _, rest = value.partition("/")
        found = self.pack.portals.get(portal)
        if found is None:
            return False
        if found.cookies is not None and rest in {"cookies/necessary", "cookies/all"}:
            return True
        return rest.removeprefix("menu/") in found.menu if rest != "odjava" else found.sign_out is not None

    def _full(self, one: Written) -> str:
        """The full name of a page, field or target, which on its own page or portal may be shortened."""
        value, slashes = one.found.value, one.found.value.count("/")
        if one.found.ref == "page" and slashes == 0:
            return f"{one.portal}/{value}"
        if one.found.ref in {"field", "target"} and slashes < 2 and one.portal:
            return f"{one.portal}/{value}" if slashes else f"{one.portal}/{one.page}/{value}"
        return value

    @cached_property
    def _known(self) -> dict[str, Collection[str]]:
        pack = self.pack
        return {
            "picture": self.pictures,
            "word": pack.words,
            "lesson": pack.lessons,
            "topic": pack.plan,
            "task": pack.tasks,
            "person": pack.people,
            "portal": pack.portals,
            "page": pack.pages,
            "field": pack.fields,
            "target": pack.blocks,
            "address": pack.hosts,
            "file": pack.side_texts,
            "document": pack.documents,
            "call": {call.id for task in pack.tasks.values() for call in task.calls},
            "mail": _mails(pack),
            "item": pack.assessment.items if pack.assessment else (),
        }

    def _may_be_broken(self, ref: str) -> bool:
        home = _HOMES.get(ref)
        broken = (file.removeprefix("assessment/") for file in self.broken)
        return home is not None and any(file.startswith(home) for file in broken)

    def _records(self) -> Iterator[Fault]:
        """Lists and conditions that speak of records no button makes, or of fields no record keeps."""
        yield from self._lists()
        if self._may_be_broken("portal"):
            return
        for name, task in self.pack.tasks.items():
            asked = list(_asked(task.goal, (), "goal"))
            for step in task.key_steps:
                asked += _asked(step.done, (Spot("key_step", 0, step.id),), "done")
            for place, condition in asked:
                yield from self._record_asked(self.pack.files[f"tasks/{name}"], place, condition)

    def _lists(self) -> Iterator[Fault]:
        kept = _kept(self.pack)
        for name, page in self.pack.pages.items():
            portal = name.partition("/")[0]
            for block in page.blocks:
                if isinstance(block, Messages) and (portal, block.record) not in kept:
                    place = (Spot("page", 0, page.id), Spot("block", 0, block.id), Spot("record"))
                    yield self._no_record(self.pack.files[f"portals/{portal}"], place, block.record, portal)

    def _record_asked(self, file: str, place: tuple[Spot, ...], condition: Recorded) -> Iterator[Fault]:
        fields = _kept(self.pack).get((condition.in_, condition.recorded))
        if fields is None:
            yield self._no_record(file, place, condition.recorded, condition.in_)
            return
        for name in condition.with_:
            if name not in fields:
                details = {"kind": "kept", "name": name, **near(name, fields)}
                yield Fault(file, (*place, Spot("with")), FaultCode.DANGLING, details)

    def _no_record(self, file: str, place: tuple[Spot, ...], record: str, portal: str) -> Fault:
        known = [kind for home, kind in _kept(self.pack) if home == portal]
        return Fault(
            file, place, FaultCode.DANGLING, {"kind": "record", "name": record, **near(record, known)}
        )


def _kept(pack: Pack) -> dict[tuple[str, str], set[str]]:
    """The fields each kind of record keeps, by portal and kind."""
    kept: dict[tuple[str, str], set[str]] = {}
    for name, page in pack.pages.items():
        for effect in effects_of(page):
            if isinstance(effect, Record):
                fields = {field.rpartition("/")[2] for field in effect.keep}
                kept.setdefault((name.partition("/")[0], effect.record), set()).update(fields)
    return kept


def _mails(pack: Pack) -> set[str]:
    """Every mail that is there or may come."""
    found = {mail.id for task in pack.tasks.values() for mail in task.start.mails}
    return found | {effect.mail for effect in every_effect(pack) if isinstance(effect, SendMail)}


def _asked(
    conditions: tuple[Condition, ...], place: tuple[Spot, ...], key: str
) -> Iterator[tuple[tuple[Spot, ...], Recorded]]:
    for number, condition in enumerate(conditions, 1):
        for one in _flat(condition):
            if isinstance(one, Recorded):
                yield (*place, Spot(key, number)), one


def _flat(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AnyOf | AllOf):
        for one in condition.any_ if isinstance(condition, AnyOf) else condition.all_:
            yield from _flat(one)
    else:
        yield condition.not_ if isinstance(condition, Not) else condition
