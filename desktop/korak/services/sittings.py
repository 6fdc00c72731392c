# SPDX-License-Identifier: GPL-3.0-or-later
"""The assessment: plans sittings, keeps every answer before it is shown, lets people go on where they were.

Trainers plan, mark and enter; learners take their own sittings only. A sitting refers to the bank it was
planned with, and everything needed to score it is kept beside it.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

import msgspec

from korak.assessment import allocation, marking, taking
from korak.assessment.allocation import Chosen, Refused, Wish, order_of
from korak.assessment.scoring import SELF_POINTS
from korak.assessment.sitting import (
    Accommodation,
    AccommodationKind,
    BankMark,
    Exactness,
    Form,
    ItemAnswer,
    ItemKind,
    ItemStatus,
    Mode,
    Occasion,
    SittingItem,
    SittingRecord,
    StepLog,
)
from korak.centre.people import Person, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.assessment import (
    Assessment,
    Item,
    Option,
    Performed,
    Recognition,
    Reliability,
    Vocabulary,
)
from korak.content.faults import PackFaults
from korak.content.frozen import Frozen, Manifest, is_older
from korak.content.pack import Pack
from korak.practice import log, replaying
from korak.practice.actions import Action
from korak.practice.coach import Coach
from korak.practice.log import LEVELS, Play, TaskLog, TaskOutcome
from korak.practice.replaying import Moment
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.lessons import TaskRun
from korak.services.people import not_found
from korak.storage.exposure import ExposureShelf
from korak.storage.ids import new_id
from korak.storage.marks import MarkShelf
from korak.storage.sittings import (
    ASIDE,
    BEGUN,
    DECLINED,
    HANDED_IN,
    LOOKED,
    REFUSED,
    RESTED,
    WARMED,
    WENT_ON,
    Allocated,
    LogRow,
    Note,
    RunRow,
    SittingRow,
    SittingShelf,
)
from korak.storage.store import Store

WARM_UP = ""  # the item of a warm-up run: none
DO_NOT_KNOW = "?"  # the code of "Ne vem"
KEPT_LOGS = timedelta(days=365)
LONGEST = timedelta(hours=3)  # nobody works so long without a break

_CODES = {
    ItemKind.SELF: frozenset(SELF_POINTS),
    ItemKind.THEN: frozenset(SELF_POINTS),
    ItemKind.EXIT: frozenset({"yes", "partly", "no"}),
}
_REFUSED = {
    Refused.OPEN: FaultKind.SITTING_OPEN,
    Refused.TAKEN: FaultKind.SITTING_TAKEN,
    Refused.SAME_FORM: FaultKind.SAME_FORM,
    Refused.NO_REASON: FaultKind.REASON_MISSING,
    Refused.TOO_EARLY: FaultKind.TOO_EARLY,
}


@dataclass(frozen=True, slots=True)
class Planned:
    """What became of the plan for one person: a sitting, or why there is none."""

    person: Person
    record: SittingRecord | None
    fault: FaultKind | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody is with the assessment."""

    person: Person
    consent: bool | None
    records: tuple[SittingRecord, ...]

    def of(self, occasion: Occasion) -> SittingRecord | None:
        """The sitting of an occasion that counts, or the one that is open; None: there is none."""
        found = [one for one in self.records if one.occasion is occasion and not one.void]
        return found[-1] if found else None

    @property
    def open(self) -> SittingRecord | None:
        """The sitting that is open now."""
        return next((one for one in self.records if not one.void and one.ended_at is None), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found on a sheet of paper, or heard: a mark for a task, a code for everything else."""

    mark: int | None = None
    code: str = ""
    critical: bool = False


class Sittings:
    """What can be done with sittings."""

    def __init__(self, store: Store, read_bank: Callable[[], Pack], clock: Clock) -> None:
        self._store = store
        self._shelf = SittingShelf(store)
        self._marks = MarkShelf(store)
        self._read_bank = read_bank
        self._clock = clock
        self._coaches: dict[tuple[str, str], Coach] = {}

    # ------------------------------------------------------------------ the bank

    @cached_property
    def pack(self) -> Pack:
        """The course with its bank: the tasks of both."""
        try:
            pack = self._read_bank()
        except PackFaults as faults:
            raise ServiceFault(FaultKind.BANK_FAULTY, {"items": str(len(faults.faults))}) from faults
        if pack.assessment is None:
            raise ServiceFault(FaultKind.BANK_MISSING, {"pack": pack.id})
        return pack

    @property
    def bank(self) -> Assessment:
        """The bank; BANK_MISSING where the course has none, BANK_FAULTY where it cannot be read."""
        bank = self.pack.assessment
        if bank is None:
            raise ServiceFault(FaultKind.BANK_MISSING, {"pack": self.pack.id})
        return bank

    @cached_property
    def mark_of_bank(self) -> BankMark:
        """What of the bank is kept with every sitting; BANK_FAULTY where a fixed item was changed."""
        frozen = Frozen(self.pack, self.bank)
        changed = frozen.changed()
        if changed:
            details = {"version": self.bank.version, "items": ", ".join(changed)}
            raise ServiceFault(FaultKind.BANK_FAULTY, details)
        return _mark(frozen.manifest(), self.bank)

    def item(self, item_id: str) -> Item | None:
        """An item of the bank; that of a statement that looks back is the statement."""
        return self.bank.items.get(item_id.removeprefix(taking.THEN))

    # ------------------------------------------------------------------ what is there

    def of_person(self, session: Session, person_id: str) -> tuple[SittingRecord, ...]:
        """Return all sittings of somebody, the oldest first; open ones and those set aside too."""
        require(session, Deed.SEE_RECORD, person_id)
        return self._shelf.of_people((person_id,))

    def of_group(self, session: Session, group_id: str) -> tuple[SittingRecord, ...]:
        """Return all sittings that were planned in a group, the oldest first."""
        require(session, Deed.ASSESS)
        return self._shelf.of_group(group_id)

    def every(self, session: Session) -> tuple[SittingRecord, ...]:
        """Return all sittings of the centre, the oldest first."""
        require(session, Deed.ASSESS)
        return self._shelf.every()

    def one(self, session: Session, sitting_id: str) -> SittingRecord:
        """Return one sitting."""
        record = self._found(sitting_id)
        require(session, Deed.SEE_RECORD, record.person)
        return record

    def standings(self, session: Session, group_id: str) -> tuple[Standing, ...]:
        """Return where everybody of a group is with the assessment, by name."""
        require(session, Deed.ASSESS)
        people = self._store.learners(group_id)
        records = self._shelf.of_people(person.id for person in people)
        return tuple(
            Standing(
                person,
                self._shelf.consent(person.id),
                tuple(one for one in records if one.person == person.id),
            )
            for person in people
        )

    def at_it(self, session: Session, sitting_id: str) -> float:
        """Return for how many seconds somebody has worked without a break; 0 while nobody does.

        Whoever has not stopped for three hours has left the computer in another way (a power cut, a crash).
        """
        require(session, Deed.ASSESS)
        since = None
        for note in self._shelf.notes(sitting_id):
            if note.kind in {BEGUN, WENT_ON}:
                since = note.at
            elif note.kind in {RESTED, HANDED_IN, ASIDE, REFUSED}:
                since = None
        spent = 0.0 if since is None else (self._clock.now() - since).total_seconds()
        return spent if spent < LONGEST.total_seconds() else 0.0

    def play(self, session: Session, sitting_id: str, item_id: str) -> Play | None:
        """Return the run of a task, played again from its log; None where there is no log (any more)."""
        kept = self._kept_run(self.one(session, sitting_id), item_id)
        return None if kept is None else log.replay(self.pack, kept)

    def moments(self, session: Session, sitting_id: str, item_id: str) -> tuple[Moment, ...]:
        """Return the run of a task moment by moment, for trainers; nothing where no log is left."""
        require(session, Deed.ASSESS)
        kept = self._kept_run(self.one(session, sitting_id), item_id)
        return () if kept is None else replaying.moments(self.pack, kept)

    def can_be_replayed(self, session: Session, sitting_id: str) -> frozenset[str]:
        """Return the items of a sitting whose runs are still there to be seen again."""
        require(session, Deed.ASSESS)
        record = self.one(session, sitting_id)
        items = [one.id for one in record.items if one.kind in taking.TASKS]
        return frozenset(one for one in items if self._kept_run(record, one) is not None)

    def _kept_run(self, record: SittingRecord, item_id: str) -> TaskLog | None:
        """The log of a task's run that counts, else of the last one begun; None where no line is left."""
        answer = record.last_answers().get(item_id)
        run = self._shelf.run(answer.run) if answer is not None and answer.run else None
        run = run or self._shelf.last_run(record.id, item_id)
        lines = () if run is None else self._shelf.lines(run.id)
        return None if run is None or not lines else _log_of(run, lines)

    def times_given(self, session: Session) -> dict[str, int]:
        """Return how often each item of the bank has been answered in this centre."""
        require(session, Deed.ASSESS)
        return dict(self._shelf.times_given(self.bank.items))

    # ------------------------------------------------------------------ planning, by a trainer

    def plan(
        self,
        session: Session,
        person_id: str,
        occasion: Occasion,
        mode: Mode = Mode.PC,
        wish: Wish | None = None,
    ) -> SittingRecord:
        """Plan a sitting for somebody: the form follows from the allocation, a wish needs a reason."""
        require(session, Deed.ASSESS, person_id)
        mark = self._usable_bank()
        group = self._group_of(person_id)
        now = self._clock.now()
        with self._store.together():
            place = self._place(person_id, group)
            chosen = allocation.choose(occasion, place.order, self._shelf.of_people((person_id,)), now, wish)
            if not isinstance(chosen, Chosen):
                raise ServiceFault(_REFUSED[chosen])
            items = taking.asked(self.bank, chosen.form.value, occasion)
            self._shelf.keep_bank(chosen.form, occasion, mark, items)
            row = SittingRow(
                id=new_id(now),
                person=person_id,
                group=group,
                occasion=occasion.value,
                form=chosen.form.value,
                form_order=place.order.value,
                mode=mode.value,
                bank=mark.sha256,
                pack=self.pack.id,
                pack_version=self.pack.version,
                assisted_by=session.person_id,
                forced=chosen.forced,
                repeated=chosen.repeated,
                device=self._store.device,
                planned_at=now,
            )
            self._shelf.add(row)
        return self._found(row.id)

    def allocated_form(self, session: Session, person_id: str, occasion: Occasion) -> Form:
        """Return the form somebody gets on an occasion, unless it is changed by hand."""
        require(session, Deed.ASSESS, person_id)
        with self._store.together():
            place = self._place(person_id, self._group_of(person_id))
            before = self._shelf.of_people((person_id,))
        return allocation.allocated(occasion, place.order, before)

    def plan_group(
        self, session: Session, group_id: str, occasion: Occasion, mode: Mode = Mode.PC
    ) -> tuple[Planned, ...]:
        """Plan a sitting for everybody of a group who can have one now; say of the others why not."""
        require(session, Deed.ASSESS)
        return tuple(
            self._planned(session, person, occasion, mode) for person in self._store.learners(group_id)
        )

    def _planned(self, session: Session, person: Person, occasion: Occasion, mode: Mode) -> Planned:
        try:
            return Planned(person, self.plan(session, person.id, occasion, mode))
        except ServiceFault as fault:
            if fault.code in _REFUSED.values():
                return Planned(person, None, fault.code)
            raise

    def mark_item(
        self, session: Session, sitting_id: str, item_id: str, status: ItemStatus, reason: str = ""
    ) -> SittingRecord:
        """Say of an item that it was not reached, broken off by technology, or left out for this person."""
        record = self._open_for_trainer(session, sitting_id)
        if not status.missing:
            raise ServiceFault(FaultKind.NOT_THIS_WAY)
        item = self._asked(record, item_id)
        self._keep(record, item, status=status, by=session.person_id, reason=reason.strip())
        return self._found(sitting_id)

    def close(self, session: Session, sitting_id: str) -> SittingRecord:
        """Close a sitting that will not be gone on with: what has no answer is marked as not reached."""
        record = self._open_for_trainer(session, sitting_id)
        answered = record.last_answers()
        with self._store.together():
            for item in record.items:
                if item.id not in answered:
                    self._keep(record, item, status=ItemStatus.NOT_REACHED, by=session.person_id)
            self._note(record.id, HANDED_IN, session.person_id)
        return self._found(sitting_id)

    def set_aside(self, session: Session, sitting_id: str, reason: str) -> SittingRecord:
        """Set a sitting aside: its facts stay, it no longer counts. The reason is needed."""
        require(session, Deed.ASSESS)
        record = self._found(sitting_id)
        plain = " ".join(reason.split())
        if not plain:
            raise ServiceFault(FaultKind.REASON_MISSING)
        if record.void:
            raise ServiceFault(FaultKind.SITTING_ENDED)
        self._note(sitting_id, ASIDE, session.person_id, plain)
        return self._found(sitting_id)

    def accommodate(self, session: Session, sitting_id: str, kind: AccommodationKind) -> None:
        """Note what made the whole sitting accessible: a person who reads, an interpreter, large text."""
        record = self._open_for_trainer(session, sitting_id)
        self._shelf.add_accommodation(record.id, Accommodation(kind), self._clock.now())

    def forget_old_logs(self, session: Session) -> int:
        """Delete the step logs that are older than a year; return how many lines went. Scores stay."""
        require(session, Deed.ASSESS)
        return self._shelf.forget_logs(self._clock.now() - KEPT_LOGS)

    # ------------------------------------------------------------------ paper and oral, by a trainer

    def enter(
        self, session: Session, sitting_id: str, item_id: str, entry: Entry, *, second: bool = False
    ) -> SittingRecord:
        """Enter what stands on paper or was said; a second mark stands beside the first.

        A mark outside 0 to the most of the item is refused (OUT_OF_RANGE), tasks by hand give 3 at most.
        """
        record = self._open_for_trainer(session, sitting_id)
        if not record.mode.by_hand:
            raise ServiceFault(FaultKind.NOT_THIS_WAY)
        item = self._asked(record, item_id)
        if item.kind not in taking.TASKS:
            self._enter_code(session, record, item, entry.code)
            return self._found(sitting_id)
        if entry.mark is None or not marking.is_mark(item, record.mode, entry.mark):
            raise ServiceFault(FaultKind.OUT_OF_RANGE, {"most": str(marking.most(item, record.mode))})
        before = record.last_answers().get(item_id)
        if second and before is not None:
            again = replace(before, second_mark=entry.mark, by=session.person_id)
            self._add(record.id, again)
        else:
            both = None if before is None else before.second_mark
            self._keep(
                record,
                item,
                marked=entry.mark,
                second_mark=both,
                critical=entry.critical,
                by=session.person_id,
            )
        return self._found(sitting_id)

    def agree_on(self, session: Session, sitting_id: str, item_id: str, mark: int) -> SittingRecord:
        """Keep the mark two people agreed on; NOT_THIS_WAY where their marks do not differ."""
        record = self._open_for_trainer(session, sitting_id)
        item = self._asked(record, item_id)
        if item_id not in marking.differing(record):
            raise ServiceFault(FaultKind.NOT_THIS_WAY)
        if not marking.is_mark(item, record.mode, mark):
            raise ServiceFault(FaultKind.OUT_OF_RANGE, {"most": str(marking.most(item, record.mode))})
        answer = record.last_answers()[item_id].id
        now = self._clock.now()
        self._marks.add(new_id(now), record.id, answer, mark, session.person_id, now)
        self._store.facts_added += 1
        return self._found(sitting_id)

    def _enter_code(self, session: Session, record: SittingRecord, item: SittingItem, code: str) -> None:
        status = ItemStatus.COMPLETED if code else ItemStatus.SKIPPED
        right = self._right(item, code) if code else None
        self._keep(record, item, status=status, code=code, right=right, by=session.person_id)

    # ------------------------------------------------------------------ taking a sitting, by a learner

    def waiting(self, session: Session) -> SittingRecord | None:
        """Return the learner's own sitting that waits at the computer, planned or begun."""
        require(session, Deed.LEARN, session.person_id)
        found = [
            one
            for one in self._shelf.of_people((session.person_id,))
            if one.ended_at is None and not one.void and not one.mode.by_hand
        ]
        return found[0] if found else None

    def agreed(self, session: Session) -> bool | None:
        """Return whether the learner has agreed to be assessed; None: was not asked yet."""
        require(session, Deed.LEARN, session.person_id)
        return self._shelf.consent(session.person_id)

    def agree(self, session: Session, sitting_id: str, *, given: bool, language: str) -> None:
        """Keep what the learner said; a no ends the sitting, without any other consequence."""
        record = self._own(session, sitting_id)
        now = self._clock.now()
        with self._store.together():
            self._shelf.add_consent(new_id(now), record.person, given, language, now)
            if not given:
                self._note(sitting_id, REFUSED, session.person_id)

    def begin(self, session: Session, sitting_id: str) -> SittingRecord:
        """Begin a sitting, or go on with it."""
        record = self._own(session, sitting_id)
        if self._shelf.consent(record.person) is not True:
            raise ServiceFault(FaultKind.NO_CONSENT)
        begun = any(note.kind == BEGUN for note in self._shelf.notes(sitting_id))
        self._note(sitting_id, WENT_ON if begun else BEGUN, session.person_id)
        return self._found(sitting_id)

    def stand_at(self, session: Session, sitting_id: str, item_id: str) -> None:
        """Note which item the learner looks at, where that is not simply the first one without an answer.

        So that somebody who went back finds themselves there again after a crash or a break.
        """
        record = self._own(session, sitting_id)
        following = taking.current(record)
        place = "" if following is not None and following.id == item_id else item_id
        if place != self._noted_place(sitting_id):
            self._note(sitting_id, LOOKED, session.person_id, place)

    def place(self, session: Session, sitting_id: str) -> SittingItem | None:
        """Return the item a learner goes on at: the one gone back to, else the first without an answer."""
        record = self._own(session, sitting_id)
        noted = self._noted_place(sitting_id)
        if noted and taking.may_change(record, noted):
            return self._asked(record, noted)
        return taking.current(record)

    def _noted_place(self, sitting_id: str) -> str:
        looked = [note.text for note in self._shelf.notes(sitting_id) if note.kind == LOOKED]
        return looked[-1] if looked else ""

    def rest(self, session: Session, sitting_id: str) -> None:
        """Note that the learner has a break, or goes on another day."""
        self._own(session, sitting_id)
        self._note(sitting_id, RESTED, session.person_id)

    def warmed_up(self, session: Session, sitting_id: str) -> bool:
        """Tell whether the learner has got to know the practice world, now or in an earlier sitting."""
        record = self.one(session, sitting_id)
        return any(
            note.kind == WARMED
            for one in self._shelf.of_people((record.person,))
            for note in self._shelf.notes(one.id)
        )

    def warm(self, session: Session, sitting_id: str) -> None:
        """Note that the warm-up is over."""
        self._own(session, sitting_id)
        self._note(sitting_id, WARMED, session.person_id)

    def answer(
        self,
        session: Session,
        sitting_id: str,
        item_id: str,
        code: str,
        seconds: float = 0.0,
        help: int = 0,  # noqa: A002 - the word everywhere else
    ) -> SittingRecord:
        """Keep an answer; it is on the disk when this returns, and may be changed until all is handed in."""
        record = self._own(session, sitting_id)
        item = self._asked(record, item_id)
        if item.kind in taking.TASKS:
            raise ServiceFault(FaultKind.NOT_THIS_WAY)
        right = self._right(item, code)
        self._keep(record, item, code=code, right=right, seconds=seconds, help=help)
        return self._found(sitting_id)

    def answer_many(self, session: Session, sitting_id: str, codes: Mapping[str, str]) -> SittingRecord:
        """Keep answers to several items at once, all of them or none."""
        record = self._own(session, sitting_id)
        with self._store.together():
            for item_id, code in codes.items():
                item = self._asked(record, item_id)
                if item.kind in taking.TASKS:
                    raise ServiceFault(FaultKind.NOT_THIS_WAY)
                self._keep(record, item, code=code, right=self._right(item, code))
        return self._found(sitting_id)

    def skip(self, session: Session, sitting_id: str, item_id: str, seconds: float = 0.0) -> SittingRecord:
        """Leave an item out; one may come back to it until all is handed in."""
        record = self._own(session, sitting_id)
        item = self._asked(record, item_id)
        if not taking.may_change(record, item_id):
            raise ServiceFault(FaultKind.RUN_ENDED)
        code = "SKIP" if item.kind in {ItemKind.SELF, ItemKind.THEN} else ""
        self._keep(record, item, status=ItemStatus.SKIPPED, code=code, seconds=seconds)
        return self._found(sitting_id)

    def stop_tasks(self, session: Session, sitting_id: str) -> SittingRecord:
        """Leave the tasks that are left, after the kind offer; everything else goes on."""
        record = self._own(session, sitting_id)
        left = set(taking.left_tasks(record))
        with self._store.together():
            for item in record.items:
                if item.id in left:
                    self._keep(record, item, status=ItemStatus.STOPPED)
        return self._found(sitting_id)

    def decline_stop(self, session: Session, sitting_id: str) -> None:
        """Note that the learner goes on with the tasks."""
        self._own(session, sitting_id)
        self._note(sitting_id, DECLINED, session.person_id)

    def support(self, session: Session, sitting_id: str, item_id: str, kind: AccommodationKind) -> None:
        """Note that an item was read aloud or told in the learner's language; never a deduction."""
        record = self._own(session, sitting_id)
        self._shelf.add_accommodation(record.id, Accommodation(kind, item_id), self._clock.now())

    def hand_in(self, session: Session, sitting_id: str) -> SittingRecord:
        """Hand in; nothing can be changed any more. What was left open is marked as not reached."""
        record = self._own(session, sitting_id)
        answered = record.last_answers()
        with self._store.together():
            for item in record.items:
                if item.id not in answered:
                    self._keep(record, item, status=ItemStatus.NOT_REACHED)
            self._note(sitting_id, HANDED_IN, session.person_id)
        return self._found(sitting_id)

    # ------------------------------------------------------------------ task runs, by a learner

    def begin_task(self, session: Session, sitting_id: str, item_id: str) -> TaskRun:
        """Begin a task of a sitting, or go on with its run; without an item the warm-up."""
        record = self._own(session, sitting_id)
        if item_id != WARM_UP and not taking.may_change(record, item_id):
            raise ServiceFault(FaultKind.RUN_ENDED)
        known = self._shelf.last_run(sitting_id, item_id)
        opened = None if known is None else self._opened(known, self._shelf.lines(known.id))
        if opened is not None:
            return opened
        task, surface, seed = self._surface(record, item_id)
        now = self._clock.now()
        run = RunRow(
            id=new_id(now),
            sitting=sitting_id,
            item=item_id,
            task=task,
            surface=surface,
            seed=seed,
            pack_version=self.pack.version,
            device=self._store.device,
            started_at=now,
        )
        opened = self._opened(run, ())
        if opened is None:
            raise not_found("task", task)
        self._shelf.add_run(run)
        return opened

    def act(self, session: Session, run: TaskRun, action: Action, seconds: float | None = None) -> TaskRun:
        """Do something in the world of a run; `seconds` count from the beginning of the run."""
        return self._grow(session, run, run.play.do(action, _at(run, seconds)))

    def help(
        self, session: Session, run: TaskRun, key_step: str, level: int, seconds: float | None = None
    ) -> TaskRun:
        """Note that a key step was helped with: 1 language, 2 hint, 3 shown or done with the trainer."""
        noted = run.play.help(LEVELS[min(max(level, 0), 3)], _at(run, seconds), key_step or None)
        return self._grow(session, run, noted)

    def undo(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Take the last action back."""
        return self._grow(session, run, run.play.undo(_at(run, seconds)))

    def restart(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Begin the world of a run again; what happened stays in its log."""
        return self._grow(session, run, run.play.restart(_at(run, seconds)))

    def finish_task(self, session: Session, run: TaskRun, seconds: float | None = None) -> ItemAnswer | None:
        """Hand a task in, as far as it came; None for the warm-up, which is no answer."""
        record = self._own(session, run.lesson)
        if run.station == WARM_UP:
            self._note(record.id, WARMED, session.person_id)
            return None
        item = self._asked(record, run.station)
        if not taking.may_change(record, item.id):
            raise ServiceFault(FaultKind.RUN_ENDED)
        came = run.play.outcome()
        spent = came.seconds if seconds is None else max(seconds, came.seconds)
        return self._keep(record, item, run=run.id, seconds=spent, **_of_run(item, came))

    # ------------------------------------------------------------------ inside: task runs

    def _surface(self, record: SittingRecord, item_id: str) -> tuple[str, str, str]:
        """The task of an item, the surface of its form, and the seed of one of the surfaces in use."""
        if item_id == WARM_UP:
            return self.bank.bank.warm_up, "", str(secrets.randbelow(1 << 31))
        item = self.bank.items.get(item_id)
        _require_version(self._asked(record, item_id), item)
        if not isinstance(item, Performed):
            raise not_found("item", item_id)
        retired = {one.seed for one in ExposureShelf(self._store).retired(item_id)}
        seeds = [seed for seed in item.seeds if seed not in retired] or list(item.seeds) or ["1"]
        return item.task, item.surface, seeds[secrets.randbelow(len(seeds))]

    def _opened(self, run: RunRow, lines: Sequence[LogRow]) -> TaskRun | None:
        play = self._replayed(run, lines)
        if play is None:
            return None
        mode = "guide" if run.item == WARM_UP else "alone"
        return TaskRun(run.id, run.sitting, run.item, run.task, mode, play, len(lines))

    def _replayed(self, run: RunRow, lines: Sequence[LogRow]) -> Play | None:
        return log.replay(self.pack, _log_of(run, lines), self._coach(run.task, run.surface))

    def _coach(self, task_id: str, surface: str) -> Coach | None:
        """The coach of a task on a surface, thought out once; None where the pack no longer has the task."""
        task = self.pack.tasks.get(task_id)
        if task is None:
            return None
        known = self._coaches.get((task_id, surface))
        if known is None:
            known = self._coaches[task_id, surface] = Coach(self.pack, task, surface)
        return known

    def _grow(self, session: Session, run: TaskRun, play: Play) -> TaskRun:
        """Keep the lines a run has grown by, before anything is shown."""
        self._require_open(session, run.lesson)
        new = play.log.lines[len(run.play.log.lines) :]
        now = self._clock.now()
        with self._store.together():
            for number, line in enumerate(new, start=run.kept):
                self._shelf.add_line(LogRow(run.id, number, now, line.text, line.at))
        return replace(run, play=play, kept=run.kept + len(new))

    # ------------------------------------------------------------------ inside: answers

    def _right(self, item: SittingItem, code: str) -> int | None:
        """1 or 0 for what has a right answer, else None; what cannot be an answer is refused."""
        known = _CODES.get(item.kind)
        if known is not None and code not in known:
            raise ServiceFault(FaultKind.OUT_OF_RANGE, {"most": "2"})
        asked = self.item(item.id)
        _require_version(item, asked)
        if isinstance(asked, Recognition):
            return int(code == option_code(asked.right))
        if isinstance(asked, Vocabulary):
            return int(code == asked.right)
        return None

    def _keep(self, record: SittingRecord, item: SittingItem, **facts: object) -> ItemAnswer:
        now = self._clock.now()
        blank = ItemAnswer(id=new_id(now), item=item.id, at=now, device=self._store.device)
        answer = replace(blank, **facts)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        self._shelf.add_answer(record.id, answer)
        return answer

    def _add(self, sitting_id: str, answer: ItemAnswer) -> None:
        now = self._clock.now()
        self._shelf.add_answer(sitting_id, replace(answer, id=new_id(now), at=now))

    def _note(self, sitting_id: str, kind: str, by: str, text: str = "") -> None:
        now = self._clock.now()
        self._shelf.add_note(Note(new_id(now), sitting_id, kind, text, by, self._store.device, now))

    # ------------------------------------------------------------------ inside: what is allowed

    def _usable_bank(self) -> BankMark:
        mark = self.mark_of_bank
        newest = self._shelf.newest_bank()
        if newest is not None and is_older(mark.version, newest):
            raise ServiceFault(FaultKind.BANK_OLDER, {"found": mark.version, "known": newest})
        return mark

    def _found(self, sitting_id: str) -> SittingRecord:
        record = self._shelf.record(sitting_id)
        if record is None:
            raise not_found("sitting", sitting_id)
        return record

    def _own(self, session: Session, sitting_id: str) -> SittingRecord:
        self._require_open(session, sitting_id)
        return self._found(sitting_id)

    def _require_open(self, session: Session, sitting_id: str) -> None:
        whose = self._shelf.whose(sitting_id)
        if whose is None:
            raise not_found("sitting", sitting_id)
        person, is_open = whose
        require(session, Deed.LEARN, person)
        if not is_open:
            raise ServiceFault(FaultKind.SITTING_ENDED)

    def _open_for_trainer(self, session: Session, sitting_id: str) -> SittingRecord:
        require(session, Deed.ASSESS)
        record = self._found(sitting_id)
        if record.void or record.ended_at is not None:
            raise ServiceFault(FaultKind.SITTING_ENDED)
        return record

    def _asked(self, record: SittingRecord, item_id: str) -> SittingItem:
        for item in record.items:
            if item.id == item_id:
                return item
        raise not_found("item", item_id)

    def _group_of(self, person_id: str) -> str:
        groups = self._store.groups_of(person_id)
        if not groups:
            raise not_found("group", person_id)
        return groups[0]

    def _place(self, person_id: str, group: str) -> Allocated:
        """Somebody's place in the allocation; given once, in the order of the first sittings of a group."""
        known = self._shelf.allocated(person_id)
        if known is not None:
            return known
        now = self._clock.now()
        if self._shelf.seed(group) is None:
            self._shelf.set_seed(group, secrets.randbelow(1 << 31), now)
        number = self._shelf.allocated_in(group)
        place = Allocated(person_id, group, number, order_of(number, self._shelf.seed(group) or 0))
        self._shelf.allocate(place, now)
        return place


def _log_of(run: RunRow, lines: Sequence[LogRow]) -> TaskLog:
    kept = tuple(log.Line(line.seconds, line.text) for line in lines)
    return TaskLog(run.task, run.seed, kept, run.surface)


def _require_version(asked: SittingItem, found: Item | None) -> None:
    """Refuse to ask another version of an item than the one the sitting was planned with."""
    if asked.kind is not ItemKind.EXIT and (found is None or found.version != asked.version):
        raise ServiceFault(FaultKind.ITEM_CHANGED, {"item": asked.id})


def option_code(option: Option) -> str:
    """What an option is stored under: its text, or what its picture shows."""
    return option.text or option.described or option.picture


def _at(run: TaskRun, seconds: float | None) -> float:
    """The time of a line, which is never before the one above it."""
    last = run.play.log.lines[-1].at if run.play.log.lines else 0.0
    return last if seconds is None else max(last, round(seconds, 2))


def _of_run(item: SittingItem, came: TaskOutcome) -> dict[str, object]:
    """What of a run counts: its key steps; for judgements how many are right."""
    steps = tuple(StepLog(step.id, step.done, step.help, step.errors, step.seconds) for step in came.steps)
    right = sum(step.done for step in steps) if item.kind is ItemKind.JUDGEMENT else None
    helped = max((step.help for step in steps), default=0)
    return {
        "steps": steps,
        "right": right,
        "help": helped if item.kind is ItemKind.JUDGEMENT else 0,
        "critical": bool(came.critical),
        "code": "reached" if came.reached else "handed_in",
    }


def _mark(manifest: Manifest, bank: Assessment) -> BankMark:
    known = msgspec.json.decode(manifest.reliability, type=dict[str, Reliability])
    return BankMark(
        manifest.version,
        manifest.sha256,
        manifest.cuts,
        bank.bank.provisional,
        manifest.calibrated,
        *(_exactness(known.get(scale)) for scale in ("P", "S", "V")),
    )


def _exactness(known: Reliability | None) -> Exactness:
    return Exactness() if known is None else Exactness(known.alpha, known.sem, known.sittings)
