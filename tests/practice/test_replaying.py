# SPDX-License-Identifier: GPL-3.0-or-later
"""A kept run seen again moment by moment: nothing is invented, nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.first_task import coach, pack, task

from korak.practice import actions as act
from korak.practice.log import Line, Play, TaskLog, replay
from korak.practice.replaying import MomentKind, moments


def solved() -> Play:
    play = Play.start(pack(), task(), 1, coach())
    for number, line in enumerate(task().solution):
        action = coach().planner.resolved(act.read(line), play.world)
        play = play.do(action, float(number + 1))
    return play


def test_every_action_is_a_moment_with_the_world_before_it_and_the_end_stands_last() -> None:
    play = solved()
    seen = moments(pack(), play.log, coach())
    actions = [one.action for one in seen if one.kind is MomentKind.ACTION]
    assert [act.write(one) for one in actions if one] == [line.text for line in play.log.lines]
    assert seen[0].world.state == Play.start(pack(), task(), 1, coach()).world.state
    assert seen[-1].kind is MomentKind.END
    assert seen[-1].reached
    assert seen[-1].world.state == play.world.state
    assert seen[-1].done == play.progress.done
    fresh = [step for one in seen for step in one.fresh]
    assert sorted(fresh) == sorted(step.id for step in task().key_steps)


def test_help_undo_and_a_fresh_start_are_moments_that_stand_out() -> None:
    first = task().key_steps[0].id
    begun = Play.start(pack(), task(), 1, coach())
    action = coach().planner.resolved(act.read(task().solution[0]), begun.world)
    play = begun.help(2, 1.0, first).do(action, 2.0).undo(3.0).restart(4.0)
    seen = moments(pack(), play.log, coach())
    kinds = [one.kind for one in seen]
    assert kinds == [
        MomentKind.HELP,
        MomentKind.ACTION,
        MomentKind.UNDO,
        MomentKind.RESTART,
        MomentKind.END,
    ]
    assert (seen[0].step, seen[0].level, seen[0].at) == (first, 2, 1.0)
    assert [one.stands_out for one in seen] == [True, False, True, True, False]
    assert seen[-1].world.state == begun.world.state


def test_typing_letter_by_letter_is_one_moment_with_the_whole_text() -> None:
    line = next(one for one in task().solution if one.startswith("fill "))
    field = line.removeprefix("fill ").partition(" = ")[0]
    lines = tuple(Line(float(n), f"fill {field} = {'Dober'[:n]}") for n in range(1, 6))
    seen = moments(pack(), TaskLog(task().id, "1", lines), coach())
    assert [one.action for one in seen] == [act.Fill(field, "Dober"), None]
    assert seen[0].at == 1.0


def test_a_line_nobody_knows_is_left_out_and_a_task_that_is_gone_has_no_moments() -> None:
    lines = (Line(1.0, "somersault twice"), Line(2.0, "help x y"), Line(3.0, "help x 9"))
    assert [one.kind for one in moments(pack(), TaskLog(task().id, "1", lines), coach())] == [MomentKind.END]
    assert moments(pack(), TaskLog("gone", "1", lines)) == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([*task().solution, "undo", "restart", "help x 1"]), max_size=14))
def test_the_end_is_always_where_the_log_leads(lines: list[str]) -> None:
    log = TaskLog(task().id, "3", tuple(Line(float(place), text) for place, text in enumerate(lines)))
    whole = replay(pack(), log, coach())
    assert whole is not None
    seen = moments(pack(), log, coach())
    assert seen[-1].world.state == whole.world.state
    assert seen[-1].done == whole.progress.done
    assert [one.at for one in seen] == sorted(one.at for one in seen)
