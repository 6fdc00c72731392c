# SPDX-License-Identifier: GPL-3.0-or-later
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.assessment.sittings import (
    ITEMS,
    OWN,
    RECOGNITION,
    TASKS,
    VOCAB,
    all_right,
    answer,
    record,
    stopped,
)

from korak.assessment.scoring import AreaState, Gap
from korak.assessment.sitting import (
    Accommodation,
    AccommodationKind,
    Area,
    Exactness,
    Form,
    Help,
    ItemStatus,
    Mode,
    Occasion,
    Order,
    StepLog,
    item_score,
    score,
)

TASK, JUDGEMENT = TASKS[0], TASKS[6]


def test_everything_right_alone_is_a_hundred_on_every_scale() -> None:
    found = score(record(all_right()))
    assert (found.performance.points, found.performance.possible, found.performance.percent) == (
        40,
        40,
        100.0,
    )
    assert (found.self_report.points, found.self_report.percent) == (30, 100.0)
    assert (found.vocabulary.points, found.vocabulary.percent) == (16, 100.0)
    assert found.band.band == 4
    assert [one.state for one in found.areas] == [AreaState.ALONE] * 6
    assert (found.gap, found.gap_kind) == (0.0, Gap.ALIGNED)
    assert (found.missing, found.skipped, found.not_tried) == ((), (), ())


def test_a_sitting_with_no_answer_has_no_score_and_no_exception() -> None:
    found = score(record())
    assert found.performance.percent is None
    assert found.band.band is None
    assert found.gap_kind is Gap.MISSING
    assert set(found.missing) == {one.id for one in ITEMS}
    assert score(record(items=())).performance.items == 0


@pytest.mark.parametrize(
    ("steps", "points"),
    [
        ((StepLog("a", False), StepLog("b", False)), 0),
        ((StepLog("a", True), StepLog("b", False)), 1),
        ((StepLog("a", True), StepLog("b", True, help=Help.LANGUAGE)), 4),
        ((StepLog("a", True, help=Help.HINT), StepLog("b", True)), 3),
        ((StepLog("a", True, help=Help.SHOWN), StepLog("b", True, help=Help.HINT)), 2),
        ((StepLog("a", True), StepLog("extra", False, key=False)), 4),
    ],
)
def test_help_lowers_a_task_and_errors_or_time_do_not(steps: tuple[StepLog, ...], points: int) -> None:
    assert item_score(TASK, answer(TASK.id, steps=steps)) == points
    slow = tuple(replace(step, errors=7, seconds=900.0) for step in steps)
    assert item_score(TASK, answer(TASK.id, steps=slow)) == points


def test_a_critical_error_caps_a_task_at_one() -> None:
    done = (StepLog("a", True),)
    assert item_score(TASK, answer(TASK.id, steps=done, critical=True)) == 1
    assert item_score(JUDGEMENT, answer(JUDGEMENT.id, right=6, critical=True)) == 1


def test_the_trainers_hand_in_a_task_counts_as_shown() -> None:
    done = (StepLog("a", True),)
    assert item_score(TASK, answer(TASK.id, steps=done, help=Help.SHOWN)) == 2


@pytest.mark.parametrize(("right", "points"), [(0, 0), (3, 0), (4, 1), (5, 2), (6, 4)])
def test_six_judgements_give_points_from_four_right_on(right: int, points: int) -> None:
    assert item_score(JUDGEMENT, answer(JUDGEMENT.id, right=right)) == points
    assert item_score(JUDGEMENT, answer(JUDGEMENT.id, right=right, help=2)) == min(points, 3)


@pytest.mark.parametrize("status", [ItemStatus.NOT_REACHED, ItemStatus.TECHNICAL, ItemStatus.EXEMPT])
def test_what_was_not_reached_is_missing_and_never_zero(status: ItemStatus) -> None:
    assert all(item_score(one, answer(one.id, status=status)) is None for one in ITEMS)


def test_a_skipped_task_is_zero_and_a_skipped_self_report_is_missing() -> None:
    assert item_score(TASK, answer(TASK.id, status=ItemStatus.SKIPPED)) == 0
    assert item_score(RECOGNITION[0], answer(RECOGNITION[0].id, status=ItemStatus.SKIPPED)) == 0
    assert item_score(OWN[0], answer(OWN[0].id, code="SKIP")) is None
    assert item_score(OWN[0], answer(OWN[0].id, status=ItemStatus.SKIPPED)) is None
    assert item_score(OWN[0], answer(OWN[0].id, code="NT")) == 0


def test_never_tried_is_counted_apart() -> None:
    answers = [answer(one.id, code="NT" if place < 4 else "1") for place, one in enumerate(OWN)]
    found = score(record(answers))
    assert found.not_tried == tuple(one.id for one in OWN[:4])
    assert found.self_report.percent == pytest.approx(100 * 11 / 30)


def test_a_scale_needs_three_quarters_of_its_items() -> None:
    twelve = all_right(VOCAB)[:12]
    assert score(record(twelve)).vocabulary.percent == 100.0
    assert score(record(twelve[:11])).vocabulary.percent is None


def test_the_own_language_makes_a_word_missing_but_never_a_task() -> None:
    helped = (
        Accommodation(AccommodationKind.L1_TEXT, VOCAB[0].id),
        Accommodation(AccommodationKind.SL_AUDIO, VOCAB[1].id),
    )
    found = score(record(all_right(), accommodations=helped))
    assert found.missing == (VOCAB[0].id,)
    assert (found.vocabulary.valid, found.vocabulary.percent) == (15, 100.0)
    assert not found.with_language  # P and S were taken as they are
    task = score(record(all_right(), accommodations=(Accommodation(AccommodationKind.L1_AUDIO, TASK.id),)))
    assert task.performance.percent == 100.0
    assert task.with_language


def test_an_interpreter_for_the_whole_sitting_leaves_no_vocabulary() -> None:
    found = score(record(all_right(), accommodations=(Accommodation(AccommodationKind.INTERPRETER),)))
    assert (found.vocabulary.percent, found.vocabulary.valid) == (None, 0)
    assert found.with_language


def test_the_last_answer_to_an_item_counts() -> None:
    word = VOCAB[0].id
    found = score(record((answer(word, 1, right=1), answer(word, 2, right=0))))
    assert found.vocabulary.points == 0


@pytest.mark.parametrize("mode", [Mode.PAPER, Mode.ORAL])
def test_paper_and_oral_tasks_give_three_points_at_most(mode: Mode) -> None:
    assert item_score(TASK, answer(TASK.id, marked=4), mode) == 3
    assert item_score(RECOGNITION[0], answer(RECOGNITION[0].id, right=1), mode) == 1


def test_stopped_is_zero_in_per_cent_and_not_administered_for_rasch() -> None:
    thresholds = {4: (-1.0, 0.0, 0.5, 1.0), 1: (0.0,)}
    items = tuple(replace(one, thresholds=thresholds.get(one.most, ())) for one in (*TASKS, *RECOGNITION))
    half = (*all_right(items)[:8], *(stopped(one.id) for one in items[8:]))
    bank = replace(record().bank, calibrated=True)
    found = score(record(half, items=items, bank=bank))
    assert found.performance.percent == 80.0
    assert found.stopped == tuple(one.id for one in RECOGNITION)
    never = score(record(half[:8], items=items, bank=bank))
    assert found.ability is not None
    assert found.ability == never.ability
    assert score(record(half, items=items)).ability is None  # an uncalibrated bank gives no logits


def test_the_band_is_borderline_within_one_error_of_a_cut() -> None:
    answers = all_right()
    bank = replace(record().bank, performance=Exactness(alpha=0.84, sem=8.0, sittings=120))
    zeros = tuple(stopped(one.id) for one in TASKS[:2])
    found = score(record((*answers, *zeros), bank=bank))
    assert found.performance.percent == 80.0
    assert (found.band.band, found.band.toward) == (3, 2)


def test_the_forms_change_over_and_the_follow_up_repeats_the_first() -> None:
    assert [Order.AB.form(one) for one in Occasion] == [Form.A, Form.B, Form.A]
    assert [Order.BA.form(one) for one in Occasion] == [Form.B, Form.A, Form.B]
    assert Form.A.other is Form.B


STATUS = some.sampled_from(list(ItemStatus))


@given(
    some.lists(
        some.tuples(
            some.sampled_from(ITEMS), STATUS, some.sampled_from(["", "NT", "0", "1", "2", "SKIP", "?"]),
            some.none() | some.integers(0, 6), some.integers(0, 3), some.booleans(),
            some.none() | some.integers(-3, 9),
        )
    ),
    some.sampled_from(list(Mode)),
)  # fmt: skip
def test_whatever_was_answered_points_stay_in_their_range(given_answers: list[tuple], mode: Mode) -> None:
    answers = [
        answer(one.id, place, status=status, code=code, right=right, help=helped, critical=bad, marked=marked)
        for place, (one, status, code, right, helped, bad, marked) in enumerate(given_answers)
    ]
    found = score(record(answers, mode=mode))
    for one in found.items:
        assert one.score is None or 0 <= one.score <= one.item.most
    for scale in (found.performance, found.self_report, found.vocabulary):
        assert scale.percent is None or 0.0 <= scale.percent <= 100.0
        assert scale.percent is None or math.isfinite(scale.percent)
    assert found == score(record(answers, mode=mode))


def test_each_area_of_the_blueprint_has_its_points() -> None:
    found = score(record(all_right()))
    assert {one.area: one.possible for one in found.areas} == {
        Area.D0: 5,
        Area.D1: 6,
        Area.D2: 5,
        Area.D3: 5,
        Area.D4: 7,
        Area.D5: 12,
    }
