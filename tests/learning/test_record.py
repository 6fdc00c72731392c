# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.learning.course import ME, WORDS, attempt, pack, whole_lesson

from korak.learning.attempt import Attempt, Promise, StepTaken, my_step_answer, task_answer
from korak.learning.record import (
    Holder,
    Issuer,
    LearnerRecord,
    LessonRecord,
    Reason,
    Skill,
    learner_record,
    words_asked,
)

PACK = pack()


def record(*facts: Attempt) -> LearnerRecord:
    return learner_record(PACK, facts, Holder(ME, "Amra"), Issuer("Center"), date(2026, 6, 17))


def the_lesson(*facts: Attempt) -> LessonRecord:
    return record(*facts).lessons[0]


@pytest.mark.parametrize(
    ("runs", "skill"),
    [
        ([], None),
        ([attempt(1, "task-1:show", result="passed", help=3)], Skill.NOT_YET),
        ([attempt(1, "task-1:guide", result="stopped", score=0.2)], Skill.NOT_YET),
        ([attempt(1, "task-1:guide")], Skill.WITH_HELP),
        ([attempt(1, "task-1:alone", help=2)], Skill.WITH_HELP),
        ([attempt(1, "task-1:alone", help=3)], Skill.WITH_HELP),
        ([attempt(1, "task-1:alone", result="stopped", score=0.5)], Skill.NOT_YET),
        ([attempt(1, "task-1:alone", help=1, errors=7, seconds=3000.0)], Skill.ALONE),
        ([attempt(1, "task-1:alone")], Skill.ALONE),
        ([attempt(1, "task-1:alone"), attempt(2, "task-1:alone", help=3)], Skill.ALONE),
    ],
)
def test_the_skill_is_that_of_the_best_mode_and_the_help_it_needed(
    runs: list[Attempt], skill: Skill | None
) -> None:
    lesson = the_lesson(attempt(0, "read-1"), *runs)
    assert lesson.skill is skill
    assert lesson.tasks[0].skill is skill


def test_a_run_in_which_the_program_did_every_step_was_only_shown() -> None:
    shown = task_answer((StepTaken("koda", True, 3), StepTaken("poslji", True, 3)))
    own = task_answer((StepTaken("koda", True, 3), StepTaken("poslji", True, 0)))
    assert the_lesson(attempt(1, "task-1:guide", help=3, answer=shown)).skill is Skill.NOT_YET
    assert the_lesson(attempt(1, "task-1:guide", help=3, answer=own)).skill is Skill.WITH_HELP


def test_what_one_can_do_is_said_only_when_the_task_was_done() -> None:
    assert the_lesson(attempt(1, "task-1:show", result="passed")).can_do == ""
    assert the_lesson(attempt(1, "task-1:guide")).can_do == "Zdaj znam: Sporočilo zdravniku v zVEM."


def test_words_are_met_in_their_step_and_known_when_an_exercise_asked_for_them() -> None:
    met = record(attempt(1, "words-1"))
    assert (met.words_met, met.words_known) == (("koda", "prijava", "sporocilo"), ())
    known = record(
        attempt(1, "words-1"), attempt(2, "typed-1", result="diacritics"), attempt(3, "match-1", help=2)
    )
    assert known.words_known == ("sporocilo",)
    forgotten = record(attempt(1, "typed-1"), attempt(2, "typed-1", result="wrong", score=0.0))
    assert forgotten.words_known == ()


def test_a_word_known_without_its_step_counts_as_met() -> None:
    assert record(attempt(1, "typed-1")).words_met == ("sporocilo",)


def test_an_exercise_asks_for_the_words_of_its_right_answer() -> None:
    stations = {station.key: station.step for station in PACK.lessons["sporocilo"].stations()}
    assert words_asked(stations["match-1"], WORDS) == ("koda",)
    assert words_asked(stations["typed-1"], WORDS) == ("sporocilo",)
    assert words_asked(stations["choice-1"], WORDS) == ()


def test_the_latest_promise_counts() -> None:
    first = my_step_answer(Promise(("a",), ("Grem v knjižnico.",)))
    second = my_step_answer(Promise(("b",), ("Poslal bom sporočilo.",)))
    made = record(attempt(1, "my-step-1", answer=first), attempt(5, "my-step-1", answer=second))
    assert made.promises == ("Poslal bom sporočilo.",)
    assert record(attempt(1, "my-step-1")).promises == ()


def test_minutes_are_rounded_and_never_nothing_once_something_was_done() -> None:
    assert record().minutes == 0
    assert record(attempt(1, "read-1", seconds=4.0)).minutes == 1
    assert record(attempt(1, "read-1", seconds=89.0)).minutes == 1
    assert record(attempt(1, "read-1", seconds=90.0)).minutes == 2


def test_days_are_those_of_the_place() -> None:
    late = attempt(1, "read-1", at=datetime(2026, 3, 4, 23, 30, tzinfo=UTC))
    assert record(late).first_on == date(2026, 3, 4)
    there = learner_record(
        PACK, [late], Holder(ME, ""), Issuer(""), date(2026, 6, 17), ZoneInfo("Europe/Ljubljana")
    )
    assert there.first_on == there.last_on == date(2026, 3, 5)


def test_other_people_and_other_packs_are_left_out() -> None:
    assert record(attempt(1, "read-1", person="somebody"), attempt(2, "read-1", pack="another")).lessons == ()


def test_totals_are_the_sums_of_the_lessons() -> None:
    made = record(
        *whole_lesson(),
        *whole_lesson("lazno", 100, help=2),
        attempt(200, "choice-1", lesson="recept", result="wrong"),
    )
    assert [lesson.id for lesson in made.lessons] == ["sporocilo", "recept", "lazno"]
    assert (made.lessons_done, made.stations_done, made.stations) == (2, 18, 27)
    assert (made.exercises, made.right_first, made.mistakes) == (7, 3, 1)
    assert made.minutes == 19
    assert (made.tasks_at(Skill.ALONE), made.tasks_at(Skill.WITH_HELP), len(made.tasks_tried)) == (1, 1, 2)


def next_steps(*facts: Attempt) -> list[tuple[str, Reason]]:
    return [(step.lesson, step.reason) for step in record(*facts).next_steps]


def test_a_beginner_begins_with_the_first_two_lessons() -> None:
    assert next_steps() == [("sporocilo", Reason.BEGIN), ("recept", Reason.BEGIN)]


def test_a_lesson_underway_comes_first_then_a_new_one() -> None:
    assert next_steps(attempt(1, "read-1", lesson="recept")) == [
        ("recept", Reason.GO_ON),
        ("sporocilo", Reason.BEGIN),
    ]


def test_what_went_only_with_help_comes_again_and_safety_first() -> None:
    facts = (*whole_lesson("sporocilo", help=2), *whole_lesson("lazno", 20, help=2))
    assert next_steps(*facts) == [("recept", Reason.BEGIN), ("lazno", Reason.AGAIN)]


def test_who_can_do_everything_alone_has_nothing_left() -> None:
    facts = [fact for place, name in enumerate(PACK.lessons) for fact in whole_lesson(name, 20 * place)]
    assert next_steps(*facts) == []


def test_language_support_is_noted() -> None:
    assert not record(*whole_lesson()).own_language
    assert record(attempt(1, "typed-1", help=1)).own_language
    steps = task_answer((StepTaken("koda", True, 1), StepTaken("poslji", True, 2)))
    assert record(attempt(1, "task-1:guide", help=2, answer=steps)).own_language
