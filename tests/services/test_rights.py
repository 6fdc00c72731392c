# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner may ask for, what was agreed to, and how long things are kept."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.making import Place, amra, learner, refused

from korak.centre.enrolment import Reason
from korak.centre.people import Session
from korak.centre.retention import Clocks, Purpose, months_before
from korak.services.demo import DEMO_PASSPHRASE
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.storage.rights import DOCUMENTS

DAY = 24 * 3600.0


@pytest.fixture
def house(place: Place) -> House:
    return place.demo()


@pytest.fixture
def trainer(house: House) -> Session:
    return house.sign_in.trainer(DEMO_PASSPHRASE)


def _somebody(house: House, trainer: Session) -> str:
    (group, *_) = house.people.groups(trainer)
    people = house.people.learners(trainer, group.id)
    counts = {person.id: len(house._store.attempts(person.id)) for person in people}
    return max(counts, key=counts.__getitem__)


def _left(house: House, trainer: Session, person: str) -> None:
    (group, *_) = house.people.groups(trainer)
    house.enrolments.leave(trainer, person, group.id, Reason.WORK)


def test_a_learner_gets_everything_as_a_file_without_secrets(house: House, trainer: Session) -> None:
    person = _somebody(house, trainer)
    told = json.loads(house.rights.own_record(trainer, person))
    assert told["name"] == house.people.person(trainer, person).name
    assert len(told["tables"]["attempt"]) == len(house._store.attempts(person)) > 5
    assert "secret" not in told["tables"]
    assert {row["person"] for row in told["tables"]["attempt"]} == {person}


def test_a_learner_sees_only_the_own_record(place: Place) -> None:
    house, _ = place.create()
    own = amra(house)
    assert json.loads(house.rights.own_record(own, own.person_id))["name"] == "Amra"
    with refused(FaultKind.NOT_ALLOWED):
        house.rights.own_record(own, learner(house, "Blerta").id)
    with refused(FaultKind.NOT_ALLOWED):
        house.rights.erase(own, own.person_id)
    with refused(FaultKind.NOT_ALLOWED):
        house.rights.due(own)


def test_a_name_that_is_erased_is_nowhere_and_the_count_stays(
    house: House, trainer: Session, place: Place
) -> None:
    person = _somebody(house, trainer)
    name = house.people.person(trainer, person).name
    count = len(house._store.attempts(person))
    before = house._store.attempt_count()
    (group, *_) = house.people.groups(trainer)
    house._store.set_setting(f"reads_aloud/{person}", "1", house._clock.now())
    house.rights.erase(trainer, person)
    assert house._store.setting(f"reads_aloud/{person}") is None
    assert name not in {one.name for one in house.people.learners(trainer, group.id)}
    assert house._store.attempts(person) == ()
    assert house._store.attempt_count() == before - count
    told = json.loads(house.rights.own_record(trainer, person))
    assert told["name"] == ""
    assert set(told["tables"]) <= DOCUMENTS | {"person", "erasure"}
    assert name not in json.dumps(told, ensure_ascii=False)
    assert [what for _at, what in house.rights.erasures(trainer)] == ["person"]


def test_learning_data_go_when_their_time_is_over_and_only_then(
    house: House, trainer: Session, place: Place
) -> None:
    person = _somebody(house, trainer)
    assert not house.rights.due(trainer)
    _left(house, trainer, person)
    place.clock.forward(400 * DAY)
    due = house.rights.due(trainer)
    assert [one.id for one, _day in due.learning] == [person]
    assert due.documents == ()
    assert house.rights.erase_learning(trainer, [person, "somebody else"]) == 1
    assert house._store.attempts(person) == ()
    assert house.people.person(trainer, person).name
    assert not house.rights.due(trainer)


def test_documents_go_after_their_years_and_nothing_is_left(
    house: House, trainer: Session, place: Place
) -> None:
    person = _somebody(house, trainer)
    _left(house, trainer, person)
    place.clock.forward(6 * 366 * DAY)
    assert house.rights.erase_documents(trainer, [person]) == 1
    with refused(FaultKind.NOT_FOUND):
        house.people.person(trainer, person)


def test_the_reminder_comes_once_a_month(house: House, trainer: Session, place: Place) -> None:
    _left(house, trainer, _somebody(house, trainer))
    place.clock.forward(400 * DAY)
    assert house.rights.reminder(trainer)
    house.rights.reminded(trainer)
    assert house.rights.reminder(trainer) is None
    place.clock.forward(32 * DAY)
    assert house.rights.reminder(trainer)


def test_the_clocks_are_set_and_never_too_short(house: House, trainer: Session) -> None:
    assert house.rights.clocks() == Clocks(12, 5)
    house.rights.set_clocks(trainer, Clocks(6, 7))
    assert house.rights.clocks() == Clocks(6, 7)
    with refused(FaultKind.TOO_SHORT):
        house.rights.set_clocks(trainer, Clocks(0, 7))


def test_a_consent_holds_until_its_day_or_until_it_is_withdrawn(
    house: House, trainer: Session, place: Place
) -> None:
    person = _somebody(house, trainer)
    today = place.clock.now().date()
    house.rights.answer(trainer, person, Purpose.PHOTO, given=True, until=today + timedelta(days=30))
    house.rights.answer(trainer, person, Purpose.STORY, given=True)
    assert house.rights.agreed(trainer, person) == {
        Purpose.PHOTO: True,
        Purpose.STORY: True,
        Purpose.CONTACT: False,
    }
    place.clock.forward(1)
    house.rights.answer(trainer, person, Purpose.STORY, given=False)
    place.clock.forward(31 * DAY)
    assert not any(house.rights.agreed(trainer, person).values())
    assert [
        (one.consent.purpose, one.consent.given, one.holds) for one in house.rights.register(trainer)
    ] == [
        (Purpose.PHOTO, True, False),
        (Purpose.STORY, False, False),
    ]
    with refused(FaultKind.DAY_GONE):
        house.rights.answer(trainer, person, Purpose.PHOTO, given=True, until=today)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(0, 240))
def test_months_before_a_day_are_counted_by_the_calendar(day: date, months: int) -> None:
    earlier = months_before(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert earlier.day == day.day or (earlier.day < day.day and (earlier + timedelta(days=1)).day == 1)
