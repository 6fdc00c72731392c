# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bank calls things, as results need it: areas, bands, tasks with their steps, statements.

All texts are Slovenian as the author wrote them; `pack` is the domain of their translations.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from korak.assessment.sitting import Area


@dataclass(frozen=True, slots=True)
class AreaText:
    """One area: its label, its picture, and a short form for a narrow column."""

    label: str
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class TaskText:
    """One task template: what it is, what it makes possible, and where it is taught."""

    title: str
    can_do: str = ""  # a sentence in the first person
    pictogram: str = ""
    lesson: str = ""  # id; empty: no lesson teaches it yet
    lesson_title: str = ""
    steps: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class ResultTexts:
    """Everything a result is told with; what is missing is called by its code."""

    pack: str = ""
    course: str = ""
    areas: Mapping[Area, AreaText] = field(default_factory=dict[Area, AreaText])
    bands: tuple[str, ...] = ()
    tasks: Mapping[str, TaskText] = field(default_factory=dict[str, TaskText])
    statements: Mapping[str, str] = field(default_factory=dict[str, str])
    scale: str = ""  # what every sheet says of the cuts, while they are provisional

    def area(self, area: Area) -> AreaText:
        """What an area is called."""
        return self.areas.get(area, AreaText(area.value))

    def band(self, number: int | None) -> str:
        """What a band is called."""
        if number is None or not 0 <= number < len(self.bands):
            return "—"
        return self.bands[number]

    def task(self, template: str) -> TaskText:
        """What a task is called."""
        return self.tasks.get(template, TaskText(template))

    def step(self, template: str, step: str) -> str:
        """What a key step is called."""
        return self.task(template).steps.get(step, step)

    def statement(self, key: str) -> str:
        """A self-report statement."""
        return self.statements.get(key, key)
