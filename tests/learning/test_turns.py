# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people share a lesson fairly, whatever the lesson is made of."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.services.making import pack

from korak.content.lesson import Station
from korak.learning.turns import PEOPLE, Way, beginner, turn, way_of

LESSONS = tuple(pack().lessons.values())
STATIONS = tuple(station for lesson in LESSONS for station in lesson.stations())
STRETCHES = st.lists(st.sampled_from(STATIONS), min_size=1, max_size=60)


def begun(stations: list[Station], *ways: Way) -> list[int]:
    """Who begins at each station of these ways."""
    return [beginner(stations, place) for place, one in enumerate(stations) if way_of(one) in ways]


def test_the_course_has_stations_of_every_way() -> None:
    assert {way_of(station) for station in STATIONS} >= {Way.BOTH, Way.TURN, Way.CARDS, Way.STEPS, Way.HALVES}


@given(STRETCHES)
def test_exercises_are_answered_in_turn(stations: list[Station]) -> None:
    turns = begun(stations, Way.TURN)
    assert all(one != other for one, other in pairwise(turns))


@given(STRETCHES)
def test_words_and_tasks_are_begun_in_turn(stations: list[Station]) -> None:
    turns = begun(stations, Way.CARDS, Way.STEPS, Way.HALVES)
    assert all(one != other for one, other in pairwise(turns))


@given(STRETCHES, st.integers(0, 59))
def test_nobody_gets_more_than_one_exercise_more_than_the_other(stations: list[Station], length: int) -> None:
    turns = begun(stations[: length + 1], Way.TURN)
    assert abs(turns.count(0) - turns.count(1)) <= 1


@given(STRETCHES, STRETCHES)
def test_turns_depend_only_on_what_came_before(stations: list[Station], later: list[Station]) -> None:
    whole = [*stations, *later]
    assert [beginner(stations, place) for place in range(len(stations))] == [
        beginner(whole, place) for place in range(len(stations))
    ]


@given(st.sampled_from([Way.CARDS, Way.STEPS, Way.HALVES]), st.sampled_from(PEOPLE), st.integers(1, 40))
def test_every_card_and_step_is_somebodys_and_the_halves_are_even(way: Way, begins: int, count: int) -> None:
    turns = [turn(way, begins, number, count) for number in range(count)]
    assert turns[0] == begins
    assert 0 <= turns.count(begins) - turns.count(1 - begins) <= 1


@given(st.sampled_from(PEOPLE), st.integers(1, 40))
def test_a_task_without_help_changes_hands_once(begins: int, count: int) -> None:
    turns = [turn(Way.HALVES, begins, number, count) for number in range(count)]
    assert sum(1 for one, other in pairwise(turns) if one != other) == min(count - 1, 1)


@given(st.sampled_from([Way.TURN, Way.BOTH, Way.EACH]), st.sampled_from(PEOPLE), st.integers(0, 40))
def test_an_exercise_stays_with_whoever_began_it(way: Way, begins: int, number: int) -> None:
    assert turn(way, begins, number, 41) == begins
