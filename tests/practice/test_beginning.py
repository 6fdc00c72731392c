# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a task begins: at its address, or at one of several."""

from tests.practice.first_task import pack

from korak.practice.world import World


def test_a_task_may_begin_at_one_of_several_addresses_by_the_seed() -> None:
    task = pack().tasks["laznivi-naslov"]
    begun = {World.start(pack(), task, seed).state.place.portal for seed in range(24)}
    assert begun == {"banka-lazna", "banka-lazna-crka", "banka-lazna-obrat"}


def test_the_worksheet_asks_for_the_address_that_was_open() -> None:
    for seed in range(6):
        world = World.start(pack(), pack().tasks["laznivi-naslov"], seed)
        opened = pack().portals[world.state.place.portal].address
        assert world.scene.text("$lazni_naslov") == opened
