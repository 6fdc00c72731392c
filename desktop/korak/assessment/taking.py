# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through a sitting: which items, in which order, where to go on, when to offer to stop.

Where somebody is follows from the answers alone, so a crash, a pause or another day resume at the same item.
There is no time limit; after forty minutes the trainer gets a soft note that a break would do good.
"""

from collections.abc import Iterable, Sequence

from korak.assessment.sitting import (
    Area,
    ItemKind,
    ItemStatus,
    Occasion,
    SittingItem,
    SittingRecord,
    item_score,
)
from korak.content.assessment import (
    Assessment,
    Item,
    JudgementItem,
    Recognition,
    SelfReport,
    TaskItem,
    Vocabulary,
)

ZEROS = 3  # in a row, then the program kindly offers to stop
LONG_MINUTES = 40  # after which the trainer is told that a break would do good
THEN = "then:"  # what the id of a statement that looks back begins with
TASKS = frozenset({ItemKind.TASK, ItemKind.JUDGEMENT})

_PARTS = (
    ItemKind.TASK,
    ItemKind.RECOGNITION,
    ItemKind.SELF,
    ItemKind.VOCAB,
    ItemKind.THEN,
    ItemKind.EXIT,
)
_AREAS = tuple(Area)


def kind_of(item: Item) -> ItemKind:
    """What a sitting calls an item of the bank."""
    match item:
        case TaskItem():
            return ItemKind.TASK
        case JudgementItem():
            return ItemKind.JUDGEMENT
        case Recognition():
            return ItemKind.RECOGNITION
        case SelfReport():
            return ItemKind.SELF
        case Vocabulary():
            return ItemKind.VOCAB


def asked(bank: Assessment, form: str, occasion: Occasion) -> tuple[SittingItem, ...]:
    """The items of a form for an occasion, in the order they are asked; a post asks about the course too."""
    items = [_asked(item) for item in bank.form("A" if form == "A" else "B")]
    if occasion is Occasion.POST:
        items += [_looking_back(item) for item in bank.then_test()]
        items.append(_exit(bank.bank.exit.id))
    return in_order(items)


def _asked(item: Item) -> SittingItem:
    thresholds = item.difficulty.thresholds if item.difficulty is not None else ()
    return SittingItem(
        item.id,
        item.template,
        item.version,
        kind_of(item),
        Area(item.area),
        item.level,
        item.maximum,
        item.anchor,
        thresholds,
    )


def _looking_back(item: SelfReport) -> SittingItem:
    name = f"{THEN}{item.id}"
    area = Area(item.area)
    return SittingItem(name, item.template, item.version, ItemKind.THEN, area, item.level, item.maximum)


def _exit(name: str) -> SittingItem:
    return SittingItem(name, name, 1, ItemKind.EXIT, Area.D0, 1, 0)


def in_order(items: Iterable[SittingItem]) -> tuple[SittingItem, ...]:
    """Tasks, recognition, self-report, words, then what looks back; inside a part by area, easy to hard.

    The words keep the order of the bank: three kinds of question, each in one piece.
    """
    return tuple(sorted(items, key=_place))


def _place(item: SittingItem) -> tuple[int, int, int]:
    part = _PARTS.index(ItemKind.TASK if item.kind in TASKS else item.kind)
    if item.kind is ItemKind.VOCAB:
        return part, 0, 0
    return part, _AREAS.index(item.area), item.level


def current(record: SittingRecord) -> SittingItem | None:
    """The first item without an answer; None when all that is left is to hand in."""
    answered = record.last_answers()
    return next((item for item in record.items if item.id not in answered), None)


def position(record: SittingRecord, item_id: str) -> tuple[int, int]:
    """Which question of its part an item is (from 1), and how many there are."""
    item = next(one for one in record.items if one.id == item_id)
    part = [one.id for one in record.items if _same_part(one, item)]
    return part.index(item_id) + 1, len(part)


def _same_part(one: SittingItem, other: SittingItem) -> bool:
    return one.kind is other.kind or (one.kind in TASKS and other.kind in TASKS)


def wants_to_stop(record: SittingRecord) -> bool:
    """Whether to offer kindly to leave the other tasks: the last three in a row gave no point.

    Only tasks count: there the learner notices, and only they cost strength. After "no, go on" the question
    comes again when three more have failed.
    """
    scores = _task_scores(record)
    zeros = 0
    for score in reversed(scores):
        if score != 0:
            break
        zeros += 1
    return zeros > 0 and zeros % ZEROS == 0 and bool(left_tasks(record))


def _task_scores(record: SittingRecord) -> Sequence[int | None]:
    answers = record.last_answers()
    tasks = [item for item in record.items if item.kind in TASKS and item.id in answers]
    return [item_score(item, answers[item.id], record.mode) for item in tasks]


def left_tasks(record: SittingRecord) -> tuple[str, ...]:
    """The tasks nobody has answered yet: stopping leaves them out."""
    answered = record.last_answers()
    return tuple(item.id for item in record.items if item.kind in TASKS and item.id not in answered)


def may_change(record: SittingRecord, item_id: str) -> bool:
    """Whether an answer may still be changed: until all is handed in; a finished task stays as it is."""
    if record.ended_at is not None or record.void:
        return False
    item = next((one for one in record.items if one.id == item_id), None)
    if item is None:
        return False
    answer = record.last_answers().get(item_id)
    if item.kind not in TASKS or answer is None:
        return True
    return answer.status is not ItemStatus.COMPLETED


def progress(record: SittingRecord) -> tuple[int, int]:
    """How many items have an answer, and how many there are."""
    answered = record.last_answers()
    return sum(item.id in answered for item in record.items), len(record.items)


def is_long(seconds: float) -> bool:
    """Whether a break would do good."""
    return seconds >= LONG_MINUTES * 60
