# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group has gathered: counted from facts, quoted with consent."""

from datetime import timedelta

import pytest
from tests.services.making import PASSPHRASE, Place, amra, refused

from korak.centre.people import Session
from korak.centre.retention import Purpose, Use
from korak.centre.stories import Texts
from korak.learning.record import Holder, Issuer, learner_record
from korak.services.demo import DEMO_PASSPHRASE
from korak.services.faults import FaultKind
from korak.services.harvest import Wanted
from korak.services.house import House
from korak.services.stories import Draft


@pytest.fixture
def house(place: Place) -> House:
    return place.demo(learners=8)


@pytest.fixture
def trainer(house: House) -> Session:
    return house.sign_in.trainer(DEMO_PASSPHRASE)


def test_the_numbers_are_those_of_the_facts(house: House, trainer: Session) -> None:
    group = house.harvests.groups(trainer)[0]
    found = house.harvests.gather(trainer, Wanted(group.id))
    people = house.people.learners(trainer, group.id)
    today = house._clock.now().date()
    records = [
        learner_record(house.pack, house._store.attempts(one.id), Holder(one.id, ""), Issuer(""), today)
        for one in people
    ]
    assert found.people == len(people) == 8
    assert found.languages == len({one.language for one in people})
    assert found.words == len({word for record in records for word in record.words_known})
    assert {one.sentence: one.people for one in found.can_do} == {
        lesson.can_do: sum(lesson.can_do in {each.can_do for each in record.can_do} for record in records)
        for record in records
        for lesson in record.can_do
    }
    assert found.title == house.pack.title


def test_no_name_and_no_single_result_is_in_it(house: House, trainer: Session) -> None:
    group = house.harvests.groups(trainer)[0]
    told = repr(house.harvests.gather(trainer, Wanted(group.id)))
    for person in house.people.learners(trainer, group.id):
        assert person.id not in told
        assert f"'{person.name}'" not in told


def test_a_quote_is_gone_once_its_author_says_no(house: House, trainer: Session) -> None:
    group = house.harvests.groups(trainer)[0]
    person = house.people.learners(trainer, group.id)[0]
    draft = Draft("sl", Texts("", "", "", "Zdaj sama pišem zdravnici."), "Amra")
    story = house.stories.begin(trainer, person.id, draft)
    house.stories.finish(trainer, story.id)
    until = house._clock.now().date() + timedelta(days=10)
    house.stories.answer(trainer, story.id, Purpose.STORY, frozenset({Use.WEB}), until)
    assert house.harvests.quotes(trainer, group.id) == ()
    house._clock.forward(60)  # type: ignore[attr-defined]
    house.stories.answer(trainer, story.id, Purpose.STORY, frozenset({Use.PRINT}), until)
    quotes = house.harvests.quotes(trainer, group.id)
    wanted = Wanted(group.id, "Naša pot", quotes)
    assert [said.text for said in house.harvests.gather(trainer, wanted).quotes] == [
        "Zdaj sama pišem zdravnici."
    ]
    house._clock.forward(60)  # type: ignore[attr-defined]
    house.stories.withdraw(trainer, story.id)
    assert house.harvests.gather(trainer, wanted).quotes == ()


def test_learners_make_no_posters(place: Place) -> None:
    house, _ = place.create()
    trainer = house.sign_in.trainer(PASSPHRASE)
    group = house.harvests.groups(trainer)[0]
    with refused(FaultKind.NOT_ALLOWED):
        house.harvests.gather(amra(house), Wanted(group.id))
    with refused(FaultKind.NOT_FOUND):
        house.harvests.gather(trainer, Wanted("nobody"))
