# SPDX-License-Identifier: GPL-3.0-or-later
"""Choice and match judge what is put before them, and shuffle by the seed alone."""

from hypothesis import given
from hypothesis import strategies as st

from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match, Pair
from korak.content.verdict import Result

CHOICE = Choice(id="kdo", ask="Kdo sme vedeti kodo?", right="Nihče.", wrong=("Sestra.", "Policist."))
MATCH = Match(
    id="pari",
    ask="Kaj spada skupaj?",
    pairs=(
        Pair(left="geslo", right="vem samo jaz"),
        Pair(left="koda", right="pride na telefon"),
        Pair(left="zadeva", right="o čem pišem"),
    ),
)


def test_the_right_choice_is_right_and_every_other_is_wrong() -> None:
    assert CHOICE.judge("Nihče.").result is Result.EXACT
    assert CHOICE.judge("Sestra.").result is Result.WRONG
    assert CHOICE.judge("kar koli").score == 0


def test_a_match_says_which_pairs_are_right() -> None:
    verdict = MATCH.judge(
        (("geslo", "vem samo jaz"), ("koda", "o čem pišem"), ("zadeva", "pride na telefon"))
    )
    assert verdict.parts == (True, False, False)
    assert verdict.score == 1 / 3
    assert verdict.result is Result.WRONG


def test_a_match_put_together_wholly_is_exact() -> None:
    answer = tuple((pair.left, pair.right) for pair in reversed(MATCH.pairs))
    assert MATCH.judge(answer).result is Result.EXACT
    assert MATCH.judge(()).score == 0


@given(st.text())
def test_options_hold_the_same_answers_in_an_order_of_the_seed(seed: str) -> None:
    assert CHOICE.options(seed) == CHOICE.options(seed)
    assert sorted(CHOICE.options(seed)) == sorted(("Nihče.", "Sestra.", "Policist."))
    assert sorted(MATCH.options(seed)) == sorted(pair.right for pair in MATCH.pairs)


def test_the_right_answer_has_no_place_of_its_own() -> None:
    assert len({CHOICE.options(str(seed)).index("Nihče.") for seed in range(40)}) == 3


@given(st.text())
def test_any_text_may_be_chosen(answer: str) -> None:
    assert CHOICE.judge(answer).accepted == (answer == "Nihče.")
    assert CHOICE.simple(answer) == answer


@given(st.lists(st.tuples(st.text(), st.text())))
def test_anything_may_be_matched(answer: list[tuple[str, str]]) -> None:
    assert 0 <= MATCH.judge(tuple(answer)).score <= 1
