# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of a run tells everything: the way, the help, the mistakes, the time, step by step."""

from tests.practice.first_task import SIGN_IN, TO_CODE, TO_FORM, WRITE, coach, pack, play, played

from korak.practice import actions as act
from korak.practice.log import Line, TaskLog, outcome, replay


def test_seconds_belong_to_the_step_they_were_spent_on() -> None:
    run = play()
    for number, line in enumerate(SIGN_IN, 1):
        run = run.do(coach().planner.resolved(act.read(line), run.world), number * 2)
    run = run.do(act.read("press zvem/menu/sporocila"), 27)
    steps = {step.id: step for step in run.outcome().steps}
    assert steps["prijava"].seconds == len(SIGN_IN) * 2
    assert steps["sporocila"].seconds == 5
    assert run.outcome().seconds == 27


def test_help_and_mistakes_belong_to_their_steps() -> None:
    run = play().help(2, 1).help(1, 2)
    run = played(run, *TO_CODE[:2], "fill sipass/smspass/uporabnik = $geslo")
    step = run.outcome().steps[0]
    assert (step.id, step.help, step.errors, step.done) == ("prijava", 2, 1, False)
    assert run.outcome().help == 2


def test_undo_takes_one_step_back_and_keeps_what_was_noticed() -> None:
    run = played(play(), *TO_CODE[:1])
    before = run.world.key()
    run = played(run, "press sipass/prijava/eu")
    run = run.undo()
    assert run.world.key() == before
    assert run.progress.errors == 1


def test_typing_on_in_one_field_is_one_thing_to_undo() -> None:
    run = played(play(), *TO_CODE[:2])
    before = run.world.key()
    run = played(run, *(f"fill sipass/smspass/uporabnik = {'arben'[:n]}" for n in range(1, 6)))
    assert run.undo().world.key() == before


def test_undo_at_the_beginning_changes_nothing() -> None:
    run = play()
    assert run.undo() is run


def test_a_restart_begins_anew_with_the_same_values() -> None:
    run = played(play(4), *TO_FORM, *WRITE).restart()
    assert run.world.key() == play(4).world.key()
    assert run.progress.done == frozenset()
    assert run.progress.current == "prijava"


def test_undoing_the_last_step_opens_it_again() -> None:
    run = played(play(), *coach().task.solution)
    assert run.progress.reached
    run = run.undo()
    assert not run.progress.reached
    assert run.progress.current == "odjava"


def test_a_log_is_replayed_to_the_same_outcome() -> None:
    run = played(play(9), *coach().task.solution).help(3, 5, "poslji")
    assert outcome(pack(), run.log) == run.outcome()


def test_a_log_of_a_task_nobody_has_is_nothing() -> None:
    assert replay(pack(), TaskLog("ni-je", "1")) is None


def test_a_line_of_a_newer_program_is_passed_over() -> None:
    log = TaskLog("sporocilo-zdravniku", "1", (Line(1, "dance wildly"), Line(2, "press zvem/domov/prijava")))
    run = replay(pack(), log)
    assert run is not None
    assert run.world.page().page == "prijava"
