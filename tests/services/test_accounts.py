# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace

import pytest
from tests.services.making import PASSPHRASE, Place, amra, maja, refused

from korak.centre.people import Person, Role, Session
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.storage import keys

ARTAS = "reka miza sedem luna"
OTHER = "okno kruh zima pet"


def arta(house: House, role: Role = Role.MEDIATOR) -> Person:
    return house.accounts.add(maja(house), Person("", role, " Arta  Vzorec ", language="sq"), ARTAS)


def test_a_mediator_comes_in_with_a_passphrase_of_her_own_and_it_opens_the_locked_centre(
    place: Place,
) -> None:
    house, _ = place.create()
    who = arta(house)
    assert (who.name, who.role, who.language) == ("Arta Vzorec", Role.MEDIATOR, "sq")
    session = house.sign_in.colleague(who.id, ARTAS)
    assert (session.person_id, session.role) == (who.id, Role.MEDIATOR)
    place.close()
    place.clock.forward(60)
    house = place.keep(place.vault().unlock(ARTAS))
    assert house.sign_in.colleague(who.id, ARTAS).role is Role.MEDIATOR
    assert house.sign_in.last_here() == who.id


def test_nobody_comes_in_as_somebody_else(place: Place) -> None:
    house, _ = place.create()
    trainer, who = maja(house).person_id, arta(house)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.colleague(trainer, ARTAS)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.colleague(who.id, PASSPHRASE)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.trainer(ARTAS)
    with refused(FaultKind.NOT_FOUND):
        house.sign_in.colleague(amra(house).person_id, PASSPHRASE)


def test_wrong_passphrases_make_only_that_door_wait(place: Place) -> None:
    house, _ = place.create()
    trainer, who = maja(house).person_id, arta(house)
    for _try in range(3):
        with refused(FaultKind.WRONG_PASSPHRASE):
            house.sign_in.colleague(who.id, "narobe narobe")
    with refused(FaultKind.WAIT):
        house.sign_in.colleague(who.id, ARTAS)
    house.sign_in.colleague(trainer, PASSPHRASE)
    house.accounts.set_passphrase(maja(house), who.id, OTHER)
    house.sign_in.colleague(who.id, OTHER)  # a new passphrase needs no wait


def test_a_new_passphrase_takes_the_old_ones_place(place: Place) -> None:
    house, _ = place.create()
    who = arta(house)
    house.accounts.set_passphrase(maja(house), who.id, OTHER)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.colleague(who.id, ARTAS)
    place.close()
    with refused(FaultKind.WRONG_PASSPHRASE):
        place.vault().unlock(ARTAS)
    place.keep(place.vault().unlock(OTHER))


def test_whoever_is_retired_opens_nothing_any_more_and_can_be_brought_back(place: Place) -> None:
    house, code = place.create()
    who = arta(house)
    house.accounts.retire(maja(house), who.id)
    with refused(FaultKind.NOT_FOUND):
        house.sign_in.colleague(who.id, ARTAS)
    assert who.id not in {person.id for person in house.sign_in.colleagues()}
    (last,) = [one for one in house.accounts.all(maja(house)) if one.person.id == who.id]
    assert (last.person.active, last.has_passphrase) == (False, False)
    found = keys.read(place.folder)
    assert found is not None
    assert who.id not in {slot.person for slot in found.of(keys.PassphraseSlot)}
    place.close()
    with refused(FaultKind.WRONG_PASSPHRASE):
        place.vault().unlock(ARTAS)
    house = place.keep(place.vault().unlock(PASSPHRASE))
    with refused(FaultKind.NOT_FOUND):
        house.accounts.set_passphrase(maja(house), who.id, OTHER)
    house.accounts.bring_back(maja(house), who.id, OTHER)
    house.sign_in.colleague(who.id, OTHER)
    place.close()
    place.keep(place.vault().recover(code, "nova pot do morja")[0])  # the printed code is untouched


def test_the_last_trainer_can_neither_be_retired_nor_become_something_else(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    trainer = house.people.me(session)
    with refused(FaultKind.LAST_TRAINER):
        house.accounts.retire(session, trainer.id)
    with refused(FaultKind.LAST_TRAINER):
        house.accounts.change(session, replace(trainer, role=Role.STAFF))
    house.sign_in.trainer(PASSPHRASE)
    other = arta(house, Role.TRAINER)
    house.accounts.change(session, replace(trainer, role=Role.STAFF))
    assert house.sign_in.colleague(trainer.id, PASSPHRASE).role is Role.STAFF
    with refused(FaultKind.LAST_TRAINER):
        house.accounts.retire(house.sign_in.colleague(other.id, ARTAS), other.id)


def test_another_role_has_other_rights_and_the_same_passphrase(place: Place) -> None:
    house, _ = place.create()
    who = arta(house)
    house.accounts.change(maja(house), replace(who, role=Role.TRAINER, name="Arta V."))
    session = house.sign_in.colleague(who.id, ARTAS)
    assert session.role is Role.TRAINER
    assert house.people.me(session).name == "Arta V."


def test_what_is_not_right_is_refused_and_nothing_is_kept(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    before = house.accounts.all(session)
    with refused(FaultKind.NAME_MISSING):
        house.accounts.add(session, Person("", Role.STAFF, "  "), ARTAS)
    with refused(FaultKind.NAME_TAKEN):
        house.accounts.add(session, Person("", Role.STAFF, "maja"), ARTAS)
    with refused(FaultKind.WEAK_PASSPHRASE):
        house.accounts.add(session, Person("", Role.STAFF, "Peter"), "kratko")
    with refused(FaultKind.NOT_FOUND):
        house.accounts.add(session, Person("", Role.LEARNER, "Peter"), ARTAS)
    with refused(FaultKind.NOT_FOUND):
        house.accounts.retire(session, amra(house).person_id)
    assert house.accounts.all(session) == before


def test_a_key_file_that_cannot_be_written_leaves_no_half_account(place: Place) -> None:
    house, _ = place.create()
    session = maja(house)
    (place.folder / keys.FILE_NAME).unlink()
    with pytest.raises(ServiceFault):
        house.accounts.add(session, Person("", Role.STAFF, "Peter"), ARTAS)
    with pytest.raises(ServiceFault):
        house.sign_in.colleagues()
    assert house.trainers() == (session.person_id,)


def test_only_a_trainer_keeps_accounts(place: Place) -> None:
    house, _ = place.create()
    who = arta(house, Role.STAFF)
    staff = house.sign_in.colleague(who.id, ARTAS)

    def tries(session: Session) -> None:
        with refused(FaultKind.NOT_ALLOWED):
            house.accounts.all(session)
        with refused(FaultKind.NOT_ALLOWED):
            house.accounts.set_passphrase(session, who.id, OTHER)
        with refused(FaultKind.NOT_ALLOWED):
            house.accounts.change(session, replace(who, role=Role.TRAINER))
        with refused(FaultKind.NOT_ALLOWED):
            house.new_recovery_code(session, ARTAS)

    tries(staff)
    tries(amra(house))
    house.change_passphrase(staff, ARTAS, OTHER)  # their own they may change
    house.sign_in.colleague(who.id, OTHER)


def test_the_recovery_code_makes_no_trainer_of_a_mediator(place: Place) -> None:
    house, code = place.create()
    trainer, who = maja(house).person_id, arta(house)
    place.close()
    house, _new = place.vault().recover(code, OTHER)
    place.keep(house)
    house.sign_in.colleague(trainer, OTHER)
    house.sign_in.colleague(who.id, ARTAS)
    with refused(FaultKind.WRONG_PASSPHRASE):
        house.sign_in.colleague(who.id, OTHER)


def test_a_demo_has_a_mediator_and_staff_and_can_get_more(place: Place) -> None:
    house = place.demo()
    roles = [person.role for person in house.sign_in.colleagues()]
    assert roles == [Role.TRAINER, Role.MEDIATOR, Role.STAFF]
    session = house.sign_in.trainer("korak za korakom")
    for person in house.sign_in.colleagues():
        assert house.sign_in.colleague(person.id, "korak za korakom").role is person.role
    who = house.accounts.add(session, Person("", Role.MEDIATOR, "Lule"), OTHER)
    house.sign_in.colleague(who.id, OTHER)
    house.accounts.retire(session, who.id)
    with refused(FaultKind.NOT_FOUND):
        house.sign_in.colleague(who.id, OTHER)
