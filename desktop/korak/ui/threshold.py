# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall before the centre is open: its tiles, read in a few milliseconds, without the services."""

from pathlib import Path

from korak.centre.people import Group, Person
from korak.services import front


class FrontTiles:
    """What the first look at the data folder has seen."""

    def __init__(self, wall: front.Wall) -> None:
        self._wall = wall

    def groups(self) -> tuple[Group, ...]:
        """The groups whose walls can be shown."""
        return self._wall.groups

    def tiles(self, group_id: str) -> tuple[Person, ...]:
        """The tiles of a group."""
        return self._wall.tiles.get(group_id, ())


def first_look(folder: Path) -> FrontTiles | None:
    """The tiles of a centre that opens without anybody; None if there is no wall to show at once."""
    seen = front.wall(folder)
    return None if seen is None else FrontTiles(seen)
