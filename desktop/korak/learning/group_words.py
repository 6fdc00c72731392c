# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words a group finds hard, and what is taken for what."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from korak.content.words import Words
from korak.learning.memory import PRACTICE, read_station

_FEWEST = 2  # answers before a word is called hard


class WordAnswer(NamedTuple):
    """What counts of one answer: whose, where, what was given, what became of it."""

    person: str
    lesson: str
    station: str
    kind: str
    result: str
    given: str


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word that went wrong: with how many of those who practised it, and how often."""

    word: str
    people: int  # with so many it went wrong at least once
    of: int  # so many practised it
    wrong: int
    answers: int

    @property
    def share(self) -> float:
        """The share (0 to 1) of answers that were wrong."""
        return self.wrong / self.answers


@dataclass(frozen=True, slots=True)
class Confusion:
    """One thing taken for another: two words of the course, or a word and how it was written."""

    word: str
    given: str  # as it was written or chosen; for another word of the course, its lemma
    other: str  # the id of that other word; empty: a spelling
    people: int
    times: int


@dataclass(frozen=True, slots=True)
class GroupWords:
    """What a group's answers say about words, the hardest and the most common first."""

    hard: tuple[HardWord, ...]
    confusions: tuple[Confusion, ...]
    without_carons: int  # so many people leave carons out


def group_words(
    answers: Iterable[WordAnswer], stations: Mapping[tuple[str, str], Sequence[str]], words: Words
) -> GroupWords:
    """Fold the answers of a group; `stations` names the words of each exercise of a lesson.

    A word is hard when at least one of two answers or more went wrong; harder are those that more people
    missed, then those with the larger share. Meeting a word (flash card) is no answer.
    """
    tried: dict[str, Counter[str]] = {}
    missed: dict[str, Counter[str]] = {}
    taken: dict[tuple[str, str, str], Counter[str]] = {}
    bare: set[str] = set()
    for answer in answers:
        asked = _asked(answer, stations)
        if answer.result == "diacritics":
            bare.add(answer.person)
        for word in asked:
            if word not in words:
                continue
            tried.setdefault(word, Counter())[answer.person] += 1
            if answer.result == "wrong":
                missed.setdefault(word, Counter())[answer.person] += 1
                if (took := _taken(word, answer, words)) is not None:
                    taken.setdefault(took, Counter())[answer.person] += 1
    hard = [
        HardWord(word, len(who), len(tried[word]), who.total(), tried[word].total())
        for word, who in missed.items()
        if tried[word].total() >= _FEWEST
    ]
    found = [Confusion(*took, len(who), who.total()) for took, who in taken.items()]
    return GroupWords(tuple(sorted(hard, key=_hardest)), tuple(sorted(found, key=_most_common)), len(bare))


def _asked(answer: WordAnswer, stations: Mapping[tuple[str, str], Sequence[str]]) -> Sequence[str]:
    if answer.lesson != PRACTICE:
        return stations.get((answer.lesson, answer.station), ())
    practised = read_station(answer.station)
    return () if practised is None or practised.kind == "flash" else (practised.word,)


def _taken(word: str, answer: WordAnswer, words: Words) -> tuple[str, str, str] | None:
    """What the word was taken for, where one answer tells it."""
    given = answer.given.strip()
    if not given or answer.kind in ("match", "sort", "flash", "speak") or len(given) > 40:
        return None
    other = words.find(given)
    if other is None:
        return word, given, ""
    return None if other.id == word else (word, other.lemma, other.id)


def _hardest(one: HardWord) -> tuple[int, float, int, str]:
    return -one.people, -one.share, -one.wrong, one.word


def _most_common(one: Confusion) -> tuple[int, int, str, str]:
    return -one.people, -one.times, one.word, one.given
