# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.learning.course import attempt

from korak.learning.attempt import (
    Promise,
    StepTaken,
    in_order,
    mode_of,
    my_step_answer,
    passed,
    read_my_step,
    read_task_answer,
    task_answer,
)


@pytest.mark.parametrize(
    "impossible",
    [
        {"at": datetime(2026, 3, 4, 16, 0)},  # noqa: DTZ001 - that is the point
        {"at": datetime(2026, 3, 4, 16, 0, tzinfo=timezone(timedelta(hours=1)))},
        {"score": 1.01},
        {"score": -0.5},
        {"score": float("nan")},
        {"help": 4},
        {"errors": -1},
        {"seconds": -1.0},
        {"seconds": float("inf")},
        {"seconds": float("nan")},
    ],
)
def test_an_attempt_that_cannot_have_happened_is_refused(impossible: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        attempt(1, "typed-1", **impossible)


def test_a_time_is_in_utc_whatever_the_zone_object_is_called() -> None:
    assert (
        attempt(1, "read-1", at=datetime(2026, 3, 4, tzinfo=UTC)).at
        == attempt(1, "read-1", at=datetime(2026, 3, 4, tzinfo=timezone(timedelta(0)))).at
    )


def test_the_order_is_that_of_time_and_each_fact_counts_once() -> None:
    late, early = attempt(9, "read-1"), attempt(2, "words-1")
    assert in_order([late, early, late]) == (early, late)


@pytest.mark.parametrize(
    ("result", "past"),
    [
        ("exact", True),
        ("diacritics", True),
        ("typo", True),
        ("wrong", False),
        ("reached", True),
        ("stopped", False),
    ],
)
def test_what_takes_a_learner_past_a_station(result: str, past: bool) -> None:
    assert passed(attempt(1, "typed-1", result=result)) is past


@given(
    some.lists(
        some.builds(StepTaken, some.text(), some.booleans(), some.integers(0, 3), some.integers(0, 99))
    )
)
def test_the_steps_of_a_task_are_read_as_they_were_written(steps: list[StepTaken]) -> None:
    assert read_task_answer(task_answer(steps)) == tuple(steps)


@given(some.lists(some.text()), some.lists(some.text()))
def test_my_step_is_read_as_it_was_written(can: list[str], will: list[str]) -> None:
    promise = Promise(tuple(can), tuple(will))
    assert read_my_step(my_step_answer(promise)) == promise


@pytest.mark.parametrize("text", ["", "null", "{", '"koda"', "[1, 2]", '[["koda", "4827"]]'])
def test_answers_of_another_kind_hold_no_steps_and_no_promise(text: str) -> None:
    assert read_task_answer(text) == ()
    assert read_my_step(text) == Promise()


def test_a_station_names_its_mode() -> None:
    assert [mode_of(key) for key in ("task-1:alone", "task-1:show", "read-1", "a:b")] == [
        "alone",
        "show",
        None,
        None,
    ]
