# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.assessment.sittings import START, record

from korak.assessment.allocation import FOLLOWUP_AFTER, Chosen, Refused, Wish, choose, order_of
from korak.assessment.sitting import Form, Occasion, Order, SittingRecord

NOW = START + timedelta(days=90)


def taken(occasion: Occasion, form: Form, day: int = 0, **changes: object) -> SittingRecord:
    began = START + timedelta(days=day)
    return replace(
        record(occasion=occasion, form=form, started_at=began, ended_at=began + timedelta(hours=1)),
        **changes,  # type: ignore[arg-type]
    )


@given(some.integers(0, 2**31), some.integers(0, 60))
def test_the_orders_differ_by_one_person_at_most_however_many_have_come(seed: int, people: int) -> None:
    orders = [order_of(number, seed) for number in range(people)]
    for so_far in range(people + 1):
        of = orders[:so_far]
        assert abs(of.count(Order.AB) - of.count(Order.BA)) <= 1


@given(some.integers(0, 2**31))
def test_a_seed_gives_the_same_orders_on_every_machine(seed: int) -> None:
    assert [order_of(n, seed) for n in range(20)] == [order_of(n, seed) for n in range(20)]


def test_the_coin_is_no_constant() -> None:
    assert {order_of(0, seed) for seed in range(20)} == set(Order)
    assert {order_of(2 * block, 7) for block in range(20)} == set(Order)
    assert [order_of(number, 20261102).value for number in range(6)] == ["AB", "BA", "BA", "AB", "AB", "BA"]


@pytest.mark.parametrize("order", list(Order))
def test_the_post_takes_the_form_the_pre_did_not_have(order: Order) -> None:
    first = choose(Occasion.PRE, order, (), NOW)
    assert first == Chosen(Form(order.value[0]))
    for had in Form:  # also when the pre was forced
        assert choose(Occasion.POST, order, [taken(Occasion.PRE, had)], NOW) == Chosen(had.other)


def test_a_post_without_a_pre_is_possible() -> None:
    assert choose(Occasion.POST, Order.AB, (), NOW) == Chosen(Form.B)


def test_another_form_needs_a_reason_and_is_flagged() -> None:
    assert choose(Occasion.PRE, Order.AB, (), NOW, Wish(Form.B)) is Refused.NO_REASON
    assert choose(Occasion.PRE, Order.AB, (), NOW, Wish(Form.B, "  ")) is Refused.NO_REASON
    forced = choose(Occasion.PRE, Order.AB, (), NOW, Wish(Form.B, "saw form A over a shoulder"))
    assert forced == Chosen(Form.B, forced="saw form A over a shoulder")
    assert choose(Occasion.PRE, Order.AB, (), NOW, Wish(Form.A)) == Chosen(Form.A)


def test_the_same_form_twice_is_refused_or_flagged() -> None:
    before = [taken(Occasion.PRE, Form.A)]
    found = choose(Occasion.POST, Order.AB, before, NOW, Wish(Form.A, "form B is not printed"))
    assert found == Chosen(Form.A, "form B is not printed", "form B is not printed")
    assert choose(Occasion.POST, Order.AB, before, NOW, Wish(Form.A)) is Refused.NO_REASON
    both = [*before, taken(Occasion.FOLLOWUP, Form.B, 1)]
    assert choose(Occasion.POST, Order.AB, both, NOW) is Refused.SAME_FORM


def test_an_occasion_is_taken_once_unless_there_is_a_reason() -> None:
    before = [taken(Occasion.PRE, Form.A)]
    assert choose(Occasion.PRE, Order.AB, before, NOW) is Refused.TAKEN
    again = choose(Occasion.PRE, Order.AB, before, NOW, Wish(reason="the mouse was broken"))
    assert again == Chosen(Form.A, repeated="the mouse was broken")
    put_aside = [replace(before[0], void="power cut")]
    assert choose(Occasion.PRE, Order.AB, put_aside, NOW) == Chosen(Form.A)


def test_an_open_sitting_is_continued_and_no_second_one_begun() -> None:
    open_one = [replace(taken(Occasion.PRE, Form.A), ended_at=None)]
    wish = Wish(reason="whatever")
    assert choose(Occasion.POST, Order.AB, open_one, NOW, wish) is Refused.OPEN


def test_the_follow_up_comes_eight_weeks_later_with_the_form_of_the_pre() -> None:
    before = [taken(Occasion.PRE, Form.B), taken(Occasion.POST, Form.A, 60)]
    ended = before[-1].ended_at
    assert ended is not None
    early, due = ended + FOLLOWUP_AFTER - timedelta(seconds=1), ended + FOLLOWUP_AFTER
    assert choose(Occasion.FOLLOWUP, Order.BA, before, early) is Refused.TOO_EARLY
    assert choose(Occasion.FOLLOWUP, Order.BA, before, due) == Chosen(Form.B)
    moved = choose(Occasion.FOLLOWUP, Order.BA, before, early, Wish(reason="moves away"))
    assert moved == Chosen(Form.B, repeated="moves away")
