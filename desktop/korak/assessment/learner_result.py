# SPDX-License-Identifier: GPL-3.0-or-later
"""What one learner can do, before and after, and how sure that is: the result object of one person.

The learner's sheet, the row of the heat map, the row of the spreadsheet and the page on the screen all read
this and compute nothing themselves.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from enum import Enum
from functools import cached_property, partial

from korak.assessment import bands, scoring
from korak.assessment.change import CLEAR, Change, ReliableChange, change, reliable_change
from korak.assessment.measured import Measured, TaskOutcome, measure
from korak.assessment.scoring import Gap
from korak.assessment.sitting import Area, ItemKind, Occasion, SittingRecord

MOST_NEXT = 2
NOT_TRIED = "NT"
ANSWERED = frozenset({"0", "1", "2"})


class Comparison(Enum):
    """Whether two measurements may be subtracted, and if not, why."""

    YES = "yes"
    NOTHING = "nothing"  # never measured
    NO_BEFORE = "no_before"
    NO_AFTER = "no_after"
    NO_SCORE = "no_score"  # too few valid answers at one of them
    MODES_DIFFER = "modes_differ"  # paper is not put on the same line as the screen
    SAME_FORM = "same_form"  # the same form twice


@dataclass(frozen=True)
class LearnerResult:
    """One learner; a difference is in percent points of P."""

    code: str
    before: Measured | None
    after: Measured | None
    follow_up: Measured | None
    sittings: tuple[Measured, ...]  # everything handed in and not set aside, oldest first

    @cached_property
    def comparison(self) -> Comparison:
        """Whether before and after may be compared."""
        before, after = self.before, self.after
        if before is None or after is None:
            if after is not None:
                return Comparison.NO_BEFORE
            return Comparison.NOTHING if before is None else Comparison.NO_AFTER
        if before.on_screen is not after.on_screen:
            return Comparison.MODES_DIFFER
        if before.form is after.form:
            return Comparison.SAME_FORM
        return Comparison.NO_SCORE if before.p is None or after.p is None else Comparison.YES

    @property
    def paired(self) -> bool:
        """Whether this learner counts among the pairs."""
        return self.comparison is Comparison.YES

    @property
    def pair(self) -> tuple[float, float] | None:
        """P before and after, where they may be compared."""
        before, after = self.before, self.after
        if not self.paired or before is None or after is None or before.p is None or after.p is None:
            return None
        return before.p, after.p

    @property
    def difference(self) -> float | None:
        """P after minus P before."""
        return None if self.pair is None else self.pair[1] - self.pair[0]

    @cached_property
    def reliable(self) -> ReliableChange:
        """RC with the bank's error of measurement, never that of the group being reported (§2.4)."""
        first, second = self.pair or (None, None)
        latest = self.latest
        # An sd of SEM and reliability 0 is exactly that SEM.
        return reliable_change(first, second, 0.0 if latest is None else latest.sem, 0.0)

    @property
    def change(self) -> Change:
        """The word for the change."""
        return change(self.reliable.rc)

    @property
    def clear(self) -> bool:
        """Whether the change is clear either way: |RC| over 1.96."""
        rc = self.reliable.rc
        return rc is not None and abs(rc) > CLEAR

    @property
    def latest(self) -> Measured | None:
        """The newest of before and after."""
        return self.after or self.before

    @property
    def band_gained(self) -> bool | None:
        """Whether a level was gained; None without a pair."""
        if not self.paired or self.before is None or self.after is None:
            return None
        return bands.gained(self.before.band, self.after.band, self.reliable.rc)

    @property
    def same_conditions(self) -> bool | None:
        """Whether the own language was used at both or at neither; None unless both were measured."""
        if self.before is None or self.after is None:
            return None
        return self.before.score.with_language is self.after.score.with_language

    @property
    def gap(self) -> tuple[float | None, Gap]:
        """Self-report minus performance at the newest measurement."""
        latest = self.latest
        return scoring.gap(latest.s, latest.p) if latest else (None, Gap.MISSING)

    @property
    def can_do(self) -> tuple[TaskOutcome, ...]:
        """Tasks solved alone or with a hint at the newest measurement, the hardest first."""
        latest = self.latest
        solved = [task for task in latest.tasks if task.solved] if latest else []
        return tuple(sorted(solved, key=_hardness, reverse=True))

    @property
    def newly_tried(self) -> tuple[str, ...]:
        """Self-report statements answered "not tried yet" before and anything else after."""
        if self.before is None or self.after is None:
            return ()
        before = self.before.answers(ItemKind.SELF)
        after = self.after.answers(ItemKind.SELF)
        return tuple(key for key, code in after.items() if code in ANSWERED and before.get(key) == NOT_TRIED)

    @property
    def next_tasks(self) -> tuple[TaskOutcome, ...]:
        """At most two tasks to learn next: safety first, then what is begun, then the lowest area."""
        latest = self.latest
        if latest is None:
            return ()
        open_ones = [task for task in latest.tasks if task.points is not None and not task.alone]
        return tuple(sorted(open_ones, key=partial(_need, latest))[:MOST_NEXT])

    @property
    def then_percent(self) -> float | None:
        """What the learner says today about the time before the course, per cent of the then-test items."""
        if self.after is None:
            return None
        of = [one for one in self.after.score.items if one.item.kind is ItemKind.THEN]
        return scoring.scale_percent([one.score for one in of], [one.item.most for one in of])

    def then_pair(self) -> tuple[float, float] | None:
        """The same statements looking back and today, per cent: the gain a then-test sees."""
        if self.after is None or self.then_percent is None:
            return None
        back = {one.item.template for one in self.after.score.items if one.item.kind is ItemKind.THEN}
        today = [
            one
            for one in self.after.score.items
            if one.item.kind is ItemKind.SELF and one.item.template in back
        ]
        now = scoring.scale_percent([one.score for one in today], [one.item.most for one in today])
        return None if now is None else (self.then_percent, now)


def learner_result(code: str, records: Iterable[SittingRecord], zone: tzinfo | None = None) -> LearnerResult:
    """The result of one learner; of several sittings of one occasion the newest counts."""
    counting = [record for record in records if record.complete]
    measured = tuple(measure(record, zone) for record in sorted(counting, key=_when))
    latest = {one.occasion: one for one in measured}
    return LearnerResult(
        code=code,
        before=latest.get(Occasion.PRE),
        after=latest.get(Occasion.POST),
        follow_up=latest.get(Occasion.FOLLOWUP),
        sittings=measured,
    )


def _when(record: SittingRecord) -> tuple[str, int, str]:
    """The moment; two sittings of one moment stand in the order of their occasions."""
    moment = (record.ended_at or record.started_at).isoformat()
    return (moment, list(Occasion).index(record.occasion), record.id)


def _hardness(task: TaskOutcome) -> tuple[int, int]:
    return (task.points or 0, task.level)


def _need(measured: Measured, task: TaskOutcome) -> tuple[bool, bool, float, int]:
    """Safety, what is begun, the area that is lowest, what is easier."""
    percent = measured.area(task.area).percent
    return (task.area is not Area.D4, task.points == 0, math.inf if percent is None else percent, task.level)
