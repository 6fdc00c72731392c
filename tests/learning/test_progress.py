# SPDX-License-Identifier: GPL-3.0-or-later
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as some
from tests.learning.course import ME, START, STATIONS, attempt, pack, whole_lesson

from korak.content.lesson import Stage
from korak.learning.attempt import Attempt, StepTaken, task_answer
from korak.learning.progress import ModuleState, StationState, course_progress, lesson_progress
from korak.learning.record import Holder, Issuer, learner_record

PACK = pack()
LESSON = PACK.lessons["sporocilo"]


@some.composite
def attempts(draw: some.DrawFn) -> Attempt:
    """Any attempt a learner, or somebody else, could have made in this pack or another."""
    station = draw(some.sampled_from((*STATIONS, "typed-9")))
    exercise = station.partition("-")[0] in ("choice", "match", "typed")
    results = ("exact", "diacritics", "typo", "wrong") if exercise else ("reached", "stopped", "passed")
    steps = some.lists(
        some.builds(StepTaken, some.sampled_from("abc"), some.booleans(), some.integers(0, 3)), max_size=3
    )
    return attempt(
        draw(some.integers(0, 200)),
        station,
        lesson=draw(some.sampled_from((*PACK.lessons, "unknown"))),
        pack=draw(some.sampled_from(("koraki", "koraki", "another"))),
        person=draw(some.sampled_from((ME, ME, "somebody else"))),
        result=draw(some.sampled_from(results)),
        help=draw(some.integers(0, 3)),
        errors=draw(some.integers(0, 5)),
        seconds=draw(some.floats(0, 3600)),
        answer=task_answer(draw(steps)) if station.startswith("task") else "null",
    )


HISTORIES = some.lists(attempts(), max_size=30, unique_by=lambda made: made.id)


def record(facts: Sequence[Attempt]) -> object:
    return learner_record(PACK, facts, Holder(ME, "Amra"), Issuer("Center"), START.date())


@given(HISTORIES, some.randoms())
def test_two_machines_that_know_the_same_facts_show_the_same(
    facts: list[Attempt], chance: some.randoms
) -> None:
    other_order = list(facts)
    chance.shuffle(other_order)
    assert course_progress(PACK, other_order) == course_progress(PACK, facts)
    assert record(other_order) == record(facts)


@given(HISTORIES, some.integers(0, 30))
def test_a_merge_is_a_set_union_however_often_it_is_done(facts: list[Attempt], cut: int) -> None:
    here, there = facts[:cut], facts[cut // 2 :]
    assert course_progress(PACK, (*there, *here, *there)) == course_progress(PACK, facts)
    assert record((*there, *here, *there)) == record(facts)


@given(HISTORIES)
def test_nothing_is_negative_and_no_part_is_larger_than_its_whole(facts: list[Attempt]) -> None:
    for lesson in course_progress(PACK, facts).lessons:
        assert min(lesson.mistakes, lesson.hints, lesson.seconds) >= 0
        assert 0 <= lesson.right_first <= lesson.exercises <= len(lesson.stations)
        assert 0 <= lesson.stations_done <= len(lesson.stations)
        assert 0 <= lesson.stages_done <= len(lesson.lesson.stages())
        assert lesson.done is (lesson.current is None)


@given(HISTORIES, attempts())
def test_what_is_done_stays_done(facts: list[Attempt], one_more: Attempt) -> None:
    before = lesson_progress(LESSON, facts)
    after = lesson_progress(
        LESSON, (*facts, one_more) if one_more.id not in {fact.id for fact in facts} else facts
    )
    done = [station.state is StationState.DONE for station in before.stations]
    assert all(
        station.state is StationState.DONE for station, was in zip(after.stations, done, strict=True) if was
    )


def test_a_lesson_nobody_touched_stands_at_its_first_station() -> None:
    progress = lesson_progress(LESSON, ())
    assert not progress.begun
    assert progress.current == LESSON.stations()[0]
    assert (progress.stations_done, progress.stages_done, progress.first_at) == (0, 0, None)


def test_a_stage_is_begun_with_its_first_station_and_done_with_its_last() -> None:
    progress = lesson_progress(LESSON, (attempt(1, "read-1"), attempt(2, "choice-1")))
    states = dict(progress.stages)
    assert states[Stage.LISTEN] is StationState.DONE
    assert states[Stage.CHECK] is StationState.TRIED
    assert states[Stage.WORDS] is StationState.NEW
    assert progress.stages_done == 1


def test_a_whole_lesson_is_done() -> None:
    progress = lesson_progress(LESSON, whole_lesson())
    assert progress.done
    assert progress.current is None
    assert (progress.stages_done, progress.seconds) == (len(Stage), 9 * 60.0)
    assert (progress.right_first, progress.exercises, progress.mistakes, progress.hints) == (3, 3, 0, 0)


def test_two_mistakes_and_one_hint_are_counted_as_they_happened() -> None:
    progress = lesson_progress(
        LESSON,
        (
            attempt(1, "choice-1", result="wrong", score=0.0),
            attempt(2, "choice-1"),
            attempt(3, "typed-1", result="wrong", score=0.0),
            attempt(4, "typed-1", result="typo", help=2),
        ),
    )
    assert (progress.mistakes, progress.hints) == (2, 1)
    assert (progress.right_first, progress.exercises) == (0, 2)
    assert [station.tries for station in progress.stations if station.tries] == [2, 2]


def test_errors_and_hints_of_a_task_come_from_its_steps_and_watching_is_no_hint() -> None:
    steps = task_answer(
        (StepTaken("koda", True, 2, 3), StepTaken("poslji", True, 3), StepTaken("odjava", True, 1))
    )
    progress = lesson_progress(
        LESSON,
        (attempt(1, "task-1:show", help=3), attempt(2, "task-1:guide", help=3, errors=3, answer=steps)),
    )
    assert (progress.mistakes, progress.hints) == (3, 2)


def test_an_answer_right_only_with_a_hint_is_not_right_at_the_first_try() -> None:
    progress = lesson_progress(LESSON, (attempt(1, "typed-1", help=2), attempt(2, "match-1", help=1)))
    assert (progress.right_first, progress.exercises) == (1, 2)


def test_who_did_a_task_alone_need_not_be_shown() -> None:
    progress = lesson_progress(LESSON, (attempt(1, "task-1:alone"),))
    states = {station.station.key: station.state for station in progress.stations}
    assert states["task-1:show"] is states["task-1:guide"] is states["task-1:alone"] is StationState.DONE
    assert states["read-1"] is StationState.NEW


def test_a_wrong_answer_is_a_try_and_not_a_step_forward() -> None:
    progress = lesson_progress(LESSON, (attempt(1, "choice-1", result="wrong", score=0.0),))
    states = {station.station.key: station.state for station in progress.stations}
    assert states["choice-1"] is StationState.TRIED
    assert progress.stations_done == 0


def test_the_course_goes_on_where_the_learner_left_off() -> None:
    course = course_progress(
        PACK, (*whole_lesson("recept"), attempt(50, "read-1", lesson="lazno"), attempt(40, "read-1"))
    )
    assert course.next is not None
    assert course.next.lesson.id == "lazno"
    assert course.station == PACK.lessons["lazno"].stations()[1]
    assert [module.state for module in course.modules] == [
        ModuleState.NEXT,
        ModuleState.NOW,
        ModuleState.LATER,
    ]


def test_after_a_finished_lesson_comes_the_one_behind_it_and_then_those_left_out() -> None:
    after_second = course_progress(PACK, whole_lesson("recept"))
    assert after_second.next is not None
    assert after_second.next.lesson.id == "lazno"
    after_last = course_progress(PACK, whole_lesson("lazno"))
    assert after_last.next is not None
    assert after_last.next.lesson.id == "sporocilo"


def test_when_everything_is_done_nothing_is_next() -> None:
    facts = [fact for place, name in enumerate(PACK.lessons) for fact in whole_lesson(name, 20 * place)]
    course = course_progress(PACK, facts)
    assert course.next is None
    assert course.station is None
    assert [module.state for module in course.modules] == [
        ModuleState.DONE,
        ModuleState.DONE,
        ModuleState.LATER,
    ]
    assert [module.lessons_done for module in course.modules] == [2, 1, 0]


def test_a_course_without_a_touch_begins_at_its_beginning() -> None:
    course = course_progress(PACK, ())
    assert course.next is not None
    assert course.next.lesson.id == "sporocilo"
    assert [module.state for module in course.modules] == [
        ModuleState.NOW,
        ModuleState.NEXT,
        ModuleState.LATER,
    ]
