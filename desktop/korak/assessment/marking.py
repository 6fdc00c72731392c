# SPDX-License-Identifier: GPL-3.0-or-later
"""Marking by people: what a mark may be, and which tasks two people mark (assessment.md §3.6, §4).

A fifth of the tasks of every paper or oral sitting is marked twice. Which, the sitting's id decides, so
nobody chooses and every machine says the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from math import ceil

from korak.assessment.proportions import Share, wilson
from korak.assessment.sitting import PAPER_MOST, ItemAnswer, Mode, SittingItem, SittingRecord
from korak.assessment.taking import TASKS

TWICE = 0.2  # the share of tasks that two people mark
APART = 1  # marks that lie further apart are not close any more


def most(item: SittingItem, mode: Mode) -> int:
    """The highest mark of an item; a task on paper proves no acting alone."""
    return min(item.most, PAPER_MOST) if mode.by_hand and item.kind in TASKS else item.most


def is_mark(item: SittingItem, mode: Mode, mark: int) -> bool:
    """Whether a mark lies in the range of the item."""
    return 0 <= mark <= most(item, mode)


def marked_twice(record: SittingRecord) -> frozenset[str]:
    """The tasks of a sitting by hand that a second person marks too: a fifth, rounded up."""
    if not record.mode.by_hand:
        return frozenset()
    drawn = sorted(
        (sha256(f"{record.id}:{one.id}".encode()).digest(), one.id)
        for one in record.items
        if one.kind in TASKS
    )
    return frozenset(name for _, name in drawn[: ceil(TWICE * len(drawn))])


def to_mark_again(record: SittingRecord) -> tuple[str, ...]:
    """The tasks that still wait for their second mark, in the order they were asked."""
    answers = record.last_answers()
    twice = marked_twice(record)
    return tuple(
        one.id
        for one in record.items
        if one.id in twice
        and (answer := answers.get(one.id)) is not None
        and answer.marked is not None
        and answer.second_mark is None
    )


def differing(record: SittingRecord) -> tuple[str, ...]:
    """The tasks whose two marks differ, agreed on or not, in the order they were asked."""
    answers = record.last_answers()
    return tuple(
        one.id for one in record.items if (both := _both(answers.get(one.id))) and both[0] != both[1]
    )


def to_agree(record: SittingRecord) -> tuple[str, ...]:
    """The tasks whose two marks differ and that wait for an agreed mark."""
    answers = record.last_answers()
    return tuple(name for name in differing(record) if answers[name].agreed_mark is None)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two people who marked the same tasks agree; nothing is said of it where ``n`` is 0."""

    n: int = 0  # tasks with two marks
    equal: int = 0
    close: int = 0  # equal, or one point apart
    agreed: int = 0  # different marks that were talked about and agreed on

    @property
    def share(self) -> Share:
        """The share of equal marks, with its interval (Wilson)."""
        return wilson(self.equal, self.n)

    @property
    def open(self) -> int:
        """Different marks nobody has agreed on yet; the first mark counts until then."""
        return self.n - self.equal - self.agreed


def agreement(records: Iterable[SittingRecord]) -> Agreement:
    """Compare the two marks of every task that has both."""
    answers = [answer for record in records for answer in record.last_answers().values()]
    pairs = [(answer, both) for answer in answers if (both := _both(answer)) is not None]
    apart = [abs(first - second) for _answer, (first, second) in pairs]
    return Agreement(
        n=len(pairs),
        equal=sum(one == 0 for one in apart),
        close=sum(one <= APART for one in apart),
        agreed=sum(
            one.agreed_mark is not None for (one, _), far in zip(pairs, apart, strict=True) if far > 0
        ),
    )


def _both(answer: ItemAnswer | None) -> tuple[int, int] | None:
    if answer is None or answer.marked is None or answer.second_mark is None:
        return None
    return answer.marked, answer.second_mark
