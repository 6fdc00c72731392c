# SPDX-License-Identifier: GPL-3.0-or-later
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.services.making import OTHER_PIN, PIN, START, Place, amra, learner, maja, refused

from korak.centre.people import CentreSettings, NewLearner, Role, Session
from korak.centre.privacy import RIGHTS, Deed, may
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House


def test_a_trainer_makes_groups_and_admits_learners(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    group = house.people.add_group(session, "J2", " Jesenice  2 ")
    assert (group.code, group.name) == ("J2", "Jesenice 2")
    person = house.people.add_learner(session, group.id, NewLearner(" Elena ", picture="red-apple", pin=PIN))
    assert house.people.learners(session, group.id) == (person,)
    house.sign_in.pin(person.id, PIN)
    assert [each.name for each in house.people.groups(session)] == ["Jesenice 1", "Jesenice 2"]


def test_names_are_needed_and_groups_are_not_called_alike(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    (group,) = house.people.groups(session)
    with refused(FaultKind.NAME_MISSING):
        house.people.add_learner(session, group.id, NewLearner("  "))
    with refused(FaultKind.NAME_MISSING):
        house.people.add_group(session, "", " ")
    with refused(FaultKind.NAME_TAKEN):
        house.people.add_group(session, "X", "jesenice 1")
    house.people.edit_group(session, replace(group, code="A"))
    with refused(FaultKind.NOT_FOUND):
        house.people.add_learner(session, "nowhere", NewLearner("Elena"))
    with refused(FaultKind.NOT_FOUND):
        house.people.edit_group(session, replace(group, id="nowhere", name="Other"))


def test_a_learner_can_be_renamed_moved_put_away_and_brought_back(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    (group,) = house.people.groups(session)
    who = house.people.person(session, learner(house).id)
    assert house.people.edit(session, replace(who, alias="Lipa", role=Role.TRAINER)).shown_name == "Lipa"
    assert house.people.person(session, who.id).role is Role.LEARNER
    other = house.people.add_group(session, "J2", "Jesenice 2")
    house.people.move(session, who.id, other.id)
    assert [person.id for person in house.people.learners(session, other.id)] == [who.id]
    assert who.id not in {person.id for person in house.people.learners(session, group.id)}
    house.people.archive(session, who.id)
    assert house.sign_in.tiles(other.id) == ()
    with refused(FaultKind.NOT_FOUND):
        house.sign_in.pin(who.id, PIN)
    assert [person.id for person in house.people.learners(session, other.id, archived=True)] == [who.id]
    house.people.bring_back(session, who.id)
    house.sign_in.pin(who.id, PIN)


def test_a_forgotten_pin_is_taken_away_and_the_wait_with_it(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    who = learner(house).id
    for _ in range(3):
        with refused(FaultKind.WRONG_PIN):
            house.sign_in.pin(who, OTHER_PIN)
    house.people.reset_pin(session, who)
    house.sign_in.first_pin(who, OTHER_PIN)
    house.people.set_pin(session, who, PIN)
    house.sign_in.pin(who, PIN)


def test_a_trainer_has_no_pin(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    with refused(FaultKind.NOT_FOUND):
        house.people.set_pin(session, session.person_id, PIN)


def test_the_centres_settings_are_kept_within_reason(place: Place) -> None:
    house, _ = place.create()
    assert house.centre.settings() == CentreSettings("LU Vzorec", 10)
    assert house.centre.change(maja(house), CentreSettings(" LU  Novi ", 5)) == CentreSettings("LU Novi", 5)
    assert house.centre.settings() == CentreSettings("LU Novi", 5)
    house.centre.change(maja(house), CentreSettings("LU Novi", 0))
    assert house.centre.settings().idle_minutes == 1


# ---------------------------------------------------------------------- who may do what

OWN, ALL, NONE = (True, False, False), (True, True, True), (False, False, False)  # own, another, nobody's

TABLE = {
    # deed: learner, trainer, mediator, staff
    Deed.LEARN: (OWN, OWN, OWN, OWN),
    Deed.SEE_RECORD: (OWN, ALL, NONE, NONE),
    Deed.CHANGE_PIN: (OWN, ALL, NONE, NONE),
    Deed.SEE_PEOPLE: (NONE, ALL, ALL, ALL),
    Deed.CHANGE_PEOPLE: (NONE, ALL, NONE, ALL),
    Deed.ASSESS: (NONE, ALL, NONE, NONE),
    Deed.CHANGE_CENTRE: (NONE, ALL, NONE, ALL),
    Deed.CHANGE_PASSPHRASE: (NONE, OWN, OWN, OWN),
    Deed.TEACH: (NONE, ALL, NONE, NONE),
    Deed.PLAN_PROGRAMMES: (NONE, ALL, NONE, ALL),
    Deed.TAKE_PART: (OWN, NONE, NONE, NONE),
    Deed.COLLECT: (OWN, ALL, ALL, NONE),
    Deed.MEDIATE: (NONE, ALL, OWN, NONE),
    Deed.REPORT: (NONE, ALL, NONE, ALL),
    Deed.PUBLISH: (NONE, ALL, NONE, ALL),
    Deed.SEE_AUDIT: (NONE, ALL, NONE, ALL),
    Deed.KEEP_ACCOUNTS: (NONE, ALL, NONE, NONE),
}
ROLES = (Role.LEARNER, Role.TRAINER, Role.MEDIATOR, Role.STAFF)


@pytest.mark.parametrize("deed", Deed)
def test_who_may_do_what_with_whose_record(deed: Deed) -> None:
    for role, expected in zip(ROLES, TABLE[deed], strict=True):
        session = Session("amra", role, START)
        assert tuple(may(session, deed, whose) for whose in ("amra", "another", None)) == expected, role


def test_every_role_has_a_word_on_every_deed() -> None:
    assert {role: set(rights) for role, rights in RIGHTS.items()} == {role: set(Deed) for role in Role}


def others_id(house: House) -> str:
    return learner(house, "Beni").id


def a_group(house: House) -> str:
    return house.sign_in.groups()[0].id


def first_lesson(house: House) -> str:
    return "sporocilo-zdravniku"


LEARNERS_MAY_NOT: dict[str, Callable[[House, Session], object]] = {
    "see another": lambda house, own: house.people.person(own, others_id(house)),
    "see groups": lambda house, own: house.people.groups(own),
    "see learners": lambda house, own: house.people.learners(own, a_group(house)),
    "see today": lambda house, own: house.trainer.today(own, a_group(house)),
    "see suggestions": lambda house, own: house.trainer.suggestions(own, a_group(house)),
    "add a group": lambda house, own: house.people.add_group(own, "X", "X"),
    "edit a group": lambda house, own: house.people.edit_group(own, house.sign_in.groups()[0]),
    "add a learner": lambda house, own: house.people.add_learner(own, a_group(house), NewLearner("X")),
    "edit another": lambda house, own: house.people.edit(own, learner(house, "Beni")),
    "edit themselves": lambda house, own: house.people.edit(own, learner(house)),
    "set another's pin": lambda house, own: house.people.set_pin(own, others_id(house), PIN),
    "take another's pin": lambda house, own: house.people.reset_pin(own, others_id(house)),
    "put another away": lambda house, own: house.people.archive(own, others_id(house)),
    "bring another back": lambda house, own: house.people.bring_back(own, others_id(house)),
    "move another": lambda house, own: house.people.move(own, others_id(house), a_group(house)),
    "change the centre": lambda house, own: house.centre.change(own, CentreSettings("X")),
    "print another's sheet": lambda house, own: house.sheets.learner(own, others_id(house)),
}


@pytest.mark.parametrize("deed", LEARNERS_MAY_NOT)
def test_a_learner_may_not(place: Place, deed: str) -> None:
    house, _ = place.create()
    own = amra(house)
    with refused(FaultKind.NOT_ALLOWED):
        LEARNERS_MAY_NOT[deed](house, own)


def test_a_learner_sees_themselves(place: Place) -> None:
    house, _ = place.create()
    own = amra(house)
    assert house.people.me(own).name == "Amra"
    assert house.people.person(own, own.person_id).name == "Amra"
    house.people.set_pin(own, own.person_id, OTHER_PIN)
    house.sign_in.pin(own.person_id, OTHER_PIN)


def test_nobody_goes_on_with_anothers_task(place: Place) -> None:
    house, _ = place.create()
    own = amra(house)
    lesson = house.pack.lessons[first_lesson(house)]
    station = next(station for station in lesson.stations() if station.mode == "guide")
    run = house.lessons.begin_task(own, lesson.id, station.key)
    action = run.play.world.actions()[0]
    for stranger in (house.sign_in.pin(others_id(house), OTHER_PIN), maja(house)):
        with pytest.raises(ServiceFault) as caught:
            house.lessons.act(stranger, run, action)
        assert caught.value.code is FaultKind.NOT_ALLOWED
        with refused(FaultKind.NOT_ALLOWED):
            house.lessons.finish_task(stranger, run)
        assert house.lessons.begin_task(stranger, lesson.id, station.key).id != run.id
