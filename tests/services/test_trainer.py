# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.making import OTHER_PIN, PIN, START, Place, learner, maja

from korak.centre.people import Session
from korak.centre.today import Trace, Whereabouts, whereabouts
from korak.content.exercises.choice import Choice
from korak.content.exercises.typed import Typed
from korak.content.lesson import Lesson, Station
from korak.services.house import House
from korak.services.trainer import WhereRow


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


def test_who_was_let_in_works_and_who_was_not_is_absent(room: Classroom) -> None:
    rows = room.rows()
    assert rows["Amra"].state is Whereabouts.WORKING
    assert rows["Amra"].lesson is None
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
