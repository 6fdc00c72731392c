# SPDX-License-Identifier: GPL-3.0-or-later
"""How often a set of data was given, and that a retired one is given no more: through the real services."""

import pytest
from tests.services.making import Place, amra, maja, refused
from tests.services.small_bank import small_bank
from tests.services.test_sittings import begun, perform, planned, tasks_of

from korak.assessment.sitting import Mode
from korak.content.assessment import Performed
from korak.services.exposure import Given, printed_seeds
from korak.services.faults import FaultKind
from korak.services.house import House


@pytest.fixture
def house(place: Place) -> House:
    place.read_bank = small_bank
    found, _code = place.create()
    return found


def rows(house: House, item: str) -> dict[str, Given]:
    return {one.seed: one for one in house.exposure.table(maja(house)) if one.item == item}


def test_every_item_stands_in_the_table_and_a_task_once_for_each_set_of_data(house: House) -> None:
    table = house.exposure.table(maja(house))
    for item in house.sittings.bank.items.values():
        there = [one for one in table if one.item == item.id]
        assert len(there) == (item.surfaces if isinstance(item, Performed) else 1)
        assert all(one.times == 0 for one in there)
    kinds = [bool(one.seed) for one in table]
    assert kinds == sorted(kinds, reverse=True)  # tasks first


def test_a_task_that_was_begun_counts_for_its_set_of_data(house: House) -> None:
    session, record = begun(house)
    (task,) = tasks_of(record)
    run = house.sittings.begin_task(session, record.id, task)
    assert sum(one.times for one in rows(house, task).values()) == 1
    assert rows(house, task)[run.play.log.seed].times == 1
    perform(house.sittings, session, run)
    assert sum(one.times for one in rows(house, task).values()) == 1  # once a sitting, however it goes on


def test_a_retired_set_is_given_no_more_and_its_reason_stays(house: House) -> None:
    trainer = maja(house)
    _session, record = begun(house)
    (task,) = tasks_of(record)
    item = house.sittings.bank.items[task]
    assert isinstance(item, Performed)
    kept = item.seeds[-2:]
    for seed in item.seeds[:-2]:
        house.exposure.retire(trainer, task, seed, "Bila je na steni učilnice.")
    table = rows(house, task)
    assert [seed for seed, one in table.items() if one.retired] == list(item.seeds[:-2])
    assert {one.reason for one in table.values() if one.retired} == {"Bila je na steni učilnice."}
    for _ in range(12):
        _task, _surface, seed = house.sittings._surface(record, task)
        assert seed in kept
    house.exposure.retire(trainer, task, item.seeds[0], "Še enkrat.")
    assert rows(house, task)[item.seeds[0]].reason == "Bila je na steni učilnice."  # the first reason stays


def test_two_sets_of_data_always_stay(house: House) -> None:
    trainer = maja(house)
    (task,) = tasks_of(planned(house))
    item = house.sittings.bank.items[task]
    assert isinstance(item, Performed)
    for seed in item.seeds[:-2]:
        house.exposure.retire(trainer, task, seed, "znana")
    with refused(FaultKind.LAST_SURFACE):
        house.exposure.retire(trainer, task, item.seeds[-1], "znana")
    assert not rows(house, task)[item.seeds[-1]].retired


def test_retiring_needs_a_reason_a_trainer_and_a_set_that_exists(house: House) -> None:
    trainer = maja(house)
    (task,) = tasks_of(planned(house))
    with refused(FaultKind.REASON_MISSING):
        house.exposure.retire(trainer, task, "1", "  ")
    with refused(FaultKind.NOT_FOUND):
        house.exposure.retire(trainer, task, "99", "znana")
    with refused(FaultKind.NOT_FOUND):
        house.exposure.retire(trainer, "s1", "1", "znana")
    with refused(FaultKind.NOT_ALLOWED):
        house.exposure.retire(amra(house), task, "1", "znana")
    with refused(FaultKind.NOT_ALLOWED):
        house.exposure.table(amra(house))


def test_the_booklet_counts_and_prints_another_set_where_its_own_is_retired(place: Place) -> None:
    house, _code = place.create()  # the course's own bank: it has a paper version
    trainer = maja(house)
    bank = house.sittings.bank
    assert bank.paper is not None
    record = planned(house, mode=Mode.PAPER)
    form = record.form.value
    task = next(one for one in bank.items.values() if isinstance(one, Performed) and one.stands_in(form))
    assert rows(house, task.id)[bank.paper.seed].times == 1
    house.exposure.retire(trainer, task.id, bank.paper.seed, "znana")
    seeds = printed_seeds(bank.paper, bank.items, house.exposure._shelf.retired())
    assert seeds == {task.id: "1"}
    assert house.result_sheets.paper_pdf(trainer, form, "zvezek").startswith(b"%PDF")
