# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice: one right answer among wrong ones, in words or pictures."""

from collections.abc import Container, Mapping
from hashlib import sha256

import msgspec

from korak.content.part import Line, Part, PictureName, Sentence
from korak.content.verdict import Result, Verdict


class Choice(Part, frozen=True, kw_only=True, tag="choice", tag_field="kind"):
    """A question with one right and some wrong answers."""

    id: str = ""
    ask: Sentence
    right: Line
    wrong: tuple[Line, ...]
    why: Sentence = ""
    picture: PictureName = ""
    pictures: Mapping[Line, PictureName] = msgspec.field(default_factory=dict[str, str])
    sound: bool = True

    def options(self, seed: str = "") -> tuple[str, ...]:
        """Every answer, in an order that depends on the seed alone."""

        def place(text: str) -> bytes:
            return sha256(f"{seed}/{self.id}/{text}".encode()).digest()

        return tuple(sorted((self.right, *self.wrong), key=place))

    def judge(self, answer: str, words: Container[str] = ()) -> Verdict:
        """Whether the chosen text is the right one."""
        del words
        right = answer == self.right
        return Verdict(Result.EXACT if right else Result.WRONG, 1.0 if right else 0.0, self.right)

    def simple(self, answer: str) -> str:
        """The answer as a short readable text."""
        return answer
