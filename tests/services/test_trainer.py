# SPDX-License-Identifier: GPL-3.0-or-later
import dataclasses
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.making import OTHER_PIN, PIN, START, Place, learner, maja

from korak.assessment.sitting import Occasion
from korak.centre.people import Session
from korak.centre.today import Trace, Whereabouts, whereabouts
from korak.content.exercises.choice import Choice
from korak.content.exercises.typed import Typed
from korak.content.lesson import Lesson, Station
from korak.services.house import House
from korak.services.trainer import WhereRow
from korak.storage.tables import device
from korak.ui.where_table import where_rows


@dataclass
class Classroom:
    """A trainer's desk and two learners."""

    place: Place
    house: House
    lesson: Lesson
    amra: Session
    beni: Session

    def rows(self) -> dict[str, WhereRow]:
        (group,) = self.house.sign_in.groups()
        return {row.person.name: row for row in self.house.trainer.today(maja(self.house), group.id)}

    def of(self, kind: type) -> Station:
        return next(station for station in self.lesson.stations() if isinstance(station.step, kind))

    def wrong(self, who: Session, station: Station, times: int) -> None:
        step = station.step
        answer = step.wrong[0] if isinstance(step, Choice) else "nekaj drugega"
        self.house.lessons.go_to(who, self.lesson.id, station.key)
        for _ in range(times):
            self.place.clock.forward(5)
            self.house.lessons.answer(who, self.lesson.id, station.key, answer)


@pytest.fixture
def room(place: Place) -> Classroom:
    house, _ = place.create()
    amra = house.sign_in.pin(learner(house).id, PIN)
    beni = house.sign_in.pin(learner(house, "Beni").id, OTHER_PIN)
    return Classroom(place, house, house.pack.lessons["sporocilo-zdravniku"], amra, beni)


def begin(room: Classroom) -> None:
    room.house.lessons.go_to(room.amra, room.lesson.id, room.lesson.stations()[0].key)


def test_who_was_let_in_waits_until_something_is_opened_and_who_was_not_is_absent(room: Classroom) -> None:
    rows = room.rows()
    assert rows["Amra"].state is Whereabouts.WAITING
    assert rows["Amra"].lesson is None
    begin(room)
    assert room.rows()["Amra"].state is Whereabouts.WORKING
    assert rows["Blerta"].state is Whereabouts.ABSENT
    assert rows["Blerta"].since is None


def test_the_row_names_lesson_and_station(room: Classroom) -> None:
    station = room.lesson.stations()[3]
    room.house.lessons.go_to(room.amra, room.lesson.id, station.key)
    row = room.rows()["Amra"]
    assert row.lesson == room.lesson
    assert row.station == station
    assert row.minutes == 0


def test_who_does_nothing_for_a_while_is_idle(room: Classroom) -> None:
    begin(room)
    room.place.clock.forward(4 * 60)
    assert room.rows()["Amra"].state is Whereabouts.WORKING
    room.place.clock.forward(5 * 60)
    assert room.rows()["Amra"].state is Whereabouts.IDLE
    assert room.rows()["Amra"].minutes == 9
    room.house.lessons.go_to(room.amra, room.lesson.id, room.lesson.stations()[0].key)
    assert room.rows()["Amra"].state is Whereabouts.WORKING


def test_many_wrong_answers_in_a_row_need_help_until_one_is_right(room: Classroom) -> None:
    station = room.of(Choice)
    assert isinstance(station.step, Choice)
    room.wrong(room.amra, station, 3)
    assert room.rows()["Amra"].state is Whereabouts.WORKING
    room.wrong(room.amra, station, 1)
    assert room.rows()["Amra"].state is Whereabouts.NEEDS_HELP
    assert room.rows()["Amra"].errors == 4
    room.place.clock.forward(5)
    room.house.lessons.answer(room.amra, room.lesson.id, station.key, station.step.right)
    assert room.rows()["Amra"].state is Whereabouts.WORKING


def test_a_step_that_had_to_be_shown_twice_needs_help(room: Classroom) -> None:
    station = next(station for station in room.lesson.stations() if station.mode == "guide")
    room.house.lessons.go_to(room.amra, room.lesson.id, station.key)
    run = room.house.lessons.begin_task(room.amra, room.lesson.id, station.key)
    step = run.play.progress.current
    assert step is not None
    run = room.house.lessons.help(room.amra, run, step, 3)
    assert room.rows()["Amra"].state is Whereabouts.WORKING
    run = room.house.lessons.help(room.amra, run, step, 3)
    assert room.rows()["Amra"].state is Whereabouts.NEEDS_HELP
    room.house.lessons.finish_task(room.amra, run)
    assert room.rows()["Amra"].state is Whereabouts.WORKING


def test_who_left_is_absent_and_yesterday_does_not_count(room: Classroom) -> None:
    room.place.clock.forward(1)
    room.house.sign_in.leave(room.amra)
    assert room.rows()["Amra"].state is Whereabouts.ABSENT
    room.place.clock.forward(24 * 3600)
    assert {row.state for row in room.rows().values()} == {Whereabouts.ABSENT}


def test_who_works_in_a_pair_and_whom_the_trainer_wants_together_is_seen(room: Classroom) -> None:
    trainer = maja(room.house)
    blerta = learner(room.house, "Blerta").id
    room.house.pairs.propose(trainer, room.amra.person_id, blerta)
    rows = room.rows()
    assert [one.name if one else "" for one in (rows["Amra"].wished, rows["Blerta"].wished)] == [
        "Blerta",
        "Amra",
    ]
    pair = room.house.pairs.begin(room.amra, room.beni)
    partner = room.rows()["Amra"].partner
    assert partner is not None
    assert partner.shown_name == "Beni"
    assert room.rows()["Amra"].wished is None
    room.place.clock.forward(1)
    room.house.pairs.end(pair)
    assert room.rows()["Amra"].partner is None


def test_who_sits_the_assessment_is_nobodys_to_help(room: Classroom) -> None:
    house = room.house
    record = house.sittings.plan(maja(house), room.amra.person_id, Occasion.PRE)
    house.sittings.agree(room.amra, record.id, given=True, language="sl")
    house.sittings.begin(room.amra, record.id)
    row = room.rows()["Amra"]
    assert (row.state, row.lesson, row.stuck) == (Whereabouts.SITTING, None, False)
    room.place.clock.forward(40 * 60)
    assert room.rows()["Amra"].state is Whereabouts.SITTING
    house.sittings.rest(room.amra, record.id)
    assert room.rows()["Amra"].state is not Whereabouts.SITTING


def test_what_was_done_at_another_computer_names_it_and_when_it_was_heard(room: Classroom) -> None:
    begin(room)
    store = room.house.lessons._store
    room.house.lessons.passed(room.amra, room.lesson.id, room.lesson.stations()[0].key)
    assert (room.rows()["Amra"].computer, room.rows()["Amra"].heard) == ("", None)
    (fact,) = store.attempts(room.amra.person_id)
    later = fact.at + timedelta(minutes=3)
    store.write(device.insert(), {"id": "other", "name": "Prenosnik 2", "created_at": START})
    store.add_attempts([dataclasses.replace(fact, id="elsewhere", device="other", at=later)])
    room.place.clock.forward(600)
    row = room.rows()["Amra"]
    assert (row.computer, row.heard) == ("Prenosnik 2", later)


def test_asking_again_reads_nothing_as_long_as_nothing_is_written(room: Classroom) -> None:
    begin(room)
    trainer = maja(room.house)
    (group,) = room.house.sign_in.groups()
    before = room.house.trainer.today(trainer, group.id)
    desk = room.house.trainer
    changes = desk.changes(trainer)
    desk._gather = forbidden  # type: ignore[method-assign]
    room.place.clock.forward(60)
    again = desk.today(trainer, group.id)
    assert [row.minutes for row in again if row.minutes is not None] == [
        row.minutes + 1 for row in before if row.minutes is not None
    ]
    assert desk.changes(trainer) == changes
    begin(room)
    assert desk.changes(trainer) != changes


def forbidden(_people: object) -> None:
    raise AssertionError("the database was read again")


def test_whoever_needs_help_stands_first_and_whoever_is_not_here_last(room: Classroom) -> None:
    begin(room)
    room.wrong(room.beni, room.of(Choice), 4)
    (group,) = room.house.sign_in.groups()
    rows = room.house.trainer.today(maja(room.house), group.id)
    assert [row.name for row in where_rows(rows)] == [
        room.beni.person_id,
        room.amra.person_id,
        learner(room.house, "Blerta").id,
    ]
    room.house.classroom.ask_help(room.amra)
    room.place.clock.forward(120)
    rows = room.house.trainer.today(maja(room.house), group.id)
    assert where_rows(rows)[0].name == room.amra.person_id


def test_a_station_where_several_stumbled_is_suggested(room: Classroom) -> None:
    (group,) = room.house.sign_in.groups()
    assert room.house.trainer.suggestions(maja(room.house), group.id).stuck is None
    station = room.of(Typed)
    room.wrong(room.amra, station, 2)
    room.wrong(room.beni, station, 1)
    found = room.house.trainer.suggestions(maja(room.house), group.id)
    assert found.stuck is not None
    assert (found.stuck.station, found.stuck.people, found.stuck.of) == (station, 2, 2)
    assert isinstance(station.step, Typed)
    assert found.hard_words == (station.step.answer,)
    course = [lesson for module in room.house.pack.course for lesson in module.lessons]
    assert found.next_lesson == room.house.pack.lessons[course[0]]


@given(
    st.booleans(),
    st.none() | st.integers(0, 120),
    st.integers(0, 9),
    st.integers(0, 5),
    st.booleans(),
)
def test_everybody_is_somewhere(here: bool, minutes: int | None, errors: int, shown: int, done: bool) -> None:
    last = None if minutes is None else START - timedelta(minutes=minutes)
    state = whereabouts(Trace(here, last, errors, shown, done), START, timedelta(minutes=5))
    assert (state is Whereabouts.DONE) is done
    if not done and (not here or last is None):
        assert state is Whereabouts.ABSENT
    if state is Whereabouts.IDLE:
        assert minutes is not None
        assert minutes > 5
