# SPDX-License-Identifier: GPL-3.0-or-later
"""One sitting as results read it: its record and its score, asked in the words of a report.

Every figure of a report comes from here, so that screen, paper and spreadsheet cannot differ. Per cent are
0 to 100; None is "not measured" and never 0.
"""

from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cached_property

from korak.assessment.bands import Band, band
from korak.assessment.scoring import ALONE_FROM, WITH_HELP_FROM, AreaState
from korak.assessment.sitting import (
    Accommodation,
    Area,
    Form,
    Help,
    ItemKind,
    ItemScore,
    ItemStatus,
    Mode,
    Occasion,
    Order,
    SittingRecord,
    SittingScore,
    score,
)

AREAS = tuple(area for area in Area if area is not Area.V)
PROVISIONAL_SEM = 7.5
"""Percent points of P, until a bank brings its own: the 8 tasks need about 20 to 21 points for a clear
change, which is 1.96 * sqrt(2) * 7.5 (assessment.md §1.7, expected from the thresholds of RASCH-02)."""

FULL = 4
SOLVED = 3  # alone or with a hint: what the learner's sheet ticks


@dataclass(frozen=True, slots=True)
class TaskOutcome:
    """How one performance task went."""

    item: str
    template: str
    area: Area
    level: int  # 1 to 4, what the task aims at
    points: int | None  # 0 to 4; None where it counts as missing
    help: int = 0  # the worst on a key step
    stuck: str = ""  # the key step it stopped at, else the one that had to be hinted at or shown
    seconds: float = 0.0
    critical: bool = False
    run: str = ""  # the task run whose log can be replayed

    @property
    def alone(self) -> bool:
        """Solved without a hint."""
        return self.points == FULL

    @property
    def solved(self) -> bool:
        """Solved alone or with a hint."""
        return self.points is not None and self.points >= SOLVED


@dataclass(frozen=True, slots=True)
class AreaOutcome:
    """How far one area is: per cent for the length of a bar, the state for the word beside it."""

    area: Area
    percent: float | None
    state: AreaState | None


@dataclass(frozen=True)
class Measured:
    """One sitting with its score and the day it ended on."""

    record: SittingRecord
    score: SittingScore
    day: date

    @property
    def p(self) -> float | None:
        """Performance, per cent."""
        return self.score.performance.percent

    @property
    def s(self) -> float | None:
        """Self-report, per cent."""
        return self.score.self_report.percent

    @property
    def v(self) -> float | None:
        """Words of e-services, per cent."""
        return self.score.vocabulary.percent

    @property
    def sem(self) -> float:
        """The standard error of measurement of P in percent points, the bank's or the provisional one."""
        return self.record.bank.sem or PROVISIONAL_SEM

    @cached_property
    def band(self) -> Band:
        """The band of P and, near a cut, the other one."""
        return band(self.p, self.record.bank.cuts, self.sem)

    @property
    def occasion(self) -> Occasion:
        """Before, after or later."""
        return self.record.occasion

    @property
    def form(self) -> Form:
        """Which form was sat."""
        return self.record.form

    @property
    def order(self) -> Order:
        """Which form comes first."""
        return self.record.order

    @property
    def mode(self) -> Mode:
        """How it was sat."""
        return self.record.mode

    @property
    def on_screen(self) -> bool:
        """Whether acting was seen: on paper and in an oral sitting it was not."""
        return not self.record.mode.by_hand

    @property
    def words_right(self) -> int:
        """Words known."""
        return self.score.vocabulary.points

    @property
    def words_of(self) -> int:
        """Words asked that count."""
        return self.score.vocabulary.possible

    @property
    def n_missing(self) -> int:
        """Items left out of all sums, and skipped self-reports."""
        return len(self.score.missing) + sum(one.item.kind is ItemKind.SELF for one in self._skipped)

    @property
    def _skipped(self) -> tuple[ItemScore, ...]:
        return tuple(one for one in self.score.items if one.item.id in self.score.skipped)

    @property
    def n_items(self) -> int:
        """Items of the three scales."""
        scales = (self.score.performance, self.score.self_report, self.score.vocabulary)
        return sum(scale.items for scale in scales)

    @property
    def accommodations(self) -> tuple[Accommodation, ...]:
        """What made items accessible."""
        return self.record.accommodations

    @cached_property
    def areas(self) -> tuple[AreaOutcome, ...]:
        """D0 to D5."""
        return tuple(
            AreaOutcome(
                one.area, 100.0 * one.points / one.possible if one.valid and one.possible else None, one.state
            )
            for one in self.score.areas
        )

    def area(self, area: Area) -> AreaOutcome:
        """One area."""
        return next((one for one in self.areas if one.area is area), AreaOutcome(area, None, None))

    @cached_property
    def tasks(self) -> tuple[TaskOutcome, ...]:
        """The performance tasks, in the order they were set."""
        kinds = (ItemKind.TASK, ItemKind.JUDGEMENT)
        return tuple(_task(one) for one in self.score.items if one.item.kind in kinds)

    def task(self, template: str) -> TaskOutcome | None:
        """How the task of a template went, if it was set."""
        return next((task for task in self.tasks if task.template == template), None)

    def answers(self, kind: ItemKind) -> dict[str, str]:
        """What was answered to the items of a kind, by template; left out where nothing was."""
        return {
            one.item.template: one.answer.code
            for one in self.score.items
            if one.item.kind is kind and one.answer is not None and one.answer.code
        }

    @property
    def useful(self) -> str:
        """The exit answer: yes, partly, no, or empty."""
        return next(iter(self.answers(ItemKind.EXIT).values()), "")


def measure(record: SittingRecord, zone: tzinfo | None = None) -> Measured:
    """Score a sitting; its day is the one it ended on where the centre stands."""
    moment = record.ended_at or record.started_at
    return Measured(record, score(record), moment.astimezone(zone).date())


def state_of(measured: Measured | None, area: Area) -> AreaState | None:
    """The state of an area; of the vocabulary by the same limits."""
    if measured is None:
        return None
    if area is not Area.V:
        return measured.area(area).state
    percent = measured.v
    if percent is None:
        return None
    if percent >= ALONE_FROM:
        return AreaState.ALONE
    return AreaState.WITH_HELP if percent >= WITH_HELP_FROM else AreaState.NOT_YET


def _task(one: ItemScore) -> TaskOutcome:
    answer = one.answer
    return TaskOutcome(
        item=one.item.id,
        template=one.item.template,
        area=one.item.area,
        level=one.item.level,
        points=one.score,
        help=one.help,
        stuck=_stuck(one),
        seconds=_seconds(one),
        critical=answer is not None and answer.critical,
        run="" if answer is None else answer.run,
    )


def _seconds(one: ItemScore) -> float:
    if one.answer is None:
        return 0.0
    return one.answer.seconds or sum(step.seconds for step in one.answer.steps)


def _stuck(one: ItemScore) -> str:
    if one.answer is None or one.answer.status is ItemStatus.NOT_REACHED:
        return ""
    steps = [step for step in one.answer.steps if step.key]
    for step in steps:
        if not step.done:
            return step.step
    helped = [step for step in steps if step.help >= Help.HINT]
    return max(helped, key=lambda step: step.help).step if helped else ""
