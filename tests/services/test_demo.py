# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo is believable: whatever it stores could have happened."""

import json
from collections import Counter
from collections.abc import Callable

from tests.services.making import Place, pack

from korak.assessment.sitting import Form, Mode
from korak.centre.people import Session
from korak.content.lesson import Station
from korak.learning.attempt import NOT_PASSED, read_my_step, read_task_answer
from korak.learning.progress import is_finished, lesson_progress
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.services.house import House
from korak.services.judging import judge


def stations() -> dict[tuple[str, str], Station]:
    found = pack()
    return {
        (name, station.key): station for name in found.lessons for station in found.lessons[name].stations()
    }


def trainer(house: House) -> Session:
    return house.sign_in.trainer(DEMO_PASSPHRASE)


def dump(place: Place) -> list[object]:
    house = place.demo(2, 9, seed=7)
    store = house.people._store
    people = [person for group in store.groups() for person in store.learners(group.id)]
    return [
        store.groups(),
        people,
        [store.attempts(person.id) for person in people],
        store.places([p.id for p in people]),
    ]


def test_the_same_seed_makes_the_same_people(place: Place, another: Callable[[str], Place]) -> None:
    assert dump(place) == dump(another("again"))


def test_the_people_are_spread_over_the_groups(place: Place) -> None:
    house = place.demo(3, 20)
    sizes = [len(house.sign_in.tiles(group.id)) for group in house.sign_in.groups()]
    assert sorted(sizes) == [6, 7, 7]
    names = Counter(tile.name for group in house.sign_in.groups() for tile in house.sign_in.tiles(group.id))
    assert max(names.values()) == 1
    for group in house.sign_in.groups():
        pictures = [tile.picture for tile in house.sign_in.tiles(group.id)]
        assert len(set(pictures)) == len(pictures)


def test_everybody_comes_in_with_the_printed_pictures_and_passphrase(place: Place) -> None:
    house = place.demo(1, 12)
    for tile in house.sign_in.tiles(house.sign_in.groups()[0].id):
        house.sign_in.pin(tile.id, DEMO_PIN)
    trainer(house)


def test_what_is_stored_agrees_with_the_lessons(place: Place) -> None:
    house = place.demo(1, 12, attempts=60)
    store, known, course = house.people._store, stations(), pack()
    facts = [fact for person in store.learners(store.groups()[0].id) for fact in store.attempts(person.id)]
    assert len(facts) > 12 * 40
    for fact in facts:
        step = known[fact.lesson, fact.station].step
        assert fact.at <= place.clock.now()
        if fact.kind in {"choice", "match", "typed"}:
            given = json.loads(fact.answer)
            answer = tuple((left, right) for left, right in given) if isinstance(given, list) else given
            judged = judge(step, answer, course.words.forms)  # type: ignore[arg-type]
            assert (judged.kind, judged.result, judged.verdict.score) == (fact.kind, fact.result, fact.score)
        elif fact.kind == "task":
            assert [taken.step for taken in read_task_answer(fact.answer)] == [
                one.id
                for one in course.tasks[step.task].key_steps  # type: ignore[union-attr]
            ]
            assert all(taken.done for taken in read_task_answer(fact.answer)) is (fact.result == "reached")
        elif fact.kind == "my_step":
            said = read_my_step(fact.answer)
            assert set(said.can) <= set(step.can)  # type: ignore[union-attr]


def test_a_group_has_people_in_many_places(place: Place) -> None:
    house = place.demo(1, 24)
    rows = house.trainer.today(trainer(house), house.sign_in.groups()[0].id)
    assert len({row.state for row in rows}) >= 4
    first = pack().lessons[next(lesson for module in pack().course for lesson in module.lessons)]
    done = [lesson_progress(first, house.people._store.attempts(row.person.id)).done for row in rows]
    assert 0 < sum(done) < len(done)


def test_pictures_and_languages_are_known_ones(place: Place) -> None:
    from korak import i18n, paths

    house = place.demo(4, 100)
    for group in house.sign_in.groups():
        for tile in house.sign_in.tiles(group.id):
            assert (paths.assets() / "pictograms" / f"{tile.picture}.svg").exists(), tile.picture
            assert i18n.own_name(tile.language) != tile.language


def test_a_demo_with_meetings_has_a_calendar_and_attendance_that_could_have_happened(place: Place) -> None:
    house = place.keep(place.vault().create_demo(2, 30, 1, None, 9))
    session = trainer(house)
    first, _second = house.people.groups(session)
    entries = house.calendar.entries(session, first.id)
    assert len(entries) == 20
    matrix = house.attendance.of_group(session, first.id)
    assert len(matrix.meetings) == 9
    assert all(0 <= one.attended <= one.offered <= one.held for one in matrix.tallies.values())
    assert max(one.attended for one in matrix.tallies.values()) > 6 * 135
    at_hand = house.calendar.at_hand(session, first.id)
    assert at_hand is not None
    assert at_hand.number == 10
    (programme,) = house.programmes.all(session)
    assert house.programmes.counts(session) == {programme.id: 30}
    ((_person, reason, _day),) = house.enrolments.former(session, first.id)
    assert reason.value != "unknown"


def test_a_lesson_is_finished_by_its_stations_as_by_its_progress(place: Place) -> None:
    house = place.demo(1, 12, attempts=60)
    store = house.people._store
    people = [person.id for person in store.learners(store.groups()[0].id)]
    passed_at: dict[tuple[str, str], set[str]] = {}
    for person, name, station in store.passed_stations(people, NOT_PASSED):
        passed_at.setdefault((person, name), set()).add(station)
    found = {
        (person, name): (
            is_finished(lesson, passed_at.get((person, name), ())),
            lesson_progress(lesson, store.attempts(person, name)).done,
        )
        for person in people
        for name, lesson in house.pack.lessons.items()
    }
    assert all(by_stations == by_facts for by_stations, by_facts in found.values())
    assert {by_facts for _by_stations, by_facts in found.values()} == {True, False}


def test_a_demo_can_have_people_who_were_assessed_and_its_results_say_something(place: Place) -> None:
    house = place.keep(place.vault().create_demo(2, 24, 1, None, 8, assessed=True))
    session = trainer(house)
    groups = house.people.groups(session)
    first, second = (house.results.group(session, group.id) for group in groups)
    assert (first.n_pre, first.n_post, first.n_paired) == (7, 6, 6)
    assert (second.n_pre, second.n_post) == (4, 0)
    every = house.sittings.every(session)
    assert all(one.complete for one in every)
    assert {one.mode for one in every} == {Mode.PC, Mode.PAPER}
    assert {one.form for one in every} == {Form.A, Form.B}
    # They sat before the first meeting and now, and what they did can be seen again.
    one = first.paired[0].result
    assert one.before is not None
    assert one.after is not None
    assert one.after.day > one.before.day
    assert house.sittings.can_be_replayed(session, one.after.record.id)
    assert first.p.improved > first.p.declined


def test_a_demo_without_the_class_has_no_assessment(place: Place) -> None:
    house = place.demo()
    assert house.sittings.every(trainer(house)) == ()
