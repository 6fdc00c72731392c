# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run is played with and never changes: the pack, the task, the person, and values from the seed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import cast

from msgspec import Struct

from korak.content.pack import Pack
from korak.content.people import Person, Values
from korak.content.real_numbers import digits_and_letters, real_number
from korak.content.task import Call, Start, Task
from korak.practice.clockwork import begin, day_text
from korak.practice.drawing import drawn, mixed
from korak.practice.state import Place

_VALUE = re.compile(r"\$(dan[+-]\d+|\w+)")
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
    def of_task(cls, pack: Pack, task: Task, seed: str, surface: str = "") -> "Scene":
        """The scene of a task; a surface of its own overrides some of its values, and one of its variants.

        On a surface the seed is only its number: codes and numbers follow from task and surface, too.
        """
        person = pack.people.get(task.person, _NOBODY)
        variant = _variant(task.variants.get(surface, ()), seed)
        seed = f"{task.id}/{surface}/{seed}" if surface else seed
        values = {**person.values, **task.values, **task.surfaces.get(surface, {}), **variant}
        today = begin(task.start.date, task.start.clock).date()
        return cls(pack, task, person, seed, task.start, {"ime": person.name, **drawn(values, seed, today)})

    @classmethod
    def of_portal(cls, pack: Pack, address: str, seed: str) -> "Scene":
        """A scene to look around in, without a task."""
        person = next(iter(pack.people.values()), _NOBODY)
        start = Start(browser=address)
        values = drawn(person.values, seed, begin(start.date, start.clock).date())
        return cls(pack, None, person, seed, start, {"ime": person.name, **values})

    def text(self, text: str, **more: str) -> str:
        """The text with the run's own values in it."""
        if "$" not in text:
            return text
        return _VALUE.sub(lambda found: self._said(found, more), text)

    def code(self, number: int, digits: int) -> str:
        """The code of this number in this run: digits, the first of them not zero."""
        low = 10 ** max(digits - 1, 0)
        code = str(low + mixed(f"{self.seed}/code/{number}") % (9 * low))
        return code if not real_number(code) else str(int(code[:-1]) * 10 + (int(code[-1]) + 1) % 10)

    def picture_code(self, target: str, number: int, letters: int) -> str:
        """What a security picture shows: letters and digits that cannot be taken for one another."""
        signs = "ABCDEFGHKMNPRTUVZ2346789"
        chance = mixed(f"{self.seed}/picture/{target}/{number}")
        return "".join(signs[chance // len(signs) ** n % len(signs)] for n in range(letters))

    def number(self, at: int) -> str:
        """The number of the record that is the at-th one of this run."""
        return f"VAJA-{1000 + mixed(f'{self.seed}/record/{at}') % 9000}/{self.begins.year}"

    def clock(self, minutes: int) -> str:
        """The task's clock after so many minutes, as a phone shows it."""
        now = self.now(minutes)
        return f"{now.hour}:{now.minute:02}"

    def now(self, minutes: int) -> datetime:
        """The moment after so many minutes."""
        return self.begins + timedelta(minutes=minutes)

    @cached_property
    def begins(self) -> datetime:
        """The moment the task starts."""
        return begin(self.start.date, self.start.clock)

    @cached_property
    def calls(self) -> Mapping[str, Call]:
        """The calls of the task, by their ids."""
        return {call.id: call for call in self.task.calls} if self.task else {}

    @cached_property
    def known_numbers(self) -> frozenset[str]:
        """The fictitious numbers of this run: on the learner's sheet, in papers, values and solutions."""
        documents = (self.text(text) for text in _texts(self.pack.documents))
        task = (self.text(text) for text in _texts(self.task)) if self.task else ()
        values = (self.text(value) for value in self.values.values())
        every = chain(documents, task, values)
        return frozenset(number for text in every for number in digits_and_letters(text))

    @property
    def own_address(self) -> str:
        """The learner's own e-mail address."""
        return self.text(self.start.mail_address or "$uporabnik")

    def _said(self, found: re.Match[str], more: Mapping[str, str]) -> str:
        name = found[1]
        if name in more:
            return more[name]
        if name in self.values:
            value = self.values[name]
            return self.text(value) if "$" in value and found[0] not in value else value
        return self._day(name) or found[0]

    def _day(self, name: str) -> str:
        today: date = self.begins.date()
        if name == "danes":
            return day_text(today)
        if name == "jutri":
            return day_text(today + timedelta(days=1))
        if name == "ura":
            return self.start.clock
        days = name.removeprefix("dan")
        return day_text(today + timedelta(days=int(days))) if days != name and days[:1] in "+-" else ""


def _texts(part: object) -> Iterator[str]:
    """Every text in what an author wrote."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _texts(getattr(part, name))
    elif isinstance(part, Mapping):
        for value in cast("Mapping[str, object]", part).values():
            yield from _texts(value)
    elif isinstance(part, tuple | list):
        for value in cast("Sequence[object]", part):
            yield from _texts(value)


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


def _variant(variants: tuple[Values, ...], seed: str) -> Values:
    """The variant of this seed: a number counts them through, so that neighbouring numbers differ."""
    if not variants:
        return {}
    return variants[(int(seed) if seed.isdecimal() else mixed(f"{seed}/variant")) % len(variants)]
