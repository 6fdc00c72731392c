# SPDX-License-Identifier: GPL-3.0-or-later
"""What all kinds of exercise have in common: a question, a reason, and a judge that takes any answer.

An answer is a text, a tuple of texts or a tuple of pairs of texts. Whatever is handed in, no judge ever
raises: an answer of another shape than the kind asks for is simply not right.
"""

from abc import abstractmethod
from collections.abc import Container, Iterable, Sequence
from enum import Enum
from hashlib import sha256

from korak.content.letters import compare
from korak.content.part import Note, Part, PictureName, Sentence, WordName
from korak.content.verdict import Result, Verdict

Answer = str | tuple[str, ...] | tuple[tuple[str, str], ...]

SCORES = {Result.EXACT: 1.0, Result.DIACRITICS: 1.0, Result.TYPO: 1.0, Result.WRONG: 0.0}
"""The share of the points (0 to 1) that a written answer earns."""

_ORDER = tuple(SCORES)


class Need(Enum):
    """What must be at hand for a kind of exercise to make sense."""

    VOICE = "voice"  # somebody who says Slovenian aloud
    OWN_LANGUAGE = "own_language"  # a language of the learner beside Slovenian
    MICROPHONE = "microphone"  # something that hears the learner


class ExercisePart(Part, frozen=True, kw_only=True):
    """One exercise: each kind adds its own fields, its judge and its right answer."""

    id: str = ""
    ask: Sentence
    why: Sentence = ""
    picture: PictureName = ""
    words: tuple[WordName, ...] = ()  # the words of the pack that are practised here
    notes: Note = ""  # for the trainer, where the exercise stands in a lesson

    @property
    def kind(self) -> str:
        """The name of the kind, as authors write it and as attempts store it."""
        return str(self.__struct_config__.tag)

    @property
    def needs(self) -> frozenset[Need]:
        """What must be at hand for this exercise to make sense."""
        return frozenset()

    @abstractmethod
    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """What is to be said about an answer; `words` are real words, which are never slips of the finger."""

    @abstractmethod
    def model(self) -> Answer:
        """The right answer, in the shape the judge takes."""

    def simple(self, answer: Answer) -> str:
        """The answer as a short readable text."""
        return simple(answer)

    def heard(self) -> str:
        """The text that must be heard for the exercise to make sense, or nothing."""
        return ""

    def spoken(self) -> tuple[str, ...]:
        """The Slovenian texts that are heard in this exercise, for whoever prepares the sound."""
        return (self.ask,)


def simple(answer: Answer) -> str:
    """Any answer as one short readable line."""
    if isinstance(answer, str):
        return " ".join(answer.split())
    return "; ".join(one if isinstance(one, str) else " – ".join(one) for one in answer)


def shuffled(texts: Iterable[str], seed: str) -> tuple[str, ...]:
    """The texts in an order that depends on them and the seed alone; equal texts stay as many."""

    def place(numbered: tuple[int, str]) -> bytes:
        number, text = numbered
        return sha256(f"{seed}/{text}/{number}".encode()).digest()

    counted: dict[str, int] = {}
    marked: list[tuple[int, str]] = []
    for text in texts:
        counted[text] = counted.get(text, -1) + 1
        marked.append((counted[text], text))
    return tuple(text for _, text in sorted(marked, key=place))


def chosen(answer: Answer, right: str) -> Verdict:
    """The verdict on one option picked among several: right or not."""
    return whole(isinstance(answer, str) and answer == right, right)


def whole(right: bool, expected: str) -> Verdict:
    """The verdict on an answer that is right as a whole or not at all."""
    return Verdict(Result.EXACT if right else Result.WRONG, 1.0 if right else 0.0, expected)


def shared(parts: Sequence[bool], expected: str) -> Verdict:
    """The verdict on an answer of several parts; the score is the share of the right ones."""
    score = sum(parts) / len(parts) if parts else 1.0
    return Verdict(Result.EXACT if all(parts) else Result.WRONG, score, expected, parts=tuple(parts))


def written(answer: Answer, expected: str, also: Iterable[str] = (), words: Container[str] = ()) -> Verdict:
    """The verdict on something written: the kindest one over the expected text and its variants.

    The letters are compared by `korak.content.letters.compare` (tolerance rules: missing carons, one slip
    from four letters on, two from nine on, never another real word).
    """
    text = answer if isinstance(answer, str) else simple(answer)
    verdicts = [_written(text, one, words) for one in (expected, *also)]
    return min(verdicts, key=_kindness)


def _written(text: str, expected: str, words: Container[str]) -> Verdict:
    result, shown, differences = compare(expected, text, words)
    return Verdict(result, SCORES[result], shown, differences)


def _kindness(verdict: Verdict) -> int:
    return _ORDER.index(verdict.result)
