# SPDX-License-Identifier: GPL-3.0-or-later
"""The quick look at the wall says what the services say, and never minds trouble."""

import os
import subprocess
import sys
from pathlib import Path

from tests.services.making import Place, maja

from korak.services import front

DESKTOP = Path(__file__).parents[2] / "desktop"


def test_the_quick_wall_is_the_wall(place: Place) -> None:
    place.ring.works = True
    house, _ = place.create()
    session = maja(house)
    house.people.archive(session, house.sign_in.tiles(house.sign_in.groups()[0].id)[0].id)
    house.people.add_group(session, "A", "A second group")
    wall = front.wall(place.folder, place.ring)
    assert wall is not None
    assert wall.centre == house.centre.settings().name
    assert wall.groups == house.sign_in.groups()
    assert wall.tiles == {group.id: house.sign_in.tiles(group.id) for group in wall.groups}
    assert "Arben" not in repr(wall)


def test_it_is_the_same_for_a_demo(place: Place) -> None:
    house = place.demo(groups=3, learners=20)
    wall = front.wall(place.folder, place.ring)
    assert wall is not None
    assert wall.tiles == {group.id: house.sign_in.tiles(group.id) for group in house.sign_in.groups()}


def test_where_there_is_no_wall_there_is_none(place: Place) -> None:
    assert front.wall(place.folder) is None
    place.create()
    place.close()
    assert front.wall(place.folder, place.ring) is None


def test_trouble_is_left_to_the_vault(place: Place) -> None:
    place.demo()
    place.close()
    whole = place.database.read_bytes()
    place.database.write_bytes(whole[:5000])
    assert front.wall(place.folder) is None
    place.database.write_bytes(whole)
    (place.folder / "keys.json").write_text("{")
    assert front.wall(place.folder) is None


def test_it_does_not_wait_for_sqlalchemy() -> None:
    slow = {"sqlalchemy", "msgspec", "nacl", "keyring"}
    script = f"import sys, korak.services.front; print({slow} & set(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(DESKTOP)},
    )
    assert ended.stdout == "set()\n"
