# SPDX-License-Identifier: GPL-3.0-or-later
from hypothesis import given
from hypothesis import strategies as st

from korak.storage import recovery

places = st.integers(0, recovery.LENGTH - 1)
characters = st.sampled_from(recovery.ALPHABET)
codes = st.builds(lambda _: recovery.new_code(), st.integers())


def test_a_code_is_printed_in_six_groups_of_four() -> None:
    assert [len(group) for group in recovery.new_code().split("-")] == [4] * 6


def test_no_two_codes_are_alike() -> None:
    assert len({recovery.new_code() for _ in range(500)}) == 500


def test_nothing_in_it_looks_like_something_else() -> None:
    assert not set("01ILO") & set(recovery.ALPHABET)
    assert len(recovery.ALPHABET) == 31


@given(codes)
def test_a_printed_code_is_read_back_however_it_is_spaced(code: str) -> None:
    plain = code.replace("-", "")
    for typed in (code, plain, code.lower(), f"  {code.replace('-', ' ')}\n", code.replace("-", "–")):
        assert recovery.read(typed) == plain


@given(codes, places, characters)
def test_one_wrong_character_is_noticed(code: str, place: int, character: str) -> None:
    plain = code.replace("-", "")
    typed = plain[:place] + character + plain[place + 1 :]
    assert recovery.read(typed) == (plain if character == plain[place] else None)


@given(codes, places, places)
def test_two_characters_that_changed_places_are_noticed(code: str, one: int, other: int) -> None:
    plain = list(code.replace("-", ""))
    swapped = plain.copy()
    swapped[one], swapped[other] = swapped[other], swapped[one]
    typed = "".join(swapped)
    assert recovery.read(typed) == ("".join(plain) if swapped == plain else None)


@given(codes, places)
def test_a_missing_or_doubled_character_is_noticed(code: str, place: int) -> None:
    plain = code.replace("-", "")
    assert recovery.read(plain[:place] + plain[place + 1 :]) is None
    assert recovery.read(plain[:place] + plain[place] + plain[place:]) is None


@given(st.text(max_size=40))
def test_anything_else_is_no_code_and_no_fault(typed: str) -> None:
    found = recovery.read(typed)
    assert found is None or len(found) == recovery.LENGTH
