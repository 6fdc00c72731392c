# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.making import OTHER_PIN, PASSPHRASE, PIN, START, Place, amra, learner, maja, refused

from korak.centre.doors import Guard, is_pin, is_strong, wait_after
from korak.centre.people import Role
from korak.services.faults import FaultKind

WRONG = ("sun", "key", "house")


def test_the_right_three_pictures_let_their_owner_in(place: Place) -> None:
    house, _ = place.create()
    session = house.sign_in.pin(learner(house).id, PIN)
    assert session.person_id == learner(house).id
    assert session.role is Role.LEARNER
    assert session.started_at == START


def test_the_order_of_the_pictures_matters(place: Place) -> None:
    house, _ = place.create()
    with refused(FaultKind.WRONG_PIN) as wrong:
        house.sign_in.pin(learner(house).id, WRONG)
    assert wrong.fault.details["left"] == "1"
    with refused(FaultKind.WRONG_PIN):
        house.sign_in.pin(learner(house).id, OTHER_PIN)


def test_guessing_takes_longer_and_longer_also_after_a_restart_and_only_at_that_door(place: Place) -> None:
    place.ring.works = True
    house, _ = place.create()
    who = learner(house).id
    for left in ("1", "0"):
        with refused(FaultKind.WRONG_PIN) as wrong:
            house.sign_in.pin(who, WRONG)
        assert wrong.fault.details["left"] == left
    with refused(FaultKind.WRONG_PIN) as third:
        house.sign_in.pin(who, WRONG)
    assert third.fault.details["seconds"] == "15"
    place.close()
    house = place.keep(place.vault().open())
    with refused(FaultKind.WAIT):
        house.sign_in.pin(who, PIN)
    assert house.sign_in.wait(who) == 15
    house.sign_in.pin(learner(house, "Beni").id, OTHER_PIN)
    maja(house)
    place.clock.forward(14)
    with refused(FaultKind.WAIT) as still:
        house.sign_in.pin(who, PIN)
    assert still.fault.details == {"seconds": "1"}
    place.clock.forward(1)
    house.sign_in.pin(who, PIN)
    with refused(FaultKind.WRONG_PIN) as fresh:
        house.sign_in.pin(who, WRONG)
    assert fresh.fault.details["left"] == "1"


def test_the_first_visit_chooses_three_pictures(place: Place) -> None:
    house, _ = place.create()
    blerta = learner(house, "Blerta")
    assert not blerta.pin_set
    with refused(FaultKind.NO_PIN):
        house.sign_in.pin(blerta.id, PIN)
    for pictures, reason in (
        (("house", "key"), "length"),
        (("house",) * 3, "simple"),
        (("house", "key", "x"), "length"),
    ):
        with refused(FaultKind.BAD_PIN) as bad:
            house.sign_in.first_pin(blerta.id, pictures)
        assert bad.fault.details == {"reason": reason}
    house.sign_in.first_pin(blerta.id, PIN)
    assert learner(house, "Blerta").pin_set
    house.sign_in.pin(blerta.id, PIN)
    with refused(FaultKind.PIN_IS_SET):
        house.sign_in.first_pin(blerta.id, OTHER_PIN)


def test_the_wall_never_shows_the_name_behind_an_alias(place: Place) -> None:
    house, _ = place.create()
    (group,) = house.sign_in.groups()
    assert "Arben" not in repr(house.sign_in.tiles(group.id))


def test_a_tile_is_no_way_in_for_a_trainer_or_a_stranger(place: Place) -> None:
    house, _ = place.create()
    for who in (maja(house).person_id, "nobody"):
        with refused(FaultKind.NOT_FOUND):
            house.sign_in.pin(who, PIN)


def test_the_trainer_comes_in_by_passphrase_and_guessing_it_takes_longer_and_longer(place: Place) -> None:
    house, _ = place.create()
    assert maja(house).role is Role.TRAINER
    for _ in range(3):
        with refused(FaultKind.WRONG_PASSPHRASE):
            house.sign_in.trainer("wrong passphrase")
    with refused(FaultKind.WAIT):
        house.sign_in.trainer(PASSPHRASE)
    place.clock.forward(15)
    maja(house)


def test_guessing_at_the_passphrase_inside_costs_the_same_wait(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    for _ in range(3):
        with refused(FaultKind.WRONG_PASSPHRASE):
            house.new_recovery_code(session, "wrong passphrase")
    with refused(FaultKind.WAIT):
        house.new_recovery_code(session, PASSPHRASE)


def test_coming_and_going_is_noted(place: Place) -> None:
    house, _ = place.create()
    session = amra(house)
    place.clock.forward(60)
    house.sign_in.leave(session, "idle")
    place.clock.forward(60)
    house.sign_in.pin(session.person_id, PIN)
    place.clock.forward(60)
    house.sign_in.leave(session)
    visits = house.sign_in._store.visits([session.person_id], START)
    assert [visit.what for visit in visits] == ["in", "idle", "in", "out"]


def test_a_clock_that_was_set_back_shuts_nobody_out_for_days(place: Place) -> None:
    guard = Guard(9, START)
    assert guard.wait(START - timedelta(days=400)) <= timedelta(minutes=15)


@given(st.integers(0, 10_000))
def test_waits_never_shrink_and_never_exceed_a_quarter_of_an_hour(failed: int) -> None:
    wait, longer = wait_after(failed), wait_after(failed + 1)
    assert wait <= longer
    assert longer.total_seconds() <= 900
    assert (wait.total_seconds() == 0) is (failed < 3)


@given(st.integers(0, 40), st.integers(0, 1000))
def test_the_wait_runs_down_to_nothing(failures: int, later: int) -> None:
    guard = Guard()
    for _ in range(failures):
        guard = guard.after_failure(START)
    assert guard.failed == failures
    assert guard.wait(START) == wait_after(failures)
    now = START + timedelta(seconds=later)
    assert guard.wait(now) == max(wait_after(failures) - timedelta(seconds=later), timedelta(0))


@pytest.mark.parametrize(
    ("passphrase", "strong"),
    [
        ("korak za korakom", True),
        ("a" * 30, False),
        ("kratka", False),
        ("   kratka    ", False),
        ("моя дорога", True),
    ],
)
def test_a_passphrase_is_long_and_not_one_letter(passphrase: str, strong: bool) -> None:
    assert is_strong(passphrase) is strong


def test_a_pin_has_three_pictures_of_the_pad() -> None:
    assert is_pin(("house", "house", "key"))
    assert not is_pin(("house", "key"))
    assert not is_pin(("house", "key", "cloud"))
