# SPDX-License-Identifier: GPL-3.0-or-later
"""Small true sittings for tests: one item list of the blueprint, answers made by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from korak.assessment.sitting import (
    Area,
    BankMark,
    Form,
    ItemAnswer,
    ItemKind,
    ItemStatus,
    Mode,
    Occasion,
    Order,
    SittingItem,
    SittingRecord,
    StepLog,
)

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
BANK = BankMark("test-1", "0" * 64)
TASK_AREAS = (Area.D0, Area.D1, Area.D2, Area.D5, Area.D3, Area.D5, Area.D4, Area.D5)
RECOGNITION_AREAS = (Area.D0, Area.D1, Area.D1, Area.D2, Area.D3, Area.D4, Area.D4, Area.D4)
OWN_AREAS = tuple(area for area in (Area.D1, Area.D2, Area.D3, Area.D4, Area.D5) for _ in range(3))


def item(kind: ItemKind, number: int, area: Area, most: int, level: int = 1) -> SittingItem:
    name = f"{kind.value}-{number}"
    return SittingItem(name, name, 1, kind, area, level, most)


TASKS = tuple(
    item(ItemKind.JUDGEMENT if number == 7 else ItemKind.TASK, number, area, 4, min(1 + number // 3, 4))
    for number, area in enumerate(TASK_AREAS, start=1)
)
RECOGNITION = tuple(
    item(ItemKind.RECOGNITION, number, area, 1) for number, area in enumerate(RECOGNITION_AREAS, start=1)
)
OWN = tuple(item(ItemKind.SELF, number, area, 2) for number, area in enumerate(OWN_AREAS, start=1))
VOCAB = tuple(item(ItemKind.VOCAB, number, Area.V, 1) for number in range(1, 17))
ITEMS = (*TASKS, *RECOGNITION, *OWN, *VOCAB)


def answer(item_id: str, number: int = 0, **changes: object) -> ItemAnswer:
    """An answer given `number` minutes after the start."""
    facts = ItemAnswer(
        id=f"{item_id}-{number}", item=item_id, at=START + timedelta(minutes=number), device="device-1"
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def all_right(items: Iterable[SittingItem] = ITEMS) -> tuple[ItemAnswer, ...]:
    """Everything done alone and right."""
    made: list[ItemAnswer] = []
    for one in items:
        match one.kind:
            case ItemKind.TASK:
                made.append(answer(one.id, steps=(StepLog("a", True), StepLog("b", True))))
            case ItemKind.JUDGEMENT:
                made.append(answer(one.id, right=6))
            case ItemKind.SELF | ItemKind.THEN:
                made.append(answer(one.id, code="2"))
            case _:
                made.append(answer(one.id, code="x", right=1))
    return tuple(made)


def record(answers: Iterable[ItemAnswer] = (), **changes: object) -> SittingRecord:
    """A sitting with these answers."""
    facts = SittingRecord(
        id="sitting-1",
        person="amra",
        group="group-1",
        occasion=Occasion.PRE,
        form=Form.A,
        order=Order.AB,
        mode=Mode.PC,
        started_at=START,
        bank=BANK,
        items=ITEMS,
        answers=tuple(answers),
        ended_at=START + timedelta(hours=1),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def stopped(item_id: str) -> ItemAnswer:
    return answer(item_id, status=ItemStatus.STOPPED)
