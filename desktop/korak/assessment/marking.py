# SPDX-License-Identifier: GPL-3.0-or-later
"""Marking by people: what a mark may be, and which tasks two people mark (assessment.md §3.6, §4).

A fifth of the tasks of every paper or oral sitting is marked twice. Which, the sitting's id decides, so
nobody chooses and every machine says the same.
"""

from hashlib import sha256
from math import ceil

from korak.assessment.sitting import PAPER_MOST, Mode, SittingItem, SittingRecord
from korak.assessment.taking import TASKS

TWICE = 0.2  # the share of tasks that two people mark
APART = 1  # marks that lie further apart are talked about


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


def far_apart(record: SittingRecord) -> tuple[str, ...]:
    """The tasks whose two marks differ so much that the two people should talk."""
    return tuple(
        answer.item
        for answer in record.last_answers().values()
        if answer.marked is not None
        and answer.second_mark is not None
        and abs(answer.marked - answer.second_mark) > APART
    )
