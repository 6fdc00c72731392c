# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance, enrolments and programmes: what is kept, counted once, and corrected with a reason."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.services.making import Place, amra, learner, maja, refused

from korak.centre.attendance import Hours, Presence
from korak.centre.enrolment import Reason, Standing, Step
from korak.centre.meetings import Meeting, MeetingState
from korak.centre.people import Session
from korak.centre.programmes import Programme
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.storage.audit import audit
from korak.storage.meetings import MeetingShelf

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)


def held(house: House, place: Place, *, days_ago: int = 0, ended: bool = False, group: str = "") -> Meeting:
    """Keep a meeting of 135 teaching minutes."""
    now = place.clock.now() - timedelta(days=days_ago)
    group = group or house.sign_in.groups()[0].id
    meeting = Meeting(
        f"meeting-{days_ago}-{group}", group, now, now + timedelta(minutes=150), 15,
        begun_at=now, ended_at=now if ended else None,
    )  # fmt: skip
    MeetingShelf(house._store).keep([meeting], now)
    return meeting


def end(house: House, meeting: Meeting) -> None:
    from dataclasses import replace

    MeetingShelf(house._store).keep([replace(meeting, ended_at=meeting.ends_at)], meeting.ends_at)


@pytest.fixture
def house(place: Place) -> House:
    house, _code = place.create()
    return house


@pytest.fixture
def trainer(house: House) -> Session:
    return maja(house)


def test_minutes_are_kept_and_shown_as_hours_of_two_lengths(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place)
    book = house.attendance
    who = learner(house).id
    book.note(trainer, meeting.id, who, Presence.PRESENT, late=20, early=25)
    end(house, meeting)
    (tally,) = [book.of_group(trainer, meeting.group).tallies[who]]
    assert (tally.attended, tally.offered, tally.held) == (90, 135, 135)
    assert Hours(tally.attended).teaching == 2
    assert float(Hours(tally.attended).clock) == 1.5
    assert tally.reaches(66)
    assert not tally.reaches(67)


def test_a_meeting_that_has_not_ended_counts_for_nobody(house: House, trainer: Session, place: Place) -> None:
    meeting = held(house, place)
    house.attendance.note(trainer, meeting.id, learner(house).id, Presence.PRESENT)
    assert house.attendance.of_person(trainer, learner(house).id).attended == 0


def test_a_change_after_the_end_needs_a_reason_and_leaves_a_trail(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place)
    who = learner(house).id
    house.attendance.note(trainer, meeting.id, who, Presence.ABSENT)
    end(house, meeting)
    place.clock.forward(60)
    with refused(FaultKind.REASON_MISSING):
        house.attendance.note(trainer, meeting.id, who, Presence.PRESENT, late=10, why="  ")
    house.attendance.note(trainer, meeting.id, who, Presence.PRESENT, late=10, why="Prišla je pozneje.")
    (trail,) = house.attendance.corrections(trainer)
    assert (trail.by, trail.person, trail.thing) == (trainer.person_id, who, meeting.id)
    assert (trail.old, trail.new) == ("absent 0 0", "present 10 0")
    assert trail.why == "Prišla je pozneje."
    assert house.attendance.of_person(trainer, who).attended == 125


def test_noting_the_same_again_is_no_correction(house: House, trainer: Session, place: Place) -> None:
    meeting = held(house, place)
    who = learner(house).id
    first = house.attendance.note(trainer, meeting.id, who, Presence.PRESENT)
    end(house, meeting)
    assert house.attendance.note(trainer, meeting.id, who, Presence.PRESENT) == first
    assert house.attendance.corrections(trainer) == ()


def test_the_times_of_a_meeting_that_is_over_are_corrected_with_a_reason_and_count_at_once(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place)
    who = learner(house).id
    house.attendance.note(trainer, meeting.id, who, Presence.PRESENT, late=20)
    end(house, meeting)
    ended = house.calendar.meeting(trainer, meeting.id)
    longer = dataclasses.replace(ended, ends_at=meeting.ends_at + timedelta(minutes=30), break_minutes=0)
    with refused(FaultKind.REASON_MISSING):
        house.calendar.correct(trainer, longer, " ")
    assert house.attendance.of_person(trainer, who).attended == 115
    house.calendar.correct(trainer, longer, "  Brez odmora,   do osmih. ")
    assert house.attendance.of_person(trainer, who).attended == 160
    assert house.calendar.held(trainer)[meeting.group] == 180
    (trail,) = house.calendar.corrections(trainer, meeting.id)
    assert (trail.by, trail.subject, trail.field, trail.why) == (
        trainer.person_id,
        "meeting",
        "times",
        "Brez odmora, do osmih.",
    )
    assert trail.old != trail.new
    assert trail.new.startswith(f"{longer.starts_at.isoformat()} {longer.ends_at.isoformat()} 0")
    assert house.calendar.meeting(trainer, meeting.id).state is MeetingState.ENDED


def test_a_correction_that_changes_nothing_leaves_no_trail_and_an_impossible_one_is_refused(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place)
    house.attendance.note(trainer, meeting.id, learner(house).id, Presence.PRESENT, late=30, early=30)
    with refused(FaultKind.NOT_FOUND):
        house.calendar.correct(trainer, meeting, "Še ni konec.")
    end(house, meeting)
    ended = house.calendar.meeting(trainer, meeting.id)
    assert house.calendar.correct(trainer, ended, "") == ended
    short = dataclasses.replace(ended, ends_at=meeting.starts_at + timedelta(minutes=60), break_minutes=10)
    with refused(FaultKind.BAD_MINUTES):
        house.calendar.correct(trainer, short, "Krajše.")
    with refused(FaultKind.BAD_TIMES):
        house.calendar.correct(trainer, dataclasses.replace(ended, ends_at=ended.starts_at), "Nič.")
    with refused(FaultKind.NOT_ALLOWED):
        house.calendar.correct(amra(house), short, "Krajše.")
    assert house.calendar.corrections(trainer) == ()


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_trail_can_be_neither_changed_nor_taken_away(
    house: House, trainer: Session, place: Place, verb: str
) -> None:
    from sqlalchemy.exc import DBAPIError

    meeting = held(house, place, ended=True)
    house.attendance.note(trainer, meeting.id, learner(house).id, Presence.PRESENT, why="pozabljeno")
    statement = audit.delete() if verb == "delete" else audit.update().values(why="")
    with pytest.raises(DBAPIError, match="append-only"):
        house._store.write(statement)
    assert len(house.attendance.corrections(trainer)) == 1


def test_more_minutes_than_the_meeting_lasts_are_refused(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place)
    for late, early in ((136, 0), (100, 36), (-1, 0)):
        with refused(FaultKind.BAD_MINUTES):
            house.attendance.note(trainer, meeting.id, learner(house).id, Presence.PRESENT, late, early)


def test_everybody_expected_is_ticked_at_once_and_nobody_twice(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place)
    amra_, arben = learner(house).id, learner(house, "Beni").id
    house.attendance.note(trainer, meeting.id, amra_, Presence.ABSENT)
    house.enrolments.pause(trainer, arben, meeting.group, Reason.FAMILY)
    assert len(house.attendance.note_all(trainer, meeting.id)) == 1
    listed = house.attendance.list_of(trainer, meeting.id)
    assert (listed.number, listed.present, listed.expected) == (1, 1, 2)
    assert house.attendance.note_all(trainer, meeting.id) == ()


def test_a_learner_may_not_note_attendance(house: House, place: Place) -> None:
    meeting = held(house, place)
    session = amra(house)
    with refused(FaultKind.NOT_ALLOWED):
        house.attendance.note(session, meeting.id, session.person_id, Presence.PRESENT)


def test_history_tells_every_step_with_its_reason(house: House, trainer: Session, place: Place) -> None:
    who, first = learner(house).id, house.sign_in.groups()[0].id
    second = house.people.add_group(trainer, "J2", "Jesenice 2").id
    steps = house.enrolments
    place.clock.forward(86400)
    steps.pause(trainer, who, first, Reason.WORK)
    assert steps.standings(trainer, first)[who] is Standing.PAUSED
    place.clock.forward(86400)
    steps.come_back(trainer, who, first)
    assert steps.standings(trainer, first)[who] is Standing.ACTIVE
    place.clock.forward(86400)
    steps.change_group(trainer, who, first, second)
    place.clock.forward(86400)
    with refused(FaultKind.REASON_MISSING):
        steps.leave(trainer, who, second, Reason.NONE)
    steps.leave(trainer, who, second, Reason.MOVED_AWAY)
    assert [(one.step, one.group, one.reason) for one in steps.history(trainer, who)] == [
        (Step.ENROLLED, first, Reason.NONE),
        (Step.PAUSED, first, Reason.WORK),
        (Step.RETURNED, first, Reason.NONE),
        (Step.MOVED, second, Reason.NONE),
        (Step.LEFT, second, Reason.MOVED_AWAY),
    ]
    ((person, reason, day),) = steps.former(trainer, second)
    assert (person.id, reason, day) == (who, Reason.MOVED_AWAY, place.clock.now().date())
    assert steps.standings(trainer, first, date(2026, 11, 2))[who] is Standing.ACTIVE
    place.clock.forward(86400)
    steps.come_back(trainer, who, second)
    assert steps.history(trainer, who)[-1].step is Step.RETURNED


def test_a_person_in_two_groups_is_counted_once(house: House, trainer: Session) -> None:
    first = house.sign_in.groups()[0].id
    both, gone = learner(house).id, learner(house, "Blerta").id
    second = house.people.add_group(trainer, "J2", "Jesenice 2").id
    programme = house.programmes.add(trainer, Programme("", "Korak v e-storitve", planned_hours=60))
    for group in (first, second):
        house.programmes.put_group(trainer, group, programme.id)
    house.enrolments.enrol(trainer, both, second)
    house.enrolments.leave(trainer, gone, first, Reason.WORK)
    assert house.programmes.counts(trainer) == {programme.id: 3}
    assert len(house.programmes.persons(trainer, programme.id)) == 3


def test_minutes_of_all_groups_of_a_programme_are_added_for_one_person(
    house: House, trainer: Session, place: Place
) -> None:
    first = house.sign_in.groups()[0].id
    who = learner(house).id
    second = house.people.add_group(trainer, "J2", "Jesenice 2").id
    programme = house.programmes.add(trainer, Programme("", "Korak"))
    house.enrolments.enrol(trainer, who, second)
    for group in (first, second):
        house.programmes.put_group(trainer, group, programme.id)
        meeting = held(house, place, group=group)
        house.attendance.note(trainer, meeting.id, who, Presence.PRESENT)
        end(house, meeting)
    matrix = house.attendance.of_programme(trainer, programme.id)
    assert matrix.tallies[who].attended == 270
    assert len(matrix.people) == 3
    assert len(matrix.meetings) == 2


def test_a_programme_needs_a_name_and_a_possible_period(house: House, trainer: Session) -> None:
    with refused(FaultKind.NAME_MISSING):
        house.programmes.add(trainer, Programme("", "  "))
    with refused(FaultKind.BAD_PERIOD):
        house.programmes.add(trainer, Programme("", "A", begins=date(2027, 1, 1), ends=date(2026, 1, 1)))
    kept = house.programmes.add(trainer, Programme("", "A", begins=date(2026, 1, 1), ends=date(2026, 1, 1)))
    with refused(FaultKind.NAME_TAKEN):
        house.programmes.add(trainer, Programme("", "a"))
    assert house.programmes.programme(trainer, kept.id) == kept


def test_only_a_small_picture_becomes_a_logo(house: House, trainer: Session) -> None:
    programme = house.programmes.add(trainer, Programme("", "A"))
    for data in (b"GIF89a", PNG + bytes(1024 * 1024)):
        with refused(FaultKind.BAD_PICTURE):
            house.programmes.add_logo(trainer, programme.id, "logo", data)
    logo = house.programmes.add_logo(trainer, programme.id, "EU", PNG)
    assert house.programmes.logos(trainer, programme.id) == (logo,)
    house.programmes.drop_logo(trainer, logo.id)
    assert house.programmes.logos(trainer, programme.id) == ()


def test_whoever_came_before_being_enrolled_counts_as_there(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = held(house, place, days_ago=3)
    who = learner(house).id
    house.attendance.note(trainer, meeting.id, who, Presence.PRESENT)
    end(house, meeting)
    tally = house.attendance.of_person(trainer, who)
    assert (tally.attended, tally.offered) == (135, 135)
    assert house.attendance.of_person(trainer, learner(house, "Beni").id).offered == 0
    assert datetime(2026, 11, 2, tzinfo=UTC).date() == place.clock.now().date()
