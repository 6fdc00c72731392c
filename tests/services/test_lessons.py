# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning is kept as it happens, and comes back at the very step."""

import json
from dataclasses import dataclass

import pytest
from tests.services.making import Place, amra, refused

from korak.centre.people import Session
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.lesson import Lesson, MyStep, Read, Station, WordsStep
from korak.content.verdict import Result
from korak.learning.attempt import Attempt, read_task_answer
from korak.practice.actions import Fill, read
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.judging import Answer
from korak.services.lessons import TaskRun


@dataclass
class Learning:
    """Amra with the first lesson of the shipped course."""

    place: Place
    house: House
    session: Session
    lesson: Lesson

    def of(self, kind: type) -> Station:
        return next(station for station in self.lesson.stations() if isinstance(station.step, kind))

    def mode(self, mode: str) -> Station:
        return next(station for station in self.lesson.stations() if station.mode == mode)

    def answer(self, station: Station, answer: Answer, **how: object) -> Attempt:
        return self.house.lessons.answer(self.session, self.lesson.id, station.key, answer, **how).attempt  # type: ignore[arg-type]

    def again(self) -> None:
        """Close the program and start it again."""
        self.place.close()
        self.house = self.place.keep(self.place.vault().open())
        self.session = amra(self.house)


@pytest.fixture
def learning(place: Place) -> Learning:
    place.ring.works = True
    house, _ = place.create()
    return Learning(place, house, amra(house), house.pack.lessons["sporocilo-zdravniku"])


def right(station: Station) -> Answer:
    step = station.step
    if isinstance(step, Match):
        return tuple((pair.left, pair.right) for pair in step.pairs)
    assert isinstance(step, Choice | Typed)
    return step.right if isinstance(step, Choice) else step.answer


def test_a_right_answer_is_judged_and_kept(learning: Learning) -> None:
    station = learning.of(Choice)
    answered = learning.house.lessons.answer(
        learning.session, learning.lesson.id, station.key, right(station), 2, 7.26
    )
    assert answered.verdict.result is Result.EXACT
    kept = learning.house.lessons.open(learning.session, learning.lesson.id).attempts
    assert kept == (answered.attempt,)
    fact = kept[0]
    assert (fact.kind, fact.result, fact.score, fact.errors) == ("choice", "exact", 1.0, 0)
    assert (fact.help, fact.seconds, fact.pack_version) == (2, 7.3, learning.house.pack.version)
    assert (fact.device, fact.person) == (learning.house.device.id, learning.session.person_id)
    assert json.loads(fact.answer) == right(station)


def test_a_wrong_answer_is_kept_as_one_error(learning: Learning) -> None:
    station = learning.of(Choice)
    assert isinstance(station.step, Choice)
    fact = learning.answer(station, station.step.wrong[0])
    assert (fact.result, fact.score, fact.errors) == ("wrong", 0.0, 1)
    assert fact.simple_answer == station.step.wrong[0]


def test_a_typed_answer_keeps_what_was_typed(learning: Learning) -> None:
    station = learning.of(Typed)
    assert isinstance(station.step, Typed)
    fact = learning.answer(station, "  Nekaj   čisto drugega ")
    assert (fact.kind, fact.result, fact.simple_answer) == ("typed", "wrong", "Nekaj čisto drugega")
    assert learning.answer(station, station.step.answer).result == "exact"


def test_a_match_keeps_its_pairs(learning: Learning) -> None:
    station = learning.of(Match)
    fact = learning.answer(station, right(station))
    assert (fact.kind, fact.result) == ("match", "exact")
    assert [tuple(pair) for pair in json.loads(fact.answer)] == list(right(station))


def test_reading_and_words_and_my_step_are_passed(learning: Learning) -> None:
    for kind, name in ((Read, "read"), (WordsStep, "words"), (MyStep, "my_step")):
        station = learning.of(kind)
        fact = learning.house.lessons.passed(learning.session, learning.lesson.id, station.key, 3.0)
        assert (fact.kind, fact.result, fact.score) == (name, "passed", 1.0)


def test_nothing_is_done_at_a_station_of_another_kind(learning: Learning) -> None:
    lessons, session, lesson = learning.house.lessons, learning.session, learning.lesson.id
    with refused(FaultKind.NOT_THIS_STATION):
        lessons.answer(session, lesson, learning.of(Read).key, "x")
    with refused(FaultKind.NOT_THIS_STATION):
        lessons.passed(session, lesson, learning.of(Choice).key)
    with refused(FaultKind.NOT_THIS_STATION):
        lessons.begin_task(session, lesson, learning.of(Read).key)
    with refused(FaultKind.NOT_FOUND):
        lessons.answer(session, lesson, "nowhere", "x")
    with refused(FaultKind.NOT_FOUND):
        lessons.open(session, "no-such-lesson")


def test_an_answer_of_another_shape_is_just_wrong(learning: Learning) -> None:
    assert learning.answer(learning.of(Match), "text").result == "wrong"
    assert learning.answer(learning.of(Choice), (("a", "b"),)).result == "wrong"


def test_a_lesson_opens_at_its_beginning_then_where_one_stopped(learning: Learning) -> None:
    stations = learning.lesson.stations()
    run = learning.house.lessons.open(learning.session, learning.lesson.id)
    assert (run.station_index, run.station, run.stations) == (0, stations[0], stations)
    learning.house.lessons.go_to(learning.session, learning.lesson.id, stations[5].key)
    learning.again()
    assert learning.house.lessons.open(learning.session, learning.lesson.id).station_index == 5


def test_a_finished_lesson_opens_at_its_beginning_again(learning: Learning) -> None:
    stations = learning.lesson.stations()
    for station in stations:
        learning.house.lessons.go_to(learning.session, learning.lesson.id, station.key)
        if isinstance(station.step, Choice | Match | Typed):
            learning.answer(station, right(station))
        elif station.mode:
            play_to_the_end(learning, station)
        else:
            learning.house.lessons.passed(learning.session, learning.lesson.id, station.key)
    assert learning.house.lessons.progress(learning.session, learning.lesson.id).done
    assert learning.house.lessons.open(learning.session, learning.lesson.id).station_index == 0
    course = learning.house.lessons.course(learning.session)
    assert [one.lesson.id for one in course.lessons if one.done] == [learning.lesson.id]


def play_to_the_end(learning: Learning, station: Station) -> Attempt:
    lessons, session = learning.house.lessons, learning.session
    run = lessons.begin_task(session, learning.lesson.id, station.key)
    seconds = 0.0
    while not run.play.progress.reached:
        action = run.play.coach.next_action(run.play.progress, run.play.world)
        assert action is not None
        seconds += 2.0
        run = lessons.act(session, run, action, seconds)
    return lessons.finish_task(session, run)


def test_a_task_done_to_its_end_is_one_fact_with_its_steps(learning: Learning) -> None:
    fact = play_to_the_end(learning, learning.mode("alone"))
    assert (fact.kind, fact.mode, fact.result, fact.score, fact.help) == ("task", "alone", "reached", 1.0, 0)
    task = learning.house.pack.tasks["sporocilo-zdravniku"]
    assert [step.step for step in read_task_answer(fact.answer)] == [step.id for step in task.key_steps]
    assert all(step.done for step in read_task_answer(fact.answer))
    assert fact.seconds > 0


def some_actions(learning: Learning, run: TaskRun, count: int) -> TaskRun:
    for number in range(count):
        action = run.play.coach.next_action(run.play.progress, run.play.world)
        assert action is not None
        run = learning.house.lessons.act(learning.session, run, action, float(number + 1))
    return run


def test_an_unfinished_task_goes_on_at_the_very_step(learning: Learning) -> None:
    station = learning.mode("guide")
    lessons = learning.house.lessons
    lessons.go_to(learning.session, learning.lesson.id, station.key)
    run = some_actions(learning, lessons.begin_task(learning.session, learning.lesson.id, station.key), 4)
    step = run.play.progress.current
    assert step is not None
    run = lessons.help(learning.session, run, step, 2, 9.0)
    run = lessons.undo(learning.session, run, 10.0)
    learning.again()
    opened = learning.house.lessons.open(learning.session, learning.lesson.id)
    assert opened.station == station
    assert opened.task_run is not None
    assert opened.task_run.id == run.id
    assert opened.task_run.play.world.state == run.play.world.state
    assert opened.task_run.play.progress.done == run.play.progress.done
    assert opened.task_run.play.log == run.play.log
    assert learning.house.lessons.begin_task(learning.session, learning.lesson.id, station.key).id == run.id


def test_help_lowers_the_score_and_is_kept(learning: Learning) -> None:
    station = learning.mode("alone")
    lessons = learning.house.lessons
    run = lessons.begin_task(learning.session, learning.lesson.id, station.key)
    run = lessons.help(learning.session, run, run.play.progress.current or "", 2)
    while not run.play.progress.reached:
        run = some_actions(learning, run, 1)
    fact = lessons.finish_task(learning.session, run)
    assert (fact.help, fact.score) == (2, 0.75)


def test_a_task_that_was_given_up_is_stopped_and_the_next_one_begins_afresh(learning: Learning) -> None:
    station = learning.mode("alone")
    lessons = learning.house.lessons
    first = lessons.begin_task(learning.session, learning.lesson.id, station.key)
    run = some_actions(learning, first, 5)
    fact = lessons.finish_task(learning.session, run, 77.0)
    assert fact.result == "stopped"
    assert fact.score in (0.0, 0.25)
    assert fact.seconds == 77.0
    with refused(FaultKind.RUN_ENDED):
        lessons.act(learning.session, run, read("back"))
    with refused(FaultKind.RUN_ENDED):
        lessons.finish_task(learning.session, run)
    fresh = lessons.begin_task(learning.session, learning.lesson.id, station.key)
    assert fresh.id != run.id
    assert fresh.play.log.lines == ()
    assert learning.house.lessons.open(learning.session, learning.lesson.id).task_run is None


def test_beginning_again_keeps_what_happened_in_the_log(learning: Learning) -> None:
    station = learning.mode("guide")
    lessons = learning.house.lessons
    begun = lessons.begin_task(learning.session, learning.lesson.id, station.key)
    run = lessons.restart(learning.session, some_actions(learning, begun, 3), 20.0)
    assert run.play.world.state == begun.play.world.state
    assert run.kept == len(run.play.log.lines) == 4


def test_lines_of_a_newer_program_do_not_stand_in_the_way(learning: Learning) -> None:
    station = learning.mode("guide")
    lessons = learning.house.lessons
    run = some_actions(learning, lessons.begin_task(learning.session, learning.lesson.id, station.key), 2)
    store = lessons._store
    store.add_line(lessons._line(run, run.kept, "do", "teleport home", 5.0))
    known = lessons.begin_task(learning.session, learning.lesson.id, station.key)
    assert known.kept == 3
    known = lessons.act(learning.session, known, read("back"), 8.0)
    assert known.kept == 4


def test_a_task_of_an_older_course_is_begun_again(learning: Learning) -> None:
    station = learning.mode("guide")
    lessons = learning.house.lessons
    run = lessons.begin_task(learning.session, learning.lesson.id, station.key)
    lessons._pack = replaced(learning.house.pack, "999")
    assert lessons.begin_task(learning.session, learning.lesson.id, station.key).id != run.id


def replaced(pack: object, version: str) -> object:
    import dataclasses

    import msgspec

    header = msgspec.structs.replace(pack.header, version=version)  # type: ignore[attr-defined]
    return dataclasses.replace(pack, header=header)  # type: ignore[type-var]


def test_a_number_that_could_be_somebodys_is_not_kept(learning: Learning) -> None:
    station = learning.mode("alone")
    run = learning.house.lessons.begin_task(learning.session, learning.lesson.id, station.key)
    run = some_actions(learning, run, 2)
    for text in ("0101006500006", "Moj EMŠO je 0101006500006, hvala."):
        after = learning.house.lessons.act(learning.session, run, Fill("sipass/smspass/uporabnik", text))
        assert after.play.log == run.play.log
        assert after.kept == run.kept
    learning.again()
    again = learning.house.lessons.begin_task(learning.session, learning.lesson.id, station.key)
    assert not any("0101006500006" in line.text for line in again.play.log.lines)
