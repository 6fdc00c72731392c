# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice session: which word comes next, how it is practised, when it is enough, what came of it.

A session is nothing but its attempts: what comes next follows from them and from what is remembered, so after
a power cut the same exercise comes again. The order of wishes:

1. a word that was missed in this session comes back after a while;
2. a word that was just met for the first time is met again soon;
3. what is due and the words of today's lesson, in turn;
4. words met in lessons that were never practised, a few of them;
5. what went well comes once or twice more, a little harder each time;
6. what is not due yet, while it can still be practised in a harder way.

No word comes twice in a row. A session ends after ten minutes of active time, or when there is nothing useful
left: nobody is kept busy.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import NamedTuple

from korak.learning.memory import RUNGS, TOP, Fact, Grade, Known, Practised, grade, read_station

SECONDS = 600.0
"""How long a session lasts: ten minutes of active time."""

NEW_WORDS = 8
"""So many words at most are met for the first time in one session."""

TIMES = 4
"""So often at most a word comes in one session, unless it is missed."""

_MOST = 5  # exercises with one word in a session, however they went
_APART = 3  # exercises between two of the same word, where there are others


class Done(NamedTuple):
    """One exercise of the session, with its last answer."""

    number: int
    word: str
    kind: str
    grade: Grade
    seconds: float
    settled: bool  # nothing more is to be tried at it


class Came(Enum):
    """What came of a word in a session."""

    NEW = "new"  # practised for the first time
    FIRMER = "firmer"  # right in the end
    AGAIN = "again"  # not right yet: it comes again


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be practised, each in order of importance: ids of words."""

    due: tuple[str, ...] = ()
    today: tuple[str, ...] = ()  # the words of today's lesson
    met: tuple[str, ...] = ()  # met in lessons, never practised
    low: tuple[str, ...] = ()  # not due yet, and not yet written freely; the lowest rung first


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a session; words in the order they came."""

    words: Mapping[str, Came]
    exercises: int
    seconds: float

    def of(self, came: Came) -> tuple[str, ...]:
        """The words something came of."""
        return tuple(word for word, how in self.words.items() if how is came)


def wishes(known: Mapping[str, Known], today: date, lesson: Sequence[str], met: Sequence[str]) -> Wishes:
    """What is to be practised on a day; `lesson` are the words of today's lesson, `met` all words of lessons.

    What is due comes with the least likely known first; equals by id.
    """
    due = [one for one in known.values() if one.due is not None and one.due <= today]
    due.sort(key=lambda one: (one.chance(today), one.word))
    fresh = [word for word in met if word not in known or known[word].last is None]
    reviewed = {one.word for one in known.values() if one.last == today}
    later = [one for one in known.values() if one.due is not None and one.due > today and one.rung < TOP]
    later.sort(key=lambda one: (one.rung, one.chance(today), one.word))
    return Wishes(
        tuple(one.word for one in due),
        tuple(word for word in dict.fromkeys(lesson) if word not in reviewed),
        tuple(word for word in dict.fromkeys(fresh) if word not in lesson),
        tuple(one.word for one in later if one.last != today),
    )


def following(asked: Sequence[Done], wished: Wishes, known: Mapping[str, Known]) -> str | None:
    """The word that comes next in a session, or None where nothing useful is left."""
    if sum(one.seconds for one in asked) >= SECONDS:
        return None
    ranked = _ranked(asked, wished, known)
    last = {one.word: place for place, one in enumerate(asked)}
    for apart in (_APART, 1):
        for word in ranked:
            if len(asked) - 1 - last.get(word, -len(asked) - _APART) >= apart:
                return word
    return None


def kinds_for(rung: int, turn: int) -> tuple[str, ...]:
    """The kinds of exercise for a word on a rung (0 to TOP), the most fitting first; `turn` varies equals."""
    nearest = sorted(range(TOP + 1), key=lambda one: (abs(one - rung), -one))
    if rung > 0:
        nearest.remove(0)
        nearest.append(0)
    return tuple(kind for one in nearest for kind in _turned(RUNGS[one], turn))


def exercises(facts: Iterable[Fact], run: str) -> tuple[Done, ...]:
    """The exercises of a session, from facts in order."""
    found: dict[int, Done] = {}
    for fact in facts:
        practised = read_station(fact.station)
        if practised is not None and practised.run == run:
            found[practised.number] = _done(found.get(practised.number), practised, fact)
    return tuple(found[number] for number in sorted(found))


def summary(asked: Sequence[Done], known: Mapping[str, Known]) -> Summary:
    """What came of a session; `known` is what is remembered now."""
    words: dict[str, Came] = {}
    new = _new(asked, known)
    for one in asked:
        if one.grade is Grade.AGAIN and one.kind != RUNGS[0][0]:
            words[one.word] = Came.AGAIN
        else:
            words[one.word] = Came.NEW if one.word in new else Came.FIRMER
    return Summary(words, len(asked), sum(one.seconds for one in asked))


def _done(earlier: Done | None, practised: Practised, fact: Fact) -> Done:
    got, seconds = grade(fact.kind, fact.result, fact.score, fact.help), fact.seconds
    if earlier is not None:
        got, seconds = min(got, Grade.HARD), seconds + earlier.seconds
    settled = fact.result == "exact" or earlier is not None or practised.kind in RUNGS[0]
    return Done(practised.number, practised.word, practised.kind, got, seconds, settled)


def _ranked(asked: Sequence[Done], wished: Wishes, known: Mapping[str, Known]) -> list[str]:
    """Every word that would be useful now, the most useful first."""
    latest = {one.word: one for one in asked}
    often = Counter(one.word for one in asked)
    back = [
        word
        for word, one in latest.items()
        if often[word] < _MOST and (_is_met_only(one) or one.grade is Grade.AGAIN)
    ]
    due = [word for word in wished.due if word not in often]
    room = max(NEW_WORDS - len(_new(asked, known)), 0)
    lesson = [word for word in wished.today if word not in often]
    fresh = [word for word in (*lesson, *wished.met) if word not in often and not _practised(known, word)]
    late = set(fresh[room:])
    lesson = [word for word in lesson if word not in late]
    met = [word for word in wished.met if word not in often and word not in late]
    climbing = sorted(
        (word for word, one in latest.items() if one.grade is not Grade.AGAIN and often[word] < TIMES),
        key=partial(_height, often, known),
    )
    low = [word for word in wished.low if word not in often]
    return list(dict.fromkeys((*back, *_in_turn(due, lesson), *met, *climbing, *low)))


def _new(asked: Sequence[Done], known: Mapping[str, Known]) -> set[str]:
    """The words practised for the first time in this session."""
    here = Counter(one.word for one in asked if not _is_met_only(one))
    return {one.word for one in asked if _exercises(known, one.word) <= here[one.word]}


def _height(often: Mapping[str, int], known: Mapping[str, Known], word: str) -> tuple[int, int]:
    return often[word], known[word].rung if word in known else 0


def _practised(known: Mapping[str, Known], word: str) -> bool:
    return word in known and known[word].last is not None


def _exercises(known: Mapping[str, Known], word: str) -> int:
    return known[word].exercises if word in known else 0


def _is_met_only(one: Done) -> bool:
    return one.kind in RUNGS[0]


def _in_turn(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Both lists in turn, each word once."""
    longest = max(len(one), len(other))
    both = (half[place] for place in range(longest) for half in (one, other) if place < len(half))
    return list(dict.fromkeys(both))


def _turned(kinds: Sequence[str], turn: int) -> tuple[str, ...]:
    start = turn % len(kinds)
    return (*kinds[start:], *kinds[:start])
