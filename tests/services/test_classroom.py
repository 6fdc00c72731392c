# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar and a meeting from beginning to end, over a real file."""

from dataclasses import replace
from datetime import date, time, timedelta

import icalendar
import pytest
from tests.services.making import Place, amra, learner, maja, refused

from korak.centre.attendance import Presence
from korak.centre.classroom import Given, Pulse
from korak.centre.meetings import MeetingState, Series
from korak.centre.people import Session
from korak.centre.plans import Advice, moved, total, without
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.trainer import WhereRow
from korak.storage.meetings import pulse, pulse_asked

WEEKLY = Series(date(2026, 11, 2), time(17), time(19, 30), frozenset({0, 2}), 20, 15, "učilnica 1")


@pytest.fixture
def house(place: Place) -> House:
    house, _code = place.create()
    return house


@pytest.fixture
def trainer(house: House) -> Session:
    return maja(house)


@pytest.fixture
def group(house: House) -> str:
    return house.sign_in.groups()[0].id


def row(house: House, trainer: Session, group: str, name: str) -> WhereRow:
    rows = house.trainer.today(trainer, group)
    return next(one for one in rows if one.person.shown_name == name)


# ---------------------------------------------------------------------- the calendar


def test_the_plan_that_ships_has_sixty_hours_and_fills_a_series(
    house: House, trainer: Session, group: str
) -> None:
    assert total(house.calendar.plan(trainer, group)) == 60
    made = house.calendar.add_series(trainer, group, WEEKLY)
    assert len(made) == 20
    assert {one.day.weekday() for one in made} == {0, 2}
    assert made[0].teaching_minutes == 135
    laid_out = [topic for one in made for topic in one.topics]
    assert list(dict.fromkeys(laid_out)) == [line.topic for line in house.calendar.plan(trainer, group)]
    entries = house.calendar.entries(trainer, group)
    assert [one.number for one in entries] == list(range(1, 21))
    assert not any(one.clash for one in entries)


def test_a_series_needs_days_and_possible_hours(house: House, trainer: Session, group: str) -> None:
    with refused(FaultKind.NO_DAYS):
        house.calendar.add_series(trainer, group, replace(WEEKLY, weekdays=frozenset()))
    with refused(FaultKind.BAD_TIMES):
        house.calendar.add_series(trainer, group, replace(WEEKLY, ends=time(16)))
    assert house.calendar.entries(trainer, group) == ()


def test_moving_cancelling_and_undoing(house: House, trainer: Session, group: str) -> None:
    first, second, *_ = house.calendar.add_series(trainer, group, WEEKLY)
    later = replace(first, starts_at=second.starts_at, ends_at=second.ends_at, place=" soba 2 ")
    assert house.calendar.change(trainer, later).place == "soba 2"
    assert [one.clash for one in house.calendar.entries(trainer, group)][:2] == [True, True]
    house.calendar.cancel(trainer, second.id, "Praznik")
    cancelled = house.calendar.meeting(trainer, second.id)
    assert (cancelled.state, cancelled.why_cancelled) == (MeetingState.CANCELLED, "Praznik")
    assert house.calendar.restore(trainer, second.id).state is MeetingState.PLANNED


def test_a_series_can_be_taken_away_and_put_back_but_not_what_was_attended(
    house: House, trainer: Session, group: str
) -> None:
    made = house.calendar.add_series(trainer, group, WEEKLY)
    house.attendance.note(trainer, made[0].id, learner(house).id, Presence.PRESENT)
    gone = house.calendar.take_away(trainer, [one.id for one in made])
    assert len(gone) == 19
    assert [one.meeting.id for one in house.calendar.entries(trainer, group)] == [made[0].id]
    house.calendar.put_back(trainer, gone)
    assert tuple(one.meeting for one in house.calendar.entries(trainer, group)) == made


def test_a_plan_is_reordered_shortened_and_set_back(house: House, trainer: Session, group: str) -> None:
    plan = house.calendar.plan(trainer, group)
    changed = moved(without(plan, "klic-112"), "upn-qr", -20)
    assert house.calendar.set_plan(trainer, group, changed) == changed
    assert house.calendar.plan(trainer, group) == changed
    assert house.calendar.set_plan(trainer, group, None) == plan


def test_other_calendars_can_read_the_file(house: House, trainer: Session, group: str) -> None:
    made = house.calendar.add_series(trainer, group, replace(WEEKLY, count=2))
    house.calendar.cancel(trainer, made[1].id, "")
    read = icalendar.Calendar.from_ical(house.calendar.calendar_file(trainer, group))
    events = read.walk("VEVENT")
    assert [str(one["summary"]) for one in events] == ["Jesenice 1 · 1", "Jesenice 1"]
    assert events[0].decoded("dtstart") == made[0].starts_at
    assert str(events[0]["location"]) == "učilnica 1"
    assert [str(one["status"]) for one in events] == ["CONFIRMED", "CANCELLED"]
    assert all(str(one["uid"]).endswith("@korak.invalid") for one in events)
    assert b"TZID" not in house.calendar.calendar_file(trainer)


# ---------------------------------------------------------------------- a meeting


def test_an_unplanned_meeting_begins_with_the_first_topics(
    house: House, trainer: Session, group: str
) -> None:
    meeting = house.classroom.begin_unplanned(trainer, group)
    assert meeting.topics == ("zacetno-preverjanje", "miska-in-tipkovnica")
    entry = house.calendar.at_hand(trainer, group)
    assert entry is not None
    assert (entry.meeting, entry.number) == (meeting, 1)


def test_the_end_locks_the_list_and_whoever_was_not_noted_was_absent(
    house: House, trainer: Session, group: str
) -> None:
    meeting = house.classroom.begin_unplanned(trainer, group)
    house.attendance.note(trainer, meeting.id, learner(house).id, Presence.PRESENT)
    ended = house.classroom.end(trainer, meeting.id, " Miška. ", ["miska-in-tipkovnica", "izmisljeno"])
    assert (ended.state, ended.done, ended.topics) == (
        MeetingState.ENDED,
        "Miška.",
        ("miska-in-tipkovnica",),
    )
    listed = house.attendance.list_of(trainer, meeting.id)
    assert [line.mark.presence.value for line in listed.lines if line.mark] == ["present", "absent", "absent"]
    with refused(FaultKind.MEETING_OVER):
        house.classroom.begin(trainer, meeting.id)
    with refused(FaultKind.MEETING_OVER):
        house.classroom.end(trainer, meeting.id, "", [])
    assert house.calendar.taught(trainer, group) == {"miska-in-tipkovnica": 1}


def test_the_pulse_knows_no_names_and_nobody_answers_twice(
    house: House, trainer: Session, place: Place, group: str
) -> None:
    meeting = house.classroom.begin_unplanned(trainer, group)
    session = amra(house)
    assert house.classroom.asks_pulse(session) is None  # it has only begun
    place.clock.forward(140 * 60)
    assert house.classroom.asks_pulse(session) == meeting
    house.classroom.tell_pulse(session, meeting.id, Pulse.HARD)
    house.classroom.tell_pulse(session, meeting.id, Pulse.EASY)
    assert house.classroom.asks_pulse(session) is None
    counted = house.classroom.count_pulse(trainer, meeting.id, {Pulse.HARD: 3, Pulse.USEFUL: 2})
    assert (counted.of(Pulse.HARD), counted.of(Pulse.EASY), counted.total) == (4, 0, 6)
    assert counted.mostly() is Pulse.HARD
    assert "person" not in pulse.c
    assert "at" not in pulse_asked.c
    assert house.classroom.next_time(trainer, meeting.id).advice is Advice.SLOWER


def test_the_suggestion_becomes_the_plan_of_the_next_meeting(
    house: House, trainer: Session, group: str, place: Place
) -> None:
    house.calendar.add_series(trainer, group, replace(WEEKLY, first=date(2026, 11, 4)))
    meeting = house.classroom.begin_unplanned(trainer, group)
    house.classroom.end(trainer, meeting.id, "", meeting.topics)
    found = house.classroom.next_time(trainer, meeting.id)
    assert found.advice is Advice.GO_ON
    planned = house.classroom.plan_next(trainer, meeting.id, found.topics)
    assert planned is not None
    assert planned.topics == found.topics
    assert planned.starts_at > place.clock.now()


def test_what_was_given_stands_with_the_learner_until_it_is_done(
    house: House, trainer: Session, group: str, place: Place
) -> None:
    session = amra(house)
    house.classroom.give(trainer, Given.LESSON, "sporocilo-zdravniku", group_id=group)
    place.clock.forward(1)
    words = house.classroom.give(trainer, Given.WORDS, "", person_id=session.person_id)
    again = house.classroom.give(trainer, Given.WORDS, "", person_id=session.person_id)
    assert again == words
    assert [one.what for one in house.classroom.mine(session)] == [Given.WORDS, Given.LESSON]
    assert len(house.classroom.given(trainer, group)) == 2
    house.classroom.withdraw(trainer, words.id)
    assert [one.what for one in house.classroom.mine(session)] == [Given.LESSON]
    house.classroom.withdraw(trainer, words.id, undo=True)
    assert len(house.classroom.mine(session)) == 2
    with refused(FaultKind.NOT_FOUND):
        house.classroom.give(trainer, Given.LESSON, "ni-je", group_id=group)
    with refused(FaultKind.NOT_ALLOWED):
        house.classroom.give(session, Given.WORDS, "", person_id=session.person_id)


def test_a_raised_hand_is_seen_and_lowered(house: House, trainer: Session, group: str, place: Place) -> None:
    session = amra(house)
    house.classroom.ask_help(session, "sporocilo-zdravniku", "check-1")
    place.clock.forward(180)
    found = row(house, trainer, group, "Amra")
    assert (found.asked, found.state.value) == (3, "needs_help")
    house.classroom.lower_hand(trainer, session.person_id)
    place.clock.forward(1)
    assert row(house, trainer, group, "Amra").asked is None
    house.classroom.ask_help(session)
    place.clock.forward(1)
    house.classroom.helped(session)
    assert not house.classroom.asks_help(session)


def test_notes_are_kept_for_those_who_teach(house: House, trainer: Session) -> None:
    who = learner(house).id
    note = house.classroom.add_note(trainer, who, " Rada bi več vaj z miško. ")
    assert house.classroom.notes(trainer, who) == (note,)
    house.classroom.drop_note(trainer, note)
    assert house.classroom.notes(trainer, who) == ()
    house.classroom.drop_note(trainer, note, undo=True)
    assert house.classroom.notes(trainer, who)[0].text == "Rada bi več vaj z miško."
    with refused(FaultKind.TEXT_MISSING):
        house.classroom.add_note(trainer, who, " ")
    with refused(FaultKind.NOT_ALLOWED):
        house.classroom.notes(amra(house), who)


def test_somebody_busy_with_one_step_for_long_is_stuck(
    house: House, trainer: Session, group: str, place: Place
) -> None:
    session = amra(house)
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    task = next(one for one in lesson.stations() if one.mode == "guide")
    house.lessons.go_to(session, lesson.id, task.key)
    run = house.lessons.begin_task(session, lesson.id, task.key)
    place.clock.forward(11 * 60)
    assert not row(house, trainer, group, "Amra").stuck  # nothing was done for long: that is a rest
    house.lessons.help(session, run, run.play.progress.current or "", 1)
    found = row(house, trainer, group, "Amra")
    assert (found.stuck, found.state.value) == (True, "needs_help")
    house.trainer.set_stuck_after(trainer, 20)
    assert house.trainer.stuck_after(trainer) == timedelta(minutes=20)
    assert not row(house, trainer, group, "Amra").stuck
