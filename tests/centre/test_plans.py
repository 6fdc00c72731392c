# SPDX-License-Identifier: GPL-3.0-or-later
"""A group's plan: order, length, and what is suggested for the next meeting."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from korak.centre.classroom import Pulse, PulseCount
from korak.centre.meetings import Meeting
from korak.centre.plans import (
    Advice,
    PlanLine,
    as_taught,
    known,
    laid_out,
    moved,
    next_time,
    next_topics,
    total,
    with_hours,
    with_topic,
    without,
)
from korak.content.plan import Topic

TOPICS = {name: Topic(id=name, title=name, hours=hours) for name, hours in (("a", 2), ("b", 1), ("c", 2))}
PLAN = as_taught(TOPICS)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
MEETING = Meeting("m", "g", NOON, NOON + timedelta(minutes=150), 15, topics=("a", "b"), begun_at=NOON)


def names(plan: tuple[PlanLine, ...]) -> str:
    return "".join(line.topic for line in plan)


def test_topics_are_moved_left_out_and_taken_back_to_their_place() -> None:
    assert names(moved(PLAN, "c", -1)) == "acb"
    assert names(moved(PLAN, "a", -5)) == "abc"
    assert names(moved(PLAN, "a", 9)) == "bca"
    assert moved(PLAN, "nobody", 1) == PLAN
    assert names(without(PLAN, "b")) == "ac"
    assert names(with_topic(without(PLAN, "b"), "b", TOPICS)) == "abc"
    assert names(with_topic(moved(without(PLAN, "a"), "c", -1), "a", TOPICS)) == "acb"


def test_hours_are_bounded_and_summed() -> None:
    assert total(PLAN) == 5
    assert total(with_hours(PLAN, "b", 4)) == 8
    assert total(with_hours(PLAN, "b", 0)) == 5
    assert total(with_hours(PLAN, "b", 99)) == 24


def test_a_kept_plan_loses_what_the_course_has_no_more() -> None:
    assert names(known([PlanLine("x", 1), PlanLine("c", 1), PlanLine("c", 2)], TOPICS)) == "c"


def test_the_next_topics_fill_the_meeting_and_are_at_least_one() -> None:
    assert next_topics(PLAN, [], 135) == ("a", "b")
    assert next_topics(PLAN, [], 30) == ("a",)
    ended = replace(MEETING, ended_at=NOON)
    assert next_topics(PLAN, [ended], 135) == ("c",)
    assert next_topics(PLAN, [MEETING], 135) == ("a", "b")


def test_a_plan_runs_on_over_meetings_without_gaps() -> None:
    assert laid_out(PLAN, [45, 90, 90, 45]) == (("a",), ("a", "b"), ("c",), ())
    assert laid_out(PLAN, []) == ()


@pytest.mark.parametrize(
    ("worked", "faces", "advice", "topics"),
    [
        ((2, 6), {}, Advice.REPEAT, ("a", "b")),
        ((3, 6), {}, Advice.GO_ON, ("c",)),
        ((6, 6), {Pulse.HARD: 4, Pulse.USEFUL: 3}, Advice.SLOWER, ("a", "b")),
        ((6, 6), {Pulse.HARD: 3, Pulse.USEFUL: 3}, Advice.GO_ON, ("c",)),
        ((6, 6), {Pulse.EASY: 4}, Advice.FASTER, ("c",)),
        ((0, 0), {}, Advice.GO_ON, ("c",)),
    ],
)
def test_results_and_faces_suggest_what_comes_next(
    worked: tuple[int, int], faces: dict[Pulse, int], advice: Advice, topics: tuple[str, ...]
) -> None:
    found = next_time(PLAN, [MEETING], MEETING, worked, PulseCount(faces))
    assert (found.advice, found.topics) == (advice, topics)


def test_a_finished_plan_says_so() -> None:
    last = replace(MEETING, topics=("a", "b", "c"))
    assert next_time(PLAN, [last], last, (6, 6), PulseCount()).advice is Advice.END
