# SPDX-License-Identifier: GPL-3.0-or-later
"""Results through the real services: codes apart from names, frozen periods, who may see what."""

import dataclasses
from datetime import date

import pytest
from tests.services.making import Place, amra, learner, maja, refused
from tests.services.small_bank import small_bank

from korak.assessment.centre_result import Period
from korak.assessment.group_result import Caution
from korak.assessment.learner_result import Comparison
from korak.assessment.sitting import Mode, Occasion
from korak.centre.codes import is_code
from korak.centre.people import Session
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.results import initials
from korak.services.sittings import Entry


@pytest.fixture
def house(place: Place) -> House:
    place.read_bank = small_bank
    made, _code = place.create()
    return made


def group_id(house: House) -> str:
    return house.sign_in.groups()[0].id


def on_paper(house: House, trainer: Session, person: str, occasion: Occasion, mark: int) -> None:
    """A whole sitting entered from paper."""
    record = house.sittings.plan(trainer, person, occasion, Mode.PAPER)
    for item in record.items:
        right = getattr(house.sittings.item(item.id), "right", "")
        entry = {
            "task": Entry(mark=mark),
            "self": Entry(code="2"),
            "then": Entry(code="0"),
            "exit": Entry(code="yes"),
        }.get(item.kind.value, Entry(code=right if isinstance(right, str) else right.text))
        house.sittings.enter(trainer, record.id, item.id, entry)
    house.sittings.close(trainer, record.id)


def test_everybody_has_a_random_code_that_stays(house: House) -> None:
    trainer = maja(house)
    people = [person.id for person in house.people.learners(trainer, group_id(house))]
    first = house.results.codes(trainer, people)
    assert len(set(first.values())) == len(people) == 3
    assert all(is_code(code) and code.startswith("LVZ-") for code in first.values())
    assert house.results.codes(trainer, people) == first
    for person, code in first.items():
        assert house.results.person_of(trainer, code) == person
    with refused(FaultKind.NOT_FOUND):
        house.results.person_of(trainer, "LVZ-222222")


def test_a_learner_sees_the_own_result_and_nobody_else_s(house: House) -> None:
    trainer, me, other = maja(house), amra(house), learner(house, "Blerta")
    on_paper(house, trainer, me.person_id, Occasion.PRE, 2)
    result = house.results.learner(me, me.person_id)
    assert result == house.results.learner(trainer, me.person_id)
    assert result.comparison is Comparison.NO_AFTER
    with refused(FaultKind.NOT_ALLOWED):
        house.results.learner(me, other.id)
    for asked in (house.results.group, house.results.codes):
        with refused(FaultKind.NOT_ALLOWED):
            asked(me, group_id(house))
    with refused(FaultKind.NOT_FOUND):
        house.results.learner(trainer, "nobody")


def test_a_group_without_any_sitting_is_told_and_not_a_fault(house: House) -> None:
    result = house.results.group(maja(house), group_id(house))
    assert (result.n_registered, result.n_pre, result.n_paired) == (3, 0, 0)
    assert Caution.SMALL in result.cautions
    with refused(FaultKind.NOT_FOUND):
        house.results.group(maja(house), "nobody")


def test_two_sittings_on_paper_are_a_pair(house: House) -> None:
    trainer, person = maja(house), learner(house).id
    on_paper(house, trainer, person, Occasion.PRE, 1)
    on_paper(house, trainer, person, Occasion.POST, 3)
    result = house.results.learner(trainer, person)
    assert result.comparison is Comparison.YES
    assert result.before is not None
    assert result.after is not None
    # One task (4 points) and two recognition items: 3 of 6, then 5 of 6.
    assert (result.before.p, result.after.p) == (pytest.approx(50.0), pytest.approx(500 / 6))
    assert result.after.useful == "yes"
    texts = house.results.texts()
    assert texts.task("t1").title
    assert set(texts.statements) == {"s1", "s2", "s3"}


def test_a_report_is_frozen_and_its_period_cannot_be_cut_otherwise(house: House, place: Place) -> None:
    trainer = maja(house)
    on_paper(house, trainer, learner(house).id, Occasion.PRE, 1)
    autumn = Period(date(2026, 9, 1), date(2026, 12, 31))
    first = house.results.freeze(trainer, autumn)
    assert (first.version, len(first.participants)) == (1, 1)  # who never sat or came is no participant
    second = house.results.freeze(trainer, autumn)
    assert second.version == 2
    assert second.hidden == first.hidden
    with refused(FaultKind.PERIOD_OVERLAPS):
        house.results.freeze(trainer, dataclasses.replace(autumn, last=date(2026, 11, 30)))
    later = house.results.freeze(trainer, Period(date(2027, 1, 1), date(2027, 6, 30)))
    assert later.participants == ()
    assert [one.version for one in house.results.frozen(trainer)] == [1, 2, 1]


def test_initials_are_short() -> None:
    assert initials("Amra Primer") == "A. P."
    assert initials("đurđa") == "Đ."
    assert initials("") == ""
