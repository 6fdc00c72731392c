# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody takes along: their own due words, a topic, what a group finds hard, and nobody else's."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from tests.services.making import Place, amra, learner, maja, refused
from tests.sounds import tone

from korak.learning.attempt import Attempt
from korak.learning.memory import PRACTICE, Practised, station
from korak.services.away import WordChoice
from korak.services.faults import FaultKind
from korak.services.house import House


@pytest.fixture
def house(place: Place) -> House:
    place.ring.works = True
    made, _ = place.create()
    return made


def answered(house: House, place: Place, person: str, word: str, result: str, number: int = 0) -> None:
    house.words._store.add_attempt(
        Attempt(
            id=f"{person}-{word}-{number}-{result}",
            device=house.device.id,
            at=place.clock.now(),
            person=person,
            pack=house.pack.id,
            pack_version="1",
            lesson=PRACTICE,
            station=station(Practised("run", number, word, "typed")),
            kind="typed",
            simple_answer="nekaj",
            result=result,  # type: ignore[arg-type]
            score=1.0 if result == "exact" else 0.0,
        )
    )


def test_due_words_are_those_due_today(house: House, place: Place) -> None:
    session = amra(house)
    answered(house, place, session.person_id, "geslo", "wrong")
    choice = WordChoice("due", session.person_id)
    assert house.away.choose(session, choice).words == []

    place.clock.forward(timedelta(days=1).total_seconds())
    answered(house, place, session.person_id, "koda", "exact", 1)

    assert [word.id for word in house.away.choose(session, choice).words] == ["geslo"]
    met = house.away.choose(session, WordChoice("met", session.person_id))
    assert {word.id for word in met.words} == {"geslo", "koda"}


def test_nobody_takes_the_words_of_somebody_else(house: House) -> None:
    session = amra(house)
    group = house.sign_in.groups()[0].id
    other = next(one for one in house.sign_in.tiles(group) if one.id != session.person_id)

    with refused(FaultKind.NOT_ALLOWED):
        house.away.deck(session, WordChoice("due", other.id), "ar")
    assert house.away.deck(maja(house), WordChoice("due", other.id), "ar")[:2] == b"PK"


def test_hard_words_are_for_trainers(house: House, place: Place) -> None:
    session = amra(house)
    group = house.sign_in.groups()[0].id
    for number in range(2):
        answered(house, place, session.person_id, "geslo", "wrong", number)
    choice = WordChoice("hard", group)

    with refused(FaultKind.NOT_ALLOWED):
        house.away.choose(session, choice)
    assert [word.id for word in house.away.choose(maja(house), choice).words] == ["geslo"]


def test_a_topic_is_taken_along_as_a_deck_that_names_nobody(house: House) -> None:
    session = amra(house)
    choice = WordChoice("topic", "zdravje")

    along = house.away.choose(session, choice, "en")

    assert along.title == "Zdravje"
    assert len(along.words) == len(house.pack.topics["zdravje"])
    assert house.away.deck(session, choice, "en")[:2] == b"PK"
    assert learner(house).name not in along.title + along.key


def test_a_word_somebody_recorded_is_heard_in_the_deck(house: House) -> None:
    house.voices.keep(maja(house), "zdravnik", tone())

    made = house.away.deck(maja(house), WordChoice("topic", "zdravje"), "en")

    with zipfile.ZipFile(io.BytesIO(made)) as package:
        media = json.loads(package.read("media"))
        [number] = [key for key, name in media.items() if name.startswith("korak-koraki-zdravnik.")]
        assert len(package.read(number)) > 500
