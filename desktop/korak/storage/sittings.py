# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of the assessment: consent, allocation, sittings, their answers, task runs and notes.

Everything is append-only but for what a learner asks to be deleted and the step logs, which go after a year.
A sitting's state is read from its notes; the bank it was taken with is kept once for each form and occasion.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, Select, Table, Text, func, select, text
from sqlalchemy.dialects.sqlite import insert

from korak.assessment.sitting import (
    Accommodation,
    AccommodationKind,
    BankMark,
    Form,
    ItemAnswer,
    ItemStatus,
    Mode,
    Occasion,
    Order,
    SittingItem,
    SittingRecord,
    StepLog,
)
from korak.storage.marks import MarkShelf
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

# What was agreed to; the last one of a person counts.
consent = Table(
    "consent",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("given", Flag, nullable=False),
    Column("language", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# A group's seed, and everybody's number in it; from both follows who takes which form first.
allocation_seed = Table(
    "allocation_seed",
    metadata,
    Column("group", Text, ForeignKey("course_group.id"), primary_key=True),
    Column("seed", Integer, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

allocation = Table(
    "allocation",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("form_order", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

bank_manifest = Table(
    "bank_manifest",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("occasion", Text, primary_key=True),
    Column("mark", Text, nullable=False),
    Column("asked", Text, nullable=False),
    sqlite_strict=True,
)

sitting = Table(
    "sitting",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False, index=True),
    Column("occasion", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("form_order", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("bank", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("assisted_by", Text, nullable=False),
    Column("forced", Text, nullable=False),
    Column("repeated", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("planned_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

sitting_answer = Table(
    "sitting_answer",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sitting", Text, ForeignKey("sitting.id"), nullable=False),
    Column("item", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("status", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("right", Integer),
    Column("steps", Text, nullable=False),
    Column("help", Integer, nullable=False),
    Column("critical", Flag, nullable=False),
    Column("marked", Integer),
    Column("second_mark", Integer),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("run", Text, nullable=False),
    Column("seconds", REAL, nullable=False),
    Index(None, "sitting", "at"),
    sqlite_strict=True,
)

# What happened around a sitting: begun, rested, went on, stopped, handed in, set aside.
sitting_note = Table(
    "sitting_note",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sitting", Text, ForeignKey("sitting.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index(None, "sitting", "at"),
    sqlite_strict=True,
)

accommodation = Table(
    "accommodation",
    metadata,
    Column("sitting", Text, ForeignKey("sitting.id"), primary_key=True),
    Column("item", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# A run of a task inside a sitting, and its log: the steps from which its points are computed.
sitting_run = Table(
    "sitting_run",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sitting", Text, ForeignKey("sitting.id"), nullable=False, index=True),
    Column("item", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("surface", Text, nullable=False),
    Column("seed", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("started_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

sitting_log = Table(
    "sitting_log",
    metadata,
    Column("run", Text, ForeignKey("sitting_run.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("seconds", REAL, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    for table in (
        "consent",
        "allocation_seed",
        "allocation",
        "bank_manifest",
        "sitting",
        "sitting_answer",
        "sitting_note",
        "accommodation",
        "sitting_run",
        "sitting_log",
    )
)

BEGUN, RESTED, WENT_ON, DECLINED, HANDED_IN, ASIDE, REFUSED, WARMED, LOOKED = (
    "begun",
    "rested",
    "went_on",
    "declined",
    "handed_in",
    "aside",
    "refused",
    "warmed",
    "looked",  # at an item gone back to; its text names the item, empty: at the first one without an answer
)
"""Kinds of notes; the last two end a sitting without a result: set aside by the trainer, not agreed to."""


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting as it was planned."""

    id: str
    person: str
    group: str
    occasion: str
    form: str
    form_order: str
    mode: str
    bank: str
    pack: str
    pack_version: str
    assisted_by: str
    forced: str
    repeated: str
    device: str
    planned_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """Something that happened around a sitting."""

    id: str
    sitting: str
    kind: str
    text: str
    by: str
    device: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RunRow:
    """The beginning of a task run."""

    id: str
    sitting: str
    item: str
    task: str
    surface: str
    seed: str
    pack_version: str
    device: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of a run's log; `seconds` count from the beginning of the run."""

    run: str
    number: int
    at: datetime
    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Allocated:
    """Somebody's place in the allocation of a group."""

    person: str
    group: str
    number: int
    order: Order


class SittingShelf:
    """Everything about sittings that is kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # ------------------------------------------------------------------ consent and allocation

    def add_consent(self, identity: str, person: str, given: bool, language: str, at: datetime) -> None:
        """Keep what somebody said to the assessment."""
        self._store.write(
            consent.insert(),
            {
                "id": identity,
                "person": person,
                "given": given,
                "language": language,
                "device": self._store.device,
                "at": at,
            },
        )

    def consent(self, person: str) -> bool | None:
        """Return what somebody said last; None: was not asked yet."""
        asked = select(consent.c.given).where(consent.c.person == person)
        found = self._store.rows(asked.order_by(consent.c.at.desc(), consent.c.id.desc()).limit(1))
        return bool(found[0].given) if found else None

    def seed(self, group: str) -> int | None:
        """Return the seed of a group's allocation."""
        found = self._store.rows(select(allocation_seed.c.seed).where(allocation_seed.c.group == group))
        return int(found[0].seed) if found else None

    def set_seed(self, group: str, seed: int, at: datetime) -> None:
        """Keep the seed of a group, once for ever."""
        values = {"group": group, "seed": seed, "device": self._store.device, "at": at}
        self._store.write(insert(allocation_seed).on_conflict_do_nothing(), values)

    def allocated(self, person: str) -> Allocated | None:
        """Return somebody's place, if they have one."""
        found = self._store.rows(select(allocation).where(allocation.c.person == person))
        if not found:
            return None
        return Allocated(found[0].person, found[0].group, found[0].number, Order(found[0].form_order))

    def allocated_in(self, group: str) -> int:
        """Return how many people of a group have a place."""
        asked = select(func.count()).select_from(allocation).where(allocation.c.group == group)
        return int(self._store.rows(asked)[0][0])

    def allocate(self, place: Allocated, at: datetime) -> None:
        """Give somebody a place."""
        self._store.write(
            allocation.insert(),
            {
                "person": place.person,
                "group": place.group,
                "number": place.number,
                "form_order": place.order.value,
                "device": self._store.device,
                "at": at,
            },
        )

    # ------------------------------------------------------------------ sittings

    def keep_bank(self, form: Form, occasion: Occasion, mark: BankMark, items: Sequence[SittingItem]) -> None:
        """Keep what of the bank a score depends on; once for each form and occasion."""
        values = {
            "sha256": mark.sha256,
            "form": form.value,
            "occasion": occasion.value,
            "mark": _text(mark),
            "asked": _text(tuple(items)),
        }
        self._store.write(insert(bank_manifest).on_conflict_do_nothing(), values)

    def newest_bank(self) -> str | None:
        """Return the version of the bank the last sitting was planned with."""
        asked = (
            select(bank_manifest)
            .join_from(sitting, bank_manifest, sitting.c.bank == bank_manifest.c.sha256)
            .order_by(sitting.c.planned_at.desc())
            .limit(1)
        )
        found = self._store.rows(asked)
        return _MARK.decode(found[0].mark).version if found else None

    def add(self, row: SittingRow) -> None:
        """Keep a new sitting."""
        self._store.write(sitting.insert(), _fields(row))

    def add_note(self, note: Note) -> None:
        """Keep what happened around a sitting."""
        self._store.write(sitting_note.insert(), _fields(note))
        self._store.facts_added += 1

    def add_answer(self, sitting_id: str, answer: ItemAnswer) -> None:
        """Keep an answer; it is on the disk when this returns."""
        values = {name: value for name, value in _fields(answer).items() if name != "agreed_mark"} | {
            "sitting": sitting_id,
            "status": answer.status.value,
            "steps": _text(answer.steps),
        }
        self._store.write(_ADD_ANSWER, values)
        self._store.facts_added += 1

    def add_accommodation(self, sitting_id: str, one: Accommodation, at: datetime) -> None:
        """Keep that something was made accessible; once is enough."""
        values = {
            "sitting": sitting_id,
            "item": one.item,
            "kind": one.kind.value,
            "device": self._store.device,
            "at": at,
        }
        self._store.write(insert(accommodation).on_conflict_do_nothing(), values)

    def record(self, sitting_id: str) -> SittingRecord | None:
        """Return one sitting with all its facts."""
        found = self._records(select(sitting).where(sitting.c.id == sitting_id))
        return found[0] if found else None

    def whose(self, sitting_id: str) -> tuple[str, bool] | None:
        """Return whose a sitting is, and whether it is still open."""
        found = self._store.rows(select(sitting.c.person).where(sitting.c.id == sitting_id))
        if not found:
            return None
        ends = select(sitting_note.c.id).where(
            sitting_note.c.sitting == sitting_id, sitting_note.c.kind.in_((HANDED_IN, ASIDE, REFUSED))
        )
        return str(found[0].person), not self._store.rows(ends.limit(1))

    def of_people(self, people: Iterable[str]) -> tuple[SittingRecord, ...]:
        """Return the sittings of several people, the oldest first."""
        return self._records(select(sitting).where(sitting.c.person.in_(tuple(people))))

    def of_group(self, group: str) -> tuple[SittingRecord, ...]:
        """Return the sittings that were planned in a group, the oldest first."""
        return self._records(select(sitting).where(sitting.c.group == group))

    def every(self) -> tuple[SittingRecord, ...]:
        """Return all sittings, the oldest first."""
        return self._records(select(sitting))

    def notes(self, sitting_id: str) -> tuple[Note, ...]:
        """Return what happened around a sitting, in order."""
        asked = select(sitting_note).where(sitting_note.c.sitting == sitting_id)
        return tuple(Note(*row) for row in self._store.rows(asked.order_by(sitting_note.c.at, text("rowid"))))

    def notes_since(self, people: Iterable[str], since: datetime) -> tuple[tuple[str, Note], ...]:
        """Return what happened around the sittings of people since a moment, in order, with the person."""
        asked = (
            select(sitting.c.person, sitting_note)
            .join_from(sitting, sitting_note, sitting_note.c.sitting == sitting.c.id)
            .where(sitting.c.person.in_(tuple(people)), sitting_note.c.at >= since)
            .order_by(sitting_note.c.at, sitting_note.c.id)
        )
        return tuple((str(person), Note(*note)) for person, *note in self._store.rows(asked))

    # ------------------------------------------------------------------ task runs

    def add_run(self, run: RunRow) -> None:
        """Keep the beginning of a task run."""
        self._store.write(sitting_run.insert(), _fields(run))

    def add_line(self, line: LogRow) -> None:
        """Keep one line of a run's log."""
        self._store.write(_ADD_LINE, _fields(line))
        self._store.facts_added += 1

    def run(self, run_id: str) -> RunRow | None:
        """Return one run."""
        found = self._store.rows(select(sitting_run).where(sitting_run.c.id == run_id))
        return RunRow(*found[0]) if found else None

    def last_run(self, sitting_id: str, item: str) -> RunRow | None:
        """Return the run of an item that was begun last."""
        asked = select(sitting_run).where(sitting_run.c.sitting == sitting_id, sitting_run.c.item == item)
        latest = asked.order_by(sitting_run.c.started_at.desc(), text("rowid DESC")).limit(1)
        found = self._store.rows(latest)
        return RunRow(*found[0]) if found else None

    def lines(self, run_id: str) -> tuple[LogRow, ...]:
        """Return the log of a run, in order."""
        asked = select(sitting_log).where(sitting_log.c.run == run_id).order_by(sitting_log.c.number)
        return tuple(LogRow(*row) for row in self._store.rows(asked))

    def times_given(self, items: Iterable[str]) -> Mapping[str, int]:
        """Return how often each item has been answered here."""
        item = sitting_answer.c.item
        asked: Any = select(item, func.count(sitting_answer.c.sitting.distinct())).group_by(item)
        found = self._store.rows(asked.where(item.in_(tuple(items))))
        return {str(name): int(count) for name, count in (tuple(row) for row in found)}

    def forget_logs(self, before: datetime) -> int:
        """Delete the step logs of runs begun before a moment; return how many lines went. Scores stay."""
        old = select(sitting_run.c.id).where(sitting_run.c.started_at < before)
        return self._store.write(sitting_log.delete().where(sitting_log.c.run.in_(old)))

    # ------------------------------------------------------------------ inside

    def _records(self, asked: Select[Any]) -> tuple[SittingRecord, ...]:
        with self._store.together():
            found = self._store.rows(asked.order_by(sitting.c.planned_at, text("rowid")))
            rows = [SittingRow(*row) for row in found]
            agreed = MarkShelf(self._store).of_sittings(row.id for row in rows if Mode(row.mode).by_hand)
            return tuple(self._record(row, agreed) for row in rows)

    def _record(self, row: SittingRow, agreed: Mapping[str, int]) -> SittingRecord:
        mark, items = self._bank(row)
        notes = self.notes(row.id)
        answers = self._answers(row.id, agreed)
        by_kind = {note.kind: note for note in notes}
        begun = next((note.at for note in notes if note.kind == BEGUN), row.planned_at)
        aside = by_kind.get(ASIDE) or by_kind.get(REFUSED)
        ended = by_kind.get(HANDED_IN)
        return SittingRecord(
            id=row.id,
            person=row.person,
            group=row.group,
            occasion=Occasion(row.occasion),
            form=Form(row.form),
            order=Order(row.form_order),
            mode=Mode(row.mode),
            started_at=begun,
            bank=mark,
            items=items,
            answers=answers,
            accommodations=self._accommodations(row.id),
            ended_at=None if ended is None else ended.at,
            device=row.device,
            assisted_by=row.assisted_by,
            forced=row.forced,
            repeated=row.repeated,
            void="" if aside is None else (aside.text or aside.kind),
            seconds=sum(answer.seconds for answer in answers),
        )

    def _bank(self, row: SittingRow) -> tuple[BankMark, tuple[SittingItem, ...]]:
        asked = select(bank_manifest).where(
            bank_manifest.c.sha256 == row.bank,
            bank_manifest.c.form == row.form,
            bank_manifest.c.occasion == row.occasion,
        )
        found = self._store.rows(asked)[0]
        return _MARK.decode(found.mark), _ITEMS.decode(found.asked)

    def _answers(self, sitting_id: str, agreed: Mapping[str, int]) -> tuple[ItemAnswer, ...]:
        a = sitting_answer.c
        asked = select(sitting_answer).where(a.sitting == sitting_id).order_by(a.at, text("rowid"))
        return tuple(
            ItemAnswer(
                id=row.id,
                item=row.item,
                at=row.at,
                device=row.device,
                status=ItemStatus(row.status),
                code=row.code,
                right=row.right,
                steps=_STEPS.decode(row.steps),
                help=row.help,
                critical=row.critical,
                marked=row.marked,
                second_mark=row.second_mark,
                agreed_mark=agreed.get(row.id),
                by=row.by,
                reason=row.reason,
                run=row.run,
                seconds=row.seconds,
            )
            for row in self._store.rows(asked)
        )

    def _accommodations(self, sitting_id: str) -> tuple[Accommodation, ...]:
        c = accommodation.c
        asked = select(accommodation).where(c.sitting == sitting_id).order_by(c.at, c.item, c.kind)
        return tuple(Accommodation(AccommodationKind(row.kind), row.item) for row in self._store.rows(asked))


_ADD_ANSWER = insert(sitting_answer)
_ADD_LINE = insert(sitting_log)
_MARK = msgspec.json.Decoder(BankMark)
_ITEMS = msgspec.json.Decoder(tuple[SittingItem, ...])
_STEPS = msgspec.json.Decoder(tuple[StepLog, ...])


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _fields(row: SittingRow | Note | RunRow | LogRow | ItemAnswer) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}
