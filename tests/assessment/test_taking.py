# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some
from tests.assessment.sittings import ITEMS, OWN, RECOGNITION, START, TASKS, VOCAB, all_right, answer, record
from tests.services.small_bank import small_bank

from korak.assessment.marking import (
    Agreement,
    agreement,
    differing,
    is_mark,
    marked_twice,
    most,
    to_agree,
    to_mark_again,
)
from korak.assessment.sitting import ItemKind, ItemStatus, Mode, Occasion, StepLog, score
from korak.assessment.taking import (
    LONG_MINUTES,
    asked,
    current,
    in_order,
    is_long,
    left_tasks,
    may_change,
    position,
    progress,
    wants_to_stop,
)

SKIPPED = ItemStatus.SKIPPED


def test_a_sitting_goes_from_tasks_to_questions_to_oneself_to_words_easy_before_hard() -> None:
    order = in_order(reversed(ITEMS))
    parts = [ItemKind.TASK if one.kind is ItemKind.JUDGEMENT else one.kind for one in order]
    assert sorted(set(parts), key=parts.index) == [
        ItemKind.TASK,
        ItemKind.RECOGNITION,
        ItemKind.SELF,
        ItemKind.VOCAB,
    ]
    tasks = [one for one in order if one.kind in {ItemKind.TASK, ItemKind.JUDGEMENT}]
    places = [(one.area.value, one.level) for one in tasks]
    assert places == sorted(places)


def test_only_the_post_asks_about_the_course_and_it_does_so_last() -> None:
    bank = small_bank().assessment
    assert bank is not None
    pre, post = asked(bank, "A", Occasion.PRE), asked(bank, "A", Occasion.POST)
    assert post[: len(pre)] == pre
    assert [(one.id, one.kind) for one in post[len(pre) :]] == [
        ("then:s1", ItemKind.THEN),
        ("koristno", ItemKind.EXIT),
    ]
    assert {one.id for one in asked(bank, "B", Occasion.PRE)} & {"t1-a", "r1a"} == set()


def test_one_goes_on_at_the_first_item_without_an_answer() -> None:
    assert current(record()) == ITEMS[0]
    assert current(record(all_right(ITEMS[:9]))) == ITEMS[9]
    assert current(record(all_right())) is None
    later = (*all_right(ITEMS[:2]), answer(ITEMS[5].id, status=SKIPPED))
    assert current(record(later)) == ITEMS[2]


@given(some.sets(some.sampled_from(ITEMS)))
def test_wherever_one_stopped_one_goes_on_at_an_item_that_is_open(done: set) -> None:
    made = record(all_right(one for one in ITEMS if one in done))
    following = current(made)
    assert (following is None) == (len(done) == len(ITEMS))
    assert following not in done
    assert progress(made) == (len(done), len(ITEMS))


def test_a_question_knows_its_number_within_its_part() -> None:
    made = record()
    assert position(made, OWN[3].id) == (4, 15)
    assert position(made, TASKS[6].id) == (7, 8)
    assert position(made, VOCAB[-1].id) == (16, 16)


def test_stopping_is_offered_after_three_tasks_without_a_point_and_not_after_a_success() -> None:
    zeros = [answer(one.id, status=SKIPPED) for one in TASKS]
    assert [wants_to_stop(record(zeros[:count])) for count in range(9)] == [
        False, False, False, True, False, False, True, False, False,
    ]  # fmt: skip
    one_point = answer(TASKS[1].id, steps=(StepLog("a", True), StepLog("b", False)))
    assert not wants_to_stop(record((zeros[0], one_point, zeros[2], zeros[3])))
    assert wants_to_stop(record((one_point, *zeros[2:5])))
    wrong_words = [answer(one.id, right=0) for one in (*RECOGNITION, *VOCAB)]
    assert not wants_to_stop(record(wrong_words))


def test_stopping_leaves_out_the_tasks_that_are_left() -> None:
    made = record(all_right(TASKS[:5]))
    assert left_tasks(made) == tuple(one.id for one in TASKS[5:])


def test_answers_change_until_all_is_handed_in_but_a_finished_task_stays() -> None:
    made = record(all_right(), ended_at=None)
    assert may_change(made, OWN[0].id)
    assert not may_change(made, TASKS[0].id)
    assert may_change(record((answer(TASKS[0].id, status=SKIPPED),), ended_at=None), TASKS[0].id)
    assert not may_change(record(all_right()), OWN[0].id)
    assert not may_change(replace(made, void="fire alarm"), OWN[0].id)
    assert not may_change(made, "unknown")


def test_forty_minutes_are_long() -> None:
    assert not is_long(LONG_MINUTES * 60 - 1)
    assert is_long(LONG_MINUTES * 60)


# ---------------------------------------------------------------------- marks on paper


def test_a_task_on_paper_is_marked_up_to_three_and_a_question_up_to_one() -> None:
    assert [most(TASKS[0], mode) for mode in (Mode.PC, Mode.PAPER, Mode.ORAL)] == [4, 3, 3]
    assert most(RECOGNITION[0], Mode.PAPER) == 1
    assert [is_mark(TASKS[0], Mode.PAPER, mark) for mark in range(-1, 5)] == [
        False, True, True, True, True, False,
    ]  # fmt: skip


@given(some.uuids())
def test_a_fifth_of_the_tasks_on_paper_is_marked_twice(sitting: object) -> None:
    made = record(id=str(sitting), mode=Mode.PAPER, started_at=START)
    twice = marked_twice(made)
    assert len(twice) == 2  # of eight: a fifth, rounded up
    assert twice <= {one.id for one in TASKS}
    assert marked_twice(made) == twice
    assert marked_twice(replace(made, mode=Mode.PC)) == frozenset()


def test_second_marks_are_asked_for_and_those_that_differ_wait_for_an_agreed_one() -> None:
    made = record(mode=Mode.PAPER)
    first, second = sorted(marked_twice(made))
    one = record((answer(first, 1, marked=1), answer(second, 2, marked=2)), mode=Mode.PAPER)
    assert set(to_mark_again(one)) == {first, second}
    both = (answer(first, 1, marked=1, second_mark=3), answer(second, 2, marked=2))
    done = replace(one, answers=both)
    assert to_mark_again(done) == (second,)
    assert differing(done) == to_agree(done) == (first,)
    agreed = replace(one, answers=(replace(both[0], agreed_mark=2), both[1]))
    assert differing(agreed) == (first,)
    assert to_agree(agreed) == ()


def test_the_agreed_mark_counts_and_until_then_the_first() -> None:
    item = TASKS[0].id
    one = record((answer(item, 1, marked=1, second_mark=3),), mode=Mode.PAPER)
    assert score(one).items[0].score == 1
    agreed = replace(one, answers=(replace(one.answers[0], agreed_mark=2),))
    assert score(agreed).items[0].score == 2


def test_agreement_counts_equal_close_and_agreed_marks() -> None:
    names = [one.id for one in TASKS]
    marks = ((2, 2), (1, 2), (0, 3), (3, 3), (2, None))
    answers = tuple(
        answer(name, number, marked=one, second_mark=two)
        for number, (name, (one, two)) in enumerate(zip(names, marks, strict=False), 1)
    )
    paper = record(answers, mode=Mode.PAPER)
    found = agreement((paper,))
    assert found == Agreement(n=4, equal=2, close=3, agreed=0)
    assert found.open == 2
    assert found.share.p == 0.5
    talked = replace(paper, answers=(*answers[:2], replace(answers[2], agreed_mark=1), *answers[3:]))
    assert agreement((talked,)).agreed == 1
    assert agreement((talked,)).open == 1
    assert agreement(()) == Agreement()
    assert agreement(()).share.p is None
