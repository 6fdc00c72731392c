# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is done: nothing raises, nothing typed is lost, a replay is the run, the coach finds the way."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.first_task import ANY_ACTION, SIGN_IN, TO_FORM, begun, coach, done, pack, play

from korak.content.fields import Password, SmsCode, TextField
from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.log import replay
from korak.practice.rehearsal import any_action, wander
from korak.practice.world import World

STARTS = st.sampled_from([(), SIGN_IN, TO_FORM, SIGN_IN[:5], SIGN_IN[:8]])
PLAIN = {name for name, field in pack().fields.items() if isinstance(field, TextField)}
SECRET = {name for name, field in pack().fields.items() if isinstance(field, Password | SmsCode)}


@given(STARTS, st.lists(ANY_ACTION, max_size=25))
@settings(max_examples=150, deadline=None)
def test_no_action_raises_and_every_screen_can_be_drawn(
    start: tuple[str, ...], actions: list[act.Action]
) -> None:
    world = done(begun(), *start)
    for action in actions:
        world = world.do(action)
        world.page()
        world.phone()
        hash(world.key())
        assert all(act.write(possible) for possible in world.actions())


@given(STARTS, st.lists(ANY_ACTION, max_size=25))
@settings(max_examples=150, deadline=None)
def test_an_ignored_action_changes_nothing(start: tuple[str, ...], actions: list[act.Action]) -> None:
    world = done(begun(), *start)
    for action in actions:
        after = world.do(action)
        if any(isinstance(event, ev.Ignored) for event in after.events):
            assert after.state is world.state
        world = after


@given(STARTS, st.lists(ANY_ACTION, max_size=25))
@settings(max_examples=150, deadline=None)
def test_typed_text_is_never_lost(start: tuple[str, ...], actions: list[act.Action]) -> None:
    world = done(begun(), *start)
    for action in actions:
        after = world.do(action)
        lost = [name for name in world.state.fields if name in PLAIN and name not in after.state.fields]
        if lost and not _used(after) and not (isinstance(action, act.Fill) and lost == [action.field]):
            raise AssertionError((action, lost))
        world = after


def _used(world: World) -> bool:
    """Whether what was typed has gone where it was meant to go: into a record, or through the door."""
    return any(isinstance(event, ev.Recorded | ev.SignedIn) for event in world.events)


@given(STARTS, st.lists(ANY_ACTION, max_size=25))
@settings(max_examples=100, deadline=None)
def test_no_password_stays_behind_after_signing_out(
    start: tuple[str, ...], actions: list[act.Action]
) -> None:
    world = done(begun(), *start)
    for action in actions:
        world = world.do(action)
        if any(isinstance(event, ev.SignedOut) for event in world.events):
            assert SECRET.isdisjoint(world.state.fields)


@given(st.integers(0, 10**6), st.lists(ANY_ACTION, max_size=25))
@settings(max_examples=60, deadline=None)
def test_a_replay_is_the_run(seed: int, actions: list[act.Action]) -> None:
    run = play(seed)
    for number, action in enumerate(actions):
        run = run.do(action, number)
        if number % 7 == 3:
            run = run.undo(number)
        if number % 11 == 5:
            run = run.help(2, number)
    again = replay(pack(), run.log, coach())
    assert again is not None
    assert again.world.key() == run.world.key()
    assert again.progress == run.progress
    assert again.outcome() == run.outcome()
    assert again.log == run.log


@given(st.integers(0, 10**6), st.integers(0, 60))
@settings(max_examples=120, deadline=None)
def test_the_coach_finds_the_goal_from_wherever_somebody_has_wandered(seed: int, moves: int) -> None:
    world = wander(begun(seed), Random(seed), moves)
    for _ in range(60):
        action = coach().planner.plan(world)
        assert action is not None, world.state.place
        if not action:
            break
        world = world.do(action[0])
    assert coach().planner.reached(world)


@given(st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_possible_actions_are_possible(seed: int) -> None:
    chance = Random(seed)
    world = begun(seed)
    for _ in range(20):
        for action in world.actions():
            ignored = [event for event in world.do(action).events if isinstance(event, ev.Ignored)]
            assert ignored == [], action
        world = world.do(any_action(world, chance))
