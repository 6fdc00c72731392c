# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice session is kept as it happens, and goes on at the same exercise after the power was cut."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from tests.services.making import OTHER_PIN, Place, amra, learner, maja, refused

from korak.centre.programmes import Programme
from korak.content.exercise import Need
from korak.content.lesson import WordsStep
from korak.learning.attempt import Attempt
from korak.learning.memory import PRACTICE, Practised, station
from korak.learning.session import SECONDS, TIMES, Came
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.words import SessionRun

EVERYTHING = frozenset({Need.VOICE, Need.OWN_LANGUAGE})


@pytest.fixture
def house(place: Place) -> House:
    place.ring.works = True
    made, _ = place.create()
    return made


def run_through(house: House, place: Place, seconds: float = 12.0) -> list[SessionRun]:
    """Answer everything rightly until the session is over; return every stop."""
    session = amra(house)
    stops = [house.words.begin(session, EVERYTHING)]
    while not stops[-1].over:
        run = stops[-1]
        assert run.exercise is not None
        place.clock.forward(seconds)
        answered = house.words.answer(session, run, run.exercise.model(), seconds=seconds)
        stops.append(house.words.onward(session, answered.run))
    return stops


def test_a_session_begins_with_hearing_and_never_asks_the_same_word_twice_in_a_row(
    house: House, place: Place
) -> None:
    stops = run_through(house, place)
    words = [run.word.id for run in stops if run.word]

    assert stops[0].exercise is not None
    assert stops[0].exercise.kind == "flash"
    assert all(one != other for one, other in pairwise(words))
    assert max(words.count(word) for word in words) <= TIMES


def test_a_session_ends_after_ten_minutes_of_active_time(house: House, place: Place) -> None:
    stops = run_through(house, place, seconds=100.0)

    assert stops[-1].seconds == pytest.approx(SECONDS)
    assert len(stops) == 7


def test_every_answer_is_on_the_disk_and_the_same_exercise_comes_again(house: House, place: Place) -> None:
    session = amra(house)
    run = house.words.begin(session, EVERYTHING)
    for _ in range(9):
        assert run.exercise is not None
        place.clock.forward(10)
        run = house.words.onward(
            session, house.words.answer(session, run, run.exercise.model(), seconds=10.0).run
        )

    place.close()
    again = place.keep(place.vault().open())
    resumed = again.words.begin(amra(again), EVERYTHING)

    assert (resumed.id, resumed.number, resumed.word, resumed.exercise, resumed.seed) == (
        run.id,
        run.number,
        run.word,
        run.exercise,
        run.seed,
    )
    assert len(resumed.asked) == 9


def test_a_second_try_after_a_power_cut_is_still_a_second_try(house: House, place: Place) -> None:
    session = amra(house)
    run = house.words.begin(session, EVERYTHING)
    while run.exercise is None or run.exercise.kind == "flash":
        assert run.exercise is not None
        place.clock.forward(5)
        run = house.words.onward(session, house.words.answer(session, run, run.exercise.model()).run)
    place.clock.forward(5)
    house.words.answer(session, run, "nekaj drugega", seconds=5.0)

    place.close()
    again = place.keep(place.vault().open())
    resumed = again.words.begin(amra(again), EVERYTHING)
    assert resumed.exercise == run.exercise
    assert resumed.retry
    place.clock.forward(5)
    answered = again.words.answer(amra(again), resumed, run.exercise.model(), seconds=5.0)

    assert answered.attempt.help == 2
    assert len(answered.run.asked) == len(run.asked) + 1


def test_the_summary_names_new_words_and_a_finished_session_is_not_gone_on_with(
    house: House, place: Place
) -> None:
    stops = run_through(house, place)
    session = amra(house)
    summary = house.words.finish(session, stops[-1])

    assert summary.of(Came.NEW)
    assert not summary.of(Came.FIRMER)
    assert house.words.begin(session, EVERYTHING).id != stops[-1].id


def test_the_next_day_what_was_new_sits_firmer(house: House, place: Place) -> None:
    house.words.finish(amra(house), run_through(house, place)[-1])
    place.clock.forward(4 * 86400)
    summary = house.words.finish(amra(house), run_through(house, place)[-1])

    assert summary.of(Came.FIRMER)


def test_the_words_of_todays_lesson_come_first(house: House, place: Place) -> None:
    session = amra(house)
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    step = next(one for one in lesson.stations() if isinstance(one.step, WordsStep))
    house.lessons.go_to(session, lesson.id, step.key)
    house.lessons.passed(session, lesson.id, step.key)
    run = house.words.begin(session, EVERYTHING)

    assert run.word is not None
    assert run.word.id == lesson.words[0]
    assert run.exercise is not None
    assert run.exercise.kind == "choose_picture"


def test_a_recording_of_a_word_is_enough_to_listen_to_it(house: House) -> None:
    """A computer with recordings and without a Slovenian voice: what is recorded is listened to."""
    session = amra(house)
    lemma = house.pack.words["vloga"].lemma
    run = house.words.begin(session, frozenset(), {lemma}.__contains__)
    found = house.words._exercise(run, "vloga", 0, "listen")
    assert found is not None
    assert found.exercise is not None
    assert found.exercise.heard() == lemma
    assert house.words._exercise(run, "geslo", 0, "listen") is None
    assert house.words._exercise(house.words.begin(session, frozenset()), "vloga", 0, "listen") is None


def test_without_a_voice_nothing_has_to_be_heard(house: House, place: Place) -> None:
    session = amra(house)
    run = house.words.begin(session, frozenset())
    while run.exercise is not None:
        assert not run.exercise.needs
        place.clock.forward(5)
        answered = house.words.answer(session, run, run.exercise.model(), seconds=5.0)
        run = house.words.onward(session, answered.run)


def test_a_skipped_word_does_not_come_back_today(house: House, place: Place) -> None:
    session = amra(house)
    run = house.words.begin(session, EVERYTHING)
    first = run.word
    seen = []
    run = house.words.onward(session, run)
    while run.exercise is not None:
        seen.append(run.word)
        place.clock.forward(30)
        answered = house.words.answer(session, run, run.exercise.model(), seconds=30.0)
        run = house.words.onward(session, answered.run)

    assert first not in seen


def test_nobody_practises_in_anothers_name_or_sees_what_they_know(house: House, place: Place) -> None:
    run = house.words.begin(amra(house), EVERYTHING)
    other = house.sign_in.pin(learner(house, "Beni").id, OTHER_PIN)
    assert run.exercise is not None

    with refused(FaultKind.NOT_ALLOWED):
        house.words.answer(other, run, run.exercise.model())
    with refused(FaultKind.NOT_ALLOWED):
        house.words.known(other, learner(house).id)
    assert house.words.known(maja(house), learner(house).id) == {}


def test_facts_merged_from_before_are_remembered_as_if_they_had_always_been_here(
    house: House, place: Place
) -> None:
    session = amra(house)
    run_through(house, place)
    before = house.words.known(session, session.person_id)
    word = next(iter(before))
    early = Attempt(
        id="0" * 8,
        device=house.device.id,
        at=datetime(2026, 10, 1, 9, tzinfo=UTC),
        person=session.person_id,
        pack=house.pack.id,
        pack_version="1",
        lesson=PRACTICE,
        station=station(Practised("earlier", 0, word, "gap")),
        kind="gap",
        result="exact",
    )
    house.words._store.add_attempts([early])  # what a merge does

    after = house.words.known(session, session.person_id)
    assert after[word].exercises == before[word].exercises + 1
    assert after[word].stability != before[word].stability


def test_no_word_is_due_after_the_course_of_the_group_or_else_of_its_programme(
    house: House, place: Place
) -> None:
    session, group = amra(house), house.sign_in.groups()[0].id
    for day in range(6):
        run = house.words.begin(session, EVERYTHING)
        while run.exercise is not None and run.seconds < 500:
            run = house.words.answer(session, run, run.exercise.model(), seconds=20.0).run
            run = house.words.onward(session, run)
        house.words.finish(session, run)
        place.clock.forward(86_400 * (day + 1))
    today = place.clock.now().date()
    far = max(one.due for one in house.words.known(session, session.person_id).values() if one.due)
    assert far > today + timedelta(days=3)

    made = house.programmes.add(
        maja(house), Programme("", "Tečaj", begins=today, ends=today + timedelta(days=3))
    )
    house.programmes.put_group(maja(house), group, made.id)
    assert house.trainer.course_end(maja(house), group) is None
    latest = max(one.due for one in house.words.known(session, session.person_id).values() if one.due)
    assert latest == today + timedelta(days=3)

    house.trainer.set_course_end(maja(house), group, today + timedelta(days=1))
    latest = max(one.due for one in house.words.known(session, session.person_id).values() if one.due)
    assert latest == today + timedelta(days=1)
    house.trainer.set_course_end(maja(house), group, None)
    assert house.words.known(session, session.person_id)
