# SPDX-License-Identifier: GPL-3.0-or-later
"""Games for the projector: bingo, memory, who says it first. A seed decides about chance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

BINGO_SIDE = 3
"""A bingo card has three rows of three pictures: few enough for people who read slowly."""


@dataclass(frozen=True, slots=True)
class Round:
    """Words drawn one after the other, each once: bingo, and who says it first."""

    words: tuple[str, ...]  # in the order they are drawn
    drawn: int = 1  # so many are out; the last of them is the one in hand
    told: bool = False  # the word itself is shown, not only its picture

    @property
    def now(self) -> str:
        """The word in hand."""
        return self.words[self.drawn - 1]

    @property
    def out(self) -> tuple[str, ...]:
        """The words drawn so far, the latest last."""
        return self.words[: self.drawn]

    @property
    def over(self) -> bool:
        """Whether every word is out and told."""
        return self.drawn == len(self.words) and self.told

    def tell(self) -> "Round":
        """Show the word."""
        return replace(self, told=True)

    def onward(self) -> "Round":
        """Draw the next word; after the last one nothing changes."""
        if self.drawn == len(self.words):
            return replace(self, told=True)
        return replace(self, drawn=self.drawn + 1, told=False)

    def back(self) -> "Round":
        """Take the last word back."""
        return replace(self, drawn=max(self.drawn - 1, 1), told=True)


@dataclass(frozen=True, slots=True)
class MemoryCard:
    """One card of the memory: the picture of a word, or the word."""

    word: str
    is_picture: bool


@dataclass(frozen=True, slots=True)
class MemoryGame:
    """Pictures and words face down; a picture and its word stay open."""

    cards: tuple[MemoryCard, ...]
    open: tuple[int, ...] = ()  # none, one or two cards in hand
    found: frozenset[str] = frozenset()
    turns: int = 0

    @property
    def over(self) -> bool:
        """Whether every pair is found."""
        return len(self.found) * 2 == len(self.cards)

    def is_open(self, place: int) -> bool:
        """Whether a card lies face up."""
        return place in self.open or self.cards[place].word in self.found

    def turn(self, place: int) -> "MemoryGame":
        """Turn a card; two different ones lying open are turned back first. An open card stays as it is."""
        if not 0 <= place < len(self.cards) or self.is_open(place):
            return self
        shown = self.open if len(self.open) < 2 else ()
        game = replace(self, open=(*shown, place), turns=self.turns + 1)
        if len(game.open) == 2:
            one, other = (game.cards[each] for each in game.open)
            if one.word == other.word:
                return replace(game, open=(), found=game.found | {one.word})
        return game


def round_of(words: Sequence[str], seed: str) -> Round:
    """All words in an order that depends on the seed; there must be at least one."""
    return Round(_mixed(words, f"round/{seed}"))


def memory_of(words: Sequence[str], pairs: int, seed: str) -> MemoryGame:
    """A memory with up to so many pairs."""
    chosen = _mixed(words, f"choose/{seed}")[:pairs]
    cards = [MemoryCard(word, is_picture) for word in chosen for is_picture in (True, False)]
    Random(f"cards/{seed}").shuffle(cards)  # noqa: S311 - a game
    return MemoryGame(tuple(cards))


def bingo_cards(words: Sequence[str], count: int, seed: str) -> tuple[tuple[str, ...], ...]:
    """So many cards of nine words, no two alike where the words allow it; none of fewer than nine words."""
    size = BINGO_SIDE * BINGO_SIDE
    if len(set(words)) < size:
        return ()
    chance = Random(f"bingo/{seed}")  # noqa: S311 - a game
    cards, seen = list[tuple[str, ...]](), set[frozenset[str]]()
    for _number in range(count):
        card = tuple(chance.sample(sorted(set(words)), size))
        for _try in range(50):
            if frozenset(card) not in seen:
                break
            card = tuple(chance.sample(sorted(set(words)), size))
        seen.add(frozenset(card))
        cards.append(card)
    return tuple(cards)


def _mixed(words: Sequence[str], seed: str) -> tuple[str, ...]:
    mixed = list(dict.fromkeys(words))
    Random(seed).shuffle(mixed)  # noqa: S311 - a game
    return tuple(mixed)
