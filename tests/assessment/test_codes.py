# SPDX-License-Identifier: GPL-3.0-or-later
"""Learner codes: random, readable, and a slip of one sign is told."""

import random

import pytest

from korak.centre.codes import ALPHABET, check_sign, is_code, new_code, prefix_of


def test_a_centre_gives_its_codes_three_letters() -> None:
    assert prefix_of("Ljudska univerza Jesenice") == "LUJ"
    assert prefix_of("Cene Štupar") == "CST"
    assert prefix_of("Šola") == "SOL"
    assert prefix_of("") == "KRK"


def test_the_alphabet_has_28_signs_that_are_not_mistaken_for_each_other() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 28
    assert not set("01OILAEIU") & set(ALPHABET)


@pytest.mark.parametrize("seed", range(5))
def test_any_one_wrong_sign_is_found(seed: int) -> None:
    dice = random.Random(seed)
    code = new_code("LUJ", dice.randrange)
    assert is_code(code)
    assert is_code(code.lower())
    for place in range(4, len(code)):
        for other in ALPHABET:
            if other != code[place]:
                assert not is_code(code[:place] + other + code[place + 1 :])


def test_most_swapped_neighbours_are_found() -> None:
    dice, missed, tried = random.Random(1), 0, 0
    for _turn in range(300):
        drawn = "".join(dice.choices(ALPHABET, k=5))
        for place in range(4):
            swapped = drawn[:place] + drawn[place + 1] + drawn[place] + drawn[place + 2 :]
            tried += swapped != drawn
            missed += swapped != drawn and check_sign(swapped) == check_sign(drawn)
    assert missed < 0.01 * tried


@pytest.mark.parametrize("text", ["", "LUJ", "LUJ-", "LUJ-7K3Q", "LUJ-OOOOOO", "-7K3QFD", "čšž-12"])
def test_what_is_no_code_is_refused(text: str) -> None:
    assert not is_code(text)
