# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run is played with and never changes: the pack, the task, the person, and values from the seed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from korak.content.pack import Pack
from korak.content.people import Person, Values
from korak.content.task import Start, Task
from korak.practice.state import Place

_VALUE = re.compile(r"\$(\w+)")
_NOBODY = Person(id="", name="")


@dataclass(frozen=True, eq=False)
class Scene:
    """The unchanging side of a world."""

    pack: Pack
    task: Task | None
    person: Person
    seed: str
    start: Start
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of_task(cls, pack: Pack, task: Task, seed: str) -> "Scene":
        """The scene of a task."""
        person = pack.people.get(task.person, _NOBODY)
        return cls(pack, task, person, seed, task.start, _values(person, task.values, seed))

    @classmethod
    def of_portal(cls, pack: Pack, address: str, seed: str) -> "Scene":
        """A scene to look around in, without a task."""
        person = next(iter(pack.people.values()), _NOBODY)
        return cls(pack, None, person, seed, Start(browser=address), _values(person, {}, seed))

    def text(self, text: str, **more: str) -> str:
        """The text with the run's own values in it."""
        if "$" not in text:
            return text
        return _VALUE.sub(lambda found: more.get(found[1], self.values.get(found[1], found[0])), text)

    def code(self, number: int, digits: int) -> str:
        """The code of this number in this run: digits, the first of them not zero."""
        mixed = int.from_bytes(sha256(f"{self.seed}/code/{number}".encode()).digest())
        low = 10 ** max(digits - 1, 0)
        return str(low + mixed % (9 * low))

    def clock(self, minutes: int) -> str:
        """The task's clock after so many minutes, as a phone shows it."""
        hour, minute = (int(part) for part in self.start.clock.split("."))
        now = hour * 60 + minute + minutes
        return f"{now // 60 % 24}:{now % 60:02}"


def field_name(name: str, here: Place) -> str:
    """The full name of a field, a page's block or a button: portal/page/block."""
    slashes = name.count("/")
    if slashes == 0:
        return f"{here.portal}/{here.page}/{name}"
    return f"{here.portal}/{name}" if slashes == 1 else name


def page_place(name: str, here: Place) -> Place:
    """The place of a page named as page or portal/page."""
    portal, _, page = name.rpartition("/")
    return Place(portal or here.portal, page)


def _values(person: Person, more: Values, seed: str) -> dict[str, str]:
    chosen = {"ime": person.name}
    for name, value in {**person.values, **more}.items():
        if not isinstance(value, str | tuple):
            continue
        chosen[name] = value if isinstance(value, str) else _pick(value, f"{seed}/{name}")
    return chosen


def _pick(options: tuple[str, ...], seed: str) -> str:
    if not options:
        return ""
    return options[int.from_bytes(sha256(seed.encode()).digest()) % len(options)]
