# SPDX-License-Identifier: GPL-3.0-or-later
"""Every pack that ships is whole: no fault, and every task is played by its author and by the coach."""

from pathlib import Path

import pytest

from korak.cli.check import all_faults
from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.coach import Coach
from korak.practice.log import Play
from korak.services.packs import load_pack

PACKS = sorted((Path(__file__).resolve().parents[2] / "assets" / "packs").glob("*/pack.toml"))
TASKS = [
    pytest.param(pack, task, id=f"{pack.id}/{task.id}")
    for pack in (load_pack(path.parent) for path in PACKS)
    for task in pack.tasks.values()
]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name)
def test_a_pack_has_no_fault(path: Path) -> None:
    _, faults = all_faults(path.parent, play=True)
    assert faults == ()


@pytest.mark.parametrize(("pack", "task"), TASKS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_solution_reaches_the_goal_without_a_mistake(pack: Pack, task: Task, seed: int) -> None:
    play = Play.start(pack, task, seed)
    for line in task.solution:
        play = play.do(play.coach.planner.resolved(act.read(line), play.world))
    assert play.progress.reached
    assert play.progress.noticed == ()
    assert play.progress.critical == ()


@pytest.mark.parametrize(("pack", "task"), TASKS)
def test_the_coach_alone_reaches_the_goal(pack: Pack, task: Task) -> None:
    coach = Coach(pack, task)
    play = Play.start(pack, task, 5, coach)
    for _ in range(4 * len(task.solution)):
        action = coach.next_action(play.progress, play.world)
        if action is None:
            break
        play = play.do(action)
    assert play.progress.reached


@pytest.mark.parametrize(("pack", "task"), TASKS)
def test_the_situation_reads_without_values_of_a_run_since_lists_of_tasks_show_it_too(
    pack: Pack, task: Task
) -> None:
    texts = (task.title, *task.asks)
    assert not [text for text in texts if "$" in text], f"{pack.id}: names and days belong on the card"
