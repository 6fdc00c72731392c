# SPDX-License-Identifier: GPL-3.0-or-later
"""The first look: the wall of tiles within a few milliseconds, before the services are imported.

It changes nothing and explains nothing. Where it sees no wall, whatever the reason, the vault finds out why.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from korak.alphabet import by_name
from korak.centre.people import Group, Person
from korak.storage.faults import StorageFault
from korak.storage.files import DATABASE
from korak.storage.free_key import free_key
from korak.storage.glance import glance
from korak.storage.ring import Ring, SystemRing


@dataclass(frozen=True, slots=True)
class Wall:
    """What stands on the screen before anybody is let in."""

    centre: str
    groups: tuple[Group, ...]
    tiles: Mapping[str, tuple[Person, ...]]  # by group


def wall(folder: Path, ring: Ring | None = None) -> Wall | None:
    """Return the wall of a centre that opens without anybody; None if there is none to show at once."""
    if not (folder / DATABASE).exists():
        return None
    try:
        key = free_key(folder, ring or SystemRing())
        if key is None:
            return None
        seen = glance(folder / DATABASE, key)
    except StorageFault:
        return None
    return Wall(
        seen.centre, seen.groups, {group: tiles_of(people) for group, people in seen.learners.items()}
    )


def tiles_of(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return people as a shared screen shows them: a name behind an alias does not come out."""
    shown = [dataclasses.replace(person, name=person.shown_name, alias="") for person in people]
    return tuple(sorted(shown, key=by_name))
