# SPDX-License-Identifier: GPL-3.0-or-later
"""Mouse and keyboard, one movement at a time: what is wanted, how often, and what went beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from korak.content.lesson import HANDS, Hand
from korak.learning.attempt import Attempt

PRACTICE = "@hands"
"""What attempts of this practice name as their lesson; their station is the movement."""

_ROUNDS: dict[Hand, int] = {"click": 4, "double": 3, "right": 2, "drag": 3, "scroll": 2}
_TEXTS: dict[Hand, tuple[str, ...]] = {
    "letters": ("a", "m", "t", "dan", "vas"),
    "marks": ("č", "š", "ž", "čas", "šola", "žeton"),
}


@dataclass(frozen=True, slots=True)
class Drill:
    """One movement while it is practised; nothing is timed, and strays are only counted."""

    hand: Hand
    texts: tuple[str, ...] = ()  # what is to be typed, one after the other
    rounds: int = 1
    done: int = 0
    strayed: int = 0

    @property
    def over(self) -> bool:
        """Whether it was done as often as wanted."""
        return self.done >= self.rounds

    @property
    def wanted(self) -> str:
        """What is to be typed now; empty where nothing is typed, or it is over."""
        return self.texts[self.done] if self.done < len(self.texts) else ""

    def hit(self) -> "Drill":
        """It was done once more."""
        return self if self.over else replace(self, done=self.done + 1)

    def miss(self) -> "Drill":
        """It went beside the place."""
        return self if self.over else replace(self, strayed=self.strayed + 1)

    def typed(self, text: str) -> "Drill":
        """Something was typed; spaces at the ends and capitals make no difference."""
        wanted = self.wanted
        if wanted and text.strip().casefold() == wanted.casefold():
            return self.hit()
        return self


def drill(hand: Hand, name: str = "") -> Drill:
    """The drill of a movement; `name` is the learner's own, for typing it."""
    if hand == "name":
        return Drill(hand, (name.strip() or "Korak",))
    texts = _TEXTS.get(hand, ())
    return Drill(hand, texts, _ROUNDS.get(hand, len(texts)))


def practised(attempts: Iterable[Attempt]) -> frozenset[Hand]:
    """The movements somebody has done to the end."""
    stations = {attempt.station for attempt in attempts if attempt.lesson == PRACTICE}
    return frozenset(hand for hand in HANDS if hand in stations)
