# SPDX-License-Identifier: GPL-3.0-or-later
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from tests.storage.making import AMRA, ARBEN, DEVICE, GROUP, MAJA, START, attempt, make, opened

from korak.centre.doors import Guard
from korak.centre.people import Role
from korak.storage import tables
from korak.storage.rows import Line, Place, Run, Visit
from korak.storage.store import FINISHED, Store

RUN = Run(
    "run-1", DEVICE.id, "amra", "koraki", "1", "zdravnik", "naloga:guide", "zdravnik", "guide", 7, START
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    make(tmp_path)
    opened_store = opened(tmp_path)
    yield opened_store
    opened_store.close()


def test_a_fact_comes_back_as_it_was_written(store: Store) -> None:
    fact = attempt(1, mode="guide", kind="task", result="reached", score=0.75, help=2, errors=3, seconds=61.4)
    store.add_attempt(fact)
    assert store.attempts("amra") == (fact,)
    assert store.attempts("amra", "another-lesson") == ()
    assert store.attempts("arben") == ()


def test_facts_come_in_the_order_they_happened(store: Store) -> None:
    store.add_attempts([attempt(3), attempt(1), attempt(2, "arben")])
    assert [fact.id for fact in store.attempts("amra")] == ["attempt-1", "attempt-3"]
    since = store.attempts_since(["amra", "arben"], START + timedelta(seconds=2))
    assert [fact.id for fact in since] == ["attempt-2", "attempt-3"]


def test_the_same_fact_twice_is_one_fact(store: Store) -> None:
    store.add_attempts([attempt(1), attempt(2)])
    store.add_attempts([attempt(2), attempt(3)])
    assert store.attempt_count() == 3


def test_nothing_changes_a_fact(store: Store) -> None:
    store.add_attempt(attempt(1))
    with pytest.raises(DBAPIError, match="append-only"):
        store.write(tables.attempt.update().values(score=0.0))
    assert store.attempts("amra")[0].score == 1.0


def test_a_fact_of_nobody_is_refused(store: Store) -> None:
    with pytest.raises(DBAPIError, match="FOREIGN KEY"):
        store.add_attempt(attempt(1, "nobody"))


def test_a_fault_inside_several_writes_keeps_none_of_them(store: Store) -> None:
    def write_two() -> None:
        with store.together():
            store.add_attempt(attempt(1))
            store.add_attempt(attempt(1))

    with pytest.raises(DBAPIError):
        write_two()
    assert store.attempt_count() == 0
    store.add_attempt(attempt(2))
    assert store.attempt_count() == 1


def test_names_of_people_do_not_get_into_the_words_of_a_database_error(store: Store) -> None:
    with pytest.raises(DBAPIError) as caught:
        store.add_person(replace(AMRA, name="Secret Name"), START)
    assert "Secret Name" not in str(caught.value)


def test_learners_of_a_group_are_listed_by_name_without_those_put_away(store: Store) -> None:
    assert store.learners(GROUP.id) == (AMRA, ARBEN)
    store.change_person(replace(AMRA, active=False), START)
    assert store.learners(GROUP.id) == (ARBEN,)
    assert [person.id for person in store.learners(GROUP.id, active=False)] == ["amra"]
    assert store.people(Role.TRAINER) == (MAJA,)
    assert store.person("nobody") is None


def test_who_leaves_a_group_is_no_longer_listed(store: Store) -> None:
    assert store.groups_of("amra") == (GROUP.id,)
    store.end_enrolments("amra", START)
    assert store.groups_of("amra") == ()
    assert store.learners(GROUP.id) == (ARBEN,)


def test_groups_can_be_changed_and_put_away(store: Store) -> None:
    assert store.groups() == (GROUP,)
    renamed = replace(GROUP, name="Jesenice A", active=False)
    assert store.change_group(renamed, START)
    assert store.groups() == ()
    assert store.groups(active=None) == (renamed,)
    assert not store.change_group(replace(GROUP, id="unknown"), START)


def test_a_pin_is_known_to_be_set_but_its_hash_is_kept_apart(store: Store) -> None:
    store.set_secret("amra", "hash", START)
    person = store.person("amra")
    assert person is not None
    assert person.pin_set
    assert "hash" not in repr(person)
    assert store.secret("amra") == "hash"
    store.forget_secret("amra")
    assert store.secret("amra") is None


def test_failures_at_a_door_are_remembered_until_they_are_cleared(store: Store) -> None:
    guard = Guard(4, START + timedelta(seconds=30))
    store.set_guard("amra", guard)
    assert store.guard("amra") == guard
    assert store.guard("arben") == Guard()
    store.set_secret("amra", "hash", START)
    assert store.guard("amra") == Guard()


def test_settings_can_be_set_again(store: Store) -> None:
    assert store.setting("idle_minutes") is None
    store.set_setting("idle_minutes", "5", START)
    store.set_setting("idle_minutes", "7", START)
    assert store.setting("idle_minutes") == "7"
    store.rename_centre("LU Drugi")
    assert store.centre_name() == "LU Drugi"


def test_the_place_in_each_lesson_is_the_last_one(store: Store) -> None:
    store.set_place(Place("amra", "a", "one", START))
    store.set_place(Place("amra", "b", "one", START + timedelta(seconds=1)))
    store.set_place(Place("amra", "a", "two", START + timedelta(seconds=2)))
    assert [(place.lesson, place.station) for place in store.places(["amra"])] == [("b", "one"), ("a", "two")]


def test_a_task_run_is_open_until_its_log_has_its_last_line(store: Store) -> None:
    store.add_run(RUN)
    lines = [Line(RUN.id, number, START, "do", f"press x/{number}", number + 0.5) for number in range(3)]
    for line in lines:
        store.add_line(line)
    assert store.open_run("amra", RUN.lesson, RUN.station) == RUN
    assert store.lines(RUN.id) == tuple(lines)
    assert store.lines_since(["amra"], START) == tuple((RUN, line) for line in lines)
    store.add_line(Line(RUN.id, 3, START, FINISHED, "", 9.0))
    assert store.open_run("amra", RUN.lesson, RUN.station) is None


def test_one_line_of_a_log_is_not_written_twice(store: Store) -> None:
    store.add_run(RUN)
    store.add_line(Line(RUN.id, 0, START, "do", "back", 0.0))
    with pytest.raises(DBAPIError):
        store.add_line(Line(RUN.id, 0, START, "do", "forward", 0.0))


def test_visits_are_listed_in_order(store: Store) -> None:
    first = Visit("v1", DEVICE.id, "amra", START, "in")
    second = Visit("v2", DEVICE.id, "amra", START + timedelta(minutes=1), "out")
    store.add_visits([second, first])
    assert store.visits(["amra"], START) == (first, second)
    assert store.visits(["amra"], START + timedelta(seconds=1)) == (second,)


def test_everything_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    make(tmp_path)
    store = opened(tmp_path)
    store.add_attempt(attempt(1))
    store.close()
    again = opened(tmp_path)
    assert again.attempts("amra") == (attempt(1),)
    assert again.device == DEVICE.id
    assert again.devices() == (DEVICE,)
    again.close()


def test_nothing_of_the_file_can_be_read_without_the_key(tmp_path: Path) -> None:
    make(tmp_path)
    store = opened(tmp_path)
    store.add_attempt(attempt(1))
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()
    for word in (b"SQLite", b"Amra", b"Nih", b"attempt", b"CREATE"):
        assert word not in content


@pytest.mark.parametrize(("portable", "journal", "beside"), [(False, "wal", True), (True, "delete", False)])
def test_a_stick_gets_no_second_file(tmp_path: Path, portable: bool, journal: str, beside: bool) -> None:
    make(tmp_path)
    store = opened(tmp_path, portable=portable)
    store.add_attempt(attempt(1))
    assert store._pragma("journal_mode") == journal
    assert store._pragma("synchronous") == 2  # FULL: on the disk before the answer is shown
    assert store._pragma("foreign_keys") == 1
    assert (tmp_path / "korak.db-wal").exists() is beside
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["korak.db"]
