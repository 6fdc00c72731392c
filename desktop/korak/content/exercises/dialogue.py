# SPDX-License-Identifier: GPL-3.0-or-later
"""A dialogue at the counter or on the telephone: what the other person says, and the reply to choose."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, shared, shuffled
from korak.content.part import Line, Part, PictureName, Sentence
from korak.content.verdict import Verdict


class Turn(Part, frozen=True, kw_only=True):
    """One thing the other person says, the reply that fits and some that do not."""

    says: Sentence
    right: Line
    wrong: tuple[Line, ...]


class Dialogue(ExercisePart, frozen=True, kw_only=True, tag="dialogue", tag_field="kind"):
    """A short talk; the answer lists the chosen replies, turn by turn."""

    speaker: Line  # who one talks to: Uslužbenka
    speaker_picture: PictureName = ""
    turns: tuple[Turn, ...]
    ends: Sentence = ""  # what the other person says at the end

    def options(self, turn: int, seed: str = "") -> tuple[str, ...]:
        """The replies of a turn (counted from 0), in an order that depends on the seed alone."""
        one = self.turns[turn]
        return shuffled((one.right, *one.wrong), f"{seed}/{self.id}/{turn}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """How many replies fit; the score is their share."""
        del words
        given = (answer,) if isinstance(answer, str) else answer
        parts = [place < len(given) and given[place] == turn.right for place, turn in enumerate(self.turns)]
        return shared(parts, "; ".join(self.model()))

    def model(self) -> tuple[str, ...]:
        """The reply that fits, for each turn."""
        return tuple(turn.right for turn in self.turns)

    def spoken(self) -> tuple[str, ...]:
        """Everything that is said."""
        texts = (text for turn in self.turns for text in (turn.says, turn.right, *turn.wrong))
        return tuple(text for text in (self.ask, *texts, self.ends) if text)
