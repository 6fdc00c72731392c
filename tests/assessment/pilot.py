# SPDX-License-Identifier: GPL-3.0-or-later
"""Sittings written in one line each, for the tests of results and sheets; the people are invented."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from korak.assessment.group_result import Attendance, GroupResult, LeftReason, Member
from korak.assessment.learner_result import learner_result
from korak.assessment.sitting import (
    Accommodation,
    AccommodationKind,
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

MARCH, JUNE = datetime(2026, 3, 4, 9, 0, tzinfo=UTC), datetime(2026, 6, 17, 9, 0, tzinfo=UTC)
BANK = BankMark(version="1.0", sha256="0" * 64)
TASKS = {
    "T1": (Area.D0, 1, ("open-folder", "open-file", "save-as", "right-name")),
    "T2": (Area.D1, 1, ("open-portal", "use-menu", "right-answer")),
    "T3": (Area.D2, 2, ("reply", "attach", "send")),
    "T4": (Area.D5, 2, ("open-login", "password", "code", "log-out")),
    "T5": (Area.D3, 2, ("fields", "date", "upload", "submit")),
    "T6": (Area.D5, 3, ("review", "sign", "submit", "receipt")),
    "T7": (Area.D4, 2, ()),
    "T8": (Area.D5, 4, ("find-reason", "fix-file", "resubmit")),
}
RECOGNITION = {"R1": Area.D0, "R2": Area.D1, "R3": Area.D1, "R4": Area.D2, "R5": Area.D3, "R6": Area.D4,
               "R7": Area.D4, "R8": Area.D4}  # fmt: skip
OWN = [Area.D1, Area.D2, Area.D3, Area.D4, Area.D5]


def items(form: Form) -> tuple[SittingItem, ...]:
    """The blueprint of one form (assessment.md §1.2)."""
    mark = form.value.lower()
    tasks = [
        SittingItem(
            f"{name.lower()}-{mark}", name, 1, _kind(name), area, level, 4, name in ("T1", "T3", "T7")
        )
        for name, (area, level, _steps) in TASKS.items()
    ]
    seen = [
        SittingItem(f"{name.lower()}-{mark}", name, 1, ItemKind.RECOGNITION, area, 2, 1)
        for name, area in RECOGNITION.items()
    ]
    own = [
        SittingItem(f"s{place + 1}", f"s{place + 1}", 1, ItemKind.SELF, OWN[place // 3], 2, 2, anchor=True)
        for place in range(15)
    ]
    words = [SittingItem(f"v{n}-{mark}", f"v{n}", 1, ItemKind.VOCAB, Area.V, 1, 1) for n in range(1, 17)]
    return (*tasks, *seen, *own, *words)


def after_items(form: Form) -> tuple[SittingItem, ...]:
    """The same and what is asked at the end only."""
    then = [
        SittingItem(f"then-{n}", f"s{n}", 1, ItemKind.THEN, OWN[(n - 1) // 3], 2, 2)
        for n in (2, 5, 8, 11, 14)
    ]
    return (*items(form), *then, SittingItem("exit-1", "useful", 1, ItemKind.EXIT, Area.D5, 1, 0))


def _kind(name: str) -> ItemKind:
    return ItemKind.JUDGEMENT if name == "T7" else ItemKind.TASK


class Taker:
    """Answers a form with so much ability (logits, about -3 to 3); the same seed gives the same sitting."""

    def __init__(self, ability: float, seed: int) -> None:
        self._ability = ability
        self._dice = random.Random(seed)
        self._seed = seed

    def sit(self, person: str, occasion: Occasion, order: Order, **changes: Any) -> SittingRecord:
        """One whole sitting."""
        start = {Occasion.PRE: MARCH, Occasion.POST: JUNE}.get(occasion, JUNE + timedelta(weeks=9))
        start += timedelta(minutes=self._seed % 7 * 10)
        form = order.form(occasion)
        asked = after_items(form) if occasion is Occasion.POST else items(form)
        mode = changes.get("mode", Mode.PC)
        answers = tuple(self._answer(item, start, number, mode) for number, item in enumerate(asked))
        fields: dict[str, Any] = {
            "id": f"{person}-{occasion.value}",
            "person": person,
            "group": "group-1",
            "occasion": occasion,
            "form": form,
            "order": order,
            "mode": Mode.PC,
            "started_at": start,
            "ended_at": start + timedelta(minutes=52),
            "bank": BANK,
            "items": asked,
            "answers": answers,
            "device": "pc-1",
            "seconds": 3120.0,
        }
        return SittingRecord(**(fields | changes))

    def _answer(self, item: SittingItem, start: datetime, number: int, mode: Mode) -> ItemAnswer:
        fields: dict[str, Any] = {
            "id": f"{item.id}-{number}",
            "item": item.id,
            "at": start + timedelta(seconds=50 * number),
            "device": "pc-1",
            "seconds": float(self._dice.randint(20, 260)),
        }
        if item.kind is ItemKind.TASK and mode.by_hand:
            fields["marked"] = min(
                3, sum(self._succeeds(level) for level in range(item.level, item.level + 4))
            )
        elif item.kind is ItemKind.TASK:
            fields["steps"] = tuple(self._step(step, item.level) for step in TASKS[item.template][2])
        elif item.kind is ItemKind.JUDGEMENT:
            fields["right"] = 3 + sum(self._succeeds(level) for level in (1, 2, 3))
        elif item.kind in (ItemKind.SELF, ItemKind.THEN):
            fields["code"] = self._own(item.kind)
        elif item.kind is ItemKind.EXIT:
            fields["code"] = self._dice.choice(("yes", "yes", "yes", "partly", "no"))
        else:
            fields["right"] = int(self._succeeds(item.level))
        return ItemAnswer(**fields)

    def _step(self, name: str, level: int) -> StepLog:
        if self._succeeds(level - 1):
            return StepLog(name, done=True, errors=self._dice.randint(0, 2), seconds=20)
        helped = self._dice.choice((2, 3, 0))
        return StepLog(name, done=helped > 0, help=helped, errors=2, seconds=55)

    def _own(self, kind: ItemKind) -> str:
        shift = self._ability - (1.0 if kind is ItemKind.THEN else 0.0)
        if shift < -1.0 and self._dice.random() < 0.4:
            return "NT"
        return str(min(2, max(0, round(self._dice.gauss(1 + shift / 2, 0.6)))))

    def _succeeds(self, level: int) -> bool:
        return self._dice.random() < 1 / (1 + 2.7 ** -(self._ability - (level - 2) * 0.7))


def sitting(person: str, occasion: Occasion, order: Order = Order.AB, ability: float = 0.0, seed: int = 1,
            **changes: Any) -> SittingRecord:  # fmt: skip
    """One sitting in one line."""
    return Taker(ability, seed).sit(person, occasion, order, **changes)


def member(number: int, gain: float = 1.2, **changes: Any) -> Member:
    """Somebody with both measurements; the person gets better by so much."""
    person, order = f"person-{number}", (Order.AB, Order.BA)[number % 2]
    start = -1.6 + (number * 7 % 11) / 5
    records = [
        sitting(person, Occasion.PRE, order, start, number * 2),
        sitting(person, Occasion.POST, order, start + gain + (number % 3 - 1) * 0.6, number * 2 + 1),
    ]
    fields: dict[str, Any] = {
        "person": person,
        "result": learner_result(f"LUJ-{number:02}", records),
        "initials": f"{chr(65 + number)}. {chr(77 + number % 10)}.",
        "attendance": Attendance(60 * (40 + number % 5 * 4), 60 * 60, MARCH.date(), JUNE.date()),
    }
    return Member(**(fields | changes))


def group(size: int, **changes: Any) -> GroupResult:
    """A group in which everybody stayed."""
    fields: dict[str, Any] = {
        "code": "JES-1",
        "name": "Jesenice 1",
        "members": tuple(map(member, range(size))),
    }
    return GroupResult(**(fields | changes))


def jesenice() -> GroupResult:
    """Twelve people: two left, one sat on paper first, some used their own language once."""
    people = list(map(member, range(9)))
    for number, reason in ((9, LeftReason.MOVED_AWAY), (10, LeftReason.WORK)):
        order = (Order.AB, Order.BA)[number % 2]
        before = sitting(f"person-{number}", Occasion.PRE, order, -1.0, number)
        people.append(member(number, result=learner_result(f"LUJ-{number:02}", [before]), left=reason))
    paper = sitting("person-11", Occasion.PRE, Order.BA, -1.0, 11, mode=Mode.PAPER)
    heard = (Accommodation(AccommodationKind.L1_AUDIO),)
    after = sitting("person-11", Occasion.POST, Order.BA, 0.5, 12, accommodations=heard)
    people.append(member(11, result=learner_result("LUJ-11", [paper, after])))
    return GroupResult("JES-1", "Jesenice 1", tuple(people))


__all__ = ["ItemStatus", "group", "items", "jesenice", "member", "sitting"]
