# SPDX-License-Identifier: GPL-3.0-or-later
"""Games can be played to their end, and taken back."""

from hypothesis import given
from hypothesis import strategies as st

from korak.learning.games import BINGO_SIDE, bingo_cards, memory_of, round_of

WORDS = [f"beseda {number}" for number in range(14)]


def test_every_word_is_drawn_once_and_can_be_taken_back() -> None:
    game = round_of(WORDS, "1")
    drawn = [game.now]
    while game.drawn < len(game.words):
        game = game.tell().onward()
        drawn.append(game.now)

    assert sorted(drawn) == sorted(WORDS)
    assert game.onward().over
    assert game.back().now == drawn[-2]
    assert round_of(WORDS, "1") == round_of(WORDS, "1") != round_of(WORDS, "2")


@given(places=st.lists(st.integers(-1, 20), max_size=80))
def test_no_turn_of_a_memory_card_does_harm(places: list[int]) -> None:
    game = memory_of(WORDS, 8, "1")
    for place in places:
        before = game
        game = game.turn(place)
        assert before.found <= game.found
        assert len(game.open) <= 2


def test_a_picture_and_its_word_stay_open() -> None:
    game = memory_of(WORDS, 6, "1")
    for word in {card.word for card in game.cards}:
        one, other = (place for place, card in enumerate(game.cards) if card.word == word)
        assert game.cards[one].is_picture != game.cards[other].is_picture
        game = game.turn(one).turn(other)
        assert game.is_open(one)

    assert game.over


def test_two_different_cards_are_turned_back_with_the_next() -> None:
    game = memory_of(WORDS, 6, "1")
    one = 0
    other = next(place for place, card in enumerate(game.cards) if card.word != game.cards[0].word)
    third = next(place for place in range(12) if place not in (one, other))

    after = game.turn(one).turn(other).turn(third)

    assert not after.is_open(one)
    assert after.is_open(third)


def test_bingo_cards_have_nine_different_pictures_and_differ() -> None:
    cards = bingo_cards(WORDS, 20, "1")

    assert len({frozenset(card) for card in cards}) == 20
    assert all(len(set(card)) == BINGO_SIDE**2 for card in cards)
    assert bingo_cards(WORDS[:8], 4, "1") == ()
