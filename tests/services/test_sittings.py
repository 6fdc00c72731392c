# SPDX-License-Identifier: GPL-3.0-or-later
"""Sittings through the real services over a real database: planned, taken, resumed, marked, replayed."""

import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from msgspec import structs
from tests.services.making import NEW, Place, amra, learner, maja, refused
from tests.services.small_bank import small_bank

from korak.assessment.allocation import Wish
from korak.assessment.marking import marked_twice
from korak.assessment.sitting import (
    AccommodationKind,
    Form,
    Help,
    ItemKind,
    ItemStatus,
    Mode,
    Occasion,
    Order,
    SittingRecord,
    score,
)
from korak.assessment.taking import current, wants_to_stop
from korak.centre.people import NewLearner, Session
from korak.content.pack import Pack
from korak.practice import actions as act
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.lessons import TaskRun
from korak.services.sittings import WARM_UP, Entry, Sittings, option_code


@pytest.fixture
def house(place: Place) -> House:
    place.read_bank = small_bank
    made, _code = place.create()
    return made


def planned(house: House, occasion: Occasion = Occasion.PRE, mode: Mode = Mode.PC) -> SittingRecord:
    return house.sittings.plan(maja(house), learner(house).id, occasion, mode)


def begun(house: House, occasion: Occasion = Occasion.PRE) -> tuple[Session, SittingRecord]:
    record = planned(house, occasion)
    session = amra(house)
    house.sittings.agree(session, record.id, given=True, language="bs")
    return session, house.sittings.begin(session, record.id)


def perform(sittings: Sittings, session: Session, run: TaskRun, lines: int | None = None) -> TaskRun:
    """Do the first lines of the author's solution (all of them), as a learner would."""
    task = run.play.coach.task
    for line in task.solution[:lines]:
        action = run.play.coach.planner.resolved(act.read(line), run.play.world)
        run = sittings.act(session, run, action, run.play.outcome().seconds + 1.0)
    return run


def tasks_of(record: SittingRecord) -> list[str]:
    return [one.id for one in record.items if one.kind is ItemKind.TASK]


def others(record: SittingRecord) -> list[str]:
    return [one.id for one in record.items if one.kind is not ItemKind.TASK]


def right_code(house: House, item_id: str) -> str:
    item = house.sittings.item(item_id)
    right = getattr(item, "right", None)
    return "2" if right is None else right if isinstance(right, str) else option_code(right)


# ---------------------------------------------------------------------- planning


def test_half_of_a_group_begins_with_each_form_and_the_post_changes_over(place: Place) -> None:
    place.read_bank = small_bank
    people = tuple(NewLearner(f"Oseba {number}") for number in range(20))
    house, _code = place.create(replace(NEW, learners=people))
    trainer, group = maja(house), house.sign_in.groups()[0].id
    made = house.sittings.plan_group(trainer, group, Occasion.PRE)
    orders = [one.record.order for one in made if one.record is not None]
    assert (len(orders), orders.count(Order.AB)) == (20, 10)
    for one in made:
        assert one.record is not None
        assert one.record.form is Form(one.record.order.value[0])
        house.sittings.close(trainer, one.record.id)
    after = house.sittings.plan_group(trainer, group, Occasion.POST)
    assert all(one.record is not None and one.record.form.value == one.record.order.value[1] for one in after)
    again = house.sittings.plan_group(trainer, group, Occasion.POST)
    assert {one.fault for one in again} == {FaultKind.SITTING_OPEN}


def test_a_forced_form_needs_a_reason_and_stays_flagged(house: House) -> None:
    trainer, person = maja(house), learner(house).id
    allocated = planned(house)
    house.sittings.set_aside(trainer, allocated.id, "napačna oseba")
    with refused(FaultKind.REASON_MISSING):
        house.sittings.plan(trainer, person, Occasion.PRE, wish=Wish(allocated.form.other))
    forced = house.sittings.plan(
        trainer, person, Occasion.PRE, wish=Wish(allocated.form.other, "nalogo je videla pri sosedi")
    )
    assert (forced.form, forced.forced) == (allocated.form.other, "nalogo je videla pri sosedi")
    assert house.sittings.of_person(trainer, person)[-1].forced == "nalogo je videla pri sosedi"


def test_an_occasion_is_repeated_only_with_a_reason(house: House) -> None:
    trainer, person = maja(house), learner(house).id
    first = planned(house)
    house.sittings.close(trainer, first.id)
    with refused(FaultKind.SITTING_TAKEN):
        planned(house)
    again = house.sittings.plan(trainer, person, Occasion.PRE, wish=Wish(reason="zmanjkalo je elektrike"))
    assert again.repeated == "zmanjkalo je elektrike"


def test_the_follow_up_waits_eight_weeks_and_takes_the_first_form(house: House, place: Place) -> None:
    trainer, person = maja(house), learner(house).id
    for occasion in (Occasion.PRE, Occasion.POST):
        house.sittings.close(trainer, planned(house, occasion).id)
    with refused(FaultKind.TOO_EARLY):
        planned(house, Occasion.FOLLOWUP)
    place.clock.forward(8 * 7 * 24 * 3600)
    later = planned(house, Occasion.FOLLOWUP)
    assert later.form is house.sittings.of_person(trainer, person)[0].form
    assert not any(one.kind is ItemKind.EXIT for one in later.items)


def test_a_post_without_a_pre_is_possible_and_asks_about_the_course(house: House) -> None:
    post = planned(house, Occasion.POST)
    assert [one.kind for one in post.items[-2:]] == [ItemKind.THEN, ItemKind.EXIT]
    assert post.form is post.order.form(Occasion.POST)


def test_an_older_bank_is_refused_by_name(place: Place) -> None:
    place.read_bank = partial(small_bank, 1, "2027.1.1")
    house, _code = place.create()
    house.sittings.close(maja(house), planned(house).id)
    place.close()
    place.read_bank = small_bank
    older = place.keep(place.vault().unlock(NEW.passphrase))
    with refused(FaultKind.BANK_OLDER) as refusal:
        older.sittings.plan(maja(older), learner(older).id, Occasion.POST)
    assert refusal.fault.details == {"found": "2026.11.1", "known": "2027.1.1"}


def test_a_bank_whose_fixed_items_were_changed_is_refused_by_name(place: Place) -> None:
    pack = small_bank()
    assert pack.assessment is not None
    lock = replace(pack.assessment, lock=type(pack.assessment.lock)(bank="x", items={"s1@1": "0" * 64}))
    place.read_bank = partial(_give, replace(pack, assessment=lock))
    house, _code = place.create()
    with refused(FaultKind.BANK_FAULTY) as refusal:
        planned(house)
    assert refusal.fault.details == {"version": "2026.11.1", "items": "s1@1"}


def test_a_course_without_a_bank_says_so(place: Place) -> None:
    place.read_bank = partial(_give, replace(small_bank(), assessment=None))
    house, _code = place.create()
    with refused(FaultKind.BANK_MISSING):
        planned(house)


def test_an_open_sitting_never_gets_another_version_of_a_question(place: Place) -> None:
    place.read_bank = small_bank
    house, _code = place.create()
    session, record = begun(house)
    house.sittings.answer(session, record.id, "s1", "2")
    place.close()
    pack = small_bank()
    assert pack.assessment is not None
    items = {name: structs.replace(item, version=2) for name, item in pack.assessment.items.items()}
    newer = replace(pack, assessment=replace(pack.assessment, items=items))
    place.read_bank = partial(_give, newer)
    again = place.keep(place.vault().unlock(NEW.passphrase))
    session = amra(again)
    with refused(FaultKind.ITEM_CHANGED):
        again.sittings.answer(session, record.id, "s2", "2")
    with refused(FaultKind.ITEM_CHANGED):
        again.sittings.begin_task(session, record.id, tasks_of(record)[0])
    again.sittings.skip(session, record.id, "s2")  # skipping is always possible
    assert again.sittings.one(session, record.id).last_answers()["s1"].code == "2"


def _give(pack: Pack) -> Pack:
    return pack


# ---------------------------------------------------------------------- consent


def test_nothing_begins_without_consent_and_a_no_has_no_consequence(house: House) -> None:
    record = planned(house)
    session = amra(house)
    assert house.sittings.agreed(session) is None
    with refused(FaultKind.NO_CONSENT):
        house.sittings.begin(session, record.id)
    house.sittings.agree(session, record.id, given=False, language="bs")
    assert house.sittings.waiting(session) is None
    assert house.lessons.course(session).next is not None  # the course goes on
    standing = next(
        one
        for one in house.sittings.standings(maja(house), house.sign_in.groups()[0].id)
        if one.person.name == "Amra"
    )
    assert (standing.consent, standing.open, standing.of(Occasion.PRE)) == (False, None, None)
    assert planned(house).void == ""  # who changes their mind can be asked again


# ---------------------------------------------------------------------- taking


def test_a_task_done_alone_gives_four_points_and_its_replay_gives_the_same(house: House) -> None:
    session, record = begun(house)
    (task,) = tasks_of(record)
    run = perform(house.sittings, session, house.sittings.begin_task(session, record.id, task))
    assert run.play.progress.reached
    answer = house.sittings.finish_task(session, run)
    assert answer is not None
    after = house.sittings.one(session, record.id)
    found = {one.item.id: one.score for one in score(after).items}
    assert found[task] == 4
    played = house.sittings.play(session, record.id, task)
    assert played is not None
    again = played.outcome()
    assert tuple((step.id, step.done, step.help, step.errors) for step in again.steps) == tuple(
        (step.step, step.done, step.help, step.errors) for step in answer.steps
    )
    assert played.log.surface == record.form.value
    assert played.log.seed in {"1", "2", "3", "4", "5", "6"}


@pytest.mark.parametrize(("level", "points"), [(Help.LANGUAGE, 4), (Help.HINT, 3), (Help.SHOWN, 2)])
def test_help_is_kept_with_its_step_and_lowers_the_points(house: House, level: Help, points: int) -> None:
    session, record = begun(house)
    (task,) = tasks_of(record)
    run = house.sittings.begin_task(session, record.id, task)
    first = run.play.coach.task.key_steps[0].id
    run = perform(house.sittings, session, house.sittings.help(session, run, first, level))
    house.sittings.finish_task(session, run)
    after = house.sittings.one(session, record.id)
    assert score(after).items[0].score == points
    assert after.answers[0].steps[0].help == level


def test_a_task_handed_in_half_done_gives_one_point_and_stays_as_it_is(house: House) -> None:
    session, record = begun(house)
    (task,) = tasks_of(record)
    run = perform(house.sittings, session, house.sittings.begin_task(session, record.id, task), 2)
    house.sittings.finish_task(session, run)
    assert score(house.sittings.one(session, record.id)).items[0].score == 1
    with refused(FaultKind.RUN_ENDED):
        house.sittings.begin_task(session, record.id, task)
    with refused(FaultKind.RUN_ENDED):
        house.sittings.skip(session, record.id, task)


def test_a_skipped_task_is_zero_and_can_be_come_back_to(house: House) -> None:
    session, record = begun(house)
    (task,) = tasks_of(record)
    house.sittings.skip(session, record.id, task)
    assert score(house.sittings.one(session, record.id)).items[0].score == 0
    run = perform(house.sittings, session, house.sittings.begin_task(session, record.id, task))
    house.sittings.finish_task(session, run)
    assert score(house.sittings.one(session, record.id)).items[0].score == 4


def test_answers_are_judged_kept_and_may_be_changed_until_all_is_handed_in(house: House) -> None:
    session, record = begun(house)
    for item in others(record):
        house.sittings.answer(session, record.id, item, right_code(house, item), 2.0)
    found = score(house.sittings.one(session, record.id))
    assert (found.self_report.percent, found.vocabulary.percent) == (100.0, 100.0)
    word = next(one.id for one in record.items if one.kind is ItemKind.VOCAB)
    house.sittings.answer(session, record.id, word, "?")
    changed = house.sittings.one(session, record.id)
    assert score(changed).vocabulary.points == 2
    assert sum(one.item == word for one in changed.answers) == 2  # both are kept
    house.sittings.hand_in(session, record.id)
    with refused(FaultKind.SITTING_ENDED):
        house.sittings.answer(session, record.id, word, "geslo")
    ended = house.sittings.one(session, record.id)
    assert ended.complete
    assert ended.last_answers()[tasks_of(record)[0]].status is ItemStatus.NOT_REACHED


def test_what_is_no_answer_is_refused(house: House) -> None:
    session, record = begun(house)
    with refused(FaultKind.OUT_OF_RANGE):
        house.sittings.answer(session, record.id, "s1", "7")
    with refused(FaultKind.NOT_FOUND):
        house.sittings.answer(session, record.id, "no-such-item", "1")
    with refused(FaultKind.NOT_THIS_WAY):
        house.sittings.answer(session, record.id, tasks_of(record)[0], "1")


def test_three_zeros_lead_to_a_kind_offer_and_stopping_leaves_the_other_tasks(place: Place) -> None:
    place.read_bank = partial(small_bank, 5)
    house, _code = place.create()
    session, record = begun(house)
    for task in tasks_of(record)[:3]:
        assert not wants_to_stop(house.sittings.one(session, record.id))
        house.sittings.skip(session, record.id, task)
    assert wants_to_stop(house.sittings.one(session, record.id))
    after = house.sittings.stop_tasks(session, record.id)
    found = score(after)
    assert found.stopped == tuple(tasks_of(record)[3:])
    following = current(after)
    assert following is not None
    assert following.kind is ItemKind.RECOGNITION  # the rest goes on


def test_support_in_the_own_language_is_a_flag_and_makes_a_word_missing(house: House) -> None:
    session, record = begun(house)
    for item in others(record):
        house.sittings.answer(session, record.id, item, right_code(house, item))
    house.sittings.support(session, record.id, "s1", AccommodationKind.L1_TEXT)
    house.sittings.support(session, record.id, "s1", AccommodationKind.L1_TEXT)
    house.sittings.support(session, record.id, "v1", AccommodationKind.L1_TEXT)
    after = house.sittings.one(session, record.id)
    assert [(one.item, one.kind.value) for one in after.accommodations] == [
        ("s1", "l1_text"),
        ("v1", "l1_text"),
    ]
    found = score(after)
    assert found.with_language
    assert "v1" in found.missing
    assert found.self_report.percent == 100.0


def test_the_warm_up_comes_first_and_is_no_answer(house: House) -> None:
    session, record = begun(house)
    assert not house.sittings.warmed_up(session, record.id)
    run = house.sittings.begin_task(session, record.id, WARM_UP)
    assert run.mode == "guide"
    run = perform(house.sittings, session, run)
    assert house.sittings.finish_task(session, run) is None
    assert house.sittings.warmed_up(session, record.id)
    assert house.sittings.one(session, record.id).answers == ()


@pytest.mark.parametrize("form", list(Form))
def test_the_bank_of_the_course_solved_by_its_authors_gives_every_point(place: Place, form: Form) -> None:
    house, _code = place.create()
    trainer, person = maja(house), learner(house).id
    record = house.sittings.plan(trainer, person, Occasion.PRE, wish=Wish(form, "preizkus"))
    session = amra(house)
    house.sittings.agree(session, record.id, given=True, language="bs")
    house.sittings.begin(session, record.id)
    for item in record.items:
        if item.kind in {ItemKind.TASK, ItemKind.JUDGEMENT}:
            run = perform(house.sittings, session, house.sittings.begin_task(session, record.id, item.id))
            house.sittings.finish_task(session, run)
        else:
            house.sittings.answer(session, record.id, item.id, right_code(house, item.id))
    ended = house.sittings.hand_in(session, record.id)
    found = score(ended)
    assert [scale.points for scale in (found.performance, found.self_report, found.vocabulary)] == [
        40,
        30,
        16,
    ]
    assert {one.area.value: one.possible for one in found.areas} == {
        "D0": 5, "D1": 6, "D2": 5, "D3": 5, "D4": 7, "D5": 12,
    }  # fmt: skip
    for item in ended.items[:8]:  # and every log, played again, says the same
        played = house.sittings.play(session, ended.id, item.id)
        assert played is not None
        steps = ended.last_answers()[item.id].steps
        assert [step.done for step in played.outcome().steps] == [step.done for step in steps]


# ---------------------------------------------------------------------- going on after a crash


_CRASH = """
import sys
from functools import partial
from pathlib import Path
from datetime import UTC, datetime
from tests.services.making import PASSPHRASE
from tests.services.small_bank import small_bank
from korak.clock import FixedClock
from korak.practice import actions as act
from korak.services.vault import Vault
from korak.storage import hashing
folder, person, sitting, item = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
house = Vault(folder, FixedClock(datetime(2026, 11, 2, 10, tzinfo=UTC)), portable=False,
              read_bank=small_bank).unlock(PASSPHRASE)
session = house.sign_in.pin(person, ("house", "key", "sun"))
house.sittings.begin(session, sitting)
house.sittings.answer(session, sitting, "s1", "2")
run = house.sittings.begin_task(session, sitting, item)
for line in run.play.coach.task.solution[:3]:
    run = house.sittings.act(session, run, run.play.coach.planner.resolved(act.read(line), run.play.world))
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_killed_program_goes_on_in_the_middle_of_the_same_task(house: House, place: Place) -> None:
    record = planned(house)
    session = amra(house)
    house.sittings.agree(session, record.id, given=True, language="bs")
    (task,) = tasks_of(record)
    person = learner(house).id
    place.close()
    root = Path(__file__).resolve().parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", _CRASH, str(place.folder), person, record.id, task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": f"{root / 'desktop'}:{root}"},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    child.kill()
    child.wait()
    child.stdout.close()
    assert child.stdin is not None
    child.stdin.close()
    again = place.keep(place.vault().unlock(NEW.passphrase))
    session = amra(again)
    open_one = again.sittings.waiting(session)
    assert open_one is not None
    following = current(open_one)
    assert following is not None
    assert following.id == task
    assert open_one.last_answers()["s1"].code == "2"
    run = again.sittings.begin_task(session, open_one.id, task)
    assert (run.kept, len(run.play.log.lines)) == (3, 3)
    rest = run.play.coach.task.solution[3:]
    for line in rest:
        action = run.play.coach.planner.resolved(act.read(line), run.play.world)
        run = again.sittings.act(session, run, action)
    again.sittings.finish_task(session, run)
    assert score(again.sittings.one(session, record.id)).items[0].score == 4


# ---------------------------------------------------------------------- the trainer


def test_the_trainer_marks_what_was_not_reached_and_it_is_missing(house: House) -> None:
    trainer = maja(house)
    record = planned(house)
    (task,) = tasks_of(record)
    with refused(FaultKind.NOT_THIS_WAY):
        house.sittings.mark_item(trainer, record.id, task, ItemStatus.COMPLETED)
    after = house.sittings.mark_item(trainer, record.id, task, ItemStatus.TECHNICAL, "miška ni delala")
    answer = after.last_answers()[task]
    assert (answer.status, answer.reason, answer.by) == (
        ItemStatus.TECHNICAL,
        "miška ni delala",
        trainer.person_id,
    )
    assert score(after).items[0].score is None


def test_setting_aside_needs_a_reason_and_the_facts_stay(house: House) -> None:
    session, record = begun(house)
    house.sittings.answer(session, record.id, "s1", "2")
    trainer = maja(house)
    with refused(FaultKind.REASON_MISSING):
        house.sittings.set_aside(trainer, record.id, "  ")
    aside = house.sittings.set_aside(trainer, record.id, "požarni alarm")
    assert (aside.void, aside.complete, len(aside.answers)) == ("požarni alarm", False, 1)
    with refused(FaultKind.SITTING_ENDED):
        house.sittings.answer(session, record.id, "s1", "1")


def test_closing_marks_the_rest_as_not_reached(house: House) -> None:
    session, record = begun(house)
    house.sittings.answer(session, record.id, "s1", "2")
    closed = house.sittings.close(maja(house), record.id)
    assert closed.complete
    statuses = {one.item: one.status for one in closed.answers}
    assert statuses.pop("s1") is ItemStatus.COMPLETED
    assert set(statuses.values()) == {ItemStatus.NOT_REACHED}
    assert score(closed).performance.percent is None


def test_only_trainers_plan_and_mark_and_learners_see_their_own(house: House) -> None:
    session, record = begun(house)
    for deed in (
        partial(house.sittings.plan, session, session.person_id, Occasion.POST),
        partial(house.sittings.set_aside, session, record.id, "x"),
        partial(house.sittings.close, session, record.id),
        partial(house.sittings.mark_item, session, record.id, "s1", ItemStatus.EXEMPT),
        partial(house.sittings.of_group, session, record.group),
        partial(house.sittings.standings, session, record.group),
        partial(house.sittings.enter, session, record.id, "s1", Entry(code="2")),
    ):
        with refused(FaultKind.NOT_ALLOWED):
            deed()
    trainer = maja(house)
    for deed in (
        partial(house.sittings.answer, trainer, record.id, "s1", "2"),
        partial(house.sittings.hand_in, trainer, record.id),
        partial(house.sittings.begin_task, trainer, record.id, tasks_of(record)[0]),
    ):
        with refused(FaultKind.NOT_ALLOWED):
            deed()
    house.sign_in.leave(session)
    other = house.sign_in.pin(learner(house, "Beni").id, ("cat", "bus", "cat"))
    with refused(FaultKind.NOT_ALLOWED):
        house.sittings.one(other, record.id)


# ---------------------------------------------------------------------- paper


@pytest.mark.parametrize("mode", [Mode.PAPER, Mode.ORAL])
def test_a_mark_on_paper_is_0_to_3_and_nothing_else(house: House, mode: Mode) -> None:
    trainer = maja(house)
    record = planned(house, mode=mode)
    (task,) = tasks_of(record)
    for wrong in (-1, 4, 5, None):
        with refused(FaultKind.OUT_OF_RANGE):
            house.sittings.enter(trainer, record.id, task, Entry(mark=wrong))
    after = house.sittings.enter(trainer, record.id, task, Entry(mark=3))
    assert score(after).items[0].score == 3
    assert house.sittings.waiting(amra(house)) is None  # it does not wait at the computer


def test_a_second_mark_stands_beside_the_first(house: House) -> None:
    trainer = maja(house)
    record = planned(house, mode=Mode.PAPER)
    (task,) = tasks_of(record)
    assert marked_twice(record) == {task}
    house.sittings.enter(trainer, record.id, task, Entry(mark=2))
    after = house.sittings.enter(trainer, record.id, task, Entry(mark=3), second=True)
    answer = after.last_answers()[task]
    assert (answer.marked, answer.second_mark) == (2, 3)
    assert score(after).items[0].score == 2


def test_two_people_agree_on_a_mark_and_it_counts_until_one_is_entered_anew(house: House) -> None:
    trainer = maja(house)
    record = planned(house, mode=Mode.PAPER)
    (task,) = tasks_of(record)
    house.sittings.enter(trainer, record.id, task, Entry(mark=1))
    with refused(FaultKind.NOT_THIS_WAY):
        house.sittings.agree_on(trainer, record.id, task, 2)  # nobody has marked it a second time
    house.sittings.enter(trainer, record.id, task, Entry(mark=3), second=True)
    with refused(FaultKind.OUT_OF_RANGE):
        house.sittings.agree_on(trainer, record.id, task, 4)
    with refused(FaultKind.NOT_ALLOWED):
        house.sittings.agree_on(amra(house), record.id, task, 2)
    after = house.sittings.agree_on(trainer, record.id, task, 2)
    answer = after.last_answers()[task]
    assert (answer.marked, answer.second_mark, answer.agreed_mark) == (1, 3, 2)
    assert score(after).items[0].score == 2
    again = house.sittings.enter(trainer, record.id, task, Entry(mark=3))
    answer = again.last_answers()[task]
    assert (answer.marked, answer.second_mark, answer.agreed_mark) == (3, 3, None)
    with refused(FaultKind.NOT_THIS_WAY):
        house.sittings.agree_on(trainer, record.id, task, 2)  # there is nothing to agree on any more


def test_ticks_on_paper_are_judged_like_answers_and_an_empty_box_is_left_out(house: House) -> None:
    trainer = maja(house)
    record = planned(house, mode=Mode.PAPER)
    for item in others(record):
        house.sittings.enter(trainer, record.id, item, Entry(code=right_code(house, item)))
    house.sittings.enter(trainer, record.id, "s1", Entry())
    found = score(house.sittings.one(trainer, record.id))
    assert found.vocabulary.percent == 100.0
    assert found.skipped == ("s1",)


def test_a_sitting_at_the_computer_takes_no_marks(house: House) -> None:
    record = planned(house)
    with refused(FaultKind.NOT_THIS_WAY):
        house.sittings.enter(maja(house), record.id, tasks_of(record)[0], Entry(mark=2))


# ---------------------------------------------------------------------- what is kept


def test_old_step_logs_go_and_the_points_stay(house: House, place: Place) -> None:
    session, record = begun(house)
    (task,) = tasks_of(record)
    run = perform(house.sittings, session, house.sittings.begin_task(session, record.id, task))
    house.sittings.finish_task(session, run)
    assert house.sittings.forget_old_logs(maja(house)) == 0
    place.clock.forward(366 * 24 * 3600)
    assert house.sittings.forget_old_logs(maja(house)) == len(run.play.log.lines)
    assert house.sittings.play(session, record.id, task) is None
    assert score(house.sittings.one(session, record.id)).items[0].score == 4


def test_everything_is_there_again_after_the_centre_was_closed(house: House, place: Place) -> None:
    session, record = begun(house)
    house.sittings.answer(session, record.id, "s1", "NT", 3.5)
    house.sittings.support(session, record.id, "s1", AccommodationKind.SL_AUDIO)
    before = house.sittings.one(session, record.id)
    place.close()
    again = place.keep(place.vault().unlock(NEW.passphrase))
    assert again.sittings.one(maja(again), record.id) == before
    assert score(before).not_tried == ("s1",)
