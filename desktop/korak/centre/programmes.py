# SPDX-License-Identifier: GPL-3.0-or-later
"""Funded programmes: what a funder pays for, and which groups belong to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from korak.centre.enrolment import Stretch

TEACHING_MINUTES = 45
"""A teaching hour; the clock's hour has 60."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What one contract pays for.

    `cofunding` is the line that has to stand on every sheet; `planned_hours` are of 45 minutes.
    """

    id: str
    name: str
    contract: str = ""
    funder: str = ""
    cofunding: str = ""
    begins: date | None = None
    ends: date | None = None
    planned_hours: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that has to stand on a programme's sheets; `data` is a PNG, JPEG or SVG file."""

    id: str
    programme: str
    name: str
    data: bytes


def persons(programme: str, groups: Mapping[str, str], stretches: Iterable[Stretch]) -> frozenset[str]:
    """Return everybody who was ever in a programme, each once however many groups they were in.

    `groups` names each group's programme.
    """
    return frozenset(one.person for one in stretches if groups.get(one.group) == programme)


def counts(groups: Mapping[str, str], stretches: Iterable[Stretch]) -> dict[str, int]:
    """Return how many different people were in each programme."""
    found: dict[str, set[str]] = {}
    for one in stretches:
        programme = groups.get(one.group)
        if programme is not None:
            found.setdefault(programme, set()).add(one.person)
    return {programme: len(people) for programme, people in found.items()}
