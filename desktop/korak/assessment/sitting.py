# SPDX-License-Identifier: GPL-3.0-or-later
"""A sitting: what one person was asked on one occasion, what they did, and the points that follow from it.

Everything kept is a fact: answers are append-only, the last one to an item counts, and the points are
computed from the steps and answers, never stored beside them. A sitting carries the items and the marks of
the bank it was taken with, so an old sitting gives the same score after bank and program have moved on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from korak.assessment import rasch, scoring
from korak.assessment.bands import Band, band
from korak.assessment.scoring import AreaState, Gap, KeyStep

PAPER_MOST = 3  # a task on paper is no proof of acting alone (assessment.md §3.6)
NOT_TRIED, SKIP = "NT", "SKIP"  # codes of a self-report; the others are "0", "1" and "2"


class Occasion(StrEnum):
    """Why somebody sits down."""

    PRE = "pre"
    POST = "post"
    FOLLOWUP = "followup"  # at the earliest eight weeks after the post, with the form of the pre


class Form(StrEnum):
    """One of the two forms."""

    A = "A"
    B = "B"

    @property
    def other(self) -> "Form":
        """The form that is not this one."""
        return Form.B if self is Form.A else Form.A


class Order(StrEnum):
    """Which form comes first."""

    AB = "AB"
    BA = "BA"

    def form(self, occasion: Occasion) -> Form:
        """The form of an occasion: the post takes the other one, the follow-up the first again."""
        return Form(self.value[1 if occasion is Occasion.POST else 0])


class Mode(StrEnum):
    """How the sitting is taken; paper and oral results never stand on one line with those of a computer."""

    PC = "pc"
    TABLET = "tablet"
    PAPER = "paper"
    ORAL = "oral"  # the trainer operates, the learner says what to press

    @property
    def by_hand(self) -> bool:
        """Whether somebody enters the points afterwards."""
        return self in (Mode.PAPER, Mode.ORAL)


class Area(StrEnum):
    """The areas of the blueprint (§1.1); V is a scale of its own."""

    D0 = "D0"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5 = "D5"
    V = "V"


class ItemKind(StrEnum):
    """What is asked; the first three make the performance scale."""

    TASK = "task"  # 0 to 4 from the steps
    JUDGEMENT = "judgement"  # 0 to 4 from six judgements
    RECOGNITION = "recognition"  # 0 or 1
    SELF = "self"  # NT, 0, 1, 2, SKIP
    VOCAB = "vocab"  # 0 or 1
    THEN = "then"  # self-report looking back, at the post only; stands in no scale
    EXIT = "exit"  # yes, partly, no; stands in no scale


PERFORMANCE = frozenset({ItemKind.TASK, ItemKind.JUDGEMENT, ItemKind.RECOGNITION})


class ItemStatus(StrEnum):
    """How an item ended. The last three are missing, not 0."""

    COMPLETED = "completed"
    SKIPPED = "skipped"  # by the learner: 0, but missing in a self-report
    STOPPED = "stopped"  # after the kind offer to stop: 0 in per cent, not administered for Rasch
    NOT_REACHED = "not_reached"
    TECHNICAL = "technical"  # power cut, broken mouse
    EXEMPT = "exempt"

    @property
    def missing(self) -> bool:
        """Whether an item with this status is left out of all sums."""
        return self.value in scoring.MISSING


class Help(IntEnum):
    """Help with a step; the worst one counts, never how often."""

    NONE = 0
    LANGUAGE = 1
    HINT = 2
    SHOWN = 3  # demonstrated by the program, or done by or with the trainer (F9)


class AccommodationKind(StrEnum):
    """What made an item accessible; flagged, never a deduction."""

    L1_TEXT = "l1_text"
    L1_AUDIO = "l1_audio"
    SL_AUDIO = "sl_audio"
    LARGE_TEXT = "large_text"
    CONTRAST = "contrast"
    SWITCH = "switch"
    READER_PERSON = "reader_person"
    INTERPRETER = "interpreter"


IN_OWN_LANGUAGE = frozenset(
    {AccommodationKind.L1_TEXT, AccommodationKind.L1_AUDIO, AccommodationKind.INTERPRETER}
)


@dataclass(frozen=True, slots=True)
class SittingItem:
    """One item as this sitting asked it: enough to score the answer without the bank."""

    id: str
    template: str
    version: int
    kind: ItemKind
    area: Area
    level: int  # 1 to 4
    most: int  # the most points it gives
    anchor: bool = False
    thresholds: tuple[float, ...] = ()  # logits; empty while uncalibrated


@dataclass(frozen=True, slots=True)
class Exactness:
    """How exact a scale is, from so many pooled sittings (0: expected from the model, not measured)."""

    alpha: float | None = None
    sem: float | None = None  # standard error of measurement, percent points
    sittings: int = 0


@dataclass(frozen=True, slots=True)
class BankMark:
    """What of the bank a score depends on, kept with the sitting."""

    version: str
    sha256: str
    cuts: tuple[float, ...] = (20.0, 45.0, 75.0, 90.0)  # per cent of P
    provisional: bool = True  # no panel has met yet
    calibrated: bool = False
    performance: Exactness = Exactness()
    self_report: Exactness = Exactness()
    vocabulary: Exactness = Exactness()

    @property
    def sem(self) -> float | None:
        """The standard error of measurement of P in percent points."""
        return self.performance.sem


@dataclass(frozen=True, slots=True)
class StepLog:
    """One key step (or another step) of a task run: what it took to do it."""

    step: str
    done: bool
    help: int = 0  # Help, the worst level used
    errors: int = 0
    seconds: float = 0.0
    key: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswer:
    """An answer to an item, or what was noted about it: an append-only fact; the last one counts."""

    id: str  # UUID
    item: str
    at: datetime  # UTC
    device: str
    status: ItemStatus = ItemStatus.COMPLETED
    code: str = ""  # what was chosen: the option, the self-report code, JSON of the judgements
    right: int | None = None  # recognition, vocabulary: 0 or 1; judgements: how many of six
    steps: tuple[StepLog, ...] = ()  # of a task
    help: int = 0  # the worst help outside of steps
    critical: bool = False
    marked: int | None = None  # points a person gave: paper and oral sittings
    second_mark: int | None = None  # of a second person, for the 20 % that are marked twice
    agreed_mark: int | None = None  # what the two agreed on where their marks differed
    by: str = ""  # the person who noted it, when it was not the learner
    reason: str = ""
    run: str = ""  # the task run whose log can be replayed
    seconds: float = 0.0

    @property
    def mark(self) -> int | None:
        """The mark that counts: the agreed one, else that of the first person."""
        return self.marked if self.agreed_mark is None else self.agreed_mark


@dataclass(frozen=True, slots=True)
class Accommodation:
    """That an item (or with an empty item the whole sitting) was made accessible."""

    kind: AccommodationKind
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingRecord:
    """All facts of one sitting."""

    id: str
    person: str
    group: str
    occasion: Occasion
    form: Form
    order: Order
    mode: Mode
    started_at: datetime
    bank: BankMark
    items: tuple[SittingItem, ...]  # in the order they were asked
    answers: tuple[ItemAnswer, ...] = ()  # in the order they were given
    accommodations: tuple[Accommodation, ...] = ()
    ended_at: datetime | None = None  # None: not handed in yet
    device: str = ""
    assisted_by: str = ""  # the trainer who sat with the learner
    forced: str = ""  # why the form was changed by hand; empty: as allocated
    repeated: str = ""  # why the same form or occasion was taken again; empty: it was not
    void: str = ""  # why the trainer set this sitting aside; empty: it counts
    seconds: float = 0.0  # of work, without the breaks

    @property
    def begun(self) -> bool:
        """Whether anything was answered or noted yet; before, `started_at` is when it was planned."""
        return bool(self.answers)

    @property
    def complete(self) -> bool:
        """Whether it was handed in and counts."""
        return self.ended_at is not None and not self.void

    def last_answers(self) -> Mapping[str, ItemAnswer]:
        """The answer that counts for each item that has one."""
        return {answer.item: answer for answer in self.answers}


@dataclass(frozen=True, slots=True)
class ItemScore:
    """An item with its points; `score` None: missing."""

    item: SittingItem
    answer: ItemAnswer | None
    score: int | None

    @property
    def help(self) -> int:
        """The worst help this item took."""
        return 0 if self.answer is None else worst_help(self.answer)

    @property
    def stopped(self) -> bool:
        """Whether the learner had stopped before it."""
        return self.answer is not None and self.answer.status is ItemStatus.STOPPED


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """A scale: per cent (None: fewer than 75 % of the items valid), points, and how many items were valid."""

    percent: float | None
    points: int
    possible: int  # on the valid items
    valid: int
    items: int


@dataclass(frozen=True, slots=True)
class AreaScore:
    """An area of the performance scale: three states, no decimals; None below two valid items."""

    area: Area
    state: AreaState | None
    points: int
    possible: int
    valid: int

    @property
    def percent(self) -> float | None:
        """Points over points to be had, for the length of a bar; None where the state is."""
        return None if self.state is None or not self.possible else 100.0 * self.points / self.possible


@dataclass(frozen=True, slots=True)
class SittingScore:
    """What a sitting amounts to. The three scales are never added together."""

    performance: ScaleScore
    self_report: ScaleScore
    vocabulary: ScaleScore
    areas: tuple[AreaScore, ...]  # D0 to D5; V has a scale of its own
    band: Band
    ability: rasch.Ability | None  # with a calibrated bank only; stopped items count as not administered
    gap: float | None  # S minus P, percent points
    gap_kind: Gap
    not_tried: tuple[str, ...]  # the self-report items answered "never tried yet"
    skipped: tuple[str, ...]
    stopped: tuple[str, ...]
    missing: tuple[str, ...]  # not reached, technical, exempt, never answered, V with the own language
    with_language: bool  # something of P or S was heard or read in the learner's own language
    items: tuple[ItemScore, ...]

    def area(self, area: Area) -> AreaScore | None:
        """The score of one area."""
        return next((one for one in self.areas if one.area is area), None)


def worst_help(answer: ItemAnswer) -> int:
    """The worst help of an answer, in its key steps and outside of them."""
    return max((step.help for step in answer.steps if step.key), default=answer.help)


def item_score(
    item: SittingItem, answer: ItemAnswer | None, mode: Mode = Mode.PC, *, own_language: bool = False
) -> int | None:
    """The points of an item; None: missing. `own_language`: it was helped with in the learner's language."""
    if answer is None or answer.status.missing:
        return None
    match item.kind:
        case ItemKind.TASK | ItemKind.JUDGEMENT:
            return _performance_score(item, answer, mode)
        case ItemKind.RECOGNITION:
            return _right(answer)
        case ItemKind.VOCAB:
            return None if own_language else _right(answer)
        case ItemKind.SELF | ItemKind.THEN:
            left_out = answer.status is not ItemStatus.COMPLETED
            return None if left_out else scoring.SELF_POINTS.get(answer.code)
        case ItemKind.EXIT:
            return None


def _performance_score(item: SittingItem, answer: ItemAnswer, mode: Mode) -> int | None:
    if answer.mark is not None:
        most = min(item.most, PAPER_MOST if mode.by_hand else item.most)
        return max(0, min(answer.mark, most))
    if answer.status is not ItemStatus.COMPLETED and not answer.steps:
        return 0
    if item.kind is ItemKind.JUDGEMENT:
        helped = max(worst_help(answer), answer.help)
        return scoring.judgement_score(answer.right or 0, worst_help=helped, critical=answer.critical)
    steps = [KeyStep(step.done, max(step.help, answer.help), step.key) for step in answer.steps]
    return scoring.task_score(steps, critical=answer.critical)


def _right(answer: ItemAnswer) -> int:
    return 1 if answer.status is ItemStatus.COMPLETED and (answer.right or 0) > 0 else 0


def score(record: SittingRecord) -> SittingScore:
    """Score a sitting; a pure function of its facts, the same for ever."""
    answers = record.last_answers()
    in_own = {one.item for one in record.accommodations if one.kind in IN_OWN_LANGUAGE}
    whole = "" in in_own
    scored = tuple(
        ItemScore(
            item,
            answers.get(item.id),
            item_score(item, answers.get(item.id), record.mode, own_language=whole or item.id in in_own),
        )
        for item in record.items
    )
    performance = _scale(scored, PERFORMANCE)
    own = _scale(scored, {ItemKind.SELF})
    distance, kind = scoring.gap(own.percent, performance.percent)
    open_to_language = {one.id for one in record.items if one.kind is not ItemKind.VOCAB} | {""}
    return SittingScore(
        performance=performance,
        self_report=own,
        vocabulary=_scale(scored, {ItemKind.VOCAB}),
        areas=tuple(_area(scored, area) for area in Area if area is not Area.V),
        band=band(performance.percent, record.bank.cuts, record.bank.sem),
        ability=_ability(record.bank, scored),
        gap=distance,
        gap_kind=kind,
        not_tried=_ids(scored, {ItemKind.SELF}, code=NOT_TRIED),
        skipped=tuple(one.item.id for one in scored if _is_skipped(one)),
        stopped=tuple(one.item.id for one in scored if one.stopped),
        missing=tuple(one.item.id for one in scored if _is_missing(one)),
        with_language=bool(in_own & open_to_language),
        items=scored,
    )


def _scale(scored: Iterable[ItemScore], kinds: Iterable[ItemKind]) -> ScaleScore:
    of = [one for one in scored if one.item.kind in set(kinds)]
    valid = [one for one in of if one.score is not None]
    return ScaleScore(
        percent=scoring.scale_percent([one.score for one in of], [one.item.most for one in of]),
        points=sum(one.score or 0 for one in valid),
        possible=sum(one.item.most for one in valid),
        valid=len(valid),
        items=len(of),
    )


def _area(scored: Iterable[ItemScore], area: Area) -> AreaScore:
    of = [one for one in scored if one.item.area is area and one.item.kind in PERFORMANCE]
    valid = [one for one in of if one.score is not None]
    return AreaScore(
        area,
        scoring.area_state([one.score for one in of], [one.item.most for one in of]),
        sum(one.score or 0 for one in valid),
        sum(one.item.most for one in valid),
        len(valid),
    )


def _ability(bank: BankMark, scored: Sequence[ItemScore]) -> rasch.Ability | None:
    of = [one for one in scored if one.item.kind in PERFORMANCE]
    if not bank.calibrated or not of or any(len(one.item.thresholds) != one.item.most for one in of):
        return None
    given = [None if one.stopped else one.score for one in of]
    return rasch.scored(given, [one.item.thresholds for one in of])


def _ids(scored: Iterable[ItemScore], kinds: Iterable[ItemKind], code: str) -> tuple[str, ...]:
    return tuple(
        one.item.id
        for one in scored
        if one.item.kind in set(kinds) and one.answer is not None and one.answer.code == code
    )


def _is_skipped(one: ItemScore) -> bool:
    return one.answer is not None and (one.answer.status is ItemStatus.SKIPPED or one.answer.code == SKIP)


def _is_missing(one: ItemScore) -> bool:
    return one.score is None and one.item.kind is not ItemKind.EXIT and not _is_skipped(one)
