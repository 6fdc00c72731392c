# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - targets stand in short rows
"""A world with every block and device: nothing raises, nothing typed is lost, a replay is the run."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.whole_pack import whole_pack

from korak.content.checks import check
from korak.content.fields import TextField
from korak.content.real_numbers import real_numbers
from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.coach import Coach
from korak.practice.log import Play, replay
from korak.practice.rehearsal import any_action, play_faults
from korak.practice.world import World

TASKS = ("vloga", "pismo")
COACHES = {name: Coach(whole_pack(), whole_pack().tasks[name]) for name in TASKS}
PARTS = ("", "/1", "/9", "/open", "/close", "/save", "/print", "/go", "/result/1", "/sort/1", "/sort/x", "/next", "/previous",
         "/read", "/send", "/code", "/confirm", "/cancel", "/new", "/hear", "/remove/1")  # fmt: skip
DEVICE = ("phone/link", "phone/delete", "phone/call/answer", "phone/call/choice/1", "phone/call/hang-up", "phone/camera/racun",
          "phone/camera/", "phone/confirm/approve", "mail/send", "mail/link/1", "mail/save/1", "mail/unattach/1", "mail/x", "files/open",
          "files/rename", "files/save-as", "files/new-folder", "files/move/Zdravje", "files/delete", "files/x", "printer/take",
          "paper/racun", "paper/close", "browser/download/1", "browser/popup/allow", "browser/save-password/yes", "x", "/")  # fmt: skip
ILLEGAL = [*(f"{name}{part}" for name in whole_pack().blocks for part in PARTS), *DEVICE]
PLAIN = {name for name, field in whole_pack().fields.items() if isinstance(field, TextField)}


def some_action(world: World, chance: Random) -> act.Action:
    """Mostly something possible, sometimes anything at all."""
    if chance.random() < 0.7:
        return any_action(world, chance)
    target = chance.choice(ILLEGAL)
    return chance.choice(
        (
            act.Press(target),
            act.Fill(target, chance.choice(("", "abc", "25. 11. 2026", "Dokumenti/pogodba.pdf", "12,50"))),
            act.Choose(target, chance.randrange(-2, 5)),
            act.Tick(target, on=chance.random() < 0.5),
            act.OpenMessage(chance.randrange(-2, 4)),
            act.OpenDevice(chance.choice(act.DEVICES)),
            act.Wait(chance.randrange(0, 600)),
        )
    )


@given(st.sampled_from(TASKS), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_nothing_raises_and_every_screen_can_be_drawn(task: str, seed: int) -> None:
    world, chance = World.start(whole_pack(), whole_pack().tasks[task], seed), Random(seed)
    for _ in range(40):
        action = some_action(world, chance)
        after = world.do(action)
        if any(isinstance(event, ev.Ignored) for event in after.events):
            assert after.state is world.state
        world = after
        for screen in (
            world.page,
            world.phone,
            world.mail,
            world.files,
            world.printer,
            world.table,
            world.actions,
        ):
            screen()
        hash(world.key())


@given(st.sampled_from(TASKS), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_typed_text_is_never_lost_but_where_a_page_forgets(task: str, seed: int) -> None:
    world, chance = World.start(whole_pack(), whole_pack().tasks[task], seed), Random(seed)
    for _ in range(40):
        action = some_action(world, chance)
        after = world.do(action)
        lost = {name for name in world.state.fields if name in PLAIN and name not in after.state.fields}
        used = any(isinstance(event, ev.Recorded | ev.Unsaved) for event in after.events)
        assert not lost or used or (isinstance(action, act.Fill) and lost == {action.field}), action
        world = after


@given(st.sampled_from(TASKS), st.integers(0, 10**6), st.sampled_from(["", "A"]))
@settings(max_examples=25, deadline=None)
def test_a_replay_is_the_run(task: str, seed: int, surface: str) -> None:
    pack, chance = whole_pack(), Random(seed)
    run = Play.start(pack, pack.tasks[task], seed, COACHES[task], surface)
    for number in range(40):
        run = run.do(some_action(run.world, chance), float(number))
        if number % 13 == 12:
            run = run.undo(float(number))
    again = replay(pack, run.log, COACHES[task])
    assert again is not None
    assert again.world.key() == run.world.key()
    assert again.progress.done == run.progress.done
    assert again.progress.critical == run.progress.critical


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("seed", range(3))
def test_the_solution_and_the_coach_reach_the_goal(task: str, seed: int) -> None:
    pack, coach = whole_pack(), COACHES[task]
    for way in ("solution", "coach"):
        play = Play.start(pack, pack.tasks[task], seed, coach)
        for line in pack.tasks[task].solution * 2:
            if play.progress.reached:
                break
            action = act.read(line) if way == "solution" else coach.next_action(play.progress, play.world)
            assert action is not None
            play = play.do(coach.planner.resolved(action, play.world))
        assert play.progress.reached, way
        assert play.progress.noticed == (), way
        assert play.progress.critical == (), way


def test_the_pack_has_no_fault_and_is_played_from_anywhere() -> None:
    pictures = frozenset({"key", "sun", "house"})
    assert check(whole_pack(), {"sl": frozenset()}, pictures) == ()
    assert tuple(play_faults(whole_pack())) == ()


def test_a_seed_draws_another_surface_and_the_same_seed_the_same() -> None:
    pack = whole_pack()
    task = pack.tasks["vloga"]
    worlds = [World.start(pack, task, seed) for seed in range(12)]
    surfaces = {tuple(sorted(world.scene.values.items())) for world in worlds}
    assert len(surfaces) == 12
    assert World.start(pack, task, 3).scene.values == worlds[3].scene.values
    assert World.start(pack, task, 3, "A").scene.values["napotnica"] == "9900000000123"
    assert not any(real_numbers(value) for world in worlds for value in world.scene.values.values())
